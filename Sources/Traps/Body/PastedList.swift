internal import Text

/// Lines that start with the bullet of a word processor, or with the dashes and letters people count with.
enum PastedList {
    private struct Marker {
        var sign: String
        /// What is kept of it in the text of the item: `a)`.
        var kept = ""
        /// A single one shows that a list was meant. A single dash may open direct speech.
        var isSure: Bool
        var text: Substring
    }

    static func find(in lines: [PastedText.Line]) -> PastedText.Finding? {
        let markers = lines.map { marker(of: $0.text) }
        guard let first = markers.firstIndex(where: { $0 != nil }), let marker = markers[first] else { return nil }
        let count = markers.count { $0 != nil }
        guard count > 1 || marker.isSure else { return nil }
        let sign =
            marker.sign.unicodeScalars.contains { $0.properties.generalCategory == .privateUse }
            ? "A bullet from Word" : "`\(marker.sign)`"
        let written = written(zip(markers, lines).dropFirst(first).map { ($0, $1.text) })
        return PastedText.Finding(
            rule: PastedRules.list, range: lines[first].range.lowerBound..<lines[lines.count - 1].range.upperBound,
            message: count == 1
                ? "\(sign) starts this line, but does not make a list item. Start it with a hyphen and a space."
                : "\(sign) starts these lines, but does not make a list: they are shown as running text.",
            advice: written.advice, fixed: written.lines)
    }

    private static func marker(of line: Substring) -> Marker? {
        guard let sign = line.unicodeScalars.first else { return nil }
        let rest = line[line.unicodeScalars.index(after: line.startIndex)...]
        let text = rest.withoutBlankEnds
        guard !text.isEmpty else { return nil }
        let isApart = text.startIndex > rest.startIndex
        // A middle dot may be the first letter of a word, and one that appears again in its line is a separator.
        if PastedSigns.isBullet(sign), sign != "·" || isApart && !text.contains("·") {
            return Marker(sign: String(sign), isSure: true, text: text)
        }
        // Long dashes open direct speech.
        if PastedSigns.isDash(sign), isApart, sign != "\u{2014}", sign != "\u{2015}" {
            return Marker(sign: String(sign), isSure: false, text: text)
        }
        // In the fonts of Word's bullets these two are a circle and a square.
        if sign == "o" || sign == "§",
            rest.hasPrefix("\t") || rest.hasPrefix("\u{A0}\u{A0}") || rest.hasPrefix("\u{A0} ")
        {
            return Marker(sign: String(sign), isSure: true, text: text)
        }
        return letter(of: line)
    }

    /// `a)`, `(b)` or `iv.` with a tab after it, the only one of the line.
    private static func letter(of line: Substring) -> Marker? {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 2, let name = parts.first, let end = name.last, ").".contains(end), name.count <= 6 else {
            return nil
        }
        let isBracketed = name.hasPrefix("(") && end == ")"
        let word = name.dropLast().drop { $0 == "(" }
        let isRoman = !word.isEmpty && word.allSatisfy { "ivxIVX".contains($0) }
        let isLetter = word.count == 1 && word.allSatisfy { $0.isASCII && $0.isLetter }
        let isNumber = isBracketed && !word.isEmpty && word.allSatisfy { $0.isASCII && $0.isNumber }
        guard isRoman || isLetter || isNumber else { return nil }
        return Marker(sign: String(name), kept: "\(name) ", isSure: false, text: parts[1].withoutBlankEnds)
    }

    /// Lines that one help shows, and bytes.
    private static let limits = (lines: 50, bytes: 8_000)

    /// The list in Markdown. A sign that was not there before opens a list within the item above.
    private static func written(_ lines: [(marker: Marker?, text: Substring)]) -> (advice: String, lines: [String]) {
        var signs: [String] = []
        var shown: [String] = []
        var size = 0
        for (marker, text) in lines.prefix(limits.lines) {
            size += text.utf8.count
            guard size <= limits.bytes else { break }
            guard let marker else {
                shown.append(indent(signs.count) + clean(text))
                continue
            }
            let level = marker.kept.isEmpty ? signs.firstIndex(of: marker.sign) ?? signs.count : 0
            signs = signs.prefix(level) + [marker.sign]
            shown.append("\(indent(level))- \(marker.kept)\(clean(marker.text))")
        }
        guard !shown.isEmpty else { return ("Start each item with a hyphen and a space.", []) }
        let advice =
            shown.count == lines.count
            ? "Paste this in its place"
            : "Paste this in place of its first \(shown.count) lines, and start the other items with a hyphen and a "
                + "space, too"
        return (advice + ":", shown)
    }

    private static func indent(_ level: Int) -> String { String(repeating: "  ", count: level) }

    private static func clean(_ text: Substring) -> String { String(text.withoutBlankEnds).replacing("\t", with: " ") }
}
