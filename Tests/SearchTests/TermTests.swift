import Foundation
import Testing

@testable import Search

/// What a text is found by.
@Suite struct TermTests {
    private static func terms(_ text: String) -> [String] {
        var reader = TermReader()
        return reader.terms(of: text)
    }

    /// Lines of `text → terms`; the browser tests check the theme's script against the same file.
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

    @Test func `a stem is a beginning of its word`() {
        for word in [
            "communities", "meetings", "planned", "policy", "classes", "running", "agreed", "status", "data", "skies",
            "boxes",
        ] {
            #expect(word.hasPrefix(Self.terms(word)[0]), "\(word)")
        }
    }
}
