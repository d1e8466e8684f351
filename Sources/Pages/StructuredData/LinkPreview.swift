internal import Content
internal import Site
internal import Text
internal import Theme

/// What other sites and messengers show of a page where somebody pastes its address: the elements of the Open Graph
/// protocol (ogp.me), and the few names that readers of pages and X look for besides.
///
/// As `StructuredData`, it says what the page says, and nothing of a site that asks search engines to stay away.
/// Addresses, of the page and of its picture, have to be whole, so without a `base_url` there are none.
struct LinkPreview {
    private let scope: PageScope
    private let head: PageHead
    private let subject: PlannedPage.Subject
    private let address: String?

    init(_ subject: PlannedPage.Subject, _ head: PageHead, address: String?) {
        scope = head.scope
        self.head = head
        self.subject = subject
        self.address = address
    }

    func append(to out: inout [UInt8]) {
        guard scope.site.settings.indexed?.value != false else { return }
        if case .notFound = subject { return }
        property("og:site_name", scope.siteTitle, to: &out)
        property("og:title", head.title.text, to: &out)
        if !head.description.isEmpty { property("og:description", head.description, to: &out) }
        property("og:type", writeup == nil ? "website" : "article", to: &out)
        property("og:url", address, to: &out)
        property("og:locale", locale(scope.language), to: &out)
        for language in scope.site.languages where language != scope.language {
            property("og:locale:alternate", locale(language), to: &out)
        }
        let hasPicture = appendPicture(to: &out)
        name("twitter:card", hasPicture ? "summary_large_image" : "summary", to: &out)
        appendArticle(to: &out)
    }

    private func appendPicture(to out: inout [UInt8]) -> Bool {
        guard let base = scope.shared.baseURL, let picture = scope.site.linkPicture(of: entry) else { return false }
        property("og:image", base + PercentEncoding.path(SiteGraph.address(ofAsset: picture.path)), to: &out)
        property("og:image:width", String(picture.size.width), to: &out)
        property("og:image:height", String(picture.size.height), to: &out)
        let alt = picture.alt?.text(in: scope.language, fileLanguage: picture.language).text
        property("og:image:alt", alt, to: &out)
        return true
    }

    /// When a write-up is from, and who wrote it.
    private func appendArticle(to out: inout [UInt8]) {
        guard let (id, writeup) = writeup else { return }
        property("article:published_time", writeup.date?.value.isoDate, to: &out)
        let authors = scope.speakable(
            scope.site[relationsOf: id].authors, writtenAs: writeup.authors.items().map(\.value))
        for author in authors {
            switch author {
            case .item(let person):
                name("author", scope.title(of: person).text, to: &out)
                property(
                    "article:author",
                    scope.shared.baseURL.map { $0 + scope.url(of: person).dropFirst(scope.root.count) }, to: &out)
            case .name(let text): name("author", text, to: &out)
            }
        }
    }

    /// The entry that the page is about.
    private var entry: ItemID? {
        switch subject {
        case .item(let id), .manager(let id), .months(let id): id
        case .section(_, let introduction): introduction
        default: nil
        }
    }

    private var writeup: (ItemID, Writeup)? {
        guard case .item(let id) = subject, case .writeup(let writeup) = scope.site[id].entry else { return nil }
        return (id, writeup)
    }

    /// Language and territory, as the protocol has them: `cy_GB`.
    private func locale(_ language: String) -> String? {
        scope.shared.strings[language].flatMap { $0.has("locale") ? $0["locale"] : nil }
    }

    private func property(_ name: String, _ value: String?, to out: inout [UInt8]) {
        append("property", name, value, to: &out)
    }

    private func name(_ name: String, _ value: String?, to out: inout [UInt8]) {
        append("name", name, value, to: &out)
    }

    private func append(_ attribute: StaticString, _ name: String, _ value: String?, to out: inout [UInt8]) {
        guard let value else { return }
        out.append("<meta ")
        out.append(attribute)
        out.append("=\"")
        out.append(contentsOf: name.utf8)
        out.append("\" content=\"")
        HTMLEscape.append(value, to: &out)
        out.append("\">\n")
    }
}
