/// Words that markup needs in the language of the page that shows it.
public struct Phrases: Sendable {
    /// Titles of notes.
    public var notes: [Note: String]
    /// Names the list of footnotes.
    public var footnotes: String
    /// Names a reference to a footnote: `{n}` is its number.
    public var footnote: String
    /// Names the link from a footnote back to where it is referred to: `{n}` is the footnote's number.
    public var backToText: String
    /// The same where there are several: `{n}` is the footnote's number, `{k}` counts the references.
    public var backToReference: String
    /// Name the box of a task.
    public var taskDone: String
    public var taskOpen: String
    /// Names a table that may have to be scrolled: `{columns}` are its headings.
    public var table: String

    public init(
        notes: [Note: String], footnotes: String, footnote: String, backToText: String, backToReference: String,
        taskDone: String, taskOpen: String, table: String
    ) {
        self.notes = notes
        self.footnotes = footnotes
        self.footnote = footnote
        self.backToText = backToText
        self.backToReference = backToReference
        self.taskDone = taskDone
        self.taskOpen = taskOpen
        self.table = table
    }

    public static let english = Phrases(
        notes: [.note: "Note", .tip: "Tip", .important: "Important", .warning: "Warning", .caution: "Caution"],
        footnotes: "Footnotes", footnote: "Footnote {n}", backToText: "Back to the text of footnote {n}",
        backToReference: "Back to reference {k} of footnote {n}", taskDone: "Done", taskOpen: "To do",
        table: "Table: {columns}")
}

/// The kinds of note in GitHub's form.
public enum Note: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution
}

/// A phrase at a place.
public enum Phrase: Sendable, Equatable {
    case note(Note)
    case footnotes
    case footnote(Int)
    case taskDone
    case taskOpen
    /// With the headings of the columns, as plain text.
    case table(columns: String)

    func text(_ phrases: Phrases) -> String {
        switch self {
        case .note(let kind): phrases.notes[kind] ?? kind.rawValue
        case .footnotes: phrases.footnotes
        case .footnote(let number): phrases.footnote.filled("n", String(number))
        case .taskDone: phrases.taskDone
        case .taskOpen: phrases.taskOpen
        case .table(let columns): phrases.table.filled("columns", columns)
        }
    }
}

extension String {
    /// With every `{name}` replaced.
    func filled(_ name: String, _ value: String) -> String {
        var parts: [Substring] = []
        var rest = self[...]
        let mark = "{\(name)}"
        while let found = rest.firstRange(of: mark) {
            parts += [rest[..<found.lowerBound], value[...]]
            rest = rest[found.upperBound...]
        }
        return (parts + [rest]).joined()
    }
}
