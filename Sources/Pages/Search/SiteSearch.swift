internal import Content
internal import Markdown
internal import Search
internal import Site
internal import Theme

/// The search of a site: an index for each language. A page is found in the language in which it is shown: its own
/// where it has that, else the original's.
struct SiteSearch: Sendable {
    let indexes: [String: SearchIndex]

    /// By what results can be narrowed, in the order in which it is shown.
    static let facets = ["kind", "government", "role", "topic"]
    /// Of more a reader never chooses.
    private static let mostValues = 40
    private static let mostNames = 12

    /// Files that every reader loads hold no more of a name.
    private static func short(_ name: String) -> String { name.utf8.count <= 200 ? name : String(name.prefix(200)) }

    init(_ site: SiteGraph, _ derived: Derived, _ strings: [String: Strings], href: (String) -> String) {
        indexes = Dictionary(
            uniqueKeysWithValues: site.languages.map { language in
                let ignored = Self.ignored(in: language, strings, of: site)
                return (language, Self.index(of: site, derived, strings[language]!, ignored, href))
            })
    }

    /// The files of all languages.
    var files: [(path: String, bytes: [UInt8])] {
        indexes.sorted { $0.key < $1.key }.flatMap { language, index in
            [(Self.names(language), index.names)]
                + index.files.map { ("\(Self.folder(language))\($0.name).js", $0.bytes) }
        }
    }

    /// Where the files of a language are, from the site's root. Each has a hash of what it holds in its name, as all
    /// below `assets/` have, so that hosts can let browsers keep them.
    static func folder(_ language: String) -> String { "\(root)\(language)/" }
    private static let root = "assets/search/"

    /// The only file whose name does not change with its content, because every page names it.
    static func names(_ language: String) -> String { "\(namesRoot)\(language).js" }
    private static let namesRoot = "data/search-"

    /// Whether a file of the output can only belong to the search.
    static func has(_ path: String) -> Bool { path.hasPrefix(root) || path.hasPrefix(namesRoot) }

    /// Words that carry nothing in a question: of the reader's language, then those that only the other languages of
    /// the site have, because people ask in these too.
    private static func ignored(in language: String, _ strings: [String: Strings], of site: SiteGraph) -> [String] {
        func words(_ language: String) -> [Substring] {
            Array((strings[language]?["search_ignored"] ?? "").split(separator: " ").prefix(mostIgnored))
        }
        let own = words(language)
        var seen = Set(own)
        let others = site.languages.prefix(mostLanguages).flatMap(words).filter { seen.insert($0).inserted }
        return [own, others].map { $0.joined(separator: " ") }
    }

    /// What the script says of an answer, on the page of results and below every field.
    private static let words =
        ["no_community", "no_community_what", "no_community_where", "nearest"]
        + ["role", "topic", "related", "same", "parent", "child", "sibling", "any", "other"].map { "why_\($0)" }
    private static let mostIgnored = 300
    private static let mostLanguages = 8

    private static func index(
        of site: SiteGraph, _ derived: Derived, _ strings: Strings, _ ignored: [String], _ href: (String) -> String
    ) -> SearchIndex {
        let language = strings.language
        let prefix = site.prefix(of: language)
        func label(_ folder: String) -> @Sendable (String) -> String {
            { value in site.routes["\(folder)/\(value)/"].map { short(site[$0].title(in: language).text) } ?? value }
        }
        var builder = SearchIndexBuilder(
            language: language,
            facets: [
                ("kind", { strings["kind_\($0)"] }), ("government", label("governments")), ("role", label("roles")),
                ("topic", label("topics")),
            ], ignored: ignored,
            words: words.map { ($0, strings["search_\($0)"]) })
        let hasReal = site.communities.contains { !site.isExample(site[$0]) }
        // Neighbors in the index share files, so similar documents come together.
        for kind in order {
            for id in site.all(kind) where !site[id].isIntroduction {
                var document = document(id, site, derived, strings, url: href(prefix + site[id].route))
                document.standing = standing(of: site[id], site, hasReal: hasReal)
                builder.add(document)
            }
        }
        for route in SiteGraph.generatedRoutes.sorted() where route != "search/" {
            builder.add(section(route, site, strings, url: href(prefix + route)))
        }
        return builder.index()
    }

