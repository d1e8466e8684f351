/// Text that other people wrote, within a comment on a host.
public enum MarkdownText {
    /// Shown as it is: no formatting, no links, no tags, and no `@` notifies anybody.
    ///
    /// Hosts look for names and numbers (`@x`, `#1`, `!1`, `GH-1`, `www.`, `https:`) in the finished text too, where a
    /// backslash is gone; a zero-width space breaks them up.
    public static func escaped(_ text: String) -> String {
        var out = ""
        let scalars = Array(Printable.line(text).unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let follows = index + 1 < scalars.count ? scalars[index + 1] : " "
            let gap = follows.properties.isAlphabetic || follows.properties.numericType != nil ? "\u{200B}" : ""
            switch scalar {
            case ":": out += follows == "/" ? ":\u{200B}" : ":"
            case "@": out += "@\u{200B}"
            case "&": out += "&amp;" + gap
            case "<": out += "&lt;"
            case "#", "!", "~": out += "\\\(scalar)" + gap
            case "$", "%": out += "\(scalar)" + gap
            case "." where ends(scalars[..<index], with: "www"), "-" where ends(scalars[..<index], with: "gh"):
                out += "\(scalar)\u{200B}"
            // After digits alone it makes a list; after a bracket that is escaped a parenthesis is text.
            case ")" where scalars[..<index].allSatisfy { $0.properties.numericType != nil }: out += "\\)"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "+", "|", ">": out += "\\\(scalar)"
            case "\n", "\r": out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    private static func ends(_ scalars: ArraySlice<Unicode.Scalar>, with word: String) -> Bool {
        let before = scalars.dropLast(word.unicodeScalars.count).last
        return before?.properties.isAlphabetic != true
            && scalars.suffix(word.unicodeScalars.count).map { String($0).lowercased() }.joined() == word
    }

    /// Messages of the program, in which `code` is code: the text between is escaped.
    public static func message(_ text: String) -> String {
        // A value may hold the sign too. Two spans never touch and none is empty, or a longer run of signs would begin
        // a span that nothing ends.
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().map { number, part in
            part.isEmpty
                ? (number == 0 || number == parts.count - 1 ? "" : "\u{200B}")
                : number % 2 == 1 ? code(String(part)) : escaped(String(part))
        }.joined()
    }

    /// A block of lines; its fence is longer than any in it.
    public static func block(_ text: String) -> String {
        var longest = 2
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence)yaml\n\(text)\n\(fence)"
    }

    /// A span of code: nothing in it ends it or notifies anybody.
    public static func code(_ text: String) -> String {
        "`"
            + Printable.line(text).replacing("\n", with: " ").replacing("`", with: "'").replacing(
                "@", with: "@\u{200B}") + "`"
    }
}
