internal import Calendar
public import Content
public import Diagnostics
internal import Markdown
internal import Pictures

/// A site, and what it takes to replace one document with another without linking all of it again.
///
///     var linked = SiteGraph.link(documents, assets: [], settings: settings, options)
///     let isReplaced = linked.replaceText(of: old, by: new)  // false: link all documents again
public struct LinkedSite: Sendable {
    public private(set) var site: SiteGraph
    private let index: LinkIndex
    private let options: SiteGraph.Options
    private var references: ReferenceLinker
    /// Files that were the first to use a term which has no file: the term points at them.
    private let termMakers: Set<String>
    private var textProblems: [[Diagnostic]]
    private var gatheringProblems: [Diagnostic]
    private var referenceProblems: [Diagnostic]
    private var checkProblems: [Diagnostic]
    private let redirectProblems: [Diagnostic]
    private var orphanProblems: [Diagnostic]
    private let linksPublishFiles: Bool

    /// What is wrong in the files of `Options.incomplete`, as far as that is known before they are fixed; some of it
    /// may be among `problems` too.
    public let problemsOfIncomplete: [Diagnostic]

    /// What is wrong between files, in no particular order.
    public var problems: [Diagnostic] {
        gatheringProblems + referenceProblems + redirectProblems + orphanProblems + checkProblems
            + textProblems.flatMap { $0 }
    }

