package import Diagnostics

/// Reading on after a mistake, so that all of them are reported at once.
extension YAMLTrap {
    /// What a text is read without after a mistake: the value that it is in, or all lines of its key.
    ///
    /// - Parameter left: what was left out before.
    /// - Returns: `nil` where nobody can tell.
    package static func part(
        of problem: Diagnostic, in source: YAMLSource, besides left: [ByteRange]
    ) -> [ByteRange]? {
        guard
            [YAMLRules.syntax, YAMLRules.colonInValue, YAMLRules.missingSpace, YAMLRules.notUsed].contains(
                where: problem.isUnder)
        else { return nil }
        let number = source.lineNumber(of: problem.range.lowerBound)
        let line = source.line(number)
        if !left.contains(where: { $0.overlaps(line) }), problem.isUnder(YAMLRules.colonInValue),
            let value = value(of: number, in: source)
        {
            return value
        }
        let lines = block(around: number, in: source)
        return lines.allSatisfy(left.contains) ? nil : lines
    }

    /// What follows the first colon of a line, and the text below that goes on from it; `nil` where other lines belong
    /// to it.
    private static func value(of number: Int, in source: YAMLSource) -> [ByteRange]? {
        let line = source.line(number)
        let text = source.text(line)
        let column = text.prefix { $0 == " " || $0 == "-" }.utf8.count
        guard let colon = text.firstRange(of: ": ") else { return nil }
        let start = line.lowerBound + text[..<colon.upperBound].utf8.count
        let last = number + textBelow(number, in: source).count
        let next = (last + 1..<max(last + 1, source.lineStarts.count + 1)).lazy.map { source.text(source.line($0)) }
            .first { !$0.allSatisfy { $0 == " " } }
        guard start < line.upperBound, (next?.prefix { $0 == " " }.utf8.count ?? 0) <= column else { return nil }
        return [start..<line.upperBound]
            + (number + 1..<max(number + 1, last + 1)).map(source.line).filter { !$0.isEmpty }
    }

    /// The lines from the key at or above one to the next key, both at the start of their lines.
    private static func block(around number: Int, in source: YAMLSource) -> [ByteRange] {
        let first = stride(from: number, through: 1, by: -1).first { startsKey($0, in: source) } ?? number
        var end = number + 1
        while end <= source.lineStarts.count, !startsKey(end, in: source) { end += 1 }
        return (first..<end).map(source.line).filter { !$0.isEmpty }
    }

    private static func startsKey(_ number: Int, in source: YAMLSource) -> Bool {
        let text = source.text(source.line(number))
        let key = text.prefix { $0.isLetter || $0 == "_" }
        let rest = text[key.endIndex...]
        // Without a space it was meant as one.
        return !key.isEmpty && rest.hasPrefix(":") && !rest.hasPrefix("://")
    }
}
