import Content
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Tools

/// The draft of a community's year.
@Suite struct ReportCommandTests {
    private static let files = [
        "content/site.yaml": "title: T\nlanguages: [en, cy]\n",
        "content/communities/rivers.md": "---\nname: Rivers\nsummary: Water.\nwants: [speakers]\n---\n",
        "content/communities/rivers/charter.md": "---\npurpose: Clean water.\n---\n",
        "content/communities/rivers/events/walk.md":
            "---\ntitle: Walk\nstarts: 2025-03-04 10:00\nrepeats: {every: month, until: 2025-06-30}\n"
            + "speakers: [Guest One]\n---\n",
        "content/communities/rivers/events/swim.md": "---\ntitle: Swim\nstarts: 2025-08-01\nstatus: cancelled\n---\n",
        "content/communities/rivers/events/old.md": "---\ntitle: Old walk\nstarts: 2024-08-01\n---\n",
        "content/communities/rivers/writeups/walked.md":
            "---\ntitle: We walked\ndate: 2025-03-04\nattendees: 7\noutcome: A map.\nauthors: [Ada B]\n"
            + "decisions: [Go on]\nactions:\n  - {what: Draw it, done: true}\n"
            + "  - {what: Print it, who: Marked Name}\n---\n",
        "content/communities/rivers/members.md":
            "---\nmembers:\n  - person: Marked Name\n    part: steward\n    since: 2023-01\n    until: 2025-05\n"
            + "    skills:\n      drawing: 4\n  - person: Marked Other\n    part: core\n    since: 2025-02\n"
            + "    skills:\n      drawing: 1\n" + (0..<4).map { "  - {person: Other \($0), part: core}\n" }.joined()
            + "skills_needed:\n  drawing: 1\n---\n",
    ]

    private static func report(
        _ year: Int = 2025, files: [String: String] = files, _ change: (inout ReportCommand) -> Void = { _ in }
    ) async throws -> String {
        let folder = try TemporaryFolder(files)
        var command = ReportCommand(content: folder.at("content"), id: "rivers", year: year)
        command.asOf = PartialDate("2026-03-01")!.firstDay
        change(&command)
        return try await command.run()
    }

    @Test func `what a year brought is drafted from the files`() async throws {
        let note =
            "A draft from the files of the handbook. Finish it in your own words: what nobody wrote down is not in it."
        #expect(
            try await Self.report() == """
                # Rivers in 2025

                > \(note)

                ## Purpose

                Clean water.

                ## Meetings

                We met 4 times.

                - Walk: 4 times, 4 March 2025 – 4 June 2025
                - Swim: 1 August 2025 (Cancelled)

                ## Write-ups

                - We walked, 4 March 2025; People who came: 7
                  What changed: A map.

                ## Decisions

                - Go on

                ## Actions

                - [x] Draw it
                - [ ] Print it

                ## Members

                - 1 person joined.
                - 1 person left.

                ## Thank you

                - For writing and speaking: Ada B, Guest One.
                - For their time with us: and 1 more.

                ## What we ask for next year

                - speakers
                - Drawing: 0 of 1 can do it alone.
                - [ ] Print it

                """)
    }

    @Test func `members are named as far as the handbook lists them`() async throws {
        let files = Self.files.merging([
            "content/site.yaml": "title: T\nlanguages: [en, cy]\nlist_members: names\n",
            "content/communities/rivers/members.md":
                "---\nmembers:\n  - person: Agreed Name\n    agreed: 2024-01-01\n    until: 2025-05\n"
                + "  - person: Marked Name\n    until: 2025-05\n---\n",
        ]) { $1 }
        let text = try await Self.report(files: files)
        #expect(text.contains("For their time with us: Agreed Name, and 1 more.") && !text.contains("Marked"))
    }

    @Test func `parts without anything say so, in the language that is asked for`() async throws {
        let text = try await Self.report(2020) { $0.language = "cy" }
        #expect(text.hasPrefix("# Rivers yn 2020\n") && text.components(separatedBy: "*Nid oes dim").count == 6)
        #expect(!text.contains("Walk"))
    }

    @Test(arguments: [
        ("river", 2025, "en", "Did you mean `rivers`?"), ("rivers", 2027, "en", "still to come"),
        ("rivers", 2025, "de", "it has en, cy"),
    ]) func `what cannot be reported is refused`(id: String, year: Int, language: String, reason: String) async throws {
        let error = await #expect(throws: BuildError.self) {
            try await Self.report {
                $0.id = id
                $0.year = year
                $0.language = language
            }
        }
        #expect("\(error!)".contains(reason))
    }
}
