/// Text that another program hides and that may be meant literally: `% a remark` of MyST, which is a paragraph by
/// itself, and `||the end of the film||` of Discord. `||x + y||` is mathematics: a text has two words.
enum DoubtfulComment {
    private static let bar = UInt8(ascii: "|")

    /// - Parameter isParagraph: whether the text is a paragraph whose lines all begin with `%`.
    /// - Returns: the sign that hides a part of the text elsewhere.
    static func sign(in text: UnsafeBufferPointer<UInt8>, isParagraph: Bool) -> String? {
        if isParagraph, text.count > 1, text[1] == 32, text.count == 2 || text[2].isLetter || text[2] >= 0x80 {
            return "%"
        }
        var open: Int?
        var i = text.first(bar, in: 0..<text.count)
        while i + 1 < text.count {
            guard text[i + 1] == bar else {
                open = nil
                i = text.first(bar, in: i + 1..<text.count)
                continue
            }
            if let start = open, isSentence(text[start..<i]) { return "||" }
            let isFree = i == 0 || !(text[i - 1].isLetter || text[i - 1].isDigit)
            open = isFree && i + 2 < text.count && text[i + 2] > 32 ? i + 2 : nil
            i = text.first(bar, in: i + 2..<text.count)
        }
        return nil
    }

    /// Two words of two letters or more side by side, and no space before the end.
    private static func isSentence(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let last = text.last, last > 32 else { return false }
        let words = text.split { $0 <= 32 }
        return zip(words, words.dropFirst()).contains { pair in
            [pair.0, pair.1].allSatisfy { word in word.count { $0.isLetter || $0 >= 0x80 } > 1 }
        }
    }
}
