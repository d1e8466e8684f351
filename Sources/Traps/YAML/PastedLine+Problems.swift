internal import Diagnostics
internal import Text

/// What is wrong with a line, and how it should read.
extension PastedLine {
    /// A problem with its range in the line. Problems of one `group` on consecutive lines are reported once.
    struct Problem {
        var rule: Rule
        var range: Range<Substring.Index>
        var message: String
        var group: String
    }

    var isText: Bool { markers.isEmpty && key == nil }
    var isEmpty: Bool { isText && value.isEmpty }

    /// The first problem that changes what the line means to YAML.
    ///
    /// - Parameter isIndented: ordinary spaces alone put the line below the key it belongs to.
    func fault(isIndented: Bool) -> Problem? {
        if !isEmpty, !(isText && isIndented), let fault = oddIndent { return fault }
        return bullet ?? afterHyphen ?? quotedKey ?? invisibleInKey ?? wideColon ?? openQuotes
    }

    private func fault(_ range: Range<Substring.Index>, _ group: String, _ message: String) -> Problem {
        Problem(rule: YAMLRules.pasted, range: range, message: message, group: group)
    }

    private var oddIndent: Problem? {
        guard let (range, name) = indent.firstOdd else { return nil }
        let what = key.map { "`\($0.withoutBlankEnds.withoutInvisible)`" } ?? "this line"
        return fault(
            range, "indent \(name)", "A \(name) is before \(what); YAML wants ordinary spaces there, or nothing.")
    }

    private var bullet: Problem? {
        guard let marker = markers.first(where: { !$0.hasPrefix("-") }) else { return nil }
        let sign = marker.unicodeScalars[marker.startIndex]
        let shown = sign.properties.generalCategory == .privateUse ? "A bullet from Word" : "The character `\(sign)`"
        return fault(
            marker.startIndex..<marker.unicodeScalars.index(after: marker.startIndex), "bullet",
            "\(shown) starts this line; in YAML, an item of a list starts with a hyphen and a space.")
    }

    /// `- <nbsp>text` is a list all the same, and `slip` reports it.
    private var afterHyphen: Problem? {
        for marker in markers {
            guard let (range, name) = marker.firstOdd else { continue }
            if marker.hasPrefix("- "), isTextItem { continue }
            return fault(
                range, "hyphen \(name)",
                "A \(name) is after this hyphen, so it does not start an item; YAML wants an ordinary space.")
        }
        return nil
    }

    private var isTextItem: Bool { key == nil && markers.count == 1 }

    private var quotedKey: Problem? {
        guard let key, let wrap = CurlyQuotes.wrap(key.withoutBlankEnds) else { return nil }
        return fault(
            key.startIndex..<key.endIndex, "key quotes",
            "The quotes around `\(wrap.inner)` are read as part of the key; a key needs none.")
    }

    private var invisibleInKey: Problem? {
        guard let word = key?.withoutBlankEnds, let (range, name) = word.firstInvisible else { return nil }
        return fault(
            range, "key \(name)", "A \(name) is in `\(word.withoutInvisible)`, so YAML reads another key.")
    }

    private var wideColon: Problem? {
        guard let key, !colon.isEmpty, colon != ":" else { return nil }
        return fault(
            colon.startIndex..<colon.endIndex, "colon",
            "The character `\(colon)` after `\(key.withoutBlankEnds.withoutInvisible)` is not a colon to YAML; it "
                + "wants an ordinary one and a space."
        )
    }

    /// Curly quotes that hold what only straight ones can.
    private var openQuotes: Problem? {
        let held = items.map(\.wraps) ?? quotes.map { $0.wrap.isStraightFirst ? [] : [$0.wrap] } ?? []
        for wrap in held {
            guard let sign = wrap.inner.firstBreak ?? (items != nil && wrap.inner.contains(",") ? "," : nil) else {
                continue
            }
            return fault(
                value.startIndex..<value.withoutBlankEnds.endIndex, "quotes \(sign)",
                "The quotes \(wrap.opening) and \(wrap.closing) do not protect the `\(sign)` between them; only "
                    + "straight ones do."
            )
        }
        return nil
    }

    /// The quotes around the value, and the comment after them.
    var quotes: (wrap: CurlyQuotes.Wrap, comment: Substring)? {
        let text = value.withoutBlankEnds
        if let wrap = CurlyQuotes.wrap(text) { return (wrap, "") }
        guard let comment = text.firstRange(of: " #") else { return nil }
        return CurlyQuotes.wrap(text[..<comment.lowerBound].withoutBlankEnds).map { ($0, text[comment.lowerBound...]) }
    }
}

extension String {
    /// The first sign that ends plain text in YAML.
    var firstBreak: String? {
        if let colon = firstRange(of: ": ") ?? (hasSuffix(":") ? index(before: endIndex)..<endIndex : nil) {
            return firstRange(of: " #").map { $0.lowerBound < colon.lowerBound } == true ? "#" : ":"
        }
        return firstRange(of: " #") == nil ? nil : "#"
    }
}

extension Substring {
    /// The first space that is not an ordinary one, or invisible character, with its name.
    var firstOdd: (range: Range<Index>, name: String)? { first(where: \.isOddBlank) }

    /// The first invisible character, with its name.
    var firstInvisible: (range: Range<Index>, name: String)? {
        var text = String(self)
        guard let found = text.withUTF8({ InvisibleCharacter.first(in: $0, from: 0, before: $0.count) }) else {
            return nil
        }
        return named(at: utf8.index(startIndex, offsetBy: found.range.lowerBound))
    }

    private func first(where fits: (Unicode.Scalar) -> Bool) -> (range: Range<Index>, name: String)? {
        unicodeScalars.firstIndex(where: fits).flatMap(named)
    }

    private func named(at i: Index) -> (range: Range<Index>, name: String)? {
        unicodeScalars[i].blankName.map { (i..<unicodeScalars.index(after: i), $0) }
    }
}
