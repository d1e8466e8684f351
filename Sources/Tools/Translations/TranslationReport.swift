internal import Content
public import Diagnostics
internal import Site

/// What is not translated, for each language of a site, as text.
public struct TranslationReport: Sendable {
    struct Language: Sendable {
        let code: String
        let gaps: [TranslationGap]
        let outdated: [OutdatedTranslation]
        /// How many pages have texts of their own.
        let pages: Int
    }

    let languages: [Language]
    /// Why it is not known which translations are older than their originals.
    let unknown: String?
    /// By path, for line numbers.
    let source: @Sendable (String) -> [UInt8]?

    /// Runs git only where there is a translation.
    ///
    /// - Parameter root: the content folder, absolute.
    init(of site: SiteGraph, root: String, read source: @escaping @Sendable (String) -> [UInt8]?) {
        var histories: [String: TranslationHistory] = [:]
        var unknown: String?
        if site.items.contains(where: { !$0.translationPaths.isEmpty }) {
            do {
                histories = try TranslationHistories(root: root, languages: site.languages, read: source).find(in: site)
            } catch { unknown = error.rawValue }
        }
        self.init(of: site, histories, unknown: unknown, source: source)
    }

    init(
        of site: SiteGraph, _ histories: [String: TranslationHistory], unknown: String?,
        source: @escaping @Sendable (String) -> [UInt8]?
    ) {
        languages = site.languages.map { code in
            Language(
                code: code, gaps: site.translationGaps(in: code),
                outdated: site.outdatedTranslations(in: code, histories),
                pages: site.items.count { !$0.isMadeFromID && $0.language != code })
        }
        self.unknown = unknown
        self.source = source
    }

    /// Whether nothing is missing, as far as known.
    public var isComplete: Bool { languages.allSatisfy { $0.gaps.isEmpty && $0.outdated.isEmpty } }

    /// - Parameters:
    ///   - prefix: the content folder as the user wrote it, with `/` at its end.
    ///   - isVerbose: whether a person is shown long lists whole.
    /// - Returns: lines, each ended.
    public func text(_ format: Report.Format, prefix: String, isVerbose: Bool) -> String {
        switch format {
        case .human, .markdown, .sarif, .rdjson, .gitlab:
            HumanTranslationReport(report: self, prefix: prefix, limit: isVerbose ? .max : 20).text
        case .github: Report.text(findings.map(\.diagnostic), format: .github, prefix: prefix, source: source)
        case .json:
            findings.map { $0.json(prefix: prefix, line: line(of: $0.diagnostic.range, in: $0.diagnostic.path)) }
                .joined()
        }
    }

    func line(of range: ByteRange, in path: String) -> Int {
        source(path).map { LineIndex($0).position(of: range.lowerBound).line } ?? 1
    }

    private var findings: [TranslationFinding] {
        languages.flatMap { language in
            language.gaps.flatMap(TranslationFinding.of) + language.outdated.map(TranslationFinding.init)
        }
    }
}
