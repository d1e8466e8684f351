internal import Diagnostics
internal import Text
internal import Traps

/// Signs of other programs in a text, which readers would see.
extension Renderer {
    /// Blocks, tabs, lists of contents, abbreviations and definitions, which begin a line.
    ///
    /// - Returns: whether the line is one of them.
    mutating func findOtherMarkup(_ node: Node, _ paragraph: Node, _ start: Int) -> Bool {
        let finding: TrapFinding?
        if file[start] == UInt8(ascii: ":") {
            if file[start...].starts(with: ":::".utf8) {
                finding = ColonBlock.find(in: file, at: start) { Note.sign(type: $0) }
            } else {
                finding = definitions(node, paragraph)
            }
        } else {
            let isAlone = node.previous == nil && paragraph.startLine == paragraph.endLine
            finding = OtherMarkup.find(in: file, at: start, isAlone: isAlone)
        }
        report(PastedRules.markup, finding)
        return finding != nil
    }

    /// Names of MyST's directives that are not notes.
    private static let directives: Set = [
        "admonition", "contents", "dropdown", "figure", "image", "include", "tab-item", "tab-set", "toctree",
    ]

    /// A block of code whose language is a directive of MyST: ```` ```{note} Title ````.
    mutating func findDirective(_ code: Node, _ info: String) {
        guard options.dialect == .handbook, let close = info.firstIndex(of: "}") else { return }
        let name = String(info[..<close].dropFirst()).lowercased()
        let kind = Note.sign(type: name) ?? (name == "admonition" ? "NOTE" : nil)
        guard kind != nil || Self.directives.contains(name) else { return }
        let range = ranges.range(of: code)
        var help: Help = "Write what it stands for. A picture is `![What it shows](file.png)`."
        if let kind {
            let title = String(info[info.index(after: close)...]).trimmed
            let first = "> [!\(kind)]" + (title.isEmpty ? "" : " \(title)")
            let lines = String(code.literal).trimmed.split(
                separator: "\n" as Character, omittingEmptySubsequences: false)
            let text = ([first] + lines.map { $0.isEmpty ? ">" : "> \($0)" }).joined(separator: "\n")
            let isPage = code.parent?.kind == .document && rewritten == nil && text.utf8.count <= Self.longestBlock
            help =
                isPage
                ? .paste(text, replacement: Replacement(range: range, text: text))
                : Help("Write a note, with `> ` before each of its lines:", paste: first)
        }
        let line = ranges.firstLine(of: code)
        report(
            PastedRules.markup,
            TrapFinding(
                range: line,
                message: "`{\(name)}` begins a block in another program, but not here: it is shown as code.",
                help: help))
    }

    /// The most bytes of a block that a help shows.
    private static let longestBlock = 8_000

    private mutating func definitions(_ node: Node, _ paragraph: Node) -> TrapFinding? {
        guard paragraph != definitionParagraph, node.literal.count > 1, node.literal[1].isSpaceOrTab else { return nil }
        definitionParagraph = paragraph
        var range = ranges.range(of: paragraph)
        if node.previous == nil {
            guard let above = paragraph.previous, above.kind == .paragraph, above.startLine == above.endLine else {
                return nil
            }
            range = ranges.range(of: above).lowerBound..<range.upperBound
        }
        return OtherMarkup.definitions(in: file, lines: range)
    }

    // MARK: Braces

    /// Shortcodes, and attributes after links, words and lines.
    mutating func findBraces(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>) {
        guard options.dialect == .handbook, !rendered.isWithheld, !literal.starts(with: ":::".utf8) else { return }
        var i = literal.first(UInt8(ascii: "{"), in: 0..<literal.count)
        while i < literal.count {
            let next = i + 1 < literal.count ? literal[i + 1] : 0
            if next == UInt8(ascii: "{") || next == UInt8(ascii: "%"), let code = Shortcode(literal, at: i) {
                report(code, literal)
                i = code.range.upperBound
            } else if mayHaveAttributes(node, literal, i), let list = AttributeList(literal, at: i) {
                report(list, node, literal)
                i = list.range.upperBound
            } else {
                i += 1
            }
            i = literal.first(UInt8(ascii: "{"), in: min(i, literal.count)..<literal.count)
        }
    }

    /// References are corrected one by one; others are reported once a page.
    private mutating func report(_ code: Shortcode, _ literal: UnsafeBufferPointer<UInt8>) {
        let start = code.range.lowerBound
        let isAddress = code.isReference && start > 1 && literal[start - 2] == 0x5D && literal[start - 1] == 0x28
        guard
            isAddress && mayTellOfBraces
                || toldSigns.insert(code.key).inserted,
            let range = unescapedRange(UnsafeBufferPointer(rebasing: literal[code.range]))
        else { return }
        report(
            PastedRules.markup, code.finding(at: range, isAddress: isAddress) { Note.sign(type: $0) })
    }

    private var mayTellOfBraces: Bool {
        slipCounts[Self.kind(UInt8(ascii: "{")), default: 0] <= Self.mostSlips
    }

    /// Whether other programs read attributes there: after something that has them, on a line of their own, or at
    /// the end of a heading or line.
    private func mayHaveAttributes(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        if start == 0 {
            switch node.previous?.kind {
            case .link, .image, .emphasis, .strong, .codeSpan, nil, .softBreak, .lineBreak: return true
            default: return false
            }
        }
        return literal[start - 1] == UInt8(ascii: "]") || literal[start - 1].isSpaceOrTab
    }

