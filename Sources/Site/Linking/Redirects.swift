internal import Content
internal import Diagnostics

/// Old addresses, and the pages that they lead to.
enum Redirects {
    /// Sorted by the old address, each once.
    static func find(in site: SiteGraph) -> (found: [(from: String, to: ItemID)], problems: [Diagnostic]) {
        var problems: [Diagnostic] = []
        var seen: Set<String> = []
        var found: [(from: String, to: ItemID)] = []
        for (index, item) in site.items.enumerated() {
            for old in item.common.redirectFrom.items() {
                guard let route = Self.route(ofOldPath: old.value) else {
                    problems.append(
                        SiteRules.badRedirect.at(
                            old.range, in: item.path,
                            "`\(old.value)` cannot be an old address: write a path such as `old/page/`, without `..` "
                                + "and `?`."
                        ))
                    continue
                }
                // An item that moved back to where it began: it is remembered by that address.
                if route == item.route { continue }
                let isTranslated = site.languages.dropFirst().contains { route.hasPrefix($0 + "/") }
                if site.routes[route] != nil || isTranslated || SiteGraph.generatedRoutes.contains(route)
                    || !seen.insert(route).inserted || route.isEmpty
                {
                    problems.append(
                        SiteRules.badRedirect.at(
                            old.range, in: item.path, "`/\(route)` is in use, so it cannot lead here.",
                            help: "Remove it from `redirect_from`, unless the page that is there now goes away."))
                    continue
                }
                found.append((route, ItemID(index)))
            }
        }
        return (found.sorted { $0.from < $1.from }, problems)
    }

    /// The first of an item's old addresses; `nil` where it has none that can be one.
    static func oldestAddress(of item: Item) -> String? {
        item.common.redirectFrom.items().first.flatMap { Self.route(ofOldPath: $0.value) }
    }

    /// `/old/page.html`, `old/page`, `old/page/index.html` → `old/page.html` or `old/page/`; `nil` for what no folder
    /// can hold.
    private static func route(ofOldPath text: String) -> String? {
        var parts = text.split(separator: "/").map(String.init)
        if parts.last == "index.html" { parts.removeLast() }
        let isSafe = parts.allSatisfy { part in
            part != "." && part != ".." && !part.hasPrefix(".") && part.utf8.count <= 200
                && part.unicodeScalars.allSatisfy {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                        // The accent of a letter that is written as two signs.
                        || $0.properties.generalCategory == .nonspacingMark
                        || "-_.~+@ ".unicodeScalars.contains($0)
                }
        }
        // Files of these names say to hosts how to serve the site.
        let isFree = !["_headers", "_redirects"].contains(parts.first?.lowercased())
        // A dot elsewhere than before `html` could mean a file, where other pages need a folder.
        let hasPlainFolders =
            parts.dropLast().allSatisfy { !$0.contains(".") }
            && parts.last.map { !$0.contains(".") || $0.hasSuffix(".html") } ?? false
        guard isSafe, isFree, hasPlainFolders, let last = parts.last, !Reserved.folders.contains(parts[0].lowercased()),
            !Reserved.files.contains(parts.joined(separator: "/").lowercased()),
            parts.reduce(0, { $0 + $1.utf8.count + 1 }) <= 400
        else { return nil }
        return parts.joined(separator: "/") + (last.hasSuffix(".html") ? "" : "/")
    }
}
