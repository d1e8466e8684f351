internal import Text

/// Comments that CommonMark 0.31.2 accepts and libcmark 0.30 does not: those with `--` in them.
///
/// The library decides what is a comment, as only it knows what is code. Before it parses, each hyphen that it would
/// not accept becomes another byte, so that no offset moves. Afterwards the hyphens are restored in the nodes of the
/// tree.
enum MaskedComments {
    private static let mask: UInt8 = 1

    /// The same text for the library; `nil` if it needs no change.
    static func mask(_ bytes: [UInt8], from start: Int) -> [UInt8]? {
        let offsets = bytes.withUnsafeBufferPointer { hyphens(in: $0, from: start) }
        // A text that already contains such bytes could not be distinguished from it.
        if offsets.isEmpty || bytes[start...].contains(mask) { return nil }
        var out = bytes
        for offset in offsets { out[offset] = mask }
        return out
    }

    /// - Parameter text: a C string, with a zero at its end.
    static func unmask(_ text: UnsafeMutablePointer<UInt8>) {
        var i = 0
        while text[i] != 0 {
            if text[i] == mask { text[i] = UInt8(ascii: "-") }
            i += 1
        }
    }

    /// Hyphens between `<!--` and `-->` that are side by side or right before the end.
    private static func hyphens(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [Int] {
        var found: [Int] = []
        var i = start
        while true {
            i = bytes.first(UInt8(ascii: "<"), in: i..<bytes.count)
            guard i + 4 < bytes.count else { return found }
            guard bytes[i + 1] == UInt8(ascii: "!"), bytes.isHyphen(i + 2), bytes.isHyphen(i + 3) else {
                i += 1
                continue
            }
            let (text, isClosed) = comment(in: bytes, from: i + 4)
            if isClosed {
                found += text.filter {
                    bytes.isHyphen($0) && (bytes.isHyphen($0 + 1) || $0 > text.lowerBound && bytes.isHyphen($0 - 1))
                }
            }
            i = text.upperBound
        }
    }

    /// The text after `<!--` up to `-->` or the end of the paragraph. A line of nothing but marks may end it: it may be
    /// empty, underline a heading or divide a table.
    private static func comment(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (text: Range<Int>, isClosed: Bool) {
        var isMarksOnly = false
        for i in start..<bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "-")
            where bytes.isHyphen(i + 1) && i + 2 < bytes.count && bytes[i + 2] == UInt8(ascii: ">"):
                return (start..<i, true)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if isMarksOnly, i > 0, bytes[i - 1] != UInt8(ascii: "\r") { return (start..<i, false) }
                isMarksOnly = true
            case let byte where !" \t>-=:|*_".utf8.contains(byte):
                isMarksOnly = false
            default: break
            }
        }
        return (start..<bytes.count, false)
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func isHyphen(_ i: Int) -> Bool { i < count && self[i] == UInt8(ascii: "-") }
}
