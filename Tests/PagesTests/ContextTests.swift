import Content
import Foundation
import Testing

@testable import Build
@testable import Pages
@testable import Theme

/// What templates are declared to receive against what pages really receive: theme writers read the declarations, and
/// the scanner of templates believes them. A slot is its own declaration (`TemplateModel`), so what can differ is a
/// part that is made elsewhere (`Sources/Pages/Contexts`), a text that is HTML, and a name that no page ever has.
@Suite struct ContextTests {
    /// More pairs of communities that are alike than one page shows: eight groups of eight.
    private static let alike = Dictionary(
        uniqueKeysWithValues: (0..<64).map {
            ("communities/z\($0).md", "---\nname: Z\($0)\nsummary: S.\ntopics: [z\($0 / 8)]\n---\n")
        })

    /// Communities with every fact, in a handbook of two languages that is kept in a repository, without translations.
    private static let complete: [String: String] = {
        var files = [
            "site.yaml": """
            title: T
            languages: [en, cy]
            time_zone: Europe/London
            repository: {url: https://github.com/a/b, kind: github}
            """,
            "governments/g1.md": "---\nname: G1\n---\n", "topics/t0.md": "---\nname: T0\n---\n",
            "topics/t1.md": "---\nname: T1\n---\n", "topics/t2.md": "---\nname: T2\n---\n",
            "roles/r1.md": "---\nname: R1\n---\n",
        ]
        for number in 1...18 {
            let folder = "communities/f\(number)"
            files["\(folder)/index.md"] = """
                ---
                name: A community with a name so long that it takes more lines than one \(number)
                summary: S
                also_known_as: [Known as \(number)]
                government: g1
                organisation: o1
                roles: [r1]
                topics: [t\((number - 1) / 6)]
                stage: maturing
                membership: open
                join: https://example.gov/join
                meets: Weekly
                member_count: {count: 9, as_of: 2026}
                welcome: {name: N, title: Lead, contact: a@example.gov}
                wants: [speakers]
                offers: [speakers]
                verified: 2020-01-01
                connections: [{to: f\(number % 6 == 0 ? number - 5 : number + 1), kind: sister}]
                ---
                """
            files["\(folder)/charter.md"] = "---\npurpose: P\ntime: 2 hours\nbenefits: [B]\nagreed: 2026-01-01\n---\n"
            files["\(folder)/events/e.md"] =
                "---\ntitle: E\nstarts: 2026-04-01\nplace: A hall\nopen_to: everyone\n---\n"
            files["\(folder)/writeups/w.md"] = "---\ntitle: W\ndate: 2026-01-01\noutcome: O\n---\n"
        }
        return files
    }()