    /// - Parameters: see `SiteGraph.link`.
    init(
        _ documents: [Document], assets: [String], imageSizes: [String: ImageSize] = [:], settings: Settings,
        _ options: SiteGraph.Options
    ) {
        var gathering = Gathering(settings: settings, options: options)
        gathering.noteUnreadable()
        gathering.add(documents.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
        let items = gathering.finish()
        let languages = settings.languageCodes
        let taken = assets.filter { Reserved.isTaken($0, languages: languages) }
        var withheld = gathering.withheld(of: assets, besides: items)
        for path in options.unusableAssets where withheld[path] == nil { withheld[path] = .unreadable }
        linksPublishFiles = gathering.linksPublishFiles
        let all = assets
        let assets = assets.filter { !Reserved.isTaken($0, languages: languages) && withheld[$0] == nil }
        gathering.problems += taken.map { Reserved.problem(ofAsset: $0) }
        var references = ReferenceLinker(items: items, gathering: gathering)
        references.link()
        var site = SiteGraph(
            references: references, settings: settings,
            assets: assets.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            imageSizes: imageSizes,
            calendar: SiteCalendar(today: options.today, zone: settings.timeZone?.value, zones: options.zones),
            agreements: gathering.agreements, pins: options.pins, unusableAssets: options.unusableAssets)
        let redirects = Redirects.find(in: site)
        site = SiteGraph(site, redirects: redirects.found, calendars: CalendarOwners(site))
        let index = LinkIndex(site, unpublished: gathering.unpublished, withheldAssets: withheld)
        var linker = BodyLinker(site, index)
        var links = BodyLinks(of: site)
        textProblems = []
        textProblems.reserveCapacity(site.items.count)
        for number in site.items.indices {
            let (targets, problems) = linker.link(ItemID(number))
            links.link(ItemID(number), to: targets)
            textProblems.append(problems)
        }
        site = links.site(site)
        (gatheringProblems, referenceProblems, redirectProblems) = (
            gathering.problems, references.problems, redirects.problems
        )
        checkProblems = SiteCheck.all.flatMap { [site] in $0.run(site) }
        orphanProblems = Self.orphans(in: site, options)
        problemsOfIncomplete = Self.problemsOfIncomplete(
            besides: documents, assets: all, imageSizes: imageSizes, settings: settings, options)
        termMakers = Set(site.items.lazy.filter(\.isMadeFromID).map(\.path))
        self.site = site
        self.index = index
        self.options = options
        self.references = references
    }

    /// Links a second time, with the incomplete documents among the others, and takes what is reported in these files
    /// alone.
    private static func problemsOfIncomplete(
        besides documents: [Document], assets: [String], imageSizes: [String: ImageSize], settings: Settings,
        _ options: SiteGraph.Options
    ) -> [Diagnostic] {
        if options.incomplete.isEmpty { return [] }
        // Paths go by bytes where they come from the disk, and are the same here however their accents are written.
        let isTextAlone = Dictionary(
            options.incomplete.map { ($0.path, $0.isTextAlone) }, uniquingKeysWith: { a, _ in a })
        var whole = options
        whole.incomplete = []
        whole.unreadable.removeAll { isTextAlone[$0] != nil }
        let linked = LinkedSite(
            documents.filter { isTextAlone[$0.path] == nil } + options.incomplete, assets: assets,
            imageSizes: imageSizes, settings: settings, whole)
        return linked.problems.filter { problem in
            guard let isTextAlone = isTextAlone[problem.path] else { return false }
            return !isTextAlone || BodyLinker.rules.contains(where: problem.isUnder)
        }
    }

    /// Replaces a text with one that has the same front matter: what a change of front matter may move, from addresses
    /// to the order of lists, stays as it is.
    ///
    /// - Returns: whether it could; not if the site depends on what else is different, such as the title.
    public mutating func replaceText(of old: Document, by new: Document) -> Bool {
        guard old.path == new.path, old.body.title == new.body.title, keepsFiles(old, new),
            old.body.markup.isEmpty == new.body.markup.isEmpty,
            let id = site.routes[new.entryPath.route] ?? site.introductions[new.entryPath.route]
        else { return false }
        let item = site[id]
        // Another file may have its address, and then this one's text appears nowhere.
        guard let language = item.path == new.path ? item.language : new.entryPath.language,
            item.path == new.path || item.translationPaths[language] == new.path,
            item.bodies[language] != nil || new.body.markup.isEmpty
        else { return false }
        if item.bodies[language] != nil {
            var bodies = item.bodies
            bodies[language] = new.body
            replace(id, by: item.with(bodies: bodies))
        }
        relink(id, isOutlineKept: Self.hasSameHeadings(old, new))
        if mayMoveOrphans(old, new) { orphanProblems = Self.orphans(in: site, options) }
        return true
    }

    /// Whether pages may be reached in another way when one document replaces another: by its links, or by links to its
    /// headings.
    private func mayMoveOrphans(_ old: Document, _ new: Document) -> Bool {
        !Self.hasSameLinks(old, new) || !Self.hasSameHeadings(old, new)
            || orphanProblems.contains { $0.path == new.path }
    }

    /// Where a file cannot be read, nobody knows what it links to.
    private static func orphans(in site: SiteGraph, _ options: SiteGraph.Options) -> [Diagnostic] {
        options.unreadable.isEmpty && options.incomplete.isEmpty ? OrphanPages.problems(in: site) : []
    }

    /// Replaces a document with one that has the same address and whose changed facts concern it alone: no other page
    /// comes, goes, or is found by another name because of them.
    ///
    /// Not of communities, people and terms, which many pages are made of.
    ///
    /// - Returns: whether it could.
    public mutating func replaceFacts(of old: Document, by new: Document) -> Bool {
        guard old.path == new.path, old.entryPath == new.entryPath, new.entryPath.language == nil, keepsFiles(old, new),
            Self.kinds.contains(new.entryPath.kind), let id = site.routes[new.entryPath.route],
            old.entry.common.language?.value == new.entry.common.language?.value, old.entry.common.redirectFrom == nil,
            new.entry.common.redirectFrom == nil,
            Gathering.reasonNotToPublish(new.entry, site.settings, options) == nil, !termMakers.contains(new.path)
        else { return false }
        let item = site[id]
        // A translation has texts in its entry; a missing community is reported as a problem.
        guard item.path == new.path, item.translationPaths.isEmpty, item.draftTranslations.isEmpty,
            item.communityID == nil || item.community != nil, !isInSeries(id, new.entry),
            Self.keepsCalendars(old.entry, new.entry),
            references.knowsTerms(of: new.entry, besidesThoseOf: old.entry)
        else { return false }
        replace(
            id,
            by: item.with(
                entry: new.entry, bodies: [item.language: new.body], range: new.entry.common.title?.range ?? 0..<0))
        gatheringProblems.removeAll { $0.path == new.path && $0.isUnder(SiteRules.datesOutOfOrder) }
        gatheringProblems += [Gathering.disorder(of: new.entry.common, in: new.path)].compactMap { $0 }
        let (relations, found) = references.relink(site[id])
        referenceProblems.removeAll { $0.path == new.path }
        referenceProblems += found
        site = site.referring(id, to: relations)
        relink(id, isOutlineKept: Self.hasSameHeadings(old, new))
        checkProblems = SiteCheck.all.flatMap { [site] in $0.run(site) }
        if mayMoveOrphans(old, new) { orphanProblems = Self.orphans(in: site, options) }
        return true
    }

    private mutating func replace(_ id: ItemID, by item: Item) {
        var items = site.items
        items[id.index] = item
        site = SiteGraph(site, items: items)
    }

    /// Whether an event is one date of a series or a series with such dates: what one says the other shows.
    private func isInSeries(_ id: ItemID, _ new: Entry) -> Bool {
        guard case .event(let event) = new else { return false }
        return event.occurrenceOf != nil || site[id].occurrence != nil || !site.occurrences(of: id).isEmpty
    }

    /// Whether the owners of calendars, and the events with a file for them, are the same.
    private static func keepsCalendars(_ old: Entry, _ new: Entry) -> Bool {
        guard case .event(let old) = old, case .event(let new) = new else { return true }
        return old.hosts.items().map(\.value) == new.hosts.items().map(\.value)
            && old.common.example?.value == new.common.example?.value
            && (old.starts?.value.day == nil) == (new.starts?.value.day == nil)
    }

    private func keepsFiles(_ old: Document, _ new: Document) -> Bool {
        !linksPublishFiles || Self.hasSameLinks(old, new)
    }

    private static func hasSameLinks(_ old: Document, _ new: Document) -> Bool {
        old.body.links.map(\.destination) == new.body.links.map(\.destination)
    }

    private static let kinds: Set<Kind> = [.resource, .event, .writeup, .chapter, .page]

    /// Whether the targets of links on the page are the same: its title, which is its first heading, and all other
    /// headings.
    private static func hasSameHeadings(_ old: Document, _ new: Document) -> Bool {
        old.entry.common.title?.value == new.entry.common.title?.value
            && old.body.outline.map(\.id) == new.body.outline.map(\.id) && old.body.anchorsLost == new.body.anchorsLost
            && old.body.anchors == new.body.anchors
    }

    /// The links of an item; and, where its headings changed, those that lead to them, and those whose heading was not
    /// there.
    private mutating func relink(_ id: ItemID, isOutlineKept: Bool) {
        var others: [ItemID] = []
        if !isOutlineKept {
            let lost = textProblems.enumerated().filter {
                $0.element.contains { $0.isUnder(SiteRules.brokenAnchor) }
            }.map { ItemID($0.offset) }
            others = Set(site.backlinks[id.index] + lost).subtracting([id]).sorted()
        }
        var linker = BodyLinker(site, index)
        let links = ([id] + others).map { ($0, linker.link($0)) }
        var all = BodyLinks(of: site)
        for (id, (targets, problems)) in links {
            all.link(id, to: targets)
            textProblems[id.index] = problems
        }
        site = all.site(site)
    }
}

extension SiteGraph {
    /// With what an item's front matter refers to, in both directions.
    fileprivate func referring(_ id: ItemID, to new: Relations) -> SiteGraph {
        var (relations, mentions) = (relations, mentions)
        for named in relations[id.index].named where named != id { mentions[named.index].removeAll { $0 == id } }
        for named in new.named where named != id {
            let index = mentions[named.index].firstIndex { id < $0 } ?? mentions[named.index].count
            mentions[named.index].insert(id, at: index)
        }
        relations[id.index] = new
        return SiteGraph(self, relations: relations, mentions: mentions)
    }
}

/// What the links of bodies lead to, in both directions; see `SiteGraph.linkTargets` and `SiteGraph.backlinks`.
private struct BodyLinks {
    private var targets: [[String: [LinkTarget]]]
    private var backlinks: [[ItemID]]

    init(of site: SiteGraph) { (targets, backlinks) = (site.linkTargets, site.backlinks) }

    mutating func link(_ id: ItemID, to new: [String: [LinkTarget]]) {
        for target in Self.pages(targets[id.index]) { backlinks[target.index].removeAll { $0 == id } }
        for target in Self.pages(new) where target != id {
            // Most often the last: the items are linked in their order at first.
            let index = backlinks[target.index].lastIndex { $0 < id }.map { $0 + 1 } ?? 0
            backlinks[target.index].insert(id, at: index)
        }
        targets[id.index] = new
    }

    func site(_ site: SiteGraph) -> SiteGraph { SiteGraph(site, linkTargets: targets, backlinks: backlinks) }

    private static func pages(_ targets: [String: [LinkTarget]]) -> Set<ItemID> {
        Set(targets.values.joined().compactMap { if case .page(let id, _) = $0 { id } else { nil } })
    }
}
