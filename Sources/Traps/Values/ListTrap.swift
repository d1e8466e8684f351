package import Diagnostics
internal import Text

/// Lists whose items ended up on one line.
package enum ListTrap {
    /// `• Jo • Sam`, or several addresses with a space between them: each was an entry of its own.
    ///
    /// - Parameter key: whose value it is; `nil` where it is an item of a list.
    package static func joinedEntries(_ text: String, key: String?) -> (message: String, help: Help)? {
        let words = text.split(separator: " ")
        guard words.count > 1, let first = words.first, text.contains("://") || text.contains("@"),
            ["–", "—", "•", "*", "·"].contains(String(first)) || URLPolicy.isExternal(String(first))
        else { return nil }
        let entries = words.map { String($0.reversed().drop { ",;".contains($0) }.reversed()) }.filter { $0.count > 1 }
        return (
            "These look like several links or addresses on one line.",
            Help(
                "Start each on a line of its own with a hyphen and a space:",
                paste: ((key.map { ["\($0):"] } ?? []) + entries.map { "  - \($0)" }).joined(separator: "\n"))
        )
    }

    /// `agile, lean` where each is one value. A comma may be part of a name, but of no id.
    ///
    /// - Parameters:
    ///   - range: of the text in the file.
    ///   - key: whose value it is.
    package static func commas(_ text: String, at range: ByteRange, key: String) -> (message: String, help: Help)? {
        guard text.contains(where: { ",;".contains($0) }) else { return nil }
        // `(agile, lean)` and `agile, [lean]` were meant for lists too.
        var parts = text.split(whereSeparator: { ",;".contains($0) }).map { part in
            String(part.drop { " ([".contains($0) }.reversed().drop { " )]".contains($0) }.reversed())
        }.filter { !$0.isEmpty }
        let list = "[\(parts.joined(separator: ", "))]"
        let isSure = range.count == text.utf8.count && parts.allSatisfy { ID.isValid($0) }
        // `agile, lean and design`
        if parts.count > 1, let last = parts.last, let and = last.ranges(of: " and ").first {
            parts[parts.count - 1] = String(last[..<and.lowerBound])
            parts.append(String(last[and.upperBound...]))
        }
        return (
            "`\(text.prefix(80))` is read as one value. Several need brackets around them and commas between them.",
            .paste(
                "\(key): [\(parts.joined(separator: ", "))]",
                replacement: isSure ? Replacement(range: range, text: list) : nil)
        )
    }

    /// The lines of a list without hyphens, which YAML joins into one text.
    ///
    /// - Parameter length: the bytes of its first line.
    package static func joinedLines(_ text: String, length: Int) -> (message: String, help: Help)? {
        guard length != text.utf8.count, text.contains(" ") else { return nil }
        let words = text.split(separator: " ")
        return (
            "These lines are read as one value, `\(words.joined(separator: " "))`, because not each of them starts "
                + "with a hyphen.",
            Help(
                "Start each on a line of its own with a hyphen and a space:",
                paste: words.map { "  - \($0)" }.joined(separator: "\n"))
        )
    }
}
