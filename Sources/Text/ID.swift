/// Names of files and folders that are part of an address.
public enum ID {
    /// Lower-case ASCII letters, digits and hyphens, at least one.
    public static func isValid(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    /// No part of an address is longer than this; file systems stop at 255 bytes.
    private static let limit = 100

    /// The id nearest to a name: `Lean Coffee, 3rd!` → `lean-coffee-3rd`. Latin letters lose their accents. A name with
    /// letters that have no place in an id, with too many, or with the name of a folder's own page (`index`), ends in a
    /// number made from it, so that two such names stay two: `日本` → `item-64b6d1f2`.
    ///
    /// The form of the site makes the same (`add.idFrom` in the default theme), from the same `letters`.
    public static func from(_ name: String) -> String {
        var out: [UInt8] = []
        var isWhole = true
        // A mark that stands behind its letter is no letter of its own.
        for scalar in name.lowercased().unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
            let plain = unaccented(scalar)
            if plain == "-", scalar.value >= 0x80, scalar.properties.isAlphabetic { isWhole = false }
            for byte in plain.utf8 {
                if (97...122).contains(byte) || (48...57).contains(byte) {
                    out.append(byte)
                } else if out.last != 45, !out.isEmpty, byte != 39 {
                    out.append(45)
                }
            }
        }
        if out.count > limit {
            out.removeLast(out.count - limit)
            isWhole = false
        }
        while out.last == 45 { out.removeLast() }
        let id = out.isEmpty ? "item" : String(decoding: out, as: UTF8.self)
        return isWhole && id != "index" ? id : id + "-" + number(of: name)
    }

    /// Eight hexadecimal digits (FNV-1a).
    private static func number(of name: String) -> String {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name.lowercased().utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let hex = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - hex.count) + hex
    }

    /// Signs of Latin-1, Latin Extended-A and General Punctuation, and what an id has for them.
    public static let letters: [(signs: ClosedRange<UInt32>, plain: String)] = [
        (0xDF...0xDF, "ss"), (0xE0...0xE5, "a"), (0xE6...0xE6, "ae"), (0xE7...0xE7, "c"), (0xE8...0xEB, "e"),
        (0xEC...0xEF, "i"), (0xF0...0xF0, "d"), (0xF1...0xF1, "n"),
        (0xF2...0xF6, "o"), (0xF8...0xF8, "o"), (0xF9...0xFC, "u"), (0xFD...0xFD, "y"), (0xFE...0xFE, "th"),
        (0xFF...0xFF, "y"),
        (0x100...0x105, "a"), (0x106...0x10D, "c"), (0x10E...0x111, "d"), (0x112...0x11B, "e"), (0x11C...0x123, "g"),
        (0x124...0x127, "h"), (0x128...0x131, "i"),
        (0x134...0x135, "j"), (0x136...0x138, "k"), (0x139...0x142, "l"),
        (0x143...0x148, "n"), (0x14C...0x151, "o"), (0x152...0x153, "oe"), (0x154...0x159, "r"), (0x15A...0x161, "s"),
        (0x162...0x167, "t"), (0x168...0x173, "u"),
        (0x174...0x175, "w"), (0x176...0x178, "y"), (0x179...0x17E, "z"), (0x2019...0x2019, "'"),
    ]

    /// What ASCII has for a sign; a hyphen where it has nothing.
    public static func unaccented(_ scalar: Unicode.Scalar) -> String {
        scalar.value < 0x80 ? String(scalar) : letters.first { $0.signs.contains(scalar.value) }?.plain ?? "-"
    }
}
