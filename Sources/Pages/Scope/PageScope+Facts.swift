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

extension Slot {
    /// A line of the facts under its name.
    static func fact(_ name: String, _ summary: String, _ value: @escaping @Sendable (Root) -> Fact?) -> Slot {
        .object(name, summary, value)
    }
}

/// The facts of a page, made.
struct NamedFacts {
    let context: Context

    var rows: [Context] {
        context.entries.compactMap { if case .object(let fact) = $0.value { fact } else { nil } }
    }

    /// The names of all kinds, so that a part that several kinds share may use each.
    static let shape = ContextShape(
        "facts by name", "What is known about an entry; a kind has some of these.",
        including: [
            CommunityPage.facts.shape, EventPage.facts.shape, WriteupPage.facts.shape, ResourcePage.facts.shape,
            EntryPage.facts.shape, GuildPage.facts.shape, CharterPage.facts.shape, MembersPage.facts.shape,
            BacklogPage.facts.shape,
        ], [])
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
