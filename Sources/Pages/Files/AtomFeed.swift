internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

/// The newest write-ups of a site, a community or a term as a feed (RFC 4287).
///
/// What readers were seen to do (feedparser 6.0.14, newsboat 2.21): a text without a language of its own gets that of
/// the feed, so each says which it is in; an entry with one id is shown in only one of two feeds, so an id is that of
/// the feed too; times are shown by the reader's clock, so the hour is one at which it is the same day for most.
struct AtomFeed {
    private let scope: PageScope
    private let route: String
    private let owner: ItemID?
    private let base: String

    /// In bytes: how much of texts a feed holds. What comes after has its summary alone, as have the feeds of terms,
    /// of which there are many.
    private static let mostText = 400_000
    /// It is the day that it is meant to be from Hawaii to New Zealand.
    private static let hour = "T10:00:00Z"

    init(of owner: ItemID?, _ page: PlannedPage, _ shared: SiteRenderer) {
        (self.owner, route) = (owner, page.route)
        base = shared.baseURL ?? ""
        // Its links are whole: readers know no address of the page that they show.
        scope = PageScope(shared, language: page.language, root: base)
    }

    func render() -> [UInt8] {
        let writeups = scope.shared.feeds.writeups(of: owner)
        // A feed that changes when nothing new was written would wake every reader for nothing.
        let updated = writeups.map { times(of: $0).updated }.max() ?? Self.unknown
        var out: [UInt8] = []
        out.append(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        out.append(contentsOf: scope.language.utf8)
        out.append("\">\n")
        line("  <title>", title, "</title>", to: &out)
        line("  <id>", tag("feed"), "</id>", to: &out)
        line("  <link rel=\"self\" type=\"application/atom+xml\" href=\"", base + route, "\"/>", to: &out)
        line("  <link rel=\"alternate\" type=\"text/html\" href=\"", page, "\"/>", to: &out)
        line("  <updated>", updated, "</updated>", to: &out)
        line("  <author><name>", scope.siteTitle, "</name></author>", to: &out)
        var room = owner.map { scope.site[$0].kind == .community } ?? true ? Self.mostText : 0
        var names: Set<String> = []
        for id in writeups {
            // Two pages may say that they had one address before.
            let identity = scope.site.identity(of: id)
            let name = names.insert(identity).inserted ? identity : identity + scope.site[id].route
            appendEntry(id, tag(name), &room, to: &out)
        }
        out.append("</feed>\n")
        return out
    }

    private var title: String {
        let what = scope.strings["section_writeups_title"]
        return [scope.siteTitle, owner.map { scope.title(of: $0).text }, what].compactMap(\.self).joined(
            separator: " – ")
    }

    private var page: String { owner.map { scope.url(of: $0) } ?? scope.url(section: "writeups/") }

    private func appendEntry(_ id: ItemID, _ name: String, _ room: inout Int, to out: inout [UInt8]) {
        let item = scope.site[id]
        let (title, times) = (scope.title(of: id), times(of: id))
        let bodyLanguage = item.bodyLanguage(for: scope.language)
        out.append("  <entry>\n")
        line("    <title xml:lang=\"\(title.language)\">", title.text, "</title>", to: &out)
        line("    <id>", name, "</id>", to: &out)
        line("    <link rel=\"alternate\" type=\"text/html\" href=\"", scope.url(of: id), "\"/>", to: &out)
        line("    <published>", times.published, "</published>", to: &out)
        line("    <updated>", times.updated, "</updated>", to: &out)
        for author in scope.site[relationsOf: id].authors {
            let name =
                switch author {
                case .item(let person): scope.title(of: person).text
                case .name(let name): name
                }
            line("    <author><name>", name, "</name></author>", to: &out)
        }
        let summary = item.text(item.common.summary, in: scope.language)
        let first = item.bodies[bodyLanguage]?.firstParagraph ?? ""
        let (text, language) = summary ?? (first, bodyLanguage)
        if !text.isEmpty { line("    <summary xml:lang=\"\(language)\">", text, "</summary>", to: &out) }
        appendContent(of: id, bodyLanguage, &room, to: &out)
        out.append("  </entry>\n")
    }

    /// The text of an entry, if there is room for it.
    private func appendContent(of id: ItemID, _ language: String, _ room: inout Int, to out: inout [UInt8]) {
        guard room > 0, scope.site[id].bodies[language] != nil else { return }
        var body: [UInt8] = []
        scope.appendBody(of: id, here: scope.url(of: id), to: &body)
        guard !body.isEmpty, body.count <= room else { return }
        room -= body.count
        let direction = TextDirection.of(language).rawValue
        // Readers do not open what is closed, and leave out what opens it.
        let html = String(decoding: body, as: UTF8.self).replacing(#/<details[^>]*>/#, with: "<div>")
            .replacing("</details>", with: "</div>").replacing(#/<summary[^>]*>/#, with: "<p>")
            .replacing("</summary>", with: "</p>")
            // Footnotes, and the way back from them.
            .replacing("href=\"#", with: "href=\"\(HTMLEscape.text(scope.url(of: id)))#")
            // Signs beside headings that lead to themselves.
            .replacing(#/ ?<a class="anchor"[^>]*>[^<]*<\/a>/#, with: "")
        line(
            "    <content type=\"html\" xml:lang=\"\(language)\">",
            "<div lang=\"\(language)\" dir=\"\(direction)\">\n\(html)</div>", "</content>", to: &out)
    }

    // MARK: Names and times

    /// Of an entry in this feed, or of the feed: a name that stays when pages move (RFC 4151). Language and owner are
    /// part of it, because newsboat shows an entry with one id in only one of two feeds.
    private func tag(_ name: String) -> String {
        let feed = (owner.map { scope.site.identity(of: $0) } ?? "") + scope.language
        return "tag:\(EventUID.plain(scope.site.authority)),2026:\(PercentEncoding.path("\(feed)/\(name)"))"
    }

    private static let unknown = "1970-01-01T00:00:00Z"

    private func times(of id: ItemID) -> (published: String, updated: String) {
        guard case .writeup(let writeup) = scope.site[id].entry, let date = writeup.date?.value else {
            return (Self.unknown, Self.unknown)
        }
        let published = date.firstDay
        let corrected = writeup.corrected?.value.firstDay ?? published
        return (published.date.isoDate + Self.hour, max(published, corrected).date.isoDate + Self.hour)
    }

    // MARK: XML

    private func line(_ start: String, _ text: String, _ end: String, to out: inout [UInt8]) {
        out.append(contentsOf: start.utf8)
        HTMLEscape.append(Self.allowed(text), to: &out)
        out.append(contentsOf: end.utf8)
        out.append(10)
    }

    /// Without the signs that no XML document may hold (XML 1.0, 2.2).
    private static func allowed(_ text: String) -> String {
        func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value >= 0x20 ? scalar.value & 0xFFFE != 0xFFFE : [9, 10, 13].contains(scalar.value)
        }
        if text.unicodeScalars.allSatisfy(isAllowed) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
    }
}
