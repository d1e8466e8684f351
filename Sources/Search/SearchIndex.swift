internal import Content
internal import Text

/// The index of one language: small files that a browser loads as scripts, a few for each query.
///
/// - *terms*: which pages hold a term, and how prominently, for neighbouring terms of the alphabet together;
/// - *pages*: titles and addresses, for neighboring pages;
/// - *texts*: what excerpts are taken from, for the same pages;
/// - *spellings*: terms by their ends, for words mistyped near the beginning;
/// - *facets*: which pages have which value;
/// - *names*: communities and terms, for suggestions while somebody types, and to recognize them in queries.
///
/// Cost is flat: as a handbook grows the files become more, up to a few hundred, and then larger; what a text file
/// keeps of each page is bounded.
public struct SearchIndex: Sendable {
    public struct File: Sendable {
        /// A letter for its part and a hash of its content.
        public let name: String
        public let bytes: [UInt8]
    }

    public private(set) var files: [File] = []
    /// What the script must know to find the others, as JSON.
    public private(set) var manifest: String = ""
    /// Communities and terms with the manifest, as a script: this alone has a name that does not change.
    public private(set) var names: [UInt8] = []

    private struct Part {
        var starts: [String] = []
        var files: [String] = []
        var json: String {
            "[[\(starts.joined(separator: ","))],[\(files.map { JSONText.quoted($0) }.joined(separator: ","))]]"
        }
    }

    init(_ builder: SearchIndexBuilder) {
        let postings = builder.postings()
        let order = builder.terms.sorted()
        var parts: [String] = []
        func part(_ name: String, _ part: Part) { parts.append("\"\(name)\":\(part.json)") }
        part("terms", addTerms(builder, postings, order))
        part("pages", addRows(builder.pageRows, "p", size: 64_000, atMost: 80))
        part("texts", addRows(builder.textRows(), "x", size: 64_000, atMost: 60))
        part("spellings", addSpellings(builder, postings, order))
        if let facets = builder.facets() { parts.append("\"facets\":\(JSONText.quoted(add("f", facets)))") }
        parts.append("\"standing\":\"\(builder.standing)\"")
        if let endings = builder.endings { parts.append("\"endings\":\(JSONText.quoted(endings))") }
        let ignored = builder.ignored.map { JSONText.quoted($0) }.joined(separator: ",")
        if !builder.ignored.isEmpty { parts.append("\"ignored\":[\(ignored)]") }
        let words = builder.words.map { "\(JSONText.quoted($0.name)):\(JSONText.quoted($0.text))" }
        if !words.isEmpty { parts.append("\"words\":{\(words.joined(separator: ","))}") }
        manifest = "{\"count\":\(builder.count),\(parts.joined(separator: ","))}"
        names =
            Array("folkmootIndex=\(manifest);folkmootNames=[\n".utf8)
            + builder.nameRows.joined(separator: Array(",\n".utf8)) + Array("\n];\n".utf8)
    }

    /// - Parameter payload: a JavaScript expression.
    private mutating func add(_ letter: String, _ payload: [UInt8]) -> String {
        let name = letter + StableHash.digits(of: payload).prefix(10)
        files.append(File(name: name, bytes: Array("folkmootTake(\"\(name)\",".utf8) + payload + Array(");\n".utf8)))
        return name
    }

    /// - Parameter payload: becomes a string as it is, so it holds no `"` and no `\`; emptied, for the next file.
    private mutating func add(_ letter: String, text payload: inout [UInt8], to part: inout Part) {
        guard !payload.isEmpty else { return }
        part.files.append(add(letter, [UInt8(ascii: "\"")] + payload + [UInt8(ascii: "\"")]))
        payload = []
    }

    // MARK: Terms

    private static let termFiles = 230
    /// Characters of all lists of pages together, few enough that each of the files stays small.
    private static let mostInLists = 9_000_000
    /// If more than one page in this many has a term, its positions say little.
    private static let common = 20
    /// In a larger network of words positions would be too many bytes.
    private static let mostWithPositions = 6_000_000

    private mutating func addTerms(
        _ builder: SearchIndexBuilder, _ postings: SearchIndexBuilder.Postings, _ order: [Int]
    ) -> Part {
        let hasPositions = postings.pages.count <= Self.mostWithPositions
        let limit = Self.limit(postings, pages: builder.count)
        // All lists first: how large a file may be depends on them all.
        let lists = order.map { number in
            let range = postings.starts[number]..<postings.starts[number + 1]
            return Self.list(
                postings.most(prominent: limit, of: range), postings, isWhole: range.count <= limit,
                withPositions: hasPositions && range.count <= max(64, builder.count / Self.common))
        }
        let size = max(36_000, lists.reduce(0) { $0 + $1.count + 8 } / Self.termFiles)
        var part = Part()
        var payload: [UInt8] = []
        var last: ArraySlice<UInt8> = []
        for (number, list) in zip(order, lists) {
            let term = builder.terms[number]
            // Anyone who looks for a neighbor of a term on very many pages should not wait for its list.
            if payload.count >= size || (payload.count > size / 3 && list.count > size) {
                add("t", text: &payload, to: &part)
            }
            var shared = 0
            if payload.isEmpty {
                part.starts.append(JSONText.quoted(Self.start(of: term, after: last)))
            } else {
                payload.append(UInt8(ascii: " "))
                shared = min(zip(last, term).prefix { $0 == $1 }.count, 60)
                // Not within a character.
                while shared > 0, shared < term.count, term[term.startIndex + shared] & 0xC0 == 0x80 { shared -= 1 }
            }
            // The browser counts characters of UTF-16.
            Symbols.append(String(decoding: term.prefix(shared), as: UTF8.self).utf16.count, to: &payload)
            payload += term.dropFirst(shared)
            payload.append(UInt8(ascii: " "))
            payload += list
            last = term
        }
        add("t", text: &payload, to: &part)
        return part
    }

