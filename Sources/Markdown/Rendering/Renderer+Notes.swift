internal import Diagnostics
internal import Text

/// Quotes, and notes in GitHub's form: a quote whose first line begins with `[!NOTE]`.
extension Renderer {
    mutating func enterQuote(_ node: Node, _ walk: inout Walk) {
        if let rewritten, let footnote = rewritten.quotes[node.startLine], footnotes.quotes[footnote] == nil {
            // It is written at the end.
            footnotes.quotes[footnote] = node
            return walk.skip(past: node)
        }
        ranges.quotes += 1
        breakLine()
        if options.dialect == .commonMark { return html.append("<blockquote>\n") }
        if let note = rewritten?.notes[node.startLine] {
            openNote(node, Note(type: note.type) ?? .note, folded: note.form)
        } else if let alert = alert(node) {
            open(alert, node)
        } else {
            html.append("<blockquote>\n")
        }
    }

    mutating func leaveQuote(_ node: Node) {
        ranges.quotes -= 1
        breakLine()
        if !closeNote(node) { html.append("</blockquote>\n") }
    }

    mutating func reportUnknownNote(_ name: String, _ range: ByteRange) {
        guard !name.isEmpty, name.utf8.allSatisfy(\.isLetter) else { return }
        let kinds = Note.allCases.map { $0.rawValue.uppercased() }
        report(
            MarkdownRules.note, range,
            "`\(name.uppercased())` is not a kind of note.\(NearestMatch.hint(name.uppercased(), among: kinds))",
            help: "The kinds are \(kinds.map { "`[!\($0)]`" }.joined(separator: ", ")).")
    }
}
