internal import Content
internal import Site
internal import Theme

extension PageRenderer {
    // MARK: Charter

    /// The charter of a community, with the item that it is.
    func charter(of community: ItemID) -> (charter: Charter, item: Item)? {
        guard let id = site.parts(of: community).first(where: { site[$0].kind == .charter }),
            case .charter(let charter) = site[id].entry
        else { return nil }
        return (charter, site[id])
    }

    /// What a page shows for a mention of a person: their name where it is the id of an entry.
    func name(of mention: Mention) -> String {
        guard case .id(let id) = mention, let person = site.routes["people/\(id)/"] else { return mention.text }
        return title(of: person).text
    }

    func addCharter(_ entry: Charter, _ blocks: [Block], _ item: Item, to context: inout Context) {
        context.set("blocks", .list(blocks.map(\.context)))
        context.set("manager_url", .text(item.community.flatMap(managerURL)))
        set([fact("label_agreed", entry.agreed), fact("label_review", entry.review)], to: &context)
    }

    /// A heading with a text or a list below it.
    struct Block {
        let label: String
        var context: Context
        /// Without the `s.` that ids of the interface begin with.
        var anchor: String { Self.anchor(of: label) }

        static func anchor(of label: String) -> String { label.replacing("label_", with: "").replacing("_", with: "-") }
    }

    /// What a charter says, in the order in which it is read; nothing for other kinds.
    func charterBlocks(of item: Item) -> [Block] {
        guard case .charter(let entry) = item.entry else { return [] }
        let answers = entry.forYouIf?.value
        let questions =
            answers.map { [$0.share, $0.face, $0.learn, $0.give].compactMap { item.text($0, in: language) } } ?? []
        return [
            block("label_purpose", item.text(entry.purpose, in: language)),
            block("label_problem", item.text(entry.problem, in: language)),
            block("label_vision", item.text(entry.vision, in: language)),
            block("label_values", item.texts(entry.values, in: language)),
            block("label_principles", item.texts(entry.principles, in: language)),
            block("label_in_scope", item.texts(entry.inScope, in: language)),
            block("label_out_of_scope", item.texts(entry.outOfScope, in: language)),
            block("label_for_you_if", questions),
            block("label_decisions", item.text(entry.decisions, in: language)),
            block("label_code_of_conduct", item.text(entry.codeOfConduct, in: language)),
            block("label_concerns", item.text(entry.concerns, in: language)),
            block("label_success", item.texts(entry.success, in: language)),
            block("label_time", item.text(entry.time, in: language)),
            block("label_benefits", item.texts(entry.benefits, in: language)),
        ].compactMap { $0 }
    }

    /// A text that is only an address becomes a link.
    private func block(_ label: String, _ text: (text: String, language: String)?) -> Block? {
        guard let text else { return nil }
        let isAddress = if case .link = ContactWay(text.text) { true } else { false }
        let url = isAddress ? contact(text.text) : nil
        return Block(
            label: label,
            context: [
                "heading": .text(strings[label]), "anchor": .text(Block.anchor(of: label)),
                "text": url == nil ? .text(text.text) : .none, "link": .object(url),
                "attributes": .text(attributes(language: text.language)),
            ])
    }

    private func block(_ label: String, _ texts: [(text: String, language: String)]) -> Block? {
        guard !texts.isEmpty else { return nil }
        return Block(
            label: label,
            context: [
                "heading": .text(strings[label]), "anchor": .text(Block.anchor(of: label)),
                "list": .section(lines(texts)),
            ])
    }

    // MARK: Members

    func addMembers(_ entry: Members, _ id: ItemID, to context: inout Context) {
        let privacy = MemberPrivacy(site)
        let people = zip(entry.members.items().map(\.value), site[relationsOf: id].people).map { ($0, $1) }
        context.set("blocks", .list(memberBlocks(people.filter { privacy.names($0.0) }, site[id])))
        var facts = counts(entry, people.map(\.0))
        facts.append(fact("label_counted", entry.counts?.value.asOf))
        let present = entry.current(on: site.today)
        facts.append(fact("label_mentoring", mentoring(present)))
        set(facts, to: &context)
        context.set("skills", .section(skills(entry, present)))
    }

