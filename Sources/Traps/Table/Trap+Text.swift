extension Trap {
    private static func text(
        _ name: String, _ origin: Origin, _ body: String, _ code: String, says: String, in file: String
    ) -> Trap {
        Trap(
            name, origin, "resources/a.md", "---\ntitle: A\n---\n\n\(body)\n", code, says: says,
            in: "Traps/Body/\(file).swift")
    }

    static let inText: [Trap] = [
        text(
            "a table with tabs", .spreadsheet, "Team\tDay\nWeb\tMonday", "pasted-table", says: "| Team | Day |",
            in: "PastedTabs"),
        text(
            "a table drawn with hyphens", .terminal,
            "+----+----+\n| Id | Day |\n+----+----+\n| 1 | Monday |\n+----+----+",
            "pasted-table", says: "| Id | Day |", in: "PastedGrid"),
        text(
            "a table drawn with lines", .terminal,
            "┌────┬────┐\n│ Id │ Day │\n├────┼────┤\n│ 1 │ Monday │\n└────┴────┘",
            "pasted-table", says: "| Id | Day |", in: "PastedGrid"),
        text("bullets", .docs, "• Agenda\n• Minutes", "pasted-list", says: "- Agenda\n- Minutes", in: "PastedList"),
        text(
            "a bullet of the font Symbol", .word, "\u{F0B7}\tAgenda", "pasted-list", says: "A bullet from Word",
            in: "PastedList"),
        text(
            "items counted with letters", .word, "a)\tAgenda\nb)\tMinutes", "pasted-list", says: "- a) Agenda",
            in: "PastedList"),
        text(
            "a non-breaking space after a sign", .web, "##\u{A0}Agenda", "pasted-space", says: "## Agenda",
            in: "PastedSpace"),
        text(
            "a zero-width space in a word", .web, "A hand\u{200B}book", "invisible-characters", says: "A handbook",
            in: "InvisibleCharacters"),
        text(
            "a sign that turns the direction of text", .chat, "Jo\u{202A} Bloggs", "invisible-characters",
            says: "Jo Bloggs", in: "InvisibleCharacters"),
        text(
            "a signature", .mail, "We meet on Tuesdays.\n\n-- \nJo Bloggs\nDepartment of Bees", "mail-signature",
            says: "Remove this line and all below it.", in: "MailSignature"),
        Trap(
            "a control character", .pdf, "resources/a.md", "---\ntitle: A\n---\n\nPage one\u{C}Page two\n",
            "control-character", says: "Delete it", in: "Text/ControlBytes.swift"),
    ]
}
