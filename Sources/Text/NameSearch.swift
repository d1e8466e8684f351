/// A person's names, found in texts by whole words: case, accents and the kind of space between words do not count.
///
///     let search = NameSearch(["Ada Example"])
///     let ranges = search.ranges(in: Array("ADA  example, not Adam Example".utf8))  // [0..<12]
///
/// The last word may come first, before a comma. Each sign of a script that is written without spaces is a word. Other
/// forms of a name (`Examples`, a letter joined before it) are other words.
package struct NameSearch: Sendable {
    /// No person has more; content could state any number.
    private static let most = (names: 50, words: 12)

    /// Numbers of all words of the names.
    private var numbers: [ArraySlice<UInt8>: Int] = [:]
    /// By the first byte of a word: whether there is one in the names.
    private var isFirst = Array(repeating: false, count: 256)
    /// The state after a word and the words before it, by `key`: names that begin alike are compared once.
    private var steps: [Int: Int] = [:]
    /// By such a state: whether the words up to there are a name.
    private var isName = [false]

    /// - Parameter names: those without any letter or digit, or of more than twelve words, are skipped.
    package init(_ names: [String]) {
        for name in names.prefix(Self.most.names) {
            let words = Self.words(of: name)
            guard !words.isEmpty, words.count <= Self.most.words else { continue }
            add(words, isTurned: false)
            if words.count > 1 { add([words.last!] + words.dropLast(), isTurned: true) }
        }
    }

    /// - Parameter isTurned: whether a comma follows the first word.
    private mutating func add(_ words: [[UInt8]], isTurned: Bool) {
        var state = 0
        for (offset, word) in words.enumerated() {
            let number = numbers[word[...], default: numbers.count]
            numbers[word[...]] = number
            isFirst[Int(word[0])] = true
            let key = Self.key(state, number, isComma: isTurned && offset == 1)
            if steps[key] == nil {
                steps[key] = isName.count
                isName.append(false)
            }
            state = steps[key]!
        }
        isName[state] = true
    }

    private static func key(_ state: Int, _ number: Int, isComma: Bool) -> Int {
        (state * (most.names * most.words) + number) * 2 + (isComma ? 1 : 0)
    }

    /// The words of a text as they are compared; empty for one without letters and digits.
    package static func words(of text: String) -> [[UInt8]] {
        let words = NameWordList(Array(text.utf8)[...])
        return words.all.map { Array(words.folded[$0.folded]) }.filter { !$0.isEmpty }
    }

    /// Where the names are, in order; of names that overlap, the first, and of those that begin at one word the
    /// longest.
    package func ranges(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
        guard !numbers.isEmpty else { return [] }
        let words = NameWordList(bytes)
        let known = words.all.map { word -> Int? in
            guard !word.folded.isEmpty, isFirst[Int(words.folded[word.folded.lowerBound])] else { return nil }
            return numbers[words.folded[word.folded]]
        }
        var found: [Range<Int>] = []
        var index = 0
        while index < known.count {
            let count = known[index] == nil ? 0 : count(at: index, known, words)
            if count > 0 {
                found.append(words.all[index].range.lowerBound..<words.all[index + count - 1].range.upperBound)
            }
            index += max(count, 1)
        }
        return found
    }

    package func ranges(in bytes: [UInt8]) -> [Range<Int>] { ranges(in: bytes[...]) }

    /// How many words from an index on are a name; 0 where none begins. No more words are checked than a name has.
    private func count(at index: Int, _ known: [Int?], _ words: NameWordList) -> Int {
        var state = 0
        var count = 0
        for next in index..<known.count {
            guard let number = known[next], next == index || words.all[next].gap != .other else { break }
            let isComma = next > index && words.all[next].gap == .comma
            guard let step = steps[Self.key(state, number, isComma: isComma)] else { break }
            state = step
            if isName[state] { count = next + 1 - index }
        }
        return count
    }
}

/// The words of a text, folded, with the gaps between them.
struct NameWordList {
    enum Gap {
        /// Nothing, or what may separate the words of one name: spaces, a hyphen, a full stop, emphasis.
        case space
        /// The same, with one comma.
        case comma
        case other
    }

