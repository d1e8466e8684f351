package import Diagnostics

/// Typing mistakes that leave the signs of Markdown visible in a text.
package enum TypedRules {
    package static let all = [space, table, emphasis]

    package static let space = Rule(
        "missing-space", .warning, "A space follows the characters that begin a heading, an item of a list or a task.",
        bad: page("##Agenda\n"), good: page("## Agenda\n"))

    package static let table = Rule(
        "broken-table", .warning, "The second line of a table has hyphens for each cell of the first.",
        bad: page("| Team | Day |\n|---|\n| Web | Monday |\n"),
        good: page("| Team | Day |\n|---|---|\n| Web | Monday |\n"))

    package static let emphasis = Rule(
        "broken-emphasis", .warning, "Stars are right next to the words that they set off, and outside of their colon.",
        bad: page("**Note:**bring a pen.\n"), good: page("**Note:** bring a pen.\n"))

    private static func page(_ body: String) -> [String: String] {
        ["resources/a.md": "---\ntitle: A\n---\n\n" + body]
    }
}
