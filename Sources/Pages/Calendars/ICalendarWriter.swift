internal import Calendar
internal import Content
internal import Text

/// Content lines of iCalendar (RFC 5545), in the forms that all tested readers accept.
///
/// - Names in capitals, lines end in CRLF, and are folded after at most 75 octets between characters (four readers show
///   broken letters otherwise, and four refuse the file).
/// - No backslash in a text: ics 0.7 and icalendar 2.8 (Ruby) read `C:\new` as a line break, escaped or not.
/// - `SUMMARY` and `LOCATION` are one line: calcurse 4.7 skips an event otherwise.
struct ICalendarWriter {
    private(set) var bytes: [UInt8] = []

    mutating func line(_ name: String, _ value: String) { fold(name + ":" + value) }

    /// A text of one line.
    mutating func text(_ name: String, _ value: String) {
        line(name, Self.escaped(value.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    }

    /// A text of several lines.
    mutating func text(_ name: String, lines: [String]) {
        let lines = lines.map { Self.escaped($0.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }
        line(name, lines.joined(separator: "\\n"))
    }

    /// Lines that were written before.
    mutating func append(_ lines: [UInt8]) { bytes += lines }

    mutating func append(_ template: CalendarTemplate, _ digits: ArraySlice<UInt8>) {
        template.append(digits, to: &bytes)
    }

    /// RFC 5545, section 3.3.11, without control characters.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "/"
            case ",", ";": out += "\\" + String(scalar)
            case _ where scalar.properties.generalCategory == .control: continue
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    private static let limit = 75

    private mutating func fold(_ line: String) {
        let line = Array(line.utf8)
        var start = 0
        var room = Self.limit
        while line.count - start > room {
            var end = start + room
            // Not within a character, nor between a backslash and what it escapes.
            while line[end] & 0xC0 == 0x80 || line[end - 1] == UInt8(ascii: "\\") { end -= 1 }
            bytes += line[start..<end]
            bytes += "\r\n ".utf8
            (start, room) = (end, Self.limit - 1)
        }
        bytes += line[start...]
        bytes += "\r\n".utf8
    }
}

extension ICalendarWriter {
    /// `20261203T140000Z`.
    static func utc(_ instant: Int) -> String { digits(instant) + "Z" }

    /// `20261203T140000`, of seconds since 1970 on some clock.
    static func digits(_ seconds: Int) -> String {
        var out: [UInt8] = []
        append(seconds, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// `20261203`.
    static func date(_ day: CivilDay) -> String {
        var out: [UInt8] = []
        append(day, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// As `digits` has it.
    static func append(_ seconds: Int, to out: inout [UInt8]) {
        let (day, rest) = CivilDay.split(seconds)
        append(day, to: &out)
        out.append("T")
        for part in [rest / 3600, rest / 60 % 60, rest % 60] { out.append(part, digits: 2) }
    }

    /// As `date` has it.
    static func append(_ day: CivilDay, to out: inout [UInt8]) {
        let date = day.date
        out.append(date.year, digits: 4)
        out.append(date.month ?? 1, digits: 2)
        out.append(date.day ?? 1, digits: 2)
    }
}
