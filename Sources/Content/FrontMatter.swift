internal import Diagnostics
internal import Traps

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
        let start = file.bytes.starts(with: byteOrderMark) ? 3 : 0
        let lines = FrontMatterLines(file.bytes)
        guard lines.isFence(at: start) else {
            let trap =
                FenceTrap.opening(lines, from: start) ?? OtherFrontMatter.find(lines, from: start)
                ?? WrappedFrontMatter.find(lines, from: start)
            if let trap { return unclosed(trap, in: file) }
            return .success(FrontMatter(yaml: nil, bodyStart: start))
        }
        let yamlStart = lines.next(after: start)
        var line = yamlStart
        while line < file.bytes.count {
            if lines.isFence(at: line) {
                let bodyStart = lines.next(after: line)
                if let trap = SecondFrontMatter.find(lines, below: yamlStart..<line, from: bodyStart) {
                    return unclosed(trap, in: file)
                }
                return .success(FrontMatter(yaml: yamlStart..<line, bodyStart: bodyStart))
            }
            line = lines.next(after: line)
        }
        return unclosed(FenceTrap.closing(lines, opened: start, from: yamlStart), in: file)
    }

    private static func unclosed(_ found: TrapFinding, in file: SourceFile) -> Result<FrontMatter, Unclosed> {
        .failure(
            Unclosed(
                problem: ContentRules.unclosedFrontMatter.at(
                    found.range, in: file.path, found.message, help: found.help)))
    }
}
