internal import Markdown
internal import Text
internal import Theme

/// How to reach somebody, as it was written: an address that may be linked, an e-mail address, or words.
enum ContactWay {
    /// The address for a link, and what the link says.
    case link(url: String, shown: String)
    case text

    init(_ text: String) {
        let isOneWord = !text.contains { $0.isWhitespace }
        if isOneWord, URLPolicy.isExternal(text), URLPolicy.isAllowed(text) {
            let url = URLPolicy.absolute(text)
            self = .link(url: url, shown: Self.host(of: url))
        } else if isOneWord, Self.isMailAddress(text) {
            self = .link(url: "mailto:" + text, shown: text)
        } else {
            self = .text
        }
    }

    private static func isMailAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.contains { "?&%,;:<>\"'/\\".contains($0) }
    }

    /// `example.gov` of `https://user@example.gov/path`, and the text after `mailto:` or `tel:`. A backslash ends it
    /// too, as in browsers (WHATWG URL).
    static func host(of url: String) -> String {
        if let start = url.firstRange(of: "://")?.upperBound {
            let authority = url[start...].prefix { !"/?#\\".contains($0) }
            return String(authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority)
        }
        guard let colon = url.firstIndex(of: ":") else { return url }
        return String(url[url.index(after: colon)...])
    }

    /// The host and what comes after it, where the host alone would not say which page of it.
    static func hostAndPath(of url: String) -> String {
        guard let start = url.firstRange(of: "://")?.upperBound else { return host(of: url) }
        let path = url[start...].drop { !"/?#\\".contains($0) }
        return host(of: url) + (path == "/" ? "" : String(path))
    }
}
