internal import Content
internal import Site
internal import Theme

/// One line of the facts.
struct Fact: TemplateModel {
    let label: String
    let values: [PageLink]

    static let slots = SlotTable<Fact>("fact", "One line of the facts.") {
        Slot.text("label", "what it says") { $0.label }
        Slot.list("values", "at least one") { $0.values }
    }
}

extension PageScope {
    /// One line of the facts: a label and its values; nothing when there are none.
    func fact(_ label: String, _ values: [PageLink]) -> Fact? {
        values.isEmpty ? nil : Fact(label: strings[label], values: values)
    }

    func fact(_ label: String, _ text: String?) -> Fact? {
        fact(label, text.map { [plain($0)] } ?? [])
    }

    func fact(_ label: String, _ text: (text: String, language: String)?) -> Fact? {
        fact(label, text.map { [plain($0.text, in: $0.language)] } ?? [])
    }

    func fact(_ label: String, _ items: [ItemID]) -> Fact? { fact(label, items.map { link(to: $0) }) }

    /// Names that are not ids are in the language of the file.
    func fact(_ label: String, _ references: [Reference], in fileLanguage: String? = nil) -> Fact? {
        fact(label, references.map { link(to: $0, in: fileLanguage) })
    }

    func fact(_ label: String, _ date: Located<PartialDate>?) -> Fact? {
        fact(label, date.map { strings.date($0.value) })
    }

    func external(_ label: String, _ url: Located<String>?) -> Fact? {
        fact(label, url.map { [plain(host(of: $0.value), url: $0.value)] } ?? [])
    }
}
