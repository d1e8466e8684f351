internal import Content
internal import Site
internal import Text
internal import Theme

/// A list that the program makes: communities, events, handbook, people, terms: `pages/list.mustache`.
struct ListPage: PageModel, SectionedModel {
    let head: PageHead
    private let route: String
    private(set) var sections: [EntrySection?] = []
    /// Entries by the first letter of their title.
    private var groups: [EntrySection] = []
    private var chapters: [EntryRow] = []
    private var terms: [TermLine] = []
    /// Whether a field shortens the list.
    private var hasFilter = false

    init(_ route: String, _ head: PageHead) {
        self.head = head
        self.route = route
        switch route {
        case "communities/":
            hasFilter = true
            groups = letters(scope.site.communities, foundBy: .ownAndTerms)
        case "events/": sections = events
        case "writeups/":
            sections = [scope.section("all", "section_writeups", scope.derived.writeups.map { scope.row($0) })]
        case "resources/": setGroups(scope.site.all(.resource))
        case "people/": setGroups(scope.site.all(.person))
        case "handbook/": chapters = scope.derived.chapters.map { scope.row($0) }
        default:
            if let kind = TermKind.allCases.first(where: { $0.folder + "/" == route }) { terms = lines(of: kind) }
        }
    }

    static let slots = SlotTable<ListPage>(
        "pages/list", "A list that the program makes: communities, events, handbook, people, terms.",
        including: [.head, .sections, filter]
    ) {
        Slot.object("empty", "where there is nothing yet") { page in
            page.isEmpty ? page.scope.invitation(to: String(page.route.dropLast())) : nil
        }
        Slot.rows("browse_links", "other ways to browse") { $0.browseLinks }
        Slot.list("groups", "entries by their first letter") { $0.groups }
        Slot.rows("chapter_rows", "chapters in reading order") { $0.chapters }
        Slot.rows("term_rows", "terms with their communities") { $0.terms }
    }

    private static let filter = SlotTable<ListPage>("filter", "A field that shortens a list.") {
        Slot.flag("filter", "whether the page has one") { $0.hasFilter }
    }

    var hasDates: Bool { route == "events/" }

    var calendar: CalendarLink? { hasDates ? scope.calendar(of: nil) : nil }

    private var isEmpty: Bool {
        groups.isEmpty && chapters.isEmpty && terms.isEmpty && !sections.contains { $0 != nil }
    }

    private var browseLinks: [AddressLine] {
        var links: [AddressLine] = []
        if route == "events/" {
            let url = scope.url(section: SiteGraph.calendarRoute)
            links.append(AddressLine(text: scope.strings["calendar_link"], url: url))
        } else if route == "communities/" {
            links += [TermKind.government, .role, .topic].map {
                AddressLine(text: scope.strings["browse_\($0.rawValue)"], url: scope.url(section: $0.folder + "/"))
            }
        }
        if let feed = scope.feed(ofSection: route), let url = feed.url {
            links.append(AddressLine(text: feed.text, url: url))
        }
        return links
    }

    /// A list of more than a screen can be narrowed.
    private mutating func setGroups(_ ids: [ItemID]) {
        hasFilter = ids.count > 12
        groups = letters(ids)
    }

    /// Entries by the first letter of their title, in the alphabet of the page's language.
    private func letters(_ ids: [ItemID], foundBy names: PageScope.NamesToFind = .own) -> [EntrySection] {
        var groups: [(letter: AlphabetHeading, rows: [EntryRow])] = []
        for id in scope.byTitle(ids) {
            let letter = scope.strings.alphabet.heading(of: scope.title(of: id).text)
            if groups.last?.letter != letter { groups.append((letter, [])) }
            groups[groups.count - 1].rows.append(scope.row(id, foundBy: names))
        }
        return groups.map { EntrySection(anchor: $0.letter.anchor, heading: $0.letter.text, rows: $0.rows) }
    }

    private var events: [EntrySection?] {
        [
            scope.comingUp("upcoming", scope.derived.upcoming),
            scope.section("habits", "section_habits", scope.derived.habits.map { scope.row($0) }),
            scope.section("past", "section_past", scope.derived.past.map { scope.row($0) }),
        ]
    }

    /// Each term with the communities that name it.
    private func lines(of kind: TermKind) -> [TermLine] {
        scope.byTitle(scope.site.all(kind.kind)).map { id in
            let mentions = scope.site.mentions[id.index]
            let communities = scope.byTitle(mentions.filter { scope.site[$0].kind == .community })
            let title = scope.title(of: id)
            return TermLine(
                link: PageScope.linkHTML(
                    title.text, attributes: scope.attributes(language: title.language), url: scope.url(of: id)),
                count: scope.strings.count("communities_count", communities.count),
                communities: communities.map { scope.link(to: $0) })
        }
    }
}

extension PageScope {
    /// - Parameter name: of a list, as in its address.
    func invitation(to name: String) -> FirstEntry {
        let text = strings["empty_\(name)"]
        let kind = AddForm.all.first { $0.folder == name }?.kind
        return FirstEntry(
            text: text.isEmpty ? strings["list_empty"] : text, url: kind.map { addURL($0) } ?? newFileURL(in: name),
            contact: site.settings.contact.map { contact($0.value) })
    }
}

/// What is shown where a list has nothing in it yet: what will be here, and how to begin it.
struct FirstEntry: TemplateModel {
    let text: String
    let url: String?
    let contact: PageLink?

    static let slots = SlotTable<FirstEntry>("invitation", "What is shown where a list has nothing in it yet.") {
        Slot.text("text", "what will be here") { $0.text }
        Slot.text("url", "where the first can be written") { $0.url }
        Slot.object("contact", "who to contact") { $0.contact }
    }
}

private struct TermLine: TemplateModel {
    let link: String
    let count: String?
    let communities: [PageLink]

    static let slots = SlotTable<TermLine>(
        "term", "A role, topic, government or organisation with the communities that name it."
    ) {
        Slot.html("link", "its title as a finished link") { $0.link }
        Slot.text("count", "how many communities, in words") { $0.count }
        Slot.rows("communities", "which they are") { $0.communities }
    }
}
