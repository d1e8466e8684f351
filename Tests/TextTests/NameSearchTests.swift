import Testing

@testable import Text

struct NameSearchTests {
    private static func found(_ names: [String], in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return NameSearch(names).ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("Ada Example", "Ask Ada Example.", "Ada Example"), ("Ada Example", "ADA  example", "ADA  example"),
        ("Ada Example", "Ada\nExample", "Ada\nExample"), ("Ada Example", "> Ada\n> Example", "Ada\n> Example"),
        ("Ada Example", "Ada\u{A0}Example's", "Ada\u{A0}Example"),
        ("Ada Example", "Ada&nbsp;Example", "Ada&nbsp;Example"),
        ("Ada Example", "**Ada** Example", "Ada** Example"), ("Ada Example", "ada.example@example.gov", "ada.example"),
        ("Ada Example", "Example, Ada", "Example, Ada"), ("Adéle Łódź", "Adele Lodz", "Adele Lodz"),
        ("Adele Lodz", "Ade\u{301}le Łódź", "Ade\u{301}le Łódź"), ("Ada O'Brien", "Ada O’Brien", "Ada O’Brien"),
        ("Ada Jones-Example", "Ada Jones Example", "Ada Jones Example"), ("Cher", "by Cher!", "Cher"),
        ("山田太郎", "山田太郎さん", "山田太郎"), ("山田 太郎", "山田太郎さん", "山田太郎"),
        ("آدا مثال", "سألنا آدا مثال أمس", "آدا مثال"), ("Ада Пример", "АДА ПРИМЕР", "АДА ПРИМЕР"),
        ("Ada Example", "Ada\u{AD} Exam\u{AD}ple", "Ada\u{AD} Exam\u{AD}ple"),
    ])
    func `a name is found however it is spaced, cased and accented`(name: String, text: String, part: String) {
        #expect(Self.found([name], in: text) == [part])
    }

    @Test(arguments: [
        ("Ann", "Anna and Joann"), ("Ann Example", "Anna Example"), ("Ada Example", "Ada Examples"),
        ("Ada Example", "Ada Other, and an example"), ("Ada Example", "Thank Ada. \n\nExample of it"),
        ("Ada Example", "Ada: Example"), ("Ada Example", "example ada"), ("Ada Example", "Ada (Example)"),
        ("", "anything"), ("…", "…"), ("Ada Example", ""),
    ])
    func `a part of a name, or its words apart, is not a match`(name: String, text: String) {
        #expect(Self.found([name], in: text) == [])
    }

    @Test func `each of several names is found, in order`() {
        #expect(
            Self.found(["Ada Example", "A. Example", "Ada E. Example"], in: "A. Example, Ada E Example, Ada Example")
                == ["A. Example", "Ada E Example", "Ada Example"])
    }

    @Test func `of names that begin at one word the longest is found, and what ends early is the shorter one`() {
        let names = ["Ada", "Ada Example", "Ada Example of Town", "Example, Bo"]
        #expect(
            Self.found(
                names, in: "Ada Example of Town; Ada Example of it; Ada Other. Bo, Example; Town, Ada Example of")
                == ["Ada Example of Town", "Ada Example", "Ada", "Bo, Example", "Town, Ada Example of"])
    }

    /// Fifty names of twelve words that begin alike, in a text of nothing but such words.
    @Test(.timeLimit(.minutes(10))) func `many names that begin alike take as long as one`() {
        let names = (0..<50).map { String(repeating: "a ", count: 11) + "x\($0)" }
        let text = String(repeating: "a ", count: 20_000) + "x7"
        #expect(Self.found(names, in: text) == [names[7]])
    }

    @Test func `bytes that are not text are passed over`() {
        let bytes = [0xFF, 0xC3] + Array("Ada Example".utf8) + [0xE2, 0x80]
        #expect(NameSearch(["Ada Example"]).ranges(in: bytes) == [2..<13])
    }
}
