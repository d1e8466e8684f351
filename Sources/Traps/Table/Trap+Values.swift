extension Trap {
    private static let addresses = "Traps/Values/AddressTrap.swift"
    private static let lists = "Traps/Values/ListTrap.swift"

    private static func join(
        _ name: String, _ origin: Origin, _ value: String, _ code: String, says: String, in source: String
    ) -> Trap {
        Trap(
            name, origin, "communities/a.md", "---\nname: A\nsummary: B.\njoin: \(value)\n---\n", code, says: says,
            in: source)
    }

    private static func event(_ name: String, _ origin: Origin, _ every: String, _ code: String, says: String) -> Trap {
        Trap(
            name, origin, "events/a.md", "---\ntitle: A\nstarts: 2026-03-12\nrepeats:\n  every: \(every)\n---\n", code,
            says: says,
            in: "Content/Values/Interval.swift")
    }

    static let inValues: [Trap] = [
        join(
            "an address as a browser shows it", .web, "example.org/join", "bad-url", says: "https://example.org/join",
            in: addresses),
        join(
            "a name with an address", .outlook, "Jo Bloggs <jo@example.gov>", "bad-url",
            says: "Write the address alone: jo@example.gov", in: addresses),
        join(
            "no space between a hyphen and an address", .phone, "\n  -jo@example.gov", "bad-url",
            says: "- jo@example.gov", in: addresses),
        join(
            "entries joined into one line", .spreadsheet, "https://example.org/a https://example.org/b", "wrong-type",
            says: "  - https://example.org/a\n  - https://example.org/b", in: lists),
        .yaml(
            "a list with commas", .spreadsheet, "topics: agile, lean", "wrong-type", says: "[agile, lean]", in: lists),
        .yaml(
            "a list with semicolons", .spreadsheet, "topics: [agile; lean]", "wrong-type",
            says: "topics: [agile, lean]", in: lists),
        .yaml(
            "a list without hyphens", .spreadsheet, "topics:\n  agile\n  lean", "wrong-type",
            says: "  - agile\n  - lean", in: lists),
        .yaml(
            "a date as in a letter", .word, "reviewed: 3 December 2025", "bad-date", says: "2025-12-03",
            in: "Content/Values/DateGuess.swift"),
        .yaml(
            "a date in German", .mail, "reviewed: 3. Dezember 2025", "bad-date", says: "2025-12-03",
            in: "Content/Values/DateGuess.swift"),
        .yaml(
            "a date with slashes", .spreadsheet, "reviewed: 12/03/2025", "bad-date",
            says: "if the month does, the date is 2025-12-03:\nreviewed: 2025-03-12",
            in: "Content/Values/DateTrap.swift"),
        event("an interval in words", .web, "first tuesday of the month", "wrong-type", says: "day: first tuesday"),
        event("an interval that means two things", .mail, "biweekly", "ambiguous-interval", says: "every: 2 weeks"),
        Trap(
            "a number with a comma, in braces", .spreadsheet, "communities/a.md",
            "---\nname: A\nsummary: B.\nmember_count: {count: 1,997}\n---\n", "yaml-braces",
            says: "write the number without a comma", in: "Content/Fields/RecordReader.swift"),
        .yaml(
            "a key in capitals", .phone, "Licence: CC0", "unknown-key", says: "licence: CC0",
            in: "Content/Fields/RecordReader.swift"),
        .yaml(
            "a key in another language", .docs, "Zusammenfassung: How to", "unknown-key", says: "summary: How to",
            in: "Content/Fields/ForeignKey.swift"),
        .yaml(
            "a key of another program", .generator, "tags: [agile]", "unknown-key", says: "Did you mean `topics`?",
            in: "Content/Fields/RecordReader.swift"),
    ]
}
