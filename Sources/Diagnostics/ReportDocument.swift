internal import Text

/// Problems of several folders as one JSON document, for hosts and programs that read a whole file.
public struct ReportDocument: Sendable {
    /// Those of `Report.Format` that are one document.
    public enum Format: String, Sendable, CaseIterable { case sarif, rdjson, gitlab }

    /// Problems of files below one folder.
    public struct Part: Sendable {
        public let problems: [Diagnostic]
        public let prefix: String
        public let source: @Sendable (String) -> [UInt8]?

        /// - Parameters:
        ///   - prefix: what to put before each path.
        ///   - source: the bytes of a file, or `nil` when they are not available.
        public init(_ problems: [Diagnostic], prefix: String, source: @escaping @Sendable (String) -> [UInt8]?) {
            (self.problems, self.prefix, self.source) = (problems, prefix, source)
        }
    }

    /// A problem and where it is.
    struct Entry {
        let problem: Diagnostic
        /// The path with the prefix of its folder.
        let path: String
        /// The lines of its file; `nil` when that cannot be read.
        let lines: LineIndex?
    }

    let entries: [Entry]
    let rules: [String: Rule]

    /// - Parameter rules: what is known about the codes of the problems; others are named by their code alone.
    public init(_ parts: [Part], rules: [Rule] = []) {
        self.rules = Dictionary(rules.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
        var entries: [Entry] = []
        for part in parts {
            var known: (path: String, lines: LineIndex?)?
            for problem in part.problems.sortedForReport() {
                if known?.path != problem.path { known = (problem.path, part.source(problem.path).map(LineIndex.init)) }
                entries.append(Entry(problem: problem, path: part.prefix + problem.path, lines: known?.lines))
            }
        }
        self.entries = entries
    }

    /// The document and a line end.
    public func text(_ format: Format) -> String {
        switch format {
        case .sarif: sarif.compact + "\n"
        case .rdjson: rdjson.compact + "\n"
        case .gitlab: codeQuality.compact + "\n"
        }
    }
}
