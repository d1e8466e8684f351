internal import Text

/// Addresses as Markdown takes them.
enum MarkdownAddress {
    /// The path of a file: signs that mean something in an address are escaped, and one with spaces is put between `<`
    /// and `>`.
    ///
    /// - Parameter suffix: the text after it, such as `#page=2`.
    static func of(file path: String, suffix: String) -> String { between(escaped(path) + suffix) }

    /// - Parameter address: of this site or another, with spaces in it.
    static func of(_ address: String) -> String {
        if URLPolicy.isExternal(address) { return address.replacing(" ", with: "%20") }
        let url = LinkPath(address)
        // A heading is named by its anchor, in which hyphens are its spaces.
        guard let fragment = url.fragment, fragment.contains(" ") else { return between(address) }
        let query = url.query.map { "?" + $0 } ?? ""
        return between(url.path + query + "#" + Slug.of(LinkPath.decoded(fragment)))
    }

    private static func between(_ address: String) -> String {
        let needs = address.utf8.contains { " ()<>".utf8.contains($0) }
        if !needs { return address }
        return address.utf8.contains(where: { "<>".utf8.contains($0) })
            ? PercentEncoding.path(address) : "<\(address)>"
    }

    /// - Parameter path: of a file on the disk.
    static func escaped(_ path: String) -> String {
        guard path.utf8.contains(where: { "%#?".utf8.contains($0) }) else { return path }
        return path.replacing("%", with: "%25").replacing("#", with: "%23").replacing("?", with: "%3F")
    }
}
