/// The signature of an e-mail at the end of a text. An entry that came by e-mail may bring one along, with a telephone
/// number in it.
package enum MailSignature {
    /// No signature is longer than this (RFC 3676 and its readers allow four lines; disclaimers are longer).
    private static let mostLines = 30, mostBytes = 4_000

    /// - Parameter start: where the text begins in the file.
    /// - Returns: the line on which the signature begins; `nil` if there is none.
    package static func find(in bytes: [UInt8], from start: Int) -> Range<Int>? {
        var end = bytes.count
        var number = 0
        var hasWords = false
        while end > start, number < mostLines, bytes.count - end < mostBytes {
            let lineStart = lineStart(before: end, in: bytes, from: start)
            let line = bytes[lineStart..<(end > lineStart && bytes[end - 1] == 13 ? end - 1 : end)]
            if line.starts(with: [45, 45]), line.dropFirst(2).allSatisfy({ $0 == 32 }), hasWords {
                // With its space it is the sign of RFC 3676; without, two hyphens below a line would make that a
                // heading.
                let isAfterBlank =
                    lineStart == start
                    || bytes[self.lineStart(before: lineStart - 1, in: bytes, from: start)..<lineStart].allSatisfy {
                        $0 <= 32
                    }
                return line.count == 3 || isAfterBlank ? lineStart..<lineStart + line.count : nil
            }
            // The end of a block of code, which may hold such lines.
            if let first = line.first, first == 96 || first == 126, line.count >= 3,
                line.prefix(3).allSatisfy({ $0 == first })
            {
                return nil
            }
            hasWords = hasWords || line.contains { $0 > 32 }
            number += 1
            end = lineStart - 1
        }
        return nil
    }

    /// - Parameter end: where a line ends, its line feed excluded.
    private static func lineStart(before end: Int, in bytes: [UInt8], from start: Int) -> Int {
        (bytes[start..<max(start, end)].lastIndex(of: 10) ?? start - 1) + 1
    }
}
