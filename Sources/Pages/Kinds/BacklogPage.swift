internal import Content
internal import Site
internal import Theme

/// What a community will talk about: `pages/backlog.mustache`.
struct BacklogPage: EntryModel {
    let head: PageHead
    private let id: ItemID
    private let entry: Backlog
    private let item: Item

    init(_ id: ItemID, _ entry: Backlog, _ scope: PageScope) {
        head = PageHead(id, scope)
        self.id = id
        self.entry = entry
        item = scope.site[id]
    }

    static let slots = SlotTable<BacklogPage>("pages/backlog", "What a community will talk about.", including: [.entry])
    {
        Slot.list("board", "its stages") { $0.board }
    }

    static let facts = SlotTable<BacklogPage>("facts of a backlog") {
        Slot.fact("board", "where it is kept") { $0.scope.external("label_board", $0.entry.board) }
    }

    private var board: [Column] {
        let relations = scope.site[relationsOf: id]
        let mayName = MemberPrivacy(scope.site).participants(of: item.community, in: scope.site)
        let topics = entry.topics.items().enumerated().map { number, topic in
            let isNamed = topic.value.by.map { mayName($0.value) } ?? false
            return (
                topic: topic.value, writeup: relations.writeups[number],
                by: isNamed ? relations.participants[number] : nil
            )
        }
        return BacklogStage.allCases.map { stage in
            let rows = topics.filter { ($0.topic.stage?.value ?? .toDiscuss) == stage }
                .sorted { ($0.topic.votes?.value ?? 0) > ($1.topic.votes?.value ?? 0) }
            return Column(
                heading: scope.strings.label("backlog", stage.rawValue), anchor: stage.rawValue,
                topics: rows.map { topic($0.topic, $0.writeup, by: $0.by) })
        }
    }

    private func topic(_ topic: BacklogTopic, _ writeup: ItemID?, by person: Reference?) -> TopicLine {
        let title = item.text(topic.title, in: scope.language)
        return TopicLine(
            text: title?.text, attributes: scope.attributes(language: title?.language),
            remarks: [
                topic.votes.map { scope.strings.count("votes", $0.value) },
                topic.added.map { scope.strings.format("added_on", ["date": scope.strings.date($0.value)]) },
                person.map { scope.strings.format("added_by", ["name": scope.name(of: $0)]) },
            ].compactMap { $0.map { scope.plain($0) } },
            writeup: writeup.map { scope.link(to: $0) })
    }
}

/// A stage of the backlog.
private struct Column: TemplateModel {
    let heading: String
    let anchor: String
    let topics: [TopicLine]

    static let slots = SlotTable<Column>("column", "A stage of the backlog.") {
        Slot.text("heading", "its words") { $0.heading }
        Slot.text("anchor", "for `id`") { $0.anchor }
        Slot.list("topics", "may be empty") { $0.topics }
        Slot.flag("empty", "whether there are no topics") { $0.topics.isEmpty }
    }
}

/// Something to talk about.
private struct TopicLine: TemplateModel {
    let text: String?
    let attributes: String?
    let remarks: [PageLink]
    let writeup: PageLink?

    static let slots = SlotTable<TopicLine>("topic", "Something to talk about.") {
        Slot.text("text", "its title") { $0.text }
        Slot.html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it") {
            $0.attributes
        }
        Slot.list("remarks", "how many votes, when it was added and, where people may be named, who added it, in words")
        { $0.remarks }
        Slot.object("writeup", "what came of it") { $0.writeup }
    }
}
