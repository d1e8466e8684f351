/// Where new files wait until all are there: a folder in the output folder, so that moving them is one rename.
struct StagingFolder: Sendable {
    static let name = ".folkmoot-tmp"

    let folder: OpenFolder

    /// Makes the folder, or takes over and empties the one that a killed build left.
    init(in root: OpenFolder) throws(SystemFailure) {
        try root.makeFolder(Self.name)
        folder = try OpenFolder(Self.name, in: root.descriptor, following: false)
        try Self.empty(folder)
    }

    /// Removes the folder and our files in it. Best effort; anything else somebody put there stays.
    static func remove(from root: OpenFolder) {
        guard let folder = try? OpenFolder(name, in: root.descriptor, following: false) else { return }
        try? empty(folder)
        try? root.removeFolder(name)
    }

    private static func empty(_ folder: OpenFolder) throws(SystemFailure) {
        for bytes in try folder.names() where isOurs(bytes) {
            let name = String(decoding: bytes, as: UTF8.self)
            if try folder.facts(of: name)?.kind == .file { try folder.removeFile(name) }
        }
    }

    /// Names made below: a number, or `manifest`.
    private static func isOurs(_ name: [UInt8]) -> Bool {
        name.elementsEqual("manifest".utf8) || name.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Writes a new file; none is left when that fails.
    func add(_ name: String, syncing: Bool = false, _ body: (borrowing OpenFile) throws(SystemFailure) -> Void)
        throws(SystemFailure)
    {
        let file = try OpenFile(creating: name, in: folder.descriptor)
        do throws(SystemFailure) {
            try body(file)
            if syncing { try file.sync() }
            try file.finish()
        } catch {
            try? folder.removeFile(name)
            throw error
        }
    }
}
