internal import Content
internal import Diagnostics
internal import Text

/// Words beside numbers and years: those that are known are left out, and the others are asked about, each once.
extension SheetImport {
    /// A word that nobody explained, in a column.
    struct UnknownWord: Hashable {
        /// Where the word is.
        enum Place: Hashable { case beforeNumber, afterNumber, besideYear }

        let column: String
        let word: String
        let place: Place
    }

    // MARK: Numbers

    /// Words and signs before a number that was estimated.
    private static let nearly = [
        "about ", "around ", "approximately ", "approx. ", "approx ", "circa ", "ca. ", "ca ", "c. ", "over ",
        "more than ", "~", "≈", ">", "+",
    ]

    /// How many letters before a text are words for an estimate.
    func nearly(_ text: String) -> Int {
        let small = text.lowercased()
        let words = Self.nearly + options.cells.nearly.map { $0.lowercased() + " " }
        return words.filter(small.hasPrefix).map(\.count).max() ?? 0
    }

    /// `about 200`, `~50` and `30+` as the number that they name; `nil`, noted, where a word is not known.
    mutating func count(_ fact: Fact, _ row: Int) -> String? {
        let text = fact.text
        let start = nearly(text)
        let end = text.hasSuffix("+") ? 1 : 0
        guard start + end < text.count else { return text }
        let rest = Sheet.trimmed(String(text.dropFirst(start).dropLast(end)))
        let digits = Self.digits(rest)
        if !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) {
            if start + end > 0 { taken[text] = digits }
            return start + end > 0 ? digits : text
        }
        guard let (word, place) = Self.wordBeside(number: rest) else { return text }
        unknownWords[UnknownWord(column: fact.column.name, word: word, place: place), default: []].append((row, text))
        return nil
    }

    /// The words before or after the only number of a text; `nil` for other texts.
    private static func wordBeside(number text: String) -> (word: String, place: UnknownWord.Place)? {
        func isNumber(_ part: Substring) -> Bool { digits(String(part)).utf8.allSatisfy { (48...57).contains($0) } }
        let parts = text.split { $0.isWhitespace }
        let words = parts.filter { !$0.contains(where: \.isNumber) && $0.contains(where: \.isLetter) }
        guard (2...4).contains(parts.count), words.count == parts.count - 1, let first = parts.first,
            let last = parts.last
        else { return nil }
        if isNumber(last) { return (words.joined(separator: " "), .beforeNumber) }
        return isNumber(first) ? (words.joined(separator: " "), .afterNumber) : nil
    }

    // MARK: Years

    /// Parts of a year that a date does not say.
    private static let seasons: Set = ["spring", "summer", "autumn", "fall", "winter", "early", "mid", "late"]

    /// The year of `spring 2019` and `Q3 2019`; `nil` for other texts. A word that is not known is noted.
    mutating func year(_ text: String, _ column: SheetColumn, _ row: Int) -> (year: String?, isNoted: Bool) {
        let parts = text.dropFirst(nearly(text)).split(whereSeparator: MonthNames.isSeparator).filter {
            $0.lowercased() != "of"
        }
        let years = parts.filter { $0.utf8.count == 4 && $0.utf8.allSatisfy { (48...57).contains($0) } }
        guard years.count == 1, parts.count <= 4 else { return (nil, false) }
        let words = parts.filter { $0 != years[0] }
        let word = words.joined(separator: " ")
        if isSeason(word) || words.allSatisfy({ isSeason(String($0)) }) {
            taken[text] = String(years[0])
            return (String(years[0]), false)
        }
        guard words.allSatisfy({ $0.allSatisfy(\.isLetter) }) else { return (nil, false) }
        unknownWords[UnknownWord(column: column.name, word: word, place: .besideYear), default: []].append((row, text))
        return (nil, true)
    }

    /// Whether a text is a word for a part of a year, or a quarter such as `Q3`.
    private func isSeason(_ text: String) -> Bool {
        let word = PlainLetters.folded(text)
        let isQuarter = word.utf8.count == 2 && word.hasPrefix("q") && "1234".contains(word.dropFirst())
        return isQuarter || Self.seasons.contains(word) || options.cells.isSeason(text)
    }

    // MARK: Questions

    /// Asks once for each word, since one answer is for all cells that have it.
    mutating func reportUnknownWords() {
        let found = unknownWords.sorted {
            ($0.value[0].row, $0.key.column, $0.key.word) < ($1.value[0].row, $1.key.column, $1.key.word)
        }
        for (unknown, cells) in found {
            let (first, others) = (cells[0], cells.count - 1)
            let more =
                others == 0 ? "" : " \(others) more cell\(others == 1 ? " has" : "s have") this word in the column."
            let what = unknown.place == .besideYear ? "date" : "number"
            report(
                SheetRules.row, range(first.row, unknown.column),
                "\(label(ofRow: first.row)), column \(unknown.column): `\(first.text)` is not a \(what), because "
                    + "`\(unknown.word)` is not known here.\(more)",
                help: help(for: unknown))
        }
    }

    private func help(for unknown: UnknownWord) -> Help {
        switch unknown.place {
        case .afterNumber: "Write the number alone in the sheet."
        case .beforeNumber: help("If it means “about”", unknown.word, key: "sheet_about", or: "the number alone")
        case .besideYear:
            help("If it is a season", unknown.word, key: "sheet_seasons", or: "a date such as 2019 or 2019-04")
        }
    }

    private func help(_ condition: String, _ word: String, key: String, or other: String) -> Help {
        let words = ([options.cells.written[key]].compactMap { $0 } + [word]).joined(separator: "; ")
        return Help(
            "Write \(other) in the sheet. \(condition), you can add it to `\(key)` in `\(options.cells.file)` instead:",
            paste: "\(key): \(FrontMatterValue.written(words))")
    }
}
