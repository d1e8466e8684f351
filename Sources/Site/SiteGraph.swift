public import Calendar
public import Content
public import Pictures
public import Text

/// Site: documents → one typed graph: entries, routes, references both ways, and what is wrong between files.
///
/// A pure function of what was read and of today's date. It must not know how pages look or where they are written.
///
/// A class, so that handing it on counts one reference and not one for each of its lists.
///
///     let linked = SiteGraph.link(documents, assets: [], settings: settings, options)
///     let title = linked.site[linked.site.communities[0]].title(in: "cy")
public final class SiteGraph: Sendable {
    public let settings: Settings
    /// The default language first; never empty.
    public let languages: [String]
    /// When events happen, seen from the day for which the site is made.
    public let calendar: SiteCalendar
    /// The day for which the site is made.
    public var today: CivilDay { calendar.today }
    /// Where communities are on the map, by their ids; those without find a position by themselves.
    public let pins: [String: MapPin]
    /// Everything that has a page of its own and is published, sorted by route. An `ItemID` is an index into it.
    public let items: [Item]
    /// Outgoing references of each item, in the order of `items`.
    public let relations: [Relations]
    /// What each link in each body leads to, in the order of `items`: by language of the body, then as in
    /// `Rendered.links`.
    public let linkTargets: [[String: [LinkTarget]]]
    /// Items whose bodies link to this one; sorted, each once; in the order of `items`.
    public let backlinks: [[ItemID]]
    /// Items that name this one in their front matter (as a term, host, author …); in the order of `items`.
    public let mentions: [[ItemID]]
    /// By route in the default language.
    public let routes: [String: ItemID]
    /// Routes of pages that the program makes, and that content may introduce.
    public let introductions: [String: ItemID]
    /// Old paths, each with the page that it leads to.
    public let redirects: [(from: String, to: ItemID)]
    /// Files that are copied, relative to `content/`, sorted.
    public let assets: [String]
    /// By path, of those assets that are images and whose size is known.
    public let imageSizes: [String: ImageSize]
    /// Files of the content that are there and are not published, because they are broken or not what their names say.
    package let unusableAssets: Set<String>
    /// Which people agreed to be listed.
    let agreements: Agreements
    /// Communities first to last, by title in the default language.
    public let communities: [ItemID]

    public subscript(id: ItemID) -> Item { items[id.index] }

    public var defaultLanguage: String { languages[0] }

    /// Whether an entry is made up, by its own word or its community's.
    public func isExample(_ item: Item) -> Bool {
        (item.common.example ?? item.community.flatMap { self[$0].common.example })?.value ?? false
    }

    /// Those that are not made up, or all where nothing else is there yet.
    ///
    /// - Parameter communities: what they are shown with; where one of these is real, nothing made up is shown.
    public func real(_ ids: [ItemID], beside communities: Set<ItemID> = []) -> [ItemID] {
        let real = ids.filter { !isExample(self[$0]) }
        return real.isEmpty && communities.allSatisfy { isExample(self[$0]) } ? ids : real
    }

    /// Items of a kind, in the order of `items`.
    public func all(_ kind: Kind) -> [ItemID] { byKind[kind] ?? [] }
    private let byKind: [Kind: [ItemID]]

    /// The parts of a community: charter, members, events and so on; in the order of `items`.
    public func parts(of community: ItemID) -> [ItemID] { partsOf[community] ?? [] }
    private let partsOf: [ItemID: [ItemID]]

    /// Of a series: its dates that have an entry of their own, by the day that the series would have.
    public func occurrences(of series: ItemID) -> [CivilDay: ItemID] { occurrencesOf[series] ?? [:] }
    private let occurrencesOf: [ItemID: [CivilDay: ItemID]]

    /// The owners of calendars.
    package let calendars: CalendarOwners

    /// Sorts what was looked up; nothing is known yet of links in bodies, old addresses and calendars.
    init(
        references: ReferenceLinker, settings: Settings, assets: [String], imageSizes: [String: ImageSize],
        calendar: SiteCalendar, agreements: Agreements, pins: [String: MapPin], unusableAssets: Set<String>
    ) {
        let items = references.items
        self.settings = settings
        languages = settings.languageCodes
        self.calendar = calendar
        self.agreements = agreements
        self.pins = pins
        self.unusableAssets = unusableAssets
        self.items = items
        relations = references.relations
        linkTargets = Array(repeating: [:], count: items.count)
        backlinks = Array(repeating: [], count: items.count)
        mentions = references.mentions()
        self.assets = assets
        self.imageSizes = imageSizes
        var routes: [String: ItemID] = [:]
        var introductions: [String: ItemID] = [:]
        var byKind: [Kind: [ItemID]] = [:]
        var partsOf: [ItemID: [ItemID]] = [:]
        for (index, item) in items.enumerated() {
            let id = ItemID(index)
            if item.isIntroduction {
                introductions[item.route] = id
                continue
            }
            routes[item.route] = id
            byKind[item.kind, default: []].append(id)
            if let community = item.community, item.kind != .community { partsOf[community, default: []].append(id) }
        }
        occurrencesOf = references.occurrences
        self.routes = routes
        self.introductions = introductions
        self.byKind = byKind
        self.partsOf = partsOf
        redirects = []
        calendars = CalendarOwners()
        // Code that shows them in another language sorts them by that; Site knows no language's alphabet.
        let communities = byKind[.community] ?? []
        self.communities = Alphabet.latin.order(
            communities.map { items[$0.index].title(in: settings.defaultLanguage).text }
        ).map { communities[$0] }
    }

