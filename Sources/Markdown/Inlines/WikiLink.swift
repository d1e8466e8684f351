/// `[[id]]`, `[[id|text]]`, `[[id#heading]]` or `[[community/name]]`, as written in a text node of cmark's tree.
struct WikiLink {
    /// The range from `[[` to `]]`, in the node's literal.
    let range: Range<Int>
    /// Number of its first bracket in the literal, from 0.
    let bracket: Int
    /// The text before `|`.
    let target: String
    /// The text after `|`; `nil` if there is none.
    let label: String?

    /// What a reader sees before the target's title is known: the last part of its path.
    var visible: String {
        if let label { return label }
        let path = target.prefix { $0 != "#" }
        let shown = path.isEmpty ? target.dropFirst() : path.split(separator: "/").last ?? path
        return String(shown)
    }

    /// More bytes than any target and text have; bounds the search for the end.
    private static let limit = 500

    /// The links of a literal in order.
    ///
    /// - Parameter isReal: for every `[` and `]` of the literal, in order, whether it was written as such; `nil` if
    ///   that is not known, and then all count. Entities and those with a backslash before them are not.
    static func all(in literal: UnsafeBufferPointer<UInt8>, isReal: [Bool]?) -> [WikiLink] {
        let brackets = literal.indices.filter { literal[$0] == open || literal[$0] == close }
        guard isReal == nil || isReal?.count == brackets.count else { return [] }
        var links: [WikiLink] = []
        var i = 0
        while i + 3 < brackets.count {
            // Brackets do not nest, so the four of a link follow each other.
            let four = brackets[i..<i + 4]
            if isReal.map({ $0[i..<i + 4].allSatisfy(\.self) }) ?? true, let link = WikiLink(literal, Array(four), i) {
                links.append(link)
                i += 4
            } else {
                i += 1
            }
        }
        return links
    }

    private init?(_ literal: UnsafeBufferPointer<UInt8>, _ four: [Int], _ bracket: Int) {
        guard literal[four[0]] == Self.open, literal[four[1]] == Self.open, four[1] == four[0] + 1,
            literal[four[2]] == Self.close, literal[four[3]] == Self.close, four[3] == four[2] + 1,
            four[2] - four[1] <= Self.limit
        else { return nil }
        let parts = literal[four[1] + 1..<four[2]]
            .split(separator: UInt8(ascii: "|"), maxSplits: 1, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self).trimmed }
        guard !parts[0].isEmpty, parts[0] != "#" else { return nil }
        range = four[0]..<four[3] + 1
        self.bracket = bracket
        target = parts[0]
        label = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
    }

    private static let open = UInt8(ascii: "[")
    private static let close = UInt8(ascii: "]")
}
