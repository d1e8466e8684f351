internal import Text

/// What a file's path says of it: kind, id, community, language and address.
public struct Place: Sendable, Hashable {
    public var kind: Kind
    /// The file or folder name; for the home page `index`.
    public var id: String
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
        Set(["communities", "events", "writeups", "resources", "people", "handbook", "map"])
        .union(TermKind.allCases.map(\.folder))

    /// - Parameters:
    ///   - path: relative to `content/`, ending in `.md`.
    ///   - languages: the codes that may stand before `.md`.
    /// - Returns: where the file belongs; the part of its path that is not lower-case letters, digits and hyphens where
    ///   it has one.
    public static func of(_ path: String, languages: [String]) -> Result<Place, BadPart> {
        var parts = path.split(separator: "/").map(String.init)
        guard var name = parts.popLast() else { return .failure(BadPart(text: path)) }
        name.removeLast(name.hasSuffix(".md") ? 3 : 0)
        var language: String?
        if let dot = name.lastIndex(of: "."), languages.contains(String(name[name.index(after: dot)...])) {
            language = String(name[name.index(after: dot)...])
            name = String(name[..<dot])
        }
        if name != "index" { parts.append(name) }
        if let bad = parts.first(where: { !ID.isValid($0) }) { return .failure(BadPart(text: bad)) }
        var place = classify(parts)
        place.language = language
        return .success(place)
    }

    public struct BadPart: Error {
        public var text: String
    }

    private static func classify(_ parts: [String]) -> Place {
        let route = parts.isEmpty ? "" : parts.joined(separator: "/") + "/"
        func place(_ kind: Kind, community: String? = nil) -> Place {
            Place(kind: kind, id: parts.last ?? "index", community: community, route: route)
        }
        guard let first = parts.first else { return place(.home) }
        if parts.count == 1, generated.contains(first) {
            var introduction = place(.page)
            introduction.isIntroduction = true
            return introduction
        }
        if first == "communities" { return inCommunity(parts, place) }
        if parts.count == 2, let term = TermKind.allCases.first(where: { $0.folder == first }) {
            return place(term.kind)
        }
        if parts.count == 2, first == "people" { return place(.person) }
        if first == "handbook" { return place(.chapter) }
        return place(part(parts[...]) ?? .page)
    }

    private static func inCommunity(_ parts: [String], _ place: (Kind, String?) -> Place) -> Place {
        let community = parts[1]
        if parts.count == 2 { return place(.community, community) }
        let single: [String: Kind] = ["charter": .charter, "members": .members, "backlog": .backlog]
        if parts.count == 3, let kind = single[parts[2]] { return place(kind, community) }
        return place(part(parts[2...]) ?? .page, community)
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
