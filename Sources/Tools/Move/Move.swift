internal import Content
internal import Diagnostics
internal import Disk
internal import Site
internal import Text
internal import Theme

/// One entry with another id, as changes of files.
struct Move {
    /// Below `content/`, such as `communities/a`.
    let old: String
    let new: String
    /// Where its files are: the path of its file without `.md`, or of its folder.
    let oldFiles: String
    private let newFiles: String
    let oldID: String
    let newID: String
    private let id: ItemID
    private let site: SiteGraph

    /// - Throws: `BuildError` when there is no such entry, or it cannot be called so.
    init(from old: String, to new: String, in site: SiteGraph) throws(BuildError) {
        self.site = site
        self.old = old
        self.new = new
        func folder(_ path: String) -> Substring { path.lastIndex(of: "/").map { path[..<$0] } ?? "" }
        oldID = String(old.split(separator: "/").last ?? "")
        newID = String(new.split(separator: "/").last ?? "")
        guard let found = site.routes[old + "/"], !oldID.isEmpty else {
            let named = site.items.filter { [oldID] in $0.id == oldID && !$0.isIntroduction }.map {
                String($0.route.dropLast())
            }
            let hint =
                named.isEmpty
                ? NearestMatch.hint(old, among: site.items.map { String($0.route.dropLast()) })
                : " Did you mean \(named.prefix(3).map { "`\($0)`" }.joined(separator: " or "))?"
            throw BuildError("There is no entry `\(Printable.line(old))`.\(hint)")
        }
        id = found
        let item = site[found]
        oldFiles = String(Place.stem(ofPage: item.path))
        newFiles = (folder(oldFiles).isEmpty ? "" : folder(oldFiles) + "/") + newID
        if item.isMadeFromID {
            throw BuildError(
                "`\(old)` has no file of its own: it is made where it is named. Make `content/\(old).md` with its "
                    + "`name` first, then run this again."
            )
        }
        if item.isEmbedded { throw BuildError("`\(old)` stands in `\(item.path)`, and gets its name from there.") }
        if [.charter, .members, .backlog, .home].contains(item.kind) || item.isIntroduction {
            throw BuildError("`\(old)` has its name from what it is, so it keeps it.")
        }
        guard folder(old) == folder(new) else {
            throw BuildError(
                "An entry stays in its folder: `\(folder(old).isEmpty ? newID : "\(folder(old))/\(newID)")`, not "
                    + "`\(Printable.line(new))`."
            )
        }
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
    }

    /// Where a file is afterwards.
    func path(_ path: String) -> String {
        guard path.hasPrefix(oldFiles) else { return path }
        let rest = path.dropFirst(oldFiles.count)
        // `a.md`, `a.cy.md` and what is in the folder `a`.
        let isOwn =
            rest.hasPrefix("/") || (rest.hasSuffix(".md") && rest.first == "." && rest.split(separator: ".").count <= 2)
        return isOwn ? newFiles + rest : path
    }

    /// - Parameter spelledOut: wiki links that are to get the whole path of what they lead to.
    /// - Returns: those files, by their old paths, of which the bytes change.
    func apply(to files: [String: [UInt8]], spelledOut: [MovedLink] = []) -> [String: [UInt8]] {
        var edits = MoveEdits(self, site[id], site)
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
        for item in site.items where (item.route == old + "/" || item.route.hasPrefix(old + "/")) && !item.isEmbedded {
            if let kept = changed[item.path] ?? files[item.path] { changed[item.path] = redirected(item, kept) }
        }
        if let pins = files[ContentKind.pinsPath], site[id].kind == .community {
            changed[ContentKind.pinsPath] = renamed(pins)
        }
        return changed.filter { files[$0.key] != $0.value }
    }

    /// The address of a page afterwards.
    func route(_ route: String) -> String {
        route.hasPrefix(old + "/") ? new + route.dropFirst(old.count) : route
    }

    /// The file of an entry with its old address; the address that it gets now is none of its old ones any more.
    private func redirected(_ item: Item, _ bytes: [UInt8]) -> [UInt8] {
        let now = route(item.route)
        let earlier = item.common.redirectFrom.items().map(\.value).filter {
            $0.split(separator: "/").joined(separator: "/") + "/" != now
        }
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
