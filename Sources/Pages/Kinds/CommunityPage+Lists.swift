internal import Content
internal import Network
internal import Site
internal import Theme

/// Facts of a community, and the lists of what belongs to it.
extension CommunityPage {
    var facts: [Fact?] { whereabouts + state }

    /// Where it is, and who it is for.
    private var whereabouts: [Fact?] {
        let relations = scope.site[relationsOf: id]
        return [
            scope.fact("label_meets", item.text(entry.meets, in: scope.language)),
            scope.fact("label_government", relations.governments),
            scope.fact("label_organisation", relations.organisations),
            scope.fact(
                "label_membership",
                entry.eligibility == nil
                    ? nil : entry.membership.map { scope.strings.label("membership", $0.value.rawValue) }),
            scope.fact("label_scope", entry.scope.map { scope.strings.label("scope", $0.value.rawValue) }),
            scope.fact("label_roles", relations.roles),
            scope.fact("label_topics", relations.topics),
        ]
    }

    /// How far it has come, and what it needs.
    private var state: [Fact?] {
        func plain(_ texts: [String]) -> [PageLink] { texts.map { scope.plain($0, in: item.language) } }
        return [
            scope.fact("label_stage", stage),
            scope.fact("label_founded", entry.founded),
            scope.fact("label_members", memberCount),
            scope.fact("label_wants", plain(entry.wants.items().map { scope.word($0.value) })),
            scope.fact("label_offers", plain(entry.offers.items().map { scope.word($0.value) })),
            scope.fact("label_sponsor", scope.somebody(item.text(entry.sponsor, in: scope.language))),
            scope.fact("label_also_known_as", plain(item.common.alsoKnownAs.items().map(\.value))),
        ]
    }

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
                more: meetings.upcoming.isEmpty ? calendarLink : nil),
            scope.section("writeups", "section_writeups", meetings.writeups.map { scope.row($0) }),
            scope.section("resources", "section_resources", rows(.resource)),
            scope.section("pages", "section_pages", rows(.page)),
            scope.section("connections", "section_connections", connectionRows),
            scope.section("suggestions", "section_suggestions", scope.suggestionRows(of: id)),
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
