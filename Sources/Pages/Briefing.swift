internal import Content
internal import Site
internal import Theme

/// One page about a community for the manager of somebody who wants to take part: what it is for, what it asks, what
/// comes back. Made where a charter says any of it.
enum Briefing {
    static let name = "for-your-manager"

    /// The pages' addresses below a language's folder, for those communities of which there is enough to say and at
    /// whose address no content is.
    static func routes(in site: SiteGraph) -> [ItemID: String] {
        let redirects = Set(site.redirects.map(\.from))
        var routes: [ItemID: String] = [:]
        for id in site.all(.charter) {
            guard case .charter(let charter) = site[id].entry, let community = site[id].community else { continue }
            let hasReasons = charter.time != nil || charter.benefits != nil
            let route = "\(site[community].route)\(name)/"
            if hasReasons, site.routes[route] == nil, redirects.isDisjoint(with: [route, route + "index.html"]) {
                routes[community] = route
            }
        }
        return routes
    }
}

extension PageRenderer {
    func briefingParts(_ id: ItemID) -> Parts {
        let item = scope.site[id]
        let name = scope.title(of: id)
        let lead = item.text(item.common.summary, in: scope.language)
        let title = scope.strings.format("manager_title", ["community": name.text])
        var context: Context = [
            "t": .strings(scope.strings), "title": .text(title), "lead": .text(lead?.text),
            "lead_attributes": .text(scope.attributes(language: lead?.language)),
            "breadcrumbs": .section([
                scope.plain(scope.strings["home"], url: scope.url(section: "")),
                scope.plain(scope.sectionTitle("communities/").text, url: scope.url(section: "communities/")),
                scope.link(to: id),
            ]),
            "address": .text(scope.shared.baseURL.map { $0 + scope.shared.href(scope.prefix + item.route) }),
            "age": .object(scope.age(of: item)),
            "notices": .list(scope.notices(onAll: item)),
        ]
        if case .community(let entry) = item.entry { context.set("rows", .list(briefingRows(entry, id))) }
        return Parts(
            template: "pages/manager", title: title, description: lead?.text ?? scope.siteSummary,
            section: "communities/",
            context: context)
    }

    private func briefingRows(_ entry: Community, _ id: ItemID) -> [Context] {
        guard let (charter, written) = scope.charter(of: id) else { return [] }
        let relations = scope.site[relationsOf: id]
        func texts(_ value: (text: String, language: String)?) -> [Context] { value.map { scope.lines([$0]) } ?? [] }
        return [
            row("label_purpose", texts(written.text(charter.purpose, in: scope.language))),
            row("label_time", texts(written.text(charter.time, in: scope.language))),
            row("label_benefits", scope.lines(written.texts(charter.benefits, in: scope.language))),
            row("manager_outcomes", outcomes(of: id)),
            row("label_success", scope.lines(written.texts(charter.success, in: scope.language))),
            row("label_meets", texts(scope.site[id].text(entry.meets, in: scope.language))),
            row("label_organisation", relations.organisation.map { [scope.link(to: $0)] } ?? []),
            row("label_sponsor", texts(scope.site[id].text(entry.sponsor, in: scope.language))),
            row(
                "manager_contact",
                [entry.welcome?.value.contact, scope.site.settings.contact].compactMap { $0 }.prefix(1).map {
                    scope.contact($0.value)
                }),
        ].compactMap { $0 }
    }

    private func row(_ label: String, _ texts: [Context]) -> Context? {
        texts.isEmpty ? nil : ["label": .text(scope.strings[label]), "texts": .list(texts)]
    }

    /// What changed because the community met: of its newest write-ups that say so, three.
    private func outcomes(of id: ItemID) -> [Context] {
        let found = (scope.derived.meetings[id]?.writeups ?? []).lazy.filter { scope.site[$0].community == id }
            .compactMap {
                writeup -> Context? in
                guard case .writeup(let entry) = scope.site[writeup].entry,
                    let outcome = scope.site[writeup].text(entry.outcome, in: scope.language)
                else { return nil }
                var line = scope.plain(outcome.text, in: outcome.language)
                line.set("date", .text(entry.date.map { scope.strings.date($0.value) }))
                return line
            }
        return Array(found.prefix(3))
    }
}
