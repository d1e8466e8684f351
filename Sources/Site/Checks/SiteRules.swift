public import Diagnostics

/// What files must keep to among each other.
public enum SiteRules {
    public static let all =
        [
            duplicateRoute, embeddedTwice, translationWithoutOriginal, unknownReference, unknownTerm, termNotID,
            ambiguousTerm,
            unpublishedReference, brokenLink, brokenAnchor, ambiguousReference, badRedirect, datesOutOfOrder,
            reservedPath, personNotAgreed, fileInBrackets, embeddedPage, spacedAddress,
            orphanPage,
        ] + SiteCheck.all.map(\.rule)

    static let community = "---\nname: A\nsummary: B.\n---\n"
    static func page(_ body: String) -> String { "---\ntitle: A\n---\n\n\(body)\n" }

    static let duplicateRoute = Rule(
        "duplicate-route", .error, "One address has one source.",
        bad: ["resources/a.md": page(""), "resources/a/index.md": page("")],
        good: ["resources/a/index.md": page(""), "resources/b.md": page("")])

    static let embeddedTwice = Rule(
        "embedded-twice", .error, "A part of a community is in its own file or in the community's, not in both.",
        bad: [
            "communities/a.md": "---\nname: A\nsummary: B.\ncharter:\n  purpose: C.\n---\n",
            "communities/a/charter.md": "---\npurpose: C.\n---\n",
        ],
        good: ["communities/a.md": community, "communities/a/charter.md": "---\npurpose: C.\n---\n"])

    static let translationWithoutOriginal = Rule(
        "translation-without-original", .error, "A translation is beside its original.",
        bad: ["site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.cy.md": page("")],
        good: [
            "site.yaml": "title: T\nlanguages: [en, cy]\n", "resources/a.md": page(""), "resources/a.cy.md": page(""),
        ])

    static let unknownReference = Rule(
        "unknown-reference", .error, "An id of a person, community, event or write-up has an entry.",
        bad: ["events/e.md": "---\ntitle: A\nstarts: 2026-03-12\nspeakers: nobody\n---\n"],
        good: [
            "events/e.md": "---\ntitle: A\nstarts: 2026-03-12\nspeakers: [ada, Somebody Else]\n---\n",
            "people/ada.md": "---\nname: Ada\nagreed: 2026-01-10\n---\n",
        ])

    static let unknownTerm = Rule(
        "unknown-term", .warning, "A government or organisation has a file of its own.",
        bad: ["communities/a.md": "---\nname: A\nsummary: B.\ngovernment: nowhere\n---\n"],
        good: [
            "communities/a.md": "---\nname: A\nsummary: B.\ngovernment: nowhere\n---\n",
            "governments/nowhere.md": "---\nname: Nowhere\n---\n",
        ])

    static let termNotID = Rule(
        "term-not-id", .warning, "Roles, topics, skills and governments are written as ids.",
        bad: ["communities/a.md": "---\nname: A\nsummary: B.\ntopics: Open Data\n---\n"],
        good: ["communities/a.md": "---\nname: A\nsummary: B.\ntopics: open-data\n---\n"])

    static let ambiguousTerm = Rule(
        "ambiguous-term", .error, "One spelling stands for one term of its kind.",
        bad: [
            "roles/a.md": "---\nname: A\nalso_known_as: boss\n---\n",
            "roles/b.md": "---\nname: B\nalso_known_as: boss\n---\n",
        ],
        good: ["roles/a.md": "---\nname: A\nalso_known_as: boss\n---\n", "roles/b.md": "---\nname: B\n---\n"])

    static let unpublishedReference = Rule(
        "unpublished-reference", .warning, "What is referred to is published.",
        bad: ["resources/a.md": page("[b](b.md)"), "resources/b.md": "---\ntitle: B\ndraft: true\n---\n"],
        good: ["resources/a.md": page("[b](b.md)"), "resources/b.md": "---\ntitle: B\n---\n"])

    static let brokenLink = Rule(
        "broken-link", .error, "A link within the site leads to a page or file that exists.",
        bad: ["resources/a.md": page("[b](b.md)")],
        good: ["resources/a.md": page("[b](b.md) [[b]]"), "resources/b.md": page("")])

    static let brokenAnchor = Rule(
        "broken-anchor", .error, "A link to a place on a page leads to one of its headings.",
        bad: ["resources/a.md": page("[b](#timing)")], good: ["resources/a.md": page("[b](#timing)\n\n## Timing")])

    static let ambiguousReference = Rule(
        "ambiguous-reference", .error, "A short name leads to one page.",
        bad: ["resources/a.md": page("[[b]]"), "resources/x/b.md": page(""), "resources/y/b.md": page("")],
        good: ["resources/a.md": page("[[x/b]]"), "resources/x/b.md": page(""), "resources/y/b.md": page("")])

    static let fileInBrackets = Rule(
        "file-in-brackets", .error, "Two brackets hold the name of a page. A picture or file is named by its path.",
        bad: ["resources/a.md": page("![[plan.csv]]"), "resources/plan.csv": "1"],
        good: ["resources/a.md": page("[The plan](plan.csv)"), "resources/plan.csv": "1"])

    static let embeddedPage = Rule(
        "embedded-page", .warning, "A page is linked to, not inserted into another.",
        bad: ["resources/a.md": page("![[b]]"), "resources/b.md": page("")],
        good: ["resources/a.md": page("[[b]]"), "resources/b.md": page("")])

    static let spacedAddress = Rule(
        "spaced-address", .warning, "An address with spaces is between `<` and `>`, or has `%20` for each.",
        bad: ["resources/a.md": page("[The plan](our plan.csv)"), "resources/our plan.csv": "1"],
        good: ["resources/a.md": page("[The plan](<our plan.csv>)"), "resources/our plan.csv": "1"])

    package static let orphanPage = Rule(
        "orphan-page", .warning, "Something leads to each page: the menu, a list, or a link of another page.",
        bad: ["team/how-we-work.md": "# How we work\n"],
        good: [
            "team/how-we-work.md": "# How we work\n", "index.md": "# Home\n\n[How we work](team/how-we-work.md)\n",
        ])

    static let badRedirect = Rule(
        "bad-redirect", .error, "An old path is a path that nothing else uses.",
        bad: ["resources/a.md": "---\ntitle: A\nredirect_from: resources/b\n---\n", "resources/b.md": page("")],
        good: ["resources/a.md": "---\ntitle: A\nredirect_from: old/b\n---\n"])

    static let datesOutOfOrder = Rule(
        "dates-out-of-order", .warning, "A page is published before it expires.",
        bad: ["resources/a.md": "---\ntitle: A\npublish_on: 2020-05-01\nexpires_on: 2020-04-01\n---\n"],
        good: ["resources/a.md": "---\ntitle: A\npublish_on: 2020-05-01\nexpires_on: 2999-04-01\n---\n"])

    static let reservedPath = Rule(
        "reserved-path", .error, "Folders and files that the program makes are not made by content too.",
        bad: ["data/a.md": "# A\n", "robots.txt": "x", "search.md": "# S\n"],
        good: ["resources/data.md": "# A\n", "map.md": "# The map\n"])

    static let personNotAgreed = Rule(
        "person-not-agreed", .warning, "A person has a page only if they agreed to it.",
        bad: ["people/ada.md": "---\nname: Ada\n---\n"],
        good: ["people/ada.md": "---\nname: Ada\nagreed: 2026-01-10\n---\n"])
}