    /// A page that the program makes, with what introduces it.
    private static func section(_ route: String, _ site: SiteGraph, _ strings: Strings, url: String) -> SearchDocument {
        let own = strings.section(route)
        let item = site.introductions[route].map { site[$0] }
        let title = item.flatMap { $0.common.title == nil ? nil : $0.title(in: strings.language).text } ?? own.text
        return SearchDocument(
            title: short(title), url: url, kind: strings["kind_page"],
            summary: item.flatMap { $0.text($0.common.summary, in: strings.language)?.text } ?? own.lead,
            sections: item.flatMap { item in item.bodies[item.bodyLanguage(for: strings.language)].map(sections) }
                ?? [], facets: ["kind": ["page"]])
    }

    /// Those first that are offered first.
    private static let order: [Kind] =
        [.community] + TermKind.allCases.map(\.kind)
        + Kind.allCases.filter { $0 != .community && $0 != .home && $0.termKind == nil }

    private static func document(_ id: ItemID, _ site: SiteGraph, _ derived: Derived, _ strings: Strings, url: String)
        -> SearchDocument
    {
        let item = site[id]
        let language = strings.language
        let relations = site[relationsOf: id]
        // What belongs to a community is for the same people as the community.
        let around = item.community.map { site[relationsOf: $0] }
        func terms(_ own: [ItemID], _ around: [ItemID]?) -> [ItemID] {
            Array((own.isEmpty ? around ?? [] : own).prefix(mostValues))
        }
        let governments = terms(relations.governments, around?.governments)
        let roles = terms(relations.roles, around?.roles)
        let topics = terms(relations.topics, around?.topics)
        // A term's own page is among those that have the term.
        func ids(_ kind: Kind, _ terms: [ItemID]) -> [String] {
            site.withParents(item.kind == kind ? [id] : terms, atMost: 2 * mostValues).map { site[$0].id }
        }
        let titles = item.kind == .community ? allTitles(of: governments + roles + topics, site, language) : []
        let body = item.bodies[item.bodyLanguage(for: language)]
        let facts = facts(of: id, site, derived, strings).joined(separator: "\n")
        return SearchDocument(
            title: short(site.title(of: id, strings).text), url: url, kind: strings["kind_\(item.kind.rawValue)"],
            context: context(of: id, site, strings),
            names: item.common.alsoKnownAs.items().prefix(mostValues).map { short($0.value) },
            related: (titles.prefix(mostValues) + [item.id]).map(short),
            summary: item.text(item.common.summary, in: language)?.text,
            sections: (body.map(sections) ?? [])
                + (facts.isEmpty ? [] : [SearchDocument.Section(anchor: "", heading: "", text: facts[...])]),
            facets: [
                "kind": [item.kind.rawValue], "government": ids(.government, governments), "role": ids(.role, roles),
                "topic": ids(.topic, topics),
            ].filter { !$0.value.isEmpty },
            isName: item.kind == .community || item.kind.termKind != nil,
            parent: facets.contains(item.kind.rawValue) ? relations.parent.map { site[$0].id } : nil)
    }

    /// A job has many titles: anyone who types another one means this.
    private static func allTitles(of terms: [ItemID], _ site: SiteGraph, _ language: String) -> [String] {
        terms.flatMap {
            [site[$0].title(in: language).text] + site[$0].common.alsoKnownAs.items().prefix(mostNames).map(\.value)
        }
    }

    /// Where the chapters about the program are: how a page is written. Other handbooks may have copied them.
    static let aboutProgram = "handbook/writing/"

