internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

/// The newest write-ups of a site, a community or a term, new communities, or new events as a feed (RFC 4287).
///
/// What readers were seen to do (feedparser 6.0.14, newsboat 2.21): a text without a language of its own gets that of
/// the feed, so each says which it is in; an entry with one id is shown in only one of two feeds, so an id is that of
/// the feed too; times are shown by the reader's clock, so the hour is one at which it is the same day for most.
struct AtomFeed {
    private let scope: PageScope
    private let route: String
    private let subject: Feeds.Subject
    private let base: String
    /// What the names of its entries begin with.
    private let nameOfFeed: String

    /// In bytes: how much of texts a feed holds. Later entries have only their summaries, as in the feeds of terms,
    /// because there are many of these.
    private static let mostText = 400_000
    /// It is the day that it is meant to be from Hawaii to New Zealand.
    private static let hour = "T10:00:00Z"

    init(of subject: Feeds.Subject, _ page: PlannedPage, _ shared: SiteRenderer) {
        (self.subject, route) = (subject, page.route)
        base = shared.baseURL ?? ""
        // Its links are whole: readers know no address of the page that they show.
        scope = PageScope(shared, language: page.language, root: base)
        nameOfFeed = Self.name(of: subject, scope)
    }

    func render() -> [UInt8] {
        let entries = scope.shared.feeds.entries(of: subject)
        // A feed that changes when nothing new was written would wake every reader for nothing.
        let updated = entries.map { times(of: $0).updated }.max() ?? Self.unknown
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
        var room = hasTexts ? Self.mostText : 0
        var names: Set<String> = []
        for id in entries {
            // Two pages may say that they had one address before.
            let identity = scope.site.identity(of: id)
            let name = names.insert(identity).inserted ? identity : identity + scope.site[id].route
            appendEntry(id, tag(name), &room, to: &out)
        }
        out.append("</feed>\n")
        return out
    }

    /// Community or term.
    private var owner: ItemID? {
        if case .writeups(let owner) = subject { owner } else { nil }
    }

    /// As a route.
    private static func section(of subject: Feeds.Subject) -> String {
        switch subject {
        case .writeups: "writeups/"
        case .newCommunities: "communities/"
        case .newEvents: "events/"
        }
    }

    private var title: String {
        [scope.siteTitle, owner.map { scope.title(of: $0).text }, scope.sectionTitle(Self.section(of: subject)).text]
            .compactMap(\.self)
            .joined(separator: " – ")
    }

    private var page: String { owner.map { scope.url(of: $0) } ?? scope.url(section: Self.section(of: subject)) }

    private var hasTexts: Bool { owner.map { scope.site[$0].kind == .community } ?? true }

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
        let (text, language) = summary(of: id, bodyLanguage)
        if !text.isEmpty { line("    <summary xml:lang=\"\(language)\">", text, "</summary>", to: &out) }
        appendContent(of: id, bodyLanguage, &room, to: &out)
        out.append("  </entry>\n")
    }

    /// Of an event it begins with when that is, in the language of the feed.
    private func summary(of id: ItemID, _ bodyLanguage: String) -> (text: String, language: String) {
        let item = scope.site[id]
        let first = item.bodies[bodyLanguage]?.firstParagraph ?? ""
        let (text, language) = item.text(item.common.summary, in: scope.language) ?? (first, bodyLanguage)
        guard case .event(let event) = item.entry, let when = scope.when(id, event) else { return (text, language) }
        return text.isEmpty ? (when, scope.language) : ("\(when) · \(text)", language)
    }

    /// The text of an entry, if there is room for it.
    private func appendContent(of id: ItemID, _ language: String, _ room: inout Int, to out: inout [UInt8]) {
        guard room > 0, scope.site[id].bodies[language] != nil else { return }
        var body: [UInt8] = []
        scope.appendBody(of: id, here: scope.url(of: id), to: &body)
        guard !body.isEmpty, body.count <= room else { return }
        room -= body.count
        let direction = TextDirection.of(language).rawValue
        let html = String(decoding: FeedText.of(body, from: scope.url(of: id)), as: UTF8.self)
        line(
            "    <content type=\"html\" xml:lang=\"\(language)\">",
            "<div lang=\"\(language)\" dir=\"\(direction)\">\n\(html)</div>", "</content>", to: &out)
    }

    // MARK: Names and times

    /// Of an entry in this feed, or of the feed: a name that stays when pages move (RFC 4151). Language and owner are
    /// part of it, because newsboat shows an entry with one id in only one of two feeds.
    private func tag(_ name: String) -> String { nameOfFeed + PercentEncoding.path(name) }

    private static func name(of subject: Feeds.Subject, _ scope: PageScope) -> String {
        let feed =
            switch subject {
            case .writeups(let owner): (owner.map { scope.site.identity(of: $0) } ?? "") + scope.language
            case .newCommunities, .newEvents: "new/\(section(of: subject))\(scope.language)"
            }
        return "tag:\(EventUID.plain(scope.site.authority)),2026:\(PercentEncoding.path(feed + "/"))"
    }

    private static let unknown = "1970-01-01T00:00:00Z"

    private func times(of id: ItemID) -> (published: String, updated: String) {
        let item = scope.site[id]
        let history = scope.shared.feeds.history
        let changed = history.dayChanged(item, in: item.bodyLanguage(for: scope.language))
        let (published, updated): (CivilDay?, CivilDay?) =
            switch item.entry {
            case .writeup(let writeup): (writeup.date?.value.firstDay, writeup.corrected?.value.firstDay ?? changed)
            // Anyone who follows new communities need not hear of each change to an old one.
            case .community: (history.dayAdded(id, in: scope.site), nil)
            default: (history.dayAdded(id, in: scope.site), changed)
            }
        guard let published else { return (Self.unknown, Self.unknown) }
        return (published.date.isoDate + Self.hour, max(published, updated ?? published).date.isoDate + Self.hour)
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
