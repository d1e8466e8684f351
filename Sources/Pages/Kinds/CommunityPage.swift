internal import Content
internal import Site
internal import Text
internal import Theme

/// A community: `pages/community.mustache`.
struct CommunityPage: EntryModel, SectionedModel {
    let head: PageHead
    let id: ItemID
    let entry: Community
    let item: Item

    init(_ id: ItemID, _ entry: Community, _ scope: PageScope) {
        head = PageHead(id, scope, notice: scope.status(entry, scope.site[relationsOf: id]))
        self.id = id
        self.entry = entry
        item = scope.site[id]
    }

    static let slots = SlotTable<CommunityPage>(
        "pages/community", "A community.", including: [.entry, .sections, essentials]
    ) {
        Slot.text(
            "state", "how far it has come, as one word for a class: a stage such as `forming`, `paused`, `closed`"
        ) {
            $0.entry.state(on: $0.scope.site.today)
        }
        Slot.text("paused", "since when it rests, where it does, in words") { page in
            page.entry.rests(on: page.scope.site.today)
                ? page.entry.paused.map { page.scope.strings.date($0.value) } : nil
        }
        Slot.text("closed", "when it ended, where it has, in words") { page in
            page.hasEnded ? page.entry.closed.map { page.scope.strings.date($0.value) } : nil
        }
        Slot.text("manager_url", "the page for the managers of members") { $0.scope.managerURL(of: $0.id) }
        Slot.object("neighbourhood", "a small map of its connections") {
            Neighbourhood(of: $0.id, $0.scope)
        }
        Slot.rows("channels", "where it talks") { page in page.entry.channels.items().map { page.channel($0.value) } }
        Slot.rows("help", "how a reader could help it; only where settings say so") {
            $0.scope.shared.invitations.lines(for: $0.id, $0.scope)
        }
        Slot.object("questions", "who it is for") { $0.questions }
        Slot.object("stages", "where it is on the curve of energy and effort") { StageCurve($0.entry, $0.scope) }
        Slot.list("descent", "what it came from and what came of it") { DescentLine.lines(of: $0.id, $0.scope) }
        Slot.object("missing", "what is not known") { $0.missing }
    }

    var hasDates: Bool { scope.derived.meetings[id] != nil }

    var calendar: CalendarLink? { scope.calendar(of: id) }

    // MARK: Essentials

    /// What newcomers want to know first. Unknown facts are not left out: the page says so, and asks for them.
    private static let essentials = SlotTable<CommunityPage>("essentials", "What somebody new wants to know first.") {
        Slot.object("next", "the next meeting") { $0.nextEvent }
        Slot.object("habit", "when it meets, in words") { $0.habit }
        Slot.object("for_whom", "who it is for") { $0.forWhom }
        Slot.rows("roles", "for which professions, where it does not say more") { $0.roles }
        Slot.flag("whom_unknown", "whether neither is known") { $0.forWhom == nil && $0.roles.isEmpty }
        Slot.object("join", "the first way to join") { $0.waysToJoin.first }
        Slot.rows("if_blocked", "the other ways") { Array($0.waysToJoin.dropFirst()) }
        Slot.object("welcome", "who welcomes newcomers") { $0.scope.welcome($0.entry, $0.item) }
        Slot.text("add_url", "where what is not known can be added") {
            $0.hasEnded ? nil : $0.scope.remarkURL("wrong", on: $0.item)
        }
        Slot.text("add_event_url", "where an event of it is made") {
            $0.hasEnded ? nil : $0.scope.addURL(.event, [("community", $0.item.id)])
        }
    }

    private var hasEnded: Bool { entry.hasEnded(on: scope.site.today) }

    private var nextEvent: EntryRow? {
        scope.derived.meetings[id]?.upcoming.first { event in
            !scope.derived.cancelled.contains(event) && !scope.derived.resting.contains(event)
                && scope.derived.occurrences[event]?.starts.day != nil
        }.map { scope.row($0) }
    }

    private var habit: PageLink? {
        item.text(entry.meets, in: scope.language).map { scope.plain($0.text, in: $0.language) }
    }

