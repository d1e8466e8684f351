internal import Diagnostics

/// Where the tags of a block of HTML are in the file.
extension SourceRanges {
    /// Goes through a block from its first byte to its last.
    struct Finder {
        /// Where the block's text begins, if the source has it unchanged: outside of lists and quotes.
        let start: Int?
        /// How much of the block's text was passed, and the line on which that ends.
        var passed = 0
        var line: Int
        /// After the last thing found.
        var offset: Int
    }

    mutating func finder(of node: Node) -> Finder {
        let start = source.lineStart(node.startLine)
        return Finder(
            start: source.has(node.literal, at: start) ? start : nil, line: node.startLine, offset: start)
    }

    /// - Parameter range: in the block's text, after the last one requested.
    mutating func find(
        _ range: Range<Int>, _ literal: UnsafeBufferPointer<UInt8>, _ finder: inout Finder
    ) -> ByteRange {
        if let start = finder.start { return file(start + range.lowerBound..<start + range.upperBound) }
        for byte in literal[finder.passed..<range.lowerBound] where byte == UInt8(ascii: "\n") { finder.line += 1 }
        finder.passed = range.lowerBound
        let line = source.line(finder.line)
        let tag = literal[range].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let from = max(line.lowerBound, min(finder.offset, line.upperBound))
        guard let found = source.find(tag, in: from..<line.upperBound) else { return file(line) }
        finder.offset = found.upperBound
        return file(found)
    }
}
