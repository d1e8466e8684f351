import SeededRandom
import Testing

@testable import Traps

@Suite struct PastedBytesTests {
    /// Texts put together at random from what matters: each line with a problem must be found by the quick look.
    @Test func `the quick look misses nothing`() {
        let parts = [
            " ", "\t", "-", "- ", ":", ": ", ",", "[", "]", "{", "}", "\"", "'", "#", " #", "a", "é", "title", "\u{A0}",
            "\u{202F}", "\u{3000}", "\u{2003}", "\u{1680}", "\u{205F}",
            "\u{200B}", "\u{FEFF}", "\u{2060}", "\u{AD}", "“", "”", "„", "«", "»", "‹", "›", "‘", "’", "‚", "•", "·",
            "▪", "●", "➢", "⁃", "\u{F0B7}", "–", "—", "\u{2212}", "：", "﹕", "∶", "꞉",
        ]
        var random = RandomNumbers(seed: 1)
        for _ in 0..<30_000 {
            let text = (0..<Int.random(in: 1...7, using: &random)).map { _ in parts.randomElement(using: &random)!
            }.joined()
            let line = PastedLine(text[...])
            guard (line.fault(isIndented: false) ?? line.fault(isIndented: true) ?? line.slip) != nil else { continue }
            let bytes = Array(text.utf8)
            #expect(PastedBytes.next(in: bytes, range: 0..<bytes.count, from: 0) != nil, "\(text.debugDescription)")
        }
    }

    @Test(arguments: [
        "it’s a team’s…", "Dix\u{A0}heures ou “so”", "one – two — three", "50 € or ™, as «x» x · y • z", "日本語 คำ ŵŷ é",
        "He said “yes”",
    ])
    func `everyday text is passed over`(text: String) {
        let bytes = Array("a: b \(text)\n".utf8)
        #expect(PastedBytes.next(in: bytes, range: 0..<bytes.count, from: 0) == nil)
    }
}
