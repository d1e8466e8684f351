internal import Calendar
internal import Content
internal import Text

/// The lines of an event in a calendar with gaps for what differs from date to date, so that each of thousands of
/// dates is a copy of bytes.
struct CalendarTemplate {
    private let bytes: [UInt8]
    /// Where each digit of a date goes.
    private let targets: [(byte: Int, digit: Int)]

    /// What differs, by a byte that no line of a calendar has.
    private enum Mark: UInt8, CaseIterable {
        case day = 1
        case starts, ends
    }

    /// `2026-12-03`, to be filled in.
    static let day = marks(.day, isAllDay: false)

    /// - Parameter isAllDay: whether they are days and no times.
    static func starts(isAllDay: Bool) -> String { marks(.starts, isAllDay: isAllDay) }
    static func ends(isAllDay: Bool) -> String { marks(.ends, isAllDay: isAllDay) }

    private static func marks(_ mark: Mark, isAllDay: Bool) -> String {
        String(repeating: Character(UnicodeScalar(mark.rawValue)), count: width(mark, isAllDay))
    }

    /// Of `20261203` and `20261203T140000Z`.
    private static func width(_ mark: Mark, _ isAllDay: Bool) -> Int { mark == .day ? 10 : isAllDay ? 8 : 16 }

    init(_ lines: [UInt8], isAllDay: Bool) {
        var first = 0
        var (starts, used): ([Int], [Int]) = ([], [])
        for mark in Mark.allCases {
            starts.append(first)
            used.append(0)
            first += Self.width(mark, isAllDay)
        }
        var targets: [(byte: Int, digit: Int)] = []
        for (offset, byte) in lines.enumerated() {
            guard let mark = Mark(rawValue: byte) else { continue }
            let index = Int(mark.rawValue) - 1
            // A value that is in it twice has its digits twice.
            targets.append((offset, starts[index] + used[index] % Self.width(mark, isAllDay)))
            used[index] += 1
        }
        (bytes, self.targets) = (lines, targets)
    }

    var count: Int { bytes.count }

    /// - Parameter digits: of one date, as `digits(of:isAllDay:)` makes them.
    func append(_ digits: ArraySlice<UInt8>, to out: inout [UInt8]) {
        let start = out.count
        out += bytes
        for target in targets { out[start + target.byte] = digits[digits.startIndex + target.digit] }
    }

    /// How many digits a date has.
    static func digits(isAllDay: Bool) -> Int { Mark.allCases.reduce(0) { $0 + width($1, isAllDay) } }

    /// Its day, when it starts and when it ends.
    static func digits(of occurrence: Occurrence, isAllDay: Bool) -> [UInt8] {
        let day = occurrence.starts.firstDay
        var out = Array(day.date.isoDate.utf8)
        if isAllDay {
            let last = occurrence.ends?.lastDay ?? occurrence.starts.lastDay
            ICalendarWriter.append(day, to: &out)
            ICalendarWriter.append(last + 1, to: &out)
        } else {
            let instants = occurrence.instants
            let end = instants.isEmpty ? instants.lowerBound + CalendarEvent.lengthShown : instants.upperBound
            ICalendarWriter.append(instants.lowerBound, to: &out)
            out.append("Z")
            ICalendarWriter.append(end, to: &out)
            out.append("Z")
        }
        return out
    }
}
