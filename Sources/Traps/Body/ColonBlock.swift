internal import Diagnostics

/// A block between lines of colons, as Docusaurus, Pandoc, VuePress and MyST write it: `::: note` … `:::`. Those that
/// are notes there become notes in GitHub's form.
package enum ColonBlock {
    /// Lines between the two, and bytes that one help shows.
    private static let mostLines = 300, mostBytes = 8_000

    /// A line of colons with the text after them.
    private struct Opening {
        var colons = 0
        var word = ""
        var title = ""
        /// `:::` alone ends a block.
        var isEnd: Bool { word.isEmpty && title.isEmpty }

        init?(_ line: Substring) {
            colons = line.prefix { $0 == ":" }.count
            guard colons > 2 else { return nil }
            // `::: note :::` of Pandoc.
            var rest = line.dropFirst(colons).withoutBlankEnds
            while rest.last == ":" { rest = rest.dropLast() }
            rest = rest.withoutBlankEnds
            if rest.first == "{", let close = rest.firstIndex(of: "}") {
                let inner = rest[rest.index(after: rest.startIndex)..<close]
                let words = inner.split(separator: " ").map { $0.first == "." ? $0.dropFirst() : $0 }
                word = String(words.first { $0.first?.isLetter == true } ?? "attributes")
                if let mark = inner.firstRange(of: "title=\"") {
                    title = String(inner[mark.upperBound...].prefix { $0 != "\"" })
                }
                rest = rest[rest.index(after: close)...]
            } else {
                word = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
                rest = rest.dropFirst(word.count)
            }
            rest = rest.withoutBlankEnds
            if rest.first == "[", rest.last == "]" { rest = rest.dropFirst().dropLast() }
            if !rest.isEmpty, rest.first != "{" { title = String(rest) }
            word = word.lowercased()
            if word.hasPrefix("callout-") { word = String(word.dropFirst(8)) }
        }
    }

    /// - Parameters:
    ///   - start: where the text of the line begins.
    ///   - kind: the name of the note for a word such as `tip`; `nil` for any other block.
    /// - Returns: `nil` for a line that ends a block.
    package static func find(in bytes: [UInt8], at start: Int, kind: (String) -> String?) -> TrapFinding? {
        let line = TypedLine(bytes, from: start)
        guard let opening = Opening(Substring(decoding: bytes[line.text], as: UTF8.self)), !opening.isEnd else {
            return nil
        }
        let name = opening.word == "details" ? "NOTE" : kind(opening.word)
        var help = Help("Remove this line, and the line of colons that ends the block.")
        if let name {
            let sign = opening.word == "details" ? "-" : ""
            let first = "> [!\(name)]\(sign)" + (opening.title.isEmpty ? "" : " \(opening.title)")
            help = Help("Remove both lines of colons, and write a quote with `> ` before each line:", paste: first)
            if let (range, text) = quote(bytes, line, first), text.utf8.count <= mostBytes {
                help = .paste(
                    text.replacing("\r\n", with: "\n"), replacement: Replacement(range: range, text: text))
            }
        }
        return TrapFinding(
            range: line.text,
            message: "`:::` begins a block in other programs, but not here: both lines of colons are shown as they "
                + "are.",
            help: help)
    }

    /// The block as a quote, where it ends and no other block is in it.
    private static func quote(_ bytes: [UInt8], _ opening: TypedLine, _ first: String) -> (ByteRange, String)? {
        guard opening.text.lowerBound == 0 || bytes[opening.text.lowerBound - 1] == 0x0A else { return nil }
        var lines = [first]
        var fence: Substring?
        var line = opening
        while lines.count < mostLines, line.next < bytes.count {
            line = TypedLine(bytes, from: line.next)
            let whole = line.text.lowerBound - line.indent..<line.text.upperBound
            let text = Substring(decoding: bytes[whole], as: UTF8.self)
            let bare = text.drop { $0 == " " }
            if let mark = fence {
                if bare.hasPrefix(mark) { fence = nil }
            } else if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
                fence = bare.prefix(3)
            } else if let other = Opening(bare) {
                guard other.isEnd else { return nil }
                while lines.count > 1, lines.last == ">" { lines.removeLast() }
                // Text that follows without an empty line would continue the quote.
                let isApart = line.next >= bytes.count || TypedLine(bytes, from: line.next).text.isEmpty
                let end = bytes[opening.text.upperBound] == 0x0D ? "\r\n" : "\n"
                return (
                    opening.text.lowerBound..<line.text.upperBound,
                    lines.joined(separator: end) + (isApart ? "" : end)
                )
            }
            if lines.count > 1 || !bare.isEmpty { lines.append(text.isEmpty ? ">" : "> \(text)") }
        }
        return nil
    }
}
