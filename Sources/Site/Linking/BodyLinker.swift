internal import Content
internal import Diagnostics
internal import Markdown
internal import Text

/// What the links of bodies are looked up in; made once a site, and right for as long as only texts change in it.
struct LinkIndex: Sendable {
    let unpublished: [String: Absence]
    /// By path, however its accents are written: the path that the file has on the disk.
    let assets: [String: String]
    /// Files that are there and not copied, by their paths in small letters.
    private let withheldAssets: [String: Absence]
    let names: NameIndex
    /// Calendars and files for calendars that the program makes, by their addresses.
    let calendars: Set<String>
    /// Items that have a file, by its path: what nearly every link names.
    let itemByPath: [String: ItemID]
    private let itemByOldAddress: [String: ItemID]
    /// For files whose paths are not addresses, by path in lowercase: a link may be written in any case.
    private let itemByOddPath: [String: ItemID]
    private let assetByOddPath: [String: String]
    /// Folders of pages whose names are not addresses, in lowercase: an address may continue after them.
    private let addressesOfFolders: [String: String]

    init(_ site: SiteGraph, unpublished: [String: Absence], withheldAssets: [String: Absence]) {
        self.unpublished = unpublished
        self.withheldAssets = Dictionary(
            withheldAssets.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { a, _ in a })
        assets = Dictionary(site.assets.map { ($0, $0) }, uniquingKeysWith: { a, _ in a })
        names = NameIndex(site: site)
        calendars = Set(
            site.calendars.items.map { site[$0].route + SiteGraph.calendarName }
                + site.all(.event).filter { site.hasCalendarFile($0) }.map { site[$0].route + SiteGraph.eventFileName })
        itemByOldAddress = Dictionary(site.redirects.map { ($0.from, $0.to) }, uniquingKeysWith: { a, _ in a })
        var byPath: [String: ItemID] = [:]
        var byOddPath: [String: ItemID] = [:]
        var folders: Set<Substring> = []
        byPath.reserveCapacity(site.items.count)
        for number in site.items.indices {
            let item = site.items[number]
            if item.isEmbedded || item.isMadeFromID || item.isIntroduction { continue }
            byPath[item.path] = ItemID(number)
            if Self.isOdd(item.path) { byOddPath[item.path.lowercased()] = ItemID(number) }
            for path in item.translationPaths.values where Self.isOdd(path) {
                byOddPath[path.lowercased()] = ItemID(number)
            }
            if let folder = Self.oddFolder(of: item.path) { folders.insert(folder) }
        }
        (itemByPath, itemByOddPath) = (byPath, byOddPath)
        addressesOfFolders = Dictionary(
            folders.map { ($0.lowercased(), EntryPath.route(named: String($0))) }, uniquingKeysWith: { a, _ in a })
        assetByOddPath = Dictionary(
            site.assets.filter(Self.isOdd).map { ($0.lowercased(), $0) }, uniquingKeysWith: { a, _ in a })
    }

    private static func isOdd(_ path: String) -> Bool { !path.utf8.allSatisfy(BodyLinker.mayStandInAddress) }

    /// The page that is made from the file at a path, or in the folder there.
    ///
    /// - Parameter folded: in small letters.
    func item(at folded: String) -> ItemID? {
        if folded.hasSuffix(".md") { return itemByPath[folded] ?? itemByOddPath[folded] }
        // All others are found by their addresses.
        if itemByOddPath.isEmpty { return nil }
        let bare = folded.hasSuffix("/") ? String(folded.dropLast()) : folded
        return [bare + ".md", bare + "/index.md", bare + "/readme.md"].lazy.compactMap { itemByOddPath[$0] }.first
    }

    /// The folder of a file, where it is not called as it is in addresses.
    private static func oddFolder(of path: String) -> Substring? {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
            !path.utf8[..<slash].allSatisfy(BodyLinker.mayStandInAddress)
        else { return nil }
        return path[..<slash]
    }

