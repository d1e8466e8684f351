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
        Slot.list("links", "where to go on") { Self.links(of: $0.scope, in: $0.scope.strings) }
        Slot.list("others", "the same in the other languages of the site: a host has one such page for all") { page in
            page.scope.site.languages.filter { $0 != page.scope.language }.map { NotFoundText(page.scope, $0) }
        }
    }

    /// In one language of the site.
    fileprivate static func links(of scope: PageScope, in words: Strings) -> [AddressLine] {
        ["", "map/", "communities/"].map { route in
            let address = scope.site.prefix(of: words.language) + route
            return AddressLine(
                text: route.isEmpty ? words["home"] : words.section(route).text,
                url: scope.root + scope.shared.href(address))
        }
    }
}

/// What it says in another language.
private struct NotFoundText: TemplateModel {
    private let scope: PageScope
    private let words: Strings

    init(_ scope: PageScope, _ language: String) {
        self.scope = scope
        words = scope.shared.strings[language]!
    }

    static let slots = SlotTable<NotFoundText>("page not found", "What it says in another language.") {
        Slot.html("attributes", "`lang` and `dir`, for the tag around it") {
            $0.scope.strings.attributes(of: $0.words.language)
        }
        Slot.text("title", "of the page") { $0.words["not_found_title"] }
        Slot.text("lead", "a sentence about it") { $0.words["not_found_text"] }
        Slot.list("links", "where to go on") { NotFoundPage.links(of: $0.scope, in: $0.words) }
    }
}
