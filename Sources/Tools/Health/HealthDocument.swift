internal import Build
internal import Content
internal import Diagnostics
internal import Disk
internal import Health
internal import Site
internal import Text
internal import Theme

/// How signals are written.
public enum HealthFormat: String, CaseIterable, Sendable {
    case table, markdown, json, csv, email

    /// Whether e-mails are in it.
    var hasMails: Bool { self == .json || self == .email }
}

/// Where the evidence of signals is, as people open it.
struct EvidencePositions: Sendable {
    let content: String
    let overlay: Overlay?
    let read: @Sendable (String) -> [UInt8]?
    /// Files that only the private folder has.
    let hidden: Set<String>

    func file(_ path: String) -> String {
        (overlay.flatMap { $0.files[path] == nil ? nil : $0.prefix } ?? content) + path
    }
}

/// The signals of a handbook with their positions, ready to be written.
struct HealthDocument {
    struct Entry {
        let community: ItemID
        let id: String
        let title: String
        let isActive: Bool
        let signals: [SignalEntry]
        /// `nil` where there is no signal.
        let mail: StewardMail?
    }

    struct SignalEntry {
        let signal: Signal
        let step: String
        /// Where the handbook helps, if it has the chapter.
        let link: String?
        let evidence: [(file: String, line: Int, text: String)]
    }

    /// What changed.
    struct Change {
        let id: String
        let signal: Signal
        let isNew: Bool
    }

    let day: CivilDay
    let entries: [Entry]
    /// Whether they were requested one by one.
    let isChosen: Bool
    /// By community; `nil` where nothing is compared.
    private(set) var changes: [Change]?
    private(set) var comparedWith: CivilDay?
    /// To the stewards: one for all communities that the same people look after.
    private(set) var mails: [StewardMail] = []

    /// - Parameters:
    ///   - ids: the communities to look at; all where it is empty.
    ///   - strings: words by language, for e-mails; none are made without.
    init(_ site: SiteGraph, _ ids: [String], _ positions: EvidencePositions, _ strings: [String: Strings] = [:]) {
        day = site.today
        isChosen = !ids.isEmpty
        var lines: [String: LineIndex] = [:]
        func line(_ evidence: Evidence) -> Int {
            if lines[evidence.path] == nil { lines[evidence.path] = LineIndex(positions.read(evidence.path) ?? []) }
            return lines[evidence.path]!.position(of: evidence.range.lowerBound).line
        }
        let asked = ids.isEmpty ? nil : site.communities.filter { ids.contains(site[$0].id) }
        let report = HealthReport(of: site, asked).communities
        let hidden = positions.hidden
        mails = Self.mails(report, in: site, strings, hidden)
        entries = report.map { health in
            let item = site[health.community]
            let signals = health.findings.map { finding in
                SignalEntry(
                    signal: finding.signal, step: finding.step,
                    link: site.routes[finding.signal.chapter].map { id in
                        site.baseURL.map { $0 + site.href(site[id].route) } ?? positions.content + site[id].path
                    },
                    evidence: finding.evidence.map { (positions.file($0.path), line($0), $0.text) })
            }
            return Entry(
                community: health.community, id: item.id, title: item.title(in: site.defaultLanguage).text,
                isActive: health.isActive,
                signals: signals,
                mail: StewardMail(of: [health], in: site, strings, hidden: hidden))
        }
    }

    /// In the order of the first community of each.
    private static func mails(
        _ report: [HealthReport.CommunityHealth], in site: SiteGraph, _ strings: [String: Strings],
        _ hidden: Set<String>
    ) -> [StewardMail] {
        struct Readers: Hashable {
            let stewards: Set<Reference>
            let language: String?
        }
        var indexes: [Readers: Int] = [:]
        var groups: [[HealthReport.CommunityHealth]] = []
        for health in report where !health.findings.isEmpty {
            let language = StewardMail.language(of: health.community, in: site, strings)
            let readers = Readers(stewards: health.stewards, language: language)
            if !health.stewards.isEmpty, let index = indexes[readers] {
                groups[index].append(health)
            } else {
                indexes[readers] = groups.count
                groups.append([health])
            }
        }
        return groups.compactMap { StewardMail(of: $0, in: site, strings, hidden: hidden) }
    }

    /// - Throws: `BuildError` when an id is not that of an open community.
    func expect(_ ids: [String], in content: String) throws(BuildError) {
        for id in ids where !entries.contains(where: { $0.id == id }) {
            throw BuildError("There is no community `\(Printable.line(id))` in \(content), or it is closed or at rest.")
        }
    }

    mutating func compare(with then: HealthDocument) {
        func keys(_ document: HealthDocument) -> Set<String> {
            Set(document.entries.flatMap { entry in entry.signals.map { "\(entry.id) \($0.signal.code)" } })
        }
        let (before, after) = (keys(then), keys(self))
        func changes(_ document: HealthDocument, _ others: Set<String>, isNew: Bool) -> [Change] {
            document.entries.flatMap { entry in
                entry.signals.filter { !others.contains("\(entry.id) \($0.signal.code)") }.map {
                    Change(id: entry.id, signal: $0.signal, isNew: isNew)
                }
            }
        }
        // A new community has no new signals, and one that has ended or rests has none that are gone.
        let known = Set(then.entries.map(\.id)).intersection(entries.map(\.id))
        self.changes = (changes(self, before, isNew: true) + changes(then, after, isNew: false)).filter {
            known.contains($0.id)
        }
        comparedWith = then.day
    }

    func bytes(as format: HealthFormat) -> [UInt8] {
        switch format {
        case .table: Array((isChosen ? details : table).utf8)
        case .markdown: Array(markdown.utf8)
        case .json: json
        case .csv: csv
        case .email: Array(letters.utf8)
        }
    }

    /// Those with a signal, without thin entries.
    var withSignals: [Entry] { entries.filter { $0.signals.contains { $0.signal.weight > 0 } } }
    var thin: [Entry] { entries.filter { $0.signals.contains { $0.signal.weight == 0 } } }

    /// How many there are of each, in a sentence.
    var summary: String {
        let quiet = entries.count - withSignals.count - thin.count
        return "\(day.date.isoDate): \(Self.count(entries.count, "community", "communities")), "
            + "\(withSignals.count) with signals, \(Self.count(thin.count, "thin entry", "thin entries")), "
            + "\(quiet) without any."
    }

    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}
