/// `[^label]` in a text node.
struct FootnoteReference {
    /// In the node's literal.
    let range: Range<Int>
    /// Number of its first bracket in the literal, from 0.
    let bracket: Int
    let label: FootnoteLabel

    /// The references of a literal in order.
    ///
    /// - Parameter isReal: for every `[` and `]` of the literal, in order, whether it was written as such; `nil` if
    ///   that is not known, and then all count.
    static func all(in literal: UnsafeBufferPointer<UInt8>, isReal: [Bool]?) -> [FootnoteReference] {
        var found: [FootnoteReference] = []
        var open: (offset: Int, bracket: Int)?
        var bracket = 0
        for (i, byte) in literal.enumerated() where byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
            let real = isReal.map { bracket < $0.count && $0[bracket] } ?? true
            bracket += 1
            if byte == UInt8(ascii: "[") {
                open = real && i + 1 < literal.count && literal[i + 1] == UInt8(ascii: "^") ? (i, bracket - 1) : nil
            } else if let (start, first) = open {
                open = nil
                let label = literal[(start + 2)..<i]
                guard real, !label.isEmpty, label.count <= MarkdownLimits.footnoteLabel, label.allSatisfy({ $0 > 0x20 })
                else { continue }
                found.append(FootnoteReference(range: start..<i + 1, bracket: first, label: FootnoteLabel(label)))
            }
        }
        return found
    }
}
