internal import Diagnostics

/// Notes in GitBook's form, between `{% hint style="info" %}` and `{% endhint %}`, each on a line of its own.
extension Renderer {
    /// Takes a line that begins or ends a note; `false` for any other text.
    mutating func hint(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>) -> Bool {
        guard options.dialect == .handbook, node.parent?.kind == .paragraph, node.beginsLine, node.endsLine,
            literal.count < 100
        else {
            return false
        }
        let text = String(literal).trimmed
        guard text.hasPrefix("{%"), text.hasSuffix("%}") else { return false }
        let words = text.dropFirst(2).dropLast(2).split { $0 == " " || $0 == "\t" }.map(String.init)
        let line = ranges.file(ranges.source.line(max(node.startLine, 1)))
        switch words.first {
        case "endhint" where words.count == 1: addToken(.endHint(Array(literal)), line)
        case "hint": addToken(.hint(Note(hint: words.first { $0.hasPrefix("style=") } ?? ""), Array(literal)), line)
        default: return false
        }
        return true
    }
}

extension Note {
    /// - Parameter attribute: as in `style="info"`.
    fileprivate init(hint attribute: String) {
        switch attribute.dropFirst(6).filter(\.isLetter).lowercased() {
        case "success": self = .tip
        case "warning": self = .warning
        case "danger": self = .caution
        default: self = .note
        }
    }
}
