internal import Theme

/// A heading with a text, a list or people below it, on the pages of a charter and of members.
struct Block: TemplateModel {
    let heading: String
    /// Without the `s.` that ids of the interface begin with.
    let anchor: String
    var text: String?
    var attributes: String?
    var link: PageLink?
    var list: [PageLink] = []
    var people: [MemberLine] = []

    static let slots = SlotTable<Block>("block", "A heading with a text, a link or a list below it.") {
        Slot.text("heading", "its words") { $0.heading }
        Slot.text("anchor", "for `id`") { $0.anchor }
        Slot.text("text", "where it is one text") { $0.text }
        Slot.html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it") {
            $0.attributes
        }
        Slot.object("link", "where the text is an address") { $0.link }
        Slot.rows("list", "where it is several texts") { $0.list }
        Slot.rows("people", "where it is people") { $0.people }
    }
}

extension Block {
    /// A text that is only an address becomes a link; nothing without a text.
    init?(_ label: String, _ text: (text: String, language: String)?, _ scope: PageScope) {
        guard let text else { return nil }
        self.init(label: label, scope)
        if case .link = ContactWay(text.text) { link = scope.contact(text.text) } else { self.text = text.text }
        attributes = scope.attributes(language: text.language)
    }

    /// Nothing without texts.
    init?(_ label: String, _ texts: [(text: String, language: String)], _ scope: PageScope) {
        guard !texts.isEmpty else { return nil }
        self.init(label: label, scope)
        list = scope.lines(texts)
    }

    private init(label: String, _ scope: PageScope) {
        self.init(
            heading: scope.strings[label],
            anchor: label.replacing("label_", with: "").replacing("_", with: "-"))
    }
}
