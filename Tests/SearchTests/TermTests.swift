import Foundation
import Testing

@testable import Search

/// What a text is found by.
@Suite struct TermTests {
    private static func terms(_ text: String, _ language: String = "en") -> [String] {
        var reader = TermReader(Endings(language: language))
        return reader.terms(of: text)
    }

    /// The lines of a file beside this one, without remarks.
    private static func lines(of name: String) throws -> [Substring] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: name)
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    }

    /// Lines of `text → terms`, or `[language] text → terms`; the browser tests check the theme's script against the
    /// same file.
    @Test func `texts become the terms of the table`() throws {
        let lines = try Self.lines(of: "terms.txt")
        #expect(lines.count > 60)
        for line in lines {
            let sides = line.components(separatedBy: " → ")
            try #require(sides.count == 2, "\(line)")
            let parts = sides[0].split(separator: "] ", maxSplits: 1)
            let terms =
                line.hasPrefix("[") ? Self.terms(String(parts[1]), String(parts[0].dropFirst())) : Self.terms(sides[0])
            #expect(terms.joined(separator: " ") == sides[1], "\(line)")
        }
    }

    /// Lines of `language = words` and `language ≠ words`; the browser tests search for the same words.
    @Test func `the forms of a word have one term in German, Spanish and French, and other words have others`() throws {
        var forms: [String: Int] = [:]
        for line in try Self.lines(of: "endings.txt") {
            let parts = line.split(separator: " ").map(String.init)
            try #require(parts.count > 2, "\(line)")
            let terms = parts[2...].map { Self.terms($0, parts[0])[0] }
            if parts[1] == "=" {
                #expect(Set(terms).count == 1, "\(line): \(terms)")
                forms[parts[0], default: 0] += terms.count - 1
            } else {
                #expect(Set(terms).count == terms.count, "\(line): \(terms)")
            }
        }
        for language in ["de", "es", "fr"] { #expect(forms[language] ?? 0 >= 50) }
    }

    @Test func `a stem is a beginning of its word`() {
        for word in [
            "communities", "meetings", "planned", "policy", "classes", "running", "agreed", "status", "data", "skies",
            "boxes",
        ] {
            #expect(word.hasPrefix(Self.terms(word)[0]), "\(word)")
        }
    }

    @Test func `a region has the endings of its language, and other languages have English ones`() {
        #expect(Self.terms("Beratungen", "de-AT") == ["beratung"] && Self.terms("Beratungen", "DE") == ["beratung"])
        #expect(Self.terms("meetings reuniones", "cy") == ["meet", "reunion"])
        #expect(Self.terms("meetings reuniones", "est") == Self.terms("meetings reuniones"))
    }
}
