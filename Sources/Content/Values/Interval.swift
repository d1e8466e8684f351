internal import Diagnostics
internal import YAML

/// How often something comes again.
public struct Interval: Sendable, Equatable {
    public enum Unit: String, Sendable, CaseIterable { case day, week, month, year }

    /// At least 1.
    public var count: Int
    public var unit: Unit

    public init(count: Int, unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// Reads `week`, `2 weeks`, `1 month`.
    package init?(_ text: String) {
        let words = text.lowercased().split(separator: " ").map(String.init)
        guard let last = words.last, words.count <= 2 else { return nil }
        let name = last.hasSuffix("s") ? String(last.dropLast()) : last
        guard let unit = Unit(rawValue: name), let count = words.count == 1 ? 1 : Int(words[0]),
            (1...1000).contains(count)
        else { return nil }
        self.init(count: count, unit: unit)
    }
}

extension Interval {
    private static let words = [
        "weekly": "week", "monthly": "month", "daily": "day", "yearly": "year", "annually": "year",
        "fortnightly": "2 weeks", "fortnight": "2 weeks", "quarterly": "3 months", "quarter": "3 months",
        "every quarter": "3 months", "half-yearly": "6 months", "twice a year": "6 months", "once a week": "week",
        "once a month": "month", "once a year": "year",
    ]
    private static let numbers = [
        "other": 2, "second": 2, "two": 2, "third": 3, "three": 3, "fourth": 4, "four": 4, "six": 6,
    ]
    private static let fillers: Set = ["every", "the", "of", "each", "month", "week", "on"]

    /// The lines to write for `weekly`, `every 3 months` and `first tuesday of the month`; in small letters.
    fileprivate static func meant(by text: String) -> Help? {
        let day = text.split(separator: " ").filter { !fillers.contains(String($0)) }.joined(separator: " ")
        if day.contains(where: \.isLetter), let found = RepeatDay(day) {
            let unit = if case .weekday = found { "week" } else { "month" }
            let lines = "every: \(unit)\nday: \(day)"
            guard text.hasPrefix("every second"), !text.contains("month"), let weekday = day.split(separator: " ").last
            else { return .paste(lines) }
            return Help(
                "Paste one of these two in place of yours:",
                paste: "# Every two weeks:\nevery: 2 weeks\nday: \(weekday)\n# Once a month:\n\(lines)")
        }
        let said = text.replacing("every ", with: "").split(separator: " ").map(String.init)
        if said.count == 2, let count = numbers[said[0]] {
            if let unit = Interval(said[1]) { return .paste("every: \(count) \(unit.unit.rawValue)s") }
            if said[0] == "other", RepeatDay(said[1]) != nil { return .paste("every: 2 weeks\nday: \(said[1])") }
        }
        if let interval = Interval(text.replacing("every ", with: "")) {
            let unit = interval.unit.rawValue
            return .paste("every: " + (interval.count == 1 ? unit : "\(interval.count) \(unit)s"))
        }
        return words[text].map { .paste("every: \($0)") }
    }
}

/// The day on which something comes again.
public enum RepeatDay: Sendable, Equatable {
    /// 1 for Monday to 7 for Sunday.
    case weekday(Int)
    /// The first to fifth (1 to 5), or the last (-1), of a weekday in a month.
    case weekdayOfMonth(Int, weekday: Int)
    /// 1 to 31; months without that day are skipped.
    case dayOfMonth(Int)
    /// The 28th, 29th, 30th or 31st, as the month has it.
    case lastDayOfMonth

    /// Monday first.
    public static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    /// Which of its weekday in a month a day is: in this order 1 to 5, and -1 for the last.
    public static let ordinals = ["first", "second", "third", "fourth", "fifth", "last"]

