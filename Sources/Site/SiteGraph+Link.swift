internal import Calendar
public import Content
public import Pictures
public import Zones

extension SiteGraph {
    public struct Options: Sendable {
        public var today: CivilDay
        public var zones = Zones.builtIn
        /// Also publish drafts, scheduled and expired pages.
        public var drafts: Bool
        /// Files that could not be read, which was reported: what refers to them is not reported too.
        public var unreadable: [String]
        /// The content of files that cannot be used, or only in part: no page is made of it, but what is wrong with it
        /// is reported (`LinkedSite.problemsOfIncomplete`).
        public var incomplete: [Document] = []
        /// Assets that are not published, which was reported: what shows them or leads to them is not reported too.
        public var unusableAssets: Set<String> = []
        /// Paths of files that take the place of what the file of their community holds.
        public var overlaid: Set<String> = []
        /// By id of a community.
        public var pins: [String: MapPin]

        public init(today: CivilDay, drafts: Bool = false, unreadable: [String] = [], pins: [String: MapPin] = [:]) {
            self.today = today
            self.drafts = drafts
            self.unreadable = unreadable
            self.pins = pins
        }
    }

    /// Links documents into a site. Never fails: what does not fit is left out and reported.
    ///
    /// - Parameters:
    ///   - documents: in any order; the result does not depend on it.
    ///   - assets: paths relative to `content/` of files that are copied.
    ///   - imageSizes: by path, of the assets that are images, as far as known.
    /// - Returns: the site with the problems between its files, and what it takes to change one document of it.
    public static func link(
        _ documents: [Document], assets: [String], imageSizes: [String: ImageSize] = [:], settings: Settings,
        _ options: Options
    ) -> LinkedSite {
        LinkedSite(documents, assets: assets, imageSizes: imageSizes, settings: settings, options)
    }

    /// Routes of the pages that the program makes, whatever the content, and that lists and menus can name.
    public static let generatedRoutes: Set<String> =
        Set([
            "add/", "search/", "map/", "map/coverage/", "map/suggestions/", "communities/", "events/", calendarRoute,
            "writeups/", "resources/", "people/", "handbook/",
        ])
        .union(TermKind.allCases.map { $0.folder + "/" })

    /// The dates of the month in which the site is made; those of other months are below it.
    public static let calendarRoute = "calendar/"
    /// The map to be shown within other sites.
    public static let embedRoute = "map/embed/"
    /// What a calendar of the site, of a community or of a term is called, below its address.
    public static let calendarName = "events.ics"
    /// What a feed of the site, of a community or of a term is called, below its address.
    public static let feedName = "feed.xml"
    /// What the file of an event for calendars is called, below its address.
    public static let eventFileName = "event.ics"
    /// Files for machines, whatever the content.
    public static let generatedFiles: Set<String> = [
        "data/pages.json", "data/communities.json", "data/communities.csv", "data/network.json", "data/network.graphml",
        "data/network.gexf", "data/nodes.csv", "data/edges.csv", "data/events.json", "robots.txt", calendarName,
    ]
    /// Those that hold whole addresses, so that there are none without a `base_url`.
    public static let filesWithAddresses: Set<String> = [feedName, "sitemap.xml"]
}
