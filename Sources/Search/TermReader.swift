internal import Text

/// Takes the terms of a text: words without case, accents and endings, and Arabic words without their article.
/// `1-terms.js` of the theme does the same to what a reader types, step by step; `Tests/SearchTests/terms.txt` tests
/// both.
///
/// A term is a run of letters, numbers and marks; everything else separates terms. Each character of Han, kana, Thai
/// and other scripts that are written without spaces is a term of its own. Of a longer run the first 24 characters
/// count.
///
/// An English stem is always a beginning of its word, so that people who are still typing find it. One of another
/// language (`Endings`) may have other letters at its end, and an Arabic word loses its article.
struct TermReader {
    private static let longest = 24

    /// Those of the language; `nil` for English ones.
    private let endings: Endings?

    private var term: [UInt8] = []
    /// Characters in `term`.
    private var length = 0
    /// Whether it is made of a to z alone: only such words lose their endings.
    private var isPlain = true
    private var folded: [Unicode.Scalar: Folded] = [:]

    private enum Folded {
        case gap
        case dropped
        case letters([UInt8])
        case whole([UInt8])
    }

    init(_ endings: Endings? = nil) {
        self.endings = endings
        term.reserveCapacity(128)
    }

    /// Calls `body` with the UTF-8 of each term in turn; it is lent for the call.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                index += 1
                let letter = Self.ascii[Int(byte)]
                if letter == 0 { end(body) } else { append(letter) }
            } else {
                let (scalar, width) = Self.scalar(text, index)
                index += width
                append(scalar, body)
            }
        }
        end(body)
    }

    mutating func terms(of text: String) -> [String] {
        var found: [String] = []
        var text = text
        text.withUTF8 { read($0) { found.append(String(decoding: $0, as: UTF8.self)) } }
        return found
    }

    private mutating func append(_ letter: UInt8) {
        guard length < Self.longest else { return }
        term.append(letter)
        length += 1
        if letter < 0x61 { isPlain = false }
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        let known = folded[scalar]
        let fold = known ?? Self.fold(scalar)
        if known == nil { folded[scalar] = fold }
        switch fold {
        case .gap: end(body)
        case .dropped: break
        case .letters(let bytes):
            guard length < Self.longest else { return }
            if bytes.allSatisfy({ $0 < 0x80 }) {
                // `ß` is two letters.
                let letters = bytes.prefix(Self.longest - length)
                term += letters
                length += letters.count
            } else {
                term += bytes
                length += 1
                isPlain = false
            }
        case .whole(let bytes):
            end(body)
            bytes.withUnsafeBufferPointer(body)
        }
    }

    private mutating func end(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard length > 0 else { return }
        let hasOwn = isPlain && endings != nil
        if hasOwn { endings?.shorten(&term) }
        term.withUnsafeBufferPointer { bytes in
            let stem =
                hasOwn ? 0..<bytes.count : isPlain ? 0..<Self.stem(bytes) : Self.article(bytes)..<bytes.count
            body(UnsafeBufferPointer(rebasing: bytes[stem]))
        }
        term.removeAll(keepingCapacity: true)
        length = 0
        isPlain = true
    }

    // MARK: Folding

    /// Letters in lower case and digits; 0 for what separates terms.
    private static let ascii: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) + 32
        default: 0
        }
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Folded {
        if PlainLetters.isMark(scalar) { return .dropped }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            break
        default: return .gap
        }
        let letters = Array(PlainLetters.folded(scalar).utf8)
        return isWritten(withoutSpaces: scalar) ? .whole(letters) : .letters(letters)
    }

    /// Thai, Lao, Burmese, Khmer, kana and Han.
    private static func isWritten(withoutSpaces scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF: true
        default: false
        }
    }

    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Unicode.Scalar, width: Int) {
        let first = text[index]
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, index + width <= text.count else { return (" ", 1) }
        var value = UInt32(first) & (0x7F >> UInt32(width))
        for next in text[(index + 1)..<(index + width)] { value = value << 6 | UInt32(next & 0x3F) }
        return (Unicode.Scalar(value) ?? " ", width)
    }

    // MARK: Articles

    /// How many bytes the Arabic article and what is written together with it have at the beginning of a word; 0 where
    /// fewer than two letters would be left. These are the prefixes of the light10 stemmer (Larkey, Ballesteros and
    /// Connell, 2007): `المدرسة`, `والمدرسة`, `بالمدرسة` and `للمدرسة` have the term of `مدرسة`.
    static func article(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        guard word.count >= 8, word[0] == 0xD8 || word[0] == 0xD9 else { return 0 }
        let prefix = articles.first { word.starts(with: $0) }?.count ?? 0
        // Letters of the block Arabic have two bytes.
        let isLeft = prefix + 4 <= word.count && [prefix, prefix + 2].allSatisfy { (0xD8...0xDB).contains(word[$0]) }
        return isLeft ? prefix : 0
    }

    private static let articles = ["ال", "وال", "بال", "فال", "كال", "لل"].map { Array($0.utf8) }

    // MARK: Endings

    /// How long the stem of an English word is: without plural, `-ing`, `-ed`, a last `e`, `y` or `i`, and the second
    /// of two equal letters at the end. `policies` and `policy` are `polic`, `planning` and `plans` are `plan`.
    ///
    /// Light on purpose: `-er`, `-ment` and the like make other words.
    static func stem(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var count = word.count
        guard count > 3 else { return count }
        func last(_ back: Int) -> UInt8 { word[count - back] }
        let (d, e, g, i, n, s, u, y) = (
            UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "i"), UInt8(ascii: "n"),
            UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "y")
        )
        if last(1) == s, last(2) != s, last(2) != u, !(last(2) == i && last(3) == s) { count -= 1 }
        if count > 5, last(1) == g, last(2) == n, last(3) == i, hasVowel(word, count - 3) {
            count -= 3
        } else if count > 4, last(1) == d, last(2) == e, hasVowel(word, count - 2) {
            count -= last(3) == e ? 1 : 2
        }
        if count > 3, last(1) == e { count -= 1 }
        if count > 3, last(1) == y || last(1) == i { count -= 1 }
        if count > 3, last(1) == last(2) { count -= 1 }
        return count
    }

    private static func hasVowel(_ word: UnsafeBufferPointer<UInt8>, _ count: Int) -> Bool {
        word[..<count].contains {
            [
                UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
                UInt8(ascii: "y"),
            ].contains($0)
        }
    }
}
