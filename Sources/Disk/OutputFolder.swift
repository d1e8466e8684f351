internal import Libc

/// Turns finished files into a site in a folder, without ever harming a file it did not make.
///
///     let folder = try OutputFolder(at: "site", contentPath: "content", takeOver: false)
///     let run = try folder.begin(planned: ["index.html"])
///     let written = [try run.write("index.html", page)]  // from several tasks at once
///     let summary = try run.finish(written)  // written: 1, unchanged: 0, removed: 0
///
/// Two phases. Until `finish`, every new or changed file waits in `.folkmoot-tmp/`, and nothing of the existing site
/// is touched: a build that fails, or finds somebody else's file in its way, leaves everything as it was.
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
    let kind: SiteKind

    /// Makes the folder if it is not there, takes its lock and reads its manifest.
    /// - Parameters:
    ///   - contentPath: the content folder, which the output must neither be nor contain.
    ///   - takeOver: whether files that we did not make may be replaced.
    ///   - kind: what is written; a folder that holds another site is refused.
    ///   - overlay: a private folder that is read with the content, which the output must neither be nor contain.
    /// - Throws: `BuildError` when a site must not or cannot be written there, or another build is writing there.
    public init(
        at path: String, contentPath: String, takeOver: Bool, kind: SiteKind = .published, overlay: String? = nil
    ) throws(BuildError) {
        if let overlay {
            try OutputLocation(
                at: path, contentPath: overlay, home: OutputLocation.home, contentName: "private folder"
            ).check()
        }
        try self.init(at: path, contentPath: contentPath, takeOver: takeOver, kind: kind, home: OutputLocation.home)
    }

    init(
        at path: String, contentPath: String, takeOver: Bool, kind: SiteKind = .published, home: String?
    ) throws(BuildError) {
        let root = try OutputLocation(at: path, contentPath: contentPath, home: home).open()
        hold = try FolderHold(root, shown: path)
        self.path = path
        self.takeOver = takeOver
        self.kind = kind
        (manifest, manifestText, messages) = try Self.readManifest(root, shown: path, for: kind)
    }

    /// - Throws: where the folder holds another kind of site, or may do so.
    private static func check(_ found: Manifest?, _ bytes: [UInt8], _ kind: SiteKind, _ shown: String)
        throws(BuildError)
    {
        if let found, found.kind != kind {
            throw BuildError(
                "`\(shown)` already holds \(found.kind.words), so \(kind.words) cannot go there; choose another "
                    + "folder.")
        }
        // The mark is near the beginning, and a damaged file may have lost the rest.
        let isMarked = String(decoding: bytes.prefix(64), as: UTF8.self).contains("private")
        if found == nil, kind != .published || isMarked {
            throw BuildError(
                "`\(shown)/\(Manifest.name)` is damaged, so nobody can say whether what is there may be published. "
                    + "Remove the folder, or choose another one.")
        }
    }

    /// The folder of a site in which a folder is; `nil` where it is in none.
    ///
    /// - Parameter path: absolute, without links.
    package static func siteAround(_ path: String) -> String? {
        var folder = path
        while true {
            if let facts = (try? FileFacts.at("\(folder)/\(Manifest.name)")) ?? nil, facts.kind == .file {
                return folder
            }
            guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { return nil }
            folder = String(folder[..<slash])
        }
    }

    private static func readManifest(
        _ root: OpenFolder, shown: String, for kind: SiteKind
    ) throws(BuildError) -> (Manifest, [UInt8]?, [String]) {
        let name = "\(shown)/\(Manifest.name)"
        let text: [UInt8]?
        do throws(SystemFailure) { text = try manifestBytes(root) } catch {
            throw BuildError("cannot read `\(name)`: \(error). Make it readable, or remove it, and build again.")
        }
        guard let text else { return (Manifest(), nil, []) }
        var unsafe = 0
        let manifest = Manifest(json: text, unsafe: &unsafe)
        try check(manifest, text, kind, shown)
        guard let manifest else {
            return (
                Manifest(), text,
                [
                    "`\(name)` is damaged and was not used: files that differ from what this build writes count as "
                        + "somebody else's."
                ]
            )
        }
        return (
            manifest, text,
            unsafe == 0 ? [] : ["`\(name)` lists \(unsafe) entries that no build wrote; they were ignored."]
        )
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
    /// - Throws: `BuildError` when a path is unsafe or planned twice, when there is a file where a folder is needed or
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
