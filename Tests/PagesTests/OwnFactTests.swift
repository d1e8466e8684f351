import TestSupport
import Testing

@testable import Pages
@testable import Theme

/// Facts that templates show one by one: those of a kind by their names, and a theme's own.
@Suite struct OwnFactTests {
    private static let manifest =
        "name: own\nextends: default\nfields:\n  x_region: The region.\n  x_site: Where more is.\n"

    private static func resource(_ template: String, _ yaml: String, cy: String? = nil) async throws -> TestSite {
        var content = [
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.md": "---\ntitle: A\n\(yaml)---\n",
        ]
        content["resources/a.cy.md"] = cy.map { "---\ntitle: B\n\($0)---\n" }
        return try await TestSite(
            content, theme: ["theme.yaml": manifest, "pages/resource.mustache": "|\(template)|"])
    }

    private static func shown(_ site: TestSite, _ route: String = "resources/a/") -> String {
        site.main(route).split(separator: "|").dropFirst().first.map(String.init) ?? ""
    }

    @Test func `a key that the theme declares reaches its templates, escaped`() async throws {
        let site = try await Self.resource(
            "<p class=\"r-{{x.region}}\">{{x.region}}</p>{{^x.site}}none{{/x.site}}",
            "x_region: \"North <b>\\\"\"\nx_secret: no\n")
        #expect(
            Self.shown(site)
                == "<p class=\"r-North &lt;b&gt;&quot;\">North &lt;b&gt;&quot;</p>none")
        #expect(!site.page("resources/a/").contains("secret"))
    }

    @Test func `a list is shown in words, or each of its values by itself`() async throws {
        let site = try await Self.resource(
            "{{x.region}}: {{#x.region_list}}[{{text}}]{{/x.region_list}}", "x_region: [North, East]\n")
        #expect(Self.shown(site) == "North and East: [North][East]")
    }

    @Test func `an address is a link only if it leads to a page or a mailbox`() async throws {
        let template = "{{#x.site_list}}{{{link}}};{{/x.site_list}}"
        let site = try await Self.resource(
            template, "x_site: [\"https://example.gov/a\", \"javascript:alert(1)\", a@example.gov]\n")
        let shown = Self.shown(site)
        #expect(shown.contains("href=\"https://example.gov/a\"") && shown.contains("href=\"mailto:a@example.gov\""))
        #expect(!shown.contains("href=\"javascript"))
    }

    @Test func `a translation says it in its language, and the rest says in which it is`() async throws {
        let template = "{{#x.region_list}}<i{{{attributes}}}>{{text}}</i>{{/x.region_list}}"
        let both = try await Self.resource(template, "x_region: North\n", cy: "x_region: Gogledd\n")
        #expect(Self.shown(both) == "<i>North</i>" && Self.shown(both, "cy/resources/a/") == "<i>Gogledd</i>")
        let one = try await Self.resource(template, "x_region: North\n", cy: "")
        #expect(Self.shown(one, "cy/resources/a/") == "<i lang=\"en\">North</i>")
    }

    @Test func `a fact is shown by its name, and all of them as a list`() async throws {
        let site = try await TestSite(
            [
                "organisations/o.md": "---\nname: Office\n---\n",
                "communities/a.md":
                    "---\nname: A\nsummary: S\nstage: forming\norganisation: o\npaused: 2026-01-01\n---\n",
                "communities/b.md": "---\nname: B\nsummary: S\nclosed: 2026-02-01\n---\n",
                "communities/c.md": "---\nname: C\nsummary: S\nstage: maturing\n---\n",
            ],
            theme: [
                "pages/community.mustache": """
                |{{state}};{{paused}};{{closed}};\
                {{#fact.stage}}{{label}}={{#values}}{{text}}{{/values}}{{/fact.stage}};\
                {{#fact.organisation}}{{#values}}{{{link}}}{{/values}}{{/fact.organisation}};{{facts.count}}|
                """
            ])
        #expect(
            Self.shown(site, "communities/a/")
                == "paused;1 January 2026;;Stage=Forming;<a href=\"../../organisations/o/\">Office</a>;2")
        #expect(Self.shown(site, "communities/b/") == "closed;;1 February 2026;;;")
        #expect(Self.shown(site, "communities/c/").hasPrefix("maturing;;;Stage="))
    }

    @Test func `names that a theme declares are in the reference`() throws {
        let text = try ThemeReference.text(of: "pages/resource", own: [OwnField("region", "The region.")])
        #expect(text.contains("\n  region (text)  ") && text.contains("  The region.\n"), "\(text)")
        #expect(text.contains("\n  region_list (each a link)  "))
        #expect(try ThemeReference.text(of: "pages/resource").contains("\n  NAME (text)  "))
        #expect(text.contains("\n  stage (fact)  ") && text.contains("fact (facts by name)"))
    }

    @Test func `transforms are in the reference, each once`() throws {
        let text = try ThemeReference.text(of: "pages/resource")
        for transform in Transform.all {
            #expect(text.components(separatedBy: "\n    \(transform.written) ").count == 2, "\(transform.written)")
        }
    }
}
