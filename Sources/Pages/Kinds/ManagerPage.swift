internal import Content
internal import Site
internal import Theme

/// One page about a community for the manager of somebody who wants to take part: what it is for, what it asks, what
/// comes back: `pages/manager.mustache`.
struct ManagerPage: PageModel {
    let head: PageHead
    private let id: ItemID
    private let item: Item

    init(_ id: ItemID, _ scope: PageScope) {
        let item = scope.site[id]
        let title = scope.phrase("manager_title", "community", scope.title(of: id))
        head = PageHead(
            scope, title: title.text, titleWithName: title.html,
            lead: item.text(item.common.summary, in: scope.language), section: "communities/",
            breadcrumbs: scope.breadcrumbs(below: id), notices: scope.notices(onAll: item))
        self.id = id
        self.item = item
    }

    static let slots = SlotTable<ManagerPage>(
        "pages/manager", "A community, for the managers of its members.", including: [.head]
    ) {
        Slot.list("rows", "the lines of the briefing") { $0.rows }
        Slot.text("address", "of the community's page, for paper") { $0.address }
        Slot.object("age", "how old the facts are") { $0.scope.age(of: $0.item) }
    }

    /// Only with the address of the site.
    private var address: String? {
        scope.shared.baseURL.map { $0 + scope.shared.href(scope.prefix + item.route) }
    }

    private var rows: [ManagerLine] {
        guard case .community(let entry) = item.entry, let (charter, written) = scope.charter(of: id) else { return [] }
        let relations = scope.site[relationsOf: id]
        func texts(_ value: (text: String, language: String)?) -> [PageLink] { value.map { scope.lines([$0]) } ?? [] }
        return [
            line("label_purpose", texts(written.text(charter.purpose, in: scope.language))),
            line("label_time", texts(written.text(charter.time, in: scope.language))),
            line("label_benefits", scope.lines(written.texts(charter.benefits, in: scope.language))),
            line("manager_outcomes", outcomes: outcomes),
            line("label_success", scope.lines(written.texts(charter.success, in: scope.language))),
            line("label_meets", texts(scope.site[id].text(entry.meets, in: scope.language))),
            line("label_organisation", relations.organisations.map { scope.link(to: $0) }),
            line("label_sponsor", scope.somebody(scope.site[id].text(entry.sponsor, in: scope.language))),
            line(
                "manager_contact",
                [entry.welcome?.value.contact, scope.site.settings.contact].compactMap { $0 }.prefix(1).map {
                    scope.contact($0.value)
                }),
        ].compactMap { $0 }
    }

    private func line(_ label: String, _ texts: [PageLink]) -> ManagerLine? {
        line(label, outcomes: texts.map { OutcomeLine(link: $0, date: nil) })
    }

    private func line(_ label: String, outcomes: [OutcomeLine]) -> ManagerLine? {
        outcomes.isEmpty ? nil : ManagerLine(label: scope.strings[label], texts: outcomes)
    }

    /// What changed because the community met: of its newest write-ups that say so, three.
    private var outcomes: [OutcomeLine] {
        let writeups = (scope.derived.meetings[id]?.writeups ?? []).lazy.filter { scope.site[$0].community == id }
        return Array(writeups.compactMap(outcome).prefix(3))
    }

    private func outcome(of writeup: ItemID) -> OutcomeLine? {
        guard case .writeup(let entry) = scope.site[writeup].entry,
            let outcome = scope.site[writeup].text(entry.outcome, in: scope.language)
        else { return nil }
        return OutcomeLine(
            link: scope.plain(outcome.text, in: outcome.language), date: entry.date.map { scope.strings.date($0.value) }
        )
    }
}

private struct ManagerLine: TemplateModel {
    let label: String
    let texts: [OutcomeLine]

    static let slots = SlotTable<ManagerLine>("briefing", "One line of the briefing for a manager.") {
        Slot.text("label", "what it says") { $0.label }
        Slot.list("texts", "at least one") { $0.texts }
    }
}

/// A text, with its date where it came of a meeting.
private struct OutcomeLine: LinkModel {
    let link: PageLink
    let date: String?

    static let slots = SlotTable<OutcomeLine>(
        "outcome", "A text, with its date where it came of a meeting.", including: [.link]
    ) {
        Slot.text("date", "of the meeting") { $0.date }
    }
}

/// Which communities have a page for managers: those whose charter says what it asks or what comes back.
enum ManagerRoutes {
    static let name = "for-your-manager"

    /// The pages' addresses below a language's folder, for communities about which there is enough to say and whose
    /// address has no content.
    static func routes(in site: SiteGraph) -> [ItemID: String] {
        let free = FreeRoutes(site)
        var routes: [ItemID: String] = [:]
        for id in site.all(.charter) {
            guard case .charter(let charter) = site[id].entry, let community = site[id].community else { continue }
            let hasReasons = charter.time != nil || charter.benefits != nil
            let route = "\(site[community].route)\(name)/"
            if hasReasons, free.contains(route) { routes[community] = route }
        }
        return routes
    }
}
