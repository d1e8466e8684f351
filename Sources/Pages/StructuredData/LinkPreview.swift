internal import Content
internal import Pictures
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
        let isOfPage = appendPicture(to: &out)
        // The theme's picture says nothing of the page: it may be small, and cut to a square.
        name("twitter:card", isOfPage ? "summary_large_image" : "summary", to: &out)
        appendArticle(to: &out)
    }

    /// - Returns: whether the picture is the handbook's own.
    private func appendPicture(to out: inout [UInt8]) -> Bool {
        guard let base = scope.shared.baseURL else { return false }
        if let picture = scope.site.linkPicture(of: entry) {
            let alt = picture.alt?.text(in: scope.language, fileLanguage: picture.language).text
            appendPicture(
                at: base + PercentEncoding.path(SiteGraph.address(ofAsset: picture.path)), picture.size, alt, to: &out)
            return true
        }
        if let picture = scope.shared.linkPicture {
            appendPicture(at: base + picture.route, picture.size, scope.strings["link_preview_alt"], to: &out)
        }
        return false
    }

    private func appendPicture(at address: String, _ size: ImageSize, _ alt: String?, to out: inout [UInt8]) {
        property("og:image", address, to: &out)
        property("og:image:type", MediaType.ofFile(address), to: &out)
        property("og:image:width", String(size.width), to: &out)
        property("og:image:height", String(size.height), to: &out)
        property("og:image:alt", alt, to: &out)
    }

    /// The picture of the theme.
    struct ThemePicture {
        let route: String
        let size: ImageSize

        /// `nil` where no page shows it: without a `base_url`, on a site that asks search engines to stay away, where
        /// the site has a picture of its own, and where the file is no picture.
        init?(_ asset: ThemeAssets.Asset, in site: SiteGraph) {
            guard site.baseURL != nil, site.settings.indexed?.value != false, site.linkPicture(of: nil) == nil,
                let size = ImageSize(header: asset.bytes)
            else { return nil }
            route = asset.route
            self.size = size
        }
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
