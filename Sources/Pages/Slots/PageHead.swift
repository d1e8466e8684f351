internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

/// What every page begins with, and what the frame around it says of it.
struct PageHead: Sendable {
    let scope: PageScope
    /// For the window of the browser; the site's title is added after it.
    let windowTitle: String
    /// For search engines.
    let description: String
    /// The section of the menu that the page belongs to, as a route.
    let section: String
    /// The item with the text of the page.
    let item: ItemID?
    let title: (text: String, language: String)
    /// The title as HTML where a name in it may be in another language.
    let titleWithName: String?
    /// `nil` for none.
    let titleAttributes: String?
    let kindLabel: PageLink?
    let lead: (text: String, language: String)?
    let breadcrumbs: [PageLink]
    let notices: [Notice]

    /// A page without an entry.
    init(
        _ scope: PageScope, title: String, titleWithName: String? = nil, windowTitle: String? = nil,
        lead: (text: String, language: String)?, description: String? = nil,
        section: String, breadcrumbs: [PageLink] = [], notices: [Notice] = []
    ) {
        self.scope = scope
        self.windowTitle = windowTitle ?? title
        self.description = description ?? lead?.text ?? scope.siteSummary
        self.section = section
        item = nil
        self.title = (title, scope.language)
        self.titleWithName = titleWithName
        titleAttributes = nil
        kindLabel = nil
        self.lead = lead
        self.breadcrumbs = breadcrumbs
        self.notices = notices
    }

    /// A page that the program makes: a list, or the map.
    ///
    /// - Parameter introduction: the file of content that gives it a title, a lead and a text.
    init(section route: String, introduction: ItemID?, _ scope: PageScope) {
        let language = scope.language
        let own = route.isEmpty ? (text: scope.siteTitle, lead: scope.siteSummary) : scope.sectionTitle(route)
        let item = introduction.map { scope.site[$0] }
        let isTranslated = item.map { $0.isWritten(in: language) } ?? true
        let title = item?.common.title != nil && isTranslated ? item!.title(in: language) : (own.text, language)
        let lead = item?.text(item?.common.summary, in: language)
        self.scope = scope
        windowTitle = route.isEmpty ? scope.siteTitle : title.0
        description = lead?.text ?? own.lead ?? scope.siteSummary
        section = route
        self.item = introduction
        self.title = title
        titleWithName = nil
        titleAttributes = scope.attributes(language: title.1)
        kindLabel = nil
        self.lead = lead ?? (introduction == nil ? own.lead.map { ($0, language) } : nil)
        breadcrumbs = route.isEmpty ? [] : scope.breadcrumbs(of: route)
        notices = item.map(scope.notices(onAll:)) ?? []
    }

    /// The page of an entry.
    ///
    /// - Parameter notice: a remark that holds for its kind.
    init(_ id: ItemID, _ scope: PageScope, notice: Notice? = nil) {
        let item = scope.site[id]
        let language = scope.language
        let isUntitled = item.kind == .home && item.common.title == nil
        let title = isUntitled ? (scope.siteTitle, language) : scope.shortTitle(of: id)
        let body = item.bodies[item.bodyLanguage(for: language)]
        let lead = item.text(item.common.summary, in: language)
        let description = lead?.text ?? body?.firstParagraph ?? ""
        self.scope = scope
        windowTitle = isUntitled ? scope.siteTitle : scope.title(of: id).text
        self.description = description.isEmpty ? scope.siteSummary : description
        section = Self.section(of: item)
        self.item = id
        self.title = title
        titleWithName = nil
        titleAttributes = scope.attributes(id: Self.titleID(title.0, body), language: title.1)
        // A title that is the kind, such as that of a Lean Coffee, is enough.
        kindLabel = scope.kindLabel(of: item).flatMap { $0.text == title.0 ? nil : $0 }
        self.lead = lead
        breadcrumbs = scope.breadcrumbs(of: item)
        notices = scope.notices(onAll: item) + [notice].compactMap { $0 }
    }

    private static func section(of item: Item) -> String {
        if item.kind == .home { return "" }
        if item.communityID != nil { return "communities/" }
        switch item.kind {
        case .event: return "events/"
        case .writeup: return "writeups/"
        case .resource: return "resources/"
        case .page: return item.route
        default: return String(item.route.prefix { $0 != "/" }) + "/"
        }
    }

    /// So that links to the title lead to it, unless a heading below has taken its id.
    private static func titleID(_ title: String, _ body: Rendered?) -> String? {
        guard let body else { return nil }
        let id = body.title?.id ?? Slug.of(title)
        let isTaken = body.outline.contains { $0.id == id } || body.anchors.values.contains(id)
        return isTaken ? nil : id
    }

    var leadAttributes: String? { scope.attributes(language: lead?.language) }

    // MARK: The text

    private var bodyLanguage: String? { item.map { scope.site[$0].bodyLanguage(for: scope.language) } }

    private var body: Rendered? { item.flatMap { scope.site[$0].bodies[bodyLanguage!] } }

    /// Where the text goes; `nil` where there is none.
    var bodyMark: String? { body.flatMap { $0.markup.isEmpty ? nil : Frame.mark("body") } }

    var bodyAttributes: String? { scope.attributes(language: bodyLanguage) }

    /// The headings of the text that are worth a list.
    var bodyHeadings: [PageOutline.Heading] {
        guard let body, let bodyLanguage else { return [] }
        return body.outline.filter { (2...3).contains($0.level) }.map {
            .init(level: $0.level, link: scope.plain($0.text, in: bodyLanguage, url: "#" + $0.id))
        }
    }
}
