internal import Content
internal import Site
internal import Text
internal import Theme

extension PageRenderer {
    func addCommunity(_ entry: Community, _ id: ItemID, to context: inout Context) {
        let item = scope.site[id]
        let parts = scope.site.parts(of: id)
        addEssentials(entry, id, to: &context)
        context.set("manager_url", .text(scope.managerURL(of: id)))
        context.set("channels", .section(entry.channels.items().map { channel($0.value, item) }))
        context.set("questions", .object(questions(of: id)))
        set(communityFacts(entry, id), to: &context)
        set(sections: communitySections(entry, id), to: &context)
        context.set("missing", .object(missing(entry, item, parts)))
        context.set("neighbourhood", .object(Neighbourhood(scope).picture(of: id)))
    }

    /// Whether it has ended or rests.
    func status(_ entry: Community, _ relations: Relations) -> Context? {
        if let closed = entry.closed {
            let text = scope.strings.format(
                entry.hasEnded(on: scope.site.today) ? "community_closed" : "community_closing",
                ["date": scope.strings.date(closed.value)])
            let successor = relations.successor.map { scope.link(to: $0) }
            return scope.notice(
                successor == nil ? text : "\(text) \(scope.strings["community_successor"])", link: successor,
                isStrong: true)
        }
        guard let paused = entry.paused, entry.until.map({ $0.value.lastDay >= scope.site.today }) ?? true else {
            return nil
        }
        let text = scope.strings.format("community_paused", ["date": scope.strings.date(paused.value)])
        let until =
            entry.until.map {
                " " + scope.strings.format("community_paused_until", ["date": scope.strings.date($0.value)])
            } ?? ""
        return scope.notice(text + until, isStrong: true)
    }

    /// What somebody new wants to know first. What is not known is not left out: it says so, and asks.
    private func addEssentials(_ entry: Community, _ id: ItemID, to context: inout Context) {
        let item = scope.site[id]
        let ways = entry.join.items().map { scope.contact($0.value, in: item.language) }
        let whom =
            item.text(entry.eligibility, in: scope.language)
            ?? entry.membership.map { (scope.strings.label("membership", $0.value.rawValue), scope.language) }
        let roles = entry.eligibility == nil ? scope.site[relationsOf: id].roles.map { scope.link(to: $0) } : []
        context.set("next", .object(nextEvent(of: id)))
        context.set(
            "habit", .object(item.text(entry.meets, in: scope.language).map { scope.plain($0.text, in: $0.language) }))
        context.set("for_whom", .object(whom.map { scope.plain($0.text, in: $0.language) }))
        context.set("roles", .section(roles))
        context.set("whom_unknown", .flag(whom == nil && roles.isEmpty))
        context.set("join", .object(ways.first))
        context.set("if_blocked", .section(Array(ways.dropFirst())))
        context.set("welcome", .object(scope.welcome(entry, item)))
        context.set(
            "add_event_url",
            entry.hasEnded(on: scope.site.today) ? .none : .text(scope.addURL(.event, [("community", item.id)])))
        context.set("add_url", entry.hasEnded(on: scope.site.today) ? .none : .text(scope.remarkURL("wrong", on: item)))
    }

    private func nextEvent(of id: ItemID) -> Context? {
        scope.derived.meetings[id]?.upcoming.first { !scope.derived.cancelled.contains($0) }.map { scope.row($0) }
    }

    private func channel(_ channel: Channel, _ item: Item) -> Context {
        [
            "attributes": .text(scope.attributes(language: item.language)),
            "platform": .text(channel.platform.map { scope.strings.label("platform", $0.value) }),
            "name": .text(channel.name?.value),
            "url": .text(channel.url?.value),
            "access": .text(channel.access.map { scope.strings.label("membership", $0.value.rawValue) }),
        ]
    }

    /// The four questions of the charter.
    private func questions(of community: ItemID) -> Context? {
        guard let (charter, item) = scope.charter(of: community), let answers = charter.forYouIf?.value else {
            return nil
        }
        let named = [
            ("share", answers.share), ("face", answers.face), ("learn", answers.learn), ("give", answers.give),
        ]
        let rows = named.compactMap { name, answer -> Context? in
            guard let text = item.text(answer, in: scope.language) else { return nil }
            return [
                "label": .text(scope.strings["question_\(name)"]), "text": .text(text.text),
                "attributes": .text(scope.attributes(language: text.language)),
            ]
        }
        return rows.isEmpty ? nil : ["rows": .list(rows)]
    }

