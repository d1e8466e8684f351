internal import Yams
internal import Diagnostics

/// Says what somebody most likely meant, where libyaml says what its scanner saw.
enum YAMLTrap {
    static func explain(_ error: YamlError, in source: YAMLSource) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            return explain(problem, at: mark, opened: context, in: source)
        case .composer(_, let problem, let mark, _):
            return explain(problem, at: mark, opened: nil, in: source)
        case .duplicatedKeysInMapping(let keys, let context):
            return duplicate(keys.first ?? "", first: context.mark, in: source)
        case .reader(let problem, let offset, _, _):
            let start = min(source.range.lowerBound + (offset ?? 0), source.range.upperBound)
            return YAMLRules.syntax.at(start..<start, in: source.path, "This character is not allowed in YAML (\(problem)).")
        default:
            return YAMLRules.syntax.at(source.range, in: source.path, "The front matter cannot be read as YAML.")
        }
    }

    private static func explain(
        _ problem: String, at mark: Mark, opened: YamlError.Context?, in source: YAMLSource
    ) -> Diagnostic {
        // The scanner notices some mistakes a line late, so the line before counts too.
        let lines = [mark.line, mark.line - 1].filter { $0 >= 1 }
        for line in lines {
            if let trap = tab(onLine: line, in: source) { return trap }
        }
        if problem.contains("mapping values are not allowed") {
            for line in lines { if let trap = colon(onLine: line, in: source) ?? missingSpace(onLine: line, in: source) { return trap } }
        }
        if problem.contains("simple key") || problem.contains("expected ':'") || problem.contains("expected <document start>")
            || problem.contains("expected <block end>") || problem.contains("expected key") {
            for line in lines + [opened?.mark.line].compactMap({ $0 }) {
                if let trap = missingSpace(onLine: line, in: source) { return trap }
            }
        }
        let start = source.offset(line: mark.line, column: mark.column)
        let line = source.line(mark.line)
        if let trap = reservedCharacter(at: start, in: source) { return trap }
        if let opened, problem.contains("']'") || problem.contains("'}'") || opened.text.contains("quoted scalar") {
            return unclosed(opened, in: source)
        }
        if problem.contains("alias") {
            return YAMLRules.notUsed.at(start..<line.upperBound, in: source.path,
                "`\(source.text(start..<line.upperBound))` is read as a reference, because it starts with `*`.",
                help: "Put quotes around the value.")
        }
        let hint = indentation(onLine: mark.line, in: source) ?? "Keys of one group start in the same column; text with : # [ ] { } , & * ! | > ' \" % @ or ` in it is safest in quotes."
        return YAMLRules.syntax.at(
            start..<max(start, line.upperBound), in: source.path, "This line does not fit what stands above it (\(problem)).", help: hint)
    }

    private static func tab(onLine number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.line(number)
        guard let place = line.first(where: { source.bytes[$0] != UInt8(ascii: " ") && source.bytes[$0] != UInt8(ascii: "-") }),
            source.bytes[place] == UInt8(ascii: "\t")
        else { return nil }
        let rest = source.text(line).drop { $0 == "\t" || $0 == " " }
        return YAMLRules.tab.at(
            place..<(place + 1), in: source.path, "A tab indents this line; YAML wants spaces.",
            help: "Put two spaces in its place:\n  \(rest)")
    }

    private static func colon(onLine number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.text(source.line(number))
        guard let colon = line.firstRange(of: ": ") else { return nil }
        let value = line[colon.upperBound...].drop { $0 == " " }
        guard let second = value.firstRange(of: ": ")?.lowerBound ?? (value.hasSuffix(":") ? value.index(before: value.endIndex) : nil),
            !value.hasPrefix("\"")
        else { return nil }
        let start = source.line(number).lowerBound + line[..<second].utf8.count
        return YAMLRules.colonInValue.at(
            start..<(start + 1), in: source.path, "A second colon on this line makes YAML look for another key.",
            help: "Put quotes around the value:\n\(line[..<colon.upperBound])\"\(String(value).replacingQuotes)\"")
    }

    private static func missingSpace(onLine number: Int, in source: YAMLSource) -> Diagnostic? {
        let line = source.text(source.line(number))
        let key = line.drop { $0 == " " || $0 == "-" }.prefix { $0.isLetter || $0 == "_" }
        let rest = line[key.endIndex...]
        guard !key.isEmpty, rest.first == ":", let next = rest.dropFirst().first, next != " " else { return nil }
        let start = source.line(number).lowerBound + line[..<key.endIndex].utf8.count
        return YAMLRules.missingSpace.at(
            start..<(start + 1), in: source.path, "There is no space after `\(key):`.",
            help: "\(line[..<key.endIndex]): \(rest.dropFirst())")
    }

    private static func reservedCharacter(at start: Int, in source: YAMLSource) -> Diagnostic? {
        guard start < source.range.upperBound, [UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%")].contains(source.bytes[start])
        else { return nil }
        let end = source.line(source.lineNumber(of: start)).upperBound
        let value = source.text(start..<end)
        return YAMLRules.syntax.at(
            start..<end, in: source.path, "A value may not start with `\(value.prefix(1))`.",
            help: "Put quotes around it: \"\(value.replacingQuotes)\"")
    }

    private static func unclosed(_ opened: YamlError.Context, in source: YAMLSource) -> Diagnostic {
        let start = source.offset(line: opened.mark.line, column: opened.mark.column)
        let end = max(start, source.line(opened.mark.line).upperBound)
        let sign = start < source.range.upperBound ? source.text(start..<(start + 1)) : ""
        let partner = ["[": "]", "{": "}", "\"": "\"", "'": "'"][sign] ?? "its end"
        return YAMLRules.syntax.at(
            start..<end, in: source.path, "What `\(sign)` opens here is never closed.",
            help: "Close it with \(partner), or put quotes around the whole value if `\(sign)` is part of the text.")
    }

    private static func indentation(onLine number: Int, in source: YAMLSource) -> String? {
        let line = source.text(source.line(number))
        let key = line.drop { $0 == " " }
        guard line.first == " ", key.contains(":") else { return nil }
        return "If `\(key)` is a key of its own, start it in the same column as the keys above."
    }

    private static func duplicate(_ key: String, first mark: Mark, in source: YAMLSource) -> Diagnostic {
        let column = mark.column
        let again = (mark.line..<source.lineStarts.count).lazy.map { $0 + 1 }.first { number in
            let start = source.offset(line: number, column: column)
            let line = source.line(number)
            return start < line.upperBound && source.text(start..<line.upperBound).hasPrefix("\(key):")
        }
        let start = source.offset(line: again ?? mark.line, column: column)
        return YAMLRules.duplicateKey.at(
            start..<min(start + key.utf8.count, source.range.upperBound), in: source.path,
            "`\(key)` stands here a second time; it is already on line \(mark.line + linesBefore(source)).",
            help: "Keep one of the two, or join them.")
    }

    /// Lines of the file above the YAML part.
    private static func linesBefore(_ source: YAMLSource) -> Int {
        source.bytes[..<source.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
    }
}
