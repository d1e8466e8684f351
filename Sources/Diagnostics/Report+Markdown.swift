internal import Text

extension Report {
    /// Problems for a comment on a host, which limits the length of a text.
    ///
    /// - Parameters:
    ///   - prefix: what to put before each path.
    ///   - limit: about how many bytes to write. At most ten problems of a file are shown, so that no file hides
    ///     another.
    ///   - source: the bytes of a file, or `nil` when they are not available.
    /// - Returns: a list, sorted like every report, and how many problems are not in it.
    public static func markdown(
        _ diagnostics: [Diagnostic], prefix: String, limit: Int = .max, source: (String) -> [UInt8]?
    ) -> (text: String, left: Int) {
        var out = ""
        var left = 0
        var rest = diagnostics.sortedForReport()[...]
        while let path = rest.first?.path {
            let file = rest.prefix { $0.path == path }
            rest = rest.dropFirst(file.count)
            let lines = out.utf8.count < limit ? source(path).map(LineIndex.init) : nil
            var shown = 0
            for problem in file.prefix(mostOfFile) where out.utf8.count < limit {
                let item = markdown(problem, prefix: prefix, lines: lines)
                guard out.utf8.count + item.utf8.count <= limit else { continue }
                out += item
                shown += 1
            }
            left += file.count - shown
        }
        return (out, left)
    }

    private static let mostOfFile = 10
    /// A longer message, or more lines to paste, would help nobody.
    private static let longest = 1_500

    /// What is wrong and where, the line as written, and what to do; lines to paste in a block of their own.
    private static func markdown(_ d: Diagnostic, prefix: String, lines: LineIndex?) -> String {
        let position = lines.map { ", line \($0.position(of: d.range.lowerBound).line)" } ?? ""
        var out =
            "- **\(d.severity == .error ? "To fix" : "To look at")**, "
            + "\(MarkdownText.code(prefix + d.path))\(position): \(MarkdownText.message(shortened(d.message)))\n"
        if let lines, !d.range.isEmpty {
            let line = lines.position(of: d.range.lowerBound).line
            let text = lines.excerpt(ofLine: line, around: 1, limit: 200).text
            if !text.isEmpty {
                out += indented(
                    "It says:\n\n" + MarkdownText.block(Printable.line(shortened(text).replacing("\t", with: "→"))))
            }
        }
        guard let help = d.help else { return out + "\n" }
        if !help.advice.isEmpty { out += indented(MarkdownText.message(shortened(help.advice))) }
        guard let paste = help.paste else { return out + "\n" }
        guard paste.utf8.count <= longest else {
            return out
                + indented("The text to write is too long for here: run " + MarkdownText.code("folkmoot check") + ".")
                + "\n"
        }
        let lines = paste.split(separator: "\n", omittingEmptySubsequences: false).map { Printable.line(String($0)) }
        return out + indented(MarkdownText.block(lines.joined(separator: "\n"))) + "\n"
    }

    private static func shortened(_ text: String) -> String {
        text.utf8.count <= longest ? text : text.cut(toScalars: longest / 4)
    }

    private static func indented(_ text: String) -> String {
        "\n"
            + text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \($0)" }.joined(
                separator: "\n") + "\n"
    }
}
