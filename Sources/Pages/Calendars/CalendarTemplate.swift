internal import Calendar
internal import Content

/// The lines of an event in a calendar with places for what differs from date to date, so that each of thousands of
/// dates is a copy of bytes.
struct CalendarTemplate {
    private let bytes: [UInt8]
    /// Where the characters of each value go, in order; a value that stands twice has its places twice.
    private let places: [Mark: [Int]]

    /// What differs, by a byte that no line of a calendar has.
    private enum Mark: UInt8, CaseIterable {
        case day = 1
        case starts, ends
    }

    /// `2026-12-03`, to be filled in.
    static let day = marks(.day, count: 10)

    /// - Parameter isAllDay: whether they are days and no times.
    static func starts(isAllDay: Bool) -> String { marks(.starts, count: isAllDay ? 8 : 16) }
    static func ends(isAllDay: Bool) -> String { marks(.ends, count: isAllDay ? 8 : 16) }

    private static func marks(_ mark: Mark, count: Int) -> String {
        String(repeating: Character(UnicodeScalar(mark.rawValue)), count: count)
    }

    init(_ lines: [UInt8]) {
        bytes = lines
        places = Dictionary(
            uniqueKeysWithValues: Mark.allCases.map { mark in
                (mark, lines.indices.filter { lines[$0] == mark.rawValue })
            })
    }

    var count: Int { bytes.count }

    /// - Parameters: what to fill in; each as long as its marks.
    func filled(day: String, starts: String, ends: String) -> [UInt8] {
        var filled = bytes
        for (mark, text) in [(Mark.day, day), (.starts, starts), (.ends, ends)] {
            let text = Array(text.utf8)
            for (index, place) in places[mark]!.enumerated() { filled[place] = text[index % text.count] }
        }
        return filled
    }
}
