/// Names of files and folders that are part of an address.
public enum ID {
    /// Lower-case ASCII letters, digits and hyphens, at least one.
    public static func isValid(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    /// No part of an address is longer than this; file systems stop at 255 bytes.
    private static let limit = 100

    /// The id nearest to a name: `Lean Coffee, 3rd!` → `lean-coffee-3rd`. Latin letters lose their accents. A name with
    /// letters that no id may have, with too many letters, or equal to the name of a folder's own page (`index`), gets
    /// a number made from it at the end, so that two such names stay distinct: `日本` → `item-64b6d1f2`. A `+` or `#`
    /// that ends a word is spelled out: `C++`, `C#` and `C` get three ids.
    ///
    /// The form of the site makes the same (`add.idFrom` in the default theme), from the same `letters`.
    public static func from(_ name: String) -> String {
        var out: [UInt8] = []
        var isWhole = true
        // A mark that follows its letter is not a letter of its own.
        for scalar in sayingSigns(name.lowercased()).unicodeScalars
        where scalar.properties.generalCategory != .nonspacingMark {
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
        return isWhole && !pagesOfFolders.contains(id) ? id : id + "-" + number(of: name)
    }

    /// Names of files that are the page of their folder, and so cannot be ids.
    package static let pagesOfFolders: Set = ["index", "readme"]

    /// `needs-help` as words; text that is not an id stays.
    public static func words(_ text: String) -> String {
        isValid(text) ? text.replacing("-", with: " ") : text
    }

    /// A title for something of which only the id is known: `open-data` → `Open data`.
    public static func title(_ id: String) -> String {
        let words = words(id)
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// With ` plus` for each `+` and ` sharp` for each `#` right after a word, unless a single one joins it to the
    /// next.
    private static func sayingSigns(_ name: String) -> String {
        let bytes = Array(name.utf8)
        func isWord(_ i: Int) -> Bool {
            bytes.indices.contains(i)
                && (bytes[i] >= 0x80 || (97...122).contains(bytes[i]) || (48...57).contains(bytes[i]))
        }
        var out: [UInt8] = []
        var start = 0
        while let sign = bytes[start...].firstIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#") }) {
            let end = bytes[sign...].firstIndex { $0 != bytes[sign] } ?? bytes.count
            out += bytes[start..<sign]
            if isWord(sign - 1), end - sign > 1 || !isWord(end) {
                let word = bytes[sign] == UInt8(ascii: "+") ? " plus" : " sharp"
                for _ in sign..<end { out += Array(word.utf8) }
                out.append(UInt8(ascii: " "))
            } else {
                out += bytes[sign..<end]
            }
            start = end
        }
        return start == 0 ? name : String(decoding: out + bytes[start...], as: UTF8.self)
    }

    /// Eight hexadecimal digits (FNV-1a).
    private static func number(of name: String) -> String {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name.lowercased().utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let hex = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - hex.count) + hex
    }

    /// Signs and what an id has for them: neighbors with the same text are one range. Letters of Latin-1 and Latin
    /// Extended-A without their accents, and the apostrophe of General Punctuation.
    public static let letters: [(signs: ClosedRange<UInt32>, plain: String)] = {
        var ranges: [(signs: ClosedRange<UInt32>, plain: String)] = []
        for (code, plain) in zip(accented, plainLetters) where plain != "-" {
            if let last = ranges.last, last.plain == plain, last.signs.upperBound == code - 1 {
                ranges[ranges.count - 1].signs = last.signs.lowerBound...code
            } else {
                ranges.append((code...code, plain))
            }
        }
        return ranges + [(apostrophe...apostrophe, "'")]
    }()

    private static let accented: ClosedRange<UInt32> = 0xDF...0x17F
    private static let apostrophe: UInt32 = 0x2019
    private static let plainLetters = accented.map { code in
        let plain = Unicode.Scalar(code).map(PlainLetters.folded) ?? ""
        return plain.utf8.allSatisfy { $0 < 0x80 } ? plain : "-"
    }

    /// The ASCII text for a sign; a hyphen if there is none.
    static func unaccented(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return String(scalar) }
        if scalar.value == apostrophe { return "'" }
        return accented.contains(scalar.value) ? plainLetters[Int(scalar.value - accented.lowerBound)] : "-"
    }
}
