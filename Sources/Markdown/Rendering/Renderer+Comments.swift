internal import Diagnostics

/// Comments that would be published as text. They hold the page back: leaving them out could take real text along (`in
/// %% and in %%`), which nobody would notice.
extension Renderer {
    mutating func findForeignComments(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>) {
        guard !rendered.isWithheld else { return }
        if mayHoldOpenComments, isOpenComment(node, literal) {
            reportForeignComment("<!--", node.startLine)
        } else if mayHoldForeignComments, let (line, sign) = foreignComments.read(literal, line: node.startLine) {
            reportForeignComment(sign, line)
        }
    }

    mutating func findForeignComments(_ image: Node, in text: [UInt8]) {
        guard mayHoldForeignComments || mayHoldOpenComments else { return }
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
        let line = places.source.line(max(node.startLine, 1))
        let text = places.source.bytes[line]
        let isOpen = text.indices.contains { i in
            text[i] == UInt8(ascii: "<") && text[i...].starts(with: "<!--".utf8)
                && (i == line.lowerBound || !"\\`".utf8.contains(text[i - 1]))
        }
        commentLine = (node.startLine, isOpen)
        return isOpen
    }

    private mutating func reportForeignComment(_ sign: String, _ line: Int) {
        rendered.isWithheld = true
        let what =
            sign == "<!--"
            ? "The comment that begins with `<!--` does not end in its paragraph"
            : "`\(sign)` begins a comment in another program, and none here"
        report(
            MarkdownRules.foreignComment, places.file(places.source.line(line)),
            "\(what). It would be published as text, so this page is not published.",
            help: Help(
                "Write a comment without an empty line in it. What is for readers stands between backticks.",
                paste: "<!-- not for readers -->"))
    }
}
