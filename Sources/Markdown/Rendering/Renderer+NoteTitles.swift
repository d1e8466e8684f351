internal import Text

/// Notes that have a title of their own, or that are folded: MkDocs' (`IndentedNote`), and GitHub's form with what
/// Obsidian adds to it.
extension Renderer {
    /// A note around this point.
    struct OpenNote {
        let quote: Node
        let isFolded: Bool
    }

    /// The title that is being written.
    struct NoteTitle {
        let note: Note
        let type: String
        let isFolded: Bool
        /// If it is the first line of a paragraph, that paragraph, and the break after the line.
        var paragraph: Node?
        var end: Node?
        /// The length of `html` when it began.
        var start = 0
    }

    mutating func openNote(_ quote: Node, _ note: Note, folded: IndentedNote.Form) {
        let isFolded = folded != .whole
        openNotes.append(OpenNote(quote: quote, isFolded: isFolded))
        html.append(isFolded ? "<details class=\"note note-" : "<div class=\"note note-")
        html.append(contentsOf: note.rawValue.utf8)
        switch folded {
        case .whole: html.append("\" role=\"note\">\n")
        case .closed: html.append("\">\n")
        case .open: html.append("\" open=\"\">\n")
        }
    }

    /// - Returns: whether the quote was the innermost note.
    mutating func closeNote(_ quote: Node) -> Bool {
        guard let last = openNotes.last, last.quote == quote else { return false }
        openNotes.removeLast()
        html.append(last.isFolded ? "</details>\n" : "</div>\n")
        return true
    }

    mutating func beginTitle(_ title: NoteTitle) {
        html.append(title.isFolded ? "<summary class=\"note-title\">" : "<p class=\"note-title\">")
        noteTitle = title
        noteTitle?.start = html.count
    }

    /// If nothing is left of a title, the word of its type is written.
    mutating func endTitle() {
        guard let title = noteTitle else { return }
        noteTitle = nil
        if html.count == title.start, rendered.markup.slots.last?.offset != html.count {
            appendWord(of: title.type, title.note)
        } else {
            plain.append(UInt8(ascii: "\n"))
        }
        html.append(title.isFolded ? "</summary>\n" : "</p>\n")
    }

    /// The name of a kind of note in the language of the page; of another type, its word as it is written.
    private mutating func appendWord(of type: String, _ note: Note) {
        if type.isEmpty || type == note.rawValue { return appendSlot(.phrase(.note(note))) }
        let word = type.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        let title = word.prefix(1).uppercased() + word.dropFirst()
        HTMLEscape.append(title, to: &html)
        plain.append(contentsOf: "\(title)\n".utf8)
    }

    // MARK: MkDocs

    /// The heading made from the first line of a note.
    mutating func enterTitle(_ note: IndentedNote, _ node: Node) {
        ranges.enter(node)
        let isFolded = note.form != .whole
        // Readers need to know the kind of note before they open it.
        if note.title?.isEmpty == true, !isFolded { return }
        beginTitle(NoteTitle(note: Note(type: note.type) ?? .note, type: note.type, isFolded: isFolded))
    }

    mutating func reportNotesWithoutText() {
        for line in rewritten?.notesWithoutText ?? [] {
            report(
                MarkdownRules.noteWithoutText, line, "No text follows this note, so it is shown as written.",
                help: "Indent the lines of its text by four spaces more than this one.")
        }
    }

    // MARK: GitHub and Obsidian

    /// The first line of a quote that is a note.
    struct Alert {
        let note: Note
        let type: String
        var form = IndentedNote.Form.whole
        let text: Node
        /// Bytes of marks before the title in the text.
        let marks: Int
        let hasTitle: Bool
    }

    /// The note that the first line of a quote begins; `nil` if there is none.
    mutating func alert(_ quote: Node) -> Alert? {
        guard let paragraph = quote.firstChild, paragraph.kind == .paragraph, let text = paragraph.firstChild,
            text.kind == .text
        else { return nil }
        let literal = text.literal
        guard literal.starts(with: "[!".utf8), let close = literal.prefix(40).firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        let name = String(decoding: literal[2..<close], as: UTF8.self).lowercased()
        var end = close + 1
        var form = IndentedNote.Form.whole
        if end < literal.count, literal[end] == UInt8(ascii: "-") || literal[end] == UInt8(ascii: "+") {
            form = literal[end] == UInt8(ascii: "-") ? .closed : .open
            end += 1
        }
        let spaces = literal[end...].prefix(while: \.isSpaceOrTab).count
        let hasTitle = end + spaces < literal.count || !text.endsLine
        if hasTitle, spaces == 0 { return nil }
        ranges.enter(paragraph)
        guard let range = ranges.beginning("[!", of: text) else { return nil }
        guard let note = Note(type: name) else {
            reportUnknownNote(name, range)
            return nil
        }
        return Alert(note: note, type: name, form: form, text: text, marks: end + spaces, hasTitle: hasTitle)
    }

    mutating func open(_ alert: Alert, _ quote: Node) {
        openNote(quote, alert.note, folded: alert.form)
        var title = NoteTitle(note: alert.note, type: alert.type, isFolded: alert.form != .whole)
        skipped = (alert.text, alert.marks)
        guard alert.hasTitle, let paragraph = alert.text.parent else {
            beginTitle(title)
            endTitle()
            skippedBreak = alert.text.next
            return
        }
        title.paragraph = paragraph
        title.end = alert.text
        while let next = title.end, next.kind != .softBreak, next.kind != .lineBreak { title.end = next.next }
        beginTitle(title)
    }

    /// The text after the title of a note is a paragraph of its own.
    ///
    /// - Returns: whether this break ends the title.
    mutating func endsTitle(_ node: Node) -> Bool {
        guard let title = noteTitle, title.end == node else { return false }
        endTitle()
        html.append("<p>")
        paragraphStart = (html.count, plain.count)
        return true
    }
}
