internal import Libc

/// Turns finished files into a site in a folder, without ever harming a file it did not make.
///
///     let folder = try OutputFolder(at: "site", contentPath: "content", takeOver: false)
///     let run = try folder.begin(planned: ["index.html"])
///     let written = [try run.write("index.html", page)]  // from several tasks at once
///     let summary = try run.finish(written)  // written: 1, unchanged: 0, removed: 0
///
/// Two phases. Until `finish`, every new or changed file waits in `.folkmoot-tmp/`, and nothing of the site that
/// stands there is touched: a build that fails, or finds somebody else's file in its way, leaves all as it was.
/// `finish` first writes a manifest that lists old and new files, then moves the new ones into place, removes what is
/// no longer part of the site and writes the final manifest. A build killed at any moment is healed by the next one,
/// which knows every file that may be ours.
///
/// Holds a lock as long as it, or a run made from it, is in use. It does not guard against somebody who changes the
/// folder while it is at work.
public struct OutputFolder: Sendable {
    /// As the user wrote it.
    public let path: String
    /// What the user should know, as sentences: a manifest that could not be used.
    public let messages: [String]
    let hold: FolderHold
    let manifest: Manifest
    /// The bytes of the manifest on disk; `nil` when there is none.
    let manifestText: [UInt8]?
    let takeOver: Bool
    /// Whether what is written is not to be published.
    let isPrivate: Bool

    /// Makes the folder if it is not there, takes its lock and reads its manifest.
    /// - Parameters:
    ///   - contentPath: the content folder, which the output must neither be nor contain.
    ///   - takeOver: whether files that we did not make may be replaced.
    ///   - isPrivate: whether the site holds what is not to be published. A folder holds sites of one sort alone: who
    ///     copies a public folder to a host must never copy a private site.
    /// - Throws: `BuildError` when a site must not or cannot be written there, or another build is at it.
    public init(at path: String, contentPath: String, takeOver: Bool, isPrivate: Bool = false) throws(BuildError) {
        try self.init(
            at: path, contentPath: contentPath, takeOver: takeOver, isPrivate: isPrivate, home: OutputPlace.home)
    }

    init(
        at path: String, contentPath: String, takeOver: Bool, isPrivate: Bool = false, home: String?
    ) throws(BuildError) {
        let root = try OutputPlace(at: path, contentPath: contentPath, home: home).open()
        hold = try FolderHold(root, shown: path)
        self.path = path
        self.takeOver = takeOver
        self.isPrivate = isPrivate
        (manifest, manifestText, messages) = try Self.readManifest(root, shown: path)
        if manifestText != nil, manifest.isPrivate != isPrivate {
            throw BuildError(
                isPrivate
                    ? "`\(path)` holds a site that may be published, so nothing private is written there; name a "
                        + "folder of its own."
                    : "`\(path)` holds a site with private facts, so nothing that may be published is written there; "
                        + "name another folder, or remove this one.")
        }
    }

    private static func readManifest(
        _ root: OpenFolder, shown: String
    ) throws(BuildError) -> (Manifest, [UInt8]?, [String]) {
        let name = "\(shown)/\(Manifest.name)"
        do throws(SystemFailure) {
            guard let bytes = try manifestBytes(root) else { return (Manifest(), nil, []) }
            var unsafe = 0
            guard let manifest = Manifest(json: bytes, unsafe: &unsafe) else {
                return (
                    Manifest(), bytes,
                    [
                        "`\(name)` is damaged and was not used: files that differ from what this build writes count "
                            + "as somebody else's."
                    ]
                )
            }
            return (
                manifest, bytes,
                unsafe == 0 ? [] : ["`\(name)` lists \(unsafe) entries that no build wrote; they were passed over."]
            )
        } catch {
            throw BuildError("cannot read `\(name)`: \(error). Make it readable, or remove it, and build again.")
        }
    }

    /// `nil` when there is none; empty when it is too large to be one.
    private static func manifestBytes(_ root: OpenFolder) throws(SystemFailure) -> [UInt8]? {
        guard let facts = try root.facts(of: Manifest.name) else { return nil }
        guard facts.kind == .file, facts.size <= Manifest.maximumSize else { return [] }
        let file = try OpenFile(reading: Manifest.name, in: root.descriptor, following: false)
        return try file.bytes(upTo: facts.size)
    }

    /// Starts the run; there is one for each `OutputFolder`, because the manifest was read when it was made.
    /// - Parameter planned: every path that this run may write, relative to the folder, in any order.
    /// - Throws: `BuildError` when a path is unsafe or planned twice, when a file stands where a folder is needed or
    ///   the other way round and we did not make it, or when a folder on the way is a link. Nothing has been changed
    ///   then.
    public func begin(planned: [String]) throws(BuildError) -> OutputRun {
        var planner = OutputPlanner(root: hold.root, manifest: manifest, shown: path)
        let plan = try planner.plan(planned)
        do throws(SystemFailure) {
            return OutputRun(folder: self, plan: plan, staging: try StagingFolder(in: hold.root))
        } catch {
            throw BuildError("cannot write into `\(path)/\(StagingFolder.name)`: \(error); \(error.advice).")
        }
    }
}

/// An output folder in use: open, locked, and tidied when the last user is gone.
final class FolderHold: Sendable {
    let root: OpenFolder
    private let lock: FolderLock

    init(_ root: OpenFolder, shown: String) throws(BuildError) {
        self.root = root
        lock = try FolderLock(root, shown: shown)
        StagingFolder.remove(from: root)
    }

    deinit { StagingFolder.remove(from: root) }
}