    private func communityFacts(_ entry: Community, _ id: ItemID) -> [Context?] {
        let item = scope.site[id]
        let relations = scope.site[relationsOf: id]
        return [
            scope.fact("label_meets", item.text(entry.meets, in: scope.language)),
            scope.fact("label_government", relations.governments),
            scope.fact("label_organisation", relations.organisation.map { [$0] } ?? []),
            scope.fact(
                "label_membership",
                entry.eligibility == nil
                    ? nil : entry.membership.map { scope.strings.label("membership", $0.value.rawValue) }
            ),
            scope.fact("label_scope", entry.scope.map { scope.strings.label("scope", $0.value.rawValue) }),
            scope.fact("label_roles", relations.roles),
            scope.fact("label_topics", relations.topics),
            scope.fact("label_stage", stage(entry)),
            scope.fact("label_founded", entry.founded),
            scope.fact("label_members", memberCount(entry)),
            scope.fact("label_wants", entry.wants.items().map { scope.plain(scope.word($0.value), in: item.language) }),
            scope.fact(
                "label_offers", entry.offers.items().map { scope.plain(scope.word($0.value), in: item.language) }),
            scope.fact("label_sponsor", item.text(entry.sponsor, in: scope.language)),
            scope.fact(
                "label_also_known_as",
                item.common.alsoKnownAs.items().map { scope.plain($0.value, in: item.language) }),
        ]
    }

    private func stage(_ entry: Community) -> String? {
        guard let stage = entry.stage else { return nil }
        let name = scope.strings.label("stage", stage.value.rawValue)
        return entry.stageSince.map {
            scope.strings.format("stage_since", ["stage": name, "date": scope.strings.date($0.value)])
        }
            ?? name
    }

    private func memberCount(_ entry: Community) -> String? {
        guard let count = entry.memberCount?.value, let number = count.count?.value else { return nil }
        let text = scope.strings.count("members_count", number)
        return count.asOf.map {
            scope.strings.format("counted_on", ["count": text, "date": scope.strings.date($0.value)])
        } ?? text
    }

    private func communitySections(_ entry: Community, _ id: ItemID) -> [Context?] {
        let parts = scope.site.parts(of: id)
        let meetings = scope.derived.meetings[id] ?? .init()
        func rows(_ kind: Kind) -> [Context] { parts.filter { scope.site[$0].kind == kind }.map { scope.row($0) } }
        return [
            scope.section("about-us", "section_parts", rows(.charter) + rows(.members) + rows(.backlog)),
            scope.section("events", "section_upcoming", meetings.upcoming.map { scope.row($0) }),
            scope.section("habits", "section_habits", meetings.habits.map { scope.row($0) }),
            scope.section("past-events", "section_past", meetings.past.map { scope.row($0) }),
            scope.section("writeups", "section_writeups", meetings.writeups.map { scope.row($0) }),
            scope.section("resources", "section_resources", rows(.resource)),
            scope.section("pages", "section_pages", rows(.page)),
            scope.section("connections", "section_connections", connectionRows(of: id)),
            scope.section("suggestions", "section_suggestions", scope.suggestionRows(of: id)),
        ]
    }

    /// Everybody it is connected with, each once with all that connects the two: stated here, in the order of the file;
    /// then what the other side states and what was worked out, the strongest first.
    private func connectionRows(of id: ItemID) -> [Context] {
        var rows: [Context] = []
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

    private func unlistedRow(_ name: String, note: String) -> Context {
        [
            "link": .text(PageScope.linkHTML(name, attributes: nil, url: nil)),
            "meta": .object(["note": .text(note), "when": .none, "place": .none, "terms": .none]), "summary": .none,
            "other_names": .none,
        ]
    }

    /// What connects a community with others besides what it states itself, by the other.
    private func ties(of node: Int) -> [Int: [String]] {
        let network = scope.shared.map.network
        let edges = network.edgesOfNode[node].map { network.edges[$0] }
        let unstated = edges.filter { edge in if case .declared = edge.kind { edge.to == node } else { true } }
        return Dictionary(grouping: unstated) { $0.other(than: node) }.mapValues {
            $0.map { scope.words(for: $0, from: node) }
        }
    }

    /// What nobody has written down yet: unknown, which is not the same as none.
    private func missing(_ entry: Community, _ item: Item, _ parts: [ItemID]) -> Context? {
        let kinds = Set(parts.map { scope.site[$0].kind })
        var names: [String] = []
        if entry.join == nil { names.append("missing_join") }
        if entry.welcome == nil { names.append("missing_welcome") }
        if entry.meets == nil, !kinds.contains(.event), entry.events == nil { names.append("missing_meets") }
        if entry.memberCount == nil, !kinds.contains(.members) { names.append("missing_members") }
        if entry.stage == nil { names.append("missing_stage") }
        if !kinds.contains(.charter) { names.append("missing_charter") }
        guard !names.isEmpty, !entry.hasEnded(on: scope.site.today) else { return nil }
        return [
            "text": .text(scope.strings.joined(names.map { scope.strings[$0] })),
            "url": .text(scope.remarkURL("wrong", on: item)),
        ]
    }
}
