internal import Content
internal import Site
internal import Theme

/// A community's charter: `pages/charter.mustache`.
struct CharterPage: EntryModel {
    let head: PageHead
    private let entry: Charter
    private let item: Item
    private let blocks: [Block]

    init(_ id: ItemID, _ entry: Charter, _ scope: PageScope) {
        head = PageHead(id, scope)
        self.entry = entry
        item = scope.site[id]
        blocks = Self.blocks(entry, item, scope)
    }

    static let slots = SlotTable<CharterPage>("pages/charter", "A community's charter.", including: [.entry]) {
        Slot.list("blocks", "its parts") { $0.blocks }
        Slot.text("manager_url", "the page for the managers of members") {
            $0.item.community.flatMap($0.scope.managerURL)
        }
    }

    static let facts = SlotTable<CharterPage>("facts of a charter") {
        Slot.fact("agreed", "when it was agreed") { $0.scope.fact("label_agreed", $0.entry.agreed) }
        Slot.fact("review", "when it is to be looked at again") { $0.scope.fact("label_review", $0.entry.review) }
    }

    /// Its parts are above its text.
    var headings: [PageOutline.Heading] {
        blocks.map { .init(level: 2, link: scope.plain($0.heading, url: "#s." + $0.anchor)) }
    }

    /// What a charter says, in the order in which it is read.
    private static func blocks(_ entry: Charter, _ item: Item, _ scope: PageScope) -> [Block] {
        let language = scope.language
        func block(_ label: String, _ text: (text: String, language: String)?) -> Block? { Block(label, text, scope) }
        func list(_ label: String, _ texts: [(text: String, language: String)]) -> Block? { Block(label, texts, scope) }
        let answers = entry.forYouIf?.value
        let questions =
            answers.map { [$0.share, $0.face, $0.learn, $0.give].compactMap { item.text($0, in: language) } }
            ?? []
        return [
            block("label_purpose", item.text(entry.purpose, in: language)),
            block("label_problem", item.text(entry.problem, in: language)),
            block("label_vision", item.text(entry.vision, in: language)),
            list("label_values", item.texts(entry.values, in: language)),
            list("label_principles", item.texts(entry.principles, in: language)),
            list("label_in_scope", item.texts(entry.inScope, in: language)),
            list("label_out_of_scope", item.texts(entry.outOfScope, in: language)),
            list("label_for_you_if", questions),
            block("label_decisions", item.text(entry.decisions, in: language)),
            block("label_code_of_conduct", item.text(entry.codeOfConduct, in: language)),
            block("label_concerns", item.text(entry.concerns, in: language)),
            list("label_success", item.texts(entry.success, in: language)),
            block("label_time", item.text(entry.time, in: language)),
            list("label_benefits", item.texts(entry.benefits, in: language)),
        ].compactMap { $0 }
    }
}
