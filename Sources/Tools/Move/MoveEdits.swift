internal import Content
internal import Diagnostics
internal import Disk
internal import Markdown
internal import Site
internal import Text

/// A link in a body: its item, its language, and its index among the links of that body.
struct MovedLink {
    let item: Int
    let language: String
    let index: Int
}

/// The new texts of other files where they name an entry that moves.
struct MoveEdits {
    /// The new texts, by path, then by range.
    var found: [String: [ByteRange: String]] = [:]
    let move: Move
    /// `nil` where a folder moves that has no page.
    private let item: Item?
    let site: SiteGraph
    /// Paths of copied files in small letters, where files change their folder.
    let assets: Set<String>
    /// Spellings of a term that lead to it whatever its id is.
    private let spellings: Set<String>

    init(_ move: Move, _ item: Item?, _ site: SiteGraph) {
        self.move = move
        self.item = item
        self.site = site
        assets = move.changesFolder ? Set(site.assets.lazy.map { $0.lowercased() }) : []
        spellings = Set((item?.common.names ?? []).map(ID.from))
    }

    // MARK: Facts

    mutating func followFacts(of file: SourceFile) {
        guard let item, case .success(let entryPath) = EntryPath.of(file.path, languages: site.languages) else {
            return
        }
        for value in ReferenceRanges.find(in: file, as: entryPath.kind) {
            if let text = renamed(value, item, in: entryPath) { found[file.path, default: [:]][value.range] = text }
        }
    }

    private func renamed(_ value: ReferenceRanges.Found, _ item: Item, in entryPath: EntryPath) -> String? {
        switch value.way {
        case .key(let kind): kind == item.kind && value.text == move.oldID ? move.newID : nil
        case .term(let kind): kind == item.kind && isSpelling(value.text) ? move.newID : nil
        case .mention(let kinds): kinds.contains(item.kind) && isMention(value.text, kinds, of: item) ? move.newID : nil
        case .entry(let kind): entry(value.text, kind, in: entryPath)
        }
    }

    /// `Home office` means the term `home-office` too, unless that is one of its names.
    private func isSpelling(_ text: String) -> Bool {
        text == move.oldID || (ID.from(text) == move.oldID && !spellings.contains(move.oldID))
    }

    private func isMention(_ text: String, _ kinds: [Kind], of item: Item) -> Bool {
        guard text == move.oldID else { return item.kind == .organisation && !ID.isValid(text) && isSpelling(text) }
        let folder = { (kind: Kind) in
            kind == .community ? "communities" : kind == .person ? "people" : kind.termKind?.folder ?? ""
        }
        let first = kinds.first { site.routes["\(folder($0))/\(text)/"] != nil }
        return first == item.kind
    }

    /// `coffee`, `data/coffee`, `coffee@2026-12-17`: looked up in the same community, then among the shared ones.
    private func entry(_ value: String, _ kind: Kind, in entryPath: EntryPath) -> String? {
        let text = String(value.prefix { $0 != "@" })
        let day = value.dropFirst(text.count)
        let parts = text.split(separator: "/").map(String.init)
        let routes = EntryName(text, kind).routes(seenFrom: entryPath.community)
        guard let route = routes.first(where: { site.routes[$0] != nil }), move.route(route) != route else {
            return nil
        }
        if route == move.old + "/" { return (parts.count == 2 ? "\(parts[0])/\(move.newID)" : move.newID) + day }
        return parts.count == 2 ? "\(move.newID)/\(parts[1])" + day : nil
    }

    // MARK: Links

    mutating func followLinks(in files: [String: [UInt8]]) {
        for (index, other) in site.items.enumerated() {
            for (language, body) in other.bodies {
                let path = other.translationPaths[language] ?? other.path
                guard let bytes = files[path] else { continue }
                for (link, target) in zip(body.links, site.linkTargets[index][language] ?? []) {
                    if move.changesFolder {
                        relocate(link, to: target, in: path, bytes)
                    } else if let range = component(of: link, to: target, in: bytes) {
                        found[path, default: [:]][range] = move.newID
                    }
                }
            }
        }
    }

