/// Entities of HTML as the characters they mean. cmark, which has the whole list, looks up the names.
struct HTMLEntities {
    private var names: [String: [UInt8]] = [:]

    /// The longest name of the list has 31 letters.
    private static let longest = 32

    /// Lines end in LF; control characters, which no page may contain, become spaces.
    mutating func decoded(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var i = bytes.startIndex
        while i < bytes.endIndex {
            let byte = bytes[i]
            i += 1
            switch byte {
            case UInt8(ascii: "&"):
                if let (text, end) = entity(bytes[i...]) {
                    out += text
                    i = end
                } else {
                    out.append(byte)
                }
            case UInt8(ascii: "\r"):
                if i == bytes.endIndex || bytes[i] != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): out.append(byte)
            case 0..<0x20, 0x7F: out.append(0x20)
            default: out.append(byte)
            }
        }
        return out
    }

    /// - Parameter rest: what follows the `&`.
    private mutating func entity(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> (text: [UInt8], end: Int)? {
        if rest.first == UInt8(ascii: "#") { return number(rest.dropFirst()) }
        let name = rest.prefix(Self.longest).prefix { $0.isLetter || $0.isDigit }
        guard !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: ";") else { return nil }
        let key = String(decoding: name, as: UTF8.self)
        let text = names[key] ?? Self.lookUp(key)
        names[key] = text
        return text.isEmpty ? nil : (text, name.endIndex + 1)
    }

    private func number(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> (text: [UInt8], end: Int)? {
        let isHex = rest.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        let digits = (isHex ? rest.dropFirst() : rest).prefix(8).prefix { byte in
            byte.isDigit || isHex && (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
        }
        guard !digits.isEmpty, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10)
        else {
            return nil
        }
        var end = digits.endIndex
        if end < rest.endIndex, rest[end] == UInt8(ascii: ";") { end += 1 }
        if value == 9 || value == 10 { return ([UInt8(value)], end) }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return (Array("\u{FFFD}".utf8), end) }
        // A character that no page may have becomes a space.
        let isControl =
            value < 0x20 || (0x7F..<0xA0).contains(value) || value & 0xFFFE == 0xFFFE
            || (0xFDD0...0xFDEF).contains(value)
        return (isControl ? [0x20] : Array(String(Character(scalar)).utf8), end)
    }

    /// Empty if there is no such name.
    private static func lookUp(_ name: String) -> [UInt8] {
        let written = "&\(name);"
        return Tree(Array(written.utf8), from: 0).read { document in
            guard let text = document.firstChild?.firstChild, text.kind == .text, text.next == nil else { return [] }
            let literal = Array(text.literal)
            return literal == Array(written.utf8) ? [] : literal
        }
    }
}
