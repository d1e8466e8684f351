internal import Diagnostics
internal import Text

/// Comments that would be published as text. They withhold the page: leaving them out could remove real text too (`in
/// %% and in %%`), which nobody would notice.
extension Renderer {
    mutating func findForeignComments(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>) {
        guard !rendered.isWithheld else { return }
        if bodySigns.contains(.comment), isOpenComment(node, literal) {
            reportForeignComment("<!--", node.startLine)
        } else if bodySigns.contains(.foreignComment),
            let (line, sign) = foreignComments.read(literal, line: node.startLine)
        {
            reportForeignComment(sign, line)
        }
    }

    mutating func findForeignComments(_ image: Node, in text: [UInt8]) {
        guard !bodySigns.isDisjoint(with: [.comment, .foreignComment]) else { return }
        text.withUnsafeBufferPointer { findForeignComments(image, $0) }
    }

    /// A `<!--` that ends in another paragraph, or nowhere. One with a backslash or as an entity is for readers.
    private mutating func isOpenComment(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>) -> Bool {
        guard literal.first(UInt8(ascii: "<"), in: 0..<literal.count) < literal.count,
            literal.indices.contains(where: {
                literal[$0] == UInt8(ascii: "<") && literal[$0...].starts(with: "<!--".utf8)
            })
        else { return false }
        if let last = commentLine, last.line == node.startLine { return last.isOpen }
        let line = ranges.source.line(max(node.startLine, 1))
        let text = ranges.source.bytes[line]
        let isOpen = text.indices.contains { i in
            text[i] == UInt8(ascii: "<") && text[i...].starts(with: "<!--".utf8)
                && (i == line.lowerBound || !"\\`".utf8.contains(text[i - 1]))
        }
        commentLine = (node.startLine, isOpen)
        return isOpen
    }

    /// Tags that hide text in a browser. They are left out but their text is not, so it would be published.
    mutating func findHidden(_ piece: HTMLTokenizer.Piece, _ tag: WrittenTag, _ range: ByteRange) {
        guard options.dialect == .handbook, !rendered.isWithheld else { return }
        if case .end = piece {
            if tag.name == hidden?.name { endHidden() }
        } else if hidden == nil, HidingTag.hides(tag) {
            hidden = HidingTag(name: tag.name, written: tag.written, range: range, plain: plain.count)
        }
    }

    /// At the end tag, or at the end of the text if there is none. A tag without text hides nothing.
    mutating func endHidden() {
        guard let tag = hidden else { return }
        hidden = nil
        guard plain[min(tag.plain, plain.count)...].contains(where: { !$0.isWhitespace }) else { return }
        rendered.isWithheld = true
        report(
            MarkdownRules.foreignComment, tag.range,
            "`<\(Printable.line(String(tag.written.prefix(60))))>` hides text from readers in HTML. The tag is left "
                + "out here and its text is not, so this page is not published.",
            help: Help(
                "Write a comment without an empty line in it. If the text is for readers, remove the tags.",
                paste: "<!-- not for readers -->"))
    }

    /// `% a remark` of MyST and LaTeX, alone in its paragraph, and `||the end of the film||` of Discord. They may be
    /// meant literally.
    mutating func findDoubtfulComments(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>) {
        guard node.kind == .text, node.startLine != doubtfulLine,
            let sign = DoubtfulComment.sign(in: literal, isParagraph: isRemark(node))
        else {
            return
        }
        let line = ranges.source.line(max(node.startLine, 1))
        // A line may hold many texts.
        doubtfulLine = node.startLine
        // A backslash before the sign says that it is for readers.
        let text = ranges.source.bytes[line]
        let isWritten =
            sign == "%"
            ? text.first { $0 > 32 } == UInt8(ascii: "%")
            : zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: "|") && $1 == UInt8(ascii: "|") }
        guard isWritten else { return }
        report(
            MarkdownRules.hiddenElsewhere, ranges.file(line),
            "`\(sign)` hides text in another program, but not here: it is published.",
            help: Help(
                "If it is not for readers, write a comment. If it is, put a backslash before each `\(sign.prefix(1))`.",
                paste: "<!-- not for readers -->"))
    }

    /// Whether a text begins a paragraph of its own whose lines all begin with `%`.
    private func isRemark(_ node: Node) -> Bool {
        guard node.previous == nil, let paragraph = node.parent, paragraph.kind == .paragraph,
            paragraph.parent?.kind == .document, node.literal.first == UInt8(ascii: "%")
        else { return false }
        var next = node.next
        while let other = next {
            if other.kind == .softBreak, other.next?.literal.first != UInt8(ascii: "%") { return false }
            next = other.next
        }
        return true
    }

    private mutating func reportForeignComment(_ sign: String, _ line: Int) {
        rendered.isWithheld = true
        let what =
            sign == "<!--"
            ? "The comment that begins with `<!--` does not end in its paragraph"
            : "`\(sign)` begins a comment in another program, but not here"
        report(
            MarkdownRules.foreignComment, ranges.file(ranges.source.line(line)),
            "\(what). It would be published as text, so this page is not published.",
            help: Help(
                "Write a comment without an empty line in it. Put text for readers between backticks.",
                paste: "<!-- not for readers -->"))
    }
}
