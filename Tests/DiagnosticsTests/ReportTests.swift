import Diagnostics
import Foundation
import Testing
import Text

@Suite struct ReportTests {
    private func problem(
        _ range: ByteRange, _ message: String = "Wrong.", path: String = "a.md", severity: Severity = .error,
        code: String = "some-code", help: Help? = nil
    ) -> Diagnostic {
        Diagnostic(severity: severity, code: code, message: message, path: path, range: range, help: help)
    }

    private func report(_ problems: [Diagnostic], _ text: String?, format: Report.Format = .human, prefix: String = "")
        -> String
    {
        Report.text(problems, format: format, prefix: prefix) { _ in text.map { Array($0.utf8) } }
    }

    // MARK: For a person

    @Test func `the carets are under the range`() {
        #expect(
            report([problem(8..<13, help: "Do this.")], "---\né: Wrong\n") == """
                a.md:2:4: error: Wrong. [some-code]
                  2 | é: Wrong
                    |    ^^^^^
                    = Do this.

                """)
    }

    @Test func `a byte order mark does not move the carets`() {
        #expect(report([problem(3..<5)], "\u{FEFF}ab\n").hasSuffix("  1 | ab\n    | ^^\n"))
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends are not shown`(end: String) {
        #expect(
            report([problem((1 + end.utf8.count)..<(3 + end.utf8.count))], "a\(end)bc\(end)d")
                == "a.md:2:1: error: Wrong. [some-code]\n  2 | bc\n    | ^^\n")
    }

    @Test func `a range over several lines is marked to the end of its first`() {
        #expect(report([problem(1..<6)], "abc\ndef\n").contains("  1 | abc\n    |  ^^\n"))
    }

    @Test func `a problem of the whole file shows no line`() {
        #expect(report([problem(0..<0)], "abc\n") == "a.md:1:1: error: Wrong. [some-code]\n")
    }

    @Test func `without its file a problem still has its path`() {
        #expect(
            report([problem(3..<4, help: "Help.")], nil, prefix: "content/")
                == "content/a.md: error: Wrong. [some-code]\n    = Help.\n")
    }

    @Test func `a long line is cut around the range`() throws {
        let text = String(repeating: "a", count: 300) + "X" + String(repeating: "b", count: 300)
        let lines = report([problem(300..<301)], text).split(separator: "\n").map(String.init)
        #expect(lines[1].count < 120)
        #expect(lines[1].contains("…a") && lines[1].hasSuffix("b…"))
        let caret = try #require(Array(lines[2]).firstIndex(of: "^"))
        #expect(Array(lines[1])[caret] == "X")
        #expect(lines[2].filter { $0 == "^" }.count == 1)
    }

    @Test func `the start of a long line is cut only at its end`() {
        let lines = report([problem(2..<590)], String(repeating: "é", count: 300)).split(separator: "\n")
        #expect(lines[1] == "  1 | " + String(repeating: "é", count: 100) + "…")
        #expect(lines[2] == "    |  " + String(repeating: "^", count: 99))
    }

    @Test func `tabs are shown as one space so that the carets fit`() {
        #expect(report([problem(1..<3)], "\tab\n").hasSuffix("  1 |  ab\n    |  ^^\n"))
    }

    @Test(arguments: [true, false])
    func `content cannot drive the terminal`(hasSource: Bool) {
        let nasty = "\u{1B}[31m\u{7}\u{9B}2J\u{202E}\u{2066}x"
        let text = report(
            [problem(0..<3, "Bad `\(nasty)`.", path: "\(nasty).md", help: "Help \(nasty)")],
            hasSource ? "a\(nasty)\n" : nil, prefix: "\u{1B}")
        #expect(
            !text.unicodeScalars.contains {
                $0 != "\n"
                    && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)
                        || (0x2020...0x2069).contains($0.value) && $0 != "…")
            })
        #expect(text.contains("\u{FFFD}"))
    }

    @Test(arguments: [true, false])
    func `content gives GitHub no commands`(hasSource: Bool) {
        let text = report(
            [
                problem(
                    0..<3, "Bad\n::error::x ##[add-mask]y", path: "a\n::stop-commands::z",
                    help: "::warning::h\n  ::error::i\n##[error]\r::j")
            ],
            hasSource ? "::error::k ##[error]l\r::error::m\n" : nil)
        for line in text.split(whereSeparator: \.isNewline) { #expect(!line.drop { $0 == " " }.hasPrefix("::")) }
        #expect(!text.contains("##["))
        #expect(text.contains("    = ::warning::h\n    =   ::error::i\n"))
        #expect(Printable.line("##[\u{301}error]\n::x").unicodeScalars.allSatisfy { $0 != "\n" })
        #expect(!Printable.line("##[\u{301}error]").utf8.elementsEqual("##[\u{301}error]".utf8))
    }

    @Test func `a person sees 200 problems of a file, errors first, and a program all`() {
        let problems =
            (0..<500).map { problem($0..<($0 + 1), severity: $0 < 450 ? .warning : .error) } + [
                problem(0..<1, path: "b.md")
            ]
        let text = String(repeating: "a", count: 500)
        let lines = report(problems, text).split(separator: "\n")
        #expect(lines.count { $0.contains(": error: ") } == 51)
        #expect(lines.count { $0.contains(": warning: ") } == 150)
        #expect(lines.contains("a.md: and 300 more in this file"))
        #expect(report(problems, text, format: .json).split(separator: "\n").count == 501)
        #expect(report(problems, text, format: .github).split(separator: "\n").count == 501)
        #expect(Report.summary(problems) == "51 errors, 450 warnings in 2 files")
    }

    @Test(.timeLimit(.minutes(10)), arguments: Report.Format.allCases.filter { $0.document == nil })
    func `many problems on one long line do not take quadratic time`(format: Report.Format) {
        let text = String(repeating: "é[](", count: 100_000)
        let problems = (0..<100_000).map { problem(($0 * 5)..<($0 * 5 + 2)) }
        let clock = ContinuousClock()
        let time = clock.measure { #expect(!report(problems, text, format: format).isEmpty) }
        #expect(time < .seconds(30))
    }

    @Test func `an empty report is empty text`() {
        for format in Report.Format.allCases where format.document == nil {
            #expect(report([], "a", format: format) == "")
        }
    }

    // MARK: For programs

    @Test func `JSON is one object a line`() throws {
        let text = report(
            [problem(4..<6, "A \"b\" \\ \u{1} </script>", help: "1\n2"), problem(0..<1, severity: .note)], "é\n→x\n",
            format: .json, prefix: "content/")
        let lines = text.split(separator: "\n")
        #expect(lines.count == 2)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any])
        #expect(object["path"] as? String == "content/a.md")
        #expect(object["line"] as? Int == 2)
        #expect(object["column"] as? Int == 2)
        #expect(object["message"] as? String == "A \"b\" \\ \u{1} </script>")
        #expect(object["help"] as? String == "1\n2")
        #expect(object["severity"] as? String == "error")
        #expect(object["code"] as? String == "some-code")
        #expect(!lines[1].contains("<"))
    }

    @Test func `JSON without help or file has neither`() {
        #expect(
            report([problem(5..<7, severity: .warning)], nil, format: .json)
                == #"{"path":"a.md","line":1,"column":1,"end_line":1,"end_column":1,"#
                + #""severity":"warning","code":"some-code","message":"Wrong."}"#
                + "\n")
    }

    @Test func `GitHub commands are one escaped line`() {
        #expect(
            report([problem(3..<4, "50%: a,b\r\nc", path: "a,b:c%.md", help: "Help: x")], "a\nbcd", format: .github)
                == "::error file=a%2Cb%3Ac%25.md,line=2,col=2,title=some-code::50%25: a,b%0D%0Ac%0AHelp: x "
                + "[some-code]\n"
        )
    }

    @Test func `GitHub calls a note a notice`() {
        #expect(report([problem(0..<1, severity: .note)], "a", format: .github).hasPrefix("::notice file="))
        #expect(report([problem(0..<1, severity: .warning)], "a", format: .github).hasPrefix("::warning file="))
    }

    @Test func `a combining mark after a sign does not hide it from GitHub`() {
        let text = report([problem(0..<1, "%\u{301}", path: "a:\u{301},\u{301}b")], "a", format: .github)
        #expect(text.hasPrefix("::error file=a%3A\u{301}%2C\u{301}b,line=1,"))
        #expect(text.contains("::%25\u{301} ["))
    }

    @Test func `GitHub commands hold no control characters`() {
        #expect(!report([problem(0..<1, "a\u{1B}[1m")], "a", format: .github).contains("\u{1B}"))
    }

    // MARK: Order, counts, strictness

    @Test func `problems are sorted by path, position and code`() {
        let problems = [
            problem(5..<6, path: "b.md", code: "a"), problem(1..<2, path: "b.md", code: "z"),
            problem(5..<9, path: "a.md", code: "c"), problem(5..<6, path: "b.md", code: "0"),
        ]
        #expect(
            problems.sortedForReport().map { "\($0.path) \($0.range.lowerBound) \($0.code)" } == [
                "a.md 5 c", "b.md 1 z", "b.md 5 0", "b.md 5 a",
            ])
    }

    @Test func `the summary counts each severity and the files`() {
        #expect(Report.summary([]) == nil)
        #expect(Report.summary([problem(0..<0)]) == "1 error in 1 file")
        #expect(
            Report.summary([problem(0..<0, severity: .note), problem(0..<0, path: "b.md", severity: .note)])
                == "2 notes in 2 files")
        #expect(
            Report.summary([
                problem(0..<0, severity: .warning), problem(0..<0), problem(1..<1),
                problem(0..<0, path: "b.md", severity: .note),
            ]) == "2 errors, 1 warning, 1 note in 2 files")
    }

    @Test func `strictness raises warnings and nothing else`() {
        let raised = Severity.allCases.map { problem(0..<0, severity: $0) }.raisingWarnings().map(\.severity)
        #expect(raised == [.note, .error, .error])
        #expect(Severity.note < .warning && Severity.warning < .error)
    }
}
