internal import Diagnostics

/// Where the inlines of a block are in the file.
///
/// cmark's lines and columns are only a good guess: columns of a continued line leave out its indentation, and lines
/// are off after link definitions at the start of a paragraph and after a link that spans lines. So every guess is
/// checked against the bytes, and if it fails the text is searched from the last range found.
///
/// If the text was rewritten before it was parsed, positions inside this type refer to that text; results for callers
/// refer to the file.
struct SourceRanges {
    var source: Source
    private let rewritten: Rewritten?
    /// How many quotes are open.
    var quotes = 0
    private var block: Node?
    /// Where the text of a continued line begins, for the line and the quotes last requested: a line may have a
    /// megabyte of spaces before a hundred thousand links.
    private var lastContent: (line: Int, quotes: Int, start: Int)?
    /// After the start of the last thing found in the block; `nil` before the first.
    var cursor: Int?

    /// How far a search goes, so that many failed ones stay cheap.
    private static let reach = 4096

    init(source: Source, rewritten: Rewritten?) {
        self.source = source
        self.rewritten = rewritten
    }

    /// The range in the file of a range of the text that was parsed.
    func file(_ range: ByteRange) -> ByteRange { rewritten?.source(range) ?? range }

    /// Inlines requested from here on are in `node`, a paragraph or heading.
    mutating func enter(_ node: Node) {
        block = node
        cursor = nil
    }

    /// The lines of a block without its indentation and the end of its last line.
    mutating func range(of node: Node) -> ByteRange { file(lines(of: node)) }

    /// The line on which a block begins, with its indentation.
    mutating func firstLine(of node: Node) -> ByteRange { file(source.line(node.startLine)) }

    /// Where the destination of a link or image is written; all of `[text][label]` if it is written elsewhere.
    mutating func destination(of node: Node) -> ByteRange { file(writtenDestination(of: node)) }

    /// Where inline HTML is written.
    mutating func html(_ node: Node) -> ByteRange { file(writtenHTML(node)) }
}

extension SourceRanges {
    private mutating func lines(of node: Node) -> ByteRange {
        let start = source.lineStart(node.startLine) + max(node.startColumn, 1) - 1
        let end = source.line(max(node.endLine, node.startLine)).upperBound
        return min(start, end)..<end
    }

    private mutating func writtenDestination(of node: Node) -> ByteRange {
        if let range = autolink(node) { return range }
        guard let window = brackets(of: node) else { return search(node.url, of: node) }
        cursor = window.lowerBound + 1
        return source.find(node.url, in: afterText(window)) ?? window
    }

    private mutating func writtenHTML(_ node: Node) -> ByteRange {
        let literal = node.literal
        let firstLine = literal.prefix { $0 != 0x0A && $0 != 0x0D }
        let start = offset(node.startLine, node.startColumn)
        guard source.has(firstLine, at: start) else { return search(firstLine, of: node) }
        cursor = start + 1
        let lastLine = literal[(literal.lastIndex { $0 == 0x0A || $0 == 0x0D } ?? -1) + 1..<literal.count]
        // Marks of quotes may be between its lines.
        let rest = start..<start + literal.count + Self.reach
        let end = (source.find(lastLine, in: rest) ?? start..<start + firstLine.count).upperBound
        return start..<end
    }
}

extension SourceRanges {
    /// The offset of a line and column in the block, if cmark is right.
    mutating func offset(_ line: Int, _ column: Int) -> Int {
        guard let block, line > block.startLine else { return source.lineStart(line) + column - 1 }
        return contentStart(line) + column - block.startColumn
    }

    /// Where the text of a continued line begins: after its spaces and the marks of the quotes around it.
    private mutating func contentStart(_ number: Int) -> Int {
        if let last = lastContent, last.line == number, last.quotes == quotes { return last.start }
        let line = source.line(number)
        var marks = quotes
        var i = line.lowerBound
        while i < line.upperBound {
            if source.bytes[i] == UInt8(ascii: ">"), marks > 0 {
                marks -= 1
            } else if source.bytes[i] != 0x20 && source.bytes[i] != 0x09 {
                break
            }
            i += 1
        }
        lastContent = (number, quotes, i)
        return i
    }

    /// The address between `<` and `>`. cmark locates its text correctly, but not the link around it.
    private mutating func autolink(_ node: Node) -> ByteRange? {
        guard let text = node.firstChild, text.kind == .text, text.next == nil else { return nil }
        let start = offset(text.startLine, text.startColumn)
        let written = text.literal
        guard source.byte(start - 1) == UInt8(ascii: "<"), source.has(written, at: start),
            source.byte(start + written.count) == UInt8(ascii: ">")
        else { return nil }
        cursor = start
        return start..<start + written.count
    }

    /// From the first bracket to the last one, or to the parenthesis.
    private mutating func brackets(of node: Node) -> ByteRange? {
        // cmark gives both ends the line of the last; a text that begins with words has its own line.
        let line = node.firstChild.map(\.startLine).flatMap { $0 > 0 ? $0 : nil } ?? node.startLine
        let start = offset(line, node.startColumn)
        let end = offset(node.endLine, node.endColumn) + 1
        let opening = node.kind == .image ? "![" : "["
        guard end > start, end <= source.bytes.count, source.has(opening.utf8, at: start),
            source.byte(end - 1) == UInt8(ascii: ")") || source.byte(end - 1) == UInt8(ascii: "]"),
            node.firstChild.map({ mayBegin($0, at: start + opening.utf8.count) }) ?? true
        else { return nil }
        return start..<end
    }

    /// Whether a text can be written here: its first byte is here, or something that stands for it.
    func mayBegin(_ node: Node, at offset: Int) -> Bool {
        guard node.kind == .text else { return true }
        let byte = source.byte(offset)
        return byte == node.literal.first || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&")
    }

    /// The text after the last `](`; everything if there is none.
    private func afterText(_ window: ByteRange) -> ByteRange {
        var i = window.upperBound - 2
        while i > window.lowerBound, source.bytes[i] != UInt8(ascii: "]") || source.bytes[i + 1] != UInt8(ascii: "(") {
            i -= 1
        }
        return i > window.lowerBound ? i + 2..<window.upperBound : window
    }

    /// The text's next range in the block, else the line that cmark gives.
    private mutating func search(_ text: some Collection<UInt8>, of node: Node) -> ByteRange {
        searchInBlock(text) ?? source.line(node.startLine)
    }

    /// The text's next range in the block, not far from the last.
    mutating func searchInBlock(_ text: some Collection<UInt8>) -> ByteRange? {
        guard let block else { return nil }
        let all = lines(of: block)
        let from = max(cursor ?? all.lowerBound, all.lowerBound)
        let found = source.find(text, in: from..<max(from, min(all.upperBound, from + Self.reach)))
        if let found { cursor = found.lowerBound + 1 }
        return found
    }
}
