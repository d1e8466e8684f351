/// Which files of an output folder are ours, with a hash of each: what `.folkmoot-manifest.json` says.
///
/// ```json
/// {"version":1,"files":{
/// "communities/index.html":"f3a1c09b5e7d2846",
/// "index.html":"0c4e8d7f6a5b3921"
/// }}
/// ```
///
/// One file a line, sorted by the bytes of the path, no dates: the same site gives the same bytes. A site that holds
/// what is not to be published says which one it is before its files: `"private":"handbook"`.
struct Manifest: Sendable, Equatable {
    static let name = ".folkmoot-manifest.json"
    /// Larger ones are not read.
    static let maximumSize = 256 * 1024 * 1024

    var kind = SiteKind.published
    var files: [BytePath: UInt64] = [:]

    func contains(_ path: String) -> Bool { files[BytePath(path)] != nil }

    /// These files and the other's; where both name a file, the other's hash counts, as its kind does.
    func union(_ other: Manifest) -> Manifest {
        Manifest(kind: other.kind, files: files.merging(other.files) { $1 })
    }

    /// Files listed here and not in the other, sorted.
    func subtracting(_ other: Manifest) -> [String] {
        files.keys.filter { other.files[$0] == nil }.sorted().map(\.text)
    }

    /// The folders that hold the files, with those above them.
    var folders: Set<BytePath> {
        Set(files.keys.flatMap { $0.folders.map(BytePath.init) })
    }
}
