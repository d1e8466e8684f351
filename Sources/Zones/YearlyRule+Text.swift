extension YearlyRule {
    /// - Returns: `nil` for anything that is not such a rule, an empty text among it.
    init?(_ text: some Sequence<UInt8>) {
        var reader = Reader(bytes: Array(text))
        guard reader.name(), let west = reader.time() else { return nil }
        standard = -west
        if reader.isAtEnd { return }
        guard reader.name() else { return nil }
        var offset = standard + 3600
        if reader.next != UInt8(ascii: ",") {
            guard let west = reader.time() else { return nil }
            offset = -west
        }
        guard let start = reader.moment(), let end = reader.moment(), reader.isAtEnd else { return nil }
        summer = Summer(offset: offset, start: start, end: end)
    }

    /// Reads from the front.
    private struct Reader {
        let bytes: [UInt8]
        var at = 0

        var isAtEnd: Bool { at == bytes.count }
        var next: UInt8? { isAtEnd ? nil : bytes[at] }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard next == UInt8(ascii: character) else { return false }
            at += 1
            return true
        }

        /// `EST`, or `<-03>`.
        mutating func name() -> Bool {
            if skip("<") {
                while let byte = next, byte != UInt8(ascii: ">") {
                    _ = byte
                    at += 1
                }
                return skip(">")
            }
            let start = at
            while let byte = next, (65...90).contains(byte & ~32) { at += 1 }
            return at - start >= 3
        }

        mutating func number(_ range: ClosedRange<Int>) -> Int? {
            let start = at
            var value = 0
            while let byte = next, (48...57).contains(byte), at - start < 4 {
                value = value * 10 + Int(byte) - 48
                at += 1
            }
            return at > start && range.contains(value) ? value : nil
        }

        /// `5`, `-5:30` or `167:59:59`, in seconds.
        mutating func time() -> Int? {
            let sign = skip("-") ? -1 : 1
            if sign == 1 { _ = skip("+") }
            guard var seconds = number(0...167).map({ $0 * 3600 }) else { return nil }
            for unit in [60, 1] where skip(":") {
                guard let part = number(0...59) else { return nil }
                seconds += part * unit
            }
            return sign * seconds
        }

        /// `,M3.2.0`, `,J60/1:30` or `,59`.
        mutating func moment() -> Moment? {
            guard skip(","), let day = day() else { return nil }
            guard skip("/") else { return Moment(day: day, time: 2 * 3600) }
            return time().map { Moment(day: day, time: $0) }
        }

        private mutating func day() -> Moment.Day? {
            if skip("J") { return number(1...365).map { .julian($0) } }
            guard skip("M") else { return number(0...365).map { .ofYear($0) } }
            guard let month = number(1...12), skip("."), let week = number(1...5), skip("."),
                let weekday = number(0...6)
            else { return nil }
            return .weekday(weekday, week: week, month: month)
        }
    }
}
