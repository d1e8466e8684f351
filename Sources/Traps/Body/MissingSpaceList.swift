internal import Diagnostics

/// Consecutive lines that were meant as items of one list. One alone may be meant as it is: `-Jo`, `1.5`.
struct MissingSpaceList {
    private struct Item {
        /// Of its line, from its sign on.
        let text: ByteRange
        /// The offset after its sign.
        let rest: Int
        let beginning: TypedLine.Beginning
        var number: Int?
        /// `-h` and `-h FILE` are options of a command.
        var isOption = false
        var isTask = false
    }

    private let bytes: [UInt8]
    private let context: MissingSpace.LineContext
    private let sign: UInt8
    private var items: [Item] = []
    /// A list of this sign follows.
    private var isFollowed = false

    /// The most items in one run of lines, and the most other lines between two of them.
    private static let mostItems = 200, mostOthers = 20
    /// What one help shows.
    private static let mostBytes = 8_000

    init(_ bytes: [UInt8], _ context: MissingSpace.LineContext) {
        (self.bytes, self.context) = (bytes, context)
        sign = bytes[context.start]
        collect()
    }

    private var isOrdered: Bool { (0x30...0x39).contains(sign) }

    private mutating func collect() {
        var line = TypedLine(bytes, from: context.start)
        var others = 0
        var isBlank = false
        while items.count < Self.mostItems {
            if let item = item(line.text) {
                items.append(item)
                (isBlank, others) = (false, 0)
            } else if items.isEmpty || isBlank || others == Self.mostOthers || endsParagraph(line.text) {
                isFollowed = !items.isEmpty && beginsItem(line.text)
                return
            } else {
                others += 1
            }
            guard line.next < bytes.count else { return }
            line = TypedLine(bytes, from: line.next)
            if line.text.isEmpty {
                guard line.next < bytes.count else { return }
                isBlank = true
                line = TypedLine(bytes, from: line.next)
                if line.text.isEmpty || line.indent > 3 { return }
            }
        }
    }

    private func item(_ text: ByteRange) -> Item? {
        guard let first = text.first.map({ bytes[$0] }) else { return nil }
        if isOrdered { return (0x30...0x39).contains(first) ? numbered(text) : nil }
        let rest = text.lowerBound + 1
        guard first == sign, rest < text.upperBound, bytes[rest] != sign || sign == UInt8(ascii: "-"),
            let beginning = TypedLine.beginning(bytes, at: rest)
        else { return nil }
        if sign == UInt8(ascii: "*") {
            // The other star of words that are set off, or an abbreviation.
            guard bytes[text].count(where: { $0 == sign }) % 2 == 1, bytes[rest] != UInt8(ascii: "[") else {
                return nil
            }
        }
        var item = Item(text: text, rest: rest, beginning: beginning)
        item.isOption =
            sign == UInt8(ascii: "-") && beginning == .letter
            && (rest + 1 == text.upperBound || " \t,=".utf8.contains(bytes[rest + 1]))
        let box = bytes[rest..<text.upperBound].prefix(3)
        item.isTask = ["[ ]", "[x]", "[X]"].contains { box.elementsEqual($0.utf8) }
        return item
    }

    /// `1.text`, but neither `1.5` nor `2.x` nor `1.md`.
    private func numbered(_ text: ByteRange) -> Item? {
        let digits = bytes[text].prefix(10).prefix { (0x30...0x39).contains($0) }
        let rest = digits.endIndex + 1
        guard digits.count < 10, rest < text.upperBound, ".)".utf8.contains(bytes[rest - 1]),
            let beginning = TypedLine.beginning(bytes, at: rest), beginning != .digit
        else { return nil }
        let word = bytes[rest..<text.upperBound].prefix { $0 > 0x20 && !",;:)".utf8.contains($0) }
        let isSmall = word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        if isSmall && (2...4).contains(word.count) || word.elementsEqual("x".utf8) || word.elementsEqual("N".utf8) {
            return nil
        }
        return Item(
            text: text, rest: rest, beginning: beginning, number: Int(String(decoding: digits, as: UTF8.self)))
    }

    /// Whether an item of a list of this kind begins, as it should be.
    private func beginsItem(_ text: ByteRange) -> Bool {
        guard let first = text.first.map({ bytes[$0] }) else { return false }
        let rest = isOrdered ? bytes[text].prefix(9).prefix { (0x30...0x39).contains($0) }.endIndex : text.lowerBound
        guard rest + 1 < text.upperBound, bytes[rest + 1] == 0x20 else { return false }
        return isOrdered ? (0x30...0x39).contains(first) && ".)".utf8.contains(bytes[rest]) : first == sign
    }

    private func endsParagraph(_ text: ByteRange) -> Bool {
        beginsItem(text) || bytes[text].starts(with: "```".utf8) || bytes[text].starts(with: "~~~".utf8)
    }

    // MARK: What is reported

    private var isSure: Bool {
        let isOfList = context.list.map { isOrdered ? (0x30...0x39).contains($0) : $0 == sign } ?? false
        if isOfList || isFollowed { return true }
        if isOrdered { return items.count > 1 && items[1].number == items[0].number.map { $0 + 1 } }
        if items.contains(where: \.isOption) { return false }
        return items.contains(where: \.isTask) || items.count { $0.beginning != .digit } > 1
    }

    /// Whether one that is not sure is worth reporting.
    private var isLikely: Bool {
        context.beginsParagraph && !context.isInQuote && sign != UInt8(ascii: "+")
            && items.contains { $0.beginning != .digit }
    }

    /// Where its last item ends.
    var end: Int { items.last?.text.upperBound ?? context.start }

    var finding: TrapFinding? {
        guard let first = items.first, let last = items.last, isSure || isLikely else { return nil }
        let range = first.text.lowerBound..<last.text.upperBound
        var fixed: [UInt8] = []
        var written = range.lowerBound
        for item in items {
            fixed += bytes[written..<item.rest] + [0x20]
            written = item.rest
            // A box needs one, too.
            if item.isTask, item.rest + 3 < item.text.upperBound, bytes[item.rest + 3] != 0x20 {
                fixed += bytes[written..<written + 3] + [0x20]
                written += 3
            }
        }
        fixed += bytes[written..<range.upperBound]
        let text = String(decoding: fixed, as: UTF8.self)
        let shown = TypedLine.prefix(of: range.lowerBound, in: bytes) + text
        let mark = String(decoding: bytes[first.text.lowerBound..<first.rest], as: UTF8.self)
        let help = MissingSpace.help(
            fixed.count > Self.mostBytes ? "\(mark) …" : shown.replacing("\r\n", with: "\n"), isSure: isSure, range,
            text)
        return TrapFinding(
            range: range,
            message: items.count == 1
                ? "No space follows `\(mark)`, so this line is not a list item: it is shown as written."
                : "No space follows the bullet or number of these \(items.count) lines, so they are not a list: they "
                    + "are shown as running text.",
            help: help)
    }
}
