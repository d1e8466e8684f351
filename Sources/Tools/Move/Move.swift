internal import Content
internal import Diagnostics
internal import Disk
internal import Site
internal import Text
internal import Theme

/// One entry with another id, or in another folder, as changes of files.
struct Move {
    /// Below `content/`, such as `communities/a`.
    let old: String
    let new: String
    /// Where its files are: the path of its file without `.md`, or of its folder.
    let oldFiles: String
    private let newFiles: String
    let oldID: String
    let newID: String
    /// Its files go to another folder, so that relative links change, and not only a name in them.
    let changesFolder: Bool
    /// Files beside it that only it uses, by their paths in small letters: where they go.
    private var beside: [String: String] = [:]
    /// `nil` for a folder that has no page.
    private let id: ItemID?
    private let site: SiteGraph

    /// - Throws: `BuildError` when there is no such entry, or it cannot have that name.
    init(from old: String, to new: String, in site: SiteGraph) throws(BuildError) {
        self.site = site
        self.old = old
        self.new = new
        oldID = String(old.split(separator: "/").last ?? "")
        newID = String(new.split(separator: "/").last ?? "")
        let folder = site.routes[old + "/"] == nil ? Self.folder(at: old, in: site) : nil
        guard let files = site.routes[old + "/"].map({ String(EntryPath.stem(ofPage: site[$0].path)) }) ?? folder,
            !oldID.isEmpty
        else { throw Self.nothing(at: old, in: site) }
        id = site.routes[old + "/"]
        oldFiles = files
        changesFolder = folder != nil || Self.parent(old) != Self.parent(new)
        let parent =
            changesFolder ? Self.folder(at: Self.parent(new), in: site) ?? Self.parent(new) : Self.parent(files)
        newFiles = parent.isEmpty ? newID : "\(parent)/\(newID)"
        if let id { try Self.refuseUnnamed(site[id], old) }
        if changesFolder { try refuseOtherFolder() }
        guard ID.isValid(newID) else {
            throw BuildError(
                "`\(Printable.line(newID))` cannot be part of an address: it takes lower-case letters, digits and "
                    + "hyphens, such as `\(ID.from(newID))`."
            )
        }
        guard old != new else { throw BuildError("It is called `\(newID)` already.") }
        guard site.routes[new + "/"] == nil || site[site.routes[new + "/"]!].isMadeFromID else {
            throw BuildError("There is a `\(new)` already; nothing was changed.")
        }
        if changesFolder { beside = filesBeside() }
    }

    private static func parent(_ path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }

    /// Where the folder of an address is on the disk; `nil` where no page is in it.
    private static func folder(at address: String, in site: SiteGraph) -> String? {
        let depth = address.split(separator: "/").count
        if depth == 0 { return nil }
        let route = address + "/"
        for item in site.items where item.route.hasPrefix(route) && !item.isEmbedded && !item.isMadeFromID {
            let parts = item.path.split(separator: "/").dropLast()
            if parts.count >= depth, EntryPath.route(named: parts.prefix(depth).joined(separator: "/")) == route {
                return parts.prefix(depth).joined(separator: "/")
            }
        }
        return nil
    }

    private static func nothing(at old: String, in site: SiteGraph) -> BuildError {
        let id = String(old.split(separator: "/").last ?? "")
        let named = site.items.filter { $0.id == id && !$0.isIntroduction }.map { String($0.route.dropLast()) }
        let hint =
            named.isEmpty
            ? NearestMatch.hint(old, among: site.items.map { String($0.route.dropLast()) })
            : " Did you mean \(named.prefix(3).map { "`\($0)`" }.joined(separator: " or "))?"
        return BuildError("There is no entry `\(Printable.line(old))`.\(hint)")
    }

    private static func refuseUnnamed(_ item: Item, _ old: String) throws(BuildError) {
        if item.isMadeFromID {
            throw BuildError(
                "`\(old)` has no file of its own: it exists only because other files name it. Make `\(old).md` with "
                    + "its `name` first, then run this again."
            )
        }
        if item.isEmbedded { throw BuildError("`\(old)` is part of `\(item.path)`: edit that file instead.") }
        if [.charter, .members, .backlog, .home].contains(item.kind) || item.isIntroduction {
            throw BuildError("`\(old)` cannot be renamed: its name says what kind of page it is.")
        }
    }

    /// Wiki pages, chapters and plain pages may be in any folder; for all others, the folder says what they are.
    private func refuseOtherFolder() throws(BuildError) {
        let free: Set<Kind> = [.resource, .chapter, .page]
        if SiteGraph.generatedRoutes.contains(old + "/") {
            throw BuildError("`\(old)` cannot be moved: its name says what it is.")
        }
        let moving = site.items.filter { isMoving($0) && !$0.isEmbedded && !$0.isMadeFromID }
        guard moving.allSatisfy({ free.contains($0.kind) && !$0.isIntroduction }) else {
            let parent = Self.parent(old)
            throw BuildError(
                "An entry stays in its folder: `\(parent.isEmpty ? newID : "\(parent)/\(newID)")`, not "
                    + "`\(Printable.line(new))`. Only wiki pages, chapters and plain pages can move to another folder."
            )
        }
        if new.hasPrefix(old + "/") { throw BuildError("`\(old)` cannot go into itself.") }
        guard case .success(let entryPath) = EntryPath.of(new + ".md", languages: site.languages),
            free.contains(entryPath.kind), !entryPath.isIntroduction
        else {
            throw BuildError(
                "`\(Printable.line(new))` is not a place for a page. Wiki pages go to a folder `resources`, chapters "
                    + "to `handbook`, and plain pages to any other.")
        }
    }

