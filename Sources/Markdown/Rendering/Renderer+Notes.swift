internal import Diagnostics
internal import Text

/// Quotes, and notes in GitHub's form: a quote whose first line is `[!NOTE]`.
extension Renderer {
    mutating func enterQuote(_ node: Node, _ walk: inout Walk) {
        if let rewritten, let footnote = rewritten.quotes[node.startLine], footnotes.quotes[footnote] == nil {
            // Its place is at the end.
            footnotes.quotes[footnote] = node
            return walk.skip(past: node)
        }
        places.quotes += 1
        breakLine()
        guard options.dialect != .commonMark, let note = note(node) else { return html.append("<blockquote>\n") }
        openNotes.append(node)
        html.append("<div class=\"note note-")
        html.append(contentsOf: note.rawValue.utf8)
        html.append("\" role=\"note\">\n<p class=\"note-title\">")
        appendSlot(.phrase(.note(note)))
        html.append("</p>\n")
    }

    mutating func leaveQuote(_ node: Node) {
        places.quotes -= 1
        breakLine()
        if openNotes.last == node {
            openNotes.removeLast()
            html.append("</div>\n")
        } else {
            html.append("</blockquote>\n")
        }
    }

    /// The kind of note that a quote is. Its first line is not written then.
    private mutating func note(_ quote: Node) -> Note? {
        guard let paragraph = quote.firstChild, paragraph.kind == .paragraph, let text = paragraph.firstChild,
            text.kind == .text,
            text.next == nil || text.next?.kind == .softBreak || text.next?.kind == .lineBreak
        else { return nil }
        let literal = String(text.literal).trimmed
        guard literal.hasPrefix("[!"), literal.hasSuffix("]"), literal.utf8.count < 40 else { return nil }
        places.enter(paragraph)
        guard let place = places.beginning("[!", of: text) else { return nil }
        let name = literal.dropFirst(2).dropLast().lowercased()
        guard let note = Note(rawValue: name) else {
            reportUnknownNote(name, place)
            return nil
        }
        skipped = (text, text.literal.count)
        skippedBreak = text.next
        return note
    }

    private mutating func reportUnknownNote(_ name: String, _ range: ByteRange) {
        guard !name.isEmpty, name.utf8.allSatisfy(\.isLetter) else { return }
        let kinds = Note.allCases.map { $0.rawValue.uppercased() }
        report(
            MarkdownRules.note, range,
            "`\(name.uppercased())` is no kind of note.\(NearestMatch.hint(name.uppercased(), among: kinds))",
            help: "The kinds are \(kinds.map { "`[!\($0)]`" }.joined(separator: ", ")).")
    }
}
