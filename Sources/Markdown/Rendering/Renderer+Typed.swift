internal import Diagnostics
internal import Traps

/// Typing slips (`TypedRules`). They are searched for where a text of cmark's tree begins with a sign or contains
/// stars: code, comments and addresses are not such texts.
extension Renderer {
    /// Whether a text may be a slip if it begins a line: for most, two bytes decide it.
    static func mayBeSlip(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            return text.count == 1 || !text[1].isSpaceOrTab
        case UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "["), UInt8(ascii: "{"),
            UInt8(ascii: "|"):
            return true
        case 0x30...0x39:
            var end = 1
            while end < text.count, text[end].isDigit { end += 1 }
            return end < text.count && (text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"))
        default: return false
        }
    }

    mutating func findSlip(_ node: Node, _ literal: UnsafeBufferPointer<UInt8>) {
        guard let paragraph = node.parent, paragraph.kind == .paragraph, node != skipped?.node, node.beginsLine,
            let start = fileOffset(of: node, literal), start >= slipsEnd
        else { return }
        if findOtherMarkup(node, paragraph, start) { return }
        switch file[start] {
        case UInt8(ascii: "|") where node.previous == nil || literal.isTableLine: findBrokenTable(paragraph)
        case UInt8(ascii: ":") where literal.isTableLine, UInt8(ascii: "-") where literal.isTableLine:
            findBrokenTable(paragraph)
        case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "{"): break
        case UInt8(ascii: "["):
            guard node.previous == nil, paragraph.parent?.kind == .item, paragraph.previous == nil else { return }
            findMissingSpace(node, paragraph, start)
        default: findMissingSpace(node, paragraph, start)
        }
    }

    private mutating func findMissingSpace(_ node: Node, _ paragraph: Node, _ start: Int) {
        let context = MissingSpace.LineContext(
            start, beginsParagraph: node.previous == nil,
            isAlone: paragraph.startLine == paragraph.endLine && paragraph.parent?.kind == .document,
            list: list(of: paragraph, node),
            isInQuote: paragraph.parent?.kind == .quote || paragraph.previous?.kind == .quote)
        let (finding, end) = MissingSpace.find(in: file, with: context)
        report(TypedRules.space, finding)
        slipsEnd = max(slipsEnd, end)
    }

    private mutating func findBrokenTable(_ paragraph: Node) {
        guard paragraph != tableParagraph else { return }
        tableParagraph = paragraph
        report(TypedRules.table, BrokenTable.find(in: file, lines: ranges.range(of: paragraph)))
    }

    /// `a | b` above `---` is a heading to cmark, also where the next line is `c | d`.
    mutating func findTableInHeading(_ heading: Node) {
        guard options.dialect == .handbook, heading.endLine > heading.startLine, let next = heading.next,
            next.kind == .paragraph, next.startLine <= heading.endLine + 1
        else { return }
        let underline = ranges.source.bytes[ranges.source.line(next.startLine - 1)]
        let range = ranges.range(of: heading).lowerBound..<ranges.range(of: next).upperBound
        guard underline.contains(UInt8(ascii: "-")), range.lowerBound < range.upperBound,
            file[range].prefix(Self.longestHeader).contains(UInt8(ascii: "|"))
        else { return }
        report(TypedRules.table, BrokenTable.find(in: file, lines: range, isHeading: true))
    }

    /// How many bytes of a heading are searched for a bar.
    private static let longestHeader = 1_000

    /// Stars that remain in a text.
    mutating func findBrokenEmphasis(_ node: Node) {
        guard options.dialect == .handbook, node.startLine != starsLine else { return }
        starsLine = node.startLine
        let line = ranges.file(ranges.source.line(max(node.startLine, 1)))
        let text = TypedLine(file, from: line.lowerBound).text
        guard text.upperBound > slipsEnd else { return }
        report(TypedRules.emphasis, BrokenEmphasis.find(in: file, line: text))
    }

    /// Of many slips of a kind, the first are reported one by one.
    mutating func report(_ rule: Rule, _ finding: TrapFinding?) {
        guard let finding else { return }
        slipsEnd = max(slipsEnd, finding.range.upperBound)
        let kind = rule == PastedRules.markup ? Self.kind(file[finding.range.lowerBound]) : rule.code
        slipCounts[kind, default: 0] += 1
        if slipCounts[kind, default: 0] <= Self.mostSlips {
            return report(rule, finding.range, finding.message, help: finding.help)
        }
        slipRests[kind, default: SlipRest(rule: rule, first: finding)].count += 1
        if let replacement = finding.help?.replacement { slipRests[kind]?.replacements.append(replacement) }
    }

    /// The slips of a kind that are reported together.
    struct SlipRest {
        let rule: Rule
        let first: TrapFinding
        var count = 0
        var replacements: [Replacement] = []
    }

    /// All that is left is reported at once, so that `check --fix` writes it in one go.
    mutating func reportSlipRests() {
        for (_, rest) in slipRests.sorted(by: { $0.key < $1.key }) {
            let more = rest.count - 1
            let below = more == 0 ? "" : " \(more) more like it follow\(more == 1 ? "s" : "")."
            var help = Help("Write it like the ones above.", paste: rest.first.help?.paste)
            let ordered = rest.replacements.sorted { $0.range.lowerBound < $1.range.lowerBound }
            if let first = ordered.first, let end = ordered.map(\.range.upperBound).max() {
                let start = first.range.lowerBound
                let moved = ordered.map {
                    let range = $0.range.lowerBound - start..<$0.range.upperBound - start
                    return Replacement(range: range, text: $0.text)
                }
                let text = String(decoding: Array(file[start..<end]).making(moved), as: UTF8.self)
                help.replacement = Replacement(range: start..<end, text: text)
            }
            report(rest.rule, rest.first.range, rest.first.message + below, help: help)
        }
    }

    /// Each sign of another program is a kind of its own.
    static func kind(_ sign: UInt8) -> String { "\(PastedRules.markup.code) \(sign)" }

    /// For one kind on a page.
    static let mostSlips = 20

    /// The sign of the list that a text continues: the one whose item it is in, if it does not begin that item, or the
    /// one above its paragraph.
    private mutating func list(of paragraph: Node, _ node: Node) -> UInt8? {
        var list = paragraph.previous
        if list?.kind != .list {
            guard node.previous != nil, let item = paragraph.parent, item.kind == .item else { return nil }
            list = item.parent
        }
        return list.map { ranges.source.byte(ranges.source.lineStart($0.startLine) + max($0.startColumn, 1) - 1) }
    }

    /// Where a text is in the file; `nil` if cmark is wrong, or it begins with a backslash or an entity.
    private mutating func fileOffset(of node: Node, _ literal: UnsafeBufferPointer<UInt8>) -> Int? {
        let start = ranges.offset(node.startLine, node.startColumn)
        guard ranges.source.has(literal.prefix(3), at: start) else { return nil }
        let offset = ranges.file(start..<start + 1).lowerBound
        return offset < file.count && file[offset] == literal[0] ? offset : nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The signs of the line that separates the header of a table from the rest.
    fileprivate var isTableLine: Bool {
        allSatisfy(Table.mayStand) && contains(UInt8(ascii: "-"))
            && (contains(UInt8(ascii: "|")) || contains(UInt8(ascii: ":")))
    }
}
