internal import Content
internal import Markdown
internal import Site
internal import Theme

extension PageRenderer {
    /// A heading of a page: level 2, or 3 for one below it.
    struct Heading {
        let level: Int
        let link: Context
    }

    /// The headings of a text that are worth a list; `body` is what is rendered of it.
    func headings(of body: Rendered?, in bodyLanguage: String) -> [Heading] {
        (body?.outline ?? []).filter { (2...3).contains($0.level) }.map {
            Heading(level: $0.level, link: scope.plain($0.text, in: bodyLanguage, url: "#" + $0.id))
        }
    }

    /// The headings of a charter's parts, which stand above its text.
    func headings(of blocks: [Block]) -> [Heading] {
        blocks.map { Heading(level: 2, link: scope.plain(scope.strings[$0.label], url: "#s." + $0.anchor)) }
    }

    /// What stands above the text of a write-up.
    func headings(of entry: Entry) -> [Heading] {
        guard case .writeup(let writeup) = entry else { return [] }
        return [("decisions", writeup.decisions == nil), ("actions", writeup.actions.items().isEmpty)].filter { !$0.1 }
            .map { name, _ in
                Heading(level: 2, link: scope.plain(scope.strings["section_\(name)"], url: "#s.\(name)"))
            }
    }

    /// Headings as a list with a list below each; nothing where there are fewer than three. Of a page with very many,
    /// only the upper level.
    func outline(_ headings: [Heading]) -> [Context] {
        let shown = headings.count > 60 ? headings.filter { $0.level == 2 } : headings
        var rows: [(link: Context, below: [Context])] = []
        for heading in shown {
            if heading.level == 2 || rows.isEmpty {
                rows.append((heading.link, []))
            } else {
                rows[rows.count - 1].below.append(heading.link)
            }
        }
        guard rows.count > 2 || shown.count > 4 else { return [] }
        return rows.map { row in
            var context = row.link
            context.set("below", .section(row.below))
            return context
        }
    }
}
