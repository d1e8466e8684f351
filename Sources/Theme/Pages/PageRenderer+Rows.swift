internal import Content
internal import Site

extension PageRenderer {
    /// An entry as a line of a list: what it is, when, and a sentence about it.
    func row(_ id: ItemID, note: String? = nil) -> Context {
        let item = site[id]
        let title = self.title(of: id)
        let summary = item.text(item.common.summary, in: language)
        let date = self.date(of: id)
        return [
            "title": .text(title.text),
            "title_lang": .text(foreign(title.language)),
            "url": .text(url(of: id)),
            "kind": .text(kindLabel(of: item)),
            "when": .text(date.map { when($0) }),
            "datetime": .text(date?.isoDate),
            "summary": .text(summary?.text),
            "summary_lang": .text(summary.flatMap { foreign($0.language) }),
            "note": .text(note),
            "place": .text(item.communityID == item.id ? nil : item.community.map { site[$0].title(in: language).text }),
        ]
    }

    private func date(of id: ItemID) -> PartialDate? {
        switch site[id].entry {
        case .event(let event): derived.nextDate[id] ?? event.starts?.value
        case .writeup(let writeup): writeup.date?.value
        default: nil
        }
    }

    private func when(_ date: PartialDate) -> String {
        let day = strings.dateWithWeekday(date)
        return date.clock.map { strings.format("date_time", ["date": day, "time": $0]) } ?? day
    }

    /// A list under a heading of its own; nothing when it is empty.
    func section(_ anchor: String, _ heading: String, _ rows: [Context]) -> Context? {
        guard !rows.isEmpty else { return nil }
        return ["anchor": .text(anchor), "heading": .text(strings[heading]), "rows": .list(rows)]
    }

    // MARK: Facts

    /// One line of the facts: a label and its values; nothing when there are none.
    func fact(_ label: String, _ values: [Context]) -> Context? {
        values.isEmpty ? nil : ["label": .text(strings[label]), "values": .list(values)]
    }

    func fact(_ label: String, _ text: String?) -> Context? {
        fact(label, text.map { [plain($0)] } ?? [])
    }

    func fact(_ label: String, _ text: (text: String, language: String)?) -> Context? {
        fact(label, text.map { [plain($0.text, in: $0.language)] } ?? [])
    }

    func fact(_ label: String, _ items: [ItemID]) -> Context? { fact(label, items.map { link(to: $0) }) }

    func fact(_ label: String, _ references: [Reference]) -> Context? { fact(label, references.map { link(to: $0) }) }

    func fact(_ label: String, _ date: Located<PartialDate>?) -> Context? {
        fact(label, date.map { strings.date($0.value) })
    }

    /// Text that leads nowhere. Every name that the template asks for is there, so that it does not look further out.
    func plain(_ text: String, in textLanguage: String? = nil) -> Context {
        ["text": .text(text), "lang": .text(textLanguage.flatMap(foreign)), "url": .none]
    }

    func link(to id: ItemID) -> Context {
        let title = self.title(of: id)
        return ["text": .text(title.text), "lang": .text(foreign(title.language)), "url": .text(url(of: id))]
    }

    func link(to reference: Reference) -> Context {
        switch reference {
        case .item(let id): link(to: id)
        case .name(let name): plain(name)
        }
    }

    func external(_ label: String, _ url: Located<String>?) -> Context? {
        fact(label, url.map { [["text": .text(host(of: $0.value)), "url": .text($0.value)]] } ?? [])
    }

    func set(_ facts: [Context?], to context: inout Context) {
        let rows = facts.compactMap { $0 }
        context.set("facts", .section(rows))
    }

    func set(sections: [Context?], to context: inout Context) {
        context.set("sections", .list(sections.compactMap { $0 }))
    }

    /// Texts that may be in several languages, as lines of a list.
    func lines(_ texts: [(text: String, language: String)]) -> [Context] {
        texts.map { plain($0.text, in: $0.language) }
    }
}
