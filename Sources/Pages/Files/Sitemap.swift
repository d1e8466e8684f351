internal import Markdown
internal import Site
internal import Text
internal import Theme

/// The addresses of all pages for search engines (sitemaps.org).
struct Sitemap {
    /// So many addresses a file may hold.
    static let limit = 50_000
    private let shared: SiteRenderer
    private let part: Int?

    init(_ shared: SiteRenderer, part: Int?) {
        self.shared = shared
        self.part = part
    }

    func render() -> [UInt8] {
        let base = HTMLEscape.text(shared.baseURL ?? "")
        let listed = shared.pages.filter(\.isListed)
        var out = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
        if part == nil, listed.count > Self.limit {
            out += "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8
            for number in 1...((listed.count - 1) / Self.limit + 1) {
                out += "<sitemap><loc>\(base)sitemap-\(number).xml</loc></sitemap>\n".utf8
            }
            return out + Array("</sitemapindex>\n".utf8)
        }
        out += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8
        for page in listed.dropFirst((part ?? 0) * Self.limit).prefix(Self.limit) {
            out += "<url><loc>\(base)\(HTMLEscape.text(shared.href(page.route)))</loc></url>\n".utf8
        }
        return out + Array("</urlset>\n".utf8)
    }
}
