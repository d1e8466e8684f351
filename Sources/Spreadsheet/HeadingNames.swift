/// What headings mean: the names of facts, what else people write for them, the words of the site's interface, and
/// `name.sv` for a text in another of the site's languages.
struct HeadingNames: Sendable {
    /// All columns that a sheet may have, those of another language after that of the first one.
    let columns: [SheetColumn]
    private let byWord: [String: SheetColumn]

    /// - Parameters:
    ///   - languages: those of the site, the default one first.
    ///   - words: heading in any of these languages → name of a column.
    init(languages: [String], words: [String: String] = [:]) {
        columns = SheetColumn.all.flatMap { column in
            [column] + (column.isProse ? languages.dropFirst().map(column.inLanguage) : [])
        }
        var byWord: [String: SheetColumn] = [:]
        func add(_ word: String, _ column: SheetColumn) {
            let word = Self.folded(word)
            if byWord[word] == nil { byWord[word] = column }
        }
        for column in columns { add(column.name, column) }
        if let first = languages.first {
            for column in SheetColumn.all where column.isProse {
                for word in [column.name] + column.alsoMeant { add(word + "." + first, column) }
            }
        }
        for column in columns {
            for word in column.alsoMeant { add(word, column) }
        }
        let byName = Dictionary(uniqueKeysWithValues: columns.map { ($0.name, $0) })
        for (word, name) in words.sorted(by: { $0.key < $1.key }) {
            if let column = byName[name] { add(word, column) }
        }
        self.byWord = byWord
    }

    /// The column that a heading names: `Member count *` is `member_count`, `Name (sv)` is `name.sv`.
    func column(_ heading: String) -> SheetColumn? { byWord[Self.folded(heading)] }

    /// The column with exactly this name.
    func named(_ name: String) -> SheetColumn? { columns.first { $0.name == name } }

    /// Whether a heading is the name of a column, and none of the others that people write.
    func isName(_ heading: String) -> Bool { columns.contains { $0.name == Self.folded(heading) } }

    /// Small letters, with one sign for all that is between words; the asterisk of a required question, a question mark
    /// and a colon at the end do not matter.
    private static func folded(_ heading: String) -> String {
        var words = heading.lowercased().split { " -_\n\t\u{A0}".contains($0) }.joined(separator: "_")
        while let last = words.last, "*:?_".contains(last) { words.removeLast() }
        if let open = words.lastIndex(of: "("), words.hasSuffix(")") {
            let inner = words[words.index(after: open)...].dropLast()
            let before = words[..<open]
            if inner == "required" { return folded(String(before)) }
            if inner.count <= 8, inner.allSatisfy({ $0.isLetter || $0 == "-" }) {
                return folded(String(before)) + "." + inner
            }
        }
        return words
    }
}
