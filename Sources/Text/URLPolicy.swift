/// Which addresses content may lead to: an allow-list, used wherever a URL appears.
///
/// Reads addresses as browsers do (WHATWG URL): white space and control characters around and inside a scheme do not
/// hide it, case does not matter, and backslashes count as slashes.
public enum URLPolicy {
    /// The schemes a link may have.
    public static let schemes = ["http", "https", "mailto", "tel"]

    /// Whether a link may lead there: it is relative, or its scheme is on the list. An address with a control
    /// character is refused whatever it is, and so is a relative one whose first part looks like a scheme.
    public static func isAllowed(_ url: String) -> Bool {
        guard !url.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return false }
        guard let scheme = scheme(of: url) else { return true }
        return schemes.contains(scheme)
    }

    /// Whether it leads away from the site: it has a scheme or starts with two slashes of either kind.
    public static func isExternal(_ url: String) -> Bool {
        if scheme(of: url) != nil { return true }
        var visible = url.utf8.lazy.filter { $0 > 0x20 && $0 != 0x7F }.makeIterator()
        return isSlash(visible.next()) && isSlash(visible.next())
    }

    /// `//host/path` as an https address. A page that is opened from a disk would look for it on a file server of that
    /// name, and reveal to that server who reads. All other addresses stay as they are.
    public static func absolute(_ url: String) -> String {
        guard let first = url.utf8.first, isSlash(first) || first <= 0x20, scheme(of: url) == nil, isExternal(url)
        else { return url }
        let rest = url.utf8.drop { isSlash($0) || $0 <= 0x20 || $0 == 0x7F }
        return rest.isEmpty ? url : "https://" + String(decoding: rest, as: UTF8.self)
    }

    /// Whether an image may be shown from there: only from the site itself, so that no other host learns who reads.
    public static func isImageAllowed(_ url: String) -> Bool {
        isAllowed(url) && !isExternal(url)
    }

    /// In lower case, without its colon; `nil` for a relative address. The text before the first `:` counts if it has
    /// the letters of a scheme once white space and control characters are removed.
    static func scheme(of url: String) -> String? {
        var name = ""
        for byte in url.utf8 where byte > 0x20 && byte != 0x7F {
            switch byte {
            case UInt8(ascii: ":"): return name.isEmpty ? nil : name
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
            case UInt8(ascii: "a")...UInt8(ascii: "z"): name.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                guard !name.isEmpty else { return nil }
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default: return nil
            }
        }
        return nil
    }

    private static func isSlash(_ byte: UInt8?) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }
}
