internal import Content
internal import Health
internal import Site
internal import Theme

/// How a reader could help a community, on its page: made from signals that say nothing of a person, where
/// `health.publish` of the settings is true.
struct Invitations: Sendable {
    private let ofCommunity: [ItemID: [(code: String, what: [String])]]

    init(_ site: SiteGraph) {
        guard site.settings.health?.value.publish?.value == true else {
            ofCommunity = [:]
            return
        }
        let found = HealthReport(of: site, site.communities.map { site[$0].id }).communities.map { health in
            (
                health.community,
                health.findings.filter(\.signal.isInvitation).map { finding in
                    (code: finding.signal.code, what: finding.evidence.compactMap(\.subject))
                }
            )
        }
        ofCommunity = Dictionary(uniqueKeysWithValues: found)
    }

    /// In sentences.
    func sentences(for community: ItemID, _ scope: PageScope) -> [PageLink] {
        (ofCommunity[community] ?? []).map { invitation in
            let what = invitation.what.prefix(Self.listed).map { subject in
                scope.site.routes["skills/\(subject)/"].map { scope.title(of: $0).text } ?? scope.word(subject)
            }
            return scope.plain(
                scope.strings.format(
                    "help_" + invitation.code.replacing("-", with: "_"), ["what": scope.strings.joined(what)]))
        }
    }

    private static let listed = 6
}
