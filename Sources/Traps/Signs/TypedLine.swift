package import Diagnostics

/// A line of a text as somebody typed it.
package struct TypedLine {
    /// In the file, without the spaces and quotation signs before it and without its end.
    package let text: ByteRange
    /// Columns of space before the text, if there are only spaces.
    let indent: Int
    /// Where the next line begins.
    let next: Int

    /// - Parameter start: in the file: where the line or its text begins.
    package init(_ bytes: [UInt8], from start: Int) {
        let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        var first = start
        while first < end, bytes[first] == 0x20 || bytes[first] == 0x09 || bytes[first] == UInt8(ascii: ">") {
            first += 1
        }
        text = first..<end
        indent = first - start
        let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
        next = min(end + (isPair ? 2 : 1), bytes.count)
    }

    /// Whether a byte is an ASCII letter or digit.
    static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// The text before an offset in its line.
    static func prefix(of offset: Int, in bytes: [UInt8]) -> String {
        let start = (bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D } ?? -1) + 1
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    /// What the text of a heading or an item may begin with.
    enum Beginning {
        case letter, digit
        /// A bracket, a quotation mark or a sign of Markdown.
        case sign
    }

    /// - Returns: `nil` for a space of any kind, for other signs and at the end of the line.
    static func beginning(_ bytes: [UInt8], at offset: Int) -> Beginning? {
        guard offset < bytes.count else { return nil }
        switch bytes[offset] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit
        case let byte where byte < 0x80: return "[*_`\"'(".utf8.contains(byte) ? .sign : nil
        default: break
        }
        guard
            let scalar = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars
                .first,
            InvisibleCharacter(scalar) == nil
        else { return nil }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .otherSymbol:
            return PastedSigns.isBullet(scalar) ? nil : .letter
        case .decimalNumber: return .digit
        case .initialPunctuation, .openPunctuation: return .sign
        default: return nil
        }
    }
}