    init?(_ text: String) {
        let words = text.lowercased().split(separator: " ").map(String.init)
        func weekday(_ word: String) -> Int? {
            Self.weekdays.firstIndex { $0 == word || String($0.prefix(3)) == word }.map { $0 + 1 }
        }
        if words.count == 1, let day = Int(words[0]), (1...31).contains(day) {
            self = .dayOfMonth(day)
        } else if words == ["last", "day"] {
            self = .lastDayOfMonth
        } else if words.count == 1, let day = weekday(words[0]) {
            self = .weekday(day)
        } else if words.count == 2, let place = Self.ordinals.firstIndex(of: words[0]), let day = weekday(words[1]) {
            self = .weekdayOfMonth(words[0] == "last" ? -1 : place + 1, weekday: day)
        } else {
            return nil
        }
    }

    /// `1st Tuesday`, `second tuesday of the month` and `Tuesdays` as they are written; `nil` for anything else.
    fileprivate static func meant(by text: String) -> String? {
        let numbers = ["1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth"]
        let words = text.lowercased().split(separator: " ").map(String.init).filter {
            !["every", "the", "of", "each", "on", "month"].contains($0)
        }
        let said = words.map { word -> String in
            if let number = numbers[word], words.count > 1 { return number }
            if word.hasSuffix("days") { return String(word.dropLast()) }
            let digits = word.prefix { ("0"..."9").contains($0) }
            return ["st", "nd", "rd", "th", "."].contains(word.dropFirst(digits.count)) && !digits.isEmpty
                ? String(digits) : word
        }.joined(separator: " ")
        return said != text.lowercased() && RepeatDay(said) != nil ? said : nil
    }
}

extension ValueType where Value == Interval {
    static var interval: ValueType {
        ValueType(.interval) { node, reader in
            guard case .scalar(let text, _) = node.value else {
                reader.wrongType(node, .interval)
                return nil
            }
            if let interval = Interval(text) { return interval }
            let word = text.lowercased()
            if word.hasPrefix("bi"), ["week", "month", "year", "annual"].contains(where: { word.contains($0) }) {
                let unit = word.contains("week") ? "week" : word.contains("month") ? "month" : "year"
                reader.report(
                    ContentRules.ambiguousInterval, node,
                    "`\(text)` means two things: twice a \(unit), or every second \(unit)?",
                    help:
                        Help(
                            "Write `every: 2 \(unit)s` for every second \(unit); for twice a \(unit) write `every: "
                                + "\(unit)` and two days, such as `day: [tuesday, thursday]`.")
                )
            } else {
                var help =
                    Interval.meant(by: word)
                    ?? Help("For every second Thursday, write", paste: "every: 2 weeks\nday: thursday")
                if reader.isInFlow { help = inBraces(help) }
                reader.report(
                    ContentRules.wrongType, node,
                    "`\(text.prefix(60))` is not an interval: write `day`, `week`, `month` or `year`, with a number "
                        + "before it if it is more than one.",
                    help: help)
            }
            return nil
        }
    }

    /// The same on one line; without remarks, which end only with the line.
    private static func inBraces(_ help: Help) -> Help {
        let lines = help.paste?.split(separator: "\n") ?? []
        guard let remark = lines.lastIndex(where: { $0.hasPrefix("# ") }) else {
            return Help(help.advice, paste: help.paste?.replacing("\n", with: ", "))
        }
        return Help("If it is once a month, write:", paste: lines[(remark + 1)...].joined(separator: ", "))
    }
}

extension ValueType where Value == RepeatDay {
    static var repeatDay: ValueType {
        ValueType(.repeatDay) { node, reader in
            guard case .scalar(let text, _) = node.value, let day = RepeatDay(text) else {
                let found =
                    if case .scalar(let text, _) = node.value { "`\(text.prefix(60))` is" } else {
                        "Found \(node.describedKind), which is"
                    }
                reader.report(
                    ContentRules.wrongType, node,
                    "\(found) not a day that repeats: write a weekday (`thursday`), a weekday of the month (`first "
                        + "tuesday`, `last friday`) or a day of the month (`15`, `last day`).",
                    help: node.text.flatMap(RepeatDay.meant(by:)).map { reader.inPlace(of: node, $0) }
                )
                return nil
            }
            return day
        }
    }
}
