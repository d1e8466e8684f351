import Content
import Testing

@testable import Build
@testable import Pages
@testable import Site
@testable import Theme

/// Pages as values, without a template: a scope, an entry, and what the page says.
@Suite struct PageModelTests {
    private static func scope(_ files: [String: String]) async throws -> PageScope {
        let site = await Pipeline.read(ContentSource(files.mapValues { Array($0.utf8) }), Pipeline.Options()).site
        let renderer = try SiteRenderer(site: site, theme: CompiledTheme())
        return PageScope(renderer, language: "en", root: "../../")
    }

    private static func text(_ value: ContextValue?) -> String? {
        if case .text(let text)? = value { text } else { nil }
    }

    @Test func `a community without a way to join says what is missing`() async throws {
        let scope = try await Self.scope([
            "site.yaml": "title: T\nlanguages: [en]\n",
            "communities/a.md": "---\nname: A\nsummary: S\nmeets: Mondays\n---\n",
        ])
        let id = try #require(scope.site.routes["communities/a/"])
        guard case .community(let entry) = scope.site[id].entry else {
            Issue.record("not a community")
            return
        }
        let context = CommunityPage(id, entry, scope).context
        #expect(Self.text(context["title"]) == "A")
        #expect(Self.text(context["lead"]) == "S")
        #expect(context.isEmpty("join"))
        #expect(Self.text(context["add_event_url"]) == "../../add/#kind=event&community=a")
        guard case .object(let missing)? = context["missing"] else {
            Issue.record("nothing is missing")
            return
        }
        #expect(Self.text(missing["text"])?.isEmpty == false)
    }

    @Test func `a list without entries invites to write the first`() async throws {
        let scope = try await Self.scope(["site.yaml": "title: T\nlanguages: [en]\n"])
        let page = ListPage("events/", PageHead(section: "events/", introduction: nil, scope))
        #expect(!page.context.isEmpty("empty"))
        #expect(page.head.windowTitle == scope.strings.section("events/").text)
    }
}

extension Context {
    fileprivate subscript(name: String) -> ContextValue? { entries.first { $0.name == name }?.value }
}
