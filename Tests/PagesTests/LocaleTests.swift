import Content
import Testing

@testable import Pages
@testable import Theme

/// Dates, times, numbers and plurals as each language writes them: patterns in its words, and CLDR's plural rules.
@Suite struct LocaleTests {
    private static let french = """
        months: [janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre]
        weekdays: [lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche]
        date_day: "{day} {month} {year}"
        date_month: "{month} {year}"
        date_weekday: "{weekday} {date}"
        date_time: "{date} à {time}"
        time: "{h} h {minute}"
        day_first: "{n}er"
        thousands_separator: "\\u202F"
        ordinals: [premier, deuxième, troisième, quatrième, cinquième, dernier]
        weekday_of_month: "le {ordinal} {weekday} du mois"
        day_of_month: "le {n} du mois"
        every_week: {one: Chaque semaine, other: "Toutes les {n} semaines"}
        every_month: {one: Chaque mois, other: "Tous les {n} mois"}
        repeats_on: "{every}, {days}"
        repeats_until: "{repeats}, jusqu’au {date}"
        list_separator: ", "
        list_last_separator: " et "
        members_count: {one: "{n} membre", many: "{n} de membres", other: "{n} membres"}
        """
    private static let arabic = """
        months: [يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر]
        weekdays: [الاثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد]
        date_day: "{day} {month} {year}"
        date_weekday: "{weekday} {date}"
        date_time: "{date}، {time}"
        time: "{hour}:{minute}"
        day_first: "{n}"
        thousands_separator: ","
        list_separator: "، "
        list_last_separator: " و"
        members_count: {zero: لا أعضاء, one: عضو واحد, two: عضوان, few: "{n} أعضاء", many: "{n} عضوا", other: "{n} عضو"}
        """

    private static func strings(_ language: String) throws -> Strings {
        switch language {
        case "fr": try Strings(language: language, yaml: Array(french.utf8), path: "fr.yaml")
        case "ar": try Strings(language: language, yaml: Array(arabic.utf8), path: "ar.yaml")
        default: try CompiledTheme().strings(language, first: language)
        }
    }

    @Test(arguments: [
        ("en", "2026-03-01 09:05", "Sunday 1 March 2026, 09:05"),
        ("cy", "2026-03-01 09:05", "dydd Sul 1 Mawrth 2026, 09:05"),
        ("fr", "2026-03-01 09:05", "dimanche 1er mars 2026 à 9 h 05"),
        ("fr", "2026-03-11 14:00", "mercredi 11 mars 2026 à 14 h 00"),
        ("ar", "2026-03-01 09:05", "الأحد 1 مارس 2026، 09:05"), ("fr", "2026-03", "mars 2026"), ("fr", "2026", "2026"),
    ])
    func `a date and its time`(language: String, date: String, text: String) throws {
        #expect(try Self.strings(language).dateAndTime(PartialDate(date)!) == text)
    }

    @Test(arguments: [
        ("en", 12_345_678, "12,345,678"), ("cy", 1_000, "1,000"), ("fr", 12_345, "12\u{202F}345"),
        ("ar", 1_000, "1,000"), ("fr", 999, "999"), ("en", -1_000, "−1,000"),
    ])
    func `thousands are separated`(language: String, number: Int, text: String) throws {
        #expect(try Self.strings(language).grouped(number) == text)
    }

    @Test(arguments: [
        ("en", [0: "other", 1: "one", 2: "other", 11: "other"]),
        ("cy", [0: "zero", 1: "one", 2: "two", 3: "few", 4: "other", 6: "many", 7: "other", 13: "other"]),
        ("fr", [0: "one", 1: "one", 2: "other", 1_000_000: "many", 1_000_001: "other"]),
        (
            "ar",
            [
                0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other", 102: "other",
                103: "few", 111: "many", 200: "other",
            ]
        ),
        ("ar-EG", [2: "two"]),
    ])
    func `plural forms are those of CLDR`(language: String, forms: [Int: String]) {
        for (number, form) in forms {
            #expect(PluralRule.category(of: number, in: language) == form, "\(language) \(number)")
        }
    }

    @Test func `a text takes the form of its number, or else the general one`() throws {
        #expect(
            try [0, 1, 2, 2_000_000].map { try Self.strings("fr").count("members_count", $0) } == [
                "0 membre", "1 membre", "2 membres", "2\u{202F}000\u{202F}000 de membres",
            ])
        #expect(
            try [2, 5, 11].map { try Self.strings("ar").count("members_count", $0) } == ["عضوان", "5 أعضاء", "11 عضوا"])
        #expect(try Self.strings("cy").count("every_week", 5) == "Bob 5 wythnos")
    }

    @Test func `a repetition is a sentence of the language's own`() throws {
        let site =
            "title: {en: A}\nstarts: 2026-03-01\nrepeats: {every: month, day: [1, first thursday], until: 2026-10-01}\n"
        let (document, _) = ContentParser.parse(
            .init(path: "events/a.md", bytes: Array("---\n\(site)---\n".utf8)), .init())
        guard case .event(let event)? = document?.entry else { throw CancellationError() }
        #expect(
            try Self.strings("fr").repetition(event.repeats!.value, from: event.starts?.value)
                == "Chaque mois, le 1er du mois et le premier jeudi du mois, jusqu’au 1er octobre 2026")
        #expect(
            try Self.strings("en").repetition(event.repeats!.value, from: event.starts?.value)
                == "Every month on day 1 and the first Thursday, until 1 October 2026")
    }

    @Test func `lists are joined with each language's own signs`() throws {
        #expect(try Self.strings("ar").joined(["ا", "ب", "ج"]) == "ا، ب وج")
        #expect(try Self.strings("fr").joined(["a", "b"]) == "a et b")
    }
}
