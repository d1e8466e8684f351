internal import Text

/// GitLab's Code Quality report.
extension ReportDocument {
    var codeQuality: JSON {
        var seen: [String: Int] = [:]
        return .list(
            entries.map { entry in
                let problem = entry.problem
                // No line: a problem that moved down because of a new line above is the same problem. GitLab shows only
                // the first of those with one fingerprint, so each further one of a file gets a number.
                let words = "\(entry.path)\n\(problem.code)\n\(problem.message)"
                let number = seen[words, default: 0]
                seen[words] = number + 1
                return .object([
                    (
                        "description",
                        .text(
                            [problem.message, problem.help?.oneLine ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
                        )
                    ),
                    ("check_name", .text(problem.code)),
                    ("fingerprint", .text(Self.fingerprint(number == 0 ? words : "\(words)\n\(number)"))),
                    ("severity", .text(Self.severity(problem.severity))), ("location", Self.location(entry)),
                ])
            })
    }

    private static func location(_ entry: Entry) -> JSON {
        let line = entry.lines?.position(of: entry.problem.range.lowerBound).line ?? 1
        return .object([("path", .text(entry.path)), ("lines", .object([("begin", .number(line))]))])
    }

    private static func fingerprint(_ words: String) -> String {
        ContentHash.text(ContentHash.of(Array(words.utf8)))
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "major"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
