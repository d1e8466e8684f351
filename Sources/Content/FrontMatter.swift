internal import Diagnostics

/// A file cut in two: front matter between lines of `---`, and the body below.
struct FrontMatter {
    /// The YAML without its fences; `nil` when the file has none.
    var yaml: ByteRange?
    /// Offset of the body's first byte.
    var bodyStart: Int

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    struct Unclosed: Error {
        var problem: Diagnostic
    }

    static func split(_ file: SourceFile) -> Result<FrontMatter, Unclosed> {
        let bytes = file.bytes
        let start = bytes.starts(with: byteOrderMark) ? 3 : 0
        guard isFence(bytes, at: start) else { return .success(FrontMatter(yaml: nil, bodyStart: start)) }
        let yamlStart = nextLine(bytes, after: start)
        var line = yamlStart
        while line < bytes.count {
            if isFence(bytes, at: line) {
                return .success(FrontMatter(yaml: yamlStart..<line, bodyStart: nextLine(bytes, after: line)))
            }
            line = nextLine(bytes, after: line)
        }
        return .failure(
            Unclosed(
                problem: ContentRules.unclosedFrontMatter.at(
                    start..<(start + 3), in: file.path, "The front matter that starts here never ends.",
                    help: "Put a line of three hyphens below its last key:\n---")))
    }

    /// Three hyphens and nothing but spaces behind them.
    private static func isFence(_ bytes: [UInt8], at start: Int) -> Bool {
        guard start + 3 <= bytes.count, bytes[start] == 45, bytes[start + 1] == 45, bytes[start + 2] == 45 else { return false }
        var i = start + 3
        while i < bytes.count, bytes[i] == 32 || bytes[i] == 9 || bytes[i] == 13 { i += 1 }
        return i == bytes.count || bytes[i] == 10
    }

    private static func nextLine(_ bytes: [UInt8], after start: Int) -> Int {
        var i = start
        while i < bytes.count, bytes[i] != 10 { i += 1 }
        return min(i + 1, bytes.count)
    }
}
