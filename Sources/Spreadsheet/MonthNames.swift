internal import Text

/// Names of months as cells have them, whole or shortened, with and without accents.
public struct MonthNames: Sendable, Equatable {
    /// As Excel shows them in English, German, French, Spanish, Italian, Dutch, Portuguese and Swedish; the short ones
    /// are not the start of a name.
    private static let names = [
        "january januar janvier enero gennaio januari janeiro", "february februar fevrier febrero febbraio fevereiro",
        "march maerz marz mars marzo maart marco mrz mrt", "april avril abril aprile",
        "may mai mayo maggio mei maio maj", "june juni juin junio giugno junho",
        "july juli juillet julio luglio julho", "august aout agosto augustus augusti",
        "september septembre septiembre settembre setembro", "october oktober octobre octubre ottobre outubro",
        "november novembre noviembre novembro", "december dezember decembre diciembre dicembre dezembro",
    ]

    /// The months by each start of their names that has three letters or more.
    private static let starts: [String: Set<Int>] = {
        var months: [String: Set<Int>] = [:]
        for (index, names) in names.enumerated() {
            for name in names.split(separator: " ") { add(String(name), index + 1, to: &months) }
        }
        return months
    }()

    private static let ofPrograms = unique(starts)

    private static func add(_ name: String, _ month: Int, to months: inout [String: Set<Int>]) {
        let longest = name.prefix(longestStart).count
        for length in 3..<max(longest + 1, 3) { months[String(name.prefix(length)), default: []].insert(month) }
    }

    /// How many letters the start of a name has at most, so that a long text in a file of words costs no more than a
    /// name. A longer name is read where it is whole.
    private static let longestStart = 40
    /// The same for the words of a name.
    private static let mostWords = 6

    /// Those that are of one month.
    private static func unique(_ months: [String: Set<Int>]) -> [String: Int] {
        months.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    private var numbers = ofPrograms
    /// Names of several words, the longest first.
    private var phrases: [(words: [String], month: Int)] = []
    /// Words beside the name of a month, such as `de` in `11 de marzo de 2020`.
    private var fillers: Set<String> = ["de", "del"]

    public static func == (a: MonthNames, b: MonthNames) -> Bool {
        a.numbers == b.numbers && a.fillers == b.fillers && a.phrases.map(\.words) == b.phrases.map(\.words)
    }

    /// - Parameters:
    ///   - lists: names from January on, of languages besides those that programs show; a language may have several
    ///     lists, such as names beside a day and names alone.
    ///   - patterns: how these languages write a date, such as `{day} de {month} de {year}`.
    public init(_ lists: [[String]] = [], patterns: [String] = []) {
        var (whole, starts): ([String: Set<Int>], [String: Set<Int>]) = ([:], [:])
        for list in lists where list.count == 12 {
            for (index, name) in list.enumerated() {
                let words = Self.words(name)
                if words.count > Self.mostWords {
                    continue
                } else if words.count > 1 {
                    phrases.append((words, index + 1))
                } else if let word = words.first, !word.contains(where: \.isNumber) {
                    whole[word, default: []].insert(index + 1)
                    Self.add(word, index + 1, to: &starts)
                }
            }
        }
        phrases.sort { $0.words.count > $1.words.count }
        // A start that programs write keeps their meaning: `Mar` is not Finnish marraskuu.
        numbers.merge(Self.unique(starts).filter { Self.starts[$0.key] == nil }) { programs, _ in programs }
        // A whole name that is another month's elsewhere is not guessed.
        for (word, months) in whole {
            let known = Self.ofPrograms[word].map { months.union([$0]) } ?? months
            numbers[word] = known.count == 1 ? known.first : nil
        }
        for pattern in patterns {
            let outside = pattern.split(separator: "{", omittingEmptySubsequences: false).flatMap { part in
                part.split(separator: "}", omittingEmptySubsequences: false).suffix(1)
            }
            fillers.formUnion(outside.flatMap { $0.split { !$0.isLetter }.map { PlainLetters.folded(String($0)) } })
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: isSeparator).map { PlainLetters.folded(String($0)) }
    }

    /// Between the parts of a date; in Chinese, Japanese and Korean, the words for year, month and day.
    static func isSeparator(_ character: Character) -> Bool { " /.-,'’\u{A0}\u{202F}年月日년월일".contains(character) }

    /// The parts of a date: numbers as they are, names of months, and words that are neither.
    func parts(of text: String) -> [String] {
        var parts = text.split(whereSeparator: Self.isSeparator).map(String.init)
        if !phrases.isEmpty {
            let words = parts.map(PlainLetters.folded)
            var (joined, next): ([String], Int) = ([], 0)
            while next < parts.count {
                let found = phrases.first { words[next...].starts(with: $0.words) }
                joined.append(found.map { Self.english($0.month) } ?? parts[next])
                next += found?.words.count ?? 1
            }
            parts = joined
        }
        return parts.filter { !fillers.contains(PlainLetters.folded($0)) }
    }

    private static func english(_ month: Int) -> String { String(names[month - 1].prefix { $0 != " " }) }

    /// The number of a month; `nil` for another word.
    func number(_ part: String) -> Int? { numbers[PlainLetters.folded(part)] }
}
