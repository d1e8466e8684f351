/// In which language a text seems to be, so that a page whose text a screen reader would pronounce wrongly is noticed.
///
/// Detected by the script, and for languages in Latin script by their most common short words. It does not try to be
/// clever: only a clear answer counts, so that no author gets a wrong message.
enum TextLanguage {
    /// How much of a text is looked at, in bytes.
    private static let length = 6000
    /// Fewer words, or letters of another script, say nothing.
    private static let fewest = 40
    /// Of words. Prose has 30 to 50 of a hundred in the tables below, a page of links and names far fewer.
    private static let share = 0.1
    /// Different ones. Names and addresses repeat a few (`de`, `la`, `van`).
    private static let different = 5
    /// How many times the common words of the page's own language must be outnumbered.
    private static let lead = 2.5

    /// The code of the language that a text is in, when that is surely not `stated`; `nil` also when this is not clear.
    static func other(than stated: String, in text: String) -> String? {
        let stated = String(stated.prefix { $0 != "-" })
        let own = CommonWords.languages.firstIndex(of: stated)
        var counts = Counts(own: own)
        var text = text
        text.withUTF8 { counts.read(UnsafeBufferPointer(rebasing: $0.prefix(length))) }
        if let script = counts.mainScript {
            return script.languages.contains(stated) ? nil : counts.language(in: script)
        }
        // Nothing can be said of a language in Latin script whose words are not known.
        let isLatin = own != nil || !Script.allCases.contains { $0.languages.contains(stated) }
        return isLatin && own == nil ? nil : counts.latinLanguage()
    }

    /// How a language is called in English.
    static func name(_ code: String) -> String { names[code] ?? "`\(code)`" }

    /// Scripts other than Latin that languages of public services are written in.
    private enum Script: Int, CaseIterable {
        case greek, cyrillic, hebrew, arabic, devanagari, bengali, tamil, thai, kana, han, hangul

        init?(_ scalar: UInt32) {
            switch scalar {
            case 0x370...0x3FF: self = .greek
            case 0x400...0x52F: self = .cyrillic
            case 0x590...0x5FF: self = .hebrew
            case 0x600...0x6FF, 0x750...0x77F: self = .arabic
            case 0x900...0x97F: self = .devanagari
            case 0x980...0x9FF: self = .bengali
            case 0xB80...0xBFF: self = .tamil
            case 0xE00...0xE7F: self = .thai
            case 0x3040...0x30FF: self = .kana
            case 0x4E00...0x9FFF: self = .han
            case 0xAC00...0xD7A3: self = .hangul
            default: return nil
            }
        }

        /// The most likely one first.
        var languages: [String] {
            switch self {
            case .greek: ["el"]
            case .cyrillic: ["ru", "uk", "bg", "sr", "be", "mk", "kk", "ky", "mn", "tg", "tt", "ba", "bs", "uz"]
            case .hebrew: ["he", "yi"]
            case .arabic: ["ar", "fa", "ur", "ps", "ku", "ug", "sd"]
            case .devanagari: ["hi", "mr", "ne", "sa"]
            case .bengali: ["bn", "as"]
            case .tamil: ["ta"]
            case .thai: ["th"]
            case .kana: ["ja"]
            case .han: ["zh", "ja"]
            case .hangul: ["ko"]
            }
        }
    }

    /// What is found in one pass over the bytes.
    private struct Counts {
        /// The stated language's index in the table of common words.
        let own: Int?
        private var words = 0
        /// By language of the table.
        private var common = [Int](repeating: 0, count: CommonWords.languages.count)
        private var seen: Set<UInt64> = []
        /// Words since the last space, and whether they are of an address.
        private var pending: [UInt64] = []
        private var isAddress = false
        private var latin = 0
        private var scripts = [Int](repeating: 0, count: Script.allCases.count)
        private var isUkrainian = false

        init(own: Int?) { self.own = own }

        mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
            var word = CommonWords.Packed()
            var i = 0
            while i < bytes.count {
                let byte = bytes[i]
                if byte | 0x20 >= 97, byte | 0x20 <= 122 {
                    word.append(byte | 0x20)
                    i += 1
                } else if byte >= 0xC3, byte <= 0xC9, i + 1 < bytes.count {
                    // À to ɿ; lower case as far as the table goes, which is Latin-1.
                    word.append(byte)
                    word.append(byte == 0xC3 && bytes[i + 1] <= 0x9E ? bytes[i + 1] | 0x20 : bytes[i + 1])
                    i += 2
                } else {
                    end(&word)
                    if byte <= 32 { commit() } else if Self.isOfAddress(byte) { isAddress = true }
                    if own.map({ isClear($0) }) ?? false { return }
                    i += byte < 0x80 ? 1 : other(bytes, at: i)
                }
            }
            end(&word)
            commit()
        }