    /// The address that a path means which begins with the name of a folder on the disk.
    ///
    /// - Parameter folded: in small letters.
    func address(_ folded: String) -> String? {
        if addressesOfFolders.isEmpty { return nil }
        let stem = folded.hasSuffix("/") ? folded.dropLast() : folded[...]
        guard let slash = stem.lastIndex(of: "/"), let folder = addressesOfFolders[String(stem[..<slash])] else {
            return nil
        }
        return folder + folded[folded.index(after: slash)...]
    }

    func withheldAsset(at path: String) -> Absence? { withheldAssets[path.lowercased()] }

    /// The path that a copied file has on the disk.
    func asset(at path: String) -> String? {
        if let asset = assets[path] { return asset }
        let folded = path.lowercased()
        return assets[folded] ?? assetByOddPath[folded]
    }
}

extension LinkIndex {
    /// Where the page with an old address is now; `nil` where there was none.
    fileprivate func hint(forOldAddress target: String, in site: SiteGraph) -> String? {
        let bare = target.hasSuffix("/index.html") ? String(target.dropLast(10)) : target
        guard let id = itemByOldAddress[bare] ?? itemByOldAddress[bare + "/"] else { return nil }
        return " It is an old address of `\(site[id].path)`: link to that."
    }
}

/// Finds out where the links of bodies lead.
struct BodyLinker {
    let site: SiteGraph
    let index: LinkIndex
    /// Looking for the nearest name costs time for each name there is, so after this many it is left out.
    private var suggestionsLeft = 300
    var problems: [Diagnostic] = []

    /// What it reports.
    static let rules = [
        SiteRules.brokenLink, SiteRules.brokenAnchor, SiteRules.ambiguousReference, SiteRules.unpublishedReference,
        SiteRules.fileInBrackets, SiteRules.embeddedPage, SiteRules.spacedAddress,
    ]

    init(_ site: SiteGraph, _ index: LinkIndex) {
        self.site = site
        self.index = index
    }

    /// What the links of an item's bodies lead to, by language as in `SiteGraph.linkTargets`, and what is wrong with
    /// them.
    mutating func link(_ id: ItemID) -> (targets: [String: [LinkTarget]], problems: [Diagnostic]) {
        let item = site[id]
        var targets: [String: [LinkTarget]] = [:]
        problems = []
        for (language, body) in item.bodies.sorted(by: { $0.key < $1.key }) {
            if !body.spacedAddresses.isEmpty { reportSpacedAddresses(of: body, in: item, language) }
            if body.links.isEmpty { continue }
            targets[language] = body.links.map { target(of: $0, in: item, body: body, language: language) }
        }
        return (targets, problems)
    }

    // MARK: Links

    private mutating func target(of link: Link, in item: Item, body: Rendered, language: String) -> LinkTarget {
        let path = item.translationPaths[language] ?? item.path
        let found: Finding
        switch link.kind {
        case .wiki: found = wiki(link, in: item, from: path)
        case .link, .image: found = relative(link, from: path)
        }
        switch found {
        case .target(let target): return checkFragment(of: target, link, in: item, path, body: body, language: language)
        case .unpublished(.unreadable), .unpublished(.withheld), .unpublished(.leftOut): return .none
        case .unpublished(.heldBack(let reason)), .unpublished(.notAgreed(_, let reason)):
            problems.append(
                SiteRules.unpublishedReference.at(
                    link.range, in: path, "`\(link.destination)` is \(reason), so the link is shown as text."))
            return .none
        case .problem(let problem):
            problems.append(problem(link, path))
            return .none
        }
    }

    enum Finding {
        case target(LinkTarget)
        case unpublished(Absence)
        case problem((Link, String) -> Diagnostic)
    }

