internal import Text

/// Takes pages one by one and remembers which terms they hold.
///
///     var builder = SearchIndexBuilder(facets: [("kind", { $0 })])
///     for document in documents { builder.add(document) }
///     let index = builder.index()
public struct SearchIndexBuilder {
    /// How prominently a page holds a term: in the body once, more often, most often; in a heading, a summary or what
    /// it refers to; there and often; in a long title; in a short one; as a whole name.
    enum Level {
        static let often: UInt8 = 1
        static let mostOften: UInt8 = 2
        static let heading: UInt8 = 3
        static let headingOften: UInt8 = 4
        static let longTitle: UInt8 = 5
        static let title: UInt8 = 6
        static let name: UInt8 = 7
    }
    static let levels = 8

    /// Beyond this many terms, a page's text is not read.
    private static let mostTerms = 50_000

    var terms = TermTable()
    private var reader: TermReader
    /// The rules for the ends of words, where the language has any.
    let endings: String?
    private(set) var count = 0
    private(set) var pageRows: [[UInt8]] = []
    private(set) var nameRows: [[UInt8]] = []
    private var texts: [[SearchDocument.Section]] = []
    private var facetPages: [String: [String: [Int]]] = [:]
    private let facetLabels: [(name: String, label: @Sendable (String) -> String)]
    /// Words that carry nothing: of the reader's language, then of the other languages of the site.
    let ignored: [String]
    /// What is said of an answer, by its name.
    let words: [(name: String, text: String)]
    private var standings: [(standing: SearchDocument.Standing, count: Int)] = []

    // Terms of each page after the other.
    private var pageTerms: [UInt32] = []
    private var pageLevels: [UInt8] = []
    private var pagePositions: [UInt8] = []
    private var pageStarts: [Int] = [0]

    // Of the page at hand, by number of the term.
    private var seenOn: [Int32] = []
    private var slot: [Int32] = []
    private var current: [Seen] = []

    private struct Seen {
        let term: UInt32
        var times: UInt32
        var level: UInt8
        let position: UInt32
    }

    /// - Parameter language: of the index: its words lose the endings of this language.
    /// - Parameter facets: names of `SearchDocument.facets` in the order in which they are shown, each with what its
    ///   values are called.
    /// - Parameter ignored: words that carry nothing, separated by spaces: of the reader's language, then of others.
    /// - Parameter words: what is said of an answer, by names that the script knows.
    public init(
        language: String = "en", facets: [(name: String, label: @Sendable (String) -> String)], ignored: [String] = [],
        words: [(name: String, text: String)] = []
    ) {
        let endings = Endings(language: language)
        self.endings = endings?.table
        reader = TermReader(endings)
        facetLabels = facets
        self.ignored = ignored
        self.words = words
    }

    public mutating func add(_ document: SearchDocument) {
        addName(document.title)
        for name in document.names { addName(name) }
        for name in document.related { note(name, Level.heading) }
        if let summary = document.summary { note(summary, Level.heading) }
        var position = 0
        for section in document.sections {
            note(section.heading, Level.heading)
            note(section.text, 0, &position)
        }
        finish(length: position)
        for (name, values) in document.facets {
            for value in values where facetPages[name]?[value]?.last != count {
                facetPages[name, default: [:]][value, default: []].append(count)
            }
        }
        var row = Array("[".utf8)
        JSONText.append(document.title, to: &row)
        row.append(UInt8(ascii: ","))
        JSONText.append(document.url, to: &row)
        row.append(UInt8(ascii: ","))
        JSONText.append(document.kind, to: &row)
        if document.isName {
            // No name has a line break, so they can be distinguished.
            let names = [document.names.joined(separator: "\n")] + (document.parent.map { [$0] } ?? [])
            nameRows.append(row + names.map { ",\(JSONText.quoted($0))" }.joined().utf8 + Array("]".utf8))
        }
        if let context = document.context {
            row.append(UInt8(ascii: ","))
            JSONText.append(context, to: &row)
        }
        row.append(UInt8(ascii: "]"))
        pageRows.append(row)
        let summary = document.summary.map { [SearchDocument.Section(anchor: "", heading: "", text: $0[...])] } ?? []
        texts.append(summary + document.sections)
        count += 1
        if standings.last?.standing == document.standing {
            standings[standings.count - 1].count += 1
        } else {
            standings.append((document.standing, 1))
        }
    }

    /// The standing of pages: for each run of neighbors with the same one, its value and their number.
    var standing: String {
        var out: [UInt8] = []
        for (standing, count) in standings {
            Symbols.append(standing.rawValue, to: &out)
            Symbols.append(count, to: &out)
        }
        return String(decoding: out, as: UTF8.self)
    }

    public func index() -> SearchIndex { SearchIndex(self) }

    // MARK: Terms

    private mutating func addName(_ name: String) {
        var length = 0
        var text = name
        text.withUTF8 { reader.read($0) { _ in length += 1 } }
        note(name, length == 1 ? Level.name : length <= 3 ? Level.title : Level.longTitle)
    }

    private mutating func note(_ text: some StringProtocol, _ level: UInt8) {
        var position = 0
        note(text, level, &position)
    }

