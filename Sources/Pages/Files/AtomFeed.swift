internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

/// The newest write-ups as a feed (RFC 4287). Made only when the site's address is known, which a feed needs.
struct AtomFeed {
    private let shared: SiteRenderer
    private let page: PlannedPage
    private let scope: PageScope
    private static let limit = 50

    init(_ shared: SiteRenderer, _ page: PlannedPage) {
        self.shared = shared
        self.page = page
        scope = shared.scope(of: page)
    }

    func render() -> [UInt8] {
        let site = shared.site
        let base = shared.baseURL ?? ""
        let prefix = site.prefix(of: page.language)
        let writeups = shared.derived.writeups.prefix(Self.limit)
        // A feed that changes when nothing new was written would wake every reader for nothing.
        let updated = writeups.first.map(timestamp) ?? "1970-01-01T00:00:00Z"
        var out =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
            + "xml:lang=\"\(page.language)\">\n"
        out += "  <title>\(xml(scope.siteTitle)) – \(xml(scope.strings["section_writeups_title"]))</title>\n"
        out += "  <id>\(xml(base + prefix))feed.xml</id>\n  <link rel=\"self\" href=\"\(xml(base + page.route))\"/>\n"
        out +=
            "  <link rel=\"alternate\" href=\"\(xml(base + shared.href(prefix + "writeups/")))\"/>\n  "
            + "<updated>\(updated)</updated>\n"
        out += "  <author><name>\(xml(scope.siteTitle))</name></author>\n"
        for id in writeups {
            out += entry(id, base + shared.href(prefix + site[id].route), id: base + prefix + site.identity(of: id))
        }
        return Array((out + "</feed>\n").utf8)
    }

    /// - Parameter identity: by which feed readers know it; it stays when the write-up moves.
    private func entry(_ id: ItemID, _ url: String, id identity: String) -> String {
        let item = shared.site[id]
        let title = scope.title(of: id)
        let summary =
            item.text(item.common.summary, in: page.language)?.text ?? item.bodies[
                item.bodyLanguage(for: page.language)]?.firstParagraph ?? ""
        var out =
            "  <entry>\n    <title>\(xml(title.text))</title>\n    <id>\(xml(identity))</id>\n    <link "
            + "href=\"\(xml(url))\"/>\n"
        out += "    <updated>\(timestamp(id))</updated>\n"
        for author in shared.site[relationsOf: id].authors {
            let name =
                switch author {
                case .item(let person): scope.title(of: person).text
                case .name(let name): name
                }
            out += "    <author><name>\(xml(name))</name></author>\n"
        }
        if !summary.isEmpty { out += "    <summary>\(xml(summary))</summary>\n" }
        return out + "  </entry>\n"
    }

    private func timestamp(_ id: ItemID) -> String {
        guard case .writeup(let writeup) = shared.site[id].entry, let date = writeup.date?.value else {
            return "1970-01-01T00:00:00Z"
        }
        return date.firstDay.date.isoDate + "T00:00:00Z"
    }

    private func xml(_ text: String) -> String { HTMLEscape.text(text) }
}
