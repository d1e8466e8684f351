package import Diagnostics

/// Lines that do not fit the lines around them.
extension YAMLTrap {
    static func structure(
        _ problem: String, at mark: YAMLComplaint.Mark, opened: YAMLComplaint.Mark?, in source: YAMLSource
    )
        -> Diagnostic?
    {
        if problem.contains("another document") || problem.contains("<document start>") {
            if let trap = secondDocument(at: mark, in: source) { return trap }
        }
        if problem.contains("expected ':'"), let opened { return noColon(onLine: opened.line, in: source) }
        if problem.contains("mapping values"), let before = lineWithText(above: mark.line, in: source),
            !source.text(source.line(before)).contains(":")
        {
            return keyInText(onLine: mark.line, in: source) ?? noColon(onLine: before, in: source)
        }
        if problem.contains("'-' indicator") {
            let line = source.line(mark.line)
            let start = line.first { source.bytes[$0] != UInt8(ascii: " ") } ?? line.lowerBound
            return YAMLRules.syntax.at(
                start..<line.upperBound, in: source.path,
                "This line is among the items of a list, but does not start with a hyphen and a space.",
                help:
                    Help(
                        "If it is a key of its own, start it in the same column as the key of the list. If it belongs "
                            + "to the item above, start it with two more spaces:",
                        paste: "  " + source.text(line))
            )
        }
        let line = source.line(mark.line)
        if source.text(line).drop(while: { $0 == " " }).hasPrefix(":") { return noKey(on: line, in: source) }
        return indentation(onLine: mark.line, in: source)
    }

    package static func noKey(on line: ByteRange, in source: YAMLSource) -> Diagnostic {
        let start = line.first { source.bytes[$0] != UInt8(ascii: " ") } ?? line.lowerBound
        return YAMLRules.syntax.at(
            start..<line.upperBound, in: source.path, "There is no key before this colon.",
            help: "Write `key: value`, or put quotes around the line if it is text.")
    }

    private static func secondDocument(at mark: YAMLComplaint.Mark, in source: YAMLSource) -> Diagnostic? {
        for number in stride(from: min(mark.line, source.lineStarts.count), through: 1, by: -1) {
            let line = source.line(number)
            let text = source.text(line)
            if text.hasPrefix("...") || (text.hasPrefix("---") && number > 1) {
                return YAMLRules.syntax.at(
                    line, in: source.path, "`\(text.prefix(3))` ends the keys here, but more of them follow.",
                    help: "Remove this line.")
            }
            if text.hasPrefix("%") {
                return YAMLRules.syntax.at(
                    line, in: source.path, "A line may not start with `%`.",
                    help: "Remove this line, or put quotes around it if it is text.")
            }
        }
        return nil
    }

    private static func noColon(onLine number: Int, in source: YAMLSource) -> Diagnostic {
        let line = source.line(number)
        let text = source.text(line)
        let start = (line.first { source.bytes[$0] != UInt8(ascii: " ") }) ?? line.lowerBound
        let words = text.drop { $0 == " " }
        if number > 1, source.bytes[line.lowerBound - 1] != UInt8(ascii: "\n"),
            source.bytes[line.lowerBound - 1] != UInt8(ascii: "\r")
        {
            return YAMLRules.syntax.at(
                line, in: source.path,
                "An invisible line separator comes before `\(words)`, and what follows it has no key.",
                help: "Delete it, or type the line again.")
        }
        if words.hasPrefix("-"), !words.hasPrefix("- "), !words.hasPrefix("--") {
            return YAMLRules.missingSpace.at(
                start..<(start + 1), in: source.path, "There is no space after the hyphen of this item.",
                help: .paste(
                    "\(text[..<words.startIndex])- \(words.dropFirst())",
                    replacement: Replacement(range: start + 1..<start + 1, text: " ")))
        }
        // What a mail program broke off from its key.
        if number > 0, let above = lineWithText(above: number, in: source) {
            let key = source.text(source.line(above))
            if key.hasSuffix(":"), !key.hasPrefix(" "), !key.contains(" ") {
                return YAMLRules.syntax.at(
                    start..<line.upperBound, in: source.path,
                    "This line has no key. It may be the value of `\(key.dropLast())`, from which it was broken off.",
                    help: Help("Put both on one line:", paste: "\(key) \(words)"))
            }
        }
        return YAMLRules.syntax.at(
            start..<line.upperBound, in: source.path, "This line has no key: a colon and a space are missing.",
            help: spaced(words).map {
                Help(
                    "If its first word is the key, put a colon after it. If the line goes on from the value above, "
                        + "start it with two spaces.",
                    paste: "\(text[..<words.startIndex])\($0)")
            } ?? "Write `key: value`. If the line goes on from the value above, start it with two spaces.")
    }