    private mutating func report(_ list: AttributeList, _ node: Node, _ literal: UnsafeBufferPointer<UInt8>) {
        let start = list.range.lowerBound
        let isLast =
            literal[list.range.upperBound...].allSatisfy(\.isSpaceOrTab)
            && node.endsLine
        let isHeading = node.parent?.kind == .heading && rewrittenHeading(node.parent ?? node) == nil
        if isHeading, isLast, list.id != nil { return }
        let isBehind = start == 0 ? !node.beginsLine : literal[start - 1] == UInt8(ascii: "]")
        guard isBehind || isLast, !list.isBare || isHeading,
            mayTellOfBraces,
            let range = unescapedRange(UnsafeBufferPointer(rebasing: literal[list.range]))
        else { return }
        let isSpan = start > 0 && literal[start - 1] == UInt8(ascii: "]")
        let help = help(list, range, behind: start == 0 ? node.previous : nil, canGo: !isSpan)
        report(
            PastedRules.markup,
            TrapFinding(
                range: range,
                message: "`\(String(UnsafeBufferPointer(rebasing: literal[list.range])).shortened)` sets attributes in "
                    + "another program, but not here: it is shown as written.", help: help))
    }

    private func help(_ list: AttributeList, _ range: ByteRange, behind node: Node?, canGo: Bool) -> Help {
        if let node, node.kind == .image, let size = list.size {
            let alt = node.firstChild.map { String($0.literal) } ?? ""
            return Help("Write the picture in HTML:", paste: "<img src=\"\(String(node.url))\" alt=\"\(alt)\"\(size)>")
        }
        if let id = list.id {
            let name = "<a name=\"\(id)\"></a>"
            return .paste(name, replacement: canGo ? Replacement(range: range, text: name) : nil)
        }
        guard canGo else { return "Remove it, and the brackets before it." }
        let removed = removal(of: range)
        let start = (file[..<removed.lowerBound].lastIndex(of: 0x0A) ?? -1) + 1
        let end = file[removed.upperBound...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? file.count
        let isWhole = removed.upperBound > range.upperBound
        let rest = String(decoding: file[start..<removed.lowerBound] + file[removed.upperBound..<end], as: UTF8.self)
        return Help(
            "Remove it.", paste: isWhole || rest.utf8.count > Self.longestLine ? nil : rest,
            replacement: Replacement(range: removed, text: ""))
    }

    /// The most bytes of a line that a help shows.
    private static let longestLine = 1_000

    /// With the spaces before it, and with its line if nothing else is on it.
    private func removal(of range: ByteRange) -> ByteRange {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, file[start - 1].isSpaceOrTab { start -= 1 }
        guard start == 0 || file[start - 1] == 0x0A else { return start..<end }
        while end < file.count, file[end].isSpaceOrTab || file[end] == 0x0D { end += 1 }
        return end < file.count && file[end] == 0x0A ? start..<end + 1 : range
    }

    // MARK: Marked words

    /// `==words==` of Obsidian and pymdownx.
    mutating func findMarked(_ literal: UnsafeBufferPointer<UInt8>) {
        guard options.dialect == .handbook, let range = OtherMarkup.marked(in: literal),
            let written = unescapedRange(UnsafeBufferPointer(rebasing: literal[range]))
        else { return }
        let words = String(UnsafeBufferPointer(rebasing: literal[range.lowerBound + 2..<range.upperBound - 2]))
        let fixed = "<mark>\(words)</mark>"
        report(
            PastedRules.markup,
            TrapFinding(
                range: written,
                message: "`==` marks words in another program, but not here: it is shown as written.",
                help: .paste(fixed, replacement: Replacement(range: written, text: fixed))))
    }

    /// `^[A footnote]` of Pandoc, right at a word.
    mutating func findInlineFootnote(_ literal: UnsafeBufferPointer<UInt8>) {
        guard options.dialect == .handbook,
            let start = literal.indices.dropLast().first(where: {
                literal[$0] == UInt8(ascii: "^") && literal[$0 + 1] == UInt8(ascii: "[")
                    && ($0 == 0 || literal[$0 - 1] > 0x20)
            }), let end = literal[start...].firstIndex(of: UInt8(ascii: "]")),
            literal[start + 2..<end].contains(0x20),
            let range = unescapedRange(UnsafeBufferPointer(rebasing: literal[start...end]))
        else { return }
        let text = String(UnsafeBufferPointer(rebasing: literal[start + 2..<end]))
        report(
            MarkdownRules.footnote, range,
            "`^[` begins a footnote in another program, but not here: it is shown as written.",
            help: Help(
                "Write `[^name]` in its place, and the footnote on a line of its own, between blank lines:",
                paste: "[^name]: \(text)"))
    }

    /// The next range of signs in the file without a backslash before them.
    private mutating func unescapedRange(_ signs: UnsafeBufferPointer<UInt8>) -> ByteRange? {
        guard let found = ranges.searchInBlock(signs), ranges.source.byte(found.lowerBound - 1) != UInt8(ascii: "\\")
        else { return nil }
        return ranges.file(found)
    }
}

extension AttributeList {
    /// The HTML attributes for the size of a picture; `nil` if none is given.
    fileprivate var size: String? {
        let written = ["width", "height"].compactMap { key in
            values[key].map { " \(key)=\"\($0.hasSuffix("px") ? String($0.dropLast(2)) : $0)\"" }
        }
        return written.isEmpty ? nil : written.joined()
    }
}
