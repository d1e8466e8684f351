internal import Content
internal import Markdown
internal import Site
internal import Theme

/// Remarks above the content of a page.
extension PageScope {
    /// A remark above a page's content.
    func notice(_ text: String, link: Context? = nil, isStrong: Bool = false) -> Context {
        ["text": .text(text), "link": .object(link), "is_strong": .flag(isStrong)]
    }

    /// What holds for every page about an item: that it is made up, or not in the page's language.
    func notices(onAll item: Item) -> [Context] {
        let fallback = fallbackNotice(item).map {
            notice($0, link: translationURL(of: item).map { plain(strings["translate_page"], url: $0) })
        }
        return [site.isExample(item) ? notice(strings["example_notice"]) : nil, fallback].compactMap { $0 }
    }

    private func fallbackNotice(_ item: Item) -> String? {
        guard !item.isWritten(in: language), !item.isMadeFromID,
            item.bodies.values.contains(where: { !$0.markup.isEmpty })
        else { return nil }
        return strings.format(
            "not_translated",
            [
                "language": strings.name(ofLanguage: item.language) ?? shared.strings[item.language]?["language_name"]
                    ?? item.language
            ])
    }

    /// Whether it has ended or rests.
    func status(_ entry: Community, _ relations: Relations) -> Context? {
        if let closed = entry.closed {
            let text = strings.format(
                entry.hasEnded(on: site.today) ? "community_closed" : "community_closing",
                ["date": strings.date(closed.value)])
            let successor = relations.successor.map { link(to: $0) }
            return notice(
                successor == nil ? text : "\(text) \(strings["community_successor"])", link: successor,
                isStrong: true)
        }
        guard let paused = entry.paused, entry.until.map({ $0.value.lastDay >= site.today }) ?? true else {
            return nil
        }
        let text = strings.format("community_paused", ["date": strings.date(paused.value)])
        let until =
            entry.until.map {
                " " + strings.format("community_paused_until", ["date": strings.date($0.value)])
            } ?? ""
        return notice(text + until, isStrong: true)
    }
}