    /// What a handbook seldom has, in texts that look like HTML.
    private static let rare: [String: String] = [
        "site.yaml": """
        title: "T <x-raw>"
        languages: [en, cy]
        contact: a@example.gov
        licence: "L <x-raw>"
        list_members: names
        indexed: false
        """,
        "about.md": "# About <x-raw>\n",
        "communities/a/index.md": """
        ---
        name: "A <x-raw>"
        summary: "S <x-raw>"
        also_known_as: ["B <x-raw>"]
        governments: [g1, g2]
        roles: [r1]
        eligibility: "E <x-raw>"
        join: ["https://example.gov/a", "W <x-raw>"]
        channels:
          - platform: "P <x-raw>"
            name: "N <x-raw>"
            url: https://example.gov/c
            access: open
        welcome:
          name: "N <x-raw>"
          title: "R <x-raw>"
          contact: "C <x-raw>"
        paused: 2026-01-01
        source: https://example.gov/source
        as_of: 2026-01-01
        connections:
          - to: "O <x-raw>"
            kind: sister
            note: "N <x-raw>"
        ---

        ## One <x-raw>

        ## Two

        ## Three

        ### Below <x-raw>
        """,
        "communities/a/index.cy.md":
            "---\nname: A\neligibility: \"E <x-raw>\"\nwelcome:\n  title: \"R <x-raw>\"\n---\n",
        "communities/a/charter.md":
            "---\nfor_you_if:\n  share: \"S <x-raw>\"\npurpose: \"P <x-raw>\"\nconcerns: c@example.gov\nprinciples: "
            + "[\"P <x-raw>\"]\n---\n",
        "communities/a/members.md": """
        ---
        members:
          - person: "M <x-raw>"
            title: "T <x-raw>"
            mentors: [s1]
            skills: {s1: 3}
        skills_needed: {s1: 2}
        ---
        """,
        "communities/a/backlog.md": """
        ---
        topics:
          - title: "T <x-raw>"
            by: "B <x-raw>"
            added: 2026-01-01
            votes: 2
            writeup: w
        ---
        """,
        "communities/a/events/e.md":
            "---\ntitle: \"E <x-raw>\"\nstarts: 2026-04-01\nagenda:\n  - title: \"A <x-raw>\"\n    minutes: 5\n---\n",
        "communities/a/events/c.md": "---\ntitle: \"C <x-raw>\"\nstarts: 2026-04-02\nstatus: cancelled\n---\n",
        "communities/a/writeups/w.md": """
        ---
        title: "W <x-raw>"
        date: 2026-01-01
        event: e
        outcome: "O <x-raw>"
        decisions: ["D <x-raw>"]
        actions:
          - what: "A <x-raw>"
            who: "W <x-raw>"
            by: 2026-04-01
        ---
        """,
        "communities/b.md":
            "---\nname: B\nsummary: S\nclosed: 2026-01-01\nsuccessor: a\ngovernment: g1\nredirect_from: [old/b]\n---\n",
        "communities/c.md":
            "---\nname: C\nsummary: S\nconnections: [{to: a, kind: sister}, {to: b, kind: sister}, {to: d1, kind: "
            + "sister}, {to: d2, kind: sister}, {to: d3, kind: sister}, {to: d4, kind: sister}, {to: d5, kind: "
            + "sister}]\n---\nSee [a](a/index.md).\n",
        "resources/r.md": "---\ntitle: \"R <x-raw>\"\nurl: https://example.gov/r\n---\n\n[a](../about.md)\n",
        "resources/s.md": "---\ntitle: \"R <x-raw>\"\n---\n\n[a](../about.md)\n",
        "handbook/1.md": "---\ntitle: \"One <x-raw>\"\norder: 1\n---\n", "handbook/2.md": "# Two\n",
        "handbook/3.md": "# Three\n",
        "people/p.md": "---\nname: \"P <x-raw>\"\n---\n",
    ]

    /// Enough for one that is connected to more than the map's table shows.
    private static let neighbours = Dictionary(
        uniqueKeysWithValues: (1...5).map { ("communities/d\($0).md", "---\nname: D\nsummary: S\n---\n") })

    /// More people in common than a picture has lines, one person in everything, and more topics than a table of
    /// coverage has rows.
    private static let crowd = Dictionary(
        uniqueKeysWithValues: (0..<205).map { n in
            (
                "communities/e\(n).md",
                "---\nname: E\nsummary: S\ngovernment: g\ntopics: [t\(n), u]\nmembers: [{person: Everybody Else}, "
                    + "{person: Group \(n / 20)}, {person: Other \(n % 20)}]\n---\n"
            )
        })

    private static func renderer(_ files: [String: String], baseURL: String? = nil) async throws -> SiteRenderer {
        var options = Pipeline.Options()
        options.asOf = PartialDate("2026-03-01")!.firstDay
        options.baseURL = baseURL
        return try SiteRenderer(
            site: await Pipeline.read(ContentSource(files.mapValues { Array($0.utf8) }), options).site,
            theme: CompiledTheme())
    }

