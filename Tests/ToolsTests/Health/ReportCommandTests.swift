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
        "content/communities/rivers.md":
            "---\nname: Rivers\nsummary: Water.\norganisation: Rivers Office\n"
            + "wants: [speakers, quiet-rooms, drawing]\noffers: [drawing]\n---\n",
        "content/communities/rivers/charter.md": "---\npurpose: Clean water.\n---\n",
        "content/communities/rivers/events/walk.md":
            "---\ntitle: Walk\nstarts: 2025-03-04 10:00\nrepeats: {every: month, until: 2025-06-30}\n"
            + "speakers: [Guest One]\n---\n",
        "content/communities/rivers/events/swim.md": "---\ntitle: Swim\nstarts: 2025-08-01\nstatus: cancelled\n---\n",
        "content/communities/rivers/events/old.md": "---\ntitle: Old walk\nstarts: 2024-08-01\n---\n",
        "content/communities/rivers/writeups/walked.md":
            "---\ntitle: We walked\ndate: 2025-03-04\nattendees: 7\noutcome: A map.\nauthors: [Ada B]\n"
            + "decisions: [Go on]\nactions:\n  - {what: Draw it, done: true}\n"
            + "  - {what: Print it, who: Marked Name}\n  - {what: Bind it, by: 2026-02-01}\n---\n",
        "content/communities/rivers/events/regatta.md":
            "---\ntitle: Regatta\nstarts: 2026-03-04\nrepeats: {every: month, except: [2026-05-04, 2026-03-04]}\n---\n",
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
        #expect(
            try await Self.report() == """
                # Rivers in 2025

                ## Purpose

                Clean water.

                ## What changed

                - A map. (4 March)

                ## Meetings

                Our calendar had 4 meetings. One of them is written up.

                - Walk: 4 times, 4 March to 4 June
                - Swim: 1 August (cancelled)

                ## Write-ups

                - 4 March: “We walked” (7 people came)

                ## Decisions

                **4 March**

                - Go on

                ## Actions

                **Done**

                - Draw it

                **Still to do**

                - Bind it, by 1 February 2026
                - Print it

                ## Members

                - 1 person joined.
                - 1 person left.

                ## Thank you

                - For writing: Ada B.
                - For speaking: Guest One.
                - For their time with us: one more person.
                - For hosting us: Rivers Office.

                ## Coming up

                - 4 April 2026: Regatta (every month; not on 4 May 2026)

                ## What we need

                - speakers
                - quiet rooms
                - Drawing: 0 of us can do it without help, and we would like 1 in all.

                ## What we offer

                - drawing

                ## Notes for you: delete them before you share this

                - \(Self.note)
                - The calendar says when meetings were planned. Check that each of them took place.

                """)
    }

    private static let note =
        "This is a draft from the files of the handbook. Add what they leave out, in your own words."

    @Test func `what a steward should look at is a note of its own, and no part is empty`() async throws {
        let files = [
            "content/site.yaml": "title: T\n",
            "content/communities/rivers.md":
                "---\nname: Rivers\nsummary: Water.\nmeets: Every week.\nas_of: 2022-08-23\n---\n",
        ]
        let purpose =
            "You have no charter yet, so “Who we are” repeats the summary of your page. Say it in your own words."
        let missing =
            "*What changed*, *Write-ups*, *Decisions*, *Actions*, *Members*, *Thank you*, *Coming up*, *What we need* "
            + "and *What we offer*"
        #expect(
            try await Self.report(files: files) == """
                # Rivers in 2025

                ## Who we are

                Water.

                ## Notes for you: delete them before you share this

                - \(Self.note)
                - The files say nothing about: \(missing). Add a sentence where there is something to say.
                - The calendar has no dates of your meetings. The entry says only: “Every week.”
                - \(purpose)
                - The facts of the entry are from 23 August 2022. Are they still true?

                """)
    }

    @Test func `counts say how many more members there are, and a list that is not all of them does not`()
        async throws
    {
        let files = Self.files.merging([
            "content/communities/rivers.md":
                "---\nname: Rivers\nsummary: Water.\nmember_count: {count: 42, as_of: 2025-11-01}\n---\n",
            "content/communities/rivers/members.md":
                "---\ncounts:\n  - {core: 12, as_of: 2025-11-01}\n  - {core: 9, as_of: 2024-11-01}\n"
                + "members:\n  - {person: Marked Name, since: 2025-02}\n---\n",
        ]) { $1 }
        let text = try await Self.report(files: files)
        #expect(text.contains("- 42 members, counted 1 November 2025 (3 more since 1 November 2024)\n"))
        #expect(!text.contains("joined"))
    }

    @Test func `one meeting is one, and is written up or not`() async throws {
        let files = [
            "content/site.yaml": "title: T\n", "content/communities/rivers.md": "---\nname: Rivers\nsummary: S.\n---\n",
            "content/communities/rivers/events/swim.md": "---\ntitle: Swim\nstarts: 2025-08-01\n---\n",
        ]
        #expect(try await Self.report(files: files).contains("\nOur calendar had one meeting.\n"))
        let written = ["content/communities/rivers/writeups/swum.md": "---\ntitle: We swam\ndate: 2025-08-01\n---\n"]
        #expect(
            try await Self.report(files: files.merging(written) { $1 }).contains(
                "\nOur calendar had one meeting. There is a write-up of it.\n"))
    }

    @Test func `a report of a year that is not over says up to which day it goes`() async throws {
        #expect(try await Self.report(2026).hasPrefix("# Rivers in 2026, up to 1 March\n"))
    }

    @Test func `members are named as far as the handbook lists them`() async throws {
        let files = Self.files.merging([
            "content/site.yaml": "title: T\nlanguages: [en, cy]\nlist_members: names\n",
            "content/communities/rivers/members.md":
                "---\nmembers:\n  - person: Agreed Name\n    agreed: 2024-01-01\n    until: 2025-05\n"
                + "  - person: Marked Name\n    until: 2025-05\n---\n",
        ]) { $1 }
        let text = try await Self.report(files: files)
        #expect(text.contains("For their time with us: Agreed Name and one more person.") && !text.contains("Marked"))
    }

    @Test func `a report is in the requested language`() async throws {
        let text = try await Self.report(2020) { $0.language = "cy" }
        #expect(text.hasPrefix("# Rivers yn 2020\n") && text.contains("Nid yw'r ffeiliau'n dweud dim am: "))
        #expect(!text.contains("Walk"))
    }

    @Test(arguments: [
        ("river", 2025, "en", "Did you mean `rivers`?"), ("rivers", 2027, "en", "still to come"),
        ("rivers", 2025, "de", "Its languages are en, cy"),
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
