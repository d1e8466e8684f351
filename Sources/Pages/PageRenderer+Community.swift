internal import Content
internal import Site
internal import Text
internal import Theme

extension PageRenderer {
    func addCommunity(_ entry: Community, _ id: ItemID, to context: inout Context) {
        let item = site[id]
        let parts = site.parts(of: id)
        addEssentials(entry, id, to: &context)
        context.set("manager_url", .text(managerURL(of: id)))
        context.set("channels", .section(entry.channels.items().map { channel($0.value, item) }))
        context.set("questions", .object(questions(of: id)))
        set(communityFacts(entry, id), to: &context)
        set(sections: communitySections(entry, id), to: &context)
        context.set("missing", .object(missing(entry, item, parts)))
        context.set("neighbourhood", .object(Neighbourhood(self).picture(of: id)))
    }

    /// Whether it has ended or rests.
    func status(_ entry: Community, _ relations: Relations) -> Context? {
        if let closed = entry.closed {
            let text = strings.format(
                entry.hasEnded(on: site.today) ? "community_closed" : "community_closing",
                ["date": strings.date(closed.value)])
            let successor = relations.successor.map { link(to: $0) }
            return notice(
                successor == nil ? text : "\(text) \(strings["community_successor"])", link: successor, isStrong: true)
        }
        guard let paused = entry.paused, entry.until.map({ $0.value.lastDay >= site.today }) ?? true else { return nil }
        let text = strings.format("community_paused", ["date": strings.date(paused.value)])
        let until =
            entry.until.map { " " + strings.format("community_paused_until", ["date": strings.date($0.value)]) } ?? ""
        return notice(text + until, isStrong: true)
    }

    /// What somebody new wants to know first. What is not known is not left out: it says so, and asks.
    private func addEssentials(_ entry: Community, _ id: ItemID, to context: inout Context) {
        let item = site[id]
        let ways = entry.join.items().map { contact($0.value, in: item.language) }
        let whom =
            item.text(entry.eligibility, in: language)
            ?? entry.membership.map { (strings.label("membership", $0.value.rawValue), language) }
        let roles = entry.eligibility == nil ? site[relationsOf: id].roles.map { link(to: $0) } : []
        context.set("next", .object(nextEvent(of: id)))
        context.set("habit", .object(item.text(entry.meets, in: language).map { plain($0.text, in: $0.language) }))
        context.set("for_whom", .object(whom.map { plain($0.text, in: $0.language) }))
        context.set("roles", .section(roles))
        context.set("whom_unknown", .flag(whom == nil && roles.isEmpty))
        context.set("join", .object(ways.first))
        context.set("if_blocked", .section(Array(ways.dropFirst())))
        context.set("welcome", .object(welcome(entry, item)))
        context.set(
            "add_event_url", entry.hasEnded(on: site.today) ? .none : .text(addURL(.event, [("community", item.id)])))
        context.set("add_url", entry.hasEnded(on: site.today) ? .none : .text(remarkURL("wrong", on: item)))
    }

    private func nextEvent(of id: ItemID) -> Context? {
        derived.meetings[id]?.upcoming.first { !derived.cancelled.contains($0) }.map { row($0) }
    }

    func welcome(_ entry: Community, _ item: Item) -> Context? {
        guard let welcome = entry.welcome?.value else { return nil }
        let title = item.text(welcome.title, in: language)
        return [
            "name": .text(welcome.name?.value), "name_attributes": .text(attributes(language: item.language)),
            "role": .text(title?.text), "role_attributes": .text(attributes(language: title?.language)),
            "contact": .object(welcome.contact.map { contact($0.value, in: item.language) }),
        ]
    }

    private func channel(_ channel: Channel, _ item: Item) -> Context {
        [
            "attributes": .text(attributes(language: item.language)),
            "platform": .text(channel.platform.map { strings.label("platform", $0.value) }),
            "name": .text(channel.name?.value),
            "url": .text(channel.url?.value),
            "access": .text(channel.access.map { strings.label("membership", $0.value.rawValue) }),
        ]
    }

    /// The four questions of the charter.
    private func questions(of community: ItemID) -> Context? {
        guard let (charter, item) = charter(of: community), let answers = charter.forYouIf?.value else { return nil }
        let named = [
            ("share", answers.share), ("face", answers.face), ("learn", answers.learn), ("give", answers.give),
        ]
        let rows = named.compactMap { name, answer -> Context? in
            guard let text = item.text(answer, in: language) else { return nil }
            return [
                "label": .text(strings["question_\(name)"]), "text": .text(text.text),
                "attributes": .text(attributes(language: text.language)),
            ]
        }
        return rows.isEmpty ? nil : ["rows": .list(rows)]
    }

