internal import Content
internal import Site
internal import Text
internal import Theme

/// What happened when people met: `pages/writeup.mustache`.
struct WriteupPage: EntryModel {
    let head: PageHead
    private let id: ItemID
    private let entry: Writeup
    private let item: Item

    init(_ id: ItemID, _ entry: Writeup, _ scope: PageScope) {
        head = PageHead(id, scope)
        self.id = id
        self.entry = entry
        item = scope.site[id]
    }

    static let slots = SlotTable<WriteupPage>("pages/writeup", "What happened when people met.", including: [.entry]) {
        Slot.object("outcome", "what came of it") { $0.outcome }
        Slot.rows("decisions", "what was decided") { $0.decisions }
        Slot.rows("actions", "what people will do") { page in
            page.actions
        }
    }

    private var outcome: PageLink? {
        item.text(entry.outcome, in: scope.language).map { scope.plain($0.text, in: $0.language) }
    }

    private var decisions: [PageLink] { scope.lines(item.texts(entry.decisions, in: scope.language)) }

    /// The facts above its text.
    var headings: [PageOutline.Heading] {
        [("decisions", entry.decisions != nil), ("actions", !entry.actions.items().isEmpty)].filter(\.1).map {
            name, _ in
            .init(level: 2, link: scope.plain(scope.strings["section_\(name)"], url: "#s.\(name)"))
        }
    }

    static let facts = SlotTable<WriteupPage>("facts of a write-up") {
        Slot.fact("date", "when it was") { $0.scope.fact("label_date", $0.entry.date) }
        Slot.fact("community", "whose it is") { $0.scope.fact("label_community", $0.item.community.map { [$0] } ?? []) }
        Slot.fact("event", "what it is about") { page in
            page.scope.fact("label_event", page.relations.event.map { [page.event($0)] } ?? [])
        }
        Slot.fact("authors", "who wrote it") {
            $0.scope.fact("label_authors", $0.relations.authors, in: $0.item.language)
        }
        Slot.fact("attendees", "how many came") { page in
            page.scope.fact("label_attendees", page.entry.attendees.map { page.scope.strings.grouped($0.value) })
        }
        Slot.fact("topics", "what it is about") { $0.scope.fact("label_topics", $0.relations.topics) }
        Slot.fact("first_published", "where it was before") { $0.scope.external("label_first_published", $0.entry.url) }
        Slot.fact("recording", "where it is") { $0.scope.external("label_recording", $0.entry.recording) }
        Slot.fact("slides", "where they are") { $0.scope.external("label_slides", $0.entry.slides) }
    }

    private var relations: Relations { scope.site[relationsOf: id] }

    /// The event it is about, with the date where it is one of several.
    private func event(_ event: ItemID) -> PageLink {
        let ownDay = scope.site[event].occurrence?.day
        guard let day = scope.site[relationsOf: id].eventDay ?? ownDay else { return scope.link(to: event) }
        let link = ownDay == nil ? scope.link(to: event, on: day) : scope.link(to: event)
        let date = scope.strings["list_separator"] + scope.strings.date(day.date)
        return PageLink(
            html: link.html + HTMLEscape.text(date), text: link.text + date, attributes: link.attributes, url: link.url)
    }

    private var actions: [ActionLine] {
        let mayName = MemberPrivacy(scope.site).participants(of: item.community, in: scope.site)
        return zip(entry.actions.items().map(\.value), scope.site[relationsOf: id].participants).map { action, person in
            self.action(action, action.who.map { mayName($0.value) } ?? false ? person : nil)
        }
    }

    private func action(_ action: Action, _ person: Reference?) -> ActionLine {
        let what = item.text(action.what, in: scope.language)
        return ActionLine(
            text: what?.text, attributes: scope.attributes(language: what?.language),
            who: person.map { scope.name(of: $0) },
            by: action.by.map { scope.strings.format("action_by", ["date": scope.strings.date($0.value)]) },
            isDone: action.done?.value == true)
    }
}

/// Something that somebody will do.
struct ActionLine: TemplateModel {
    let text: String?
    let attributes: String?
    let who: String?
    let by: String?
    let isDone: Bool

    static let slots = SlotTable<ActionLine>("action", "What somebody will do.") {
        Slot.text("text", "what") { $0.text }
        Slot.html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it") {
            $0.attributes
        }
        Slot.text("who", "where people may be named") { $0.who }
        Slot.text("by", "until when, in words") { $0.by }
        Slot.flag("done", "whether it is done") { $0.isDone }
    }
}
