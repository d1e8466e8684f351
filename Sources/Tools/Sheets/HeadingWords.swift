internal import Content
internal import Spreadsheet
internal import Theme

/// Words of a site's interface that head a column of a sheet: labels of facts, and the questions of its form.
enum HeadingWords {
    /// Keys of the theme's words by column.
    private static let keys: [(column: String, keys: [String])] = [
        ("name", ["label_name", "label_community", "ask_name", "ask_title"]),
        ("summary", ["label_summary", "ask_summary"]),
        ("government", ["label_government", "ask_government"]),
        ("organisation", ["label_organisation", "ask_organisation"]),
        ("scope", ["label_scope"]), ("roles", ["section_roles_title", "label_roles", "ask_roles"]),
        ("topics", ["label_topics", "ask_topics"]), ("stage", ["label_stage"]), ("founded", ["label_founded"]),
        ("membership", ["label_membership", "ask_membership"]), ("join", ["how_to_join", "ask_join"]),
        ("meets", ["label_meets", "ask_meets"]), ("member_count", ["label_members", "ask_member_count"]),
        ("wants", ["label_wants"]), ("offers", ["label_offers"]), ("sponsor", ["label_sponsor"]),
        ("also_known_as", ["label_also_known_as", "ask_also_known_as"]), ("source", ["label_source", "ask_source"]),
    ]

    /// - Returns: word → name of its column.
    static func all(_ strings: [Strings]) -> [String: String] {
        var words: [String: String] = [:]
        for strings in strings {
            for (column, keys) in keys {
                for word in keys.map({ strings[$0] }) where !word.isEmpty && words[word] == nil { words[word] = column }
            }
        }
        return words
    }

    /// Words that cells hold: names of months and seasons, those for no value and for an estimate, and those of values.
    static func cells(_ strings: [Strings]) -> CellWords {
        var cells = CellWords()
        let facts = strings.compactMap { LanguageFacts.of(String($0.language.prefix { $0 != "-" })) }
        cells.months = MonthNames(
            strings.flatMap { [$0.list("months"), $0.list("months_alone")] }
                + facts.flatMap { [$0.months, $0.monthsAlone ?? []] },
            patterns: strings.flatMap { [$0["date_day"], $0["date_month"]] }
                + facts.flatMap { [$0.dateDay, $0.dateMonth].compactMap { $0 } })
        for strings in strings {
            cells.addNothing(items(strings["sheet_nothing"]))
            cells.nearly += items(strings["sheet_about"])
            cells.addSeasons(items(strings["sheet_seasons"]))
            for (column, values) in choices {
                for value in values { cells.add(strings.label(column, value), for: value, column: column) }
            }
        }
        return cells
    }

    private static let choices = [
        ("scope", Scope.allCases.map(\.rawValue)), ("stage", Stage.allCases.map(\.rawValue)),
        ("membership", Membership.allCases.map(\.rawValue)),
    ]

    /// Texts that semicolons separate.
    private static func items(_ text: String) -> [String] {
        text.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
    }
}
