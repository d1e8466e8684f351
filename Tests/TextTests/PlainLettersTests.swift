import Foundation
import Testing

@testable import Text

/// What letters are without case and accents.
@Suite struct PlainLettersTests {
    private struct Row: Decodable {
        let language: String
        let text: String
        let folded: String
    }

    /// The browser tests check the theme's script against the same file.
    @Test func `texts become what the table says`() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "folding.json")
        let rows = try JSONDecoder().decode([Row].self, from: Data(contentsOf: path))
        #expect(rows.count > 30)
        for row in rows {
            #expect(Array(PlainLetters.folded(row.text).utf8) == Array(row.folded.utf8), "\(row.language): \(row.text)")
        }
    }

    /// The script asks the browser for it, for letters of these ranges.
    @Test(arguments: [0xC0...0x24F, 0x388...0x3CE, 0x451...0x451, 0x622...0x626, 0x1E00...0x1EFF])
    func `accents are removed as Unicode takes letters apart`(letters: ClosedRange<UInt32>) {
        for scalar in letters.compactMap(Unicode.Scalar.init) {
            let apart = String(scalar).lowercased().decomposedStringWithCanonicalMapping
            let plain = apart.unicodeScalars.map(PlainLetters.folded).joined()
            #expect(Array(PlainLetters.folded(scalar).utf8) == Array(plain.utf8), "\(scalar)")
        }
    }

    @Test func `letters of other scripts stay, whatever their accent`() {
        #expect(PlainLetters.folded("Й Ў が 각 ѐ").unicodeScalars.count == "й ў が 각 ѐ".unicodeScalars.count)
    }

    // MARK: Ids

    @Test func `the ranges of the form give for each letter what an id has for it`() {
        for code in UInt32(0x80)...0x2100 {
            let plain = ID.letters.first { $0.signs.contains(code) }?.plain ?? "-"
            #expect(plain == ID.unaccented(Unicode.Scalar(code)!), "\(String(code, radix: 16))")
        }
        #expect(ID.letters.count == 35 && ID.letters.last?.plain == "'")
    }

    @Test func `ids know letters up to Latin Extended-A, and addresses beyond them stay`() {
        #expect(ID.from("Łódź Straße Œuvre Þór ruoŧŧa") == "lodz-strasse-oeuvre-thor-ruotta")
        #expect(ID.from("dŵr â’r tŷ") == "dwr-ar-ty" && ID.from("İstanbul ışık") == "istanbul-isik")
        #expect(
            ID.from("Việt").hasPrefix("vi-t-") && ID.from("ẁ").hasPrefix("item-") && ID.from("ŋ").hasPrefix("item-"))
    }
}
