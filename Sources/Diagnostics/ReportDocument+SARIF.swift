internal import Text

/// SARIF 2.1.0 (OASIS), which editors and code hosts read.
extension ReportDocument {
    var sarif: JSON {
        let codes = Set(entries.map(\.problem.code)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
        let driver = JSON.object([("name", .text("folkmoot")), ("rules", .list(codes.map(description)))])
        let run = JSON.object([
            ("tool", .object([("driver", driver)])),
            // Columns of `LineIndex` count Unicode scalars.
            ("columnKind", .text("unicodeCodePoints")),
            ("results", .list(entries.map { result($0, ruleIndex: numbers[$0.problem.code] ?? 0) })),
        ])
        return .object([
            ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .text("2.1.0")),
            ("runs", .list([run])),
        ])
    }

    private func description(of code: String) -> JSON {
        guard let rule = rules[code] else { return .object([("id", .text(code))]) }
        return .object([
            ("id", .text(code)), ("shortDescription", Self.message(rule.rule)), ("help", Self.message(rule.rule)),
            ("defaultConfiguration", .object([("level", .text(rule.severity.rawValue))])),
        ])
    }

    private func result(_ entry: Entry, ruleIndex: Int) -> JSON {
        let problem = entry.problem
        let file = JSON.object([("uri", .text(PercentEncoding.path(entry.path)))])
        let location = JSON.object([
            ("artifactLocation", file), ("region", entry.lines.map { Self.region(problem.range, $0) }),
        ])
        return .object([
            ("ruleId", .text(problem.code)), ("ruleIndex", .number(ruleIndex)),
            ("level", .text(problem.severity.rawValue)),
            ("message", Self.message(problem.messageWithHelp)),
            ("locations", .list([.object([("physicalLocation", location)])])),
            ("fixes", fix(of: entry, in: file).map { .list([$0]) }),
        ])
    }

    private func fix(of entry: Entry, in file: JSON) -> JSON? {
        guard let replacement = entry.problem.help?.replacement, let lines = entry.lines else { return nil }
        let change = JSON.object([
            ("deletedRegion", Self.region(replacement.range, lines)),
            ("insertedContent", .object([("text", .text(replacement.text))])),
        ])
        return .object([
            ("artifactChanges", .list([.object([("artifactLocation", file), ("replacements", .list([change]))])]))
        ])
    }

    private static func message(_ text: String) -> JSON { .object([("text", .text(text))]) }

    private static func region(_ range: ByteRange, _ lines: LineIndex) -> JSON {
        let (start, end) = (lines.position(of: range.lowerBound), lines.position(of: range.upperBound))
        return .object([
            ("startLine", .number(start.line)), ("startColumn", .number(start.column)), ("endLine", .number(end.line)),
            ("endColumn", .number(end.column)),
        ])
    }
}
