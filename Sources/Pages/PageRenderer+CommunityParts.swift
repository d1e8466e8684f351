internal import Content
internal import Site
internal import Theme

extension PageRenderer {
    // MARK: Charter

    func addCharter(_ entry: Charter, _ blocks: [Block], _ item: Item, to context: inout Context) {
        context.set("blocks", .list(blocks.map(\.context)))
        context.set("manager_url", .text(item.community.flatMap(scope.managerURL)))
        set([scope.fact("label_agreed", entry.agreed), scope.fact("label_review", entry.review)], to: &context)
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
            answers.map { [$0.share, $0.face, $0.learn, $0.give].compactMap { item.text($0, in: scope.language) } }
            ?? []
        return [
            block("label_purpose", item.text(entry.purpose, in: scope.language)),
            block("label_problem", item.text(entry.problem, in: scope.language)),
            block("label_vision", item.text(entry.vision, in: scope.language)),
            block("label_values", item.texts(entry.values, in: scope.language)),
            block("label_principles", item.texts(entry.principles, in: scope.language)),
            block("label_in_scope", item.texts(entry.inScope, in: scope.language)),
            block("label_out_of_scope", item.texts(entry.outOfScope, in: scope.language)),
            block("label_for_you_if", questions),
            block("label_decisions", item.text(entry.decisions, in: scope.language)),
            block("label_code_of_conduct", item.text(entry.codeOfConduct, in: scope.language)),
            block("label_concerns", item.text(entry.concerns, in: scope.language)),
            block("label_success", item.texts(entry.success, in: scope.language)),
            block("label_time", item.text(entry.time, in: scope.language)),
            block("label_benefits", item.texts(entry.benefits, in: scope.language)),
        ].compactMap { $0 }
    }

    /// A text that is only an address becomes a link.
    private func block(_ label: String, _ text: (text: String, language: String)?) -> Block? {
        guard let text else { return nil }
        let isAddress = if case .link = ContactWay(text.text) { true } else { false }
        let url = isAddress ? scope.contact(text.text) : nil
        return Block(
            label: label,
            context: [
                "heading": .text(scope.strings[label]), "anchor": .text(Block.anchor(of: label)),
                "text": url == nil ? .text(text.text) : .none, "link": .object(url),
                "attributes": .text(scope.attributes(language: text.language)),
            ])
    }

    private func block(_ label: String, _ texts: [(text: String, language: String)]) -> Block? {
        guard !texts.isEmpty else { return nil }
        return Block(
            label: label,
            context: [
                "heading": .text(scope.strings[label]), "anchor": .text(Block.anchor(of: label)),
                "list": .section(scope.lines(texts)),
            ])
    }

    // MARK: Members

    func addMembers(_ entry: Members, _ id: ItemID, to context: inout Context) {
        let privacy = MemberPrivacy(scope.site)
        let people = zip(entry.members.items().map(\.value), scope.site[relationsOf: id].people).map { ($0, $1) }
        context.set("blocks", .list(memberBlocks(people.filter { privacy.names($0.0) }, scope.site[id])))
        var facts = counts(entry, people.map(\.0))
        facts.append(scope.fact("label_counted", entry.counts?.value.asOf))
        let present = entry.current(on: scope.site.today)
        facts.append(scope.fact("label_mentoring", mentoring(present)))
        set(facts, to: &context)
        context.set("skills", .section(skills(entry, present)))
    }

    /// Whether the list that is shown is the whole list.
    func note(on entry: Members) -> Context? {
        guard let members = entry.members?.value else { return nil }
        if members.isEmpty { return scope.notice(scope.strings["members_none"]) }
        return MemberPrivacy(scope.site).listing == .names ? nil : scope.notice(scope.strings["members_not_all_listed"])
    }

    /// Named members by the part they play, each part in the order of the file.
    private func memberBlocks(_ people: [(Member, Reference)], _ item: Item) -> [Context] {
        let privacy = MemberPrivacy(scope.site)
        return MemberPart.allCases.compactMap { part in
            let rows = people.filter { privacy.part(of: $0.0) == part }.map { memberLine($0.0, $0.1, item) }
            guard !rows.isEmpty else { return nil }
            return [
                "heading": .text(scope.strings.label("parts", part.rawValue)), "anchor": .text(part.rawValue),
                "people": .section(rows),
            ]
        }
    }

