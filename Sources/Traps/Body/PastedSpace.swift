internal import Text

/// A marker of Markdown with a space after it that is not a space to Markdown: `-<nbsp>item`.
enum PastedSpace {
    private struct Marker {
        var sign: Substring
        /// The space's name.
        var space: String
        /// The line as it should start.
        var fixed: String
        /// Of an ordered list. `1.<nbsp>May` is a date that somebody kept on one line, so a number must begin the
        /// paragraph or follow the one before.
        var number: Int?
    }

    static func find(in lines: [PastedText.Line]) -> PastedText.Finding? {
        var found: [(line: Int, marker: Marker)] = []
        for (i, line) in lines.enumerated() {
            guard let marker = marker(of: line.text) else { continue }
            let follows = found.last.map { $0.marker.number.map { $0 + 1 } == marker.number } ?? false
            if marker.number == nil || i == 0 || follows { found.append((i, marker)) }
        }
        guard let first = found.first else { return nil }
        // Consecutive lines are rewritten together.
        let run = found.enumerated().prefix { $1.line == first.line + $0 && $0 < 50 }.map(\.element)
        let fixed = run.map(\.marker.fixed)
        let isLong = fixed.contains { $0.utf8.count > 1000 }
        let range = lines[first.line].range
        let what = first.marker.sign.hasPrefix("#") ? "heading" : "list item"
        return PastedText.Finding(
            rule: PastedRules.space, range: range.lowerBound..<lines[run[run.count - 1].line].range.upperBound,
            message:
                "A \(first.marker.space) comes after `\(first.marker.sign)`, so this is not a \(what); Markdown needs "
                + "an ordinary space.",
            advice: isLong
                ? "Delete it and type a space."
                : "Paste \(fixed.count == 1 ? "this line" : "these \(fixed.count) lines") in place of yours:",
            fixed: isLong ? [] : fixed)
    }

    private static func marker(of text: Substring) -> Marker? {
        let sign = sign(of: text)
        let rest = text[sign.endIndex...]
        guard !sign.isEmpty, let next = rest.unicodeScalars.first, let space = PastedSigns.spaceName(next) else {
            return nil
        }
        let item = rest.withoutBlankEnds
        guard !item.isEmpty else { return nil }
        return Marker(sign: sign, space: space, fixed: "\(sign) \(item)", number: Int(sign.dropLast()))
    }

    /// `-`, `*`, `+`, up to six `#`, or a number of at most nine digits with `.` or `)` after it.
    private static func sign(of text: Substring) -> Substring {
        guard let first = text.first else { return "" }
        if "-*+".contains(first) { return text.prefix(1) }
        if first == "#" {
            let signs = text.prefix { $0 == "#" }
            return signs.count <= 6 ? signs : ""
        }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 9, let end = text[digits.endIndex...].first, end == "." || end == ")"
        else { return "" }
        return text[...digits.endIndex]
    }
}
