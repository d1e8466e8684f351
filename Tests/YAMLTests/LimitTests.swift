import Testing
import YAML

/// How large and how deep front matter may be.
@Suite struct LimitTests {
    @Test(arguments: [("[", "]"), ("{a: ", "}")])
    func `brackets may be forty deep`(open: String, close: String) throws {
        func nested(_ n: Int) -> String {
            "a: " + String(repeating: open, count: n) + String(repeating: close, count: n)
        }
        #expect(seen(nested(38)).isEmpty)
        let found = try trap(nested(41))
        #expect(found.code == "yaml-too-large")
        #expect(found.message.contains(" 40 deep") && found.help?.contains("Brackets") == true)
    }

    @Test func `indented groups may be forty deep`() throws {
        func nested(_ n: Int) -> String { (0..<n).map { String(repeating: " ", count: $0) + "a:\n" }.joined() }
        #expect(seen(nested(40)).isEmpty)
        #expect(try trap(nested(41)).at == "41:41")
    }

    /// Yams reads nested values by recursion, so a text that nests without end would overflow the stack. These nest
    /// a little deeper than is allowed, in each form that YAML has for it.
    @Test(arguments: [
        "- ", "? ", "[", "{a: ", "? - ", "a:\n  - ", "? a\n: - ", "a:\r- ", "a:\u{2028}- ", "a:\u{85}- ", "--- - ",
    ])
    func `values that nest more than forty deep are refused in every form`(start: String) throws {
        let link = start.hasSuffix("- ") ? "- " : start
        #expect(seen(start + String(repeating: link, count: 300) + "x").map(\.code) == ["yaml-too-large"])
    }

    /// Aliases of aliases grow without bound once they are resolved. None is resolved here.
    @Test(arguments: ["a: &b [x]\nc: *b\n", "a: &b x\n? *b\n: y\n", "a: &b [x]\nc: &d [*b]\ne: *d\n"])
    func `an alias is refused before it is resolved`(yaml: String) throws {
        #expect(try trap(yaml).code == "yaml-not-used")
    }

    @Test func `one mebibyte is the most`() throws {
        let line = "a: " + String(repeating: "x", count: (1 << 20) - 3)
        #expect(seen(line).isEmpty)
        let found = try trap(line + "y")
        #expect(found.code == "yaml-too-large" && found.message.contains(" 1024 KiB"))
    }

    @Test(.timeLimit(.minutes(10)))
    func `any cut of any text is read or refused`() {
        let text =
            "title: \"A: é\" # c\ntopics: [a, {b: 'c'}]\nm:\n  - k: |\n      x\n    l: >\n  - ? q\n    : r\ntail: &x "
            + "*y !z %\r\n@ `\t- -\u{2028}"
        let bytes = Array(text.utf8)
        for start in bytes.indices {
            for end in stride(from: start, through: bytes.count, by: 3) {
                let part = Array(String(decoding: bytes[start..<end], as: UTF8.self).utf8)
                let (root, problems) = YAMLParser.parse(part, in: 0..<part.count, path: "a.md")
                for problem in problems { #expect(problem.range.upperBound <= part.count && !problem.message.isEmpty) }
                if root == nil, problems.isEmpty {
                    #expect(!part.contains { (97...122).contains($0) } || part.contains(UInt8(ascii: "#")))
                }
            }
        }
    }
}
