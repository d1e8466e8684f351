/// Quotes as word processors draw them, in the ways of several languages: “A”, „A“, «A», ‘A’.
enum CurlyQuotes {
    /// What may come before a value and, for each, after it. One of the two is straight where a program curled only
    /// the other.
    private static let partners: [Character: String] = [
        "“": "”\"", "„": "“”\"", "”": "”\"", "«": "»", "»": "«", "‹": "›", "›": "‹", "‘": "’'", "‚": "‘’'", "\"": "”“",
        "'": "’",
    ]

    static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        let sign = Character(scalar)
        return !isStraight(sign) && partners[sign] != nil
    }

    private static func isStraight(_ sign: Character) -> Bool { sign == "\"" || sign == "'" }

    /// A text with quotes around it.
    struct Wrap {
        let opening: Character
        let closing: Character
        /// The text between them, without the blanks that French puts at its ends.
        let inner: String

        /// YAML takes the opening one for its own and looks for another such to close it.
        var isStraightFirst: Bool { isStraight(opening) }
        var isStraightLast: Bool { isStraight(closing) }
    }

    /// Takes the quotes off a text that starts with one and ends with its partner; `nil` when there are none around the
    /// whole of it: `“A” and “B”` starts and ends with quotes, too.
    static func wrap(_ text: Substring) -> Wrap? {
        guard let opening = text.first, let closing = text.last, partners[opening]?.contains(closing) == true else {
            return nil
        }
        let inner = text.dropFirst().dropLast()
        // An apostrophe inside single quotes does not end them.
        guard !inner.isEmpty, !inner.contains(opening), closing == "’" || !inner.contains(closing) else { return nil }
        return Wrap(opening: opening, closing: closing, inner: String(inner.withoutBlankEnds))
    }

    /// A list or group in brackets with straight quotes in place of the curly ones around its items, and what these
    /// were; `nil` when there are none.
    static func straightenItems(_ flow: Substring) -> (text: String, wraps: [Wrap])? {
        var text = ""
        var wraps: [Wrap] = []
        for part in parts(of: flow) {
            if let wrap = wrap(part.withoutBlankEnds), !wrap.isStraightFirst {
                wraps.append(wrap)
                text += part.prefix { $0.isWhitespace } + wrap.inner.inQuotes
            } else {
                text += part
            }
        }
        return wraps.isEmpty ? nil : (text, wraps)
    }

    /// Cut before and after brackets, commas and colons, unless these are between quotes.
    private static func parts(of flow: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = flow.startIndex
        var isAtStart = true
        var awaited: String?
        for i in flow.indices {
            let sign = flow[i]
            if let closing = awaited {
                if closing.contains(sign) { awaited = nil }
            } else if "[]{},:".contains(sign) {
                parts += [flow[start..<i], flow[i...i]]
                start = flow.index(after: i)
                isAtStart = true
            } else if isAtStart, !sign.isWhitespace {
                awaited = isStraight(sign) ? String(sign) : partners[sign]
                isAtStart = false
            }
        }
        return parts + [flow[start...]]
    }
}

extension String {
    /// As it can be pasted: in double quotes, or in single ones where that needs no escapes.
    var inQuotes: String {
        let needsEscapes = contains { $0 == "\"" || $0 == "\\" }
        return needsEscapes && !contains("'") ? "'\(self)'" : "\"\(replacingQuotes)\""
    }

    /// For pasting between double quotes.
    private var replacingQuotes: String {
        reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : String($1) }
    }
}
