internal import Content
internal import Text

/// Pages by the last part of their path, for wiki links and suggestions.
struct NameIndex {
    private let byName: [String: [ItemID]]
    /// By the name that the file or folder has on the disk, in small letters, where the id is another.
    private let byFile: [String: [ItemID]]
    private let files: [String: [String]]
    /// Names of the same files by the path before them.
    private let folders: [String: Set<String>]

    enum Answer {
        case found(ItemID)
        /// Several pages of one rank; at least two.
        case several([ItemID])
        /// No page; a sentence with a suggestion, or nothing.
        case nothing(String)
    }

    init(site: SiteGraph) {
        var byName: [String: [ItemID]] = [:]
        var byFile: [String: [ItemID]] = [:]
        for (index, item) in site.items.enumerated() where !item.isIntroduction {
            byName[item.id, default: []].append(ItemID(index))
            let file = Self.lastPart(Self.address(ofFile: item))
            if !file.isEmpty, file != item.id { byFile[file, default: []].append(ItemID(index)) }
        }
        (self.byName, self.byFile) = (byName, byFile)
        var files: [String: [String]] = [:]
        var folders: [String: Set<String>] = [:]
        for path in site.assets + site.items.map(\.path) {
            let name = Self.lastPart(path)
            files[name, default: []].append(path)
            folders[Self.folder(of: path, name), default: []].insert(name)
        }
        (self.files, self.folders) = (files, folders)
    }

    /// Where the file of an item is, in small letters; empty where it has none.
    private static func address(ofFile item: Item) -> String {
        item.isEmbedded || item.isMadeFromID ? "" : EntryPath.stem(ofPage: item.path).lowercased()
    }

    private func named(_ name: String) -> [ItemID] {
        let name = name.lowercased()
        return (byName[name] ?? []) + (byFile[name] ?? [])
    }

    /// By bytes: this runs for every path of the content.
    private static func lastPart(_ path: String) -> String {
        let slash = UInt8(ascii: "/")
        guard let last = path.utf8.lastIndex(where: { $0 != slash }) else { return "" }
        let whole = path.utf8[...last]
        return String(Substring(whole[(whole.lastIndex(of: slash).map(whole.index(after:)) ?? whole.startIndex)...]))
    }

    /// The text before the last part of a path, with its slash.
    private static func folder(of path: String, _ lastPart: String) -> String {
        String(Substring(path.utf8.dropLast(lastPart.utf8.count)))
    }

    /// The same community's parts first, then shared pages, then communities, people and terms.
    /// - Parameter site: the site of this index, whatever its texts are by now.
    func lookUp(_ name: String, from item: Item, in site: SiteGraph, suggest: Bool) -> Answer {
        let parts = name.split(separator: "/").map(String.init)
        guard let last = parts.last else { return .nothing("") }
        // An event about Lean Coffee means the guide of that name; it means itself only if there is no other.
        let all = named(last)
        var candidates = all.filter { site[$0].route != item.route }
        if candidates.isEmpty { candidates = all }
        if parts.count > 1 {
            let inCommunity = candidates.filter {
                site[$0].communityID == parts[0] && site[$0].kind != .community && parts.count == 2
            }
            let ending = "/\(name.lowercased())"
            func isMeant(_ id: ItemID) -> Bool {
                "/\(site[id].route)".hasSuffix("\(ending)/")
                    || "/\(Self.address(ofFile: site[id]))".hasSuffix(ending)
            }
            candidates = candidates.filter(isMeant) + inCommunity.filter { !isMeant($0) }
        }
        for rank in 0...2 {
            let ranked = candidates.filter { self.rank(of: site[$0], from: item) == rank }
            if ranked.count == 1 { return .found(ranked[0]) }
            if ranked.count > 1 { return .several(ranked) }
        }
        if parts.count > 1, candidates.count == 1 { return .found(candidates[0]) }
        if parts.count > 1, candidates.count > 1 { return .several(candidates) }
        return .nothing(suggest ? hint(last, candidates.first.map { site[$0] }) : "")
    }

    private func rank(of candidate: Item, from item: Item) -> Int? {
        if candidate.kind == .community { return 2 }
        if let community = candidate.communityID { return community == item.communityID ? 0 : nil }
        switch candidate.kind {
        case .resource, .event, .writeup, .chapter, .page, .home: return 1
        default: return 2
        }
    }

    private func hint(_ name: String, _ elsewhere: Item?) -> String {
        if let community = elsewhere?.communityID { return " Did you mean `\(community)/\(name)`?" }
        // People write the title, which is nearly the id.
        let id = ID.from(name)
        return byName[id] != nil ? " Did you mean `\(id)`?" : NearestMatch.hint(name, among: byName.keys)
    }

    /// Where the file that a broken link names really is: one of that name, else the nearest name in the same folder.
    func hint(for target: String, from path: String) -> String {
        let name = Self.lastPart(target)
        if let same = files[name]?.first { return " Did you mean `\(Self.relative(same, from: path))`?" }
        let folder = Self.folder(of: target, name)
        guard let near = NearestMatch.of(name, among: (folders[folder] ?? []).sorted()) else { return "" }
        return " Did you mean `\(Self.relative(folder + near, from: path))`?"
    }

    /// The paths of pages' files and of copied files that have a name.
    func files(named name: String) -> [String] { files[name] ?? [] }

    static func relative(_ target: String, from path: String) -> String {
        var from = path.split(separator: "/").dropLast()
        var to = target.split(separator: "/")[...]
        while let a = from.first, let b = to.first, a == b, to.count > 1 {
            from.removeFirst()
            to.removeFirst()
        }
        return String(repeating: "../", count: from.count) + to.joined(separator: "/")
    }
}
