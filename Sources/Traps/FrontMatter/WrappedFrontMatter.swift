internal import Diagnostics

/// Front matter within a block of code or an HTML comment, at the very top of a file.
///
/// It would be published as text, or be left out, and the page that it holds back would be public. Pages do begin with
/// code and comments. So only what is keys from its first line to its last, one of them a key that holds a page back,
/// was meant as front matter.
package enum WrappedFrontMatter {
    /// - Returns: what is wrong; `nil` for any other file.
    package static func find(_ lines: FrontMatterLines, from start: Int) -> TrapFinding? {
        var first = start
        while first < lines.bytes.count, lines.bytes[first] <= 32 { first = lines.next(after: first) }
        let opening = lines.text(at: first)
        let text = opening[...].drop { $0 == " " }
        if let mark = ["```", "~~~"].first(where: text.hasPrefix) {
            let isEnd = { (line: String) in line.drop { $0 == " " }.hasPrefix(mark) }
            guard let inner = HeldBackKeys.inside(lines, from: lines.next(after: first), isEnd),
                HeldBackKeys.areKeys(inner)
            else { return nil }
            return finding("a block of code", opening, at: first)
        }
        guard text.hasPrefix("<!--"), let inner = HeldBackKeys.inside(comment: lines, from: first),
            HeldBackKeys.areKeys(inner)
        else { return nil }
        return finding("a comment", opening, at: first)
    }

    private static func finding(_ form: String, _ opening: String, at first: Int) -> TrapFinding {
        let shown = opening.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return TrapFinding(
            range: first..<first + max(shown.utf8.count, 1),
            message: "This file begins with \(form) that holds keys of front matter, which are not read there. So this "
                + "page is not published.",
            help: Help(
                "Put a line of three hyphens above the first key and below the last, in the place of what is around "
                    + "them:", paste: "---\ntitle: …\ndraft: true\n---"))
    }
}
