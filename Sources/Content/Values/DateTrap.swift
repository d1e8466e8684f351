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
    static func help(for node: YAMLNode, _ precision: TimePrecision) -> Help? {
        guard case .scalar(let text, _) = node.value else { return nil }
        func exactly(_ date: String) -> Help {
            let isFit = precision == .time || PartialDate(date)?.minute == nil
            return Help("Perhaps \(date)?", replacement: isFit ? node.replacement(date) : nil)
        }
        if let hint = nearlyRight(text, exactly) { return hint }
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" }).map(String.init)
        guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), let c = Int(parts[2]) else {
            // A day of the week may say that the number is a slip.
            let isExact = !text.lowercased().contains("day")
            return DateGuess.of(text).map { isExact ? exactly($0) : "Perhaps \($0)?" }
        }
        func iso(_ y: Int, _ m: Int, _ d: Int) -> String? {
            let date = PartialDate.padded(y, 4) + "-" + PartialDate.padded(m, 2) + "-" + PartialDate.padded(d, 2)
            return PartialDate(date) == nil ? nil : date
        }
        let readings = a > 31 ? [iso(a, b, c)] : c >= 1000 ? [iso(c, b, a), iso(c, a, b)] : []
        let found = readings.compactMap { $0 }
        guard let first = found.first else { return nil }
        if found.allSatisfy({ $0 == first }) { return exactly(first) }
        let other = found.dropFirst().first.flatMap { $0 == first ? nil : " or, with the month first, \($0)" } ?? ""
        return "Perhaps \(first)\(other)?"
    }
}
