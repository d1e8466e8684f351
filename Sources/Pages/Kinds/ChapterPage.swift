internal import Content
internal import Site
internal import Theme

/// A chapter of the handbook: `pages/chapter.mustache`.
struct ChapterPage: EntryModel {
    let head: PageHead
    /// Among all chapters, in the order in which they are read.
    private let index: Int?

    init(_ id: ItemID, _ scope: PageScope) {
        head = PageHead(id, scope)
        index = scope.derived.chapters.firstIndex(of: id)
    }

    static let slots = SlotTable<ChapterPage>("pages/chapter", "A chapter of the handbook.", including: [.entry]) {
        Slot.rows("chapters", "the chapters of its folder") { $0.siblings }
        Slot.object("chapter_nav", "the chapters before and after it") { $0.neighbours }
    }

    /// At most the forty in reach, so that a handbook of thousands does not list them all on each page.
    private var siblings: [Sibling] {
        guard let index else { return [] }
        let chapters = scope.derived.chapters
        let reach = chapters[max(0, index - 20)..<min(chapters.count, index + 20)]
        func folder(_ id: ItemID) -> ArraySlice<Substring> { scope.site[id].route.split(separator: "/").dropLast() }
        let own = folder(chapters[index])
        return reach.filter { folder($0) == own }.map {
            Sibling(link: scope.link(to: $0), isCurrent: $0 == chapters[index])
        }
    }

    private var neighbours: Neighbours? {
        guard let index else { return nil }
        let chapters = scope.derived.chapters
        let previous = index > 0 ? chapters[index - 1] : nil
        let next = index + 1 < chapters.count ? chapters[index + 1] : nil
        guard previous != nil || next != nil else { return nil }
        return Neighbours(previous: previous.map { scope.link(to: $0) }, next: next.map { scope.link(to: $0) })
    }
}

/// A chapter of the same folder.
struct Sibling: LinkModel {
    let link: PageLink
    let isCurrent: Bool

    static let slots = SlotTable<Sibling>("sibling", "A chapter of the same folder.", including: [.link]) {
        Slot.flag("current", "whether it is this page") { $0.isCurrent }
    }
}

struct Neighbours: TemplateModel {
    let previous: PageLink?
    let next: PageLink?

    static let slots = SlotTable<Neighbours>("neighbours", "The chapters beside this one.") {
        Slot.object("previous", "the one before") { $0.previous }
        Slot.object("next", "the one after") { $0.next }
    }
}
