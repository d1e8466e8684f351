internal import Diagnostics
internal import Text
internal import YAML

/// What somebody meant by a date in another form than content has.
enum DateTrap {
    /// `2026-02-30` and `2026-03-12 9:30`: the form is right, or nearly so.
    private static func nearlyRight(_ text: String, _ exactly: (String) -> Help) -> Help? {
        let words = text.split(separator: " ")
        if words.count == 2, words[1].firstIndex(of: ":") == words[1].index(after: words[1].startIndex),
            let date = PartialDate("\(words[0]) 0\(words[1])"), let clock = date.clock
        {
            return exactly("\(date.isoDate) \(clock)")
        }
        guard let date = words.first, date.utf8.count == 10, let month = PartialDate(String(date.prefix(7))),
            let number = month.month,
            date.dropFirst(7).first == "-", let day = Int(date.suffix(2)),
            day > CivilDay.days(inMonth: number, of: month.year)
        else { return nil }
        return "That month has \(CivilDay.days(inMonth: number, of: month.year)) days."
    }

    /// `12/03/2026` is two days, depending on the country; both are offered.
    ///
    /// - Parameter reader: which reads it as the value of a key; in braces, no remark can follow.
    static func help(for node: YAMLNode, _ precision: TimePrecision, _ reader: RecordReader) -> Help? {
        guard case .scalar(let text, _) = node.value else { return nil }
        return form(of: text, node, precision, reader)
            ?? rest(of: text, precision, reader.key, isInFlow: reader.isInFlow) ?? word(text, reader.key)
    }

    /// A date in another form.
    private static func form(
        of text: String, _ node: YAMLNode, _ precision: TimePrecision, _ reader: RecordReader
    ) -> Help? {
        func exactly(_ date: String) -> Help {
            guard precision == .day, let found = PartialDate(date), found.minute != nil else {
                return reader.inPlace(of: node, date)
            }
            var help = reader.inPlace(of: node, found.isoDate, isSure: false)
            help.advice = help.paste == nil ? "Only a day goes here. \(help.advice)" : "Only a day goes here:"
            return help
        }
        if let hint = nearlyRight(text, exactly) { return hint }
        let words = text.split(separator: " ")
        let clock = words.count == 2 ? DateGuess.clock(String(words[1])) : nil
        let time = clock.map { " \(PartialDate.padded($0 / 60, 2)):\(PartialDate.padded($0 % 60, 2))" } ?? ""
        let parts = (clock == nil ? text[...] : words[0]).split(whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" })
            .map(String.init)
        guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), let c = Int(parts[2]) else {
            // A day of the week may say that the number is a slip.
            return DateGuess.of(text).map {
                DateGuess.hasWeekday(text) ? reader.inPlace(of: node, $0, isSure: false) : exactly($0)
            }
        }
        func iso(_ y: Int, _ m: Int, _ d: Int) -> String? {
            let date = PartialDate.padded(y, 4) + "-" + PartialDate.padded(m, 2) + "-" + PartialDate.padded(d, 2)
            return PartialDate(date) == nil ? nil : date + time
        }
        let readings = a > 31 ? [iso(a, b, c)] : c >= 1000 ? [iso(c, b, a), iso(c, a, b)] : []
        let found = readings.compactMap { $0 }
        guard let first = found.first else { return nil }
        if found.allSatisfy({ $0 == first }) { return exactly(first) }
        func shown(_ date: String) -> Substring { precision == .day ? date.prefix(10) : date[...] }
        var help = reader.inPlace(of: node, String(shown(first)), isSure: false)
        guard let other = found.last, other != first else { return help }
        help.advice =
            help.paste == nil
            ? "Perhaps \(shown(first)) or, with the month first, \(shown(other))?"
            : "If the day comes first, paste this line; if the month does, the date is \(shown(other)):"
        return help
    }

    /// `2026-03-12 (by e-mail)` and `2026-03-12 14:00-15:30`: a date, and more.
    private static func rest(of text: String, _ precision: TimePrecision, _ key: String, isInFlow: Bool) -> Help? {
        let date = text.prefix(10)
        let rest = text.dropFirst(10)
        guard PartialDate(String(date))?.day != nil, let next = rest.first, !next.isNumber else { return nil }
        let times = rest.split { " -–".contains($0) }.map { DateGuess.clock(String($0)) }
        if key == "starts", times.count == 2, let from = times[0], let until = times[1] {
            func line(_ key: String, _ minute: Int) -> String {
                "\(key): \(date) \(PartialDate.padded(minute / 60, 2)):\(PartialDate.padded(minute % 60, 2))"
            }
            let lines = [line("starts", from), line("ends", until)]
            return Help(
                "The end has a key of its own:", paste: lines.joined(separator: isInFlow ? ", " : "\n"))
        }
        // A time that is none may be a slip.
        guard rest.contains(where: \.isLetter), precision == .day || !rest.contains(where: \.isNumber) else {
            return nil
        }
        let remark = rest.split { "(),;:–# ".contains($0) }.filter { $0 != "-" }.joined(separator: " ")
        if isInFlow || remark.isEmpty || precision == .time { return "Write the date alone: \(date)." }
        return Help("Write the date alone. A remark goes after ` # `:", paste: "\(key): \(date)  # \(remark)")
    }

    /// `yes` and `YYYY-MM-DD`, which are no dates.
    private static func word(_ text: String, _ key: String) -> Help? {
        let word = text.lowercased()
        let isAgreed = key == "agreed"
        if ["no", "false", "none", "never", "n/a", "-"].contains(word) {
            return isAgreed
                ? "If they said no, remove the line. If they agreed, write on which day."
                : "For no, remove the line."
        }
        if ["yes", "true", "y", "ok", "done"].contains(word) {
            switch key {
            case "agreed": return "Write the day on which they agreed."
            case "paused":
                return
                    "If the community is paused, write the date on which it began to be; if not, remove the line."
            case "closed":
                return "If the community is closed, write the date on which it ended; if not, remove the line."
            default: return "Write the date, or remove the line."
            }
        }
        if ["tbd", "tbc", "tba", "xxx", "?", "…", "..."].contains(word) {
            return "Write the date, or remove the line until you know it."
        }
        if word.contains("yyyy") { return "Put the date in the place of these letters, or remove the line." }
        return isAgreed ? "Write the day on which they agreed. If you do not know it, ask them again." : nil
    }
}
