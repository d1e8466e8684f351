/// What to do about a problem: advice, lines to write, and, where it is known exactly, the replacement bytes.
///
///     let advice: Help = "Say the rest in the text below the front matter."
///     let shown = Help("Add a line such as", paste: "closed: 2025-06-30")
///     let exact = Help.paste("name: A", replacement: Replacement(range: 9..<9, text: " A"))
public struct Help: Sendable, Equatable {
    /// One or two sentences on one line; empty if `paste` or the message is enough.
    public var advice: String
    /// One or more lines to write into the file, without a line end at the end. They may contain dots where the writer
    /// has to fill in more.
    public var paste: String?
    /// A fix that needs no question.
    public var replacement: Replacement?

    public init(_ advice: String, paste: String? = nil, replacement: Replacement? = nil) {
        self.advice = advice
        self.paste = paste
        self.replacement = replacement
    }

    /// Lines to write that need no introduction.
    public static func paste(_ lines: String, replacement: Replacement? = nil) -> Help {
        Help("", paste: lines, replacement: replacement)
    }

    /// All of it in one text: the advice, then the lines to write.
    public var text: String {
        guard let paste else { return advice }
        return advice.isEmpty ? paste : "\(advice)\n\(paste)"
    }

    /// All of it on one line, for a question at a terminal.
    package var oneLine: String {
        [advice, paste ?? ""].filter { !$0.isEmpty }.joined(separator: " ").replacing("\n", with: " ")
    }
}

extension Help: ExpressibleByStringInterpolation {
    /// Advice alone.
    public init(stringLiteral advice: String) { self.init(advice) }
}

/// Bytes that replace others in the file of the problem. Afterwards the file means the same, or what its writer clearly
/// meant.
public struct Replacement: Sendable, Equatable {
    /// A range of the file as it was read; empty to insert.
    public var range: ByteRange
    public var text: String

    public init(range: ByteRange, text: String) {
        self.range = range
        self.text = text
    }
}

extension [UInt8] {
    /// The same bytes with the replacements made, in one pass; where some overlap, the first wins.
    package func making(_ replacements: some Sequence<Replacement>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(count)
        var end = 0
        for made in replacements.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where made.range.lowerBound >= end {
            out += self[end..<made.range.lowerBound]
            out += made.text.utf8
            end = made.range.upperBound
        }
        return out + self[end...]
    }
}
