internal import Content
internal import Site
internal import Spreadsheet
internal import Text
internal import Theme

/// The site as JSON for other programs.
struct DataFiles {
    private let shared: SiteRenderer
    private var site: SiteGraph {
        _read { yield shared.site }
    }

    init(_ shared: SiteRenderer) { self.shared = shared }

    /// Every page for readers: an array of `url` (from the site's root), `kind`, `id`, `title`, `source`, `lang`.
    func pages() -> [UInt8] {
        Self.lines(
            shared.pages.filter(\.isListed).map { page in
                var out = JSONObject()
                let scope = shared.scope(of: page)
                switch page.subject {
                case .item(let id):
                    let item = site[id]
                    out.add("url", page.route)
                    out.add("kind", item.kind.rawValue)
                    out.add("id", item.id)
                    out.add(
                        "title",
                        item.kind == .home && item.common.title == nil
                            ? scope.siteTitle : scope.title(of: id).text)
                    out.add("source", item.translationPaths[page.language] ?? item.path)
                case .section(let route, let introduction):
                    out.add("url", page.route)
                    out.add("kind", route == "map/" ? "map" : route.isEmpty ? "home" : "list")
                    out.add("id", route.isEmpty ? "index" : String(route.dropLast()))
                    out.add(
                        "title",
                        route.isEmpty
                            ? scope.siteTitle
                            : introduction.flatMap {
                                site[$0].common.title == nil ? nil : site[$0].title(in: page.language).text
                            } ?? scope.sectionTitle(route).text)
                    out.add("source", introduction.map { site[$0].path })
                default: break
                }
                out.add("lang", page.language)
                return out.bytes
            })
    }

    /// Every community with the facts by which it is found, in the default language.
    func communities() -> [UInt8] {
        let language = site.defaultLanguage
        return Self.lines(
            site.communities.map { id in
                let item = site[id]
                guard case .community(let community) = item.entry else { return [] }
                let relations = site[relationsOf: id]
                func ids(_ items: [ItemID]) -> [String] { items.map { site[$0].id } }
                var out = JSONObject()
                out.add("id", item.id)
                out.add("name", item.title(in: language).text)
                out.add("url", shared.href(item.route))
                out.add("summary", item.text(item.common.summary, in: language)?.text)
                out.add("government", ids(relations.governments))
                out.add("organisation", name(relations.organisation))
                out.add("roles", ids(relations.roles))
                out.add("topics", ids(relations.topics))
                out.add("scope", community.scope?.value.rawValue)
                out.add("stage", community.stage?.value.rawValue)
                out.add("membership", community.membership?.value.rawValue)
                out.add("members", community.memberCount?.value.count?.value)
                out.add("members_as_of", community.memberCount?.value.asOf?.value.isoDate)
                out.add("as_of", item.common.asOf?.value.isoDate)
                out.add("verified", item.common.verified?.value.isoDate)
                out.add("closed", community.closed?.value.isoDate)
                return out.bytes
            })
    }

    /// The same as a sheet, which can be imported again.
    func communitiesCSV() -> [UInt8] { SheetExport.bytes(of: site) }

    private func name(_ reference: Reference?) -> String? {
        switch reference {
        case .item(let id): site[id].id
        case .name(let name): name
        case nil: nil
        }
    }

    /// A JSON array with one object a line, so that a change is one line of a diff.
    static func lines(_ objects: [[UInt8]]) -> [UInt8] {
        var out = Array("[\n".utf8)
        for (index, object) in objects.enumerated() {
            out += object
            out += index + 1 < objects.count ? ",\n".utf8 : "\n".utf8
        }
        return out + Array("]\n".utf8)
    }
}

/// A JSON object as it is written: keys in the order of adding; absent values are left out.
struct JSONObject {
    private var text: [UInt8] = [UInt8(ascii: "{")]

    var bytes: [UInt8] { text + [UInt8(ascii: "}")] }

    private mutating func key(_ key: String) {
        if text.count > 1 { text.append(UInt8(ascii: ",")) }
        JSONText.append(key, to: &text)
        text.append(UInt8(ascii: ":"))
    }

    mutating func add(_ name: String, _ value: String?) {
        guard let value else { return }
        key(name)
        JSONText.append(value, to: &text)
    }

    mutating func add(_ name: String, _ value: Int?) {
        guard let value else { return }
        key(name)
        text += String(value).utf8
    }

    /// - Parameter text: a number or a truth value, as JSON writes it.
    mutating func add(number name: String, _ text: String) {
        key(name)
        self.text += text.utf8
    }

    mutating func add(_ name: String, _ values: [String]) {
        key(name)
        text.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            JSONText.append(value, to: &text)
        }
        text.append(UInt8(ascii: "]"))
    }
}
