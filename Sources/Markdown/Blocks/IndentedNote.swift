internal import Diagnostics

/// The first line of a note as MkDocs writes it: `!!! tip "Title"` of Python-Markdown, or `??? tip "Title"` of its
/// extensions, which is closed until somebody opens it, or `???+`, which is open. The lines of its body are indented by
/// four more columns.
struct IndentedNote {
    enum Form {
        case whole, closed, open
    }

    let form: Form
    /// The first word, in lower case; empty if only a title is written.
    let type: String
    /// In the file. Empty if it is to have no title; `nil` if its type is its title.
    let title: ByteRange?
    /// Its title is in quotation marks, so this is a note even if nothing follows.
    let isSure: Bool

    /// Words after the type that only say where on the page the note is, and mean nothing to readers.
    private static let layout: Set = ["inline", "end", "annotate", "highlight"]
    /// Bytes of a type.
    private static let longestType = 40

    /// - Parameter text: a line without its indentation and end.
    /// - Returns: `nil` if it does not begin a note.
    init?(_ text: BlockStart.Text) {
        guard let mark = text.first, mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") else { return nil }
        var rest = text.drop { $0 == mark }
        guard rest.startIndex - text.startIndex == 3 else { return nil }
        if mark == UInt8(ascii: "!") {
            form = .whole
        } else if rest.first == UInt8(ascii: "+") {
            form = .open
            rest = rest.dropFirst()
        } else {
            form = .closed
        }
        rest = Self.trimmed(rest)
        let word = rest.prefix(while: Self.isOfWord)
        rest = rest[word.endIndex...]
        guard word.count <= Self.longestType, word.isEmpty ? mark == UInt8(ascii: "?") : true,
            rest.first.map(\.isSpaceOrTab) ?? true || word.isEmpty
        else { return nil }
        type = String(decoding: word, as: UTF8.self).lowercased()
        rest = Self.trimmed(rest)
        if let quoted = Self.quoted(rest) {
            (title, isSure) = (quoted, true)
            return
        }
        if word.isEmpty { return nil }
        let words = rest.split(whereSeparator: \.isSpaceOrTab).map { String(decoding: $0, as: UTF8.self) }
        title = words.allSatisfy(Self.layout.contains) ? nil : rest.startIndex..<rest.endIndex
        isSure = false
    }

    /// The text between the quotation marks at the end of a line, in the file: straight ones or a word processor's.
    private static func quoted(_ text: BlockStart.Text) -> ByteRange? {
        let (opening, closing) = (Array("“".utf8), Array("”".utf8))
        let straight = text.last == UInt8(ascii: "\"")
        guard straight || text.suffix(3).elementsEqual(closing) else { return nil }
        let (openingCount, closingCount) = straight ? (1, 1) : (3, 3)
        let end = text.endIndex - closingCount
        var start = text.startIndex
        while start + openingCount <= end {
            let isFirst = start == text.startIndex || text[start - 1].isSpaceOrTab
            let isMark = straight ? text[start] == UInt8(ascii: "\"") : text[start...].starts(with: opening)
            if isFirst, isMark { return start + openingCount..<end }
            start += 1
        }
        return nil
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 && byte != 0xE2 || byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    private static func trimmed(_ text: BlockStart.Text) -> BlockStart.Text {
        var text = text.drop(while: \.isSpaceOrTab)
        while text.last?.isSpaceOrTab == true { text.removeLast() }
        return text
    }
}

extension Note {
    /// The kind nearest to a type of MkDocs or Obsidian; `nil` for a word that neither has.
    init?(type: String) {
        switch type {
        case "note", "info", "todo", "abstract", "summary", "tldr", "example", "quote", "cite", "question", "help",
            "faq", "seealso":
            self = .note
        case "tip", "hint", "success", "check", "done": self = .tip
        case "important": self = .important
        case "warning", "attention": self = .warning
        case "caution", "danger", "error", "failure", "fail", "missing", "bug": self = .caution
        default: return nil
        }
    }

    /// `TIP` of `> [!TIP]`, for a type of another program.
    static func sign(type: String) -> String? { Note(type: type)?.rawValue.uppercased() }
}