    private var forWhom: PageLink? {
        if let text = item.text(entry.eligibility, in: scope.language) {
            return scope.plain(text.text, in: text.language)
        }
        return entry.membership.map {
            scope.plain(scope.strings.label("membership", $0.value.rawValue), in: scope.language)
        }
    }

    private var roles: [PageLink] {
        entry.eligibility == nil ? scope.site[relationsOf: id].roles.map { scope.link(to: $0) } : []
    }

    private var waysToJoin: [PageLink] { entry.join.items().map { scope.contact($0.value, in: item.language) } }

    // MARK: Channels, questions, what is missing

    private func channel(_ channel: Channel) -> ChannelLine {
        ChannelLine(
            platform: channel.platform.map { platform($0.value) }, name: channel.name?.value,
            attributes: scope.attributes(language: item.language), url: channel.url?.value,
            access: channel.access.map { scope.strings.label("membership", $0.value.rawValue) })
    }

    /// A platform that has no word is most often a name: `pleio` is Pleio.
    private func platform(_ written: String) -> String {
        scope.strings.known("platform", written) ?? (ID.isValid(written) ? ID.title(written) : written)
    }

    /// The four questions of the charter.
    private var questions: Questions? {
        guard let (charter, item) = scope.charter(of: id), let answers = charter.forYouIf?.value else { return nil }
        let named = [
            ("share", answers.share), ("face", answers.face), ("learn", answers.learn), ("give", answers.give),
        ]
        let rows = named.compactMap { name, answer -> Questions.Question? in
            guard let text = item.text(answer, in: scope.language) else { return nil }
            return .init(
                label: scope.strings["question_\(name)"], text: text.text,
                attributes: scope.attributes(language: text.language))
        }
        return rows.isEmpty ? nil : Questions(rows: rows)
    }

    /// What nobody has written down yet: unknown, which is not the same as none.
    private var missing: Missing? {
        let kinds = Set(scope.site.parts(of: id).map { scope.site[$0].kind })
        var names: [String] = []
        if entry.join == nil { names.append("missing_join") }
        if scope.welcome(entry, item) == nil { names.append("missing_welcome") }
        if entry.meets == nil, !kinds.contains(.event), entry.events == nil { names.append("missing_meets") }
        if entry.memberCount == nil, !kinds.contains(.members) { names.append("missing_members") }
        if entry.stage == nil { names.append("missing_stage") }
        if !kinds.contains(.charter) { names.append("missing_charter") }
        guard !names.isEmpty, !hasEnded else { return nil }
        return Missing(
            text: scope.strings.joined(names.map { scope.strings[$0] }), url: scope.remarkURL("wrong", on: item))
    }
}

// MARK: Parts

/// Where a community talks.
private struct ChannelLine: TemplateModel {
    let platform: String?
    let name: String?
    let attributes: String?
    let url: String?
    let access: String?

    static let slots = SlotTable<ChannelLine>("channel", "Where a community talks.") {
        Slot.text("platform", "in words") { $0.platform }
        Slot.text("name", "of the channel") { $0.name }
        Slot.html("attributes", "`lang` and `dir`, for the tag around the name") { $0.attributes }
        Slot.text("url", "its address") { $0.url }
        Slot.text("access", "who may, in words") { $0.access }
    }
}

/// Never empty.
private struct Questions: TemplateModel {
    let rows: [Question]

    static let slots = SlotTable<Questions>("questions", "What the charter answers to “Is this for me?”.") {
        Slot.list("rows", "at least one") { $0.rows }
    }

    struct Question: TemplateModel {
        let label: String
        let text: String
        let attributes: String?

        static let slots = SlotTable<Question>("question", "One of the four questions with its answer.") {
            Slot.text("label", "the question, shortened") { $0.label }
            Slot.text("text", "the answer") { $0.text }
            Slot.html("attributes", "`lang` and `dir`, for the tag around the answer") { $0.attributes }
        }
    }
}

private struct Missing: TemplateModel {
    let text: String
    let url: String

    static let slots = SlotTable<Missing>("missing", "What nobody has written down yet.") {
        Slot.text("text", "what it is, as a list in words") { $0.text }
        Slot.text("url", "where it can be added") { $0.url }
    }
}
