internal import Content
internal import Zones

/// The rules of a time zone for readers that do not know it, or know an older one (RFC 5545, section 3.6.5).
enum VTimeZone {
    static func lines(_ name: String, _ observances: [ZoneObservance]) -> [UInt8] {
        var out = ICalendarWriter()
        out.line("BEGIN", "VTIMEZONE")
        out.line("TZID", name)
        for observance in observances {
            let kind = observance.isDaylight ? "DAYLIGHT" : "STANDARD"
            out.line("BEGIN", kind)
            out.line("TZOFFSETFROM", offset(observance.offsetFrom))
            out.line("TZOFFSETTO", offset(observance.offsetTo))
            out.line("DTSTART", ICalendarWriter.digits(observance.onset))
            if let days = observance.days {
                let until = observance.until.map { ";UNTIL=" + ICalendarWriter.utc($0) } ?? ""
                out.line("RRULE", "FREQ=YEARLY;BYMONTH=\(days.month);" + rule(days) + until)
            }
            out.line("END", kind)
        }
        out.line("END", "VTIMEZONE")
        return out.bytes
    }

    private static func rule(_ days: ZoneObservance.Days) -> String {
        let weekday = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][days.weekday]
        switch days.weekInMonth {
        case .week(let week): return "BYDAY=\(week)\(weekday)"
        case .from(let first):
            return "BYDAY=\(weekday);BYMONTHDAY=" + (first..<(first + 7)).map(String.init).joined(separator: ",")
        }
    }

    /// `+0100`, `-0330`.
    private static func offset(_ seconds: Int) -> String {
        let (hours, minutes) = (abs(seconds) / 60).quotientAndRemainder(dividingBy: 60)
        return (seconds < 0 ? "-" : "+") + PartialDate.padded(hours, 2) + PartialDate.padded(minutes, 2)
    }
}