    /// A relative or root-relative link to a file under `content/`, or to an address of the site.
    private mutating func relative(_ link: Link, from path: String) -> Finding {
        let url = LinkPath(link.destination)
        if url.path.isEmpty { return .target(.here(fragment: url.fragment ?? "")) }
        guard let target = url.resolved(from: path) else {
            return .problem { link, path in
                SiteRules.brokenLink.at(
                    link.range, in: path, "`\(link.destination)` leads out of the site.",
                    help: "A link to another site starts with https://")
            }
        }
        if link.kind == .link, let found = page(target, url) { return found }
        if let asset = index.asset(at: target) {
            return .target(.asset(asset, suffix: link.kind == .image ? "" : url.suffix))
        }
        if let reason = index.withheldAsset(at: target) { return .unpublished(reason) }
        if link.kind == .link, let found = generated(target, link) { return found }
        suggestionsLeft -= 1
        let hint =
            index.hint(forOldAddress: target, in: site)
            ?? (suggestionsLeft < 0 ? "" : index.names.hint(for: target, from: path))
        let what = link.kind == .image ? "no image" : "nothing"
        return .problem { link, path in
            SiteRules.brokenLink.at(
                link.range, in: path,
                "There is \(what) at `\(link.destination)` (looked for `\(target)`).\(hint)")
        }
    }

    /// A page by the path of its file, in whatever letters, or by its address.
    func page(_ target: String, _ url: LinkPath) -> Finding? {
        if let id = index.itemByPath[target] { return .target(.page(id, fragment: url.fragment)) }
        let folded = target.lowercased()
        if let id = index.item(at: folded) { return .target(.page(id, fragment: url.fragment)) }
        let target = index.address(folded) ?? folded
        let isFile = target.hasSuffix(".md")
        guard isFile || target.isEmpty || target.hasSuffix("/") || !target.split(separator: "/").last!.contains(".")
        else { return nil }
        let path = isFile ? target : target + (target.isEmpty || target.hasSuffix("/") ? "index.md" : ".md")
        let entryPath = try? EntryPath.of(path, languages: site.languages).get()
        // What is not an address leads only to a file of that name: `c++.md` is not the page that `c.md` makes.
        if let entryPath, target.utf8.allSatisfy(Self.mayStandInAddress) {
            if let id = site.routes[entryPath.route] { return .target(.page(id, fragment: url.fragment)) }
            if SiteGraph.generatedRoutes.contains(entryPath.route) || entryPath.route == SiteGraph.embedRoute {
                return .target(.route(entryPath.route, suffix: url.suffix))
            }
        }
        return entryPath.flatMap { index.unpublished[$0.route] }.map { .unpublished($0) }
    }

    static func mayStandInAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    /// A file that the program makes.
    private func generated(_ target: String, _ link: Link) -> Finding? {
        if SiteGraph.generatedFiles.contains(target) || index.calendars.contains(target) {
            return .target(.file(target))
        }
        guard SiteGraph.filesWithAddresses.contains(target) else { return nil }
        if site.settings.baseURL != nil { return .target(.file(target)) }
        return .problem { link, path in
            SiteRules.brokenLink.at(
                link.range, in: path,
                "There is no `\(target)`, because `site.yaml` does not say the address of the site.",
                help: Help("Add it:", paste: "base_url: https://handbook.example.org/"))
        }
    }

    private mutating func wiki(_ link: Link, in item: Item, from path: String) -> Finding {
        let url = LinkPath(link.destination)
        if url.path.isEmpty {
            if link.isEmbedding { reportEmbedded(link, in: path) }
            return .target(.here(fragment: url.fragment ?? ""))
        }
        let answer = index.names.lookUp(url.path, from: item, in: site, suggest: suggestionsLeft > 0)
        if case .nothing = answer {
            if let problem = fileInBrackets(link, url, from: path) { return problem }
            suggestionsLeft -= 1
        }
        switch answer {
        case .found(let id):
            if link.isEmbedding { reportEmbedded(link, in: path) }
            return .target(.page(id, fragment: url.fragment))
        case .several(let ids): return several(ids, url)
        case .nothing(let hint): return nothing(hint, url, from: item)
        }
    }

    private func several(_ ids: [ItemID], _ url: LinkPath) -> Finding {
        let routes = ids.prefix(4).map { String(site[$0].route.dropLast()) }
        let choices = routes.map { "`\($0)`" }.joined(separator: " or ")
        return .problem { link, path in
            SiteRules.ambiguousReference.at(
                link.range, in: path, "`[[\(url.path)]]` could be \(choices).",
                help: Help("Write more of the path: " + routes.map { "[[\($0)]]" }.joined(separator: " or ")))
        }
    }

