import Foundation
import Testing

/// Examples in doc comments are compiled in Examples.swift; here the two are compared.
struct ExampleTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    static let sources = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

    /// An indented block after an empty line of a doc comment, as CommonMark has code. A fenced block is no Swift.
    static func examples(in text: String) -> [[String]] {
        var blocks: [[String]] = []
        var (isAfterEmptyLine, isInBlock) = (false, false)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.drop { $0 == " " }
            let isCode = words.hasPrefix("///     ") && !words.hasPrefix("///      ")
            if isCode, isAfterEmptyLine { blocks.append([]) }
            let goesOn = isCode && (isAfterEmptyLine || isInBlock)
            if goesOn { blocks[blocks.count - 1].append(String(words.dropFirst(8))) }
            isInBlock = goesOn
            isAfterEmptyLine = words == "///"
        }
        return blocks
    }

    static func allExamples() throws -> [(path: String, lines: [String])] {
        let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().flatMap { path in
            try examples(in: String(contentsOf: sources.appending(path: path), encoding: .utf8)).map { (path, $0) }
        }
    }

    @Test func `every example of a doc comment is compiled as it is written`() throws {
        let compiled = try String(contentsOf: Self.folder.appending(path: "Examples.swift"), encoding: .utf8)
            .split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
        let examples = try Self.allExamples()
        #expect(examples.count >= 20)
        for (path, lines) in examples {
            let text = lines.map { $0.drop { $0 == " " } }.joined(separator: "\n")
            #expect(compiled.contains("\n\(text)\n"), "Examples.swift does not have the example of \(path):\n\(text)")
        }
    }

    @Test func `examples are the indented blocks of doc comments`() {
        let text = """
            /// Words.
            ///
            ///     let a = 1
            ///     let b = 2
            ///
            /// - Returns: a value that
            ///     goes on here.
            struct A {
                ///
                ///     b()
                func b() {}
            }
            /// ```text
            ///     x
            /// ```
            """
        #expect(Self.examples(in: text) == [["let a = 1", "let b = 2"], ["b()"]])
    }
}