    private func communityFacts(_ entry: Community, _ id: ItemID) -> [Context?] {
        let item = site[id]
        let relations = site[relationsOf: id]
        return [
            fact("label_meets", item.text(entry.meets, in: language)),
            fact("label_government", relations.governments),
            fact("label_organisation", relations.organisation.map { [$0] } ?? []),
            fact(
                "label_membership",
                entry.eligibility == nil ? nil : entry.membership.map { strings.label("membership", $0.value.rawValue) }
            ),
            fact("label_scope", entry.scope.map { strings.label("scope", $0.value.rawValue) }),
            fact("label_roles", relations.roles),
            fact("label_topics", relations.topics),
            fact("label_stage", stage(entry)),
            fact("label_founded", entry.founded),
            fact("label_members", memberCount(entry)),
            fact("label_wants", entry.wants.items().map { plain(word($0.value), in: item.language) }),
            fact("label_offers", entry.offers.items().map { plain(word($0.value), in: item.language) }),
            fact("label_sponsor", item.text(entry.sponsor, in: language)),
            fact("label_also_known_as", item.common.alsoKnownAs.items().map { plain($0.value, in: item.language) }),
        ]
    }

    /// `needs-help` as words; text that is no id stays.
    func word(_ text: String) -> String { ID.isValid(text) ? text.replacing("-", with: " ") : text }

    private func stage(_ entry: Community) -> String? {
        guard let stage = entry.stage else { return nil }
        let name = strings.label("stage", stage.value.rawValue)
        return entry.stageSince.map { strings.format("stage_since", ["stage": name, "date": strings.date($0.value)]) }
            ?? name
    }

    private func memberCount(_ entry: Community) -> String? {
        guard let count = entry.memberCount?.value, let number = count.count?.value else { return nil }
        let text = strings.count("members_count", number)
        return count.asOf.map { strings.format("counted_on", ["count": text, "date": strings.date($0.value)]) } ?? text
    }

    private func communitySections(_ entry: Community, _ id: ItemID) -> [Context?] {
        let parts = site.parts(of: id)
        let meetings = derived.meetings[id] ?? .init()
        func rows(_ kind: Kind) -> [Context] { parts.filter { site[$0].kind == kind }.map { row($0) } }
        return [
            section("about-us", "section_parts", rows(.charter) + rows(.members) + rows(.backlog)),
            section("events", "section_upcoming", meetings.upcoming.map { row($0) }),
            section("habits", "section_habits", meetings.habits.map { row($0) }),
            section("past-events", "section_past", meetings.past.map { row($0) }),
            section("writeups", "section_writeups", meetings.writeups.map { row($0) }),
            section("resources", "section_resources", rows(.resource)),
            section("pages", "section_pages", rows(.page)),
            section("connections", "section_connections", connectionRows(of: id)),
            section("suggestions", "section_suggestions", suggestionRows(of: id)),
        ]
    }

    /// Everybody it is connected with, each once with all that connects the two: stated here, in the order of the file;
    /// then what the other side states and what was worked out, the strongest first.
    private func connectionRows(of id: ItemID) -> [Context] {
        var rows: [Context] = []
        var shown: Set<ItemID> = []
        let stated = site[relationsOf: id].connections
        let network = shared.map.network
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
                row(other, note: (notes + (network.index[other].flatMap { ties[$0] } ?? [])).joined(separator: " · ")))
        }
        guard let node else { return rows }
        let others = network.neighbours(of: node).filter { !shown.contains(network.nodes[$0]) }
        return rows + others.map { row(network.nodes[$0], note: (ties[$0] ?? []).joined(separator: " · ")) }
    }

    private func kindAndNote(_ connection: LinkedConnection) -> String {
        let note = connection.note.flatMap { text($0)?.text }
        return [strings.label("connection", connection.kind.rawValue), note].compactMap { $0 }.joined(separator: " – ")
    }

    private func unlistedRow(_ name: String, note: String) -> Context {
        [
            "link": .text(Self.linkHTML(name, attributes: nil, url: nil)),
            "meta": .object(["note": .text(note), "when": .none, "place": .none, "terms": .none]), "summary": .none,
            "other_names": .none,
        ]
    }

    /// What connects a community with others besides what it states itself, by the other.
    private func ties(of node: Int) -> [Int: [String]] {
        let network = shared.map.network
        let edges = network.edgesOfNode[node].map { network.edges[$0] }
        let unstated = edges.filter { edge in if case .declared = edge.kind { edge.to == node } else { true } }
        return Dictionary(grouping: unstated) { $0.other(than: node) }.mapValues {
            $0.map { words(for: $0, from: node) }
        }
    }

    /// What nobody has written down yet: unknown, which is not the same as none.
    private func missing(_ entry: Community, _ item: Item, _ parts: [ItemID]) -> Context? {
        let kinds = Set(parts.map { site[$0].kind })
        var names: [String] = []
        if entry.join == nil { names.append("missing_join") }
        if entry.welcome == nil { names.append("missing_welcome") }
        if entry.meets == nil, !kinds.contains(.event), entry.events == nil { names.append("missing_meets") }
        if entry.memberCount == nil, !kinds.contains(.members) { names.append("missing_members") }
        if entry.stage == nil { names.append("missing_stage") }
        if !kinds.contains(.charter) { names.append("missing_charter") }
        guard !names.isEmpty, !entry.hasEnded(on: site.today) else { return nil }
        return ["text": .text(strings.joined(names.map { strings[$0] })), "url": .text(remarkURL("wrong", on: item))]
    }
}
