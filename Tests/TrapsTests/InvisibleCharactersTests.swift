import Diagnostics
import Testing

@testable import Traps

@Suite struct InvisibleCharactersTests {
    private func problems(_ text: String, before: String = "---\ntitle: A\u{200B}\n---\n") -> [Diagnostic] {
        InvisibleCharacters.problems(in: Array((before + text).utf8), from: before.utf8.count, path: "a.md")
    }

    @Test func `the message says what is wrong and what to do`() {
        let found = problems("Hand\u{200B}book\n")
        #expect(
            found.map(\.message) == [
                "A zero-width space (U+200B) is on this line; nobody sees it, but searching and copying go wrong."
            ])
        #expect(found.map(\.help?.text) == ["Paste this line in place of yours:\nHandbook"])
    }

    @Test(arguments: [
        ("Hand\u{200B}book\n", "A zero-width space (U+200B) is", "Handbook"),
        ("a\n\u{FEFF}b\u{FEFF}\r\nc\n", "2 byte-order marks (U+FEFF) are", "b"),
        (
            "> \u{200B}x\u{200B} gov\u{AD}ern\u{AD}ment\u{2060}",
            "2 soft hyphens (U+00AD), 2 zero-width spaces (U+200B) and a word joiner (U+2060) are", "> x government"
        ),
        ("```\nls\u{200B} -l\n```\n", "A zero-width space (U+200B) is", "ls -l"),
        ("a\tgov\u{AD}ernment", "A soft hyphen (U+00AD) is", "a    government"),
    ])
    func `invisible characters are counted and left out`(text: String, names: String, line: String) throws {
        let found = problems(text)
        try #require(found.count == 1, "\(found)")
        #expect(found[0].message.hasPrefix("\(names) on this line") && found[0].help?.paste == line)
        #expect(found[0].code == "invisible-characters" && found[0].severity == .warning)
    }

    @Test func `the first of a line is marked`() {
        #expect(problems("é\n\u{200B}a\u{200B}\nb\u{AD}", before: "").map(\.range) == [3..<6, 12..<14])
    }

    @Test(arguments: [
        "", "plain\n", "Dix\u{A0}: «\u{202F}oui\u{202F}»\u{3000}x", "👩‍👩‍👧‍👦 🏳️‍🌈", "می‌خواهم क्‍ष",
        "it’s – “so”…", "日本語", "𝒳",
        // Between words of Thai, Khmer and Burmese, where a line may break
        "ภาษา\u{200B}ไทย", "ភាសា\u{200B}ខ្មែរ", "မြန်မာ\u{200B}ဘာသာ",
    ])
    func `what is seen or needed is left alone`(text: String) { #expect(problems(text).isEmpty) }

    @Test func `the first twenty lines are reported`() {
        let found = problems(String(repeating: "a\u{200B}b\n", count: 23), before: "")
        #expect(found.count == 21)
        #expect(found[20].code == "invisible-characters" && found[20].message.hasPrefix("3 more lines "))
        #expect(found[20].range == 121..<124)
        #expect(problems(String(repeating: "a\u{200B}b\n", count: 21)).last?.message.hasPrefix("1 more line ") == true)
    }

    @Test func `a long line is shown around the character`() throws {
        let found = problems(
            String(repeating: "é ", count: 500) + "hand\u{200B}book" + String(repeating: " é", count: 500))
        let help = try #require(found.first?.help?.text).split(separator: "\n")
        #expect(help[0] == "The line is long. Type the words around the place again, so that they read:")
        #expect(help[1].hasPrefix("…é é") && help[1].hasSuffix("é…") && help[1].contains(" handbook "))
        #expect(help[1].unicodeScalars.count <= 202)
    }

    @Test(.timeLimit(.minutes(10)), arguments: ["a\u{200B}", "\u{200B}\n", "a\u{AD}b é\n"])
    func `many of them do not take quadratic time`(text: String) {
        let clock = ContinuousClock()
        #expect(
            clock.measure { _ = problems(String(repeating: text, count: (2 << 20) / text.utf8.count)) } < .seconds(20))
    }
}
