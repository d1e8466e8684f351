import Diagnostics
import Testing
import Traps

@testable import Markdown

/// What people paste out of other programs into a paragraph, and what they are to write in its place.
@Suite struct PastedTextTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var marked: String
        var code: String
        var lines: String
        var testDescription: String { text.debugDescription }

        init(_ text: String, marked: String? = nil, _ code: String, _ lines: String) {
            (self.text, self.marked, self.code, self.lines) = (text, marked ?? text, code, lines)
        }
    }

    private func problems(_ text: String, before: String = "Intro.\n\n") -> [Diagnostic] {
        let bytes = Array((before + text).utf8)
        return PastedText.problems(inParagraph: before.utf8.count..<bytes.count, of: bytes, path: "a.md")
    }

    /// Looks at what is marked, the code and the lines to write.
    ///
    /// - Returns: the message.
    @discardableResult private func expect(_ example: Case, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> String
    {
        let found = problems(example.text)
        try #require(found.count == 1, "\(found)", sourceLocation: sourceLocation)
        let marked = String(decoding: Array(("Intro.\n\n" + example.text).utf8)[found[0].range], as: UTF8.self)
        #expect(marked == example.marked, sourceLocation: sourceLocation)
        #expect(found[0].code == example.code && found[0].severity == .warning, sourceLocation: sourceLocation)
        #expect(found[0].help?.paste == example.lines, sourceLocation: sourceLocation)
        return found[0].message
    }

    /// One for each rule.
    @Test(arguments: [
        (
            "Team\tDay\nWeb\tMonday",
            "A table with tabs between its cells, as a spreadsheet pastes it, is shown as running text.",
            "Paste this in its place, with an empty line above and below:\n"
                + "| Team | Day |\n| --- | --- |\n| Web | Monday |"
        ),
        (
            "● Agenda\n● Minutes",
            "`●` starts these lines, but does not make a list: they are shown as running text.",
            "Paste this in its place:\n- Agenda\n- Minutes"
        ),
        (
            "-\u{A0}Agenda\n-\u{A0} Minutes",
            "A non-breaking space (U+00A0) comes after `-`, so this is not a list item; Markdown needs an "
                + "ordinary space.",
            "Paste these 2 lines in place of yours:\n- Agenda\n- Minutes"
        ),
    ])
    func `the message says what is wrong and what to do`(text: String, message: String, help: String) {
        #expect(problems(text).map(\.message) == [message] && problems(text).map(\.help?.text) == [help])
    }

    // MARK: Tables

    @Test(arguments: [
        // Excel
        Case(
            "Team\tDay\tRoom\nWeb\tMonday\t2.14\nData\tFriday\t3.01", "pasted-table",
            "| Team | Day | Room |\n| --- | --- | --- |\n| Web | Monday | 2.14 |\n| Data | Friday | 3.01 |"),
        // With Windows line ends, an empty cell, a cell with a bar and tabs after the last column
        Case(
            "Team\tDay\tRoom\t\r\nWeb\t\tA|B\t\r\nData\tFriday\t\t", "pasted-table",
            "| Team | Day | Room |\n| --- | --- | --- |\n| Web |  | A\\|B |\n| Data | Friday |  |"),
        // A cell of two lines, as Excel quotes it
        Case(
            "Team\tNotes\nWeb\t\"Meets \"\"often\"\"\nand long\"\nData\tQuiet", "pasted-table",
            "| Team | Notes |\n| --- | --- |\n| Web | Meets \"often\" and long |\n| Data | Quiet |"),
        // Tabs of empty cells that an editor has cut off
        Case(
            "Team\tDay\tRoom\nWeb\tMonday\nData\t\t3.01", "pasted-table",
            "| Team | Day | Room |\n| --- | --- | --- |\n| Web | Monday |  |\n| Data |  | 3.01 |"),
        // An e-mail lined up by hand
        Case(
            "Name:\t\tAnna\nRole:\t\tChair\nMembership:\t12", "pasted-table",
            "| Name: | Anna |\n| --- | --- |\n| Role: | Chair |\n| Membership: | 12 |"),
        // With an empty first cell
        Case(
            "Rooms:\n\tMay\tJune\nWeb\t1\t2", marked: "May\tJune\nWeb\t1\t2", "pasted-table",
            "|  | May | June |\n| --- | --- | --- |\n| Web | 1 | 2 |"),
        // In a quote, below a sentence
        Case(
            "> The rooms:\n> Team\tRoom\n> Web\t2.14", marked: "Team\tRoom\n> Web\t2.14", "pasted-table",
            "> | Team | Room |\n> | --- | --- |\n> | Web | 2.14 |"),
    ])
    func `a table from a spreadsheet is written with bars`(example: Case) throws {
        #expect(try expect(example).hasPrefix("A table with tabs "))
    }

    @Test(arguments: [
        // reStructuredText and Pandoc
        Case(
            "+------+----------+\n| Team | Day      |\n+======+==========+\n| Web  | Monday   |\n|      | at noon  "
                + "|\n+------+----------+\n| Data | Friday   |\n+------+----------+", "pasted-table",
            "| Team | Day |\n| --- | --- |\n| Web | Monday at noon |\n| Data | Friday |"),
        // MySQL: one line below the heads, none between the rows
        Case(
            "+------+--------+\n| team | day    |\n+------+--------+\n| web  | monday |\n| data | friday "
                + "|\n+------+--------+", "pasted-table",
            "| team | day |\n| --- | --- |\n| web | monday |\n| data | friday |"),
        // PostgreSQL
        Case(
            "team | day\n------+--------\n web  | monday\n data | friday", "pasted-table",
            "| team | day |\n| --- | --- |\n| web | monday |\n| data | friday |"),
        // Org
        Case(
            "| Team | Day |\n|------+-----|\n| Web  | Mon |", "pasted-table",
            "| Team | Day |\n| --- | --- |\n| Web | Mon |"),
        // Box characters, heavy heads
        Case(
            "┌──────┬────────┐\n│ Team │ Day    │\n├──────┼────────┤\n│ Web  │ A | B  │\n│ Data │ Friday "
                + "│\n└──────┴────────┘", "pasted-table",
            "| Team | Day |\n| --- | --- |\n| Web | A \\| B |\n| Data | Friday |"),
        Case(
            "╔══════╦═════╗\n║ Team ║ Day ║\n╠══════╬═════╣\n║ Web  ║ Mon ║\n╟──────╫─────╢\n║ Data ║ Fri "
                + "║\n╚══════╩═════╝", "pasted-table", "| Team | Day |\n| --- | --- |\n| Web | Mon |\n| Data | Fri |"),
    ])
    func `a drawn table loses its lines`(example: Case) throws {
        #expect(try expect(example).hasPrefix("A table drawn with lines "))
    }

    @Test func `the message shows the beginning of a long table`() throws {
        let rows = (1...120).map { "Team \($0)\tRoom \($0)" }
        let help = try #require(problems(rows.joined(separator: "\n")).first?.help?.text).split(separator: "\n")
        #expect(help.count == 51)
        #expect(help[0].contains(" its first 49 rows,") && help[0].contains(" the other 71 "))
        #expect(help[1] == "| Team 1 | Room 1 |" && help[50] == "| Team 49 | Room 49 |")
    }

    @Test func `a table that no help can hold is described`() throws {
        let wide = String(repeating: "x\t", count: 1000) + "x"
        let long = "a\t" + String(repeating: "long ", count: 5000)
        for line in [wide, long] {
            #expect(
                problems(line + "\n" + line).map {
                    $0.help?.paste == nil && $0.help?.text.contains("| --- | --- |") == true
                }
                    == [true])
        }
    }

    // MARK: Lists

    @Test(arguments: [
        // Google Docs
        Case(
            "● Agenda\n● Minutes\n○ of May\n■ first part\n● Any other business", "pasted-list",
            "- Agenda\n- Minutes\n  - of May\n    - first part\n- Any other business"),
        // Word and Outlook
        Case(
            "•\tAgenda\n•\tMinutes\no\tof May\n\u{A7}\tfirst part", "pasted-list",
            "- Agenda\n- Minutes\n  - of May\n    - first part"),
        Case("\u{F0B7}\tAgenda\n\u{F0B7}\tMinutes", "pasted-list", "- Agenda\n- Minutes"),
        // Word by way of a web page
        Case("·\u{A0}\u{A0}\u{A0}\u{A0} Agenda", "pasted-list", "- Agenda"),
        Case("•Agenda", "pasted-list", "- Agenda"),
        // Below a sentence, with an item of two lines
        Case(
            "We talked about\n▪ the agenda\n  of May\n▪ rooms", marked: "▪ the agenda\n  of May\n▪ rooms",
            "pasted-list", "- the agenda\n  of May\n- rooms"),
        // E-mail
        Case("– Agenda\n– Minutes", "pasted-list", "- Agenda\n- Minutes"),
        // Minutes
        Case("a)\tAgenda\nb)\tMinutes", "pasted-list", "- a) Agenda\n- b) Minutes"),
        Case("> • Agenda\n> • Minutes", marked: "• Agenda\n> • Minutes", "pasted-list", "> - Agenda\n> - Minutes"),
    ])
    func `bullets become hyphens`(example: Case) throws {
        let message = try expect(example)
        #expect(
            message.hasPrefix(
                example.marked.hasPrefix("\u{F0B7}") ? "A bullet from Word " : "`\(example.marked.prefix(1))"))
    }

    @Test func `the message shows the beginning of a long list`() throws {
        let help = try #require(problems((1...120).map { "• Item \($0)" }.joined(separator: "\n")).first?.help?.text)
            .split(
                separator: "\n")
        #expect(help.count == 51)
        #expect(help[0].contains(" its first 50 lines,"))
        #expect(
            problems("• " + String(repeating: "long ", count: 5000)).map {
                $0.help?.paste == nil && $0.help?.advice.isEmpty == false
            } == [true])
    }

    @Test func `the text before a paragraph is kept`() throws {
        #expect(
            problems("A\tB\n>   C\tD", before: "> - ").map(\.help?.paste) == [
                "> - | A | B |\n>   | --- | --- |\n>   | C | D |"
            ])
        #expect(
            problems("Text\n      • A\n   • B", before: "1. ").map(\.help?.paste) == ["   - A\n   - B"])
        #expect(problems("-\u{A0}A", before: "x\n\n> ").map(\.help?.paste) == ["> - A"])
    }

    // MARK: Spaces

    @Test(arguments: [
        Case("-\u{A0}Agenda\n-\u{A0} Minutes", "pasted-space", "- Agenda\n- Minutes"),
        Case("##\u{A0}Agenda", "pasted-space", "## Agenda"),
        Case("1.\u{A0}Agenda\n2.\u{A0}Minutes", "pasted-space", "1. Agenda\n2. Minutes"),
        Case("Text\n*\u{3000}Agenda", marked: "*\u{3000}Agenda", "pasted-space", "* Agenda"),
        Case("+\u{202F}Agenda", "pasted-space", "+ Agenda"),
    ])
    func `a marker needs an ordinary space`(example: Case) throws {
        #expect(try expect(example).contains(example.text.hasPrefix("#") ? " heading" : " list item"))
    }

    // MARK: What is left alone

    @Test(arguments: [
        "", "Plain text\nof two lines.", "“Quoted” text\n‘and’ more…", "It’s 10\u{A0}°C – or 50\u{A0}°F.",
        "« Bonjour\u{A0}! »\nElle a dit\u{A0}: non.",
        // One tab, and tabs at the ends of lines
        "Name:\tAnna\nand no more.", "one\t\ntwo\t\nthree", "Only\tone\tline",
        // Tables as they should be, with drawn cells or tabs in them
        "| a | b |\n| --- | --- |\n| 1 | 2 |", "| a\t| b\t|\n| ---\t| ---\t|\n| 1\t| 2\t|", "a | b\n--- | ---\n1 | 2",
        // No tables
        "+1 from me\n-1 from you", "a + b\n-- + --", "├── content\n│   └── site.yaml\n└── themes",
        "+-----------+\n| Read this |\n+-----------+", "+---+    +---+\n| a |--->| b |\n+---+  |\n| c |--+",
        "x | y\nz | w",
        // What somebody says, a range, dashes in a text
        "— Bonjour, dit-elle.", "Open 9\n– 17 on Mondays\nand later on Fridays", "–5 °C", "·l", "• ",
        "o dear\n§ 5 applies", "a)\tonly one",
        // A German date that a line starts with, and signs that are no markers
        "Wir treffen uns am\n1.\u{A0}Mai und am\n12.\u{A0}Juni.", "-é", "*é*\u{A0}x", "#\u{E9}", "#######\u{A0}x",
        "1.é", "1234567890.\u{A0}x",
        "👩‍👩‍👧 Family\nनमस्ते\u{200D} می\u{200C}خواهم", "-\u{A0}",
    ])
    func `everyday text is left alone`(text: String) { #expect(problems(text).isEmpty) }

    @Test func `any cut of any text is looked at`() {
        let text = Array(
            "• a\n> -\u{A0}b\to\t\u{A0}\n+--+\r\n| \"x\\\t│\u{F0B7}\n+=+|\n1.\u{A0}a)\t\n§\t— \u{200B}–".utf8)
        for start in text.indices {
            for end in start...text.count {
                for problem in PastedText.problems(inParagraph: start..<end, of: text, path: "a.md") {
                    #expect(
                        problem.range.lowerBound >= start && problem.range.upperBound <= end
                            && !(problem.help?.text ?? "").isEmpty)
                }
            }
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: ["•\ta", "a\tb", "+-+|\n|a|b|", "-\u{A0}a", "\"a\t\"b", "“a” b"])
    func `a long paragraph does not take quadratic time`(line: String) {
        let text = String(repeating: line + "\n", count: (1 << 17) / (line.utf8.count + 1))
        let clock = ContinuousClock()
        #expect(clock.measure { _ = problems(text) } < .seconds(30))
        #expect(clock.measure { _ = problems(text.replacing("\n", with: " ")) } < .seconds(30))
    }

    // MARK: In a body

    /// What the message says to paste, for a whole body.
    private func advice(_ body: String) -> [String] {
        Rendering(body).rendered.diagnostics.compactMap(\.help?.text).map {
            $0.split(separator: "\n", maxSplits: 1).last.map(String.init) ?? ""
        }
    }

    @Test func `a table whose first cell is empty keeps its head`() {
        #expect(
            advice("\tMon\tTue\nAnn\tyes\tno\nBob\tno\tyes\n") == [
                "|  | Mon | Tue |\n| --- | --- | --- |\n| Ann | yes | no |\n| Bob | no | yes |"
            ])
    }

    @Test func `in a footnote the lines are indented by four, however long its name is`() {
        #expect(
            advice("x[^budget]\n\n[^budget]: A\tB\n    c\td\n") == [
                "[^budget]: | A | B |\n    | --- | --- |\n    | c | d |"
            ])
        #expect(
            advice("x[^budget]\n\n[^budget]: See\n    A\tB\n    c\td\n") == [
                "    | A | B |\n    | --- | --- |\n    | c | d |"
            ])
    }

    @Test func `tabs before the text are as wide as they are`() {
        #expect(advice("- \tA\tB\n\tc\td\n") == ["-   | A | B |\n    | --- | --- |\n    | c | d |"])
    }

    @Test func `invisible characters in what is replaced are not reported again`() {
        #expect(Rendering("Ann\u{200B}\t1\nBob\t2\n").codes == ["pasted-table"])
    }

    @Test(arguments: [
        "— Bonjour, dit-il.\n— Bonjour, répondit-elle.\n", "·  Tel: 123  ·  Fax: 456\n", "§\u{A0}5 gilt.\n",
    ])
    func `dialogue, dots between and paragraphs of a law are not lists`(body: String) {
        #expect(Rendering(body).codes == [])
    }

    @Test func `Word's square bullet is a bullet`() {
        #expect(advice("•\tOne\n§\u{A0} Two\n") == ["- One\n  - Two"])
    }
}
