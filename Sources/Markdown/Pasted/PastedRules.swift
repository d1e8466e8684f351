public import Diagnostics

/// What other programs leave in a text that is pasted out of them.
public enum PastedRules {
    public static let all = [table, list, space, invisible, signature]

    public static let table = Rule(
        "pasted-table", .warning, "A table is written with `|` between its cells, not with tabs or drawn lines.",
        bad: MarkdownRules.page("Team\tDay\nWeb\tMonday\n"),
        good: MarkdownRules.page("| Team | Day |\n| --- | --- |\n| Web | Monday |\n"))

    static let list = Rule(
        "pasted-list", .warning,
        "An item of a list starts with a hyphen and a space, not with the bullet of a word processor.",
        bad: MarkdownRules.page("• Agenda\n• Minutes\n"),
        good: MarkdownRules.page("- Agenda\n- Minutes\n"))

    static let space = Rule(
        "pasted-space", .warning, "An ordinary space follows the sign that starts a list item or a heading.",
        bad: MarkdownRules.page("##\u{A0}Agenda\n"),
        good: MarkdownRules.page("## Agenda\n"))

    static let signature = Rule(
        "mail-signature", .warning, "The signature of an e-mail is no part of a page.",
        bad: MarkdownRules.page("We meet on Tuesdays.\n\n-- \nJo Bloggs\nDepartment of Bees\n"),
        good: MarkdownRules.page("We meet on Tuesdays.\n"))

    static let invisible = Rule(
        "invisible-characters", .warning, "A text holds no characters that nobody sees, such as zero-width spaces.",
        bad: MarkdownRules.page("Hand\u{200B}book\n"),
        good: MarkdownRules.page("Handbook, 10\u{A0}pages\n"))
}