    private func component(of link: Link, to target: LinkTarget, in bytes: [UInt8]) -> ByteRange? {
        let (path, folder): (String, String)
        switch target {
        case .page(let other, _): (path, folder) = (site[other].route, move.old)
        case .asset(let asset, _): (path, folder) = (asset, move.oldFiles)
        default: return nil
        }
        guard path.hasPrefix(folder + "/") else { return nil }
        let tail = path.dropFirst(folder.count).split(separator: "/").count
        if let range = component(of: link.range, tail, in: bytes) { return range }
        // `[[community/name]]` leaves out the folder between.
        guard link.kind == .wiki, item?.kind == .community, tail > 1 else { return nil }
        return component(of: link.range, 1, in: bytes)
    }

    /// Every definition, whether a link uses it or not.
    mutating func followDefinitions(of file: SourceFile) {
        guard file.bytes.contains("]:".utf8), let start = file.bodyStart else { return }
        for range in LinkDefinitions.destinations(in: file.bytes, from: start) {
            if move.changesFolder {
                relocateDefinition(range, in: file)
                continue
            }
            let destination = String(decoding: file.bytes[range], as: UTF8.self)
            guard let target = LinkPath(destination).resolved(from: file.path),
                target == move.old || move.path(target) != target
            else { continue }
            let rest = target.dropFirst((target.hasPrefix(move.oldFiles) ? move.oldFiles : move.old).count)
            var parts = rest.split(separator: "/")
            if rest.first == "." { parts = [] }
            if let last = parts.last, Self.isIndex(last.utf8) { parts.removeLast() }
            if let part = component(of: range, parts.count, in: file.bytes) {
                found[file.path, default: [:]][part] = move.newID
            }
        }
    }

    /// Writes the whole path of what a wiki link leads to.
    mutating func spellOut(_ moved: MovedLink, in files: [String: [UInt8]]) {
        let other = site.items[moved.item]
        let path = other.translationPaths[moved.language] ?? other.path
        guard let link = other.bodies[moved.language]?.links[moved.index], link.kind == .wiki, let bytes = files[path],
            case .page(let target, _)? = site.linkTargets[moved.item][moved.language]?[moved.index]
        else { return }
        let end = Self.end(of: link.range, in: bytes)
        for range in (found[path] ?? [:]).keys where range.overlaps(link.range) { found[path]?[range] = nil }
        found[path, default: [:]][link.range.lowerBound..<end] = String(move.route(site[target].route).dropLast())
    }

    /// Where the id is in a destination: this number of parts before its end.
    private func component(of range: ByteRange, _ tail: Int, in bytes: [UInt8]) -> ByteRange? {
        guard range.upperBound <= bytes.count else { return nil }
        var parts = bytes[range.lowerBound..<Self.end(of: range, in: bytes)].split(whereSeparator: {
            "/[]\"'".utf8.contains($0)
        })
        if let last = parts.last, Self.isIndex(last) { parts.removeLast() }
        guard parts.count > tail else { return nil }
        let part = parts[parts.count - 1 - tail]
        // Up to `.md`, or to the language before it.
        let names = [part.dropLast(Self.text(part).hasSuffix(".md") ? 3 : 0), part.prefix { $0 != UInt8(ascii: ".") }]
        return names.first {
            let name = Self.text($0)
            return EntryPath.address(of: name) == move.oldID || name.lowercased() == move.oldID
        }.map { $0.startIndex..<$0.endIndex }
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String {
        LinkPath.decoded(String(decoding: Array(bytes), as: UTF8.self))
    }

    /// Where the path of a destination ends.
    static func end(of range: ByteRange, in bytes: [UInt8]) -> Int {
        bytes[range].firstIndex { "#?|".utf8.contains($0) } ?? range.upperBound
    }

    /// `index.md`, `index.cy.md`, `README.md`.
    private static func isIndex(_ part: some Collection<UInt8>) -> Bool {
        let name = text(part)
        return name.hasSuffix(".md") && EntryPath.isFolderPage(name.prefix { $0 != "." })
    }

    // MARK: The menu

    mutating func followMenu(in files: [String: [UInt8]]) {
        guard let bytes = files[ContentKind.settingsPath] else { return }
        for page in site.settings.navigation.compactMap(\.value.page) {
            let route = EntryPath.route(named: page.value)
            guard move.route(route) != route else { continue }
            if move.changesFolder {
                relocateMenuEntry(page.range, to: move.route(route), in: bytes)
                continue
            }
            let tail = route.dropFirst(move.old.count).split(separator: "/").count
            if let range = component(of: page.range, tail, in: bytes) {
                found[ContentKind.settingsPath, default: [:]][range] = move.newID
            }
        }
    }
}
