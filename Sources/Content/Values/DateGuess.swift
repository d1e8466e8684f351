/// What somebody meant by a day or a time written as in a letter: `3 December 2026, 2pm`, `December 3rd 2026`,
/// `2026-12-03 14.30`.
enum DateGuess {
    /// The first letters of the months, also in French, German, Spanish and Welsh.
    private static let months = [
        ["jan", "jän", "ene", "ion"], ["feb", "fév", "fev", "chwe"], ["mar", "mär", "mrz", "maw"],
        ["apr", "avr", "abr", "ebr"], ["may", "mai"], ["jun", "juin", "meh"], ["jul", "juil", "gorff"],
        ["aug", "aoû", "aou", "ago", "aws"], ["sep", "medi"], ["oct", "okt", "hyd"], ["nov", "tach"],
        ["dec", "dez", "déc", "dic", "rhag"],
    ]
    private static let weekdays: Set = [
        "mittwoch", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes",
        "miércoles", "jueves", "viernes", "sábado", "domingo",
    ]
    private static let fillers: Set = ["at", "on", "of", "the", "from", "um", "den", "à", "le", "de", "del", "uhr"]

    private static func isWeekday(_ word: String) -> Bool {
        word.hasSuffix("day") || word.hasSuffix("tag") || weekdays.contains(word)
    }

    /// Whether a day of the week is named, so that another day in the text may be a slip.
    static func hasWeekday(_ text: String) -> Bool {
        text.lowercased().split { " ,.".contains($0) }.contains { isWeekday(String($0)) }
    }

    /// As content has it, with the time if there is one; `nil` where any part of the text is not understood.
    static func of(_ text: String) -> String? {
        guard text.utf8.count <= 60 else { return nil }
        var parts = Parts()
        let words = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
        for (index, word) in words.enumerated() {
            if fillers.contains(word) || isWeekday(word) { continue }
            if index + 1 < words.count, words[index + 1] == "uhr", Int(word) != nil {
                parts.minute = clock(word + "h")
            } else if !parts.take(word) {
                return nil
            }
        }
        guard let date = parts.whole else { return nil }
        return date.isoDate + (date.clock.map { " " + $0 } ?? "")
    }

    /// What the words of a text say of a date, each by itself.
    private struct Parts {
        var date: PartialDate?
        var year: Int?
        var month: Int?
        var day: Int?
        var minute: Int?

        /// - Returns: whether the word is understood.
        mutating func take(_ word: String) -> Bool {
            // `2 pm`
            if word == "am" || word == "pm", let number = day, year == nil || month == nil || date != nil {
                (minute, day) = (DateGuess.clock("\(number)\(word)"), nil)
            } else if let found = PartialDate(word), found.day != nil {
                date = found
            } else if let number = Int(word), word.utf8.count == 4 {
                year = number
            } else if let number = Int(DateGuess.ordinal(word)), (1...31).contains(number), day == nil {
                day = number
            } else if word.utf8.count >= 3,
                let number = DateGuess.months.firstIndex(where: { $0.contains { word.hasPrefix($0) } }),
                word.allSatisfy({ $0.isLetter || $0 == "." })
            {
                month = number + 1
            } else if let found = DateGuess.clock(word), minute == nil {
                minute = found
            } else {
                return false
            }
            return true
        }

        /// `nil` where they make none, or a number belongs to nothing: it may be an hour, or a slip.
        var whole: PartialDate? {
            if date != nil, year ?? month ?? day != nil { return nil }
            var whole = date
            if whole == nil, let year, let month {
                whole = PartialDate(
                    "\(PartialDate.padded(year, 4))-\(PartialDate.padded(month, 2))"
                        + (day.map { "-" + PartialDate.padded($0, 2) } ?? ""))
            }
            guard let minute else { return whole }
            guard whole?.day != nil else { return nil }
            whole?.minute = minute
            return whole
        }
    }

    /// `3rd` and `3.` → `3`.
    private static func ordinal(_ word: String) -> String {
        if word.hasSuffix(".") { return String(word.dropLast()) }
        return ["st", "nd", "rd", "th", "er"].contains { word.hasSuffix($0) } ? String(word.dropLast(2)) : word
    }

    /// Minutes since midnight of `2pm`, `2.30pm`, `14:30`, `14.30` and `14h30`.
    static func clock(_ word: String) -> Int? {
        let half = word.hasSuffix("am") || word.hasSuffix("pm") ? String(word.suffix(2)) : nil
        let bare = half == nil ? word : String(word.dropLast(2))
        let parts = bare.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." || $0 == "h" }
        guard (1...2).contains(parts.count), parts.count == 2 || half != nil, var hour = Int(parts[0]),
            let minute = parts.count == 2 && !parts[1].isEmpty ? Int(parts[1]) : 0, (0..<60).contains(minute)
        else { return nil }
        if let half {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (half == "pm" ? 12 : 0)
        }
        return (0..<24).contains(hour) ? hour * 60 + minute : nil
    }
}
