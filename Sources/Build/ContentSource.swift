public import Diagnostics
public import Disk

/// Where content comes from: a folder on disk, or a dictionary in a test.
public struct ContentSource: Sendable {
    /// Paths of markdown files, of `site.yaml` and of `map.yaml`, sorted.
    public let documents: [String]
    /// Paths of files that are copied, sorted.
    public let assets: [String]
    /// Files that are neither, which may have been meant for pages, sorted.
    let misnamed: [String]
    /// What was wrong with the folder itself.
    public let problems: [Diagnostic]
    /// By path, of files on a disk.
    let facts: [String: FileFacts]
    /// The folders that hold them, as paths below the content folder.
    let folders: [String]
    public let read: @Sendable (String) -> Result<[UInt8], ContentProblem>
    /// Opens an asset; throws `PictureFlaw` for a picture that is better left out, `ContentProblem` where it cannot be
    /// opened.
    public var open: @Sendable (String) throws -> OpenAsset

    public init(_ reader: ContentReader) {
        let start = FileFacts.now
        let tree = reader.tree()
        documents = tree.documents
        assets = tree.assets
        misnamed = tree.misnamed
        problems = tree.problems
        // A file that changed just now can change again without getting another time.
        let moment = (start - FileFacts.tick)...(start + FileFacts.tick)
        var facts = tree.facts
        for (path, file) in tree.facts where moment.contains(file.changed) { facts[path] = nil }
        self.facts = facts
        folders = tree.folders
        read = { path in
            do throws(ContentProblem) { return .success(try reader.read(path)) } catch { return .failure(error) }
        }
        open = { try reader.open($0) }
    }

    /// The same content with some files changed or added.
    ///
    /// - Parameter changes: path below `content/` to bytes.
    package func with(_ changes: [String: [UInt8]]) -> ContentSource { ContentSource(self, changes) }

    private init(_ source: ContentSource, _ changes: [String: [UInt8]]) {
        documents = Set(source.documents).union(changes.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        assets = source.assets
        misnamed = source.misnamed
        problems = source.problems
        facts = source.facts.filter { changes[$0.key] == nil }
        folders = source.folders
        read = { path in changes[path].map { .success($0) } ?? source.read(path) }
        open = source.open
    }

    /// - Parameter files: path below `content/` to bytes.
    public init(_ files: [String: [UInt8]]) {
        let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        documents = paths.filter { $0.hasSuffix(".md") || ContentKind.ownPaths.contains($0) }
        assets = paths.filter { !$0.hasSuffix(".md") && !ContentKind.ownPaths.contains($0) }
        misnamed = []
        problems = []
        facts = [:]
        folders = []
        read = { .success(files[$0] ?? []) }
        open = { try OpenAsset(files[$0] ?? [], at: $0) }
    }
}
