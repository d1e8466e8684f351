import Testing

@testable import Spreadsheet

/// What the cells of a sheet are. What is done with them is tested with the commands that do it (`ToolsTests`).
@Suite struct SheetTests {
    private func cells(_ text: String) throws -> [[String]] {
        let sheet = try Sheet(Array(text.utf8), path: "sheet.csv")
        return [sheet.header] + sheet.rows
    }

    private func message(_ text: String) -> String? {
        do throws(Sheet.Failure) { _ = try Sheet(Array(text.utf8), path: "sheet.csv") } catch { return "\(error)" }
        return nil
    }

    // MARK: Cells

    @Test(arguments: [
        "name;summary;topics\nA;\"S; T.\";\"x;y\"\n", "name\tsummary\ttopics\r\nA\tS; T.\tx;y\r\n",
        "\u{FEFF}name,summary,topics\nA,\"S; T.\", \"x;y\"\n\n", "name,summary,topics\rA,S; T.,x;y\r",
    ])
    func `separators, line ends and byte-order marks of spreadsheet programs are understood`(text: String) throws {
        #expect(try cells(text).prefix(2) == [["name", "summary", "topics"], ["A", "S; T.", "x;y"]])
    }

    @Test(arguments: [
        // A heading with commas, in a sheet with semicolons.
        "Name;Roles, topics, anything else;Link\nA;x, y;z\nB;x;z\n",
        // Numbers with a comma, as in half of Europe.
        "Name;Members;Share\nA;1,5;2,5\nB;1,5;2,5\n",
    ]) func `the separator is the one that gives all rows the same number of cells`(text: String) throws {
        #expect(try cells(text).map(\.count) == [3, 3, 3])
    }

    @Test(arguments: [
        "sep=;\nname;summary\nA;b, c\n", "sep=;\r\nname;summary\r\nA;b, c\r\n", "\u{FEFF}sep=;\nname;summary\nA;b, c\n",
    ])
    func `the line that tells Excel the separator is not a row`(text: String) throws {
        #expect(try cells(text) == [["name", "summary"], ["A", "b, c"]])
    }

    @Test func `a sheet that is not UTF-8 is read as Windows-1252`() throws {
        let sheet = try Sheet(Array("name\nCaf".utf8) + [0xE9, 0x20, 0x80, 0x20, 0x93, 0x78, 0x94], path: "a.csv")
        #expect(sheet.rows == [["Café € “x”"]] && sheet.isLegacy)
        #expect(String(decoding: sheet.bytes[sheet.range(row: 0, column: 0)], as: UTF8.self) == "Café € “x”")
        // UTF-16 is half zeros, and one byte means nothing in Windows-1252.
        for bytes in [[0xFF, 0xFE, 0x6E, 0x00], [0x6E, 0x81, 0x6E]] as [[UInt8]] {
            #expect(throws: Sheet.Failure.self) { try Sheet(bytes, path: "a.csv") }
        }
    }

    // MARK: Dates