    @Test func `templates receive what is declared, and all that is declared`() async throws {
        var check = ContextCheck()
        let rare = Self.rare.merging(Self.neighbours) { $1 }
        let renderers = try await [
            Self.renderer(Self.complete, baseURL: "https://example.gov/"), Self.renderer(rare),
            Self.renderer(rare, baseURL: "https://example.gov/"),
            Self.renderer(
                Self.crowd.merging(["site.yaml": "title: T\n", "governments/g.md": "---\nname: G\n---\n"]) { $1 }),
            Self.renderer(Self.alike.merging(["site.yaml": "title: T\n"]) { $1 }),
            Self.renderer([
                "site.yaml":
                    "title: T\nlanguages: [en, cy]\nmenu: [about]\nrepository: {url: https://github.com/a/b}\n",
                "about.md": "# About\n",
            ]),
        ]
        for renderer in renderers {
            for page in renderer.pages {
                for (template, context) in renderer.contexts(of: page) {
                    check.check(context, of: template, page.route)
                }
            }
        }
        for problem in check.problems.sorted() { Issue.record(Comment(rawValue: problem)) }
        for field in check.neverSet {
            Issue.record(
                """
                `\(field)` is declared and no page has it: delete its slot or its line in Sources/Pages/Contexts, or \
                add to this test's content for which it is set.
                """)
        }
    }
}

/// Holds contexts against their tables.
private struct ContextCheck {
    private(set) var problems: Set<String> = []
    private var set: Set<String> = []

    mutating func check(_ context: Context, of template: String, _ route: String) {
        guard let shape = ContextShape.page(template) else {
            problems.insert(
                "The template `\(template)` is not listed: add its page's slots to `ContextShape.pages`."
            )
            return
        }
        check(context, as: shape, "`\(template)` of `\(route)`")
    }

    private mutating func check(_ context: Context, as shape: ContextShape, _ place: String) {
        for (name, value) in context.entries {
            guard let field = shape[name] else {
                if case .none = value { continue }
                problems.insert(
                    "`\(name)` is set and not declared: add a line `.\(Self.kind(of: value))(\"\(name)\", …)` to the "
                        + "table \"\(shape.name)\" in Sources/Pages/Contexts. Seen in \(place)."
                )
                continue
            }
            check(value, as: field, "\(place), `\(name)`")
        }
    }

    private mutating func check(_ value: ContextValue, as field: ContextField, _ place: String) {
        switch (value, field.type) {
        case (.none, _): return
        case (.text(let text), .text):
            if text.contains("&lt;x-raw") {
                problems.insert("\(place) is declared as text and was escaped already: declare it with `.html`.")
            }
        case (.text(let text), .html):
            if text.contains("<x-raw") {
                problems.insert("\(place) is declared as HTML and lets content through unescaped: \(text)")
            }
        case (.flag, .flag), (.strings, .words): break
        case (.object(let object), .object(let shape)): check(object, as: shape, place)
        case (.list(let list), .list(let shape)): for item in list { check(item, as: shape, place) }
        default:
            problems.insert(
                "\(place) is declared as \(field.type.described) and set as \(Self.kind(of: value)): correct its "
                    + "line in the table \"\(field.owner)\" in Sources/Pages/Contexts."
            )
        }
        set.insert("\(field.owner): \(field.name)")
    }

    private static func kind(of value: ContextValue) -> String {
        switch value {
        case .text: "text"
        case .flag: "flag"
        case .object: "object"
        case .list: "list"
        case .strings: "words"
        case .none: "none"
        }
    }

    /// Of all tables, as "table: name".
    var neverSet: [String] {
        var waiting = ContextShape.pages
        var seen = Set(waiting.map(\.name))
        var declared: Set<String> = []
        while let shape = waiting.popLast() {
            for field in shape.fields { declared.insert("\(field.owner): \(field.name)") }
            for part in shape.fields.compactMap(\.type.shape) where seen.insert(part.name).inserted {
                waiting.append(part)
            }
        }
        return declared.subtracting(set).sorted()
    }
}
