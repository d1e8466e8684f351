import TestSupport
import Testing

/// Mistakes of people who have never seen YAML: each is one problem, and its text says what to do.
struct BrokenEntryTests {
    private static let known = [
        "governments/wales.md": "---\nname: Wales\n---\n", "roles/architect.md": "---\nname: Architect\n---\n",
        "roles/developer.md": "---\nname: Developer\n---\n",
    ]
    private static let path = "communities/bees.md"

    private static func entry(_ keys: String, name: String = "name: Bees") -> [String: String] {
        [path: "---\n\(name)\nsummary: People who keep bees.\n\(keys)---\n\nHello.\n"]
    }

    /// What is written, the check that finds it, and words of the help that fix it.
    private static let mistakes: [(files: [String: String], code: String, help: String)] = [
        (entry("member_count:\n\tcount: 12\n"), "yaml-tab", "  count: 12"),
        (entry("", name: "name: Bees: north"), "yaml-colon", "name: \"Bees: north\""),
        (entry("roles:\n  architect\n  developer\n"), "wrong-type", "  - architect\n  - developer"),
        ([path: "---\nname: Bees\nsummary: S.\n\nHello.\n"], "front-matter-unclosed", "---"),
        ([path: "name: Bees\nsummary: S.\n"], "front-matter-unclosed", "below the last"),
        (entry("founded: 12/03/2020\n"), "bad-date", "2020-03-12"),
        (
            ["events/a.md": "---\ntitle: A\nstarts: 2027-01-01\nrepeats:\n  every: biweekly\n---\n"],
            "ambiguous-interval", "every: 2 weeks"
        ),
        (entry("", name: "name: “Bees: all of them”"), "yaml-pasted", "name: \"Bees: all of them\""),
        (entry("meets: #bees on the chat\n"), "yaml-comment", "meets: \"#bees on the chat\""),
        (entry("member_count: {count: 1,997, as_of: 2026-01-01}\n"), "yaml-braces", "without a comma"),
        (
            ["resources/a.md": "---\ntitle: A\n---\n\nName\tRole\nAda\tBee-keeper\n"], "pasted-table",
            "| Ada | Bee-keeper |"
        ),
        (["communities/bees.md": "---\r\nname: Bees\r\nsummary: S.\r\nfounded: 12/2020\r\n---\r\n"], "bad-date", ""),
        (entry("government: [Walles]\n"), "unknown-term", ""),
        (
            [
                "communities/bees.md": "---\nname: Bees\nsummary: S.\n---\n",
                "communities/bees/index.md": "---\nname: Bees\nsummary: S.\n---\n",
            ], "duplicate-route", "Join the two files"
        ),
        (entry("", name: "name:Bees"), "yaml-missing-space", "name: Bees"),
        (entry("name: Other\n"), "duplicate-key", "Keep one"),
        (entry("goverment: [wales]\n"), "unknown-key", ""),
        (entry("source: www.example.org\n"), "bad-url", "https://www.example.org"),
        (entry("", name: "name: \"Bees"), "yaml-syntax", "Close it"),
        (entry("organisation: @home\n"), "yaml-syntax", "organisation: \"@home\""),
        (["communities/Bee People.md": "---\nname: Bees\nsummary: S.\n---\n"], "bad-file-name", "bee-people"),
        (entry("", name: "name:\u{A0}Bees"), "yaml-invisible", "name: Bees"),
        (entry("", name: "**name:** Bees"), "yaml-syntax", "name: Bees"),
        ([path: "---\nname = Bees\nsummary = S.\n---\n"], "wrong-type", "name: Bees\nsummary: S."),
        ([path: "Bees\n\nPeople who keep bees.\n"], "missing-key", "---\nname: Bees\nsummary: …\n---"),
        (
            [path: "# Bees\n\n---\nname: Bees\nsummary: S.\n---\n"], "missing-key",
            "---\nname: Bees\nsummary: S.\n---"
        ),
        (
            entry("meets: Tuesdays\n  Room 5\n  Note: bring a cup\n"), "yaml-syntax",
            "\"Tuesdays Room 5 Note: bring a cup\""
        ),
        (entry("", name: "name: Bees\n  founded: 2020"), "yaml-syntax", "\nfounded: 2020"),
        (entry("members:\n  - person: Ann, part: steward\n"), "yaml-colon", "  - person: Ann\n    part: steward"),
        (entry("members:\n  - person: Ann\n  - since: 2024\n"), "missing-key", "  - person: Ann\n    since: 2024"),
        (entry("members: Ann A, Bob B\n"), "wrong-type", "  - person: Ann A\n  - person: Bob B"),
        (entry("welcome: Ann, ann@example.gov\n"), "wrong-type", "  name: Ann\n  contact: ann@example.gov"),
        (
            entry("welcome:\nname: Jo\ncontact: jo@example.gov\n"), "duplicate-key",
            "  name: Jo\n  contact: jo@example.gov"
        ),
        (entry("paused: yes\n"), "bad-date", "write the date on which it began to be"),
        (entry("roles: [architect; developer]\n"), "wrong-type", "roles: [architect, developer]"),
        (
            ["events/a.md": "---\ntitle: A\nstarts: 2027-03-02 14:00-15:00\n---\n"], "bad-date",
            "ends: 2027-03-02 15:00"
        ),
        (["events/a.md": "---\ntitle: A\nstarts: 2027-03-02\nminutes: 1 hour\n---\n"], "wrong-type", "minutes: 60"),
    ]

    @Test func `mistakes in several lines are reported in the first round`() async throws {
        let connection =
            Self.entry("connections:\n  - to: nobody-here\n    kind: partners\ncontact: bees@example.gov\n")
        let site = try await TestSite(connection)
        #expect(Set(site.codes) == ["unknown-value", "unknown-reference", "unknown-key"])
        let event = "---\ntitle: Tea: black\nstarts: 12.2027\nplace: Room 4: up\nfrobnicate: x\n---\n\nCome.\n"
        let broken = try await TestSite(["events/a.md": event])
        #expect(broken.problems.map(\.code).sorted() == ["bad-date", "unknown-key", "yaml-colon", "yaml-colon"])
        #expect(broken.problems.allSatisfy { $0.help?.replacement == nil })
    }

    @Test(arguments: mistakes.indices)
    func `a mistake is one problem whose text says what to do`(index: Int) async throws {
        let mistake = Self.mistakes[index]
        let site = try await TestSite(Self.known.merging(mistake.files) { $1 })
        #expect(site.problems.map(\.code) == [mistake.code], "\(mistake.files)")
        #expect(
            mistake.help.isEmpty || site.problems.first?.help?.text.contains(mistake.help) == true,
            "\(site.problems.first?.help?.text ?? "")")
    }
}
