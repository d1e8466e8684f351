/// Slips that are read as they were meant, and the line without any.
extension PastedLine {
    /// The first problem that leaves the meaning of the line as it is, once `blanks` are spaces.
    var slip: Problem? {
        emptyLine ?? beforeColon ?? afterColon ?? atStart ?? atEnd ?? curlyQuotes ?? invisible
    }

    private func slip(_ range: Range<Substring.Index>, _ group: String, _ message: String) -> Problem {
        Problem(rule: YAMLRules.invisible, range: range, message: message, group: group)
    }

    private var emptyLine: Problem? {
        guard isEmpty, let (range, name) = indent.firstOdd else { return nil }
        return slip(range, "empty", "This line looks empty, but a \(name) is on it.")
    }

    private var beforeColon: Problem? {
        guard let key, let (range, name) = key[key.withoutBlankEnds.endIndex...].firstOdd else { return nil }
        return slip(
            range, "before", "A \(name) is between `\(key.withoutBlankEnds.withoutInvisible)` and its colon.")
    }

    private var afterColon: Problem? {
        guard let key, let (range, name) = gap.firstOdd else { return nil }
        let end = value.isEmpty ? "" : " and its value; an ordinary space is enough"
        return slip(
            range, "after",
            "A \(name) is \(value.isEmpty ? "after" : "between") `\(key.withoutBlankEnds.withoutInvisible):`\(end)."
        )
    }

    private var atStart: Problem? {
        guard key == nil, let (range, name) = (markers.last ?? indent).firstOdd else { return nil }
        return slip(range, "start", "A \(name) is before this value.")
    }

    private var atEnd: Problem? {
        guard let (range, name) = value[value.withoutBlankEnds.endIndex...].firstOdd else { return nil }
        return slip(range, "end", "A \(name) is at the end of this value.")
    }

    private var curlyQuotes: Problem? {
        guard let wrap = quotes?.wrap ?? items?.wraps.first, !wrap.isStraightFirst else { return nil }
        let message =
            wrap.isStraightLast
            ? "A curly quote (\(wrap.opening)) opens this value and a straight one ends it, so both are read as part "
                + "of it."
            : "The curly quotes \(wrap.opening) and \(wrap.closing) are read as part of this value. Only straight "
                + "ones mark where it begins and ends."
        return Problem(
            rule: YAMLRules.curlyQuotes, range: value.startIndex..<value.withoutBlankEnds.endIndex, message: message,
            group: "quotes")
    }

    private var invisible: Problem? { Self.invisible(in: value) }

    /// An invisible character in the text of a value.
    static func invisible(in text: Substring) -> Problem? {
        guard let (range, name) = text.firstInvisible else { return nil }
        return Problem(
            rule: YAMLRules.invisible, range: range,
            message: "A \(name) is in this value; a search for the word does not find it.",
            group: "invisible \(name)")
    }

    var items: (text: String, wraps: [CurlyQuotes.Wrap])? {
        value.hasPrefix("[") || value.hasPrefix("{") ? CurlyQuotes.straightenItems(value.withoutBlankEnds) : nil
    }

    /// What can be read as spaces without a change of meaning: blanks around a colon and at the ends of a value.
    var blanks: [Range<Substring.Index>] {
        let start = key == nil ? (markers.last ?? indent) : gap
        let parts = [
            start, key.map { $0[$0.withoutBlankEnds.endIndex...] } ?? "", value[value.withoutBlankEnds.endIndex...],
        ]
        return parts.flatMap { part in
            part.unicodeScalars.indices.filter { part.unicodeScalars[$0].isOddBlank }.map {
                $0..<part.unicodeScalars.index(after: $0)
            }
        }
    }

    /// The line as it should read.
    var fixed: String {
        var line = indent.withoutInvisible.unicodeScalars.map { $0 == "\t" || $0 == "\u{3000}" ? "  " : " " }.joined()
        line += String(repeating: "- ", count: markers.count)
        if let key {
            let name = CurlyQuotes.wrap(key.withoutBlankEnds)?.inner ?? String(key.withoutBlankEnds)
            line += name.withoutInvisible + (value.isEmpty ? ":" : ": ")
        }
        line += fixedValue.withoutInvisible.replacing("\t", with: " ")
        return isEmpty ? "" : line
    }

    private var fixedValue: String {
        if let (wrap, comment) = quotes { return wrap.inner.inQuotes + comment }
        if let items { return items.text }
        let text = String(value.withoutBlankEnds)
        return isPlain && text.firstBreak == ":" ? text.inQuotes : text
    }

    /// Not in quotes, brackets or a block.
    private var isPlain: Bool { !isText && !"\"'[{|>#".contains(value.first ?? "#") }
}
