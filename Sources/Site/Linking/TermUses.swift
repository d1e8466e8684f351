internal import Content

/// Which terms an entry names, in the order of its keys.
enum TermUses {
    static func of(_ entry: Entry) -> [(kind: TermKind, text: Located<String>)] {
        var uses: [(TermKind, Located<String>)] = []
        func add(_ kind: TermKind, _ list: Located<[Located<String>]>?) { uses += list.items().map { (kind, $0) } }
        func add(_ mention: Located<Mention>?) {
            if let mention, case .id(let id) = mention.value {
                uses.append((.organisation, Located(id, mention.range)))
            }
        }
        switch entry {
        case .community(let entry):
            add(.government, entry.government)
            for mention in entry.organisations.items() { add(mention) }
            add(.role, entry.roles)
            add(.topic, entry.topics)
        case .writeup(let entry): add(.topic, entry.topics)
        case .resource(let entry):
            add(.topic, entry.topics)
            add(.role, entry.roles)
        case .person(let entry):
            add(.government, entry.government)
            add(entry.organisation)
            add(.role, entry.roles)
            uses += (entry.skills?.value ?? []).map { (.skill, $0.term) }
        case .members(let entry):
            for member in entry.members.items() {
                uses += (member.value.skills?.value ?? []).map { (.skill, $0.term) }
                add(.skill, member.value.learning)
                add(.skill, member.value.mentors)
            }
            uses += (entry.skillsNeeded?.value ?? []).map { (.skill, $0.term) }
        case .term(let kind, let entry): if let parent = entry.parent { uses.append((kind, parent)) }
        case .charter, .backlog, .event, .page: break
        }
        return uses
    }
}
