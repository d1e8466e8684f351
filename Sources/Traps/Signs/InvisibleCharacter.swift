/// A character that nobody sees, but that search, comparison and copying stumble over. They come along when text is
/// pasted from web pages and word processors.
///
/// The joiners U+200C and U+200D do not count: emoji and Persian need them. Neither do the marks U+200E and U+200F:
/// Arabic and Hebrew need them. Signs that turn whole runs of text around do count, since they can make a name or an
/// address read as another (CVE-2021-42574, Unicode TR 36).
package enum InvisibleCharacter: Sendable, CaseIterable {
    case softHyphen, zeroWidthSpace, wordJoiner, byteOrderMark
    case leftToRightEmbedding, rightToLeftEmbedding, popFormatting, leftToRightOverride, rightToLeftOverride
    case leftToRightIsolate, rightToLeftIsolate, firstStrongIsolate, popIsolate

    package init?(_ scalar: Unicode.Scalar) {
        guard let found = Self.allCases.first(where: { $0.scalar == scalar }) else { return nil }
        self = found
    }

    package var scalar: Unicode.Scalar {
        switch self {
        case .softHyphen: "\u{AD}"
        case .zeroWidthSpace: "\u{200B}"
        case .wordJoiner: "\u{2060}"
        case .byteOrderMark: "\u{FEFF}"
        case .leftToRightEmbedding: "\u{202A}"
        case .rightToLeftEmbedding: "\u{202B}"
        case .popFormatting: "\u{202C}"
        case .leftToRightOverride: "\u{202D}"
        case .rightToLeftOverride: "\u{202E}"
        case .leftToRightIsolate: "\u{2066}"
        case .rightToLeftIsolate: "\u{2067}"
        case .firstStrongIsolate: "\u{2068}"
        case .popIsolate: "\u{2069}"
        }
    }

    /// For a message: `zero-width space (U+200B)`.
    package var name: String { named(1) }

    /// One or several of them: `soft hyphens (U+00AD)`.
    package func named(_ count: Int) -> String {
        let s = count == 1 ? "" : "s"
        return switch self {
        case .softHyphen: "soft hyphen\(s) (U+00AD)"
        case .zeroWidthSpace: "zero-width space\(s) (U+200B)"
        case .wordJoiner: "word joiner\(s) (U+2060)"
        case .byteOrderMark: "byte-order mark\(s) (U+FEFF)"
        default:
            "character\(s) that change\(count == 1 ? "s" : "") the direction of text "
                + "(U+\(String(scalar.value, radix: 16)))"
        }
    }

    /// The first one at or after an offset and before `end`, with its bytes; `nil` when there is none. Nearly free
    /// for ASCII.
    package static func first(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int
    ) -> (character: InvisibleCharacter, range: Range<Int>)? {
        var i = start
        while i < end {
            // Eight bytes of ASCII at a time, as most text has them.
            if i + 8 <= end,
                UnsafeRawPointer(bytes.baseAddress! + i).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                i += 8
                continue
            }
            if bytes[i] >= 0xC2, let found = character(in: bytes, at: i, before: end) {
                let range = i..<i + UTF8.width(found.scalar)
                if found != .zeroWidthSpace || !followsScriptWithoutSpaces(in: bytes, at: i) { return (found, range) }
                i = range.upperBound
            } else {
                i += 1
            }
        }
        return nil
    }

    /// U+202A to U+202E, then U+2066 to U+2069.
    private static let directions: [InvisibleCharacter] = [
        .leftToRightEmbedding, .rightToLeftEmbedding, .popFormatting, .leftToRightOverride, .rightToLeftOverride,
        .leftToRightIsolate, .rightToLeftIsolate, .firstStrongIsolate, .popIsolate,
    ]

    private static func character(in bytes: UnsafeBufferPointer<UInt8>, at i: Int, before end: Int)
        -> InvisibleCharacter?
    {
        switch bytes[i] {
        case 0xC2 where i + 1 < end && bytes[i + 1] == 0xAD: .softHyphen
        case 0xE2 where i + 2 < end && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x8B: .zeroWidthSpace
        case 0xE2 where i + 2 < end && bytes[i + 1] == 0x81 && bytes[i + 2] == 0xA0: .wordJoiner
        case 0xE2 where i + 2 < end && bytes[i + 1] == 0x80 && (0xAA...0xAE).contains(bytes[i + 2]):
            directions[Int(bytes[i + 2]) - 0xAA]
        case 0xE2 where i + 2 < end && bytes[i + 1] == 0x81 && (0xA6...0xA9).contains(bytes[i + 2]):
            directions[Int(bytes[i + 2]) - 0xA6 + 5]
        case 0xEF where i + 2 < end && bytes[i + 1] == 0xBB && bytes[i + 2] == 0xBF: .byteOrderMark
        default: nil
        }
    }

    /// Thai, Lao, Tibetan (U+0E00–0FFF), Myanmar (U+1000–109F) and Khmer (U+1780–17FF) have no spaces between words:
    /// there a zero-width space says where a line may break.
    private static func followsScriptWithoutSpaces(in bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
        guard i >= 3 else { return false }
        switch (bytes[i - 3], bytes[i - 2]) {
        case (0xE0, 0xB8...0xBF), (0xE1, 0x80...0x82), (0xE1, 0x9E...0x9F): return true
        default: return false
        }
    }
}

extension StringProtocol {
    /// Without the invisible characters in it.
    package var withoutInvisible: String {
        var text = String(self)
        return text.withUTF8 { bytes in
            var kept: [UInt8] = []
            var copied = 0
            while let found = InvisibleCharacter.first(in: bytes, from: copied, before: bytes.count) {
                kept += bytes[copied..<found.range.lowerBound]
                copied = found.range.upperBound
            }
            return String(decoding: kept + bytes[copied...], as: UTF8.self)
        }
    }
}

extension Substring {
    /// Without white space of any kind and invisible characters at either end.
    package var withoutBlankEnds: Substring {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || InvisibleCharacter(scalar) != nil
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return self[endIndex...] }
        return self[first...last]
    }
}
