internal import Markdown
internal import Text
internal import Theme

/// How to reach somebody, as it was written: an address that may be linked, an e-mail address, or words.
enum ContactWay {
    /// The address for a link, and what the link says.
    case link(url: String, shown: String)
    case text

    init(_ text: String) {
        let isOneWord = !text.unicodeScalars.contains { $0.isASCII ? $0.value <= 0x20 : $0.properties.isWhitespace }
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
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.utf8.contains(where: notInMailAddress)
    }

    private static func notInMailAddress(_ byte: UInt8) -> Bool { "?&%,;:<>\"'/\\".utf8.contains(byte) }

    /// `example.gov` of `https://user@example.gov/path`, and the text after `mailto:` or `tel:`. A backslash ends it
    /// too, as in browsers (WHATWG URL).
    static func host(of url: String) -> String {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return url }
        let rest = url[colon...].dropFirst()
        guard rest.hasPrefix("//") else { return String(rest) }
        let authority = rest.utf8.dropFirst(2).prefix { !endsAuthority($0) }
        return String(Substring(authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last!))
    }

    /// The host and what comes after it, where the host alone would not say which page of it.
    static func hostAndPath(of url: String) -> String {
        guard let start = url.firstRange(of: "://")?.upperBound else { return host(of: url) }
        let path = Substring(url.utf8[start...].drop { !endsAuthority($0) })
        return host(of: url) + (path == "/" ? "" : String(path))
    }

    private static func endsAuthority(_ byte: UInt8) -> Bool { "/?#\\".utf8.contains(byte) }
}
