internal import Content
internal import Site
internal import Text
internal import Theme

/// A page within the frame of the site. Its template is the one that its table of slots is named after.
protocol PageModel: TemplateModel {
    var head: PageHead { get }
    /// Whether it has times of events, which a script shows by the reader's clock.
    var hasDates: Bool { get }
    /// Whether it has a table of skills.
    var hasSkills: Bool { get }
    /// The calendar that readers of the page may want.
    var calendar: CalendarLink? { get }
}

/// The page of an entry of the content; or the home page, which the program makes where content has none.
protocol EntryModel: PageModel {
    /// What is known about it, a slot for each fact.
    static var facts: SlotTable<Self> { get }
    /// Of what is above the text of the page.
    var headings: [PageOutline.Heading] { get }
}

/// A page with lists of other entries.
protocol SectionedModel: PageModel {
    var sections: [EntrySection?] { get }
}

extension PageModel {
    var scope: PageScope { head.scope }
    var hasDates: Bool { false }
    var hasSkills: Bool { false }
    var calendar: CalendarLink? { nil }
}

extension EntryModel {
    static var facts: SlotTable<Self> { SlotTable("no facts") }
    var headings: [PageOutline.Heading] { [] }
}

// MARK: Slots of many pages

extension SlotTable where Root: PageModel {
    /// What the template of every page between header and footer receives.
    static var head: SlotTable {
        SlotTable("head", "What every page begins with.") {
            Slot.words("t", "the words of the interface by their keys (`{{t.search}}`), as in `i18n/en.yaml`") {
                $0.scope.strings
            }
            Slot.html("root", "the way to the site's root") { $0.scope.root }
            Slot.text("title", "of the page") { $0.head.title.text }
            Slot.html("title_html", "the same as HTML, where a name in another language says so") {
                $0.head.titleWithName ?? HTMLEscape.text($0.head.title.text)
            }
            Slot.html("title_attributes", "`id` and `lang`, for the tag around the title") { $0.head.titleAttributes }
            Slot.object("kind_label", "what kind of entry it is, or whose") { $0.head.kindLabel }
            Slot.text("lead", "a sentence about it") { $0.head.lead?.text }
            Slot.html("lead_attributes", "`lang`, for the tag around the lead") { $0.head.leadAttributes }
            Slot.rows("breadcrumbs", "the pages above it") { $0.head.breadcrumbs }
            Slot.list("notices", "remarks above the content") { $0.head.notices }
            Slot.html("body", "the text of the page; must be in the template only once") { $0.head.bodyMark }
            Slot.html("body_attributes", "`lang`, for the tag around the text") { $0.head.bodyAttributes }
            Slot.object("subscribe", "the calendar of the page, where it has one") { $0.calendar }
        }
    }
}

extension SlotTable where Root: EntryModel {
    static var entry: SlotTable {
        SlotTable("entry", "What every entry has.", including: [.head, factNames]) {
            Slot.rows("outline", "headings of the text, from three up") {
                PageOutline.lines($0.headings + $0.head.bodyHeadings)
            }
            Slot.made(.object("x", OwnFacts.shape, "keys of its file that start with `x_`, which the theme declares")) {
                page in
                page.head.item.map { OwnFacts.value(of: page.scope.site[$0], page.scope) } ?? .none
            }
            Slot.rows("backlinks", "pages that lead here") { page in
                page.head.item.map(page.scope.backlinks(to:)) ?? []
            }
            Slot.object("age", "how old the facts are") { page in
                page.head.item.flatMap { page.scope.age(of: page.scope.site[$0]) }
            }
            Slot.object("foot", "how to fix it") { page in
                page.head.item.flatMap { page.scope.foot(of: page.scope.site[$0]) }
            }
        }
    }
}

extension SlotTable where Root: EntryModel {
    /// The facts as a list and by their names, made once for both.
    private static var factNames: SlotTable {
        let facts = SlotTable<NamedFacts>("facts") {
            Slot.made(.rows("facts", of: Fact.slots.shape, "what is known about it")) { .section($0.rows) }
            Slot.made(.object("fact", NamedFacts.shape, "the same, each by its name; absent where it is not known")) {
                .object($0.context)
            }
        }
        let own = Root.facts
        return facts.of { NamedFacts(context: own.context(of: $0)) }
    }
}

extension SlotTable where Root: SectionedModel {
    static var sections: SlotTable {
        SlotTable("sections", "Lists of other entries.") {
            Slot.list("sections", "only those that are not empty") { $0.sections.compactMap { $0 } }
        }
    }
}
