internal import Content
internal import Network
internal import Site
internal import Theme

/// Facts of a community, and the lists of what belongs to it.
extension CommunityPage {
    static let facts = SlotTable<CommunityPage>("facts of a community") {
        // Where it is, and who it is for.
        Slot.fact("meets", "when it meets") {
            $0.scope.fact("label_meets", $0.item.text($0.entry.meets, in: $0.scope.language))
        }
        Slot.fact("government", "to which it belongs") { $0.scope.fact("label_government", $0.relations.governments) }
        Slot.fact("organisation", "who hosts it") { $0.scope.fact("label_organisation", $0.relations.organisations) }
        Slot.fact("membership", "who may join, where no sentence says it") { page in
            let membership = page.entry.eligibility == nil ? page.entry.membership : nil
            return page.scope.fact(
                "label_membership", membership.map { page.scope.strings.label("membership", $0.value.rawValue) })
        }
        Slot.fact("scope", "how far it reaches") { page in
            page.scope.fact(
                "label_scope", page.entry.scope.map { page.scope.strings.label("scope", $0.value.rawValue) })
        }
        Slot.fact("roles", "the professions that it is for") { $0.scope.fact("label_roles", $0.relations.roles) }
        Slot.fact("topics", "what it is about") { $0.scope.fact("label_topics", $0.relations.topics) }
        // How far it has come, and what it needs.
        Slot.fact("stage", "how far it has come, and since when") { $0.scope.fact("label_stage", $0.stage) }
        Slot.fact("founded", "when it began") { $0.scope.fact("label_founded", $0.entry.founded) }
        Slot.fact("members", "how many there are") { $0.scope.fact("label_members", $0.memberCount) }
        Slot.fact("wants", "what support it wants") { page in
            page.scope.fact("label_wants", page.plain(page.entry.wants.items().map { page.scope.word($0.value) }))
        }
        Slot.fact("offers", "what support it offers") { page in
            page.scope.fact("label_offers", page.plain(page.entry.offers.items().map { page.scope.word($0.value) }))
        }
        Slot.fact("sponsor", "who backs it") {
            $0.scope.fact("label_sponsor", $0.scope.somebody($0.item.text($0.entry.sponsor, in: $0.scope.language)))
        }
        Slot.fact("also_known_as", "other names") {
            $0.scope.fact("label_also_known_as", $0.plain($0.item.common.alsoKnownAs.items().map(\.value)))
        }
    }

    private var relations: Relations { scope.site[relationsOf: id] }

    private func plain(_ texts: [String]) -> [PageLink] { texts.map { scope.plain($0, in: item.language) } }

    private var stage: String? {
        guard let stage = entry.stage else { return nil }
        let name = scope.strings.label("stage", stage.value.rawValue)
        return entry.stageSince.map {
            scope.strings.format("stage_since", ["stage": name, "date": scope.strings.date($0.value)])
        }
            ?? name
    }

    private var memberCount: String? {
        guard let count = entry.memberCount?.value, let number = count.count?.value else { return nil }
        let text = scope.strings.count("members_count", number)
        return count.asOf.map {
            scope.strings.format("counted_on", ["count": text, "date": scope.strings.date($0.value)])
        } ?? text
    }

    // MARK: Lists

    var sections: [EntrySection?] {
        let parts = scope.site.parts(of: id)
        let meetings = scope.derived.meetings[id] ?? .init()
        func rows(_ kind: Kind) -> [EntryRow] { parts.filter { scope.site[$0].kind == kind }.map { scope.row($0) } }
        return [
            scope.section("about-us", "section_parts", rows(.charter) + rows(.members) + rows(.backlog)),
            scope.comingUp("events", meetings.upcoming, more: calendarLink),
            scope.section("habits", "section_habits", meetings.habits.map { scope.row($0) }),
            scope.section(
                "past-events", "section_past", meetings.past.map { scope.row($0) },
                more: meetings.upcoming.isEmpty ? calendarLink : nil, isInOrder: true),
            scope.section("writeups", "section_writeups", meetings.writeups.map { scope.row($0) }, isInOrder: true),
            scope.section("resources", "section_resources", rows(.resource)),
            scope.section("pages", "section_pages", rows(.page)),
            scope.section("connections", "section_connections", connectionRows),
            scope.section("suggestions", "section_suggestions", scope.suggestionRows(of: id), isInOrder: true),
        ]
    }

    private var calendarLink: PageLink? {
        scope.shared.communityCalendars[id].map {
            scope.plain(scope.strings["calendar_link"], url: scope.url(section: $0))
        }
    }

    /// The communities it is connected with, each once with all that connects the two: stated here, in the order of the
    /// file; then what the other side states and what was worked out, the strongest first.
    private var connectionRows: [EntryRow] {
        var rows: [EntryRow] = []
        var shown: Set<ItemID> = []
        let stated = scope.site[relationsOf: id].connections
        let network = scope.shared.map.network
        let node = network.index[id]
        let ties = node.map(ties(of:)) ?? [:]
        for connection in stated {
            guard case .item(let other) = connection.to else {
                if case .name(let name) = connection.to {
                    rows.append(unlistedRow(name, note: kindAndNote(connection)))
                }
                continue
            }
            guard shown.insert(other).inserted else { continue }
            let notes = stated.filter { $0.to.item == other }.map(kindAndNote)
            rows.append(
                scope.row(
                    other, note: (notes + (network.index[other].flatMap { ties[$0] } ?? [])).joined(separator: " · ")))
        }
        guard let node else { return rows }
        let others = network.neighbours(of: node).filter { !shown.contains(network.nodes[$0]) }
        return rows + others.map { scope.row(network.nodes[$0], note: (ties[$0] ?? []).joined(separator: " · ")) }
    }

    private func kindAndNote(_ connection: LinkedConnection) -> String {
        let note = connection.note.flatMap { scope.text($0)?.text }
        return [scope.strings.label("connection", connection.kind.rawValue), note].compactMap { $0 }.joined(
            separator: " – ")
    }

    private func unlistedRow(_ name: String, note: String) -> EntryRow {
        EntryRow(link: PageScope.linkHTML(name, attributes: nil, url: nil), meta: RowMeta(note: note))
    }

    /// What connects a community with others besides its own statements, by the other.
    private func ties(of node: Int) -> [Int: [String]] {
        let network = scope.shared.map.network
        let edges = network.edgesOfNode[node].map { network.edges[$0] }
        let unstated = edges.filter { edge in if case .declared = edge.kind { edge.to == node } else { true } }
        return Dictionary(grouping: unstated) { $0.other(than: node) }.mapValues {
            $0.map { scope.words(for: $0, from: node) }
        }
    }
}
