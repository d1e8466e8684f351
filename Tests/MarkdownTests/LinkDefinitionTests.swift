import Testing

@testable import Markdown

struct LinkDefinitionTests {
    private static func find(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return LinkDefinitions.destinations(in: bytes, from: 0).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("[a]: b\n[c]: <d e> 'T'\n", ["b", "d e"]), ("[a]:\nb\n\"T\n goes on\"\n[c]: d", ["b", "d"]),
        ("> [a]: b\n> [c]: d\n", ["b", "d"]), ("- text\n- [a]: b\n", ["b"]), ("# H\n[a]: b\r\n[c]: d\r\n", ["b", "d"]),
        ("[^1]: [a]: b\n\n    [c]: d\n", ["b", "d"]), ("[a\\]]: b\n", ["b"]),
        ("text\n[a]: b\n", []), ("    [a]: b\n", []), ("~~~\n[a]: b\n~~~\n", []), ("<div>\n[a]: b\n</div>\n", []),
        ("[a]: b c\n", []), ("[a]: <b\n", []), ("[ ]: b\n", []), ("[a] : b\n", []), ("[a]:\n\nb\n", []),
        ("[a]: b\n[c]: d e\n[f]: g\n", ["b"]), ("| q |\n|---|\n| [a]: b |\n", []),
    ])
    func `definitions are found where CommonMark has them`(text: String, destinations: [String]) {
        #expect(Self.find(text) == destinations)
    }
}
