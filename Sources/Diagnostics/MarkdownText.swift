/// Text that others wrote, within a comment on a host.
public enum MarkdownText {
    /// Shown as it is: no formatting, no links, no tags, and nobody is called by an `@`.
    public static func escaped(_ text: String) -> String {
        var out = ""
        let scalars = Array(Report.printable(text).unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            // Of an address, which would become a link.
            case ":": out += index + 1 < scalars.count && scalars[index + 1] == "/" ? "\\:" : ":"
            case "@": out += "@\u{200B}"
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~", ">": out += "\\\(scalar)"
            case "\n", "\r": out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// Messages of the program, in which `code` is code: what stands between is escaped.
    public static func message(_ text: String) -> String {
        // A value may hold the sign too. Two spans never touch and none is empty, or a longer run of signs would begin one that nothing ends.
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().map { number, part in
            part.isEmpty ? (number == 0 || number == parts.count - 1 ? "" : "\u{200B}") : number % 2 == 1 ? code(String(part)) : escaped(String(part))
        }.joined()
    }

    /// A block of lines; its fence is longer than any in it.
    public static func block(_ text: String) -> String {
        var longest = 2, run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence)yaml\n\(text)\n\(fence)"
    }

    /// A span of code, in which nothing ends it and nobody is called.
    public static func code(_ text: String) -> String {
        "`" + Report.printable(text).replacing("\n", with: " ").replacing("`", with: "'").replacing("@", with: "@\u{200B}") + "`"
    }
}
