import Diagnostics

/// What other programs left in the text.
extension Renderer {
    /// - Parameter start: where the body begins in the file.
    mutating func findInvisible(from start: Int) {
        placed += InvisibleCharacters.problems(in: file, from: start, path: path)
    }

    mutating func findPasted(_ paragraph: Node) {
        let range = places.range(of: paragraph)
        placed += PastedText.problems(inParagraph: rewritten?.source(range) ?? range, of: file, path: path)
    }
}
