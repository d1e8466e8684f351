package import Diagnostics

/// Front matter within a block of code or an HTML comment, at the very top of a file.
///
/// It would be published as text, or be left out, and the page that it holds back would be public. Pages do begin with
/// code and comments. So only what is keys from its first line to its last, one of them a key that holds a page back,
/// was meant as front matter.
package enum WrappedFrontMatter {
    /// Lines that are looked at.
    private static let most = 200

    /// - Returns: what is wrong; `nil` for any other file.
    package static func find(_ lines: FrontMatterLines, from start: Int) -> TrapFinding? {
        var first = start
        while first < lines.bytes.count, lines.bytes[first] <= 32 { first = lines.next(after: first) }
        let opening = lines.text(at: first)
        let text = opening[...].drop { $0 == " " }
        if let mark = ["```", "~~~"].first(where: text.hasPrefix) {
            let isEnd = { (line: String) in line.drop { $0 == " " }.hasPrefix(mark) }
            guard let inner = inside(lines, from: lines.next(after: first), isEnd), isHeldBack(inner) else {
                return nil
            }
            return finding("a block of code", opening, at: first)
        }
        guard text.hasPrefix("<!--"), let inner = comment(lines, from: first), isHeldBack(inner) else { return nil }
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

    /// The lines up to the one that ends them; `nil` where none does.
    private static func inside(_ lines: FrontMatterLines, from start: Int, _ isEnd: (String) -> Bool) -> [String]? {
        var found: [String] = []
        var line = start
        while line < lines.bytes.count, found.count < most {
            let text = lines.text(at: line)
            if isEnd(text) { return found }
            found.append(text)
            line = lines.next(after: line)
        }
        return nil
    }

    /// The lines of a comment without its signs.
    private static func comment(_ lines: FrontMatterLines, from start: Int) -> [String]? {
        var found: [String] = []
        var line = start
        while line < lines.bytes.count, found.count < most {
            var text = lines.text(at: line)[...]
            if line == start { text = text.drop { $0 == " " }.dropFirst(2).drop { "-".contains($0) } }
            if let end = text.firstRange(of: "-->") { return found + [String(text[..<end.lowerBound])] }
            found.append(String(text))
            line = lines.next(after: line)
        }
        return nil
    }

    private static func isHeldBack(_ lines: [String]) -> Bool {
        var isHeldBack = false
        for line in lines where !line.allSatisfy({ $0.isWhitespace || "-+{};".contains($0) }) {
            if isHeldBack, line.hasPrefix(" ") || line.hasPrefix("\t") || line.hasPrefix("- ") { continue }
            let bare = line[...].drop { $0.isWhitespace }
            if bare.hasPrefix("#") || bare.hasPrefix("- ") { continue }
            guard let sign = bare.firstIndex(where: { ":=".contains($0) }) else { return false }
            let key = unquoted(bare[..<sign])
            guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0.isNumber || "_-.".contains($0) }) else {
                return false
            }
            isHeldBack = isHeldBack || holdsBack(key, unquoted(bare[bare.index(after: sign)...]))
        }
        return isHeldBack
    }

    /// Without spaces, quotes and the comma of JSON around it.
    private static func unquoted(_ text: Substring) -> String {
        let isAround = { (sign: Character) in sign.isWhitespace || "\"',".contains(sign) }
        var text = text.drop(while: isAround)
        while let last = text.last, isAround(last) { text.removeLast() }
        return String(text)
    }

    private static func holdsBack(_ key: String, _ value: String) -> Bool {
        if WithholdingKey.line(key, value) != nil { return true }
        switch key.lowercased() {
        case "draft": return WithholdingKey.mayBelong(value, to: "draft")
        case "publish_on", "expires_on": return WithholdingKey.mayBelong(value, to: key.lowercased())
        default: return false
        }
    }
}
