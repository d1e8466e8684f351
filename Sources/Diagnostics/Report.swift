package import Text

/// Problems as text, for a person at a terminal, for a CI service and for other programs.
public enum Report {
    public enum Format: String, Sendable, CaseIterable {
        case human, json, github
        /// A comment below a proposal on a host.
        case markdown
        /// One JSON document with all problems, in the Static Analysis Results Interchange Format, reviewdog's format
        /// or GitLab's Code Quality format. See `ReportDocument`.
        case sarif, rdjson, gitlab

        /// The format of a report that is one document, so that two cannot be written one after the other.
        public var document: ReportDocument.Format? { ReportDocument.Format(rawValue: rawValue) }
    }

    /// - Parameters:
    ///   - prefix: what to put before each path so that it can be opened from where the program was started,
    ///     such as `content/`.
    ///   - source: the bytes of a file, or `nil` when they are not available; then no line is shown.
    /// - Returns: one string that ends in a line end, or an empty one when there is nothing to say. `ReportDocument`
    ///   writes the formats that are one document; here they are empty.
    public static func text(
        _ diagnostics: [Diagnostic], format: Format, prefix: String, source: (String) -> [UInt8]?
    ) -> String {
        if format.document != nil { return "" }
        if format == .markdown {
            let (text, left) = markdown(diagnostics, prefix: prefix, source: source)
            return left == 0 ? text : text + "And \(left) more.\n"
        }
        var rest = diagnostics.sortedForReport()[...]
        var out = ""
        while let path = rest.first?.path {
            let file = rest.prefix { $0.path == path }
            rest = rest.dropFirst(file.count)
            let lines = source(path).map(LineIndex.init)
            switch format {
            case .human, .markdown, .sarif, .rdjson, .gitlab: out += human(file, prefix: prefix, lines: lines)
            case .json: for diagnostic in file { out += json(diagnostic, prefix: prefix, lines: lines).compact + "\n" }
            case .github: for diagnostic in file { out += github(diagnostic, prefix: prefix, lines: lines) }
            }
        }
        return out
    }

    /// `12 errors, 3 warnings in 2 files`; `nil` when there is nothing to count.
    public static func summary(_ diagnostics: [Diagnostic]) -> String? {
        guard !diagnostics.isEmpty else { return nil }
        func count(_ severity: Severity) -> String? {
            let n = diagnostics.count { $0.severity == severity }
            return n == 0 ? nil : "\(n) \(severity.rawValue)\(n == 1 ? "" : "s")"
        }
        let files = Set(diagnostics.map(\.path)).count
        let counts = [count(.error), count(.warning), count(.note)].compactMap { $0 }.joined(separator: ", ")
        return "\(counts) in \(files) file\(files == 1 ? "" : "s")"
    }

    /// How many problems of one file are shown to a person.
    private static let limit = 200

    private static func human(_ file: ArraySlice<Diagnostic>, prefix: String, lines: LineIndex?) -> String {
        guard file.count > limit else { return file.map { human($0, prefix: prefix, lines: lines) }.joined() }
        // However many warnings there are, they never hide an error.
        let errors = file.filter { $0.severity == .error }.prefix(limit)
        let others = file.filter { $0.severity != .error }.prefix(limit - errors.count)
        let shown = (errors + others).sortedForReport()
        return shown.map { human($0, prefix: prefix, lines: lines) }.joined()
            + "\(Printable.line(prefix + file.first!.path)): and \(file.count - shown.count) more in this file\n"
    }

    private static func human(_ d: Diagnostic, prefix: String, lines: LineIndex?) -> String {
        guard let lines else {
            return
                "\(Printable.line(prefix + d.path)): \(d.severity.rawValue): \(Printable.line(d.message)) [\(d.code)]\n"
                + help(d)
        }
        let (line, column) = lines.position(of: d.range.lowerBound)
        var out =
            "\(Printable.line(prefix + d.path)):\(line):\(column): \(d.severity.rawValue): "
            + "\(Printable.line(d.message)) [\(d.code)]\n"
        for shown in excerpt(of: d, in: lines) { out += shown + "\n" }
        return out + help(d)
    }

