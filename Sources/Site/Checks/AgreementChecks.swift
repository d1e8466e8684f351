internal import Content
internal import Diagnostics

/// Nobody who has not agreed is named: what was left out because of that, and who to ask.
extension SiteCheck {
    private static func community(_ keys: String) -> [String: String] {
        [
            "site.yaml": "title: T\nlist_members: names\n",
            "communities/a.md": "---\nname: A\nsummary: B.\n\(keys)\n---\n",
        ]
    }

    static let memberNotAgreed = SiteCheck(
        Rule(
            "member-not-agreed", .warning, "A member is named only if they agreed to it.",
            bad: community("members: [{person: Ada L, part: steward}]"),
            good: community("members: [{person: Ada L, part: steward, agreed: 2026-01-10}]"))
    ) { site, rule in
        let privacy = MemberPrivacy(site)
        return site.all(.members).flatMap { id -> [Diagnostic] in
            guard case .members(let list) = site[id].entry else { return [] }
            return list.members.items().compactMap { member in
                // A day to come is reported as one.
                guard let person = member.value.person, member.value.agreed == nil, privacy.lists(member.value),
                    // A value that cannot be read is reported too.
                    member.value.agreedLack != .unreadable,
                    privacy.couldBeAsked(person.value), !privacy.hasAgreed(member.value)
                else { return nil }
                let ask = "Ask them: “May our website name you as a member of this community?” If they say yes, "
                let isEmpty = member.value.agreedLack == .empty
                return rule.at(
                    person.range, in: site[id].path,
                    "`\(person.value.text)` has no \(isEmpty ? "day after `agreed:`" : "`agreed`"), so this member is "
                        + "counted and not named.",
                    help: isEmpty
                        ? Help(ask + "write there the day on which they agreed.")
                        : Help(
                            ask + "add a line below `person`, in the same column as that word (in braces, after a "
                                + "comma), with the day on which they agreed:",
                            paste: "    agreed: …"))
            }
        }
    }

    static let mentionNotAgreed = SiteCheck(
        Rule(
            "mention-not-agreed", .warning, "Somebody is named beside an action or a topic only if they agreed to it.",
            bad: community("backlog: [{title: How?, by: Ada L}]"),
            good: community(
                "members: [{person: Ada L, agreed: 2026-01-10}]\nbacklog: [{title: How?, by: Ada L}]"))
    ) { site, rule in
        let privacy = MemberPrivacy(site)
        guard privacy.listsEverybody else { return [] }
        return (site.all(.backlog) + site.all(.writeup)).flatMap { id -> [Diagnostic] in
            let mentions = site[id].entry.participants
            if mentions.isEmpty { return [] }
            let mayName = privacy.participants(of: site[id].community, in: site)
            return mentions.filter { privacy.couldBeAsked($0.value) && !mayName($0.value) }.map { mention in
                rule.at(
                    mention.range, in: site[id].path,
                    "`\(mention.value.text)` has no `agreed`, in a file under `people/` or in the "
                        + "community's member list, so nobody is named here.",
                    help: Help(
                        "Ask them: “May our website name you here?” If they say yes, write the day as `agreed` in one "
                            + "of the two. If they say no, take the name out."))
            }
        }
    }

    static let agreedBeforeSince = SiteCheck(
        Rule(
            "agreed-before-since", .warning, "A member agreed to be listed when they joined, or later.",
            bad: community("members: [{person: Ada L, agreed: 2020-01-10, since: 2024-04}]"),
            good: community("members: [{person: Ada L, agreed: 2024-04-10, since: 2024-04}]"))
    ) { site, rule in
        site.all(.members).flatMap { id -> [Diagnostic] in
            guard case .members(let list) = site[id].entry else { return [] }
            return list.members.items().compactMap { member in
                guard let agreed = member.value.agreed, let since = member.value.since?.value,
                    agreed.value.lastDay < since.firstDay,
                    !isOfTerm(member.value, agreed.value, before: since)
                else { return nil }
                return rule.at(
                    agreed.range, in: site[id].path,
                    "`agreed` (\(agreed.value.isoDate)) is before `since` (\(since.isoDate)).",
                    help: Help(
                        "If one of the dates is mistyped, fix it. If not, ask the person again and write the day of "
                            + "their answer."))
            }
        }
    }

    /// Whether a steward or deputy agreed in the year before their term began, as one who takes over does.
    private static func isOfTerm(_ member: Member, _ agreed: PartialDate, before since: PartialDate) -> Bool {
        guard let part = member.part?.value, part == .steward || part == .deputy else { return false }
        return since.firstDay.number - agreed.lastDay.number <= 366
    }
}

extension Entry {
    /// Who does the actions of a write-up, or put the topics on a backlog.
    fileprivate var participants: [Located<Mention>] {
        switch self {
        case .backlog(let backlog): backlog.topics.items().compactMap(\.value.by)
        case .writeup(let writeup): writeup.actions.items().compactMap(\.value.who)
        default: []
        }
    }
}
