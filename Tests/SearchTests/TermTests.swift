import Foundation
import Testing

@testable import Search

/// What a text is found by.
@Suite struct TermTests {
    private static func terms(_ text: String) -> [String] {
        var reader = TermReader()
        return reader.terms(of: text)
    }

    /// Lines of `text → terms`; the browser tests hold the theme's script to the same file.
    @Test func `texts become the terms of the table`() throws {
        let table = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "terms.txt"),
            encoding: .utf8)
        let lines = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count > 40)
        for line in lines {
            let sides = line.components(separatedBy: " → ")
            try #require(sides.count == 2, "\(line)")
            #expect(Self.terms(sides[0]).joined(separator: " ") == sides[1], "\(line)")
        }
    }

    @Test func `accents go as Unicode takes letters apart`() {
        for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
            let letter = String(Unicode.Scalar(UInt32(value))!)
            guard letter.unicodeScalars.first!.properties.isAlphabetic else { continue }
            let apart = letter.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
                !(0x300...0x36F).contains($0.value)
            }
            let plain = String(String.UnicodeScalarView(apart))
            guard plain.unicodeScalars.count == 1, plain.unicodeScalars.first!.isASCII else { continue }
            #expect(Self.terms(letter).first == plain, "\(letter)")
        }
    }

    @Test func `a stem is a beginning of its word`() {
        for word in [
            "communities", "meetings", "planned", "policy", "classes", "running", "agreed", "status", "data", "skies",
            "boxes",
        ] {
            #expect(word.hasPrefix(Self.terms(word)[0]), "\(word)")
        }
    }
}
