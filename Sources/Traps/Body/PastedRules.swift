package import Diagnostics

/// What other programs leave in a text that is pasted out of them.
package enum PastedRules {
    package static let all = [table, list, space, invisible, signature, markup]

    package static let table = Rule(
        "pasted-table", .warning, "A table is written with `|` between its cells, not with tabs or drawn lines.",
        bad: page("Team\tDay\nWeb\tMonday\n"),
        good: page("| Team | Day |\n| --- | --- |\n| Web | Monday |\n"))

    package static let list = Rule(
        "pasted-list", .warning,
        "An item of a list starts with a hyphen and a space, not with the bullet of a word processor.",
        bad: page("• Agenda\n• Minutes\n"),
        good: page("- Agenda\n- Minutes\n"))

    package static let space = Rule(
        "pasted-space", .warning, "An ordinary space follows the characters that start a list item or a heading.",
        bad: page("##\u{A0}Agenda\n"),
        good: page("## Agenda\n"))

    package static let markup = Rule(
        "other-markup", .warning, "A text has no markup that only another program understands.",
        bad: page("::: tip\nCome early.\n:::\n"),
        good: page("> [!TIP]\n> Come early.\n"))

    package static let signature = Rule(
        "mail-signature", .warning, "The signature of an e-mail does not belong on a page.",
        bad: page("We meet on Tuesdays.\n\n-- \nJo Bloggs\nDepartment of Bees\n"),
        good: page("We meet on Tuesdays.\n"))

    package static let invisible = Rule(
        "invisible-characters", .warning, "A text holds no characters that nobody sees, such as zero-width spaces.",
        bad: page("Hand\u{200B}book\n"),
        good: page("Handbook, 10\u{A0}pages\n"))

    private static func page(_ body: String) -> [String: String] {
        ["resources/a.md": "---\ntitle: A\n---\n\n" + body]
    }
}
