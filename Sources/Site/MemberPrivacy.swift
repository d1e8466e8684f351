package import Content

/// How much of a member list may be told (`list_members`).
package struct MemberPrivacy: Sendable {
    package let listing: MemberListing
    private let today: CivilDay

    package init(_ site: SiteGraph) {
        listing = site.settings.listMembers?.value ?? .stewards
        today = site.today
    }

    /// Whether this member may be named as one.
    package func names(_ member: Member) -> Bool {
        switch listing {
        case .names: true
        case .stewards: member.part?.value == .steward && (member.until.map { $0.value.lastDay >= today } ?? true)
        case .counts: false
        }
    }

    /// The part that a member plays today: who has left, or whose term is over, is one of those who were there.
    package func part(of member: Member) -> MemberPart {
        member.isCurrent(on: today) ? member.part?.value ?? .active : .alumni
    }

    /// Whether somebody who is named in an action or on a backlog may be named.
    package var namesEverybody: Bool { listing == .names }
}
