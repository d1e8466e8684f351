internal import Diagnostics

/// Front matter in the form of another program: TOML between `+++` (Hugo, Zola), JSON, `---toml`, `#+draft: true` of
/// Org, or lines such as `Status: draft` with nothing around them (MultiMarkdown, Pelican).
///
/// It would be published as text, and what it says about drafts would be lost.
package enum OtherFrontMatter {
    /// - Returns: what is wrong; `nil` for any other file.
    package static func find(_ lines: FrontMatterLines, from start: Int) -> TrapFinding? {
        var first = start
        while first < lines.bytes.count, lines.bytes[first] <= 32 { first = lines.next(after: first) }
        let text = lines.text(at: first).filter { !$0.isWhitespace }
        guard let form = form(text, lines, at: first) ?? bare(lines, from: first) else { return nil }
        let shown = lines.text(at: first).split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return TrapFinding(
            range: first..<first + max(shown.utf8.count, 1),
            message: "This file begins with \(form), which is not read here. So this page is not published.",
            help: Help(
                "Write each key with a colon, and a line of three hyphens above the first and below the last:",
                paste: "---\ntitle: …\ndraft: true\n---"))
    }

    /// - Parameter text: the first line without its spaces.
    private static func form(_ text: String, _ lines: FrontMatterLines, at first: Int) -> String? {
        switch text {
        case "+++", "+++toml": return "front matter in TOML"
        case ";;;": return "front matter in JSON"
        case "---toml", "---json", "---js", "---yaml", "---yml": return "front matter under `\(text)`"
        default: break
        }
        if text.hasPrefix("{"),
            isKey((text.dropFirst() + lines.text(at: lines.next(after: first))).drop { $0.isWhitespace })
        {
            return "front matter in JSON"
        }
        guard text.hasPrefix("#+"), let colon = text.firstIndex(of: ":") else { return nil }
        let key = text[..<colon].dropFirst(2)
        return !key.isEmpty && key.allSatisfy({ $0.isLetter || $0 == "_" }) ? "keywords of Org mode" : nil
    }

    /// `"draft":…` or `draft:…`
    private static func isKey(_ text: Substring) -> Bool {
        let rest = text.drop { $0 == "\"" }.drop { $0.isLetter || $0 == "_" || $0 == "-" }
        return rest.startIndex > text.startIndex && rest.drop { $0 == "\"" || $0.isWhitespace }.first == ":"
    }

    /// Text may begin with words and a colon too. Only lines from the first to an empty one that all have a key, one of
    /// them a key that holds the page back, are front matter.
    private static func bare(_ lines: FrontMatterLines, from start: Int) -> String? {
        var line = start
        var isHeldBack = false
        while line < lines.bytes.count {
            let parts = lines.text(at: line).split(separator: ":", maxSplits: 1)
            guard let key = parts.first, !key.allSatisfy(\.isWhitespace) else { break }
            guard parts.count == 2, key.allSatisfy({ $0.isLetter || $0 == "_" || $0 == "-" }) else { return nil }
            let value = parts[1].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            isHeldBack =
                isHeldBack || WithholdingKey.line(String(key), value) != nil
                || key.lowercased() == "draft" && WithholdingKey.mayBelong(value, to: "draft")
            line = lines.next(after: line)
        }
        return isHeldBack ? "keys without a line of three hyphens around them" : nil
    }
}
