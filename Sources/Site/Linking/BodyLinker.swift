internal import Content
internal import Diagnostics
internal import Markdown

/// Finds out where the links of all bodies lead, and who is linked to by whom.
struct BodyLinker {
    private let site: Site
    private let unpublished: [String: Absence]
    private let assets: Set<String>
    private let names: NameIndex
    /// Looking for the nearest name costs time for each name there is, so after so many it is left out.
    private var suggestionsLeft = 300
    /// Items that have a file, by its path: what nearly every link names.
    private let itemByPath: [String: ItemID]
    private(set) var problems: [Diagnostic] = []

    init(site: Site, unpublished: [String: Absence]) {
        self.site = site
        self.unpublished = unpublished
        assets = Set(site.assets)
        names = NameIndex(site: site)
        let ownFiles = site.items.enumerated().filter { !$0.element.isEmbedded && !$0.element.isMadeFromID && !$0.element.isIntroduction }
        itemByPath = Dictionary(ownFiles.map { ($0.element.path, ItemID($0.offset)) }, uniquingKeysWith: { a, _ in a })
    }

    mutating func link(_ site: inout Site) {
        var backlinks: [[ItemID]] = Array(repeating: [], count: site.items.count)
        for (index, item) in self.site.items.enumerated() {
            for (language, body) in item.bodies.sorted(by: { $0.key < $1.key }) where !body.links.isEmpty {
                let targets = body.links.map { target(of: $0, in: item, body: body, language: language) }
                for case .page(let id, _) in targets where id.index != index && backlinks[id.index].last != ItemID(index) {
                    backlinks[id.index].append(ItemID(index))
                }
                site.linkTargets[index][language] = targets
            }
        }
        site.backlinks = backlinks.map { Array(Set($0)).sorted() }
        site.redirects = redirects()
    }

    // MARK: Links

    private mutating func target(of link: Link, in item: Item, body: Rendered, language: String) -> LinkTarget {
        let path = item.translationPaths[language] ?? item.path
        let found: Finding
        switch link.kind {
        case .wiki: found = wiki(link, in: item)
        case .link, .image: found = relative(link, from: path)
        }
        switch found {
        case .target(let target): return checkFragment(of: target, link, in: item, path, body: body, language: language)
        case .unpublished(.unreadable), .unpublished(.leftOut): return .none
        case .unpublished(.heldBack(let reason)):
            problems.append(SiteRules.unpublishedReference.at(link.range, in: path, "`\(link.destination)` is \(reason), so the link is shown as text."))
            return .none
        case .problem(let problem):
            problems.append(problem(path))
            return .none
        }
    }

    private enum Finding {
        case target(LinkTarget)
        case unpublished(Absence)
        case problem((String) -> Diagnostic)
    }

    /// A relative or root-relative link to a file under `content/`, or to an address of the site.
    private mutating func relative(_ link: Link, from path: String) -> Finding {
        let url = LinkPath(link.destination)
        if url.path.isEmpty { return .target(.here(fragment: url.fragment ?? "")) }
        guard let target = url.resolved(from: path) else {
            return .problem { path in
                SiteRules.brokenLink.at(link.range, in: path, "`\(link.destination)` leads out of the site.", help: "A link to another site starts with https://")
            }
        }
        if link.kind == .link, let found = page(target, fragment: url.fragment) { return found }
        if assets.contains(target) { return .target(.asset(target, suffix: link.kind == .image ? "" : url.suffix)) }
        suggestionsLeft -= 1
        let hint = suggestionsLeft < 0 ? "" : names.hint(for: target, from: path)
        let what = link.kind == .image ? "no image" : "nothing"
        return .problem { path in
            SiteRules.brokenLink.at(link.range, in: path, "There is \(what) at `\(link.destination)` (looked for `content/\(target)`).\(hint)")
        }
    }

    /// A page by the path of its file or by its address.
    private func page(_ target: String, fragment: String?) -> Finding? {
        if let id = itemByPath[target] { return .target(.page(id, fragment: fragment)) }
        let isFile = target.hasSuffix(".md")
        guard isFile || target.isEmpty || target.hasSuffix("/") || !target.split(separator: "/").last!.contains(".") else { return nil }
        guard case .success(let place) = Place.of(isFile ? target : target + (target.isEmpty || target.hasSuffix("/") ? "index.md" : ".md"), languages: site.languages) else { return nil }
        if let id = site.routes[place.route] { return .target(.page(id, fragment: fragment)) }
        if Site.generatedRoutes.contains(place.route) { return .target(.route(place.route, fragment: fragment)) }
        return unpublished[place.route].map { .unpublished($0) }
    }

