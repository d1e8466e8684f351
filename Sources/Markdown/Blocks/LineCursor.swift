internal import Diagnostics

/// A position in one line, with columns as CommonMark counts them: a tab reaches to the next multiple of four, and a
/// container may take part of one.
struct LineCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The line without its end.
    let line: ByteRange
    private(set) var offset: Int
    private(set) var column = 0
    /// Remaining columns of the tab at `offset`; 0 when none of it was taken.
    private(set) var tabRest = 0

    // Found by `measure()`.

    /// Offset of the next byte that is not a space or tab; the line's end if there is none.
    private(set) var text: Int
    /// Columns from here to `text`.
    private(set) var indent = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, line: ByteRange) {
        self.bytes = bytes
        self.line = line
        offset = line.lowerBound
        text = offset
        measure()
    }

    var isBlank: Bool { text == line.upperBound }
    /// Indented as far as code.
    var isIndented: Bool { indent >= 4 }
    /// The byte at `text`; 0 at the end of the line.
    var first: UInt8 { isBlank ? 0 : bytes[text] }
    /// From `text` to the end of the line.
    var rest: Slice<UnsafeBufferPointer<UInt8>> { bytes[text..<line.upperBound] }

    /// Takes `count` columns of spaces and tabs; there have to be that many.
    mutating func take(columns count: Int) {
        var left = count
        while left > 0, offset < line.upperBound {
            let width = bytes[offset] == UInt8(ascii: "\t") ? (tabRest > 0 ? tabRest : 4 - column % 4) : 1
            let taken = min(width, left)
            tabRest = width - taken
            column += taken
            left -= taken
            if tabRest == 0 { offset += 1 }
        }
        measure()
    }

    /// Takes the spaces and tabs up to `text` and `count` bytes of marks there.
    mutating func takeText(_ count: Int) {
        column += indent + count
        offset = text + count
        tabRest = 0
        measure()
    }

    /// Takes the `>` of a quote, and one column of space if there is one.
    mutating func takeQuoteMark() {
        takeText(1)
        if indent > 0 { take(columns: 1) }
    }

    private mutating func measure() {
        text = offset
        var end = column
        if tabRest > 0 {
            end += tabRest
            text += 1
        }
        while text < line.upperBound {
            if bytes[text] == UInt8(ascii: " ") {
                end += 1
            } else if bytes[text] == UInt8(ascii: "\t") {
                end += 4 - end % 4
            } else {
                break
            }
            text += 1
        }
        indent = end - column
    }
}