    private func memberLine(_ member: Member, _ person: Reference, _ item: Item) -> Context {
        var context = scope.link(to: person, in: item.language)
        let title = item.text(member.title, in: scope.language)
        context.set("role", .text(title?.text))
        context.set("role_attributes", .text(scope.attributes(language: title?.language)))
        let mentors = member.mentors.items().map { scope.word($0.value) }
        context.set(
            "mentors",
            .text(mentors.isEmpty ? nil : scope.strings.format("mentors_in", ["skills": scope.strings.joined(mentors)]))
        )
        return context
    }

    /// Stated counts, else the lengths of the list.
    private func counts(_ entry: Members, _ members: [Member]) -> [Context?] {
        if let counts = entry.counts?.value {
            return counts.known.map { scope.fact("parts_\($0.part.rawValue)", scope.strings.grouped($0.count)) }
        }
        let parts = members.map(MemberPrivacy(scope.site).part)
        return MemberPart.allCases.map { part in
            let count = parts.count { $0 == part }
            return count == 0 ? nil : scope.fact("parts_\(part.rawValue)", scope.strings.grouped(count))
        }
    }

    private func mentoring(_ members: [Member]) -> [Context] {
        let skills = Set(members.flatMap { $0.mentors.items().map(\.value) })
        return skills.sorted().map { skill in
            scope.site.routes["skills/\(skill)/"].map { scope.link(to: $0) } ?? scope.plain(scope.word(skill))
        }
    }

    /// Skills that are needed, with how many people have them; never who.
    private func skills(_ entry: Members, _ members: [Member]) -> [Context] {
        (entry.skillsNeeded?.value ?? []).map { needed in
            let have = members.count { $0.has(needed.term.value) }
            let link =
                scope.site.routes["skills/\(needed.term.value)/"].map { scope.link(to: $0) }
                ?? scope.plain(scope.word(needed.term.value))
            return [
                "skill": .object(link), "needed": .text(scope.strings.grouped(needed.value.value)),
                "have": .text(scope.strings.grouped(have)),
                "gap": .flag(have < needed.value.value),
            ]
        }
    }

    // MARK: Backlog

    func addBacklog(_ entry: Backlog, _ id: ItemID, to context: inout Context) {
        let topics = zip(entry.topics.items().map(\.value), scope.site[relationsOf: id].writeups).map { ($0, $1) }
        let columns = BacklogStage.allCases.map { stage -> Context in
            let rows = topics.filter { ($0.0.stage?.value ?? .toDiscuss) == stage }
                .sorted { ($0.0.votes?.value ?? 0) > ($1.0.votes?.value ?? 0) }
            return [
                "heading": .text(scope.strings.label("backlog", stage.rawValue)), "anchor": .text(stage.rawValue),
                "topics": .list(rows.map { topic($0.0, $0.1, scope.site[id]) }), "empty": .flag(rows.isEmpty),
            ]
        }
        context.set("board", .list(columns))
        set([scope.external("label_board", entry.board)], to: &context)
    }

    private func topic(_ topic: BacklogTopic, _ writeup: ItemID?, _ item: Item) -> Context {
        let title = item.text(topic.title, in: scope.language)
        let by = MemberPrivacy(scope.site).namesEverybody ? topic.by.map { scope.name(of: $0.value) } : nil
        return [
            "text": .text(title?.text), "attributes": .text(scope.attributes(language: title?.language)),
            "votes": .text(topic.votes.map { scope.strings.count("votes", $0.value) }),
            "added": .text(
                topic.added.map { scope.strings.format("added_on", ["date": scope.strings.date($0.value)]) }),
            "by": .text(by.map { scope.strings.format("added_by", ["name": $0]) }),
            "writeup": .object(writeup.map { scope.link(to: $0) }),
        ]
    }
}
