package import Content

/// Who may be named: of a member list no more than `list_members` says, and nobody who has not agreed.
///
/// Every output checks here before it names a member, or somebody beside an action or a topic. Credits (`authors`,
/// `speakers`, `welcome`) are public by themselves. A person whose own file has no `agreed` is not an item of the site
/// at all, so nothing can list, find or link them.
package struct MemberPrivacy: Sendable {
    package let listing: MemberListing
    private let today: CivilDay
    private let agreements: Agreements

    package init(_ site: SiteGraph) {
        listing = site.settings.listMembers?.value ?? .stewards
        today = site.today
        agreements = site.agreements
    }

    /// Whether this member may be named as one.
    package func names(_ member: Member) -> Bool { lists(member) && hasAgreed(member) }

    /// Whether `list_members` names such a member, if they agreed.
    func lists(_ member: Member) -> Bool {
        switch listing {
        case .names: true
        case .stewards: member.part?.value == .steward && (member.until.map { $0.value.lastDay >= today } ?? true)
        case .counts: false
        }
    }

    /// Whether this member agreed to be listed, by today, in the list or in a file of their own.
    func hasAgreed(_ member: Member) -> Bool {
        Agreements.isGiven(member.agreed, by: today) || member.person.map { hasAgreed($0.value) } ?? false
    }

    private func hasAgreed(_ person: Mention) -> Bool {
        if case .id(let id) = person { agreements.given.contains(id) } else { false }
    }

    /// Whether this is somebody: an id without a file is a mistake, which is reported as one.
    func couldBeAsked(_ person: Mention) -> Bool {
        guard case .id(let id) = person else { return true }
        return agreements.missing.contains(id) || agreements.given.contains(id)
    }

    /// The part that a member plays, or will play from `since` on: anyone who has left, or whose term is over, is a
    /// former member.
    package func part(of member: Member) -> MemberPart {
        member.hasLeft(by: today) ? .alumni : member.part?.value ?? .active
    }

    /// Whether `list_members` names somebody beside an action or a topic, if they agreed.
    var listsEverybody: Bool { listing == .names }

    /// Tells who may be named beside an action or a topic of a community: those who agreed in a file of their own or
    /// in its member list.
    package func participants(of community: ItemID?, in site: SiteGraph) -> @Sendable (Mention) -> Bool {
        guard listsEverybody else { return { _ in false } }
        var listed: Set<Mention> = []
        for part in community.map({ site.parts(of: $0) }) ?? [] {
            guard case .members(let list) = site[part].entry else { continue }
            for member in list.members.items() where hasAgreed(member.value) {
                if let person = member.value.person { listed.insert(person.value) }
            }
        }
        return { [listed] in listed.contains($0) || hasAgreed($0) }
    }

    /// Whether a text is the id of a person who has a file. Where it leads to no page, they have not agreed to be
    /// listed, or the page is held back.
    package func isPerson(_ text: String) -> Bool {
        agreements.missing.contains(text) || agreements.given.contains(text)
    }
}

/// Which people said in a file of their own that they agreed to be listed; by ids under `people/`.
struct Agreements: Sendable {
    var given: Set<String> = []
    var missing: Set<String> = []

    mutating func note(_ agreed: Located<PartialDate>?, of person: String, by today: CivilDay) {
        if Self.isGiven(agreed, by: today) { given.insert(person) } else { missing.insert(person) }
    }

    /// Whether a day, a month or a year has begun in which somebody agreed.
    static func isGiven(_ agreed: Located<PartialDate>?, by today: CivilDay) -> Bool {
        agreed.map { $0.value.firstDay <= today } ?? false
    }
}
