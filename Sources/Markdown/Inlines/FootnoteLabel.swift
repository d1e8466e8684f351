/// The name of a footnote: `a` of `[^a]`. Letter case does not matter.
struct FootnoteLabel: Hashable {
    /// As written.
    let text: String
    private let folded: String

    init(_ bytes: some Sequence<UInt8>) {
        text = String(decoding: Array(bytes), as: UTF8.self)
        folded = text.lowercased()
    }

    static func == (a: FootnoteLabel, b: FootnoteLabel) -> Bool { a.folded == b.folded }

    func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