    /// What the cell means where the day comes first, and where the month does.
    @Test(arguments: [
        ("2020-07-11", "2020-07-11", "2020-07-11"), ("2020/07/11", "2020-07-11", "2020-07-11"),
        ("2020/7/1 00:00:00", "2020-07-01", "2020-07-01"), ("11/07/2020", "2020-07-11", "2020-11-07"),
        ("7/11/20", "2020-11-07", "2020-07-11"), ("31/12/2025", "2025-12-31", ""), ("12/31/2025", "", "2025-12-31"),
        ("11.07.2020", "2020-07-11", "2020-07-11"), ("11-07-1999", "1999-07-11", "1999-11-07"),
        ("Jul-20", "2020-07", "2020-07"), ("July 2020", "2020-07", "2020-07"),
        ("11-Jul-98", "1998-07-11", "1998-07-11"), ("Jul-69", "1969-07", "1969-07"),
        ("Jul 11, 2020", "2020-07-11", "2020-07-11"), ("03/2026", "2026-03", "2026-03"), ("2019.0", "2019", "2019"),
        ("2019", "2019", "2019"), ("29/02/2023", "", ""), ("13/13/2020", "", ""), ("soon", "", ""), ("1.5", "", ""),
        ("mars-26", "2026-03", "2026-03"), ("Mrz 26", "2026-03", "2026-03"), ("mrt-26", "2026-03", "2026-03"),
        ("11 juillet 2020", "2020-07-11", "2020-07-11"), ("1. Dezember 2020", "2020-12-01", "2020-12-01"),
        ("Sept 2020", "2020-09", "2020-09"), ("août 2020", "2020-08", "2020-08"), ("Marketing 2020", "", ""),
        ("jui 2020", "", ""), ("10:30", "", ""), ("", "", ""), ("May", "", ""), ("March April 2020", "", ""),
    ]) func `dates are read as programs write them`(text: String, dayFirst: String, monthFirst: String) {
        let date = SheetDate(text)
        #expect(
            date?.readings[.dayFirst]?.isoDate ?? "" == dayFirst
                && date?.readings[.monthFirst]?.isoDate ?? "" == monthFirst)
    }

    private static let finnish = MonthNames([
        [
            "tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta",
            "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta",
        ]
    ])
    private static let czech = MonthNames([
        [
            "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu",
            "prosince",
        ],
        [
            "leden", "únor", "březen", "duben", "květen", "červen", "červenec", "srpen", "září", "říjen", "listopad",
            "prosinec",
        ],
    ])
    private static let irish = MonthNames(
        [
            [
                "Eanáir", "Feabhra", "Márta", "Aibreán", "Bealtaine", "Meitheamh", "Iúil", "Lúnasa", "Meán Fómhair",
                "Deireadh Fómhair", "Samhain", "Nollaig",
            ]
        ], patterns: ["{year} m. {month} {day} d."])

    @Test(arguments: [
        ("12. tammikuuta 2021", finnish, "2021-01-12"), ("Marraskuu 2020", finnish, "2020-11"),
        ("kesä-20", finnish, "2020-06"), ("maalis-20", finnish, "2020-03"),
        // What programs write in English keeps its meaning.
        ("Mar-20", finnish, "2020-03"), ("Jul-20", finnish, "2020-07"),
        ("červen 2020", czech, "2020-06"), ("Červenec 2020", czech, "2020-07"), ("červenc 2020", czech, "2020-07"),
        ("červ 2020", czech, nil), ("14. září 2020", czech, "2020-09-14"),
        ("11 Meán Fómhair 2020", irish, "2020-09-11"), ("Deireadh Fómhair 2020", irish, "2020-10"),
        ("Fómhair 2020", irish, nil), ("2020 m. Márta 11 d.", irish, "2020-03-11"),
        ("11 de marzo de 2020", MonthNames(), "2020-03-11"), ("2020. július 11.", MonthNames([july]), "2020-07-11"),
        ("2020年3月11日", MonthNames(), "2020-03-11"), ("2020년 3월", MonthNames(), "2020-03"),
        ("tammikuu 2020", MonthNames(), nil),
    ]) func `names of months are read in the languages of a site`(text: String, months: MonthNames, date: String?) {
        #expect(SheetDate(text, months)?.date(.dayFirst)?.isoDate == date)
    }

    @Test(.timeLimit(.minutes(1))) func `a very long name of a month costs no more than its length`() {
        let long = String(repeating: "x", count: 200_000)
        let words = Array(repeating: "y", count: 20_000).joined(separator: " ")
        let names = (1...10).map { "month\("abcdefghij".dropFirst($0 - 1).prefix(1))" }
        let months = MonthNames([names + [long, words]])
        #expect(SheetDate("monthb 2020", months)?.date(nil)?.isoDate == "2020-02")
        #expect(SheetDate("\(long) 2020", months)?.date(nil)?.isoDate == "2020-11")
        #expect(SheetDate("\(words) 2020", months) == nil)
    }

    private static let july = (1...12).map { $0 == 7 ? "július" : "x\($0)" }

    /// Whatever the order where it matters; else the order that the date shows.
    @Test(arguments: [
        ("21-02-03", "2003-02-21, 2021-02-03", nil), ("11-07-05", "2005-07-11, 2005-11-07, 2011-07-05", nil),
        ("99-12-31", "1999-12-31", DateOrder.yearFirst), ("25-02-31", "1931-02-25", .dayFirst),
        // Nobody writes a year of two digits first before a slash, or beside a number of one digit.
        ("21/02/03", "2003-02-21", .dayFirst), ("21-2-03", "2003-02-21", .dayFirst),
    ]) func `with hyphens a year of two digits may come first`(text: String, readings: String, shown: DateOrder?) {
        let date = SheetDate(text)
        let read = DateOrder.allCases.compactMap { date?.readings[$0]?.isoDate }
        #expect(read.joined(separator: ", ") == readings && date?.shownOrder == shown)
    }

    @Test func `a line break in a heading does not hide the separator`() throws {
        #expect(try cells("\"Name\n(in full)\";Country\nA;B\n") == [["Name (in full)", "Country"], ["A", "B"]])
    }

    @Test(arguments: ["a,b\n1,", "a,b\n1,\n", "a,b\r\n1,\r\n", "a,b\n1,\n \t"])
    func `an empty cell at the end of the file is a cell, and a blank last line no row`(text: String) throws {
        #expect(try cells(text) == [["a", "b"], ["1", ""]])
    }

    @Test func `empty rows above the headings are not part of the sheet`() throws {
        let sheet = try Sheet(Array("\n,,\nname,summary\nA,S.\n".utf8), path: "a.csv")
        #expect(sheet.header == ["name", "summary"] && sheet.rows == [["A", "S."]] && sheet.number(ofRow: 0) == 4)
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
    func `columns have the letters of spreadsheet programs`(column: Int, letters: String) {
        #expect(Sheet.letters(ofColumn: column) == letters)
    }

    @Test func `rows keep their own number of cells, and empty rows are counted`() throws {
        #expect(try cells("a,b\n1\n\n,,\n2,3,4\n") == [["a", "b"], ["1"], [], [], ["2", "3", "4"]])
    }

    @Test func `quotation marks within a cell are written twice, and keep separators and line ends`() throws {
        #expect(try cells("a,b\n\"\"\"x\"\", y\r\nz\"\"\" , \"\"\n") == [["a", "b"], ["\"x\", y\nz\"", ""]])
    }

    @Test func `invisible characters around quotation marks are ignored`() throws {
        #expect(try cells("a,b\n\u{A0}\"x\"\u{200B},\t\"y\" \u{3000}\n") == [["a", "b"], ["x", "y"]])
    }

    @Test func `only line feeds and carriage returns end a row`() throws {
        #expect(try cells("a,b\nx\u{2028}y,z\u{B}\n") == [["a", "b"], ["x\u{2028}y", "z"]])
    }

    @Test func `a letter is a letter beside a quotation mark or a separator`() throws {
        #expect(
            try cells("a,b\n\"the \"\"\u{301}\"\" accent\",e\u{301}\n\u{E9},x\u{600},y\n") == [
                ["a", "b"], ["the \"\u{301}\" accent", "e\u{301}"], ["\u{E9}", "x\u{600}", "y"],
            ])
    }

    @Test func `an apostrophe that keeps a cell from being computed is not part of it`() throws {
        #expect(try cells("a,b\n'=1,'tis\n") == [["a", "b"], ["=1", "'tis"]])
    }

    // MARK: Ranges

    @Test func `ranges stay right after a cell with several lines`() throws {
        let bytes = Array("name,summary,founded\nA,\"One\nand \"\"two\"\".\", x\n\nB,,y\n ".utf8)
        let sheet = try Sheet(bytes, path: "sheet.csv")
        func text(_ row: Int, _ column: Int?) -> String {
            String(decoding: bytes[sheet.range(row: row, column: column)], as: UTF8.self)
        }
        #expect(text(0, 2) == " x" && text(0, 1) == "\"One\nand \"\"two\"\".\"" && text(2, nil) == "B,,y")
        #expect(String(decoding: bytes[sheet.range(ofHeader: 1)], as: UTF8.self) == "summary")
        #expect(
            text(2, 7) == "B,,y" && sheet.range(row: 1, column: 0).isEmpty && sheet.range(row: 9, column: 0).isEmpty)
    }

    // MARK: No sheet

    @Test func `the message about the old format of Excel says how to save it`() {
        let error = #expect(throws: Sheet.Failure.self) {
            try Sheet([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], path: "a.xls")
        }
        #expect(error?.description.contains("“CSV UTF-8 (Comma delimited)”") == true)
    }

    @Test(arguments: [
        ("PK\u{3}\u{4}x[Content_Types].xml", "is an Excel workbook"),
        ("PK\u{3}\u{4}xl/workbook.xml", "is an Excel workbook"),
        ("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "is an OpenDocument spreadsheet"),
        ("PK\u{3}\u{4}Index/Document.iwa", "is a spreadsheet of Numbers"), ("PK\u{3}\u{4}a.csv", "is a zip archive"),
        ("\n<html><table><tr><td>name", "is a web page"), ("", "is empty"), ("\n", "is empty"),
        ("\" \",\u{200B}\n", "is empty"),
        ("name,summary\nA,\"Half a quote\nB,S.\nC,S.\n", "line 2: the quotation mark that opens here is never closed"),
        ("name,summary\nA,S." + String(repeating: ",", count: 300) + "\n", "line 2: more than 200 columns"),
        ("name\n" + String(repeating: "A\n", count: 20_001), "more than 20000 rows"),
    ])
    func `a file that is not a sheet is refused with what to do`(text: String, part: String) {
        #expect(message(text)?.contains(part) == true, "\(message(text) ?? "")")
    }

    @Test(arguments: [
        ("name\n\"A\"x\n", "line 2, column 4: this cannot be read as a sheet, because the quotation mark before this"),
        ("name\n\"A\" \"B\"\n", "line 2, column 5: this cannot be read as a sheet, because the quotation mark before"),
        ("a,b\n1,\"x\ny\"z,\n", "line 3, column 3: this cannot be read as a sheet, because the quotation mark before"),
        ("name\ncafé 5\" wide\n", "line 2, column 7: this cannot be read as a sheet, because a quotation mark is"),
        ("name\nthe \"\"first\"\"\n", "line 2, column 5: this cannot be read as a sheet, because a quotation mark"),
    ])
    func `a misplaced quotation mark is refused with its position`(text: String, part: String) {
        #expect(message(text)?.contains(part) == true, "\(message(text) ?? "")")
        #expect(message(text)?.hasSuffix("twice: \"the \"\"first\"\" meeting\".") == true)
    }

    @Test(arguments: [
        "name,summary,roles\nA,\u{200C}Summ,analyst\n", "name,summary\nA,\u{301}x\n", "name,summary\nA, \u{301}x\n",
        "name,summary\nA,\"\u{301}x\"\n", "name,summary\n\"A\"\u{301},x\n", "name,summary\n\"A\" \u{FE0F},x\n",
    ])
    func `an accent or a joiner on a separator or a quotation mark is refused with its line`(text: String) {
        #expect(message(text)?.contains("line 2: there is an invisible character beside a separator") == true)
    }

    // MARK: Export

    @Test(arguments: ["a,b", "a,\u{301}b", "\"\u{301}", "a;b", "one\ntwo", "a\u{2028}b", "\u{E9}"])
    func `an exported cell is read as it was`(cell: String) throws {
        #expect(try cells("a,b\nx,\(SheetExport.quoted(cell))\n")[1] == ["x", cell])
    }
}