    struct Word {
        var range: Range<Int>
        /// In the list's `folded`.
        var folded: Range<Int>
        /// The gap before it.
        let gap: Gap
    }

    private(set) var all: [Word] = []
    private(set) var folded: [UInt8] = []

    private enum Sign { case letter, alone, none, space, comma, line, edge, other }

    init(_ bytes: ArraySlice<UInt8>) {
        var gap = Gap.other
        var isOpen = false
        var lines = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let (sign, length, scalar) = Self.sign(at: index, in: bytes)
            let range = index..<min(index + length, bytes.endIndex)
            index = range.upperBound
            switch sign {
            case .none: if isOpen { all[all.count - 1].range = all[all.count - 1].range.lowerBound..<index }
            case .letter, .alone:
                if !isOpen || sign == .alone { begin(at: range.lowerBound, gap) }
                append(scalar, until: index)
                isOpen = sign == .letter
                (gap, lines) = (.space, 0)
            // Nothing is joined to a sign that is a word by itself.
            case .space: isOpen = false
            case .line:
                isOpen = false
                lines += 1
                if lines > 1 { gap = .other }
            case .comma:
                isOpen = false
                gap = gap == .space ? .comma : .other
            case .edge:
                isOpen = false
                if lines == 0 { gap = .other }
            case .other:
                isOpen = false
                gap = .other
            }
        }
    }

    private mutating func begin(at start: Int, _ gap: Gap) {
        all.append(Word(range: start..<start, folded: folded.count..<folded.count, gap: gap))
    }

    private mutating func append(_ scalar: Unicode.Scalar, until end: Int) {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            folded.append((65...90).contains(byte) ? byte | 32 : byte)
        } else {
            folded += Array(PlainLetters.folded(scalar).utf8)
        }
        let word = all[all.count - 1]
        all[all.count - 1].range = word.range.lowerBound..<end
        all[all.count - 1].folded = word.folded.lowerBound..<folded.count
    }

    /// Spaces that are written in another form.
    private static let written = ["&nbsp;", "&#160;", "&#xa0;", "&ensp;", "&emsp;", "&thinsp;", "%20"].map {
        Array($0.utf8)
    }

    private static func sign(at index: Int, in bytes: ArraySlice<UInt8>) -> (Sign, length: Int, Unicode.Scalar) {
        let byte = bytes[index]
        let scalar = Unicode.Scalar(byte)
        switch byte {
        case 48...57, 65...90, 97...122: return (.letter, 1, scalar)
        case 10: return (.line, 1, scalar)
        case 9, 13, 32: return (.space, 1, scalar)
        case UInt8(ascii: "&"), UInt8(ascii: "%"):
            let space = written.first { bytes[index...].prefix($0.count).elementsEqual($0) { $0 | 32 == $1 | 32 } }
            return (space == nil ? .other : .space, space?.count ?? 1, scalar)
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "*"),
            UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "\\"):
            return (.space, 1, scalar)
        case UInt8(ascii: ","): return (.comma, 1, scalar)
        case UInt8(ascii: ">"), UInt8(ascii: "#"): return (.edge, 1, scalar)
        case ..<0x80: return (.other, 1, scalar)
        default: return beyondASCII(at: index, in: bytes)
        }
    }

    private static func beyondASCII(at index: Int, in bytes: ArraySlice<UInt8>) -> (Sign, length: Int, Unicode.Scalar) {
        var iterator = bytes[index...].prefix(4).makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (.other, 1, "\u{FFFD}") }
        let length = String(scalar).utf8.count
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: return (.none, length, scalar)
        case 0x2010...0x2015, 0x2018, 0x2019: return (.space, length, scalar)
        case 0x60C, 0x3001, 0xFF0C: return (.comma, length, scalar)
        // Thai to Myanmar, Khmer, kana, Chinese characters, Hangul.
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            return (.alone, length, scalar)
        default: break
        }
        let properties = scalar.properties
        if PlainLetters.isMark(scalar) || properties.isAlphabetic || properties.numericType != nil {
            return (.letter, length, scalar)
        }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark: return (.letter, length, scalar)
        default: return (properties.isWhitespace ? .space : .other, length, scalar)
        }
    }
}