    /// Whether the list that is shown is the whole list.
    func note(on entry: Members) -> Context? {
        guard let members = entry.members?.value else { return nil }
        if members.isEmpty { return notice(strings["members_none"]) }
        return MemberPrivacy(site).listing == .names ? nil : notice(strings["members_not_all_listed"])
    }

    /// Named members by the part they play, each part in the order of the file.
    private func memberBlocks(_ people: [(Member, Reference)], _ item: Item) -> [Context] {
        let privacy = MemberPrivacy(site)
        return MemberPart.allCases.compactMap { part in
            let rows = people.filter { privacy.part(of: $0.0) == part }.map { memberLine($0.0, $0.1, item) }
            guard !rows.isEmpty else { return nil }
            return [
                "heading": .text(strings.label("parts", part.rawValue)), "anchor": .text(part.rawValue),
                "people": .section(rows),
            ]
        }
    }

    private func memberLine(_ member: Member, _ person: Reference, _ item: Item) -> Context {
        var context = link(to: person, in: item.language)
        let title = item.text(member.title, in: language)
        context.set("role", .text(title?.text))
        context.set("role_attributes", .text(attributes(language: title?.language)))
        let mentors = member.mentors.items().map { word($0.value) }
        context.set(
            "mentors", .text(mentors.isEmpty ? nil : strings.format("mentors_in", ["skills": strings.joined(mentors)])))
        return context
    }

    /// Stated counts, else the lengths of the list.
    private func counts(_ entry: Members, _ members: [Member]) -> [Context?] {
        if let counts = entry.counts?.value {
            return counts.known.map { fact("parts_\($0.part.rawValue)", strings.grouped($0.count)) }
        }
        let parts = members.map(MemberPrivacy(site).part)
        return MemberPart.allCases.map { part in
            let count = parts.count { $0 == part }
            return count == 0 ? nil : fact("parts_\(part.rawValue)", strings.grouped(count))
        }
    }

    private func mentoring(_ members: [Member]) -> [Context] {
        let skills = Set(members.flatMap { $0.mentors.items().map(\.value) })
        return skills.sorted().map { skill in site.routes["skills/\(skill)/"].map { link(to: $0) } ?? plain(word(skill))
        }
    }

    /// Skills that are needed, with how many people have them; never who.
    private func skills(_ entry: Members, _ members: [Member]) -> [Context] {
        (entry.skillsNeeded?.value ?? []).map { needed in
            let have = members.count { $0.has(needed.term.value) }
            let link =
                site.routes["skills/\(needed.term.value)/"].map { self.link(to: $0) } ?? plain(word(needed.term.value))
            return [
                "skill": .object(link), "needed": .text(strings.grouped(needed.value.value)),
                "have": .text(strings.grouped(have)),
                "gap": .flag(have < needed.value.value),
            ]
        }
    }

    // MARK: Backlog

    func addBacklog(_ entry: Backlog, _ id: ItemID, to context: inout Context) {
        let topics = zip(entry.topics.items().map(\.value), site[relationsOf: id].writeups).map { ($0, $1) }
        let columns = BacklogStage.allCases.map { stage -> Context in
            let rows = topics.filter { ($0.0.stage?.value ?? .toDiscuss) == stage }
                .sorted { ($0.0.votes?.value ?? 0) > ($1.0.votes?.value ?? 0) }
            return [
                "heading": .text(strings.label("backlog", stage.rawValue)), "anchor": .text(stage.rawValue),
                "topics": .list(rows.map { topic($0.0, $0.1, site[id]) }), "empty": .flag(rows.isEmpty),
            ]
        }
        context.set("board", .list(columns))
        set([external("label_board", entry.board)], to: &context)
    }

    private func topic(_ topic: BacklogTopic, _ writeup: ItemID?, _ item: Item) -> Context {
        let title = item.text(topic.title, in: language)
        let by = MemberPrivacy(site).namesEverybody ? topic.by.map { name(of: $0.value) } : nil
        return [
            "text": .text(title?.text), "attributes": .text(attributes(language: title?.language)),
            "votes": .text(topic.votes.map { strings.count("votes", $0.value) }),
            "added": .text(topic.added.map { strings.format("added_on", ["date": strings.date($0.value)]) }),
            "by": .text(by.map { strings.format("added_by", ["name": $0]) }),
            "writeup": .object(writeup.map { link(to: $0) }),
        ]
    }
}
