/// Titles without what does not count for their order: case, accents of letters that are not in the alphabet, invisible
/// marks.
///
/// The letter without its accent is in the Unicode name: LATIN SMALL LETTER E WITH ACUTE, ARABIC LETTER WAW WITH HAMZA
/// ABOVE.
package struct Folding: Sendable {
    /// Letters that stay as they are.
    private let kept: Set<Unicode.Scalar>
    /// The kept ones that have an accent, however that is encoded.
    private let accented: [String: Unicode.Scalar]
    private let byName: [String: Unicode.Scalar]

    package init(keeping letters: [Unicode.Scalar]) {
        kept = Set(letters)
        let own = letters.filter { !$0.isASCII }
        accented = Dictionary(own.map { (String($0), $0) }, uniquingKeysWith: { a, _ in a })
        byName = Dictionary(
            own.compactMap { letter in letter.properties.name.map { ($0, letter) } }, uniquingKeysWith: { a, _ in a })
    }

    /// Letters, the digits 0 to 9, and a space for each sign.
    ///
    /// - Parameter known: what is known about letters beyond ASCII; kept from title to title.
    package func fold(_ title: String, _ known: inout [Unicode.Scalar: [Unicode.Scalar]]) -> [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        // The letter at the end of `out`, with the accents that follow it.
        var letter = ""
        for scalar in title.lowercased().unicodeScalars {
            if scalar.isASCII {
                if scalar == "'" { continue }
                out.append(scalar.isLetterOrDigit ? scalar : " ")
                letter = ""
            } else if scalar.properties.generalCategory == .nonspacingMark {
                if letter.isEmpty, let last = out.last { letter.unicodeScalars.append(last) }
                letter.unicodeScalars.append(scalar)
                if let whole = accented[letter] { out[out.count - 1] = whole }
            } else {
                let folded = known[scalar] ?? fold(scalar)
                known[scalar] = folded
                out += folded
                letter = folded.isEmpty ? "" : String(scalar)
            }
        }
        return out
    }

    private func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if kept.contains(scalar) { return [scalar] }
        let properties = scalar.properties
        let isStretch = scalar == "\u{640}"
        let isApostrophe = scalar == "\u{2019}" || scalar == "\u{2BC}" || scalar == "\u{2BB}"
        if properties.generalCategory == .format || isStretch || isApostrophe { return [] }
        if properties.numericType == .decimal, let digit = properties.numericValue.flatMap({ UInt8(exactly: $0) }) {
            return [Unicode.Scalar(48 + digit)]
        }
        return properties.isAlphabetic ? base(of: scalar) : [" "]
    }

    private func base(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if let plain = PlainLetters.plain(scalar) { return Array(plain.unicodeScalars) }
        guard let name = scalar.properties.name else { return [scalar] }
        let base = name.firstRange(of: " WITH ").map { String(name[..<$0.lowerBound]) } ?? name
        for kind in ["LATIN SMALL LETTER ", "LATIN SMALL LIGATURE "] where base.hasPrefix(kind) {
            let letters = base.dropFirst(kind.count)
            // Two letters are a ligature: `IJ`; more are the name of a letter: `ENG`.
            if letters.utf8.count <= 2 { return Array(letters.lowercased().unicodeScalars) }
        }
        return [byName[base] ?? scalar]
    }
}

extension Unicode.Scalar {
    /// Of ASCII, in lower case.
    fileprivate var isLetterOrDigit: Bool { (97...122).contains(value) || (48...57).contains(value) }
}
