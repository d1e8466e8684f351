/// The address of a published site, to which paths are added: `https` or `http`, a host, perhaps a path.
public enum SiteAddress {
    /// Letters, digits and the few signs that hosts and paths need; no query, fragment or anything that a page, a feed
    /// or `robots.txt` would have to escape.
    public static func isValid(_ text: String) -> Bool {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: text.hasPrefix) else { return false }
        let rest = text.dropFirst(scheme.count)
        return rest.first.map { $0.isLetter || $0.isNumber || $0 == "[" } ?? false
            && rest.utf8.allSatisfy {
                (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0)
                    || "-._~/:@%[]+".utf8.contains($0)
            }
    }
}
