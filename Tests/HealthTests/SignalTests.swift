import Content
import Site
import TestSupport
import Testing

@testable import Health

/// Each signal's own examples, and what is not a signal.
@Suite struct SignalTests {
    static let all = Signal.all + [.thinEntry]

    static func report(_ files: [String: String], today: String = "2026-03-01") async throws -> (
        HealthReport, SiteGraph
    ) {
        let site = try await TestSite(files, today: today)
        #expect(site.problems.filter { $0.severity == .error }.map(\.message) == [])
        return (HealthReport(of: site.site), site.site)
    }

    /// The codes of a community's signals.
    static func codes(_ files: [String: String], of id: String = "a", today: String = "2026-03-01") async throws
        -> [String]
    {
        let (report, site) = try await report(files, today: today)
        return report.communities.filter { site[$0.community].id == id }.flatMap { $0.findings.map(\.signal.code) }
    }

    @Test func `codes are unique, and each signal says why and what to do`() {
        #expect(Set(Self.all.map(\.code)).count == Self.all.count)
        for signal in Self.all {
            #expect(signal.code.allSatisfy { $0.isLowercase || $0 == "-" })
            #expect(signal.why.hasSuffix(".") && signal.step.hasSuffix("."), "\(signal.code)")
            #expect(!signal.name.hasSuffix("."))
        }
        #expect(Self.all.map(\.weight) == Self.all.map(\.weight).sorted(by: >))
    }

    @Test(arguments: all.map(\.code))
    func `the bad example has the signal`(code: String) async throws {
        let signal = try #require(Self.all.first { $0.code == code })
        let (report, site) = try await Self.report(signal.bad)
        let own = try #require(report.communities.first { site[$0.community].id == "a" })
        let found = try #require(own.findings.first { $0.signal.code == code }, "\(own.findings.map(\.signal.code))")
        #expect(!found.evidence.isEmpty)
        for evidence in found.evidence {
            let text = try #require(signal.bad[evidence.path], "\(evidence.path)")
            #expect(evidence.range.upperBound <= text.utf8.count)
        }
    }

    @Test(arguments: all.map(\.code))
    func `the good example does not have the signal`(code: String) async throws {
        let signal = try #require(Self.all.first { $0.code == code })
        #expect(!(try await Self.codes(signal.good).contains(code)))
    }
}

/// What is a signal, beyond the examples.
@Suite struct HealthReportTests {
    private static func community(_ id: String, _ keys: String = "") -> (String, String) {
        ("communities/\(id).md", "---\nname: \(id.uppercased())\nsummary: S.\n\(keys)---\n")
    }

    private static func members(_ id: String, _ lines: String) -> (String, String) {
        ("communities/\(id)/members.md", "---\nmembers:\n\(lines)---\n")
    }

    private static func files(_ all: (String, String)...) -> [String: String] { Dictionary(uniqueKeysWithValues: all) }

    private static func event(_ id: String, _ name: String, _ keys: String) -> (String, String) {
        ("communities/\(id)/events/\(name).md", "---\ntitle: \(name)\n\(keys)\n---\n")
    }

    @Test func `who has ended or rests has no signal, and made-up communities stay out beside real ones`() async throws
    {
        let steward = "  - person: B\n    part: steward\n"
        let (report, site) = try await SignalTests.report(
            Self.files(
                Self.community("a"), Self.members("a", steward),
                Self.community("b", "paused: 2026-01-01\n"), Self.members("b", steward),
                Self.community("c", "closed: 2026-01-01\n"), Self.members("c", steward),
                Self.community("d", "example: true\n"), Self.members("d", steward),
                Self.community("e", "paused: 2025-01-01\nuntil: 2025-06-01\n"), Self.members("e", steward)))
        #expect(report.communities.map { site[$0.community].id } == ["a", "e"])
        #expect(report.communities[0].findings.map(\.signal.code) == ["no-deputy", "no-welcome", "no-charter"])
    }

