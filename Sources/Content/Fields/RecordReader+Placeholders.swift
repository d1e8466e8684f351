internal import Diagnostics
internal import YAML

/// What an example says in the place of a value, left as it is: `<your name>`, `[link]`, dots.
extension RecordReader {
    /// Reports a text that is nothing else.
    mutating func reportPlaceholder(_ text: String, _ node: YAMLNode) {
        guard Self.isPlaceholder(text) else { return }
        report(ContentRules.placeholder, node, Self.message(text), help: Self.fill)
    }

    /// Reports `[link]`, which is a list of one.
    ///
    /// - Parameter list: with its brackets, if it has any.
    mutating func reportPlaceholder(_ items: [YAMLNode], in list: YAMLNode) {
        guard items.count == 1, let text = items[0].text, Self.asked.contains(text.lowercased()),
            items[0].range.lowerBound == list.range.lowerBound + 1
        else { return }
        report(ContentRules.placeholder, items[0], Self.message("[\(text)]"), help: Self.fill)
    }

    private static let fill: Help = "Write your own text in its place."

    private static func message(_ text: String) -> String { "`\(text)` is a placeholder, and readers would see it." }

    /// What examples ask for between brackets.
    private static let asked: Set = [
        "link", "url", "address", "email", "e-mail", "e-mail address", "email address", "contact", "your link",
        "your address", "your email", "your e-mail",
    ]

    /// A tag of HTML has no space and is not one of these words.
    private static func isPlaceholder(_ text: String) -> Bool {
        if text == "…" || text == "..." { return true }
        guard text.count > 2, text.first == "<", text.last == ">" else { return false }
        let inside = text.dropFirst().dropLast()
        guard inside.allSatisfy({ $0.isLetter || " -'’".contains($0) }), inside.first?.isLetter == true else {
            return false
        }
        return inside.contains(" ") || ["name", "url", "email", "date", "text", "place"].contains(inside.lowercased())
    }
}
