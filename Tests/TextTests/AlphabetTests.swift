import Testing

@testable import Text

@Suite struct AlphabetTests {
    static let welsh = Alphabet(
        "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z".split(separator: " ").map(
            String.init))
    static let swedish = Alphabet(
        "a b c d e f g h i j k l m n o p q r s t u v w x y z å ä ö".split(separator: " ").map(String.init))
    static let arabic = Alphabet([
        "ء", "ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق",
        "ك", "ل", "م", "ن", "ه ة", "و", "ي ى",
    ])

    /// Already in order, each with its own rank.
    private static func isSorted(_ titles: [String], _ alphabet: Alphabet) -> Bool {
        let shuffled = titles.sorted { $0.utf8.reversed().lexicographicallyPrecedes($1.utf8.reversed()) }
        return alphabet.order(shuffled).map { shuffled[$0] } == titles
    }

    @Test func `Welsh letters of two characters follow the first of them`() {
        #expect(
            Self.isSorted(
                [
                    "Cymru", "Chwarae", "Dydd", "Ddoe", "Ffair", "Gwaith", "Ngŵyl", "Haf", "Lôn", "Llyn", "Pobl",
                    "Phil", "Rygbi", "Rhyl", "Tŷ", "Theatr", "Ystafell",
                ], Self.welsh))
        #expect(Self.welsh.heading(of: "LLANBERIS").text == "Ll" && Self.welsh.heading(of: "llanberis").anchor == "ll")
        #expect(Alphabet.latin.heading(of: "Llanberis").text == "L")
        #expect(Self.welsh.heading(of: "ŵyn").text == "W" && Self.welsh.heading(of: "ẁ").text == "W")
    }

    @Test func `an accent counts where the letter with it is one of the alphabet`() {
        #expect(Self.isSorted(["Zebra", "Åland", "A\u{30A}land 2", "Ärla", "Öland"], Self.swedish))
        #expect(Self.isSorted(["Åland", "Ärla", "Öland", "Zebra"], Alphabet.latin))
        #expect(["Åre", "A\u{30A}re"].map { Self.swedish.heading(of: $0).text } == ["Å", "Å"])
        #expect(Self.swedish.heading(of: "Åre").anchor == "u-e5")
        #expect(Self.swedish.heading(of: "Évora").text == "E" && Self.swedish.heading(of: "e\u{301}").text == "E")
    }

    @Test func `letters of other alphabets are where readers look for them`() {
        #expect(
            ["Þór", "ðel", "ılıca", "Ɓauna", "Άρης"].map { Alphabet.latin.heading(of: $0).text } == [
                "T", "D", "I", "B", "Α",
            ])
        let icelandic = Alphabet("a á b d ð e é þ æ ö".split(separator: " ").map(String.init))
        #expect(["Þór", "ðel", "Ær"].map { icelandic.heading(of: $0).text } == ["Þ", "Ð", "Æ"])
    }

    @Test func `French accents decide only between words that are otherwise the same`() {
        #expect(Self.isSorted(["cote", "coté", "côte", "Côté cour", "côtes", "Œuvre", "oval", "zèle"], Alphabet.latin))
        #expect(Alphabet.latin.heading(of: "Œuvre").text == "O" && Alphabet.latin.heading(of: "Straße").text == "S")
    }

    @Test func `Arabic has its own order, in which vowel signs and stretches do not count`() {
        #expect(
            Self.isSorted(
                ["أحمد", "إدارة", "بيانات", "تصميم", "ثقافة", "خدمات", "شبكة", "مجتمع", "هندسة", "وزارة", "يوم"],
                Self.arabic))
        #expect(Self.arabic.order(["مُجتمعات", "مجتمع", "مجـــتمعين"]) == [1, 0, 2])
        // The article counts.
        #expect(Self.arabic.heading(of: "البيانات").text == "ا" && Self.arabic.heading(of: "آفاق").anchor == "u-627")
    }

    @Test func `numbers come first, by their value, in any digits`() {
        #expect(
            Self.isSorted(
                ["2 weeks", "10 weeks", "Meetup", "Meetup 2", "Meetup 10", "Meetup 10b", "Meetup a"], Alphabet.latin))
        #expect(Alphabet.latin.order(["Meetup 10", "Meetup 007", "Meetup ٨"]) == [1, 2, 0])
        #expect(Alphabet.latin.order(["x 99999999999999999999998", "x 99999999999999999999997"]) == [1, 0])
        #expect(Alphabet.latin.heading(of: "3 things") == .numbers && Alphabet.latin.heading(of: "— …") == .numbers)
    }

    @Test func `signs separate words and count no further`() {
        #expect(Self.isSorted(["“Agile”", "agile work", "(Agile) working", "Agility"], Alphabet.latin))
        #expect(
            Alphabet.latin.heading(of: "#¡“Hola!”").text == "H" && Alphabet.latin.heading(of: "🎉 Party").text == "P")
        #expect(Alphabet.latin.order(["don't", "dont", "don’t", "don t"]) == [3, 0, 1, 2])
    }

    @Test func `other scripts follow by code point`() {
        #expect(Self.isSorted(["Zoo", "Ωmega", "Бюро", "مجتمع", "日本"], Alphabet.latin))
        #expect(Self.isSorted(["مجتمع", "Apple", "Élan", "Zoo"], Self.arabic))
        #expect(Self.arabic.heading(of: "élan").text == "E" && Alphabet.latin.heading(of: "日本").anchor == "u-65e5")
    }

    @Test func `ten thousand titles are sorted at once`() {
        let titles = (0..<10_000).map { "Llyfr \($0 * 7919 % 10_007) é مجتمع" }
        let order = Self.welsh.order(titles)
        #expect(Set(order).count == titles.count)
        #expect(titles[order[0]].hasPrefix("Llyfr 0 "))
    }

    @Test func `an alphabet may be empty, and titles too`() {
        #expect(Alphabet([]).order(["b", "", "a"]) == [1, 2, 0])
        #expect(Alphabet(["", " "]).heading(of: "") == .numbers)
    }
}