    /// The same site with other parts; those that are left out stay as they are.
    ///
    /// - Parameter items: as many, with the same kinds, routes, titles and communities.
    init(
        _ other: SiteGraph, items: [Item]? = nil, relations: [Relations]? = nil, mentions: [[ItemID]]? = nil,
        linkTargets: [[String: [LinkTarget]]]? = nil, backlinks: [[ItemID]]? = nil,
        redirects: [(from: String, to: ItemID)]? = nil, calendars: CalendarOwners? = nil
    ) {
        self.items = items ?? other.items
        self.relations = relations ?? other.relations
        self.mentions = mentions ?? other.mentions
        self.linkTargets = linkTargets ?? other.linkTargets
        self.backlinks = backlinks ?? other.backlinks
        self.redirects = redirects ?? other.redirects
        self.calendars = calendars ?? other.calendars
        settings = other.settings
        languages = other.languages
        calendar = other.calendar
        agreements = other.agreements
        pins = other.pins
        unusableAssets = other.unusableAssets
        assets = other.assets
        imageSizes = other.imageSizes
        routes = other.routes
        introductions = other.introductions
        byKind = other.byKind
        partsOf = other.partsOf
        occurrencesOf = other.occurrencesOf
        communities = other.communities
    }

    /// The community of an event, then those of its hosts that have a page; one may be in it twice.
    package func hosts(of event: ItemID) -> [ItemID] {
        [self[event].community].compactMap { $0 } + self[relationsOf: event].hosts.compactMap(\.item)
    }

    /// The community of a write-up, and the hosts of the event that it is about.
    package func hosts(ofWriteup writeup: ItemID) -> Set<ItemID> {
        Set(
            [self[writeup].community].compactMap { $0 } + (self[relationsOf: writeup].event.map { hosts(of: $0) } ?? [])
        )
    }

    /// Days on which an event does not happen, besides those that it states itself.
    public func daysOff(of event: ItemID) -> DaysOff {
        DaysOff(rests: rests(of: self[event].community), replaced: occurrences(of: event).keys)
    }

    /// Whether an event has a day, so that calendars can hold it.
    public func hasCalendarFile(_ event: ItemID) -> Bool {
        if case .event(let entry) = self[event].entry { entry.starts?.value.day != nil } else { false }
    }

    /// When a community does not meet.
    public func rests(of community: ItemID?) -> Rests {
        guard let community, case .community(let entry) = self[community].entry else { return Rests() }
        return Rests(entry)
    }

    /// What an item refers to; lent, like the item.
    @inlinable public subscript(relationsOf id: ItemID) -> Relations {
        _read { yield relations[id.index] }
    }

    /// The rank of each item among all by title in a language; in the order of `items`.
    public func titleRanks(in language: String, by alphabet: Alphabet) -> [Int] {
        var ranks = Array(repeating: 0, count: items.count)
        for (rank, index) in alphabet.order(items.map { $0.title(in: language).text }).enumerated() {
            ranks[index] = rank
        }
        return ranks
    }
}

/// An index into `SiteGraph.items`.
public struct ItemID: Sendable, Hashable, Comparable {
    public let index: Int
    init(_ index: Int) { self.index = index }
    public static func < (a: ItemID, b: ItemID) -> Bool { a.index < b.index }
}

/// A reference that was looked up: to an item, or a name shown as written.
public enum Reference: Sendable, Hashable {
    case item(ItemID)
    case name(String)

    public var item: ItemID? {
        if case .item(let id) = self { id } else { nil }
    }
}

/// What an item's front matter refers to, after looking it up. References that lead nowhere are left out.
public struct Relations: Sendable {
    public var governments: [ItemID] = []
    /// Of a person at most one.
    public var organisations: [Reference] = []
    public var roles: [ItemID] = []
    public var topics: [ItemID] = []
    public var skills: [ItemID] = []
    /// Of a term: the wider one.
    public var parent: ItemID?
    /// Of a community, in the order of the file.
    public var connections: [LinkedConnection] = []
    public var successor: Reference?
    /// Of a member list, in the order of the file, one for each member.
    public var people: [Reference] = []
    public var hosts: [Reference] = []
    public var speakers: [Reference] = []
    public var authors: [Reference] = []
    /// Of a write-up.
    public var event: ItemID?
    /// Of a write-up about one date of a series: the day by the series' own clocks.
    public var eventDay: CivilDay?
    /// Of a backlog: one for each topic.
    public var writeups: [ItemID?] = []
    /// Who put each topic on a backlog, or does each action of a write-up; one for each. `MemberPrivacy` says who of
    /// them may be named, and to refer to somebody here is not a credit.
    public var participants: [Reference?] = []

    public init() {}
}

public struct LinkedConnection: Sendable {
    public var to: Reference
    public var kind: ConnectionKind
    public var note: LocalizedText?
}

/// What a link in a body leads to.
public enum LinkTarget: Sendable, Equatable {
    /// A page of the site, perhaps with a fragment (without `#`).
    case page(ItemID, fragment: String?)
    /// A page that the program makes, by its route in the default language; with the query and fragment as written.
    case route(String, suffix: String)
    /// A copied file, relative to the site's root; with the query and fragment as written.
    case asset(String, suffix: String)
    /// A file that the program makes, relative to the site's root.
    case file(String)
    /// An anchor on the same page.
    case here(fragment: String)
    /// Nothing: the link becomes its text.
    case none
}

extension SiteGraph {
    /// Where a file of the content is published: at its own path, but `.gitbook/` without its dot, since some hosts
    /// leave out what begins with one.
    public static func address(ofAsset path: String) -> String {
        var folders = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let index = folders.firstIndex(of: ".gitbook") else { return path }
        folders[index] = "gitbook"
        return folders.joined(separator: "/")
    }

    /// - Precondition: `index` is one of `items`.
    public func id(at index: Int) -> ItemID {
        precondition(items.indices.contains(index))
        return ItemID(index)
    }
}
