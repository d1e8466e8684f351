extension Report {
    /// What is wrong and where, the line as it stands, and what to do; lines to paste in a block of their own.
    static func markdown(_ d: Diagnostic, prefix: String, lines: LineIndex?) -> String {
        let place = lines.map { ", line \($0.position(of: d.range.lowerBound).line)" } ?? ""
        var out = "- **\(d.severity == .error ? "To mend" : "To look at")**, \(MarkdownText.code(prefix + d.path))\(place): \(MarkdownText.message(d.message))\n"
        if let lines, !d.range.isEmpty {
            let line = lines.position(of: d.range.lowerBound).line
            let text = lines.excerpt(ofLine: line, around: 1, limit: 200).text
            if !text.isEmpty { out += indented("It says:\n\n" + MarkdownText.block(printable(text.replacing("\t", with: "→")))) }
        }
        guard let help = d.help else { return out + "\n" }
        // The first line is a sentence where more follow; what follows is to be pasted.
        let parts = help.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        out += indented(MarkdownText.message(parts[0]))
        if parts.count > 1 { out += indented(MarkdownText.block(parts[1].split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }.joined(separator: "\n"))) }
        return out + "\n"
    }

    private static func indented(_ text: String) -> String {
        "\n" + text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n") + "\n"
    }
}
