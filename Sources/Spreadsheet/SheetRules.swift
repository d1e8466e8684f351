public import Diagnostics

/// What a sheet must keep to, beside the rules for what its cells say.
public enum SheetRules {
    public static let all = [unknownColumn, row, older, language]

    static let unknownColumn = Rule(
        "sheet-column", .warning, "A column is headed by the name of a fact.", bad: [:], good: [:])
    static let row = Rule(
        "sheet-row", .error, "A row is one community, named by its id or its name.", bad: [:], good: [:])
    static let language = Rule(
        "sheet-language", .warning, "A sheet holds texts in the language of the site that comes first.", bad: [:],
        good: [:])
    static let older = Rule(
        "sheet-older", .warning, "A sheet does not replace facts that are newer than its own.", bad: [:], good: [:])
}
