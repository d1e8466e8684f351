internal import Theme

/// The headings of a page.
enum PageOutline {
    /// Level 2, or 3 for one below it.
    struct Heading {
        let level: Int
        let link: Context
    }

    /// Headings as a list with a list below each; nothing where there are fewer than three. Of a page with very many,
    /// only the upper level.
    static func rows(_ headings: [Heading]) -> [Context] {
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
