public import Content
public import Diagnostics
public import Markdown

/// A site, and what it takes to put another text in the place of a page's without linking all of it again.
///
///     var linked = LinkedSite(documents, assets: [], settings: settings, options)
///     linked.replaceText(of: old, by: new) || …           // else the documents have to be linked anew
public struct LinkedSite: Sendable {
    public private(set) var site: Site
    private let index: LinkIndex
    private var textProblems: [[Diagnostic]]
    private let otherProblems: [Diagnostic]

    /// What is wrong between files, in no particular order.
    public var problems: [Diagnostic] { otherProblems + textProblems.flatMap { $0 } }

    /// - Parameters: see `Site.link`.
    public init(_ documents: [Document], assets: [String], imageSizes: [String: ImageSize] = [:], settings: Settings, _ options: Site.Options) {
        var gathering = Gathering(settings: settings, options: options)
        gathering.noteUnreadable()
        gathering.add(documents.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
        let items = gathering.finish()
        let languages = settings.languageCodes
        let taken = assets.filter { Reserved.isTaken($0, languages: languages) }
        // Pictures and documents of a community that is not published are not either.
        let assets = assets.filter { !Reserved.isTaken($0, languages: languages) && !gathering.isHeldBack(asset: $0) }
        gathering.problems += taken.map { Reserved.problem($0, String($0.split(separator: "/").first ?? "")) }
        var references = ReferenceLinker(items: items, gathering: gathering)
        references.link()
        var site = Site(
            references: references, settings: settings, assets: assets.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            imageSizes: imageSizes, today: options.today, pins: options.pins)
        let redirects = Redirects.find(in: site)
        site.redirects = redirects.found
        let index = LinkIndex(site, unpublished: gathering.unpublished)
        var linker = BodyLinker(site, index)
        textProblems = []
        textProblems.reserveCapacity(site.items.count)
        for number in site.items.indices {
            let (targets, problems) = linker.link(ItemID(number))
            site.link(ItemID(number), to: targets)
            textProblems.append(problems)
        }
        otherProblems = gathering.problems + references.problems + redirects.problems + SiteCheck.all.flatMap { [site] in $0.run(site) }
        self.site = site
        self.index = index
    }

    /// Puts a text in the place of one that has the same front matter: what a change of front matter may move, from
    /// addresses to the order of lists, stays as it is.
    ///
    /// - Returns: whether it could; not if the site depends on what else is different, such as the title.
    public mutating func replaceText(of old: Document, by new: Document) -> Bool {
        guard old.path == new.path, old.body.title == new.body.title, old.body.markup.isEmpty == new.body.markup.isEmpty,
            let id = site.routes[new.place.route] ?? site.introductions[new.place.route]
        else { return false }
        let item = site[id]
        // Another file may have its address, and then this one's text stands nowhere.
        guard let language = item.path == new.path ? item.language : new.place.language,
            item.path == new.path || item.translationPaths[language] == new.path,
            item.bodies[language] != nil || new.body.markup.isEmpty
        else { return false }
        // Those that lead to its headings, too, and those whose heading was not there.
        let lost = textProblems.enumerated().filter { $0.element.contains { $0.code == SiteRules.brokenAnchor.code } }.map { ItemID($0.offset) }
        let isOutlineKept = old.body.outline.map(\.id) == new.body.outline.map(\.id) && old.body.anchorsLost == new.body.anchorsLost
        let others = isOutlineKept ? [] : Set(site.backlinks[id.index] + lost).subtracting([id]).sorted()
        if item.bodies[language] != nil { site.items[id.index].bodies[language] = new.body }
        var linker = BodyLinker(site, index)
        let links = ([id] + others).map { ($0, linker.link($0)) }
        for (id, (targets, problems)) in links {
            site.link(id, to: targets)
            textProblems[id.index] = problems
        }
        return true
    }
}

extension Site {
    /// Takes over what the links of an item's bodies lead to, in both directions.
    fileprivate mutating func link(_ id: ItemID, to targets: [String: [LinkTarget]]) {
        for target in Self.pages(linkTargets[id.index]) { backlinks[target.index].removeAll { $0 == id } }
        for target in Self.pages(targets) where target != id {
            // Most often the last: the items are linked in their order at first.
            let place = backlinks[target.index].lastIndex { $0 < id }.map { $0 + 1 } ?? 0
            backlinks[target.index].insert(id, at: place)
        }
        linkTargets[id.index] = targets
    }

    private static func pages(_ targets: [String: [LinkTarget]]) -> Set<ItemID> {
        Set(targets.values.joined().compactMap { if case .page(let id, _) = $0 { id } else { nil } })
    }
}
