/// Where new files wait until all are there: a folder in the output folder, so that moving them is a few renames.
///
/// They wait in `site/`, each under its own path, so that a folder which the site lacks moves with all it holds.
struct StagingFolder: Sendable {
    static let name = ".folkmoot-tmp"
    private static let siteName = "site"
    private static let manifestName = "manifest"

    /// Holds new files as the output folder will.
    let site: OpenFolder
    private let folder: OpenFolder

    /// Makes the folder, or takes over and empties the one that a killed build left.
    init(in root: OpenFolder) throws(SystemFailure) {
        try root.makeFolder(Self.name)
        folder = try OpenFolder(Self.name, in: root.descriptor, following: false)
        try Self.empty(folder)
        try folder.makeFolder(Self.siteName)
        site = try OpenFolder(Self.siteName, in: folder.descriptor, following: false)
    }

    /// Removes the folder and our files in it. Best effort; anything else somebody put there stays.
    static func remove(from root: OpenFolder) {
        guard let folder = try? OpenFolder(name, in: root.descriptor, following: false) else { return }
        try? empty(folder)
        try? root.removeFolder(name)
    }

    private static func empty(_ folder: OpenFolder) throws(SystemFailure) {
        if try folder.facts(of: manifestName)?.kind == .file { try folder.removeFile(manifestName) }
        if try folder.facts(of: siteName)?.kind == .folder { try folder.removeTree(siteName) }
    }

    /// Writes a new file, and makes the folders on its way; none is left when that fails.
    /// - Parameter path: as in the output folder.
    func add(_ path: String, _ body: (borrowing OpenFile) throws(SystemFailure) -> Void) throws(SystemFailure) {
        try site.makeFolders(for: path)
        try Self.add(path, to: site) { (file: consuming OpenFile) throws(SystemFailure) in
            try body(file)
            try file.finish()
        }
    }

    /// Replaces the manifest of the output folder by one that is on the disk as a whole.
    func putManifest(_ text: [UInt8], into root: OpenFolder) throws(SystemFailure) {
        try Self.add(Self.manifestName, to: folder) { (file: consuming OpenFile) throws(SystemFailure) in
            try file.write(text)
            try file.sync()
            try file.finish()
        }
        try root.take(Self.manifestName, from: folder, as: Manifest.name)
        try? root.sync()
    }

    private static func add(
        _ path: String, to folder: OpenFolder, _ body: (consuming OpenFile) throws(SystemFailure) -> Void
    ) throws(SystemFailure) {
        let file = try OpenFile(creating: path, in: folder.descriptor)
        do throws(SystemFailure) {
            try body(file)
        } catch {
            try? folder.removeFile(path)
            throw error
        }
    }
}
