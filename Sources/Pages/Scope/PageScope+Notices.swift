internal import Content
internal import Markdown
internal import Site
internal import Theme

/// A remark above a page's content.
struct Notice: TemplateModel {
    let text: String
    var link: PageLink?
    var isStrong = false

    static let slots = SlotTable<Notice>("notice", "A remark above a page's content.") {
        Slot.text("text", "the remark") { $0.text }
        Slot.object("link", "where it leads") { $0.link }
        Slot.flag("is_strong", "whether it changes what the page is worth, such as that a community has ended") {
            $0.isStrong
        }
    }
}

extension PageScope {
    /// What holds for every page about an item: that it is made up, or not in the page's language.
    func notices(onAll item: Item) -> [Notice] {
        let fallback = fallbackNotice(item).map {
            Notice(text: $0, link: translationURL(of: item).map { plain(strings["translate_page"], url: $0) })
        }
        return [site.isExample(item) ? Notice(text: strings["example_notice"]) : nil, fallback].compactMap { $0 }
    }

    private func fallbackNotice(_ item: Item) -> String? {
        guard !item.isWritten(in: language), !item.isMadeFromID,
            item.bodies.values.contains(where: { !$0.markup.isEmpty })
        else { return nil }
        return strings.format(
            "not_translated",
            [
                "language": strings.name(ofLanguage: item.language) ?? shared.strings[item.language]?.ownName
                    ?? item.language
            ])
    }

    /// A notice that it has ended or rests.
    func status(_ entry: Community, _ relations: Relations) -> Notice? {
        if let closed = entry.closed {
            let text = strings.format(
                entry.hasEnded(on: site.today) ? "community_closed" : "community_closing",
                ["date": strings.date(closed.value)])
            let successor = relations.successor.map { link(to: $0) }
            return Notice(
                text: successor == nil ? text : "\(text) \(strings["community_successor"])", link: successor,
                isStrong: true)
        }
        guard let paused = entry.paused, let pause = entry.pause, pause.upperBound >= site.today else { return nil }
        let text = strings.format(
            entry.rests(on: site.today) ? "community_paused" : "community_pausing",
            ["date": strings.date(paused.value)])
        let until =
            entry.until.map {
                " " + strings.format("community_paused_until", ["date": strings.date($0.value)])
            } ?? ""
        return Notice(text: text + until, isStrong: true)
    }
}
