/// Addresses of pages in the site's languages.
enum Routes {
    /// From a page to the site's root: `./` or `../` once a folder.
    static func root(from route: String) -> String {
        let depth = route.utf8.count { $0 == UInt8(ascii: "/") }
        return depth == 0 ? "./" : String(repeating: "../", count: depth)
    }
}
