/// Which paths a build may write to, relative to the output folder.
enum OutputPath {
    /// Names with this start are the program's own bookkeeping at the top of the output folder.
    static let reserved = ".folkmoot-"

    /// - Throws: `BuildError` that names a path that could leave the folder, or that a disk would not accept.
    static func check(_ path: String) throws(BuildError) {
        if let reason = fault(path) {
            throw BuildError(
                "cannot write `\(path)`: \(reason). This is a bug in folkmoot or in its theme: please report it.")
        }
    }

    /// Why a path is unsafe, as the end of a sentence; `nil` when it is fine.
    static func fault(_ path: String) -> String? {
        if path.isEmpty { return "the path is empty" }
        if path.utf8.first == UInt8(ascii: "/") { return "the path is absolute" }
        if path.utf8.contains(0) { return "the path holds a NUL character" }
        if path.utf8.count > 1_000 { return "the path has more than 1,000 bytes" }
        if path.lowercased().utf8.starts(with: reserved.utf8) {
            return "names that start with `\(reserved)` are reserved"
        }
        for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            if part.isEmpty { return "a part of the path is empty" }
            if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { return "the path holds `.` or `..`" }
            if part.count > 255 { return "a name in the path has more than 255 bytes" }
        }
        return nil
    }
}
