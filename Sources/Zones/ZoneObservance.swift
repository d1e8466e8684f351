/// One way in which the clocks of a zone are changed: once, or every year on a corresponding day.
///
/// The parts of a VTIMEZONE (RFC 5545, section 3.6.5) are such ways.
public struct ZoneObservance: Sendable, Equatable {
    /// Seconds east of UTC, before and after.
    public let offsetFrom: Int
    public let offsetTo: Int
    /// The first change, in seconds since 1970 on the clocks as they are before.
    public let onset: Int
    /// On which days it comes again; `nil` for a single change.
    public let days: Days?
    /// The last change as an instant; `nil` where it goes on, and of a single one.
    public let until: Int?
    /// Whether the zone's clocks are ahead of what they are for the rest of the year.
    public let isDaylight: Bool

    /// A weekday of a month. Sunday is 0, January is 1.
    public struct Days: Sendable, Hashable {
        public let month: Int
        public let weekday: Int
        public let weekInMonth: WeekInMonth

        public enum WeekInMonth: Sendable, Hashable {
            /// The first (1) to fourth, or the last (-1) of the month.
            case week(Int)
            /// The one that is among seven days of the month in a row, the first of which this is.
            case from(Int)
        }
    }
}

extension ZoneRules {
    /// For how many years after an instant the ways of a zone without a last rule are listed.
    private static let yearsTold = 15

    /// The ways in which the clocks are changed from an instant on, as few as possible.
    ///
    /// A yearly way that is in force at that instant is written as if it had been since 1970: readers that look for the
    /// first change there then find one, and nobody needs days before it.
    ///
    /// - Returns: by onset; never empty, and the first is before the instant.
    public func observances(from start: Int) -> [ZoneObservance] {
        let year = 366 * 86_400
        let (first, last) = (start - 3 * year, start + Self.yearsTold * year)
        // A change at the end of the last Thursday can be on the first day of the next month, which no rule says; a
        // second earlier it is on the Thursday.
        let forms = [0, 1].map { early in
            var runs = Runs(zone: self, from: first, through: last, early: early)
            return runs.observances(isOpen: rest?.summer != nil)
        }
        return forms[1].count < forms[0].count ? forms[1] : forms[0]
    }

    /// Changes that are alike, gathered into yearly ways.
    private struct Runs {
        private let first: Int
        private let firstOffset: Int
        private var closed: [Run] = []
        private var open: [Run] = []

        /// - Parameter early: how many seconds before the changes they are written.
        init(zone: ZoneRules, from first: Int, through last: Int, early: Int) {
            self.first = first
            firstOffset = zone.offset(at: first)
            var before = firstOffset
            for change in zone.changes(after: first, through: last) where change.offset != before {
                add(Run(ZoneRules.Change(instant: change.instant - early, offset: change.offset), before: before))
                before = change.offset
            }
        }

        private mutating func add(_ run: Run) {
            let year = run.years.lowerBound
            if let index = open.firstIndex(where: { $0.takes(run) }) {
                open[index].join(run)
            } else {
                open.append(run)
            }
            closed += open.filter { $0.years.upperBound < year - 1 }
            open.removeAll { $0.years.upperBound < year - 1 }
        }

        /// - Parameter isOpen: whether the last rule of the zone goes on for ever.
        mutating func observances(isOpen: Bool) -> [ZoneObservance] {
            let lastYear = open.map(\.years.upperBound).max() ?? 0
            var found: [ZoneObservance] = []
            // A zone that gave up its changes stays in what came last, which is its standard time by then.
            if !isOpen, let last = open.indices.max(by: { open[$0].last < open[$1].last }) {
                let run = open.remove(at: last)
                found.append(run.asStandardTime)
                if let rest = run.withoutLast { open.append(rest) }
            }
            let firstYear = open.isEmpty && closed.isEmpty ? 0 : (open + closed).map(\.years.lowerBound).min()!
            for run in closed + open {
                let goesOn = isOpen && run.years.upperBound >= lastYear - 1 && open.contains { $0.last == run.last }
                let isOld = run.count > 1 && run.years.lowerBound <= firstYear + 1
                found += run.observances(since1970: isOld, goesOn: goesOn)
            }
            if !found.contains(where: { $0.onset <= first }) {
                found.append(
                    ZoneObservance(
                        offsetFrom: firstOffset, offsetTo: firstOffset, onset: 0, days: nil, until: nil,
                        isDaylight: false))
            }
            return found.sorted { ($0.onset, $0.offsetTo) < ($1.onset, $1.offsetTo) }
        }
    }
}