    /// Whether positions follow (1) and whether pages are left out (2), how many pages; how far each is from the one
    /// before; how many of them have a level above 0, and for each of these how far it is in the list from the one
    /// before, times the levels, plus its level; positions.
    private static func list(
        _ indexes: some Collection<Int>, _ postings: SearchIndexBuilder.Postings, isWhole: Bool, withPositions: Bool
    ) -> [UInt8] {
        var out: [UInt8] = []
        Symbols.append((withPositions ? 1 : 0) + (isWhole ? 0 : 2), to: &out)
        Symbols.append(indexes.count, to: &out)
        var previous = -1
        for index in indexes {
            let page = Int(postings.pages[index])
            Symbols.append(page - previous - 1, to: &out)
            previous = page
        }
        let raised = indexes.enumerated().filter { postings.levels[$0.element] > 0 }
        Symbols.append(raised.count, to: &out)
        previous = -1
        for (offset, index) in raised {
            Symbols.append((offset - previous - 1) * SearchIndexBuilder.levels + Int(postings.levels[index]), to: &out)
            previous = offset
        }
        if withPositions { for index in indexes { out.append(Symbols.alphabet[Int(postings.positions[index])]) } }
        return out
    }

    /// How many pages of a term are kept, so that all lists together stay within bounds (static index pruning): those
    /// where it is most prominent. A reader who asks for a common word in a very large handbook wants these.
    private static func limit(_ postings: SearchIndexBuilder.Postings, pages: Int) -> Int {
        var spread: [Int: Int] = [:]
        for index in postings.starts.indices.dropLast() {
            spread[postings.starts[index + 1] - postings.starts[index], default: 0] += 1
        }
        func size(_ limit: Int) -> Int {
            spread.reduce(0) { sum, entry in
                let kept = min(entry.key, limit)
                return sum + entry.value * kept * (pages / max(kept, 1) < 64 ? 1 : 2)
            }
        }
        return [Int.max, 10_000, 5000, 2500, 1500, 1000, 700, 500, 350, 250, 180, 130].first { size($0) <= mostInLists }
            ?? 100
    }

    /// The shortest beginning of a term that comes after another one.
    private static func start(of term: ArraySlice<UInt8>, after last: ArraySlice<UInt8>) -> String {
        var count = zip(last, term).prefix { $0 == $1 }.count + 1
        while count < term.count, term[term.startIndex + count] & 0xC0 == 0x80 { count += 1 }
        return last.isEmpty ? "" : String(decoding: term.prefix(count), as: UTF8.self)
    }

    // MARK: Rows of pages

    /// Files of neighbouring rows, about `size` bytes each unless that made more than `atMost`.
    private mutating func addRows(_ rows: [[UInt8]], _ letter: String, size: Int, atMost: Int) -> Part {
        let total = rows.reduce(0) { $0 + $1.count + 2 }
        let size = max(size, total / atMost + 1)
        var part = Part()
        var payload: [UInt8] = []
        for (number, row) in rows.enumerated() {
            if payload.isEmpty { part.starts.append(String(number)) }
            payload.append(UInt8(ascii: payload.isEmpty ? "[" : ","))
            payload += row
            if payload.count >= size || number == rows.count - 1 {
                part.files.append(add(letter, payload + [UInt8(ascii: "]")]))
                payload = []
            }
        }
        return part
    }

    // MARK: Spellings

    private static let shortestMisspelt = 4

    /// Words of a to z by their last two letters and their first one, which are right when the middle is mistyped. Each
    /// with a letter for how many pages have it: `A` for one, `B` for two or three, and so on by powers of two.
    private mutating func addSpellings(
        _ builder: SearchIndexBuilder, _ postings: SearchIndexBuilder.Postings, _ order: [Int]
    ) -> Part {
        typealias Word = (key: (UInt8, UInt8, UInt8), bytes: ArraySlice<UInt8>, count: Int)
        let words = order.compactMap { number -> Word? in
            let term = builder.terms[number]
            guard term.count >= Self.shortestMisspelt, term.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return nil }
            return (
                (term[term.endIndex - 1], term[term.endIndex - 2], term[term.startIndex]), term,
                postings.starts[number + 1] - postings.starts[number]
            )
        }
        // Within a key they stay in the order of the alphabet.
        let sorted = words.enumerated().sorted {
            $0.element.key == $1.element.key ? $0.offset < $1.offset : $0.element.key < $1.element.key
        }.map(\.element)
        let size = max(24_000, words.reduce(0) { $0 + $1.bytes.count + 2 } / 14)
        var part = Part()
        var payload: [UInt8] = []
        for (index, word) in sorted.enumerated() {
            let isNewKey = index == 0 || sorted[index - 1].key != word.key
            if payload.count >= size, isNewKey { add("s", text: &payload, to: &part) }
            if payload.isEmpty {
                let (last, second, first) = word.key
                part.starts.append(JSONText.quoted(String(decoding: [last, second, first], as: UTF8.self)))
            } else {
                payload.append(UInt8(ascii: " "))
            }
            payload += word.bytes
            payload.append(UInt8(ascii: "A") + UInt8(Int.bitWidth - 1 - word.count.leadingZeroBitCount))
        }
        add("s", text: &payload, to: &part)
        return part
    }
}
