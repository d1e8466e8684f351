package import Diagnostics
internal import Text

/// Text as spreadsheets, word processors and e-mail leave it: tables with tabs or drawn lines, lists with bullets of
/// their own, and markers with a space after them that is not one to Markdown. All of it becomes running text.
package enum PastedText {
    /// What is wrong with one paragraph and how to write it: at most one problem. Where there is nothing to find, it
    /// takes one look at the bytes.
    ///
    /// - Parameters:
    ///   - range: in the file, from the first byte of the paragraph's text or of its first line to the end of its last
    ///     line. Its lines may start with spaces and the `>` of quotes.
    ///   - bytes: the whole file, in UTF-8.
    ///   - path: the file's, for diagnostics.
    package static func problems(inParagraph range: ByteRange, of bytes: [UInt8], path: String) -> [Diagnostic] {
        guard bytes.withUnsafeBufferPointer({ isSuspicious(UnsafeBufferPointer(rebasing: $0[range])) }) else {
            return []
        }
        let lines = lines(of: range, in: bytes)
        guard
            let found = PastedGrid.find(in: lines) ?? PastedList.find(in: lines) ?? PastedTabs.find(in: lines)
                ?? PastedSpace.find(in: lines)
        else { return [] }
        let first = found.range.lowerBound == lines[0].range.lowerBound
        let prefix = prefix(before: lines[0].range.lowerBound - (found.takesTabs ? lines[0].tabs : 0), in: bytes)
        let fixed = found.fixed.enumerated().map { ($0 == 0 && first ? prefix.first : prefix.next) + $1 }
        let help = Help(found.advice, paste: fixed.isEmpty ? nil : fixed.joined(separator: "\n"))
        return [found.rule.at(found.range, in: path, found.message, help: help)]
    }

    /// Whether any paragraph of a body may hold something to find: one look at all of it, so that a renderer need not
    /// locate the paragraphs of most bodies at all.
    package static func mayBe(in bytes: [UInt8], from start: Int) -> Bool {
        bytes.withUnsafeBufferPointer { isSuspicious(UnsafeBufferPointer(rebasing: $0[min(start, $0.count)...])) }
    }

    /// A line without the characters before its text, and without its end.
    struct Line {
        var range: ByteRange
        var text: Substring
        /// Right before the text.
        var tabs: Int
    }

    struct Finding {
        var rule: Rule
        var range: ByteRange
        var message: String
        /// What to do with `fixed`, or how to do without.
        var advice: String
        /// The lines to paste; empty if they would be too many or too long.
        var fixed: [String] = []
        /// The tabs before the first line's text are cells of it.
        var takesTabs = false
    }

    static func lines(of range: ByteRange, in bytes: [UInt8]) -> [Line] {
        bytes[range].split { $0 == 0x0A || $0 == 0x0D }.map { line in
            let text = line.drop { isPrefix($0) }
            let tabs = bytes[..<text.startIndex].reversed().prefix { $0 == 0x09 }.count
            return Line(
                range: text.startIndex..<text.endIndex, text: Substring(decoding: text, as: UTF8.self), tabs: tabs)
        }
    }

    /// The characters before the text of a paragraph's first line, such as `> - `, and those that its other lines need.
    static func prefix(before start: Int, in bytes: [UInt8]) -> (first: String, next: String) {
        let prefix = bytes[..<start].reversed().prefix { $0 != 0x0A && $0 != 0x0D }.reversed()
        let first = withoutTabs(String(decoding: prefix, as: UTF8.self))
        func blank(_ text: Substring) -> String { String(text.map { $0 == ">" ? ">" : " " }) }
        // What belongs to a footnote is indented by four columns, however long its name is.
        guard let footnote = first.firstRange(of: "[^"), first.hasSuffix(": ") else {
            return (first, blank(first[...]))
        }
        return (first, blank(first[..<footnote.lowerBound]) + "    ")
    }

    /// Each tab reaches to the next multiple of four columns.
    private static func withoutTabs(_ text: String) -> String {
        text.reduce(into: "") { out, sign in
            out += sign == "\t" ? String(repeating: " ", count: 4 - out.count % 4) : String(sign)
        }
    }

    private static func isPrefix(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") }

    /// Whether there is a tab within a line, or a line starts with a sign that is looked for.
    private static func isSuspicious(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let hasTabs = bytes.first(0x09, in: 0..<bytes.count) < bytes.count
        for (line, _) in Lines(bytes, from: 0) {
            var i = line.lowerBound
            while i < line.upperBound, isPrefix(bytes[i]) { i += 1 }
            if i < line.upperBound,
                startsOddly(bytes, i) || hasTabs && bytes.first(0x09, in: i..<line.upperBound) < line.upperBound
            {
                return true
            }
        }
        return false
    }

    /// Whether a line that starts at `i` may be a bullet of some kind, a drawn line, or a marker followed by a
    /// character that is not ASCII.
    private static func startsOddly(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        func byte(_ offset: Int) -> UInt8 { i + offset < bytes.count ? bytes[i + offset] : 0 }
        switch bytes[i] {
        case 0xC2, 0xEF: return true
        // Curly quotes and the dots of an ellipsis start many lines.
        case 0xE2: return byte(1) != 0x80 || !(0x98...0x9F).contains(byte(2)) && byte(2) != 0xA6
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: "*"):
            return [UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "+")].contains(byte(1)) || byte(1) >= 0x80
        case UInt8(ascii: "#"), UInt8(ascii: "o"), 0x30...0x39:
            return (1...10).contains { byte($0) >= 0x80 }
        default: return false
        }
    }
}
