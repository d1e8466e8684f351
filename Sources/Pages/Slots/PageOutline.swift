internal import Theme

/// The headings of a page.
enum PageOutline {
    /// Level 2, or 3 for one below it.
    struct Heading {
        let level: Int
        let link: PageLink
    }

    /// Headings as a list with a list below each; nothing where there are fewer than three. Of a page with very many,
    /// only the upper level.
    static func lines(_ headings: [Heading]) -> [OutlineLine] {
        let shown = headings.count > 60 ? headings.filter { $0.level == 2 } : headings
        var lines: [OutlineLine] = []
        for heading in shown {
            if heading.level == 2 || lines.isEmpty {
                lines.append(OutlineLine(link: heading.link, below: []))
            } else {
                lines[lines.count - 1].below.append(heading.link)
            }
        }
        return lines.count > 2 || shown.count > 4 ? lines : []
    }
}

/// A heading with those of the next level.
struct OutlineLine: LinkModel {
    let link: PageLink
    fileprivate(set) var below: [PageLink]

    static let slots = SlotTable<OutlineLine>("heading", "A heading of the text.", including: [.link]) {
        Slot.rows("below", "headings of the next level") { $0.below }
    }
}