        private mutating func end(_ word: inout CommonWords.Packed) {
            guard word.count > 0 else { return }
            latin += word.count
            pending.append(word.value)
            word = CommonWords.Packed()
        }

        /// What holds one of these between spaces is an address or code.
        private static func isOfAddress(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "<"),
                UInt8(ascii: "\\"):
                true
            default: false
            }
        }

        /// Counts the words between two spaces.
        private mutating func commit() {
            if !isAddress {
                for word in pending {
                    words += 1
                    var languages = CommonWords.table[word] ?? 0
                    if languages != 0 { seen.insert(word) }
                    while languages != 0 {
                        common[languages.trailingZeroBitCount] += 1
                        languages &= languages - 1
                    }
                }
            }
            pending.removeAll(keepingCapacity: true)
            isAddress = false
        }

        /// Most pages are in the language that they say: a few lines are enough.
        private func isClear(_ own: Int) -> Bool { words >= fewest && common[own] * 4 >= words }

        /// Counts a letter of another script; any other sign passes.
        ///
        /// - Returns: its bytes.
        private mutating func other(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
            let width = bytes[i] >= 0xF0 ? 4 : bytes[i] >= 0xE0 ? 3 : bytes[i] >= 0xC0 ? 2 : 1
            guard width == 2 || width == 3, i + width <= bytes.count else { return width }
            let lead = UInt32(bytes[i]) & (width == 2 ? 0x1F : 0x0F)
            let scalar = (1..<width).reduce(lead) { $0 << 6 | UInt32(bytes[i + $1]) & 0x3F }
            if let script = Script(scalar) {
                scripts[script.rawValue] += 1
                isUkrainian = isUkrainian || [0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491].contains(scalar)
            }
            return width
        }

        /// The script of more letters than are in Latin script, where a text has enough of them.
        var mainScript: Script? {
            let all = scripts.reduce(0, +)
            guard all > latin, all >= fewest else { return nil }
            // Japanese is distinguished from Chinese by its syllables.
            if scripts[Script.kana.rawValue] * 10 > all { return .kana }
            return Script.allCases.max { scripts[$0.rawValue] < scripts[$1.rawValue] }
        }

        func language(in script: Script) -> String { script == .cyrillic && isUkrainian ? "uk" : script.languages[0] }

        func latinLanguage() -> String? {
            guard words >= fewest, let best = common.indices.max(by: { common[$0] < common[$1] }), best != own else {
                return nil
            }
            let isClear =
                Double(common[best]) >= share * Double(words)
                && Double(common[best]) > lead * Double(own.map { common[$0] } ?? 0)
            let kinds = seen.count { (CommonWords.table[$0] ?? 0) & (1 << UInt32(best)) != 0 }
            return isClear && kinds >= different ? CommonWords.languages[best] : nil
        }
    }

    private static let names = [
        "ar": "Arabic", "bn": "Bengali", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
        "es": "Spanish", "fr": "French",
        "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
        "nl": "Dutch", "no": "Norwegian",
        "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "ta": "Tamil", "th": "Thai",
        "uk": "Ukrainian", "zh": "Chinese",
    ]
}

/// The commonest short words of some languages in Latin script.
private enum CommonWords {
    private static let words: KeyValuePairs = [
        "cy": "y yn yr ac ar ei mae gyda wedi am bod fel eich hyn neu gan ni mewn",
        "da": "og at det er til ikke en et af for med på der den som har",
        "de": "der die und das ist nicht mit ein eine für auf den von zu werden sie im",
        "en": "the and of to is that for with this you are be it on or we by as not what from who their have can they",
        "es": "el los las una para por con del es se como y la de que en",
        "fr": "le la les des et est une pour dans que qui sur vous du avec de un",
        "id": "yang dan untuk dengan ini dari pada adalah anda dalam di ke atau akan",
        "it": "il gli che una per con non di è del della sono come e la i le",
        "nl": "het een van en de dat niet voor met zijn op te in is aan",
        "no": "og at det er til ikke en et av for med på som har den å",
        "pl": "się nie jest na do w z że oraz i dla przez",
        "pt": "os uma para com que não em do da dos das são e o a de",
        "sv": "och att det som är för inte en av på med till ett den har",
    ]

    static let languages = words.map(\.key)

    /// Word to the languages that have it, a bit for each.
    static let table: [UInt64: UInt32] = {
        var table: [UInt64: UInt32] = [:]
        for (index, (_, words)) in words.enumerated() {
            for text in words.split(separator: " ") {
                var word = Packed()
                for byte in text.utf8 { word.append(byte) }
                table[word.value, default: 0] |= 1 << UInt32(index)
            }
        }
        return table
    }()

    /// A word of up to eight bytes as one number; longer ones are in no table.
    struct Packed {
        private(set) var value: UInt64 = 0
        private(set) var count = 0

        mutating func append(_ byte: UInt8) {
            count += 1
            value = count > 8 ? .max : value << 8 | UInt64(byte)
        }
    }
}
