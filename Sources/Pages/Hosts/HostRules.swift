internal import Site
internal import Text

/// How the site is to be served: what all files for hosts are written from.
struct HostRules {
    /// The path of the home page, such as `/` or `/communities/`.
    let base: String
    /// Old addresses and where they lead, both whole paths. Only those that need no escaping in any file: the others
    /// redirect with their pages, as on hosts without such a file.
    let redirections: [(from: String, to: String)]
    /// Feeds, whose name does not say their type, as whole paths.
    let feeds: [String]
    /// The same as in the pages themselves, for files that are not pages.
    static let headers = [
        ("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'self'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
    /// The names of files below `assets/` change with what is in them.
    static let keeps = "public, max-age=31536000, immutable"
    static let asks = "no-cache"
    /// What servers are to compress.
    static let compressed =
        MediaType.all.values.filter {
            MediaType.isText($0) || $0.hasSuffix("json") || $0.hasSuffix("xml")
        }.sorted() + [MediaType.feed]

    /// - Parameter atRoot: whether the host reads its files only where the site is in its root.
    init(_ shared: SiteRenderer, atRoot: Bool) {
        let base = atRoot ? "/" : Self.base(of: shared.baseURL) ?? "/"
        self.base = base
        redirections = shared.pages.compactMap { page in
            guard case .redirect(let target) = page.subject else { return nil }
            let from = base + page.route
            let to = base + shared.href(shared.site.prefix(of: page.language) + shared.site[target].route)
            return Self.isPlain(from) && Self.isPlain(to) ? (from, to) : nil
        }
        feeds = shared.pages.compactMap { page in
            guard case .feed = page.subject, Self.isPlain(base + page.route) else { return nil }
            return base + page.route
        }
    }

    /// The path of an address, ending in `/`; `nil` where it would have to be escaped.
    static func base(of address: String?) -> String? {
        guard let address else { return "/" }
        let rest = address.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" }
        let path = rest.hasSuffix("/") ? String(rest) : rest + "/"
        return isPlain(path) && !path.contains("//") ? path : nil
    }

    /// Letters, digits and the signs that neither an address nor a configuration reads as anything else.
    private static func isPlain(_ path: String) -> Bool {
        path.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"): true
            default: false
            }
        }
    }
}
