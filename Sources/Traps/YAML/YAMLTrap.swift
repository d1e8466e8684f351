package import Diagnostics

/// Says what somebody most likely meant, where libyaml says what its scanner saw.
package enum YAMLTrap {
    package static func explain(_ complaint: YAMLComplaint, in source: YAMLSource) -> Diagnostic {
        let (problem, mark, opened) = (complaint.problem, complaint.mark, complaint.opened)
        // The scanner notices some mistakes a line late, so the line before counts too.
        let lines = [mark.line, mark.line - 1].filter { $0 >= 1 }
        func first(_ lines: [Int], _ trap: (Int, YAMLSource) -> Diagnostic?) -> Diagnostic? {
            for line in lines { if let found = trap(line, source) { return found } }
            return nil
        }
        if let trap = first(lines, tab) { return trap }
        if problem.contains("escape") || problem.contains("hexdecimal") { return backslash(at: mark, in: source) }
        if problem.contains("mapping values"), let trap = first(lines, colon) { return trap }
        if let opened, problem.contains("end of stream") || problem.contains("document indicator") {
            return unclosed(source.offset(line: opened.line, column: opened.column), in: source)
        }
        let around = lines + [opened?.line].compactMap { $0 }
        if isAboutKeys(problem), let trap = first(around, missingSpace) { return trap }
        if let opened, let trap = leftOpen(opened, noticedOn: mark.line, in: source) { return trap }
        if problem.contains("]'") || problem.contains("}'") || problem.contains("node content") {
            if let trap = first(around, commentInBrackets) { return trap }
        }
        if let trap = value(onLine: mark.line, in: source) { return trap }
        if let opened, problem.contains("']'") || problem.contains("'}'") {
            return unclosed(source.offset(line: opened.line, column: opened.column), in: source)
        }
        if let trap = structure(problem, at: mark, opened: opened, in: source) { return trap }
        let shown = source.line(mark.line).isEmpty ? (opened ?? mark) : mark
        let start = source.offset(line: shown.line, column: shown.column)
        return YAMLRules.syntax.at(
            start..<max(start, source.line(shown.line).upperBound), in: source.path,
            "This line does not fit the lines above it (\(problem)).",
            help:
                Help(
                    "Start all keys of a group in the same column. Put quotes around text that has "
                        + ": # [ ] { } , & * ! | > ' \" % @ or ` in it.")
        )
    }

    private static func isAboutKeys(_ problem: String) -> Bool {
        ["mapping values", "simple key", "expected ':'", "<document start>", "<block end>", "expected key"].contains {
            problem.contains($0)
        }
    }

    /// `TabbedYAML` says more about it.
    private static func tab(onLine number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.line(number)
        guard
            let offset = line.first(where: {
                source.bytes[$0] != UInt8(ascii: " ") && source.bytes[$0] != UInt8(ascii: "-")
            }),
            source.bytes[offset] == UInt8(ascii: "\t")
        else { return nil }
        return YAMLRules.tab.at(offset..<(offset + 1), in: source.path, "A tab is here; YAML wants spaces.")
    }

    private static func colon(onLine number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.text(source.line(number))
        guard let colon = line.firstRange(of: ": ") else { return nil }
        let value = line[colon.upperBound...].drop { $0 == " " }
        guard
            let second = value.firstRange(of: ": ")?.lowerBound
                ?? (value.hasSuffix(":") ? value.index(before: value.endIndex) : nil),
            !value.hasPrefix("\"")
        else { return nil }
        let start = source.line(number).lowerBound + line[..<second].utf8.count
        let below = textBelow(number, in: source)
        return YAMLRules.colonInValue.at(
            start..<(start + 1), in: source.path, isLast(second, of: value) ? colonAtEnd : colonInText,
            help: keysAfterCommas(line[..<colon.upperBound], value)
                ?? Help(
                    "Paste \(oneLine(for: number...number + below.count, in: source)):",
                    paste: line[..<colon.upperBound] + ([String(value)] + below).joined(separator: " ").inQuotes))
    }

    static let colonInText = "A colon followed by a space inside a text needs quotes around the text."
    private static let colonAtEnd = "A colon at the end of a text needs quotes around the text."

    private static func isLast(_ index: Substring.Index, of text: Substring) -> Bool {
        text.index(after: index) == text.endIndex
    }

    /// Says which lines of the file a line replaces, to follow "paste".
    static func oneLine(for lines: ClosedRange<Int>, in source: YAMLSource) -> String {
        if lines.count == 1 { return "this line in place of yours" }
        let above = linesBefore(source)
        return "this line in place of lines \(lines.lowerBound + above) to \(lines.upperBound + above)"
    }

    /// `- person: Jo, part: steward`: several keys of one group, with commas between them.
    ///
    /// - Parameters:
    ///   - lead: the first key, with what is before it and its colon.
    ///   - value: the rest of the line.
    private static func keysAfterCommas(_ lead: Substring, _ value: Substring) -> Help? {
        var lines = [String(lead)]
        let indent = String(repeating: " ", count: lead.prefix { $0 == " " || $0 == "-" }.count)
        for (number, part) in value.split(separator: ",").enumerated() {
            let text = part.drop { $0 == " " }
            let key = text.prefix { ("a"..."z").contains($0) || $0 == "_" }
            if number > 0, !key.isEmpty, text[key.endIndex...].hasPrefix(": ") {
                lines.append(indent + text)
            } else {
                lines[lines.count - 1] += number == 0 ? String(text) : ",\(part)"
            }
        }
        // A second colon in one of them is a matter of its own.
        guard lines.count > 1, lines.allSatisfy({ $0.ranges(of: ": ").count == 1 }) else { return nil }
        return Help(
            "If these are several keys, write each on a line of its own. If it is one text, put quotes around it.",
            paste: lines.joined(separator: "\n"))
    }

    /// Lines below a value that go on from it, because no key and no hyphen starts them.
    static func textBelow(_ number: Int, in source: YAMLSource) -> [String] {
        var lines: [String] = []
        for next in (number + 1)..<max(number + 1, source.lineStarts.count + 1) {
            let text = source.text(source.line(next)).drop { $0 == " " }
            let key = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
            guard !text.isEmpty, !text.hasPrefix("- "), !text.hasPrefix("#"), text[key.endIndex...].first != ":" else {
                break
            }
            lines.append(String(text))
        }
        return lines
    }

    private static func missingSpace(onLine number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.text(source.line(number))
        let key = line.drop { $0 == " " || $0 == "-" }.prefix { $0.isLetter || $0 == "_" }
        let rest = line[key.endIndex...]
        guard !key.isEmpty, rest.first == ":", let next = rest.dropFirst().first, next != " ", !rest.hasPrefix("://")
        else { return nil }
        let start = source.line(number).lowerBound + line[..<key.endIndex].utf8.count
        return YAMLRules.missingSpace.at(
            start..<(start + 1), in: source.path, "There is no space after `\(key):`.",
            help: .paste(
                "\(line[..<key.endIndex]): \(rest.dropFirst())",
                replacement: Replacement(range: start + 1..<start + 1, text: " ")))
    }

    static func unclosed(_ start: Int, in source: YAMLSource) -> Diagnostic {
        let end = max(start, source.line(source.lineNumber(of: start)).upperBound)
        if let trap = closedCurly(start..<end, in: source) { return trap }
        let sign = start < source.range.upperBound ? source.text(start..<(start + 1)) : ""
        if sign == "\"" || sign == "'", let trap = openQuote(start..<end, sign, in: source) { return trap }
        let partner = ["[": "`]`", "{": "`}`", "\"": "`\"`", "'": "`'`"][sign] ?? "its end"
        return YAMLRules.syntax.at(
            start..<end, in: source.path, "This `\(sign)` is never closed.",
            help: "Close it with \(partner), or put quotes around the whole text if `\(sign)` is part of it.")
    }

    /// `"Every Tuesday`, where the rest of the line is the value.
    private static func openQuote(_ range: ByteRange, _ sign: String, in source: YAMLSource) -> Diagnostic? {
        let line = source.line(source.lineNumber(of: range.lowerBound))
        let text = source.text(range).dropFirst()
        guard !text.isEmpty, !text.contains(sign), !text.contains("\\"), text.last != " " else { return nil }
        return YAMLRules.syntax.at(
            range, in: source.path, "This `\(sign)` is never closed.",
            help: Help(
                "Close it at the end of the text, or remove it:",
                paste: "\(source.text(line.lowerBound..<range.lowerBound))\(sign)\(text)\(sign)"))
    }

    /// `"Handbook”`: a program has made the second quote curly.
    private static func closedCurly(_ range: ByteRange, in source: YAMLSource) -> Diagnostic? {
        let line = source.line(source.lineNumber(of: range.lowerBound))
        let value = source.text(range)
        guard let wrap = CurlyQuotes.wrap(value[...].withoutBlankEnds), wrap.isStraightFirst else { return nil }
        return YAMLRules.pasted.at(
            range, in: source.path,
            "This value starts with a straight quote and ends with a curly one (\(wrap.closing)), which does not "
                + "close it.",
            help:
                Help(
                    "Paste this line in place of "
                        + "yours:", paste: "\(source.text(line.lowerBound..<range.lowerBound))\(wrap.inner.inQuotes)",
                    replacement: Replacement(range: range, text: wrap.inner.inQuotes))
        )
    }

    package static func duplicate(_ key: String, first mark: YAMLComplaint.Mark, in source: YAMLSource) -> Diagnostic {
        let start = source.offset(line: mark.line, column: mark.column)
        let again = again(key, on: start, line: mark.line, column: mark.column, in: source) ?? start
        return YAMLRules.duplicateKey.at(
            again..<min(again + key.utf8.count, source.range.upperBound), in: source.path,
            "`\(key)` appears here a second time; it is already on line \(mark.line + linesBefore(source)).",
            help: "Keep one of the two. If both are lists, make one list with the items of both: `\(key): [one, two]`.")
    }

    /// Where a key appears for the second time: in the same column of a later line, or, inside `{…}`, further on.
    private static func again(_ key: String, on first: Int, line: Int, column: Int, in source: YAMLSource) -> Int? {
        let spellings = ["\(key):", "\"\(key)\":", "'\(key)':", "\(key) :"].map { Array($0.utf8) }
        func isKey(_ start: Int, before end: Int) -> Bool {
            start < end && spellings.contains { source.bytes[start..<end].starts(with: $0) }
        }
        let end = source.line(line).upperBound
        if let inBraces = ((first + 1)..<max(first + 1, end)).first(where: {
            [UInt8(ascii: " "), UInt8(ascii: ",")].contains(source.bytes[$0 - 1]) && isKey($0, before: end)
        }) {
            return inBraces
        }
        for number in line..<max(line, source.lineStarts.count) {
            let start = source.offset(line: number + 1, column: column)
            if isKey(start, before: source.line(number + 1).upperBound) { return start }
        }
        return nil
    }

    /// Lines of the file above the YAML part.
    private static func linesBefore(_ source: YAMLSource) -> Int {
        source.bytes[..<source.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
    }
}