    private func isMoving(_ item: Item) -> Bool { item.route == old + "/" || item.route.hasPrefix(old + "/") }

    /// Files in the folder of a page that no page links to but those that move; where another is in the way, one stays.
    private func filesBeside() -> [String: String] {
        guard let id, site[id].path == oldFiles + ".md" else { return [:] }
        let parent = Self.parent(oldFiles)
        let prefix = parent.isEmpty ? "" : parent + "/"
        var users: [String: Bool] = [:]
        for (item, targets) in zip(site.items, site.linkTargets) {
            for case .asset(let path, _) in targets.values.joined() where Self.parent(path) == parent {
                users[path] = (users[path] ?? true) && isMoving(item)
            }
        }
        let taken = Set(site.assets.lazy.map { $0.lowercased() })
        var moved: [String: String] = [:]
        for (path, isOwn) in users where isOwn {
            let now = (Self.parent(newFiles).isEmpty ? "" : Self.parent(newFiles) + "/") + path.dropFirst(prefix.count)
            if now != path, !taken.contains(now.lowercased()) { moved[path.lowercased()] = now }
        }
        return moved
    }

    /// Where a file is afterwards.
    func path(_ path: String) -> String {
        if !beside.isEmpty, let now = beside[path.lowercased()] { return now }
        guard path.hasPrefix(oldFiles) else { return path }
        let rest = path.dropFirst(oldFiles.count)
        // `a.md`, `a.cy.md` and what is in the folder `a`.
        let isOwn =
            rest.hasPrefix("/") || (rest.hasSuffix(".md") && rest.first == "." && rest.split(separator: ".").count <= 2)
        return isOwn ? newFiles + rest : path
    }

    /// What a path below the content folder means afterwards, in whatever form a link has it.
    func target(_ path: String) -> String {
        if let now = beside[path.lowercased()] { return now }
        for (from, to) in [(oldFiles, newFiles), (old, new)] {
            guard path.prefix(from.count).lowercased() == from.lowercased() else { continue }
            let rest = path.dropFirst(from.count)
            let isFile = rest.hasPrefix(".") && rest.lowercased().hasSuffix(".md")
            if rest.isEmpty || rest.hasPrefix("/") || isFile { return to + rest }
        }
        return path
    }

    /// - Parameter spelledOut: wiki links that are to get the whole path of what they lead to.
    /// - Returns: the files whose bytes change, by their old paths.
    func apply(to files: [String: [UInt8]], spelledOut: [MovedLink] = []) -> [String: [UInt8]] {
        var edits = MoveEdits(self, id.map { site[$0] }, site)
        for (path, bytes) in files where path.hasSuffix(".md") {
            edits.followFacts(of: SourceFile(path: path, bytes: bytes))
            edits.followDefinitions(of: SourceFile(path: path, bytes: bytes))
        }
        edits.followLinks(in: files)
        edits.followMenu(in: files)
        for link in spelledOut { edits.spellOut(link, in: files) }
        var changed: [String: [UInt8]] = [:]
        for (path, changes) in edits.found {
            changed[path] = files[path]?.making(changes.map { Replacement(range: $0.key, text: $0.value) })
        }
        for item in site.items where isMoving(item) && !item.isEmbedded {
            if let kept = changed[item.path] ?? files[item.path] { changed[item.path] = redirected(item, kept) }
        }
        if let pins = files[ContentKind.pinsPath], let id, site[id].kind == .community {
            changed[ContentKind.pinsPath] = renamed(pins)
        }
        return changed.filter { files[$0.key] != $0.value }
    }

    /// The address of a page afterwards.
    func route(_ route: String) -> String {
        route.hasPrefix(old + "/") ? new + route.dropFirst(old.count) : route
    }

    /// The file of an entry with its old address. The oldest stays the first even where the entry gets it back, because
    /// calendars and feed readers know the entry by it.
    private func redirected(_ item: Item, _ bytes: [UInt8]) -> [UInt8] {
        let now = route(item.route)
        let old = item.common.redirectFrom.items().map(\.value)
        let earlier = old.enumerated().filter { index, path in
            index == 0 || path.split(separator: "/").joined(separator: "/") + "/" != now
        }.map(\.element)
        let keys = KeyReference.group(of: item.kind).map(\.name)
        guard
            var edit = try? FrontMatterEdit(
                SourceFile(path: item.path, bytes: bytes), order: keys, language: item.language),
            (try? edit.set("redirect_from", .list(earlier + [item.route]))) != nil
        else {
            // A page without facts.
            return Array("---\nredirect_from: \(item.route)\n---\n".utf8) + bytes
        }
        return edit.bytes
    }

    /// The line of the community in `map.yaml`, with quotes or spaces around its id perhaps.
    private func renamed(_ pins: [UInt8]) -> [UInt8] {
        let forms = ["\(oldID)", "\"\(oldID)\"", "'\(oldID)'"].map { Array($0.utf8) }
        let lines = pins.split(separator: 10, omittingEmptySubsequences: false).map { line -> [UInt8] in
            guard
                let form = forms.first(where: {
                    line.starts(with: $0) && line.dropFirst($0.count).first { $0 != 0x20 } == UInt8(ascii: ":")
                })
            else { return Array(line) }
            return Array(newID.utf8) + line.dropFirst(form.count)
        }
        return Array(lines.joined(separator: [10]))
    }
}
