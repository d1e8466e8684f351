package import Diagnostics

/// Values that start with, or hold, a sign that means something to YAML.
extension YAMLTrap {
    /// Looks at the first value of a line: what its first sign does, and how to write it instead.
    static func value(onLine number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.line(number)
        guard let start = valueStart(in: line, of: source) else {
            return openedAbove(number, in: source) ?? inBrackets(number, in: source)
        }
        let value = source.text(start..<line.upperBound)
        func problem(_ message: String, _ help: Help) -> Diagnostic {
            YAMLRules.syntax.at(start..<line.upperBound, in: source.path, message, help: help)
        }
        let quote = Help(
            "Put quotes around the text:", paste: "\(source.text(line.lowerBound..<start))\(value.inQuotes)")
        let sign = value.prefix(1)
        if sign == "*", let lines = boldKey(onLine: number, in: source) {
            return problem("A key is written alone, without the asterisks of bold text.", lines)
        }
        switch sign {
        case "@", "`", "%", ",", "]", "}", "?":
            return problem("A text may not start with \(sign == "`" ? "a backtick" : "`\(sign)`").", quote)
        case "*" where value.hasPrefix("* "):
            return problem(
                "An item of a list starts with a hyphen, not with `*`.",
                .paste("\(source.text(line.lowerBound..<start))- \(value.dropFirst(2))"))
        case "*":
            return YAMLRules.notUsed.at(
                start..<line.upperBound, in: source.path,
                "`\(value)` is read as a reference, because it starts with `*`.", help: quote)
        case "|", ">":
            return problem(
                "A value that starts with `\(sign)` continues on the lines below, so nothing may follow it here.",
                quote)
        case "-" where value.hasPrefix("- "):
            return problem(
                "A list starts on the line below its key.",
                Help(
                    "Write each item on a line of its own, or put quotes around the value if it is text:",
                    paste: "\(source.text(line.lowerBound..<start))\(value.inQuotes)")
            )
        case "\"", "'", "[", "{": return enclosed(start, onLine: number, in: source)
        default: return openedAbove(number, in: source)
        }
    }

    /// A value that starts with a quote or a bracket: one that is never closed, or closed before the line ends.
    private static func enclosed(_ start: Int, onLine number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.line(number)
        let value = source.text(start..<line.upperBound)
        let sign = value.prefix(1)
        guard let end = end(of: start, before: line.upperBound, in: source) else {
            return sign == "\"" || sign == "'" ? unclosed(start, in: source) : inBrackets(number, in: source)
        }
        let rest = (end..<line.upperBound).first { source.bytes[$0] != UInt8(ascii: " ") }
        guard let rest, source.bytes[rest] != UInt8(ascii: "#") else {
            return openedAbove(number, in: source) ?? inBrackets(number, in: source)
        }
        if let several = sideBySide(start, onLine: line, in: source) { return several }
        let whole =
            value.count > 1 && (sign == "'" || sign == "\"") && value.hasSuffix(sign)
            ? String(value.dropFirst().dropLast()) : value
        return YAMLRules.syntax.at(
            rest..<line.upperBound, in: source.path,
            "The text ends at the `\(source.text((end - 1)..<end))` before this, but the line goes on.",
            help: Help(
                "Put quotes around the whole text:",
                paste: "\(source.text(line.lowerBound..<start))\(whole.inQuotes)"))
    }

    /// Offset of the first byte of a line's value: after `key: ` or `- `.
    private static func valueStart(in line: ByteRange, of source: YAMLSource) -> Int? {
        var i = line.lowerBound
        while i < line.upperBound, source.bytes[i] == UInt8(ascii: " ") { i += 1 }
        while i + 1 < line.upperBound, source.bytes[i] == UInt8(ascii: "-"), source.bytes[i + 1] == UInt8(ascii: " ") {
            i += 2
            while i < line.upperBound, source.bytes[i] == UInt8(ascii: " ") { i += 1 }
        }
        let text = source.text(i..<line.upperBound)
        let isItem = i > line.lowerBound && source.text(line.lowerBound..<i).contains("-")
        let signs: Set<Character> = ["\"", "'", "[", "{", "@", "`", "%", "*", "|", ">"]
        if let first = text.first, signs.contains(first) {
            return isItem || first == "%" || first == "@" || first == "`" || first == "*" ? i : nil
        }
        guard let colon = text.firstRange(of: ": ") else { return isItem ? i : nil }
        var start = i + text[..<colon.upperBound].utf8.count
        while start < line.upperBound, source.bytes[start] == UInt8(ascii: " ") { start += 1 }
        return start < line.upperBound ? start : nil
    }

    /// Offset after the sign that closes what opens at `start`.
    private static func end(of start: Int, before limit: Int, in source: YAMLSource) -> Int? {
        let open = source.bytes[start]
        let close: UInt8 =
            open == UInt8(ascii: "[") ? UInt8(ascii: "]") : open == UInt8(ascii: "{") ? UInt8(ascii: "}") : open
        var i = start + 1
        while i < limit {
            if source.bytes[i] == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
                i += 1
            } else if source.bytes[i] == close {
                return i + 1
            }
            i += 1
        }
        return nil
    }

    /// A quote that opens on one of the lines above and is closed only by the first quote of this one.
    private static func openedAbove(_ number: Int, in source: YAMLSource) -> Diagnostic? {
        for above in stride(from: number - 1, through: max(1, number - 20), by: -1) {
            let line = source.line(above)
            guard let start = valueStart(in: line, of: source),
                [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(source.bytes[start])
            else { continue }
            return end(of: start, before: line.upperBound, in: source) == nil ? unclosed(start, in: source) : nil
        }
        return nil
    }

    /// A reserved sign or a second colon inside `[…]` or `{…}` on one line.
    private static func inBrackets(_ number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.line(number)
        guard
            let open = line.first(where: {
                source.bytes[$0] == UInt8(ascii: "[") || source.bytes[$0] == UInt8(ascii: "{")
            })
        else { return nil }
        var itemStart = open + 1
        var valueStart = -1
        var colons = 0
        for i in (open + 1)..<max(open + 1, line.upperBound) {
            switch source.bytes[i] {
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"):
                itemStart = i + 1
                colons = 0
            case UInt8(ascii: " ") where itemStart == i: itemStart = i + 1
            case UInt8(ascii: " ") where valueStart == i: valueStart = i + 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"): return nil
            case UInt8(ascii: ":") where i + 1 < line.upperBound && source.bytes[i + 1] == UInt8(ascii: " "):
                colons += 1
                valueStart = i + 1
                guard colons == 2, source.text(i..<line.upperBound).contains(where: { $0 == "}" || $0 == "]" }) else {
                    continue
                }
                return YAMLRules.colonInValue.at(
                    i..<(i + 1), in: source.path, colonInText,
                    help: missingComma(before: i, from: itemStart, in: source)
                        ?? "Put quotes around the text that holds it.")
            case UInt8(ascii: "-") where valueStart == i && i + 1 < line.upperBound && source.bytes[i + 1] == 0x20:
                return hyphensInBraces(from: i, before: line.upperBound, in: source)
            case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"):
                guard itemStart == i || valueStart == i else { continue }
                return reservedSign(at: i, before: line.upperBound, in: source)
            default: break
            }
        }
        return nil
    }

    /// `{roles: - one - two}`
    private static func hyphensInBraces(from start: Int, before limit: Int, in source: YAMLSource) -> Diagnostic {
        let end =
            (start..<limit).first { [UInt8(ascii: ","), UInt8(ascii: "}")].contains(source.bytes[$0]) } ?? limit
        let items = source.text(start + 1..<end).split(separator: "- ").map { String($0[...].withoutBlankEnds) }
        return YAMLRules.syntax.at(
            start..<end, in: source.path, "Inside braces, a list is in brackets and not after hyphens.",
            help: Help("Write this in its place:", paste: "[\(items.joined(separator: ", "))]"))
    }

    /// An item or a value in brackets that starts with a sign which means something to YAML.
    private static func reservedSign(at start: Int, before limit: Int, in source: YAMLSource) -> Diagnostic {
        let sign = source.text(start..<(start + 1))
        let end =
            (start..<limit).first {
                [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(source.bytes[$0])
            } ?? limit
        return YAMLRules.syntax.at(
            start..<end, in: source.path, "A text may not start with \(sign == "`" ? "a backtick" : "`\(sign)`").",
            help: "Put quotes around it: \(source.text(start..<end).inQuotes)")
    }

    /// `{name: Jo contact: jo@example.gov}`: what is before the second colon looks like a key.
    private static func missingComma(before colon: Int, from start: Int, in source: YAMLSource) -> Help? {
        let text = source.text(start..<colon)
        guard let blank = text.lastIndex(where: { " ;".contains($0) }) else { return nil }
        let key = text[text.index(after: blank)...]
        guard !key.isEmpty, key.allSatisfy({ ("a"..."z").contains($0) || $0 == "_" }) else { return nil }
        let before = String(text[..<blank].reversed().drop { " ;".contains($0) }.reversed())
        guard !before.hasSuffix(":") else { return nil }
        return Help(
            "If `\(key)` is a key, put a comma before it: \(before), \(key): … If it is part of the text, put quotes "
                + "around the value that holds it.")
    }

    /// `channel: #help` and `title: Coffee #3`: YAML reads a comment where a person meant text.
    ///
    /// - Parameters:
    ///   - range: of the value, which is empty in the first of the two.
    ///   - lead: the text before the value, for the line to paste.
    package static func lostComment(behind range: ByteRange, isEmpty: Bool, lead: String, in source: YAMLSource)
        -> Diagnostic?
    {
        let line = source.line(source.lineNumber(of: range.lowerBound))
        var i = range.upperBound
        while i < line.upperBound, source.bytes[i] == UInt8(ascii: " ") { i += 1 }
        guard i < line.upperBound, source.bytes[i] == UInt8(ascii: "#"), i + 1 < line.upperBound,
            isEmpty || source.bytes[i + 1] != UInt8(ascii: " ")
        else { return nil }
        let lost = source.text(i..<line.upperBound)
        if isEmpty, isDayOrAnswer(lost.dropFirst()) {
            return YAMLRules.lostComment.at(
                i..<line.upperBound, in: source.path, "`\(lost)` is lost: from ` #` on, YAML reads a comment.",
                help: Help("If it is the value, write it without `#`:", paste: "\(lead)\(lost.dropFirst())"))
        }
        let whole = isEmpty ? lost : source.text(range.lowerBound..<line.upperBound)
        return YAMLRules.lostComment.at(
            i..<line.upperBound, in: source.path,
            "`\(lost)` is lost: from ` #` on, YAML reads a comment.",
            help: Help("If it is part of the value, put quotes around it:", paste: "\(lead)\(whole.inQuotes)"))
    }

    /// `2026-03-12`, `true` or `no`: values that never have a `#` of their own.
    private static func isDayOrAnswer(_ text: Substring) -> Bool {
        if ["true", "false", "yes", "no"].contains(text.lowercased()) { return true }
        let year = text.prefix { ("0"..."9").contains($0) }
        return year.count == 4 && text.allSatisfy { ("0"..."9").contains($0) || "-: ".contains($0) }
    }

    /// `[#help, news]`: the comment swallows the bracket that closes.
    static func commentInBrackets(onLine number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.line(number)
        guard
            let open = line.first(where: {
                source.bytes[$0] == UInt8(ascii: "[") || source.bytes[$0] == UInt8(ascii: "{")
            }),
            let hash = ((open + 1)..<line.upperBound).first(where: {
                source.bytes[$0] == UInt8(ascii: "#")
                    && [UInt8(ascii: " "), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ",")].contains(
                        source.bytes[$0 - 1])
            })
        else { return nil }
        return YAMLRules.syntax.at(
            hash..<line.upperBound, in: source.path,
            "From `#` on, YAML reads a comment, so what `\(source.text(open..<(open + 1)))` opens on this line is "
                + "never closed.",
            help: "Put quotes around each item that contains `#`, such as \"#help\".")
    }

    static func backslash(at mark: YAMLComplaint.Mark, in source: YAMLSource) -> Diagnostic {
        let end = source.line(mark.line).upperBound
        let start = min(source.offset(line: mark.line, column: mark.column), end)
        return YAMLRules.syntax.at(
            start..<end, in: source.path,
            "Inside double quotes a backslash (`\\`) starts a code, and YAML does not know this one.",
            help: "Put single quotes (') around the value instead of double ones, or write each backslash twice.")
    }

    /// The first character that YAML leaves out, which libyaml does not locate reliably.
    package static func controlCharacter(in source: YAMLSource) -> Diagnostic {
        var offset = source.range.lowerBound
        for scalar in source.string.unicodeScalars {
            let length = UTF8.width(scalar)
            if !isAllowed(scalar.value) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                return YAMLRules.syntax.at(
                    offset..<(offset + length), in: source.path,
                    "There is an invisible control character (U+\(code)) here.",
                    help: "Delete it, or type the line again.")
            }
            offset += length
        }
        return YAMLRules.syntax.at(
            source.range, in: source.path, "The front matter holds a character that YAML does not allow.")
    }

    private static func isAllowed(_ value: UInt32) -> Bool {
        switch value {
        case 9, 10, 13, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