    private mutating func note(_ text: some StringProtocol, _ level: UInt8, _ position: inout Int) {
        var text = String(text)
        text.withUTF8 { bytes in
            reader.read(bytes) { term in
                guard position < Self.mostTerms else { return }
                let number = terms.number(of: term)
                if number == seenOn.count {
                    seenOn.append(-1)
                    slot.append(0)
                }
                if seenOn[number] == Int32(truncatingIfNeeded: count) {
                    let at = Int(slot[number])
                    current[at].times += 1
                    if level > current[at].level { current[at].level = level }
                } else {
                    seenOn[number] = Int32(truncatingIfNeeded: count)
                    slot[number] = Int32(truncatingIfNeeded: current.count)
                    current.append(Seen(term: UInt32(number), times: 1, level: level, position: UInt32(position)))
                }
                position += 1
            }
        }
    }

    /// Often is often for a page of this length.
    private mutating func finish(length: Int) {
        let norm = 0.5 + Double(length) / 800
        for seen in current {
            let times = Double(seen.times) / norm
            var level = seen.level
            if level == 0 { level = times >= 5 ? Level.mostOften : times >= 2 ? Level.often : 0 }
            if level == Level.heading, times >= 4 { level = Level.headingOften }
            pageTerms.append(seen.term)
            pageLevels.append(level)
            pagePositions.append(Self.bucket(Int(seen.position)))
        }
        pageStarts.append(pageTerms.count)
        current.removeAll(keepingCapacity: true)
    }

    /// Where a term first occurs, in steps of four terms, later of more; below the number of symbols.
    private static func bucket(_ position: Int) -> UInt8 {
        UInt8(min(position < 240 ? position / 4 : 60 + (position - 240) / 40, 90))
    }

    /// Pages of each term, in the order of pages.
    struct Postings {
        /// By number of the term, and the end.
        var starts: [Int]
        var pages: [UInt32]
        var levels: [UInt8]
        var positions: [UInt8]

        /// Indexes of the most prominent of a term's pages, and of all whose title holds it; in the order of pages.
        func most(prominent limit: Int, of range: Range<Int>) -> [Int] {
            guard range.count > limit else { return Array(range) }
            let best = range.sorted { (levels[$1], positions[$0], $0) < (levels[$0], positions[$1], $1) }
            return best.enumerated().prefix { $0.offset < limit || levels[$0.element] >= Level.longTitle }.map(
                \.element
            ).sorted()
        }
    }

    func postings() -> Postings {
        var starts = Array(repeating: 0, count: terms.count + 1)
        for term in pageTerms { starts[Int(term) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var pages = Array(repeating: UInt32(0), count: pageTerms.count)
        var levels = Array(repeating: UInt8(0), count: pageTerms.count)
        var positions = levels
        for page in 0..<count {
            for index in pageStarts[page]..<pageStarts[page + 1] {
                let at = next[Int(pageTerms[index])]
                next[Int(pageTerms[index])] += 1
                pages[at] = UInt32(page)
                levels[at] = pageLevels[index]
                positions[at] = pagePositions[index]
            }
        }
        return Postings(starts: starts, pages: pages, levels: levels, positions: positions)
    }

    // MARK: Texts

    /// Of all texts together.
    private static let mostText = 6_000_000
    private static let leastOfPage = 200

    /// A page's sections, `[anchor, heading, text]`; of long pages the beginning of each section.
    func textRows() -> [[UInt8]] {
        let share = max(Self.leastOfPage, Self.mostText / max(1, count))
        return texts.map { sections in
            let total = sections.reduce(0) { $0 + $1.text.utf8.count }
            var row = Array("[".utf8)
            for (index, section) in sections.prefix(200).enumerated() {
                if index > 0 { row.append(UInt8(ascii: ",")) }
                row.append(UInt8(ascii: "["))
                JSONText.append(section.anchor, to: &row)
                row.append(UInt8(ascii: ","))
                JSONText.append(section.heading, to: &row)
                row.append(UInt8(ascii: ","))
                let limit = total <= share ? Int.max : max(60, section.text.utf8.count * share / total)
                JSONText.append(String(Self.beginning(of: section.text, limit)), to: &row)
                row.append(UInt8(ascii: "]"))
            }
            row.append(UInt8(ascii: "]"))
            return row
        }
    }

    /// At most this many bytes, cut at a space.
    private static func beginning(of text: Substring, _ limit: Int) -> Substring {
        guard text.utf8.count > limit else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: limit)
        let cut = end
        while end > text.startIndex, text.utf8[end] != UInt8(ascii: " "), text.utf8[end] != UInt8(ascii: "\n") {
            end = text.utf8.index(before: end)
        }
        // Some scripts have no spaces: then between two characters.
        if text.utf8.distance(from: end, to: cut) > 100 {
            end = cut
            while text.utf8[end] & 0xC0 == 0x80 { end = text.utf8.index(before: end) }
        }
        return text[..<end]
    }

    // MARK: Facets

    /// `[[name, [[value, label, pages], …]], …]`; `nil` without any.
    func facets() -> [UInt8]? {
        guard !facetPages.isEmpty else { return nil }
        var out = Array("[".utf8)
        for (name, label) in facetLabels {
            guard let values = facetPages[name] else { continue }
            if out.count > 1 { out.append(UInt8(ascii: ",")) }
            out += "[\"\(name)\",[".utf8
            for (index, (value, pages)) in values.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) })
                .enumerated()
            {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                out += "[\(JSONText.quoted(value)),\(JSONText.quoted(label(value))),\"".utf8
                var previous = -1
                for page in pages {
                    Symbols.append(page - previous - 1, to: &out)
                    previous = page
                }
                out += "\"]".utf8
            }
            out += "]]".utf8
        }
        return out + Array("]".utf8)
    }
}