    private func nothing(_ hint: String, _ url: LinkPath, from item: Item) -> Finding {
        let parts = url.path.split(separator: "/").map { EntryPath.address(of: String($0)) }
        let name = parts.joined(separator: "/")
        let pairs = [item.communityID.map { ($0, name) }, parts.count == 2 ? (parts[0], parts[1]) : nil]
            .compactMap { $0 }
        let own = pairs.flatMap { id, name in
            ["resources", "events", "writeups"].map { "communities/\(id)/\($0)/\(name)/" }
        }
        let shared = ["resources/", "events/", "writeups/", "handbook/", "communities/", "people/", ""].map {
            "\($0)\(name)/"
        }
        let candidates = own + shared
        if let reason = candidates.compactMap({ index.unpublished[$0] }).first { return .unpublished(reason) }
        return .problem { link, path in
            SiteRules.brokenLink.at(
                link.range, in: path, "There is no page `\(url.path)` for this wiki link.\(hint)",
                help: "A wiki link names a file without `.md`; in another community, `[[community/name]]`.")
        }
    }

    // MARK: Fragments

    private mutating func checkFragment(
        of found: LinkTarget, _ link: Link, in item: Item, _ path: String, body: Rendered, language: String
    ) -> LinkTarget {
        switch found {
        case .here(let fragment):
            if let id = Self.heading(fragment, in: body) ?? titleID(fragment, of: item, language) {
                return .here(fragment: id)
            }
            return broken(fragment, of: "this page", body, link, path)
        case .page(let id, let fragment?):
            let target = site[id]
            let shown = target.bodyLanguage(for: language)
            guard let other = target.bodies[shown] else { return .page(id, fragment: nil) }
            if let heading = Self.heading(fragment, in: other) ?? titleID(fragment, of: target, language) {
                return .page(id, fragment: heading.isEmpty ? nil : heading)
            }
            return broken(fragment, of: "`\(target.translationPaths[shown] ?? target.path)`", other, link, path)
        default: return found
        }
    }

    /// A page's own title is its first heading, even where front matter says it.
    private func titleID(_ fragment: String, of item: Item, _ language: String) -> String? {
        let id = Slug.of(item.title(in: language).text)
        return LinkPath.decoded(fragment).lowercased() == id ? id : nil
    }

    /// The id that a fragment means: written exactly, or in other letter case, as many editors make them. Empty for the
    /// top of the page; `nil` when there is none.
    private static func heading(_ fragment: String, in body: Rendered) -> String? {
        let decoded = LinkPath.decoded(fragment)
        if decoded.isEmpty { return "" }
        let ids = body.outline.map(\.id) + [body.title?.id].compactMap { $0 }
        return ids.first { $0 == decoded } ?? body.anchors[decoded] ?? ids.first { $0 == decoded.lowercased() }
            ?? (decoded == "top" ? "" : nil)
    }

    private mutating func broken(_ fragment: String, of page: String, _ body: Rendered, _ link: Link, _ path: String)
        -> LinkTarget
    {
        let lost = body.anchorsLost.contains(LinkPath.decoded(fragment))
        suggestionsLeft -= 1
        let hint = suggestionsLeft < 0 ? "" : NearestMatch.hint("#" + fragment, among: body.outline.map { "#" + $0.id })
        let known = body.outline.prefix(6).map { "#\($0.id)" }.joined(separator: ", ")
        problems.append(
            SiteRules.brokenAnchor.at(
                link.range, in: path, "No heading of \(page) has the anchor `#\(fragment)`.\(hint)",
                help: lost
                    ? "The anchor was set by HTML that is left out. Link to a heading instead."
                    : known.isEmpty ? nil : "Its headings: \(known)\(body.outline.count > 6 ? ", …" : "")"))
        return .none
    }
}
