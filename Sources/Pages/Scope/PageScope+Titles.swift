internal import Content
internal import Site
internal import Text
internal import Theme

/// What things are called on a page.
extension PageScope {
    var siteTitle: String { text(site.settings.title?.value)?.text ?? "" }

    var siteSummary: String { text(site.settings.summary?.value)?.text ?? siteTitle }

    func text(_ value: LocalizedText?) -> (text: String, language: String)? {
        value?.text(in: language, fileLanguage: site.defaultLanguage)
    }

    /// See `SiteGraph.title(of:_:)`.
    func title(of id: ItemID) -> (text: String, language: String) {
        site.title(of: id, strings)
    }

    /// A text of the interface with a name in it; as HTML, a name in another language says so.
    func phrase(_ key: String, _ placeholder: String, _ name: (text: String, language: String)) -> (
        text: String, html: String
    ) {
        (
            strings.format(key, [placeholder: name.text]),
            strings.formatHTML(key, [placeholder: plain(name.text, in: name.language).html])
        )
    }

    /// `Charter` instead of `Charter: Data people`, where the page names the community.
    func shortTitle(of id: ItemID) -> (text: String, language: String) {
        site[id].isUntitledPart ? (strings["title_\(site[id].kind.rawValue)"], language) : title(of: id)
    }

    func sectionTitle(_ route: String) -> (text: String, lead: String?) { strings.section(route) }

    /// The items by title, A to Z in this page's language.
    func byTitle(_ items: some Sequence<ItemID>) -> [ItemID] {
        let ranks = derived.titleRanks[language]!
        return items.map { (ranks[$0.index], $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// What a page calls somebody, without a link.
    func name(of reference: Reference) -> String {
        switch reference {
        case .item(let id): title(of: id).text
        case .name(let name): name
        }
    }

    /// How far a community has come, in words.
    func stage(of id: ItemID) -> String? {
        guard case .community(let community) = site[id].entry else { return nil }
        return community.state(on: site.today).map { strings.label("stage", $0) }
    }

    /// `needs-help` as words; text that is not an id stays.
    func word(_ text: String) -> String { ID.words(text) }

    /// The charter of a community, with the item that it is.
    func charter(of community: ItemID) -> (charter: Charter, item: Item)? {
        guard let id = site.parts(of: community).first(where: { site[$0].kind == .charter }),
            case .charter(let charter) = site[id].entry
        else { return nil }
        return (charter, site[id])
    }
}