/// Changes of neighbouring years that a rule can say.
private struct Run {
    private let offsets: (from: Int, to: Int)
    private let month: Int
    private let weekday: Int
    /// Seconds after midnight on the clocks as they are before.
    private let time: Int
    /// Days of the month, by year.
    private var days: [Int]
    private(set) var years: ClosedRange<Int>
    private let firstLocal: Int
    /// The instants of the last two.
    private(set) var last: Int
    private var lastButOne: Int
    private var lastLocal: Int

    var count: Int { days.count }

    init(_ change: ZoneRules.Change, before: Int) {
        let local = change.instant + before
        let day = Days.floor(local, by: 86_400)
        let year = Days.year(of: day)
        let month = (1...12).last { Days.first(of: $0, in: year) <= day }!
        offsets = (before, change.offset)
        self.month = month
        weekday = Days.weekday(day)
        time = local - day * 86_400
        days = [day - Days.first(of: month, in: year) + 1]
        years = year...year
        firstLocal = local
        (last, lastButOne, lastLocal) = (change.instant, change.instant, local)
    }

    func takes(_ next: Run) -> Bool {
        next.offsets == offsets && next.month == month && next.weekday == weekday && next.time == time
            && next.years.lowerBound == years.upperBound + 1 && Self.weekInMonth(of: days + next.days, in: month) != nil
    }

    mutating func join(_ next: Run) {
        days += next.days
        years = years.lowerBound...next.years.upperBound
        (lastButOne, last, lastLocal) = (last, next.last, next.lastLocal)
    }

    var withoutLast: Run? {
        guard count > 1 else { return nil }
        var run = self
        run.days.removeLast()
        run.years = years.lowerBound...(years.upperBound - 1)
        run.last = lastButOne
        return run
    }

    /// Its last change by itself.
    var asStandardTime: ZoneObservance {
        ZoneObservance(
            offsetFrom: offsets.from, offsetTo: offsets.to, onset: lastLocal, days: nil, until: nil, isDaylight: false)
    }

    /// - Parameters:
    ///   - since1970: written as if it had been so since then.
    ///   - goesOn: whether it has no last year.
    func observances(since1970: Bool, goesOn: Bool) -> [ZoneObservance] {
        let isDaylight = offsets.to > offsets.from
        guard count > 1, let weekInMonth = Self.weekInMonth(of: days, in: month) else {
            return [
                ZoneObservance(
                    offsetFrom: offsets.from, offsetTo: offsets.to, onset: firstLocal, days: nil, until: nil,
                    isDaylight: isDaylight)
            ]
        }
        let rule = ZoneObservance.Days(month: month, weekday: weekday, weekInMonth: weekInMonth)
        return [
            ZoneObservance(
                offsetFrom: offsets.from, offsetTo: offsets.to,
                onset: since1970 ? rule.day(in: 1970) * 86_400 + time : firstLocal, days: rule,
                until: goesOn ? nil : last, isDaylight: isDaylight)
        ]
    }

    /// What days of a month in several years have in common.
    private static func weekInMonth(of days: [Int], in month: Int) -> ZoneObservance.Days.WeekInMonth? {
        let low = days.min()!
        let high = days.max()!
        let length = Days.first(of: month + 1, in: 2027) - Days.first(of: month, in: 2027)
        if low > length - 7, month != 2 { return .week(-1) }
        if (low - 1) / 7 == (high - 1) / 7, low <= 28, high <= 28 { return .week((low - 1) / 7 + 1) }
        return high - low < 7 ? .from(min(low, length - 6)) : nil
    }
}

extension ZoneObservance.Days {
    /// In days since 1970.
    fileprivate func day(in year: Int) -> Int {
        let first = Days.first(of: month, in: year)
        let start: Int
        switch weekInMonth {
        case .week(let week) where week > 0: start = first + (week - 1) * 7
        case .week: start = Days.first(of: month + 1, in: year) - 7
        case .from(let day): start = first + day - 1
        }
        return start + (weekday - Days.weekday(start) + 7) % 7
    }
}
