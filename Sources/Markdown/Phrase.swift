/// Words that markup needs in the language of the page that shows it.
public enum Phrase: Sendable, Equatable {
    /// The title of a note.
    case note(Note)
    /// Names the list of footnotes.
    case footnotes
    /// Names a reference to a footnote, by its number.
    case footnote(Int)
    /// Names the link from a footnote back to where it is referred to.
    case backToText(footnote: Int)
    /// The same where it is referred to more than once; references count from 1.
    case backToReference(Int, footnote: Int)
    /// Name the box of a task.
    case taskDone
    case taskOpen
    /// Names a table, which may have to be scrolled, by the headings of its columns; those may be empty.
    case table(columns: String)
    /// Names a block of code, which may have to be scrolled.
    case code

    /// For markup that no page shows.
    public var english: String {
        switch self {
        case .note(let note): note.rawValue.capitalizedFirst
        case .footnotes: "Footnotes"
        case .footnote(let number): "Footnote \(number)"
        case .backToText(let footnote): "Back to the text of footnote \(footnote)"
        case .backToReference(let reference, let footnote): "Back to reference \(reference) of footnote \(footnote)"
        case .taskDone: "Done"
        case .taskOpen: "To do"
        case .table(let columns): columns.isEmpty ? "Table" : "Table: \(columns)"
        case .code: "Code"
        }
    }
}

/// The kinds of note in GitHub's form.
public enum Note: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
