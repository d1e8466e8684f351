/// What words lose at their ends in a language: plural, case and gender, so that `Bürgerinnen` and `Bürger`,
/// `reuniones` and `reunión`, `nationaux` and `national` are one term.
///
/// Light stemmers, after those of Jacques Savoy (University of Neuchâtel): "Light Stemming Approaches for the French,
/// Portuguese, German and Hungarian Languages" (SAC 2006) and, for Spanish, "Report on CLEF-2001 Experiments" (2001).
/// They take off what a noun or adjective adds, and no endings that make another word. Different here: forms for women
/// (`-innen`, `-trice`, `-euse`), Latin plurals (`Ministerien`) and words that would run together (`Bürger` and
/// `Burg`) have rules of their own; Spanish words of five letters and fewer keep `o` and `a` (`plazo`, `plaza`);
/// French loses no suffix such as `-ation`. `docs/decisions/endings.md` says how many words meet.
///
/// A table is a text, which the index of its language hands to the script: so both use the same rules. Its parts are
/// separated by `|`. The first has the letters that an `e` after them marks as an umlaut (`Behoerde`). Each other one
/// is a step: of its rules the first that fits is applied. A rule is an ending and, after `>`, what takes its place; a
/// number says how many letters a word must still have then, for the rules after it. Letters are a to z, because words
/// have lost case and accents before. `search.use` of the theme's `1-terms.js` reads the same text.
struct Endings: Sendable {
    let table: String
    private let marked: [UInt8]
    /// Of all steps, one after the other.
    private let rules: [Rule]

    private struct Rule {
        let step: Int
        let ending: Tail
        let instead: Tail
        let least: Int
    }

    /// - Returns: `nil` for a language that has no table: its words lose English endings.
    init?(language: String) {
        let primary = language.prefix { $0 != "-" }.lowercased()
        guard let own = Self.tables[primary] else { return nil }
        table = own
        let parts = own.split(separator: "|", omittingEmptySubsequences: false)
        marked = Array(parts[0].utf8)
        rules = parts.enumerated().dropFirst().flatMap { Self.rules($1, step: $0) }
    }

    private static func rules(_ text: Substring, step: Int) -> [Rule] {
        var least = 0
        return text.split(separator: " ").compactMap { part in
            if let number = Int(part) {
                least = number
                return nil
            }
            let sides = part.split(separator: ">")
            let instead = sides.count > 1 ? sides[1] : ""
            assert(sides[0].utf8.count <= Tail.most)
            return Rule(step: step, ending: Tail(sides[0].utf8), instead: Tail(instead.utf8), least: least)
        }
    }

    // MARK: Applying them

    /// - Precondition: `word` is made of a to z.
    func shorten(_ word: inout [UInt8]) {
        var end = Tail(word)
        // The step whose rule was applied last.
        var done = 0
        for rule in rules where end.hasSuffix(rule.ending) && rule.step > done {
            guard word.count - rule.ending.count + rule.instead.count >= rule.least else { continue }
            word.removeLast(rule.ending.count)
            rule.instead.append(to: &word)
            end = Tail(word)
            done = rule.step
        }
        if !marked.isEmpty { removeMarks(from: &word) }
    }

    /// `ae` is `a` where it may be an `ä`: not after a vowel or a `q`, and not at the end.
    private func removeMarks(from word: inout [UInt8]) {
        var (from, to) = (0, 0)
        var before: UInt8 = 0
        while from < word.count {
            let letter = word[from]
            let isMarked =
                from + 2 < word.count && word[from + 1] == UInt8(ascii: "e") && marked.contains(letter)
                && !Self.notBefore.contains(before)
            word[to] = letter
            to += 1
            before = isMarked ? UInt8(ascii: "e") : letter
            from += isMarked ? 2 : 1
        }
        word.removeLast(from - to)
    }

    private static let notBefore = Array("aeiouyq".utf8)

    /// The last letters of a word as one number, the very last in its lowest byte: comparing is one operation.
    private struct Tail {
        static let most = 8
        let count: Int
        private let letters: UInt64

        init(_ word: some BidirectionalCollection<UInt8>) {
            let last = word.suffix(Self.most)
            count = last.count
            letters = last.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        }

        func hasSuffix(_ other: Tail) -> Bool {
            (letters ^ other.letters) &<< UInt64(8 * (Self.most - other.count)) == 0
        }

        func append(to word: inout [UInt8]) {
            for place in (0..<count).reversed() { word.append(UInt8(truncatingIfNeeded: letters >> UInt64(8 * place))) }
        }
    }

    // MARK: Tables

    /// Pages that nobody translated are in the index of every language: there, English words still lose `-ing`, `-ed`
    /// and `y`.
    private static let english = """
        4 ings ing ed y>i
        4 nn>n tt>t mm>m pp>p gg>g
        """

    /// Women; dative and genitive of words in `-er`; the endings of nouns and adjectives; `s`; superlatives.
    private static let german = """
        aou
        4 innen ogin>og egin>eg erin>er orin>or arin>ar eurin>eur eutin>eut entin>ent antin>ant istin>ist ertin>ert \
        undin>und amtin>amt rztin>rzt altin>alt tektin>tekt datin>dat hefin>hef erialien>erial nzipien>nzip
        5 odern>odern xtern>xtern intern>intern onzern>onzern ern>er ers>er 3 arn>ar eln>el errn>err
        3 urger>urger uerger>uerger meister>meister ystem>ystem oblem>oblem ene enen ener enes enem \
        4 ere eren erem erer eres 3 ens er em en es iums>i ium>i rums>r rum>r seums>se seum>se mus>m ikos>ik iko>ik \
        ntos>nt nto>nt e
        3 ss>ss eaus>eau enus>enu us>us s
        4 a igst>ig lichst>lich niss>ni
        """

    /// Plural and gender; `z` as in the plural, and the other gender of short adjectives.
    private static let spanish = """

        3 ces>c 4 eses esas esa 5 os as o a 3 es e ss>ss is>is us>us s
        3 z>c ueva>uevo uena>ueno isma>ismo otra>otro larga>largo corta>corto alta>alto clara>claro llena>lleno \
        vieja>viejo mucha>mucho nina>nino 4 isim
        """

    /// Plural; gender; infinitives beside participles (`partager`, `partagée`); doubled consonants.
    private static let french = """

        3 cours>cours eaux>eau eux>eu oux>ou uyaux>uyau noyaux>noyau joyaux>joyau 4 aux>al 3 ss>ss s
        4 trice>teu aise>ai oise>oi quise>qui prise>pri ermise>ermi oumise>oumi romise>romi cluse>clu ee e
        4 if>iv eur>eu eus>eu ous>ou ouveau>ouvel eriau>erial ail>al ifier>ifi blier>bli udier>udi ier>ier er
        4 ll>l nn>n tt>t iqu>ic ongu>ong anch>anc 3 onn>on ett>et
        """

    private static let tables = ["de": german, "es": spanish, "fr": french].mapValues { own in
        "\(own)\n\(english)".split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "|")
    }
}
