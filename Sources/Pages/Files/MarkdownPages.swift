internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

/// A page as Markdown, for programs that read text: `index.md` beside `index.html`. Only where `markdown_pages` is
/// true.
struct MarkdownPage {
    static let name = "index.md"
    private let shared: SiteRenderer
    private let page: PlannedPage

    /// - Parameter page: the page for readers.
    init(_ shared: SiteRenderer, of page: PlannedPage) {
        self.shared = shared
        self.page = page
    }

    /// - Throws: `ThemeError` when the theme lacks the template.
    func render() throws -> [UInt8] {
        guard let model = shared.model(of: page) else { return [] }
        let main = try FramedPage(shared, page, model).main()
        var facts: [(String, String)] = [("title", model.head.title.text)]
        if let base = shared.baseURL { facts.append(("address", base + shared.href(page.route))) }
        facts.append(("language", page.language))
        if let item = model.head.item.map({ shared.site[$0] }) {
            if let date = Self.date(of: item) { facts.append(("date", date)) }
            facts += item.common.source.items().map { ("source", $0.value) }.prefix(1)
        }
        // A text in quotation marks of JSON is one of YAML too, whatever it holds.
        let lines = facts.map { "\($0): \(JSON.text($1).compact)\n" }
        return Array("---\n\(lines.joined())---\n\n".utf8) + MarkdownText(main).bytes
    }

    /// The day of a write-up or an event, else when the facts were true.
    private static func date(of item: Item) -> String? {
        switch item.entry {
        case .writeup(let writeup): writeup.date?.value.isoDate
        case .event(let event): event.starts?.value.isoDate
        default: item.common.asOf?.value.isoDate
        }
    }
}

/// `llms.txt`: the pages of a site in its first language, with a sentence about each (llmstxt.org).
struct PageIndex {
    static let name = "llms.txt"
    let shared: SiteRenderer

    func render() -> [UInt8] {
        let site = shared.site
        let language = site.defaultLanguage
        let scope = PageScope(shared, language: language, root: shared.baseURL ?? "")
        var out = "# \(MarkdownText.escaped(scope.siteTitle))\n"
        if !scope.siteSummary.isEmpty { out += "\n> \(MarkdownText.escaped(scope.siteSummary))\n" }
        for kind in Kind.allCases where kind != .home {
            let items = site.all(kind).filter { !site[$0].isIntroduction }
            if items.isEmpty { continue }
            let section = (kind.folder ?? "") + "/"
            let hasList = SiteGraph.generatedRoutes.contains(section)
            let title = hasList ? scope.sectionTitle(section).text : scope.strings["kind_\(kind.rawValue)"]
            out += "\n## \(MarkdownText.escaped(title))\n\n"
            for id in items {
                let item = site[id]
                let summary = item.text(item.common.summary, in: language)?.text ?? ""
                let title = MarkdownText.escaped(scope.title(of: id).text)
                out += "- [\(title)](\(scope.root)\(item.route)\(MarkdownPage.name))"
                out += summary.isEmpty ? "\n" : ": \(MarkdownText.escaped(summary))\n"
            }
        }
        return Array(out.utf8)
    }
}
