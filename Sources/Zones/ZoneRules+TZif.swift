extension ZoneRules {
    /// Reads a TZif file (RFC 9636), of any version.
    ///
    /// - Returns: `nil` where the bytes are not such a file, or not all of it.
    public init?(tzif bytes: [UInt8]) {
        guard let first = Block(bytes, at: 0, timeSize: 4) else { return nil }
        // From version 2 on, the times of 64 bits follow in a block of their own, and after them the yearly rule.
        guard first.version >= UInt8(ascii: "2") else {
            self.init(first)
            return
        }
        guard let second = Block(bytes, at: first.end, timeSize: 8) else { return nil }
        self.init(second)
        guard second.end < bytes.count, bytes[second.end] == UInt8(ascii: "\n"),
            let end = bytes[(second.end + 1)...].firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        let rule = bytes[(second.end + 1)..<end]
        if rule.isEmpty { return }
        guard let rest = YearlyRule(rule) else { return nil }
        self.rest = rest
    }

    private init(_ block: Block) {
        self.init(offset: block.offsets[0])
        changes = block.changes
    }

    /// A header with the data that it counts.
    private struct Block {
        let version: UInt8
        /// Of each type of local time, in seconds east of UTC; never empty.
        let offsets: [Int]
        let changes: [Change]
        /// Where the next part of the file begins.
        let end: Int

        /// - Parameter timeSize: bytes of a time: 4 in the first block, 8 in the second.
        init?(_ bytes: [UInt8], at start: Int, timeSize: Int) {
            let headerSize = 44
            guard bytes.count >= start + headerSize, bytes[start..<(start + 4)].elementsEqual("TZif".utf8) else {
                return nil
            }
            version = bytes[start + 4]
            let counts = (0..<6).map { Block.number(bytes, at: start + 20 + 4 * $0, size: 4) }
            let (utcMarks, standardMarks, leaps) = (counts[0], counts[1], counts[2])
            let (times, types, letters) = (counts[3], counts[4], counts[5])
            // No count is larger than the file, so that the sums below cannot overflow.
            guard counts.allSatisfy({ (0...bytes.count).contains($0) }), types > 0 else { return nil }
            let indexes = start + headerSize + times * timeSize
            let typesStart = indexes + times
            end = typesStart + types * 6 + letters + leaps * (timeSize + 4) + standardMarks + utcMarks
            guard end <= bytes.count else { return nil }
            let offsets = (0..<types).map { Block.number(bytes, at: typesStart + 6 * $0, size: 4) }
            self.offsets = offsets
            var changes: [Change] = []
            changes.reserveCapacity(times)
            for index in 0..<times {
                let type = Int(bytes[indexes + index])
                let instant = Block.number(bytes, at: start + headerSize + index * timeSize, size: timeSize)
                guard type < types, changes.last.map({ $0.instant < instant }) ?? true else { return nil }
                changes.append(Change(instant: instant, offset: offsets[type]))
            }
            self.changes = changes
        }

        /// Signed, the highest byte first.
        private static func number(_ bytes: [UInt8], at start: Int, size: Int) -> Int {
            var value: UInt64 = bytes[start] & 0x80 == 0 ? 0 : .max
            for byte in bytes[start..<(start + size)] { value = value << 8 | UInt64(byte) }
            return Int(truncatingIfNeeded: value)
        }
    }
}
