internal import Content
internal import Health
internal import Site
internal import Theme

/// How a reader could help a community, on its page: made from signals that say nothing of a person, where
/// `health.publish` of the settings is true.
struct Invitations: Sendable {
    private struct Invitation {
        let code: String
        /// Ids of skills, or texts of the entry.
        let what: [String]
    }

    private let ofCommunity: [ItemID: [Invitation]]

    /// More are counted.
    private static let listed = 6

    /// - Parameter site: `nil` for a site without any.
    init(_ site: SiteGraph?) {
        guard let site, site.settings.health?.value.publish?.value == true else {
            ofCommunity = [:]
            return
        }
        ofCommunity = Dictionary(
            uniqueKeysWithValues: HealthReport(of: site, site.communities).communities.map { health in
                (
                    health.community,
                    health.invitations.map {
                        Invitation(code: $0.signal.code, what: $0.evidence.compactMap(\.subject))
                    }
                )
            })
    }

    func lines(for community: ItemID, _ scope: PageScope) -> [InvitationLine] {
        (ofCommunity[community] ?? []).map { invitation in
            let shown = invitation.what.prefix(Self.listed).map { subject in
                scope.site.routes["skills/\(subject)/"].map { scope.link(to: $0) }
                    ?? scope.plain(scope.word(subject), in: scope.site[community].language)
            }
            let more = scope.more(invitation.what.count - shown.count).map { scope.plain($0) }
            let html = (shown + (more.map { [$0] } ?? [])).map(\.html).joined(
                separator: scope.strings["list_separator"])
            let key = "help_" + invitation.code.replacing("-", with: "_")
            return InvitationLine(sentence: scope.strings.formatHTML(key, ["what": html]))
        }
    }
}

/// Something that a reader could do for a community.
struct InvitationLine: TemplateModel {
    /// Finished HTML.
    let sentence: String

    static let slots = SlotTable<InvitationLine>("help", "Something that a reader could do for a community.") {
        Slot.html("sentence", "what it is") { $0.sentence }
    }
}
