internal import Diagnostics

/// Files of a project that began as one of the default theme which has changed since: a correction there does not reach
/// them.
enum OriginCheck {
    /// - Parameters:
    ///   - files: of a project's theme, by path.
    ///   - base: those of the default theme.
    ///   - version: of the program.
    static func problems(_ files: [String: [UInt8]], default base: [String: String], version: String) -> [Diagnostic] {
        files.sorted { $0.key < $1.key }.compactMap { path, bytes in
            guard let origin = FileOrigin(bytes) else { return nil }
            let line = 0..<(bytes.firstIndex(of: 10) ?? bytes.count)
            guard let now = base[origin.path] else {
                return ThemeRules.defaultChanged.at(
                    line, in: path,
                    "This file began as `\(origin.path)`, which the default theme of folkmoot \(version) does "
                        + "not have.",
                    help: "See what took its place. When the file is right, remove its first line.")
            }
            if origin.isOf(now.utf8) { return nil }
            return ThemeRules.defaultChanged.at(
                line, in: path,
                "`\(origin.path)` of the default theme has changed since folkmoot \(origin.version), from which "
                    + "this file began.",
                help: Help(
                    "`folkmoot theme diff \(path)` shows how they differ. When the file has what it needs, "
                        + "write into its first line:",
                    paste: origin.now(now.utf8, version: version).line))
        }
    }
}