    @Test func `communities that still meet come before those with more signals`() async throws {
        let (report, site) = try await SignalTests.report(
            Self.files(
                Self.community("asleep"), Self.members("asleep", "  - person: B\n    part: core\n"),
                Self.event("asleep", "x", "starts: 2024-01-10"),
                Self.community("none", "meets: Weekly.\njoin: Come.\n"),
                Self.community("awake"), Self.members("awake", "  - person: C\n    part: steward\n"),
                Self.event("awake", "x", "starts: 2026-02-10"), Self.event("awake", "y", "starts: 2026-03-10")))
        #expect(report.communities.map { site[$0.community].id } == ["awake", "asleep", "none"])
        #expect(report.communities.map(\.isActive) == [true, false, false])
    }

    @Test(arguments: [
        ("starts: 2025-03-05 10:00\nrepeats: {every: week}", "2026-02-20", [String]()),
        // Nobody has said anything about it for more than a year.
        (
            "starts: 2023-03-05 10:00\nrepeats: {every: week, until: 2025-06-01}", "2026-03-01",
            ["quiet", "nothing-planned"]
        ),
        ("starts: 2025-06-04 10:00\nrepeats: {every: 3 months, until: 2025-12-31}", "2026-03-01", ["nothing-planned"]),
        ("starts: 2025-01-08\nrepeats: {every: month, until: 2025-10-31}", "2026-03-01", ["quiet", "nothing-planned"]),
        // A series without an end goes on in the file, and nobody has said for a year that it does.
        ("starts: 2024-03-05 10:00\nrepeats: {every: week}", "2026-03-01", ["quiet", "nothing-planned"]),
        ("starts: 2024-03-05 10:00\nverified: 2025-12-01\nrepeats: {every: week}", "2026-03-01", []),
        ("repeats: {every: week}", "2026-03-01", []),
    ]) func `a community is quiet after twice its own rhythm, and not before three months`(
        _ event: String, _ today: String, _ expected: [String]
    ) async throws {
        let files = Self.files(
            Self.community("a", "welcome: {contact: a@example.org}\n"),
            ("communities/a/charter.md", "---\npurpose: P.\n---\n"),
            Self.event("a", "x", event))
        #expect(try await SignalTests.codes(files, today: today) == expected)
    }

    @Test func `a fact that hardly any community states is not missed in any`() async throws {
        let all =
            (0..<5).map { Self.community("a\($0)") } + (0..<5).map { Self.event("a\($0)", "x", "starts: 2026-03-09") }
        let files = Dictionary(uniqueKeysWithValues: all)
        #expect(try await SignalTests.codes(files, of: "a1") == [])
        let more = files.merging([Self.community("a2", "welcome: {contact: a@example.org}\n")]) { $1 }.merging(
            [Self.community("a3", "welcome: {contact: a@example.org}\n")]) { $1 }
        #expect(try await SignalTests.codes(more, of: "a1") == ["no-welcome"])
    }

    @Test func `thresholds come from the settings`() async throws {
        let files = Self.files(
            Self.community("a"), Self.members("a", "  - person: B\n    part: steward\n    until: 2026-07-01\n"))
        #expect(!(try await SignalTests.codes(files)).contains("term-ends"))
        let early = files.merging(["site.yaml": "title: T\nhealth: {notice_days: 200}\n"]) { $1 }
        #expect(try await SignalTests.codes(early).contains("term-ends"))
    }

