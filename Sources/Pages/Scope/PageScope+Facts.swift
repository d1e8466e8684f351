internal import Content
internal import Site
internal import Theme

/// Lines of the facts.
extension PageScope {
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

    /// Names that are no ids are in the language of the file.
    func fact(_ label: String, _ references: [Reference], in fileLanguage: String? = nil) -> Context? {
        fact(label, references.map { link(to: $0, in: fileLanguage) })
    }

    func fact(_ label: String, _ date: Located<PartialDate>?) -> Context? {
        fact(label, date.map { strings.date($0.value) })
    }

    func external(_ label: String, _ url: Located<String>?) -> Context? {
        fact(label, url.map { [plain(host(of: $0.value), url: $0.value)] } ?? [])
    }
}
