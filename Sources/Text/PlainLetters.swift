/// Letters without case and accents, as typed by a person who has no keys for them: `Łódź` is `lodz`.
///
/// One rule for all code that compares words. The theme's scripts do the same with typed text (`letters.js`);
/// `Tests/TextTests/folding.json` tests both. Two uses need something else, and add only that:
///
/// - Ids (`ID.unaccented`) know only the letters up to U+017F. Others have had a hyphen from the beginning, and a
///   published address stays.
/// - Lists from A to Z (`Folding`) keep letters that are in the alphabet, and remove whatever follows WITH in the
///   Unicode name of a letter: Hausa `ɓ` is sorted beside `b`. A search would need a list of all such letters in the
///   browser.
package enum PlainLetters {
    package static func folded(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars { out += folded(scalar) }
        return out
    }

    /// Empty for a mark, two letters for a ligature.
    package static func folded(_ scalar: Unicode.Scalar) -> String {
        var out = ""
        for letter in scalar.properties.lowercaseMapping.unicodeScalars where !isMark(letter) {
            out += plain(letter) ?? String(letter)
        }
        return out
    }

    /// The plain form of a letter in lower case; `nil` when that is the letter itself.
    static func plain(_ letter: Unicode.Scalar) -> String? {
        letter.isASCII ? nil : spelled[letter] ?? withoutAccents(letter)
    }

    /// Accents by themselves, and the vowel signs and tatweel of Arabic.
    package static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x64B...0x65F, 0x670, 0x640: true
        default: false
        }
    }

    /// Letters that Unicode does not take apart, and those of other scripts that readers write without their signs.
    /// Cyrillic `й` and the like are excluded: nobody writes them differently.
    private static let spelled: [Unicode.Scalar: String] = [
        "ø": "o", "ǿ": "o", "đ": "d", "ł": "l", "ŀ": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "æ": "ae", "ǽ": "ae",
        "ǣ": "ae", "ǯ": "ʒ", "ẛ": "ſ", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d",
        "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه",
        "ς": "σ", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω", "ϊ": "ι", "ϋ": "υ", "ΐ": "ι",
        "ΰ": "υ", "ё": "е",
    ]

    /// The letter below the accents, for Latin ones that Unicode takes apart (UAX #15); taken from its name.
    private static func withoutAccents(_ letter: Unicode.Scalar) -> String? {
        switch letter.value {
        case 0xC0...0x24F, 0x1E00...0x1EFF: break
        default: return nil
        }
        guard let name = letter.properties.name, name.hasPrefix("LATIN SMALL LETTER "),
            let with = name.firstRange(of: " WITH ")
        else { return nil }
        let base = name["LATIN SMALL LETTER ".endIndex..<with.lowerBound]
        let accents = name[with.upperBound...].split(separator: " AND ")
        guard base.utf8.count == 1, accents.allSatisfy({ Self.accents.contains(String($0)) }) else { return nil }
        return base.lowercased()
    }

    private static let accents: Set<String> = [
        "GRAVE", "ACUTE", "CIRCUMFLEX", "TILDE", "DIAERESIS", "RING ABOVE", "CEDILLA", "CARON", "OGONEK", "MACRON",
        "BREVE", "DOT ABOVE", "DOT BELOW", "DOUBLE ACUTE", "DOUBLE GRAVE", "INVERTED BREVE", "HOOK ABOVE", "HORN",
        "COMMA BELOW", "LINE BELOW", "CIRCUMFLEX BELOW", "TILDE BELOW", "BREVE BELOW", "DIAERESIS BELOW", "RING BELOW",
    ]
}
