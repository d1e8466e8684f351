import Content
import Foundation
import Testing

@testable import Build
@testable import Pages
@testable import Theme

/// Whether a slot is text, which templates escape, or HTML, which they show as it is. All else about a name holds by
/// its declaration (`TemplateModel`); what a slot gives is a string either way, so this is looked at on real pages.
@Suite struct ContextTests {
    /// Texts that look like HTML, wherever content can hold one.
    private static let content: [String: String] = [
        "site.yaml": """
        title: "T <x-raw>"
        languages: [en, cy]
        contact: a@example.gov
        licence: "L <x-raw>"
        list_members: names
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
            "---\nname: \"B <x-raw>\"\nsummary: S\nclosed: 2026-01-01\nsuccessor: a\nredirect_from: [old/b]\n---\n",
        "communities/c.md": "---\nname: \"C <x-raw>\"\nsummary: S\nroles: [r2]\ntopics: [t1]\n---\n",
        "communities/d.md": "---\nname: \"D <x-raw>\"\nsummary: S\nroles: [r2]\ntopics: [t1]\n---\n",
        "resources/r.md": "---\ntitle: \"R <x-raw>\"\nurl: https://example.gov/r\n---\n\n[a](../about.md)\n",
        "resources/s.md": "---\ntitle: \"R <x-raw>\"\n---\n\n[a](../about.md)\n",
        "handbook/1.md": "---\ntitle: \"One <x-raw>\"\norder: 1\n---\n", "handbook/2.md": "# Two\n",
        "topics/t1.md": "---\nname: \"T <x-raw>\"\n---\n",
        "people/p.md": "---\nname: \"P <x-raw>\"\nagreed: 2026-01-10\n---\n",
    ]

    @Test func `texts reach templates unescaped, and HTML escaped`() async throws {
        var options = Pipeline.Options()
        options.asOf = PartialDate("2026-03-01")!.firstDay
        let site = await Pipeline.read(ContentSource(Self.content.mapValues { Array($0.utf8) }), options).site
        let renderer = try SiteRenderer(site: site, theme: CompiledTheme())
        var check = ContextCheck()
        for page in renderer.pages {
            for (template, context) in renderer.contexts(of: page) { check.check(context, of: template, page.route) }
        }
        for problem in check.problems.sorted() { Issue.record(Comment(rawValue: problem)) }
        // Otherwise the content is not what this test needs.
        #expect(check.texts.count > 20, "\(check.texts.sorted())")
        #expect(check.fragments.contains("suggestion: reason"), "\(check.fragments.sorted())")
    }
}

/// Compares what is in contexts with the types of their slots.
private struct ContextCheck {
    private(set) var problems: Set<String> = []
    /// Names that held a text that looks like HTML, as "table: name".
    private(set) var texts: Set<String> = []
    /// Names that held HTML made of one.
    private(set) var fragments: Set<String> = []

    mutating func check(_ context: Context, of template: String, _ route: String) {
        guard let shape = ContextShape.page(template) else {
            problems.insert("The template `\(template)` is not listed: add its page's slots to `ContextShape.pages`.")
            return
        }
        check(context, as: shape, "`\(template)` of `\(route)`")
    }

    private mutating func check(_ context: Context, as shape: ContextShape, _ location: String) {
        for (name, value) in context.entries {
            guard let type = shape.fields.first(where: { $0.name == name })?.type else {
                problems.insert("`\(name)` is set and not declared, in \(location).")
                continue
            }
            check(value, as: type, "\(shape.name): \(name)", "\(location), `\(name)`")
        }
    }

    private mutating func check(_ value: ContextValue, as type: ContextType, _ name: String, _ location: String) {
        switch (value, type) {
        case (.text(let text), .text):
            if text.contains("<x-raw") { texts.insert(name) }
            if text.contains("&lt;x-raw") {
                problems.insert("\(location) is a text and was escaped already: it must be a slot of HTML.")
            }
        case (.text(let text), .html):
            if text.contains("&lt;x-raw") { fragments.insert(name) }
            if text.contains("<x-raw") { problems.insert("\(location) lets content into HTML unescaped: \(text)") }
        case (.object(let object), .object(let shape)): check(object, as: shape, location)
        case (.list(let list), .list(let shape)): for item in list { check(item, as: shape, location) }
        default: break
        }
    }
}
