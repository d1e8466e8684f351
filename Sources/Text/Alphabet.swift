/// The order of titles in one language: its letters, one after the other.
///
/// A letter may be several characters (Welsh `ll`), and the longest wins. The text after a space is the same letter
/// written differently (Arabic `ه ة`). Case does not count, and accents count only if the letter with its accent is in
/// the alphabet (Swedish `å`). Numbers come before letters, by their value; letters of other scripts after all others,
/// by code point. Signs separate words and have no other effect. Articles count too, including Arabic `ال`.
///
///     let welsh = Alphabet(["a", "b", "c", "ch", "d"])
///     let order = welsh.order(["Dydd", "Chwarae", "Cymru"])  // [2, 1, 0]
public struct Alphabet: Sendable {
    /// The first way of writing each letter.
    private let letters: [String]
    private let scripts: Folding
    /// Ways of writing letters by their first scalar, the longest first; those in ASCII are in a table.
    private var ascii: [[Form]] = Array(repeating: [], count: 128)
    private var others: [Unicode.Scalar: [Form]] = [:]

    private struct Form {
        let scalars: [Unicode.Scalar]
        let weight: UInt32
    }

    /// Signs between words, then numbers, then letters, then all else.
    private enum Weight {
        static let gap: UInt32 = 1
        static let number: UInt32 = 2
        static let letter: UInt32 = 0x100
        static let foreign: UInt32 = 0x1_0000
    }

    /// a to z.
    public static let latin = Alphabet((97...122).map { String(UnicodeScalar(UInt8($0))) })

    /// - Parameter letters: in order; each may be followed by other ways of writing it, after spaces.
    public init(_ letters: [String]) {
        let forms = letters.map { $0.lowercased().split(separator: " ").map { Array($0.unicodeScalars) } }.filter {
            !$0.isEmpty
        }
        self.letters = forms.map { String(String.UnicodeScalarView($0[0])) }
        scripts = Folding(keeping: forms.joined().filter { $0.count == 1 }.map { $0[0] })
        let ways = forms.prefix(Int(Weight.foreign - Weight.letter)).enumerated().flatMap { index, ways in
            ways.map { Form(scalars: $0, weight: Weight.letter + UInt32(index)) }
        }
        for (first, ways) in Dictionary(grouping: ways, by: { $0.scalars[0] }) {
            let sorted = ways.sorted { ($1.scalars.count, $0.weight) < ($0.scalars.count, $1.weight) }
            if first.isASCII { ascii[Int(first.value)] = sorted } else { others[first] = sorted }
        }
    }

    private func forms(from first: Unicode.Scalar) -> [Form] {
        first.isASCII ? ascii[Int(first.value)] : others[first] ?? []
    }

    /// The indices of the titles in alphabetical order. Titles that differ only in accents, case or signs are ordered
    /// by code point; equal ones keep their order.
    public func order(_ titles: [String]) -> [Int] {
        var known: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        let keyed = titles.enumerated().map { (key: key(scripts.fold($1, &known)), title: $1, index: $0) }
        return keyed.sorted { a, b in
            if a.key != b.key { return a.key.lexicographicallyPrecedes(b.key) }
            return (a.title, a.index) < (b.title, b.index)
        }.map(\.index)
    }

    /// The heading of a title in a list from A to Z.
    public func heading(of title: String) -> AlphabetHeading {
        var known: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        guard let first = key(scripts.fold(title, &known)).first, first >= Weight.letter else { return .numbers }
        guard first >= Weight.foreign else { return AlphabetHeading(of: letters[Int(first - Weight.letter)]) }
        return AlphabetHeading(of: Unicode.Scalar(first - Weight.foreign).map { String($0) } ?? "")
    }

    private func key(_ scalars: [Unicode.Scalar]) -> [UInt32] {
        var key: [UInt32] = []
        key.reserveCapacity(scalars.count)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == " " {
                if let last = key.last, last != Weight.gap { key.append(Weight.gap) }
                index += 1
            } else if ("0"..."9").contains(scalar) {
                let digits = scalars[index...].prefix { ("0"..."9").contains($0) }
                let value = digits.drop { $0 == "0" }
                key += [Weight.number, UInt32(value.count)] + value.map(\.value)
                index += digits.count
            } else if let form = forms(from: scalar).first(where: { scalars[index...].starts(with: $0.scalars) }) {
                key.append(form.weight)
                index += form.scalars.count
            } else {
                key.append(Weight.foreign + scalar.value)
                index += 1
            }
        }
        if key.last == Weight.gap { key.removeLast() }
        return key
    }
}

/// A heading in a list from A to Z, and a name for it in addresses.
public struct AlphabetHeading: Sendable, Equatable {
    /// `Ll`, or `#` for numbers and signs.
    public let text: String
    /// Letters, digits and hyphens of ASCII; different for each heading.
    public let anchor: String

    static let numbers = AlphabetHeading(text: "#", anchor: "digits")

    private init(text: String, anchor: String) {
        self.text = text
        self.anchor = anchor
    }

    /// - Parameter letter: lower case.
    init(of letter: String) {
        text = letter.prefix(1).uppercased() + letter.dropFirst()
        let isPlain = letter.utf8.allSatisfy { (97...122).contains($0) }
        anchor =
            isPlain ? letter : "u-" + letter.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-")
    }
}
