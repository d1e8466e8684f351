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
    /// How many there are of each part.
    private var counts: [MemberPart: Fact] = [:]

    init(_ id: ItemID, _ entry: Members, _ scope: PageScope) {
        head = PageHead(id, scope, notice: Self.notice(entry, scope))
        self.id = id
        self.entry = entry
        item = scope.site[id]
        skills = SkillMap(entry, people: scope.site[relationsOf: id].people, in: item.language, scope)
        counts = counted
    }

    static let slots = SlotTable<MembersPage>("pages/members", "A community's members.", including: [.entry]) {
        Slot.list("blocks", "people by the part they play") { $0.blocks }
        Slot.object("skills", "which skills there are, and which are needed") { $0.hasSkills ? $0.skills : nil }
    }

    var hasSkills: Bool { !skills.lines.isEmpty }

    /// A notice that says whether the list that is shown is the whole list.
    private static func notice(_ entry: Members, _ scope: PageScope) -> Notice? {
        guard let members = entry.members?.value else { return nil }
        if members.isEmpty { return Notice(text: scope.strings["members_none"]) }
        let privacy = MemberPrivacy(scope.site)
        let namesAll = privacy.listing == .names && members.allSatisfy { privacy.names($0.value) }
        return namesAll ? nil : Notice(text: scope.strings["members_not_all_listed"])
    }

    /// The members in the list, each with the person.
    private var people: [(Member, Reference)] {
        zip(entry.members.items().map(\.value), scope.site[relationsOf: id].people).map { ($0, $1) }
    }

    private var present: [Member] { entry.current(on: scope.site.today) }

    static let facts = SlotTable<MembersPage>("facts of a list of members") {
        MemberPart.allCases.map { part in
            Slot.fact(part.rawValue, "how many there are of this part") { $0.counts[part] }
        }
        Slot.fact("counted", "when") {
            $0.scope.fact("label_counted", $0.entry.lastCounts(by: $0.scope.site.today)?.asOf)
        }
        Slot.fact("leadership", "who looks after it, and who could next") {
            $0.scope.fact("label_leadership", $0.leadership)
        }
        Slot.fact("mentoring", "in what") { $0.scope.fact("label_mentoring", $0.mentoring) }
    }

    /// Named members by the part they play, each part in the order of the file.
    private var blocks: [Block] {
        let privacy = MemberPrivacy(scope.site)
        let named = people.filter { privacy.names($0.0) }
        return MemberPart.allCases.compactMap { part in
            let rows = named.filter { privacy.part(of: $0.0) == part }.map { line($0.0, $0.1) }
            guard !rows.isEmpty else { return nil }
            return Block(
                heading: scope.strings.label("parts", part.rawValue), anchor: part.rawValue,
                text: part == .alumni ? scope.strings["members_thanks"] : nil, people: rows)
        }
    }

    private func line(_ member: Member, _ person: Reference) -> MemberLine {
        let title = item.text(member.title, in: scope.language)
        let mentors = member.mentors.items().map { scope.word($0.value) }
        return MemberLine(
            link: scope.link(to: person, in: item.language),
            remarks: [
                title.map { scope.plain($0.text, in: $0.language) }, scope.term(of: member).map { scope.plain($0) },
                mentors.isEmpty
                    ? nil
                    : scope.plain(scope.strings.format("mentors_in", ["skills": scope.strings.joined(mentors)])),
            ].compactMap(\.self))
    }

    /// Stated counts with how they moved, else the lengths of the list.
    private var counted: [MemberPart: Fact] {
        if let counts = entry.lastCounts(by: scope.site.today) {
            let before = Dictionary(uniqueKeysWithValues: (earlier?.known ?? []).map { ($0.part, $0.count) })
            return self.counted(
                counts.known.map { part, count in
                    let change = before[part].flatMap { self.change(from: $0, to: count) }
                    return (part, [scope.strings.grouped(count), change].compactMap { $0 }.joined(separator: " "))
                })
        }
        let parts = people.map(\.0).filter { $0.hasBegun(by: scope.site.today) }.map(
            MemberPrivacy(scope.site).part(of:))
        return counted(
            MemberPart.allCases.compactMap { part in
                let count = parts.count { $0 == part }
                return count == 0 ? nil : (part, scope.strings.grouped(count))
            })
    }

    private func counted(_ texts: [(part: MemberPart, text: String)]) -> [MemberPart: Fact] {
        Dictionary(
            uniqueKeysWithValues: texts.compactMap { part, text in
                scope.fact("parts_\(part.rawValue)", text).map { (part, $0) }
            })
    }

    private func change(from before: Int, to count: Int) -> String? {
        guard let day = earlier?.asOf else { return nil }
        return scope.strings.growth(count - before, since: day.value)
    }

    private var earlier: MemberCounts? { entry.earlierCounts(by: scope.site.today) }

    /// How full the path to leadership is: who looks after it, who could take over, and who could be next. A list need
    /// not hold everybody, so a part with nobody in it is left out. Without stated counts the numbers are known.
    private var leadership: [PageLink] {
        guard let stated = entry.lastCounts(by: scope.site.today) else { return [] }
        let parts = present.compactMap { $0.part?.value }
        return [MemberPart.steward, .deputy, .core].compactMap { part in
            let count = (part == .core ? stated.core?.value : nil) ?? parts.count { $0 == part }
            if count == 0 { return nil }
            return scope.plain(
                scope.strings.format(
                    "leadership",
                    ["part": scope.strings.label("parts", part.rawValue), "count": scope.strings.grouped(count)]))
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
    let remarks: [PageLink]

    static let slots = SlotTable<MemberLine>("member", "Somebody who may be named as a member.", including: [.link]) {
        Slot.list(
            "remarks",
            "what the person does in the community; from or until when, while that is to come; in what they "
                + "mentor"
        ) { $0.remarks }
    }
}
