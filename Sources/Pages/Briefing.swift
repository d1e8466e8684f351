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
    func managerURL(of community: ItemID) -> String? {
        derived.briefings[community].map { url(section: $0) }
    }

    func briefingParts(_ id: ItemID) -> Parts {
        let item = site[id]
        let name = title(of: id)
        let lead = item.text(item.common.summary, in: language)
        let title = strings.format("manager_title", ["community": name.text])
        var context: Context = [
            "t": .strings(strings), "title": .text(title), "lead": .text(lead?.text),
            "lead_attributes": .text(attributes(language: lead?.language)),
            "breadcrumbs": .section([
                plain(strings["home"], url: url(section: "")),
                plain(sectionTitle("communities/").text, url: url(section: "communities/")), link(to: id),
            ]),
            "address": .text(shared.baseURL.map { $0 + shared.href(prefix + item.route) }),
            "age": .object(age(of: item)),
            "notices": .list(notices(onAll: item)),
        ]
        if case .community(let entry) = item.entry { context.set("rows", .list(briefingRows(entry, id))) }
        return Parts(
            template: "pages/manager", title: title, description: lead?.text ?? siteSummary, section: "communities/",
            context: context)
    }

    private func briefingRows(_ entry: Community, _ id: ItemID) -> [Context] {
        guard let (charter, written) = charter(of: id) else { return [] }
        let relations = site[relationsOf: id]
        func texts(_ value: (text: String, language: String)?) -> [Context] { value.map { lines([$0]) } ?? [] }
        return [
            row("label_purpose", texts(written.text(charter.purpose, in: language))),
            row("label_time", texts(written.text(charter.time, in: language))),
            row("label_benefits", lines(written.texts(charter.benefits, in: language))),
            row("manager_outcomes", outcomes(of: id)),
            row("label_success", lines(written.texts(charter.success, in: language))),
            row("label_meets", texts(site[id].text(entry.meets, in: language))),
            row("label_organisation", relations.organisation.map { [link(to: $0)] } ?? []),
            row("label_sponsor", texts(site[id].text(entry.sponsor, in: language))),
            row(
                "manager_contact",
                [entry.welcome?.value.contact, site.settings.contact].compactMap { $0 }.prefix(1).map {
                    contact($0.value)
                }),
        ].compactMap { $0 }
    }

    private func row(_ label: String, _ texts: [Context]) -> Context? {
        texts.isEmpty ? nil : ["label": .text(strings[label]), "texts": .list(texts)]
    }

    /// What changed because the community met: of its newest write-ups that say so, three.
    private func outcomes(of id: ItemID) -> [Context] {
        let found = (derived.meetings[id]?.writeups ?? []).lazy.filter { site[$0].community == id }.compactMap {
            writeup -> Context? in
            guard case .writeup(let entry) = site[writeup].entry,
                let outcome = site[writeup].text(entry.outcome, in: language)
            else { return nil }
            var line = plain(outcome.text, in: outcome.language)
            line.set("date", .text(entry.date.map { strings.date($0.value) }))
            return line
        }
        return Array(found.prefix(3))
    }
}
