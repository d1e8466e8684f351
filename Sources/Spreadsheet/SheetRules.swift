public import Diagnostics

/// Rules for a sheet, besides the rules for what its cells say.
public enum SheetRules {
    public static let all = [unknownColumn, row, total, value, encoding, older, language]

    static let unknownColumn = Rule(
        "sheet-column", .warning, "A column is headed by the name of a fact.", bad: [:], good: [:])
    static let row = Rule(
        "sheet-row", .error, "A row is one community, named by its id or its name.", bad: [:], good: [:])
    static let total = Rule(
        "sheet-total", .warning, "Rows are communities, without sums and headings among them.", bad: [:], good: [:])
    static let value = Rule(
        "sheet-value", .warning, "A cell holds a value, not an error of the spreadsheet.", bad: [:], good: [:])
    static let encoding = Rule("sheet-encoding", .warning, "A sheet is UTF-8 text.", bad: [:], good: [:])
    static let language = Rule(
        "sheet-language", .warning, "A sheet holds texts in the first language of the site.", bad: [:],
        good: [:])
    static let older = Rule(
        "sheet-older", .warning, "A sheet does not replace facts that are newer than its own.", bad: [:], good: [:])
}
