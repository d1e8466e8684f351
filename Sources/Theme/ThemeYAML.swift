internal import Diagnostics
internal import YAML

/// YAML files of a theme.
enum ThemeYAML {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Reads a whole file, without the byte-order mark that some editors put before its text.
    static func parse(_ bytes: [UInt8], path: String) -> (root: YAMLNode?, problems: [Diagnostic]) {
        let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        return YAMLParser.parse(bytes, in: start..<bytes.count, path: path)
    }
}
