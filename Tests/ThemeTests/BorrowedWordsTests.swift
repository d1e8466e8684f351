import Testing

@testable import Theme

/// Words that a language borrows from another, and how a page says so.
@Suite struct BorrowedWordsTests {
    private static let home = BorrowedWords.marked("Home", from: "en")

    private static func html(_ page: String, in language: String = "fi") -> String {
        String(decoding: BorrowedWords(in: language).inHTML(Array(page.utf8)), as: UTF8.self)
    }

    private static func text(_ file: String) -> String {
        String(decoding: BorrowedWords.inText(Array(file.utf8)), as: UTF8.self)
    }

    @Test func `the text of an element has a span with its language`() {
        #expect(Self.html("<a href=\"/\">\(Self.home)</a>") == "<a href=\"/\"><span lang=\"en\">Home</span></a>")
        #expect(
            Self.html("<p>\(Self.home), \(Self.home)</p>")
                == "<p><span lang=\"en\">Home</span>, <span lang=\"en\">Home</span></p>")
    }

    @Test func `the span says the direction where it runs the other way`() {
        #expect(Self.html("<p>\(Self.home)</p>", in: "ar") == "<p><span lang=\"en\" dir=\"ltr\">Home</span></p>")
    }

    @Test(arguments: [
        ("<a title=\"HOME\">x</a>", "<a title=\"Home\">x</a>"), ("<a title='a>HOME'>x</a>", "<a title='a>Home'>x</a>"),
        ("<title>HOME</title>", "<title>Home</title>"),
        ("<option value=\"\">HOME</option>", "<option value=\"\">Home</option>"),
        ("<textarea>HOME</textarea>", "<textarea>Home</textarea>"),
        ("<script>a(\"HOME\" < 2)</script><p>x</p>", "<script>a(\"Home\" < 2)</script><p>x</p>"),
        ("<svg><text>HOME</text></svg>", "<svg><text>Home</text></svg>"),
        ("<!-- HOME > --><p>x</p>", "<!-- Home > --><p>x</p>"),
    ]) func `what can hold no element has the words alone`(example: (page: String, shown: String)) {
        #expect(Self.html(example.page.replacing("HOME", with: Self.home)) == example.shown)
    }

    @Test func `after a picture, spans are there again`() {
        #expect(
            Self.html("<svg><g/></svg><p>\(Self.home)</p>") == "<svg><g/></svg><p><span lang=\"en\">Home</span></p>")
    }

    @Test func `values that are put in, spaces and signs are outside`() {
        let marked = BorrowedWords.marked(" Found on {date}: {n} ", from: "en")
        let filled = marked.replacing("{date}", with: "5. maaliskuuta").replacing("{n}", with: "2")
        #expect(Self.html("<p>\(filled)</p>") == "<p> <span lang=\"en\">Found on</span> 5. maaliskuuta: 2 </p>")
        #expect(BorrowedWords.marked("{day}. {month}", from: "en") == "{day}. {month}")
    }

    @Test func `other files have no marks, and no language`() {
        #expect(Self.text("{\"a\": \"\(Self.home)\"}") == "{\"a\": \"Home\"}")
        let encoded = Self.home.utf8.map {
            $0 < 0x80 ? String(UnicodeScalar($0)) : "%\(String($0, radix: 16, uppercase: true))"
        }
        #expect(Self.text("mailto:a@example.org?subject=\(encoded.joined())") == "mailto:a@example.org?subject=Home")
        #expect(Self.text("caf\u{E9} %EF%BC%90") == "caf\u{E9} %EF%BC%90")
    }

    @Test func `marks that content holds say nothing that is not the code of a language`() {
        let marked = Self.home.replacing("en", with: "en\" onclick=\"x")
        #expect(Self.html("<p>\(marked)</p>") == "<p>Home</p>")
        for end in 1..<Self.home.unicodeScalars.count {
            let cut = String(String.UnicodeScalarView(Self.home.unicodeScalars.prefix(end)))
            let shown = Self.html("<p>\(cut)</p>")
            #expect(shown.hasPrefix("<p>") && shown.hasSuffix("</p>") && !shown.contains("\u{FFFD}"))
        }
    }
}
