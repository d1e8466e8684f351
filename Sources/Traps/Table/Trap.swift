/// One thing that people paste or mistype, with a file that shows it, what is reported and what is proposed.
///
/// Traps recognizes what comes from other programs and what was mistyped, and says what was meant. It takes text
/// and bytes; it must not know a parser's tree, a key or a page. All traps are rows of one table, `all`, which a test
/// runs through the real check. A new trap is a function in one of the folders here and a row with the kind of file
/// that fell into it.
///
///     let (problems, text) = PastedYAML.check(YAMLSource(bytes: bytes, range: range, path: path))
///
/// The form (`themes/default/components/add/`) makes the same signs plain while somebody types.
package struct Trap: Sendable {
    /// What fell into it.
    package enum Origin: String, Sendable, CaseIterable {
        case word = "a Word document"
        case outlook = "an Outlook e-mail"
        case mail = "an e-mail"
        case docs = "a Google Docs export"
        case web = "a web page"
        case wiki = "a wiki"
        case chat = "a chat"
        case spreadsheet = "a spreadsheet"
        case terminal = "a terminal"
        case pdf = "a PDF"
        case phone = "a phone keyboard"
        case generator = "a page of another site generator"
        case editor = "a file typed by hand"
    }

    package let name: String
    package let origin: Origin
    /// Of the file, below `content/`.
    package let path: String
    package let example: String
    /// Of the problem that is reported: the only one of the file.
    package let code: String
    /// A part of its message or its help.
    package let says: String
    /// Where it is recognized, below `Sources/`. What needs a type of Content, such as a date, is there.
    package let source: String

    package static let all = inFrontMatter + inText + inValues

    init(
        _ name: String, _ origin: Origin, _ path: String, _ example: String, _ code: String, says: String,
        in source: String
    ) {
        (self.name, self.origin, self.path, self.example) = (name, origin, path, example)
        (self.code, self.says, self.source) = (code, says, source)
    }

    /// Lines of front matter below a title.
    static func yaml(
        _ name: String, _ origin: Origin, _ lines: String, _ code: String, says: String, in source: String
    ) -> Trap {
        Trap(name, origin, "resources/a.md", "---\ntitle: A\n\(lines)\n---\n", code, says: says, in: source)
    }
}
