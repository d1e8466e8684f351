import Diagnostics
import Testing
import YAML

@Suite struct ReadingTests {
    @Test func `scalars stay the text they are`() {
        #expect(
            read("a: no\nb: 2022\nc: 1.50\nd: 0x10\ne: null\nf: 2026-03-12\ng: on")
                == "{a: no, b: 2022, c: 1.50, d: 0x10, e: null, f: 2026-03-12, g: on}")
    }

    @Test func `quoted and block text is marked as such`() {
        #expect(
            read("a: 'no'\nb: \"x\\ty\"\nc: |\n  one\n  two\nd: >-\n  one\n  two")
                == "{a: \"no\", b: \"x\ty\", c: \"one\ntwo\n\", d: \"one two\"}")
    }

    @Test func `lists and groups keep their order`() {
        #expect(
            read("z: [b, a]\ny:\n- 1\n- k: v\n  l: w\nx: {q: r, p: s}")
                == "{z: [b, a], y: [1, {k: v, l: w}], x: flow{q: r, p: s}}")
    }

    @Test(arguments: ["", "\n\n", "# only a comment\n", "   \n"])
    func `an empty document is nothing`(yaml: String) {
        #expect(read(yaml) == "nothing")
    }

    @Test func `one document may be fenced`() {
        #expect(read("---\na: b\n") == "{a: b}")
        #expect(read("a: b\n...\n") == "{a: b}")
    }

    @Test func `Windows line ends are not part of a value`() {
        #expect(read("a: b\r\nc:\r\n  - d\r\n  - 'e'\r\nf: |\r\n  g\r\n") == "{a: b, c: [d, \"e\"], f: \"g\n\"}")
    }

    @Test func `control characters written as escapes are replaced`() {
        #expect(read(#"a: "x\0y\x1b\x7f\x9bz\uFFFF""#) == "{a: \"x\u{FFFD}y\u{FFFD}\u{FFFD}\u{FFFD}z\u{FFFD}\"}")
        #expect(read(#"a: "x\ty\nzé€""#) == "{a: \"x\ty\nzé€\"}")
    }

    @Test func `a comment with a space after its sign is fine`() {
        #expect(read("a: b # why\n# c: d\nc: [d] # e\n") == "{a: b, c: [d]}")
        #expect(read("a: b#c\nd: 'e #f'\n") == "{a: b#c, d: \"e #f\"}")
    }

    @Test func `ampersands and stars inside text are text`() {
        #expect(
            read("a: R&D and B & C\nb: 2 * 3\nc: \"&d *e\"\nd: |\n  *bold* &c\n")
                == "{a: R&D and B & C, b: 2 * 3, c: \"&d *e\", d: \"*bold* &c\n\"}")
    }

    @Test func `empty values are empty`() throws {
        let bytes = Array("a:\nb: ~\nc: \"\"\nd: '  '\ne: []\nf: '~'\ng: x\n".utf8)
        let root = try #require(YAMLParser.parse(bytes, in: 0..<bytes.count, path: "a.md").root)
        guard case .mapping(let pairs, _) = root.value else { return #expect(Bool(false)) }
        #expect(pairs.map(\.value.isEmpty) == [true, true, true, true, false, false, false])
        #expect(
            pairs.map(\.value.describedKind) == [
                "nothing", "nothing", "nothing", "nothing", "a list", "a single value", "a single value",
            ])
    }

    // MARK: Positions

    private func ranges(_ text: String, from start: Int = 0) throws -> [String: String] {
        let bytes = Array(text.utf8)
        let (root, _) = YAMLParser.parse(bytes, in: start..<bytes.count, path: "a.md")
        guard case .mapping(let pairs, _)? = root?.value else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: pairs.map {
                #expect(String(decoding: bytes[$0.keyRange], as: UTF8.self).contains($0.key))
                return ($0.key, String(decoding: bytes[$0.value.range], as: UTF8.self))
            })
    }

    @Test func `values know their bytes in lines of any script`() throws {
        #expect(
            try ranges("é: ŵŷ\n日本: \"“x”\"  # c\n😀: 'a''b'\nlist: [x]\nblock: |\n  text\nlong: one\n  two\n") == [
                "é": "ŵŷ", "日本": "\"“x”\"", "😀": "'a''b'", "list": "[", "block": "|", "long": "one",
            ])
    }

    @Test(arguments: ["\n", "\r\n"])
    func `positions count from the start of the file`(end: String) throws {
        #expect(
            try ranges("---\(end)é: ö\(end)title: Á B\(end)", from: 3 + end.utf8.count) == ["é": "ö", "title": "Á B"])
    }

    @Test(arguments: ["\u{2028}", "\u{85}", "\r"])
    func `lines are counted as the parser counts them`(lineBreak: String) throws {
        #expect(try ranges("a: x\(lineBreak)b: y\(lineBreak)c: z\n") == ["a": "x", "b": "y", "c": "z"])
    }

    @Test(.timeLimit(.minutes(10)), arguments: ["x", "é"])
    func `a long list on one line does not take quadratic time`(item: String) {
        let count = 80_000
        let bytes = Array(("a: [" + String(repeating: item + ", ", count: count) + "z]\n").utf8)
        let clock = ContinuousClock()
        let time = clock.measure {
            let (root, problems) = YAMLParser.parse(bytes, in: 0..<bytes.count, path: "a.md")
            #expect(problems.isEmpty)
            guard case .mapping(let pairs, _) = root?.value, case .sequence(let items) = pairs[0].value.value else {
                return #expect(Bool(false))
            }
            #expect(items.count == count + 1)
            #expect(bytes[items[count].range].elementsEqual("z".utf8))
            #expect(bytes[items[count / 2].range].elementsEqual(item.utf8))
        }
        #expect(time < .seconds(20))
    }

    @Test(.timeLimit(.minutes(10)))
    func `a duplicate key on one long line is found in time`() {
        let keys = (0..<50_000).map { "k\($0): 1, " }.joined()
        let yaml = "{" + keys + "k0: 2}\n"
        let clock = ContinuousClock()
        let time = clock.measure {
            let found = seen(yaml)
            #expect(found.map(\.code) == ["duplicate-key"])
            #expect(found.first?.marked == "k0" && found.first?.at == "1:\(keys.count + 2)")
        }
        #expect(time < .seconds(20))
    }
}
