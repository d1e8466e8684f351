internal import Text

/// The Reviewdog Diagnostic Format, as one `DiagnosticResult`. Columns count bytes of UTF-8, from 1.
extension ReportDocument {
    var rdjson: JSON {
        .object([
            ("source", .object([("name", .text("folkmoot"))])), ("diagnostics", .list(entries.map(Self.diagnostic))),
        ])
    }

    private static func diagnostic(_ entry: Entry) -> JSON {
        let problem = entry.problem
        let suggestion = problem.help?.replacement.flatMap { replacement in
            entry.lines.map {
                JSON.object([("range", range(replacement.range, $0)), ("text", .text(replacement.text))])
            }
        }
        return .object([
            ("message", .text(problem.messageWithHelp)),
            (
                "location",
                .object([("path", .text(entry.path)), ("range", entry.lines.map { range(problem.range, $0) })])
            ), ("severity", .text(severity(problem.severity))),
            ("code", .object([("value", .text(problem.code))])), ("suggestions", suggestion.map { .list([$0]) }),
        ])
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "ERROR"
        case .warning: "WARNING"
        case .note: "INFO"
        }
    }

    private static func range(_ range: ByteRange, _ lines: LineIndex) -> JSON {
        .object([("start", position(range.lowerBound, lines)), ("end", position(range.upperBound, lines))])
    }

    private static func position(_ offset: Int, _ lines: LineIndex) -> JSON {
        let (line, column) = lines.bytePosition(of: offset)
        return .object([("line", .number(line)), ("column", .number(column))])
    }
}
