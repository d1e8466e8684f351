internal import Text

/// A line of YAML taken apart as a person sees it: whatever looks like a space, a hyphen or a colon counts as one.
///
/// ```text
/// •<nbsp>title：<tab>“A”        indent, marker `•<nbsp>`, key `title`, colon `：`, gap, value
/// ```
struct PastedLine {
    let indent: Substring
    /// Hyphens and bullets, each with the blanks after it.
    var markers: [Substring] = []
    /// With the blanks before its colon and with quotes around it; `nil` when the line has none.
    var key: Substring?
    /// `:` or a full-width one; empty without a key.
    var colon: Substring = ""
    /// The blanks after the colon.
    var gap: Substring = ""
    /// The rest of the line, with the blanks at its end.
    let value: Substring

    init(_ line: Substring) {
        var rest = line
        indent = rest.take(while: \.isBlank)
        while let marker = Self.marker(at: rest) {
            markers.append(marker)
            rest = rest[marker.endIndex...]
        }
        if let (key, colon) = Self.key(at: rest) {
            self.key = key
            self.colon = colon
            rest = rest[colon.endIndex...]
            gap = rest.take(while: \.isBlank)
        }
        value = rest
    }

    /// A hyphen, bullet or dash with the blanks after it, or one at the end of the line.
    private static func marker(at rest: Substring) -> Substring? {
        guard let sign = rest.unicodeScalars.first,
            sign == "-" || PastedSigns.isBullet(sign) || PastedSigns.isDash(sign)
        else { return nil }
        var after = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
        let blanks = after.take(while: \.isBlank)
        // Some programs leave no space after a bullet. A middle dot may be the first letter of a word.
        let mayTouch = PastedSigns.isBullet(sign) && sign != "·"
        return blanks.isEmpty && !after.isEmpty && !mayTouch ? nil : rest[..<blanks.endIndex]
    }

    /// The text before the first colon with a blank or nothing after it, or before a full-width one.
    private static func key(at rest: Substring) -> (key: Substring, colon: Substring)? {
        let scalars = rest.unicodeScalars
        guard let first = scalars.first, !"\"'[{#&*!|>%@`".unicodeScalars.contains(first) else { return nil }
        let wordEnd = scalars.firstIndex { !$0.isKeyLetter && !$0.isOddBlank } ?? scalars.endIndex
        if wordEnd > scalars.startIndex, let colon = scalars[wordEnd...].firstIndex(where: { !$0.isBlank }),
            isWideColon(scalars[colon])
        {
            return (rest[..<colon], rest[colon..<scalars.index(after: colon)])
        }
        for i in scalars.indices where scalars[i] == ":" {
            let next = scalars.index(after: i)
            guard next == scalars.endIndex || scalars[next].isBlank else { continue }
            // A colon between curly quotes is meant as text.
            let isKey = !CurlyQuotes.isOpening(first) || CurlyQuotes.wrap(rest[..<i].withoutBlankEnds) != nil
            return isKey ? (rest[..<i], rest[i..<next]) : nil
        }
        return nil
    }

    /// Signs that are drawn like a colon. The first is what keyboards for Chinese and Japanese type.
    static func isWideColon(_ scalar: Unicode.Scalar) -> Bool {
        ["\u{FF1A}", "\u{FE55}", "\u{2236}", "\u{A789}"].contains(scalar)
    }
}

extension Unicode.Scalar {
    /// A space or tab, whatever looks like one, or nothing to be seen at all.
    var isBlank: Bool {
        self == " " || self == "\t" || PastedSigns.isSpace(self) || InvisibleCharacter(self) != nil
    }

    /// A blank that is neither a space nor a tab.
    var isOddBlank: Bool { self != " " && self != "\t" && isBlank }

    /// Of the keys that entries have.
    fileprivate var isKeyLetter: Bool {
        ("a"..."z").contains(self) || ("0"..."9").contains(self) || self == "_" || self == "-"
    }

    /// For a message: `non-breaking space (U+00A0)`.
    var blankName: String? {
        PastedSigns.spaceName(self) ?? InvisibleCharacter(self).map { "\($0.name), which nobody sees," }
    }
}

extension Substring {
    /// Takes the scalars at the start that fit.
    fileprivate mutating func take(while fits: (Unicode.Scalar) -> Bool) -> Substring {
        let end = unicodeScalars.firstIndex { !fits($0) } ?? endIndex
        defer { self = self[end...] }
        return self[..<end]
    }
}
