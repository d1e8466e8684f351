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
            "a character that changes the direction of text", .chat, "Jo\u{202A} Bloggs", "invisible-characters",
            says: "Jo Bloggs", in: "InvisibleCharacters"),
        text(
            "a signature", .mail, "We meet on Tuesdays.\n\n-- \nJo Bloggs\nDepartment of Bees", "mail-signature",
            says: "Remove this line and all below it.", in: "MailSignature"),
        text(
            "a heading without its space", .editor, "##Agenda", "missing-space",
            says: "## Agenda", in: "MissingSpace"),
        text(
            "items without their space", .phone, "-Agenda\n-Minutes", "missing-space", says: "- Agenda\n- Minutes",
            in: "MissingSpaceList"),
        text(
            "a task without its space", .phone, "- [x]Agenda", "missing-space",
            says: "- [x] Agenda", in: "MissingSpace"),
        text(
            "a table whose line of hyphens is short", .editor, "| Team | Day |\n|---|\n| Web | Monday |",
            "broken-table",
            says: "| --- | --- |", in: "BrokenTable"),
        text(
            "a table whose hyphens became a dash", .word,
            "| Team | Day |\n| — | — |\n| Web | Monday |", "broken-table",
            says: "| --- | --- |", in: "BrokenTable"),
        text(
            "bold words with a space in them", .docs, "**Agenda **for May", "broken-emphasis",
            says: "**Agenda** for May",
            in: "BrokenEmphasis"),
        text(
            "a colon within bold words", .editor, "**Agenda:**May", "broken-emphasis", says: "**Agenda:** May",
            in: "BrokenEmphasis"),
        text(
            "a block between colons", .generator, "::: tip\nCome early.\n:::", "other-markup",
            says: "> [!TIP]\n> Come early.", in: "ColonBlock"),
        text(
            "tabs", .generator, "=== \"Linux\"\n\n    Text.", "other-markup",
            says: "???+ \"Linux\"", in: "OtherMarkup"),
        text("a list of contents", .wiki, "[[_TOC_]]", "other-markup", says: "Remove it.", in: "OtherMarkup"),
        text("marked words", .editor, "==Today==", "other-markup", says: "<mark>Today</mark>", in: "OtherMarkup"),
        text(
            "a shortcode", .generator, "[May]({{< ref \"may.md\" >}})", "other-markup",
            says: "may.md", in: "Shortcode"),
        Trap(
            "a control character", .pdf, "resources/a.md", "---\ntitle: A\n---\n\nPage one\u{C}Page two\n",
            "control-character", says: "Delete it", in: "Text/ControlBytes.swift"),
    ]
}
