import Testing

@testable import Search

/// The files that a browser loads.
@Suite struct SearchIndexTests {
    private static func index(_ documents: [SearchDocument], language: String = "en") -> SearchIndex {
        var builder = SearchIndexBuilder(language: language, facets: [("kind", { "Kind \($0)" })])
        for document in documents { builder.add(document) }
        return builder.index()
    }

    private static func document(_ title: String, _ text: String = "", names: [String] = [], kind: String = "page")
        -> SearchDocument
    {
        SearchDocument(
            title: title, url: "\(title.lowercased())/", kind: kind, names: names,
            sections: text.isEmpty ? [] : [.init(anchor: "", heading: "", text: text[...])], facets: ["kind": [kind]])
    }

    /// term → pages with their levels, as the theme's script reads them.
    private static func postings(_ index: SearchIndex) -> [String: [Int: Int]] {
        var found: [String: [Int: Int]] = [:]
        for file in index.files where file.name.hasPrefix("t") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            let fields = text.split(separator: "\"")[3].split(separator: " ")
            var term = ""
            for field in stride(from: 0, to: fields.count, by: 2) {
                term = String(term.prefix(number(fields[field].utf8.first!)) + fields[field].dropFirst())
                var symbols = Array(fields[field + 1].utf8)[...]
                func next() -> Int {
                    let value = number(symbols.removeFirst())
                    if value == 89 {
                        return 2339 + (number(symbols.removeFirst()) * 91 + number(symbols.removeFirst())) * 91
                            + number(symbols.removeFirst())
                    }
                    return value < 64 ? value : 64 + (value - 64) * 91 + number(symbols.removeFirst())
                }
                _ = next()
                var page = -1
                let pages = (0..<next()).map { _ in
                    page += next() + 1
                    return page
                }
                var levels = Array(repeating: 0, count: pages.count)
                var offset = -1
                for _ in 0..<next() {
                    let value = next()
                    offset += value / 8 + 1
                    levels[offset] = value % 8
                }
                found[term] = Dictionary(uniqueKeysWithValues: zip(pages, levels))
            }
        }
        return found
    }

    private static func number(_ symbol: UInt8) -> Int { Symbols.alphabet.firstIndex(of: symbol)! }

    @Test func `a name weighs more than a title, a title more than a heading, a heading more than a text`() {
        var heading = Self.document("Other")
        heading.sections = [.init(anchor: "x", heading: "About bread", text: "Words.")]
        let found = Self.postings(
            Self.index([
                Self.document("Bread"), Self.document("All about bread baking now"), heading,
                Self.document("Else", "Some bread."),
            ]))
        #expect(found["bread"] == [0: 7, 1: 5, 2: 3, 3: 0])
    }

    @Test func `another name finds a page as its name does`() {
        #expect(Self.postings(Self.index([Self.document("Baker", names: ["bread maker"])]))["maker"] == [0: 6])
    }

    @Test func `a name is weighed by its own length, whatever words other names have`() {
        let found = Self.postings(
            Self.index([Self.document("Bread people", names: ["Bread", "all the people who bake with salt"])]))
        #expect(found["bread"] == [0: 7] && found["peopl"] == [0: 6] && found["salt"] == [0: 5])
    }

    @Test func `pages far apart and many keep their numbers`() {
        let documents = (0..<3000).map { Self.document($0 % 700 == 5 ? "Rare" : "Common") }
        let found = Self.postings(Self.index(documents))
        #expect(found["rar"]?.keys.sorted() == [5, 705, 1405, 2105, 2805])
        #expect(found["common"]?.count == 2995)
    }

    @Test func `all terms are found again, whatever files they are in`() {
        let words = (0..<20_000).map { "w\($0)" }
        let documents = stride(from: 0, to: words.count, by: 100).map {
            Self.document("Page", words[$0..<($0 + 100)].joined(separator: " "))
        }
        let index = Self.index(documents)
        #expect(index.files.count { $0.name.hasPrefix("t") } > 3)
        let found = Self.postings(index)
        for (number, word) in words.enumerated() { #expect(found[word] == [number / 100: 0]) }
    }

    @Test func `the name of a page cannot end the script that holds it`() {
        let index = Self.index([Self.document("</script><img src=x onerror=alert(1)>\u{2028}\"\\")])
        for file in index.files { #expect(!String(decoding: file.bytes, as: UTF8.self).contains("<")) }
        #expect(!String(decoding: index.names, as: UTF8.self).contains("<") && !index.manifest.contains("<"))
    }

    @Test func `a file whose content stays keeps its name`() {
        let documents = (0..<400).map {
            Self.document("Page \($0)", String(repeating: "some text that is long enough to fill files ", count: 20))
        }
        var changed = documents
        changed[399].sections[0].text += "newword"
        let (before, after) = (Set(Self.index(documents).files.map(\.name)), Set(Self.index(changed).files.map(\.name)))
        #expect(before.count > 5 && before.symmetricDifference(after).count <= 8)
    }

    @Test func `of long texts the beginning of each section is kept`() {
        let long = String(repeating: "word ", count: 2_000_000)
        var document = Self.document("Long")
        document.sections = (0..<3).map { .init(anchor: "s\($0)", heading: "Section \($0)", text: long[...]) }
        let text = Self.index([document]).files.first { $0.name.hasPrefix("x") }!
        #expect(
            text.bytes.count < 7_000_000
                && String(decoding: text.bytes.suffix(3_000_000), as: UTF8.self).contains("Section 2"))
    }

    @Test func `an index says which endings its words have lost, except English ones`() {
        let german = Self.index([Self.document("Bürgerinnen")], language: "de")
        #expect(Self.postings(german)["burger"] == [0: 7])
        #expect(german.manifest.contains("\"endings\":\"aou|4 innen "))
        #expect(String(decoding: german.names, as: UTF8.self).contains("\"endings\":"))
        for language in ["en", "cy", "ar", "fi"] {
            #expect(!Self.index([Self.document("Bread")], language: language).manifest.contains("endings"))
        }
    }

    @Test func `without pages there is still an index`() {
        let index = Self.index([])
        #expect(index.files.isEmpty && index.manifest.contains("\"count\":0"))
    }
}