    /// `agreed 2026-03-12` and `kind = guide` with a colon; `nil` where the first word may be none that is a key.
    private static func spaced(_ words: Substring) -> String? {
        let key = words.prefix { ("a"..."z").contains($0) || $0 == "_" }
        let rest = words[key.endIndex...].drop { $0 == " " }
        let value = (rest.hasPrefix("=") ? rest.dropFirst() : rest).drop { $0 == " " }
        guard key.count > 2, !value.isEmpty, rest.startIndex > key.endIndex,
            rest.hasPrefix("=") || key == "agreed" || value.allSatisfy({ $0.isNumber || "-:. ".contains($0) })
        else { return nil }
        return "\(key): \(value)"
    }

    /// `Note: bring a cup` below text that goes on from a value: the colon makes a key of its first word.
    private static func keyInText(onLine number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.line(number)
        let words = source.text(line).drop { $0 == " " }
        let indent = line.count - words.utf8.count
        guard indent > 0, let colon = words.firstRange(of: ": ")?.lowerBound else { return nil }
        var texts = [String(words)]
        var above = number
        while let next = lineWithText(above: above, in: source) {
            let text = source.text(source.line(next))
            let lead = text.drop { $0 == " " || $0 == "-" }
            above = next
            guard text.utf8.count - text.drop(while: { $0 == " " }).utf8.count < indent else {
                texts.insert(String(lead), at: 0)
                continue
            }
            guard let end = lead.firstRange(of: ": ")?.upperBound, let first = lead[end...].first,
                !"\"'[{|>&*#".contains(first)
            else { return nil }
            texts.insert(String(lead[end...]), at: 0)
            let start = line.lowerBound + indent
            let below = textBelow(number, in: source)
            let replaced = oneLine(for: above...number + below.count, in: source)
            return YAMLRules.syntax.at(
                start..<(start + words[..<colon].utf8.count + 1), in: source.path,
                "The colon here makes a key of `\(words[..<colon])`, in the middle of the text of "
                    + "`\(lead[..<end].dropLast(2))`.",
                help: Help(
                    "If it is part of the text, paste \(replaced):",
                    paste: text[..<end] + (texts + below).joined(separator: " ").inQuotes))
        }
        return nil
    }

    private static func indentation(onLine number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.line(number)
        let indent = line.count - source.text(line).drop { $0 == " " }.utf8.count
        let text = source.text(line).drop { $0 == " " }
        guard text.contains(":") || text.hasPrefix("- "), let above = lineWithText(above: number, in: source) else {
            return nil
        }
        let before = source.text(source.line(above))
        let indentAbove = before.utf8.count - before.drop { $0 == " " }.utf8.count
        guard indent != indentAbove else { return nil }
        // `welcome: Jo` with more keys below it: the value that is there needs a key too.
        let lead = before.drop { $0 == " " }
        let range = (line.lowerBound + indent)..<line.upperBound
        if indent > indentAbove + 1, !lead.hasPrefix("-"), let colon = lead.firstRange(of: ": ") {
            let pair = (key: String(lead[..<colon.lowerBound]), value: lead[colon.upperBound...])
            if let help = between(above, at: indentAbove, and: text, in: source) {
                return YAMLRules.syntax.at(
                    range, in: source.path, "`\(pair.key)` is between this item and the key of its list.", help: help)
            }
            return Self.isAlone(pair.key)
                ? tooFarRight(number, at: indent, besides: pair.key[...], at: indentAbove, in: source)
                : belowValue(text, at: range, pair, indent: indentAbove, in: source)
        }
        let advice =
            "If it is a key or an item of its own, start it in the same column as its neighbours above. If it is text, "
            + "put quotes around the whole text."
        let isKeyAbove = !lead.hasPrefix("-") && lead.contains(": ") && !text.hasPrefix("-")
        if isKeyAbove, indent > indentAbove, isKey(text), let colon = lead.firstRange(of: ": ") {
            return tooFarRight(number, at: indent, besides: lead[..<colon.lowerBound], at: indentAbove, in: source)
        }
        return YAMLRules.syntax.at(
            range, in: source.path,
            "`\(text.prefix { $0 != ":" })` starts further to the \(indent > indentAbove ? "right" : "left") than "
                + "the lines above allow.",
            help: isKeyAbove && indent > indentAbove
                ? Help(advice, paste: String(repeating: " ", count: indentAbove) + text) : Help(advice)
        )
    }

