internal import Diagnostics
internal import Text

/// `topics: [agile] [lean]`: several values after a key that has one.
extension YAMLTrap {
    private enum Part {
        case list([String])
        /// With its braces.
        case group(String)
        /// With its quotes.
        case quoted(String)
        case word(String)

        /// As items of a list.
        var items: [String] {
            switch self {
            case .list(let items): items
            case .group(let text), .quoted(let text), .word(let text): [text]
            }
        }
    }

    /// - Parameter start: of the value.
    /// - Returns: `nil` where it is not several values, and most likely a text.
    static func sideBySide(_ start: Int, onLine line: ByteRange, in source: YAMLSource) -> Diagnostic? {
        guard let (parts, hasCommas, length) = parts(of: source.text(start..<line.upperBound)) else { return nil }
        let lists = parts.count { if case .list = $0 { true } else { false } }
        let groups = parts.count { if case .group = $0 { true } else { false } }
        let quoted = parts.count { if case .quoted = $0 { true } else { false } }
        let items = parts.flatMap(\.items)
        // Words with capitals may be the title that a bracket opens: `[Draft] Handbook`.
        let areIDs = items.allSatisfy { ID.isValid($0) }
        let what: String
        switch (lists, groups, quoted) {
        case (parts.count, _, _): what = "lists are"
        case (_, parts.count, _): what = "groups in braces are"
        case (_, _, parts.count) where hasCommas: what = "texts in quotes are"
        case (1..., 0, 0) where areIDs: what = "values are"
        default: return nil
        }
        let lead = source.text(line.lowerBound..<start)
        let isItem = lead.hasSuffix("- ")
        let list =
            isItem
            ? items.map { lead + $0 }.joined(separator: "\n") : "\(lead)[\(items.joined(separator: ", "))]"
        let range = start..<start + length
        let isSure = lists > 0 && areIDs
        let advice =
            isSure || groups > 0
            ? isItem ? "Write each on a line of its own:" : "Write one list:"
            : "If it is one text, put quotes around it: \(source.text(range).inQuotes). If it is a list, write:"
        return YAMLRules.syntax.at(
            range, in: source.path,
            "\(parts.count == 2 ? "Two" : "Several") \(what) side by side here; YAML takes one.",
            help: Help(
                advice, paste: list,
                replacement: isSure ? Replacement(range: line.lowerBound..<range.upperBound, text: list) : nil))
    }

    /// - Returns: the values, whether there is a comma between each two, and the bytes of all; `nil` where there are
    ///   fewer than two, or a sign that may mean something else.
    private static func parts(of value: String) -> (parts: [Part], hasCommas: Bool, length: Int)? {
        var rest = value[...]
        var parts: [Part] = []
        var end = value.startIndex
        var commas = 0
        while true {
            rest = rest.drop { $0 == " " }
            if rest.first == ",", !parts.isEmpty {
                commas += 1
                rest = rest.dropFirst().drop { $0 == " " }
            }
            guard let first = rest.first else { break }
            if first == "#" {
                // Only after a space does it begin a comment.
                guard value[..<rest.startIndex].last == " " else { return nil }
                break
            }
            guard let (part, next) = part(first, at: rest) else { return nil }
            parts.append(part)
            rest = rest[next...]
            end = next
        }
        let length = value[..<end].utf8.count
        return parts.count > 1 ? (parts, commas == parts.count - 1, length) : nil
    }

    private static func part(_ first: Character, at rest: Substring) -> (Part, next: String.Index)? {
        let inside = rest.dropFirst()
        switch first {
        case "[", "{":
            guard let close = inside.firstIndex(of: first == "[" ? "]" : "}"),
                !inside[..<close].contains(where: { "[{}]\"'#".contains($0) })
            else { return nil }
            let items = inside[..<close].split(separator: ",").map { String($0.withoutBlankEnds) }.filter {
                !$0.isEmpty
            }
            let next = inside.index(after: close)
            return (first == "[" ? .list(items) : .group(String(rest[..<next])), next)
        case "\"", "'":
            guard let close = inside.firstIndex(of: first), !inside[..<close].contains("\\") else { return nil }
            let next = inside.index(after: close)
            // `'It's`
            guard next == rest.endIndex || rest[next] == " " || rest[next] == "," else { return nil }
            return (.quoted(String(rest[..<next])), next)
        default:
            let word = rest.prefix { !",[]{}\"'#:".contains($0) }
            guard !word.isEmpty else { return nil }
            return (.word(String(word.withoutBlankEnds)), word.endIndex)
        }
    }
}