    private mutating func wiki(_ link: Link, in item: Item) -> Finding {
        let url = LinkPath(link.destination)
        if url.path.isEmpty { return .target(.here(fragment: url.fragment ?? "")) }
        let answer = names.lookUp(url.path, from: item, suggest: suggestionsLeft > 0)
        if case .nothing = answer { suggestionsLeft -= 1 }
        switch answer {
        case .found(let id): return .target(.page(id, fragment: url.fragment))
        case .several(let ids):
            let routes = ids.prefix(4).map { String(site[$0].route.dropLast()) }
            let choices = routes.map { "`\($0)`" }.joined(separator: " or ")
            return .problem { path in
                SiteRules.ambiguousReference.at(
                    link.range, in: path, "`[[\(url.path)]]` could be \(choices).",
                    help: "Write more of the path: " + routes.map { "[[\($0)]]" }.joined(separator: " or "))
            }
        case .nothing(let hint):
            let parts = url.path.split(separator: "/").map(String.init)
            let places = [item.communityID.map { ($0, url.path) }, parts.count == 2 ? (parts[0], parts[1]) : nil].compactMap { $0 }
            let own = places.flatMap { id, name in ["resources", "events", "writeups"].map { "communities/\(id)/\($0)/\(name)/" } }
            let shared = ["resources/", "events/", "writeups/", "handbook/", "communities/", "people/", ""].map { "\($0)\(url.path)/" }
            let candidates = own + shared
            if let reason = candidates.compactMap({ unpublished[$0] }).first { return .unpublished(reason) }
            return .problem { path in
                SiteRules.brokenLink.at(link.range, in: path, "There is no page `\(url.path)` for this wiki link.\(hint)", help: "A wiki link names a file without `.md`; in another community, `[[community/name]]`.")
            }
        }
    }

    // MARK: Fragments

    private mutating func checkFragment(
        of found: LinkTarget, _ link: Link, in item: Item, _ path: String, body: Rendered, language: String
    ) -> LinkTarget {
        switch found {
        case .here(let fragment):
            if let id = Self.heading(fragment, in: body) ?? titleID(fragment, of: item, language) { return .here(fragment: id) }
            return broken(fragment, of: "this page", body, link, path)
        case .page(let id, let fragment?):
            let target = site[id]
            guard let other = target.bodies[target.bodyLanguage(for: language)] else { return .page(id, fragment: nil) }
            if let heading = Self.heading(fragment, in: other) ?? titleID(fragment, of: target, language) { return .page(id, fragment: heading.isEmpty ? nil : heading) }
            return broken(fragment, of: "`\(target.path)`", other, link, path)
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
        if decoded.isEmpty || decoded == "top" { return "" }
        let ids = body.outline.map(\.id) + [body.title?.id].compactMap { $0 }
        return ids.first { $0 == decoded } ?? ids.first { $0 == decoded.lowercased() }
    }

    private mutating func broken(_ fragment: String, of page: String, _ body: Rendered, _ link: Link, _ path: String) -> LinkTarget {
        let lost = body.anchorsLost.contains(LinkPath.decoded(fragment))
        suggestionsLeft -= 1
        let hint = suggestionsLeft < 0 ? "" : NearestMatch.hint("#" + fragment, among: body.outline.map { "#" + $0.id })
        let known = body.outline.prefix(6).map { "#\($0.id)" }.joined(separator: ", ")
        problems.append(
            SiteRules.brokenAnchor.at(
                link.range, in: path, "No heading of \(page) has the anchor `#\(fragment)`.\(hint)",
                help: lost ? "The anchor was set by HTML, which is left out. Link to a heading instead." : known.isEmpty ? nil : "Its headings: \(known)\(body.outline.count > 6 ? ", …" : "")"))
        return .none
    }

    // MARK: Redirects

    private mutating func redirects() -> [(from: String, to: ItemID)] {
        var seen: Set<String> = []
        var found: [(from: String, to: ItemID)] = []
        for (index, item) in site.items.enumerated() {
            for old in item.common.redirectFrom.items() {
                guard let route = Self.route(ofOldPath: old.value) else {
                    problems.append(SiteRules.badRedirect.at(old.range, in: item.path, "`\(old.value)` cannot be an old address: write a path such as `old/page/`, without `..` and `?`."))
                    continue
                }
                let isTranslated = site.languages.dropFirst().contains { route.hasPrefix($0 + "/") }
                if site.routes[route] != nil || isTranslated || Site.generatedRoutes.contains(route) || !seen.insert(route).inserted || route.isEmpty {
                    problems.append(SiteRules.badRedirect.at(old.range, in: item.path, "`/\(route)` is in use, so it cannot lead here."))
                    continue
                }
                found.append((route, ItemID(index)))
            }
        }
        return found.sorted { $0.from < $1.from }
    }

    /// `/old/page.html`, `old/page`, `old/page/index.html` → `old/page.html` or `old/page/`; `nil` for what no folder can hold.
    private static func route(ofOldPath text: String) -> String? {
        var parts = text.split(separator: "/").map(String.init)
        if parts.last == "index.html" { parts.removeLast() }
        let isSafe = parts.allSatisfy { part in
            part != "." && part != ".." && !part.hasPrefix(".") && part.utf8.count <= 200
                && part.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.~+@ ".unicodeScalars.contains($0) }
        }
        // A dot elsewhere than before `html` could stand for a file, where other pages need a folder.
        let hasPlainFolders = parts.dropLast().allSatisfy { !$0.contains(".") } && parts.last.map { !$0.contains(".") || $0.hasSuffix(".html") } ?? false
        guard isSafe, hasPlainFolders, let last = parts.last, !Reserved.folders.contains(parts[0]), !Reserved.files.contains(parts.joined(separator: "/")),
            parts.reduce(0, { $0 + $1.utf8.count + 1 }) <= 400
        else { return nil }
        return parts.joined(separator: "/") + (last.hasSuffix(".html") ? "" : "/")
    }
}
