internal import Content
internal import Zones

/// What all times of one event have in common.
struct EventTimes {
    let rules: ZoneRules
    /// Of its first time: the minute of the day is that of all.
    private let starts: PartialDate
    private let length: Length

    private enum Length {
        case unknown
        /// By the clock on the wall: a number of days later, at that minute, or all day. A night shift from 22:00 to
        /// 06:00 ends at six, also in the night in which the clocks are changed.
        case clock(days: Int, minute: Int?)
        case minutes(Int)
    }

    init(_ event: Event, from starts: PartialDate, _ rules: ZoneRules) {
        (self.starts, self.rules) = (starts, rules)
        if let ends = event.ends?.value {
            length = .clock(days: ends.lastDay.number - starts.firstDay.number, minute: ends.minute)
        } else {
            length = event.minutes.map { .minutes($0.value) } ?? .unknown
        }
    }

    func occurrence(on day: CivilDay) -> Occurrence {
        var date = day.date
        date.minute = starts.minute
        return occurrence(date)
    }

    /// - Parameter date: a day or time of the event, or a month or year where no more is known.
    func occurrence(_ date: PartialDate) -> Occurrence {
        let begin = instant(date.firstDay, date.minute ?? 0)
        let allDay = date.minute == nil ? instant(date.lastDay + 1, 0) : begin
        var end = allDay
        var ends: PartialDate?
        switch length {
        case .unknown: break
        case .clock(let days, let minute):
            let day = date.firstDay + days
            ends = day.date
            ends?.minute = minute
            end = minute.map { instant(day, $0) } ?? instant(day + 1, 0)
        case .minutes(let minutes):
            end = max(allDay, begin + minutes * 60)
            if date.minute != nil {
                let (day, seconds) = CivilDay.split(rules.local(end))
                ends = day.date
                ends?.minute = seconds / 60
            }
        }
        // A mistaken end before the start is reported by a check.
        return Occurrence(
            starts: date, ends: end < begin || ends == date ? nil : ends, instants: begin..<max(begin, end))
    }

    /// A day before which no time of the event can begin that is not over at an instant.
    func firstDay(near instant: Int) -> CivilDay {
        let days =
            switch length {
            case .unknown: 0
            case .clock(let days, _): max(days, 0)
            case .minutes(let minutes): minutes / 1440 + 1
            }
        return CivilDay.split(rules.local(instant)).day + (-days - 2)
    }

    private func instant(_ day: CivilDay, _ minute: Int) -> Int { rules.instant(day.number * 86_400 + minute * 60) }
}