    /// With a sign before each line: GitHub reads a line that starts with `::`, even after spaces, as a command.
    private static func help(_ d: Diagnostic) -> String {
        guard let help = d.helpText else { return "" }
        return help.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "    = \(Printable.line(String($0)))\n" }.joined()
    }

    /// The line with its number and carets below; a long line is cut around the range.
    ///
    /// - Returns: two lines without their ends; none if the range is empty or the line is.
    package static func excerpt(of d: Diagnostic, in lines: LineIndex) -> [String] {
        let (line, column) = lines.position(of: d.range.lowerBound)
        guard !d.range.isEmpty, !lines.textRange(ofLine: line).isEmpty else { return [] }
        let end = lines.position(of: d.range.upperBound)
        let width = end.line == line ? end.column - column : .max
        let part = lines.excerpt(ofLine: line, around: column, limit: 100)
        let shown = part.text.unicodeScalars.map { $0 == "\t" ? " " : String($0) }
        let left = column - part.firstColumn
        guard !shown.isEmpty else { return [] }
        let margin = String(line)
        let lead = part.firstColumn > 1 ? "…" : ""
        let carets = String(repeating: "^", count: max(1, min(width, shown.count - left)))
        let gap = String(repeating: " ", count: max(0, left) + lead.count)
        return [
            "  \(margin) | \(lead)\(Printable.line(shown.joined()))\(part.isCutAtEnd ? "…" : "")",
            "  \(String(repeating: " ", count: margin.count)) | \(gap)\(carets)",
        ]
    }

    /// One problem in the format `json`, without the line end.
    ///
    /// - Parameters:
    ///   - prefix: what to put before the path.
    ///   - lines: of the problem's file; `nil` when it cannot be read, and then the position is the start of the file.
    package static func json(_ d: Diagnostic, prefix: String, lines: LineIndex?) -> JSON {
        let start: (line: Int, column: Int) = lines?.position(of: d.range.lowerBound) ?? (1, 1)
        let end: (line: Int, column: Int) = lines?.position(of: d.range.upperBound) ?? (1, 1)
        return .object([
            ("path", .text(prefix + d.path)), ("line", .number(start.line)), ("column", .number(start.column)),
            ("end_line", .number(end.line)), ("end_column", .number(end.column)),
            ("severity", .text(d.severity.rawValue)), ("code", .text(d.code)), ("message", .text(d.message)),
            ("help", d.helpText.map { .text($0) }),
        ])
    }

    /// A workflow command of GitHub Actions: data escapes `%`, CR and LF; properties also `:` and `,`.
    private static func github(_ d: Diagnostic, prefix: String, lines: LineIndex?) -> String {
        let (line, column): (Int, Int) = lines?.position(of: d.range.lowerBound) ?? (1, 1)
        func data(_ text: String) -> String {
            // By scalars: a sign followed by a combining mark is another `Character`, but not for GitHub.
            text.unicodeScalars.reduce(into: "") { out, scalar in
                switch scalar {
                case "%": out += "%25"
                case "\r": out += "%0D"
                case "\n": out += "%0A"
                default: out.unicodeScalars.append(Printable.isControl(scalar) ? "\u{FFFD}" : scalar)
                }
            }
        }
        func property(_ text: String) -> String {
            data(text).unicodeScalars.reduce(into: "") { out, scalar in
                switch scalar {
                case ":": out += "%3A"
                case ",": out += "%2C"
                default: out.unicodeScalars.append(scalar)
                }
            }
        }
        let command = d.severity == .note ? "notice" : d.severity.rawValue
        let text = d.messageWithHelp + " [\(d.code)]"
        return "::\(command) file=\(property(prefix + d.path)),line=\(line),col=\(column),title=\(property(d.code))"
            + "::\(data(text))\n"
    }
}