    /// A line that is further in than a key which has a value on its own line.
    private static func belowValue(
        _ text: Substring, at range: ByteRange, _ above: (key: String, value: Substring), indent: Int,
        in source: YAMLSource
    ) -> Diagnostic {
        let pad = String(repeating: " ", count: indent)
        return YAMLRules.syntax.at(
            range, in: source.path,
            "`\(text.prefix { $0 != ":" })` is below `\(above.key)`, which already has a value after its colon.",
            help: Help(
                "If this line is not part of `\(above.key)`, start it further to the left. If it is, give the value "
                    + "above it a key of its own, where the dots are:",
                paste: "\(pad)\(above.key):\n\(pad)  …: \(above.value)\n\(pad)  \(text)"))
    }

    /// Lines that start further to the right than the key above them.
    ///
    /// - Parameters:
    ///   - indent: of the first of them.
    ///   - key: which is above them.
    ///   - column: where they belong.
    private static func tooFarRight(
        _ number: Int, at indent: Int, besides key: Substring, at column: Int, in source: YAMLSource
    ) -> Diagnostic {
        var lines: [String] = []
        for next in number...max(number, source.lineStarts.count) {
            let text = source.text(source.line(next))
            let words = text.drop { $0 == " " }
            let own = text.utf8.count - words.utf8.count
            guard !words.isEmpty, next == number || own > indent || own == indent && isKey(words) else { break }
            lines.append(String(repeating: " ", count: max(0, own - indent + column)) + words)
        }
        let line = source.line(number)
        let name = source.text(line).drop { $0 == " " }.prefix { $0 != ":" }
        let isOne = lines.count == 1
        return YAMLRules.syntax.at(
            (line.lowerBound + indent)..<line.upperBound, in: source.path,
            isOne
                ? "`\(name)` starts further to the right than `\(key)`, so it is read as a part of it."
                : "\(lines.count) lines start further to the right than `\(key)`, so they are read as a part of it.",
            help: Help(
                "Start \(isOne ? "it" : "them") in the same column as `\(key)`:",
                paste: lines.joined(separator: "\n")))
    }

    /// `name: …` or `topics:`
    private static func isKey(_ words: Substring) -> Bool {
        let key = words.prefix { ("a"..."z").contains($0) || $0 == "_" }
        let rest = words[key.endIndex...]
        return !key.isEmpty && (rest.hasPrefix(": ") || rest == ":")
    }

    /// `agreed: 2026-03-12` between `members:` and its first item.
    private static func between(
        _ number: Int, at indent: Int, and item: Substring, in source: YAMLSource
    ) -> Help? {
        guard item.hasPrefix("- "), let list = lineWithText(above: number, in: source) else { return nil }
        let (head, line) = (source.text(source.line(list)), source.text(source.line(number)))
        let key = head.drop { $0 == " " }
        guard key.hasSuffix(":"), !key.contains(" "), head.utf8.count - key.utf8.count == indent else { return nil }
        return Help(
            "Move that line below the items of the list. If it is about one of them, start it in the same "
                + "column as the other keys of that item.",
            paste: "\(head)\n\(String(repeating: " ", count: indent))  \(item)\n\(line)")
    }

    /// Whether a key has one value and never others below it, in any kind of entry.
    private static func isAlone(_ key: String) -> Bool {
        ["title", "name", "summary", "meets", "founded", "starts", "ends", "date", "place", "source", "draft"].contains(
            key)
    }

    /// The nearest line above that holds more than a comment.
    private static func lineWithText(above number: Int, in source: YAMLSource) -> Int? {
        stride(from: number - 1, through: 1, by: -1).first { number in
            let text = source.text(source.line(number)).drop { $0 == " " }
            return !text.isEmpty && !text.hasPrefix("#")
        }
    }
}
