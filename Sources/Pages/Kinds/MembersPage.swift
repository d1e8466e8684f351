internal import Content
internal import Site
internal import Theme

/// A community's members: `pages/members.mustache`.
struct MembersPage: EntryModel {
    let head: PageHead
    private let id: ItemID
    private let entry: Members
    private let item: Item
    private let skills: SkillMap

    init(_ id: ItemID, _ entry: Members, _ scope: PageScope) {
        head = PageHead(id, scope, notice: Self.notice(entry, scope))
        self.id = id
        self.entry = entry
        item = scope.site[id]
        skills = SkillMap(entry, people: scope.site[relationsOf: id].people, in: item.language, scope)
    }

    static let slots = SlotTable<MembersPage>("pages/members", "A community's members.", including: [.entry]) {
        Slot.list("blocks", "people by the part they play") { $0.blocks }
        Slot.rows("skills", "skills that are needed, had, learnt or taught") { $0.skills.lines }
        Slot.text("skills_summary", "how many of those that are needed are covered, in a sentence") {
            $0.skills.summary
        }
        Slot.text("skill_topics", "what people could learn from each other, as topics of a backlog") {
            $0.skills.topics
        }
    }

    /// Whether the list that is shown is the whole list.
    private static func notice(_ entry: Members, _ scope: PageScope) -> Notice? {
        guard let members = entry.members?.value else { return nil }
        if members.isEmpty { return Notice(text: scope.strings["members_none"]) }
        let privacy = MemberPrivacy(scope.site)
        let namesAll = privacy.listing == .names && members.allSatisfy { privacy.names($0.value) }
        return namesAll ? nil : Notice(text: scope.strings["members_not_all_listed"])
    }

    /// Those in the list, with whom each is.
    private var people: [(Member, Reference)] {
        zip(entry.members.items().map(\.value), scope.site[relationsOf: id].people).map { ($0, $1) }
    }

    private var present: [Member] { entry.current(on: scope.site.today) }

    var facts: [Fact?] {
        counts + [
            scope.fact("label_counted", entry.counts?.value.asOf), scope.fact("label_mentoring", mentoring),
        ]
    }

    /// Named members by the part they play, each part in the order of the file.
    private var blocks: [Block] {
        let privacy = MemberPrivacy(scope.site)
        let named = people.filter { privacy.names($0.0) }
        return MemberPart.allCases.compactMap { part in
            let rows = named.filter { privacy.part(of: $0.0) == part }.map { line($0.0, $0.1) }
            guard !rows.isEmpty else { return nil }
            return Block(heading: scope.strings.label("parts", part.rawValue), anchor: part.rawValue, people: rows)
        }
    }

    private func line(_ member: Member, _ person: Reference) -> MemberLine {
        let title = item.text(member.title, in: scope.language)
        let mentors = member.mentors.items().map { scope.word($0.value) }
        return MemberLine(
            link: scope.link(to: person, in: item.language), role: title?.text,
            roleAttributes: scope.attributes(language: title?.language),
            mentors: mentors.isEmpty
                ? nil : scope.strings.format("mentors_in", ["skills": scope.strings.joined(mentors)]),
            term: scope.term(of: member))
    }

    /// Stated counts, else the lengths of the list.
    private var counts: [Fact?] {
        if let counts = entry.counts?.value {
            return counts.known.map { scope.fact("parts_\($0.part.rawValue)", scope.strings.grouped($0.count)) }
        }
        let parts = people.map(\.0).filter { $0.hasBegun(by: scope.site.today) }.map(
            MemberPrivacy(scope.site).part(of:))
        return MemberPart.allCases.map { part in
            let count = parts.count { $0 == part }
            return count == 0 ? nil : scope.fact("parts_\(part.rawValue)", scope.strings.grouped(count))
        }
    }

    private var mentoring: [PageLink] {
        let skills = Set(present.flatMap { $0.mentors.items().map(\.value) })
        return skills.sorted().map(scope.skill)
    }
}

/// Somebody who may be named as a member.
struct MemberLine: LinkModel {
    let link: PageLink
    let role: String?
    let roleAttributes: String?
    let mentors: String?
    let term: String?

    static let slots = SlotTable<MemberLine>("member", "Somebody who may be named as a member.", including: [.link]) {
        Slot.text("role", "what the person does in the community") { $0.role }
        Slot.html("role_attributes", "`lang` and `dir`, for the tag around the role") { $0.roleAttributes }
        Slot.text("mentors", "in what the person mentors, as a sentence") { $0.mentors }
        Slot.text("term", "from or until when, while that is to come") { $0.term }
    }
}
