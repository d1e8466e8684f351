internal import Foundation

/// An address that can be requested: of the web, whole, without a fragment, in ASCII as a request needs it.
struct WebAddress: Sendable, Hashable {
    /// Such as `https://www.example.org/a%20page?x=1`.
    let text: String
    /// In lower case, as looked up: international names in their ASCII form, and IPv6 without brackets.
    let host: String
    let port: Int
    /// Empty or `/…`.
    let path: String
    let query: String?

    /// - Parameter written: as content has it. Without a scheme, https is taken.
    /// - Returns: `nil` for what is not an address of the web, or holds a name and password.
    init?(_ written: String) {
        self.init(URL(string: Punycode.address(written.hasPrefix("//") ? "https:" + written : written)))
    }

    /// Where an answer redirects to.
    init?(_ location: String, from address: WebAddress) {
        let whole = location.hasPrefix("//") ? address.scheme + ":" + location : location
        self.init(URL(string: Punycode.address(whole), relativeTo: URL(string: address.text)))
    }

    private init?(_ url: URL?) {
        guard let url, var parts = URLComponents(url: url, resolvingAgainstBaseURL: true),
            let scheme = parts.scheme?.lowercased(), scheme == "https" || scheme == "http",
            parts.percentEncodedUser == nil, parts.percentEncodedPassword == nil,
            let host = parts.encodedHost?.lowercased(), Self.isPlain(host)
        else { return nil }
        parts.fragment = nil
        parts.scheme = scheme
        parts.encodedHost = host
        guard let text = parts.string, text.utf8.count <= Self.longest,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), (1...65_535).contains(parts.port ?? 1)
        else { return nil }
        self.text = text
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        port = parts.port ?? (scheme == "https" ? 443 : 80)
        path = parts.percentEncodedPath
        query = parts.percentEncodedQuery
    }

    private var scheme: String { String(text.prefix { $0 != ":" }) }

    /// In bytes; servers take some 8,000 at most, and nobody reads that much.
    private static let longest = 2_000

    /// Letters, digits, dots and hyphens, or an IPv6 address: programs may read anything else in a host in different
    /// ways.
    private static func isPlain(_ host: String) -> Bool {
        let isNumeric = host.hasPrefix("[") && host.hasSuffix("]")
        return !host.isEmpty
            && host.utf8.allSatisfy { byte in
                (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 46 || byte == 95
                    || isNumeric && (byte == 58 || byte == 91 || byte == 93)
            }
    }

    /// Whether its host is reserved for examples (RFC 2606, RFC 6761).
    var isExample: Bool {
        let labels = host.split(separator: ".")
        return ["example", "invalid", "test"].contains(labels.last ?? "")
            || labels.count >= 2 && labels[labels.count - 2] == "example"
                && ["com", "net", "org"].contains(labels[labels.count - 1])
    }

    var parts: [Substring] { path.split(separator: "/") }

    func isAtSameHost(as other: WebAddress) -> Bool { bareHost == other.bareHost }

    private var bareHost: Substring { host.hasPrefix("www.") ? host.dropFirst(4) : host[...] }

    /// Whether it equals another but for scheme, `www.` and a slash at the end: such a link need not be rewritten.
    func isNearlySame(as other: WebAddress) -> Bool {
        isAtSameHost(as: other) && parts == other.parts && query == other.query
    }
}
