/// What may open a block at the first byte of a line's text, by CommonMark 0.30's rules.
enum BlockStart {
    typealias Text = Slice<UnsafeBufferPointer<UInt8>>

    /// `***`, `- - -`, `___`.
    static func isThematicBreak(_ text: Text) -> Bool {
        guard let mark = text.first, mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_")
        else { return false }
        var count = 0
        for byte in text {
            if byte == mark { count += 1 } else if !byte.isSpaceOrTab { return false }
        }
        return count >= 3
    }

    /// `#` to `######` with a space or nothing after it.
    static func isATXHeading(_ text: Text) -> Bool {
        let marks = run(of: UInt8(ascii: "#"), text)
        guard (1...6).contains(marks) else { return false }
        let end = text.startIndex + marks
        return end == text.endIndex || text[end].isSpaceOrTab
    }

    /// A line of `=` or of `-`.
    static func isSetextUnderline(_ text: Text) -> Bool {
        guard let mark = text.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
        return text.dropFirst(run(of: mark, text)).allSatisfy(\.isSpaceOrTab)
    }

    /// The mark and length of an opening fence.
    static func fence(_ text: Text) -> (mark: UInt8, length: Int)? {
        guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let length = run(of: mark, text)
        guard length >= 3 else { return nil }
        if mark == UInt8(ascii: "`"), text.dropFirst(length).contains(mark) { return nil }
        return (mark, length)
    }

    static func closesFence(_ text: Text, mark: UInt8, length: Int) -> Bool {
        let marks = run(of: mark, text)
        return marks >= length && text.dropFirst(marks).allSatisfy(\.isSpaceOrTab)
    }

    /// The length of `-`, `+`, `*`, `1.` or `1)` with a space or nothing after it.
    ///
    /// - Parameter interrupts: a paragraph is open, so only an item with text, whose number, if any, is 1, may begin.
    static func listMarker(_ text: Text, interrupts: Bool) -> Int? {
        guard let first = text.first else { return nil }
        var length = 1
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
        case _ where first.isDigit:
            let digits = text.prefix(10).prefix(while: \.isDigit)
            guard digits.count <= 9, let end = text.dropFirst(digits.count).first,
                end == UInt8(ascii: ".") || end == UInt8(ascii: ")")
            else { return nil }
            if interrupts, Int(String(decoding: digits, as: UTF8.self)) != 1 { return nil }
            length = digits.count + 1
        default: return nil
        }
        let rest = text.dropFirst(length)
        guard rest.first.map(\.isSpaceOrTab) ?? true else { return nil }
        return interrupts && rest.allSatisfy(\.isSpaceOrTab) ? nil : length
    }

    /// The label and length of `[^label]:` and the spaces after it, by the rules of cmark-gfm: no spaces in labels.
    static func footnote(_ text: Text) -> (label: Text, length: Int)? {
        guard text.starts(with: "[^".utf8) else { return nil }
        var end = text.startIndex + 2
        while end < text.endIndex, text[end] > 0x20, text[end] != UInt8(ascii: "]"),
            end - text.startIndex < MarkdownLimits.footnoteLabel
        { end += 1 }
        guard end > text.startIndex + 2, text[end...].starts(with: "]:".utf8) else { return nil }
        let spaces = text[(end + 2)...].prefix(while: \.isSpaceOrTab)
        return (text[(text.startIndex + 2)..<end], spaces.endIndex - text.startIndex)
    }

    private static func run(of mark: UInt8, _ text: Text) -> Int {
        text.prefix { $0 == mark }.count
    }
}
