package import Diagnostics

/// Markup that only other programs know, so that readers would see it: tabs, lists of contents, abbreviations and
/// definitions. It begins a line.
package enum OtherMarkup {
    /// Bytes of a word that is defined, and lines that one help shows.
    private static let longestTerm = 60, mostLines = 50

    /// - Parameters:
    ///   - start: where the text of a line begins.
    ///   - isAlone: the line is a paragraph.
    package static func find(in bytes: [UInt8], at start: Int, isAlone: Bool) -> TrapFinding? {
        let line = TypedLine(bytes, from: start)
        let text = Substring(decoding: bytes[line.text], as: UTF8.self).withoutBlankEnds
        switch bytes[start] {
        case UInt8(ascii: "="): return tab(text, line, bytes)
        // kramdown's is below the item that it replaces.
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            return isAlone || text.lowercased() == "{:toc}" ? contents(text, line, bytes, isAlone: isAlone) : nil
        case UInt8(ascii: "*"): return abbreviation(text, line)
        case UInt8(ascii: "-"): return snippet(text, line)
        default: return nil
        }
    }

    /// `=== "Linux"` of pymdownx, whose body is indented like that of a folded note.
    private static func tab(_ text: Substring, _ line: TypedLine, _ bytes: [UInt8]) -> TrapFinding? {
        let rest = text.dropFirst(3).drop { $0 == "!" || $0 == "+" }.withoutBlankEnds
        guard text.hasPrefix("==="), let mark = rest.first, mark == "\"" || mark == "'", rest.count > 2,
            rest.last == mark
        else { return nil }
        let fixed = "???+ \"\(rest.dropFirst().dropLast())\""
        var body = TypedLine(bytes, from: line.next)
        while body.text.isEmpty, body.next < bytes.count { body = TypedLine(bytes, from: body.next) }
        let hasBody = body.indent > 3 && !body.text.isEmpty
        return TrapFinding(
            range: line.text,
            message: "`===` begins a tab in other programs, but not here: it is shown as written"
                + (hasBody ? ", and its text as code." : "."),
            help: Help(
                "Make it a section that readers can open and close, with its text indented by four spaces:",
                paste: TypedLine.prefix(of: line.text.lowerBound, in: bytes) + fixed,
                replacement: hasBody ? Replacement(range: line.text, text: fixed) : nil))
    }

    /// `[TOC]` and the like: a page has its list of contents without it.
    private static func contents(_ text: Substring, _ line: TypedLine, _ bytes: [UInt8], isAlone: Bool) -> TrapFinding?
    {
        let signs = ["[toc]", "[[_toc_]]", "{:toc}", "{{toc}}", "{{ toc }}", "{{>toc}}", "{{ page.toc }}"]
        guard signs.contains(text.lowercased()) else { return nil }
        let isWhole = isAlone && (line.text.lowerBound == 0 || bytes[line.text.lowerBound - 1] == 0x0A)
        let below = TypedLine(bytes, from: line.next)
        let end = below.text.isEmpty ? below.next : line.next
        return TrapFinding(
            range: line.text,
            message: "`\(text)` is not a list of contents here: it is shown as written.",
            help: Help(
                "Remove it. A page has the list of its headings without it.",
                replacement: isWhole ? Replacement(range: line.text.lowerBound..<end, text: "") : nil))
    }

    /// `*[GDS]: Government Digital Service` of Markdown Extra.
    private static func abbreviation(_ text: Substring, _ line: TypedLine) -> TrapFinding? {
        guard text.hasPrefix("*["), let close = text.firstRange(of: "]:") else { return nil }
        let (word, meaning) = (text[..<close.lowerBound].dropFirst(2), text[close.upperBound...].withoutBlankEnds)
        guard !word.isEmpty, !meaning.isEmpty, !word.contains("["), !meaning.contains("\"") else { return nil }
        return TrapFinding(
            range: line.text,
            message: "`*[\(word)]:` explains an abbreviation in other programs, but not here: it is shown as it "
                + "is.",
            help: Help(
                "Remove the line, and where the word first appears, write:",
                paste: "<abbr title=\"\(meaning)\">\(word)</abbr>"))
    }

    /// `--8<-- "file.md"` of pymdownx.
    private static func snippet(_ text: Substring, _ line: TypedLine) -> TrapFinding? {
        guard text.hasPrefix("--8<--") else { return nil }
        return TrapFinding(
            range: line.text,
            message: "`--8<--` inserts a file in other programs, but not here: it is shown as written.",
            help: "Write the text of the file here, or a link to it.")
    }

    /// `==words==` in a text, from the first sign to the last.
    package static func marked(in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        func isSign(_ i: Int) -> Bool {
            i + 1 < text.count && text[i] == 0x3D && text[i + 1] == 0x3D && (i + 2 == text.count || text[i + 2] != 0x3D)
                && (i == 0 || text[i - 1] != 0x3D)
        }
        func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || TypedLine.isWord(byte) }
        func begins(_ i: Int) -> Bool {
            isSign(i) && i + 2 < text.count && text[i + 2] > 0x20
                && (i == 0 || text[i - 1] <= 0x20 || "(\"'".utf8.contains(text[i - 1]))
        }
        func ends(_ i: Int) -> Bool {
            isSign(i) && text[i - 1] > 0x20 && (i + 2 == text.count || !isWord(text[i + 2]))
        }
        guard let start = text.indices.first(where: begins) else { return nil }
        let inner = start + 3..<min(text.count, start + longestMarked)
        guard inner.lowerBound < inner.upperBound, let end = inner.first(where: ends),
            text[start + 2..<end].contains(where: isWord)
        else { return nil }
        return start..<end + 2
    }

    /// Bytes of marked words.
    private static let longestMarked = 500

    // MARK: Definitions

    /// `Term` above `: what it means`, as Markdown Extra and Pandoc have it.
    ///
    /// - Parameter range: of the lines in the file, from the first term on.
    package static func definitions(in bytes: [UInt8], lines range: ByteRange) -> TrapFinding? {
        let lines = PastedText.lines(of: range, in: bytes)
        guard lines.count > 1, !isDefinition(lines[0].text), isDefinition(lines[1].text) else { return nil }
        let term = lines[0].text.withoutBlankEnds
        guard term.utf8.count <= longestTerm, let last = term.last, !".:,;!?".contains(last) else { return nil }
        var shown: [String] = []
        var isFirst = true
        for (i, line) in lines.prefix(mostLines).enumerated() {
            let text = line.text.withoutBlankEnds
            if isDefinition(line.text) {
                let meaning = text.dropFirst().withoutBlankEnds
                if isFirst { shown[shown.count - 1] += ": \(meaning)" } else { shown.append("  - \(meaning)") }
                isFirst = false
            } else if i + 1 < lines.count, isDefinition(lines[i + 1].text) {
                shown.append("- **\(text)**")
                isFirst = true
            } else {
                shown.append("  \(text)")
            }
        }
        return TrapFinding(
            range: lines[1].range,
            message: "A colon begins a definition in other programs, but not here: it is shown as written.",
            help: Help("Write a list:", paste: shown.joined(separator: "\n")))
    }

    private static func isDefinition(_ text: Substring) -> Bool { text.hasPrefix(": ") || text.hasPrefix(":\t") }
}