    /// - Parameter hasReal: whether any community is real; if none is, there are only made-up ones.
    private static func standing(of item: Item, _ site: SiteGraph, hasReal: Bool) -> SearchDocument.Standing {
        if hasReal, site.isExample(item) { return .example }
        if item.kind == .chapter, item.route.hasPrefix(aboutProgram) { return .guide }
        if case .community(let community) = item.entry, community.hasEnded(on: site.today) { return .past }
        return .usual
    }

    /// What a page says beside its text, as far as it says so.
    private static func facts(of id: ItemID, _ site: SiteGraph, _ derived: Derived, _ strings: Strings) -> [String] {
        let item = site[id]
        let language = strings.language
        let relations = site[relationsOf: id]
        func text(_ value: Located<LocalizedText>?) -> [String] {
            item.text(value, in: language).map { [$0.text] } ?? []
        }
        func names(_ references: [Reference]) -> [String] {
            references.map { reference in
                switch reference {
                case .item(let id): site[id].title(in: language).text
                case .name(let name): name
                }
            }
        }
        switch item.entry {
        case .community(let community):
            return text(community.eligibility) + text(community.meets)
                + names(relations.organisations)
                + (community.wants.items() + community.offers.items()).map(\.value)
                + derived.skills.coverage(of: id).prefix(mostValues).map { skill in
                    site.routes["skills/\(skill.skill)/"].map { site[$0].title(in: language).text } ?? skill.skill
                }
        case .event(let event):
            return text(event.place) + event.access.items().map(\.value) + names(relations.hosts + relations.speakers)
                + event.agenda.items().flatMap { text($0.value.title) }
        case .writeup(let writeup):
            return text(writeup.outcome) + item.texts(writeup.decisions, in: language).map(\.text)
                + writeup.actions.items().flatMap { text($0.value.what) } + names(relations.authors)
        case .backlog(let backlog): return backlog.topics.items().flatMap { text($0.value.title) }
        case .members(let members):
            let privacy = MemberPrivacy(site)
            return names(zip(members.members.items(), relations.people).filter { privacy.names($0.0.value) }.map(\.1))
        case .person:
            return names(relations.organisations + relations.roles.map { .item($0) })
                + (derived.communitiesOfPerson[id] ?? []).map { site[$0.community].title(in: language).text }
        case .resource: return relations.roles.map { site[$0].title(in: language).text }
        default: return []
        }
    }

    /// A community's governments; the community and the day of what it does.
    private static func context(of id: ItemID, _ site: SiteGraph, _ strings: Strings) -> String? {
        let item = site[id]
        var parts: [String] = []
        if item.kind == .community {
            parts = site[relationsOf: id].governments.prefix(2).map { site[$0].title(in: strings.language).text }
        }
        if item.kind != .community, let community = item.community, !item.isUntitledPart {
            parts.append(site[community].title(in: strings.language).text)
        }
        switch item.entry {
        case .event(let event): parts += event.starts.map { [strings.date($0.value)] } ?? []
        case .writeup(let writeup): parts += writeup.date.map { [strings.date($0.value)] } ?? []
        default: break
        }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    /// The text by its headings, which are lines of it.
    private static func sections(of body: Rendered) -> [SearchDocument.Section] {
        var sections: [SearchDocument.Section] = []
        var (anchor, heading) = ("", "")
        let text = body.plainText
        var (start, line) = (text.startIndex, text.startIndex)
        var next = 0
        func close(at end: String.Index) {
            if start < end || !heading.isEmpty {
                sections.append(SearchDocument.Section(anchor: anchor, heading: heading, text: text[start..<end]))
            }
        }
        while next < body.outline.count, line < text.endIndex {
            let end = text.utf8[line...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
            if text.utf8[line..<end].elementsEqual(body.outline[next].text.utf8) {
                close(at: line)
                (anchor, heading) = (body.outline[next].id, body.outline[next].text)
                start = end
                next += 1
            }
            line = end < text.endIndex ? text.utf8.index(after: end) : end
        }
        close(at: text.endIndex)
        return sections
    }
}
