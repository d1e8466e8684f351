internal import Theme

/// What a reader sees at an address that does not exist: `pages/not-found.mustache`.
struct NotFoundPage: PageModel {
    let head: PageHead

    init(_ scope: PageScope) {
        head = PageHead(
            scope, title: scope.strings["not_found_title"], lead: (scope.strings["not_found_text"], scope.language),
            section: "404")
    }

    static let slots = SlotTable<NotFoundPage>(
        "pages/not-found", "What a reader sees at an address that does not exist."
    ) {
        Slot.words("t", "the words of the interface by their keys") { $0.scope.strings }
        Slot.text("title", "of the page") { $0.head.title.text }
        Slot.text("lead", "a sentence about it") { $0.head.lead?.text }
        Slot.list("links", "where to go on") { $0.links }
    }

    private var links: [AddressLine] {
        ["", "map/", "communities/"].map {
            AddressLine(
                text: $0.isEmpty ? scope.strings["home"] : scope.sectionTitle($0).text, url: scope.url(section: $0))
        }
    }
}
