/// Which site a folder holds. A folder holds only one of them, so that copying a public folder to a host never copies
/// private facts.
public enum SiteKind: String, Sendable, CaseIterable {
    case published
    /// A handbook with facts that are not to be published.
    case handbook
    /// The small site for those who support communities.
    case signals

    var words: String {
        switch self {
        case .published: "a site that may be published"
        case .handbook: "a handbook with private facts"
        case .signals: "the private site of `folkmoot health`"
        }
    }
}
