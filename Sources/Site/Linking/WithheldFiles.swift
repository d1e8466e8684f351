internal import Content
internal import Markdown

/// Files that belong to pages that are not published: those that such a page links to, those that are named like it
/// (`plan.png` beside `plan.md`) and those in its folder (`plan/`).
///
/// They are published all the same where a page that is published links to them. Those in a folder with pages that are
/// published may belong to these.
struct WithheldFiles {
    /// By path in small letters: links name files in any.
    private var linked: [String: Absence] = [:]
    /// By path of the page, without `.md`, `/index.md` or `/README.md`.
    private var pages: [String: Absence] = [:]

    mutating func add(_ document: Document, _ reason: Absence) {
        for path in Self.targets(of: document.body, from: document.path) { linked[path.lowercased()] = reason }
        let entryPath = document.entryPath
        guard entryPath.language == nil, !entryPath.isIntroduction, entryPath.kind != .home else { return }
        pages[String(EntryPath.stem(ofPage: document.path))] = reason
    }

    mutating func add(_ item: Item, _ reason: Absence) {
        for path in Self.targets(of: item) { linked[path.lowercased()] = reason }
    }

    /// Files that are not published unless a page of these links to them.
    func candidates(among assets: [String], besides items: [Item]) -> [String: Absence] {
        guard !linked.isEmpty || !pages.isEmpty else { return [:] }
        let shared = Set(items.lazy.flatMap { Self.folders(above: $0.path) })
        var found: [String: Absence] = [:]
        for path in assets {
            let name = path.lastIndex(of: ".").map { String(path[..<$0]) }
            let folder = Self.folders(above: path).last { pages[$0] != nil && !shared.contains($0) }
            found[path] =
                linked[path.lowercased()] ?? [name, folder].lazy.compactMap { $0.flatMap { pages[$0] } }.first
        }
        return found
    }

    static func leaveOut(linkedBy items: [Item], of files: inout [String: Absence]) {
        let shown = Set(items.lazy.flatMap { targets(of: $0) }.map { $0.lowercased() })
        files = files.filter { !shown.contains($0.key.lowercased()) }
    }

    /// `a` and `a/b` of `a/b/c.png`.
    private static func folders(above path: String) -> [String] {
        path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
    }

    private static func targets(of item: Item) -> [String] {
        item.bodies.flatMap { language, body in targets(of: body, from: item.translationPaths[language] ?? item.path) }
    }

    private static func targets(of body: Rendered, from path: String) -> [String] {
        body.links.compactMap { $0.kind == .wiki ? nil : LinkPath($0.destination).resolved(from: path) }
    }
}