    @Test func `an entry that says little gets one question`() async throws {
        let (report, _) = try await SignalTests.report(Self.files(Self.community("a", "join: Come in.\n")))
        #expect(
            report.communities[0].findings.map(\.step) == [
                "Ask: where and when do its members talk? The answer is `channels` or `meets`."
            ])
        #expect(
            report.communities[0].findings[0].evidence[0].text
                == "nothing is said about `meets`, `channels`, `welcome`")
    }

    @Test func `where nobody has confirmed an old entry, the question is whether it still exists`() async throws {
        let exists = "Ask: does it still exist? If it has ended, set `closed`."
        let (thin, _) = try await SignalTests.report(Self.files(Self.community("a", "join: Come.\nas_of: 2023-12\n")))
        #expect(thin.communities[0].findings.map(\.step) == [exists])
        let (old, _) = try await SignalTests.report(
            Self.files(Self.community("a", "join: Come.\nmeets: Weekly.\nverified: 2024-02-01\n")))
        #expect(old.communities[0].findings.map(\.signal.code) == ["unverified"])
        #expect(old.communities[0].findings[0].step.hasPrefix("Ask whether it still exists."))
    }

    /// What is known of a community from 2016 does not say whether it still meets.
    @Test(arguments: [
        ("as_of: 2016-04\n", ["unverified"]),
        ("as_of: 2018-04\n", ["quiet", "nothing-planned", "unverified"]),
        ("", ["quiet", "nothing-planned"]),
    ]) func `a record that ended long ago is no sign that it is quiet`(keys: String, expected: [String]) async throws {
        let files = Self.files(
            Self.community("a", "welcome: {contact: a@example.org}\n\(keys)"),
            ("communities/a/charter.md", "---\npurpose: P.\n---\n"), Self.event("a", "x", "starts: 2016-03-31"))
        #expect(try await SignalTests.codes(files) == expected)
    }

    @Test(arguments: [
        // Both are old: one question.
        ("verified: 2024-06-01\n", "2024-05-01", ["unverified"]),
        // It was new when somebody last confirmed the entry.
        ("verified: 2025-08-01\n", "2024-09-01", []),
        ("verified: 2025-08-01\n", "2024-05-01", ["counts-stale"]), ("", "2024-05-01", ["counts-stale"]),
    ]) func `old numbers are asked about once, and not where they were new with the entry`(
        keys: String, counted: String, expected: [String]
    ) async throws {
        let files = Self.files(
            Self.community(
                "a", "join: Come.\nmeets: Weekly.\nmember_count: {count: 12, as_of: \(counted)}\n\(keys)"))
        let (report, _) = try await SignalTests.report(files)
        #expect(report.communities[0].findings.map(\.signal.code) == expected)
        if expected == ["unverified"] {
            #expect(report.communities[0].findings[0].evidence.map(\.text).last == "counted 2024-05-01")
        }
    }

    @Test func `a request that nobody has confirmed for a year is not offered`() async throws {
        func codes(_ keys: String) async throws -> [String] {
            try await SignalTests.codes(
                Self.files(Self.community("a", "join: Come.\nmeets: Weekly.\nwants: [speakers]\n\(keys)")))
        }
        #expect(try await codes("verified: 2024-06-01\n") == ["unverified"])
        #expect(try await codes("verified: 2025-06-01\n") == ["asks-for-help"])
    }

    @Test func `among similar communities the nearest is named`() async throws {
        let (report, site) = try await SignalTests.report(Signal.alone.bad)
        let own = try #require(report.communities.first { site[$0.community].id == "a" })
        let found = own.findings.first { $0.signal.code == "alone" }
        #expect(found?.evidence.map(\.text) == ["no connection, 1 community alike elsewhere, such as `b`"])
    }

    @Test func `no signal names anybody`() async throws {
        let marked =
            "  - person: Marked Name\n    part: steward\n    title: Marked title\n    until: 2026-03-20\n    time: 0\n"
        let (report, _) = try await SignalTests.report(
            Self.files(
                Self.community("a"), Self.members("a", marked), Self.community("b"), Self.members("b", marked),
                Self.community("c"), Self.members("c", marked),
                ("communities/a/writeups/w.md", "---\ntitle: W\ndate: 2026-01-01\nauthors: [Marked Name]\n---\n")))
        let texts = report.communities.flatMap { $0.findings.flatMap { $0.evidence.map(\.text) + [$0.step] } }
        #expect(texts.count > 10 && !texts.contains { $0.contains("Marked") })
    }
}
