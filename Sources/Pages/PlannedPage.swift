internal import Content
internal import Site

/// One file of the site that is rendered, and what it is made from.
public struct PlannedPage: Sendable {
    enum Subject: Sendable {
        case item(ItemID)
        /// A page that the program makes, by its route in the default language, with its introduction if content has
        /// one.
        case section(String, introduction: ItemID?)
        /// What a member hands to a manager about a community.
        case manager(ItemID)
        /// The dates of a month, by its first day.
        case month(CivilDay, isListed: Bool)
        /// The dates to come of a community.
        case months(of: ItemID)
        case notFound
        case redirect(to: ItemID)
        case feed(Feeds.Subject)
        /// A page for readers as Markdown.
        indirect case markdown(of: Subject)
        /// All of these, with a sentence about each.
        case pageIndex
        case sitemap(part: Int?)
        case robots
        case pagesJSON
        case communitiesJSON
        case communitiesCSV
        case network(NetworkFormat)
        /// When each event happens.
        case eventsJSON
        /// A calendar to subscribe to: of a community or term, or of the whole site.
        case calendar(of: ItemID?)
        /// An event to import into a calendar.
        case eventFile(ItemID)
        /// The map by itself, for the frame of another site.
        case embed
        /// Of a private site: all communities, or the one at that index of the notes.
        case support(Int?)
        case asset([UInt8])
        /// From which a host reads how to serve the site.
        case host(WebHost)
    }

    let subject: Subject
    let language: String
    /// Address below the site's root, with the language's folder: ends in `/` or in a file name; empty for the home
    /// page.
    public let route: String

    /// The file below the output folder.
    public var path: String { route.isEmpty || route.hasSuffix("/") ? route + "index.html" : route }

    /// Whether its file is HTML.
    var isHTML: Bool { path.hasSuffix(".html") }

    /// Whether it is a page for readers, listed in sitemap and `data/pages.json`.
    var isListed: Bool {
        switch subject {
        case .item, .section: true
        case .month(_, let isListed): isListed
        default: false
        }
    }
}
