internal import Foundation
internal import Theme

/// What Unicode CLDR says of a language, from `Data/languages.json`, which `scripts/make-languages` writes.
struct LanguageFacts: Decodable {
    /// As those who speak it call it.
    let name: String
    /// In English.
    let english: String
    /// Language and territory: `fi_FI`.
    let locale: String
    let alphabet: [String]?
    let thousandsSeparator: String
    let listSeparator: String
    let listLastSeparator: String
    /// As they are beside a day.
    let months: [String]
    let monthsAlone: [String]?
    /// From Monday on.
    let weekdays: [String]
    let weekStarts: Int
    let dateDay: String?
    let dateDayMonth: String?
    let dateMonth: String?
    let dateWeekday: String?
    let dateWeekdayMonth: String?
    let time: String
    let dateRange: String
    /// The forms that words beside a number take.
    let plurals: [String]
    /// Names of other languages by their codes.
    let languages: [String: String]

    /// - Returns: `nil` for a language that the table does not have.
    static func of(_ code: String) -> LanguageFacts? { table.languages[code] }

    /// Codes and English names, by name.
    static var all: [(code: String, english: String)] {
        table.languages.map { ($0.key, $0.value.english) }.sorted { $0.1 < $1.1 }
    }

    private struct Table: Decodable { let languages: [String: LanguageFacts] }

    private static let table: Table = {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        // The file is part of the program, and tests read all of it.
        return try! decoder.decode(Table.self, from: Data(LanguageData.files["languages.json"]!.utf8))
    }()

    /// The lines of a file of words, `key: value`, in the order of the English file.
    func lines(naming codes: [String]) -> [(key: String, line: String)] {
        var lines: [(String, String)] = []
        func add(_ key: String, _ value: String?) {
            if let value { lines.append((key, "\(key): \(value)")) }
        }
        add("language_name", Self.quoted(name))
        add("locale", locale)
        if let alphabet, alphabet != Self.latin { add("alphabet", Self.list(alphabet)) }
        add("thousands_separator", Self.quoted(thousandsSeparator))
        add("list_separator", Self.quoted(listSeparator))
        add("list_last_separator", Self.quoted(listLastSeparator))
        add("months", Self.list(months))
        add("months_alone", monthsAlone.map(Self.list))
        add("weekdays", Self.list(weekdays))
        add("week_starts", String(weekStarts))
        add("date_day", dateDay.map(Self.quoted))
        add("date_day_month", dateDayMonth.map(Self.quoted))
        add("date_month", dateMonth.map(Self.quoted))
        add("date_weekday", dateWeekday.map(Self.quoted))
        let other = dateDayMonth.flatMap { day in dateWeekday?.replacingOccurrences(of: "{date}", with: day) }
        add("date_weekday_month", (dateWeekdayMonth ?? other).map(Self.quoted))
        add("time", Self.quoted(time))
        add("date_range", Self.quoted(dateRange))
        for code in codes { add("language_\(code)", languages[code].map(Self.quoted)) }
        return lines
    }

    private static let latin = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }

    /// As a YAML text in double quotes.
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            // Spaces that nobody would see in an editor.
            case "\u{A0}": "\\u00A0"
            case "\u{202F}": "\\u202F"
            case "\u{2009}": "\\u2009"
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }

    private static func list(_ texts: [String]) -> String {
        let isPlain = texts.allSatisfy { $0.unicodeScalars.allSatisfy(\.properties.isAlphabetic) }
        let words: Set = ["y", "n", "no", "yes", "on", "off", "true", "false", "null"]
        return "[\(texts.map { isPlain && !words.contains($0) ? $0 : quoted($0) }.joined(separator: ", "))]"
    }
}
