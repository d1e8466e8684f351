internal import Text

/// What a file's path says about it: kind, id, community, language and address.
public struct EntryPath: Sendable, Hashable {
    public var kind: Kind
    /// The file or folder name as it is in the address; for the home page `index`.
    public var id: String
    /// The same as it is on the disk.
    public var name: String
    /// Id of the community in whose folder the file is.
    public var community: String?
    /// Address below the site's root in the default language: empty for the home page, else ends in `/`.
    public var route: String
    /// Language of a translation file `NAME.LANG.md`; `nil` for an original.
    public var language: String?
    /// A page that gives a generated page its title and introduction.
    public var isIntroduction = false

    /// Folders whose own page the program makes, and pages that it makes.
    static let generated: Set<String> =
        Set(["communities", "events", "writeups", "resources", "people", "handbook", "map", "calendar"])
        .union(TermKind.allCases.map(\.folder))

    /// Communities, people, terms, events and write-ups are called by the names of their files, which have to be ids.
    /// Any other page may have any name: its address is made from it.
    ///
    /// - Parameters:
    ///   - path: relative to `content/`, ending in `.md`.
    ///   - languages: the codes that may come before `.md`.
    /// - Returns: where the file belongs; the part of its path that cannot be used where it has one.
    public static func of(_ path: String, languages: [String]) -> Result<EntryPath, BadPart> {
        var parts = path.split(separator: "/").map(String.init)
        guard var name = parts.popLast() else { return .failure(BadPart(text: path)) }
        name.removeLast(name.hasSuffix(".md") ? 3 : 0)
        var language: String?
        if let dot = name.lastIndex(of: "."), languages.contains(String(name[name.index(after: dot)...])) {
            language = String(name[name.index(after: dot)...])
            name = String(name[..<dot])
        }
        if name.isEmpty { return .failure(BadPart(text: name)) }
        if !isFolderPage(name) { parts.append(name) }
        let bad = parts.firstIndex { !ID.isValid($0) }
        var entryPath = classify(bad == nil ? parts : parts.map(address), named: parts.last ?? "index")
        if let bad {
            if entryPath.isCalledByFile || entryPath.community != nil && bad < 2 {
                return .failure(BadPart(text: parts[bad]))
            }
            if entryPath.route.utf8.count > longestMadeRoute {
                return .failure(BadPart(text: parts[bad], isTooLong: true))
            }
        }
        entryPath.language = language
        return .success(entryPath)
    }

    public struct BadPart: Error {
        public var text: String
        /// Whether the address that it would have is too long.
        public var isTooLong = false
    }

    /// Bytes of an address that is made from names, so that a disk takes it with the language before it.
    private static let longestMadeRoute = 800

    /// What an address has for the name of a file or folder.
    package static func address(of name: String) -> String { ID.isValid(name) ? name : ID.from(name) }

    /// The address that a path below the content folder names, written as on the disk or as in an address.
    package static func route(named path: String) -> String {
        stem(ofPage: path).split(separator: "/").map { address(of: String($0)) + "/" }.joined()
    }

    /// Whether a file of this name, without `.md` and language, is the page of its folder.
    package static func isFolderPage(_ name: some StringProtocol) -> Bool {
        ID.pagesOfFolders.contains(name.lowercased())
    }

    /// The path of a page's file without `.md`, or of its folder where it is the page of that; empty for the home page.
    ///
    /// - Parameter path: of an original.
    package static func stem(ofPage path: String) -> Substring {
        let stem = path.hasSuffix(".md") ? path.dropLast(3) : path[...]
        let slash = stem.utf8.lastIndex(of: UInt8(ascii: "/"))
        guard isFolderPage(slash.map { stem[stem.utf8.index(after: $0)...] } ?? stem) else { return stem }
        return stem[..<(slash ?? stem.startIndex)]
    }

    /// Whether its file's name is an id that others refer to it by.
    private var isCalledByFile: Bool {
        switch kind {
        case .community, .charter, .members, .backlog, .event, .writeup, .person, .government, .organisation, .role,
            .topic, .skill:
            true
        case .home, .resource, .chapter, .page: false
        }
    }

    /// - Parameters:
    ///   - parts: of the address.
    ///   - name: the last of them on the disk.
    private static func classify(_ parts: [String], named name: String) -> EntryPath {
        let route = parts.isEmpty ? "" : parts.joined(separator: "/") + "/"
        func entryPath(_ kind: Kind, community: String? = nil) -> EntryPath {
            EntryPath(kind: kind, id: parts.last ?? "index", name: name, community: community, route: route)
        }
        guard let first = parts.first else { return entryPath(.home) }
        if parts.count == 1, generated.contains(first) {
            var introduction = entryPath(.page)
            introduction.isIntroduction = true
            return introduction
        }
        if first == "communities" { return inCommunity(parts, entryPath) }
        if parts.count == 2, let term = TermKind.allCases.first(where: { $0.folder == first }) {
            return entryPath(term.kind)
        }
        if parts.count == 2, first == "people" { return entryPath(.person) }
        if first == "handbook" { return entryPath(.chapter) }
        return entryPath(part(parts[...]) ?? .page)
    }

    private static func inCommunity(_ parts: [String], _ entryPath: (Kind, String?) -> EntryPath) -> EntryPath {
        let community = parts[1]
        if parts.count == 2 { return entryPath(.community, community) }
        let single: [String: Kind] = ["charter": .charter, "members": .members, "backlog": .backlog]
        if parts.count == 3, let kind = single[parts[2]] { return entryPath(kind, community) }
        return entryPath(part(parts[2...]) ?? .page, community)
    }

    /// Events, write-ups and resources, of a community or shared.
    private static func part(_ parts: ArraySlice<String>) -> Kind? {
        switch (parts.first, parts.count) {
        case ("events", 2): .event
        case ("writeups", 2): .writeup
        case ("resources", 2...): .resource
        default: nil
        }
    }
}
