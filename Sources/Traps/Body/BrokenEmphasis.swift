package import Diagnostics

/// Stars that set nothing off because of the characters next to them: `**Note:**text`, `**Note **text`, `** Note **`,
/// `a**(b)**`. By CommonMark's rules for delimiter runs they are ordinary characters.
package enum BrokenEmphasis {
    /// The most bytes of a line that is checked.
    private static let longest = 10_000

    private struct Run {
        /// An offset in the scalars of the line.
        let start: Int
        let count: Int
        let before: Unicode.Scalar?
        let after: Unicode.Scalar?

        var end: Int { start + count }
        var isAfterSpace: Bool { before.map(\.properties.isWhitespace) ?? true }
        var isBeforeSpace: Bool { after.map(\.properties.isWhitespace) ?? true }

        /// By CommonMark's definition: it may open what follows it.
        var isLeftFlanking: Bool { flanks(toward: after, from: before) }
        var isRightFlanking: Bool { flanks(toward: before, from: after) }

        private func flanks(toward near: Unicode.Scalar?, from far: Unicode.Scalar?) -> Bool {
            guard let near, !near.properties.isWhitespace else { return false }
            guard near.isPunctuation, let far else { return true }
            return far.properties.isWhitespace || far.isPunctuation
        }
    }

    private struct Edit {
        let range: Range<Int>
        let text: String
    }

    /// - Parameter range: a line in the file, from its text on.
    package static func find(in bytes: [UInt8], line range: ByteRange) -> TrapFinding? {
        guard range.count <= longest else { return nil }
        let text = Array(String(decoding: bytes[range], as: UTF8.self).unicodeScalars)
        let runs = runs(text)
        guard runs.allSatisfy({ $0.count < 3 }) else { return nil }
        var edits: [Edit] = []
        var shown = ""
        for count in [2, 1] {
            let marks = runs.filter { $0.count == count }
            guard marks.count % 2 == 0 else { continue }
            for i in stride(from: 0, to: marks.count, by: 2) {
                guard let found = fixed(marks[i], marks[i + 1], text) else { continue }
                if edits.isEmpty { shown = string(text[marks[i].start..<min(marks[i + 1].end + 12, text.count)]) }
                edits += found
            }
        }
        if edits.isEmpty { return nil }
        edits.sort { $0.range.lowerBound < $1.range.lowerBound }
        let line = string(applying(edits, to: text, 0..<text.count))
        let part = edits[0].range.lowerBound..<edits[edits.count - 1].range.upperBound
        let lower = range.lowerBound + bytesCount(text[..<part.lowerBound])
        let replaced = lower..<lower + bytesCount(text[part])
        return TrapFinding(
            range: replaced.isEmpty ? range : replaced,
            message: "The stars of `\(shown.prefix(60))` are shown as they are, because of the characters "
                + "next to them.",
            help: .paste(
                TypedLine.prefix(of: range.lowerBound, in: bytes) + line,
                replacement: Replacement(range: replaced, text: string(applying(edits, to: text, part)))))
    }

    /// The edits that make a pair of stars set off the text between them; `nil` if it does, or may be meant otherwise.
    private static func fixed(_ open: Run, _ close: Run, _ text: [Unicode.Scalar]) -> [Edit]? {
        var (start, end) = (open.end, close.start)
        while start < end, text[start].properties.isWhitespace { start += 1 }
        while end > start, text[end - 1].properties.isWhitespace { end -= 1 }
        guard start < end, text[start..<end].contains(where: \.properties.isAlphabetic) else { return nil }
        if start > open.end || end < close.start { return open.count == 2 ? trimmed(open, close, start..<end) : nil }
        if open.isLeftFlanking && close.isRightFlanking { return nil }
        // A single star can have many meanings.
        if open.count == 1, !(open.isAfterSpace && text[start].properties.isAlphabetic && !close.isRightFlanking) {
            return nil
        }
        guard let after = close.after, !close.isRightFlanking, open.isLeftFlanking, isEndOfSentence(text[end - 1])
        else {
            return withTags(open, close)
        }
        guard after.properties.isAlphabetic else { return nil }
        if !isWrittenWithoutSpaces(after) { return [Edit(range: close.end..<close.end, text: " ")] }
        var word = end
        while word > start, isEndOfSentence(text[word - 1]) { word -= 1 }
        return [
            Edit(range: word..<close.end, text: string(text[close.start..<close.end]) + string(text[word..<end]))
        ]
    }

    /// HTML tags work whatever is next to them.
    private static func withTags(_ open: Run, _ close: Run) -> [Edit] {
        let tag = open.count == 2 ? "strong" : "em"
        return [
            Edit(range: open.start..<open.end, text: "<\(tag)>"),
            Edit(range: close.start..<close.end, text: "</\(tag)>"),
        ]
    }

    /// Moves spaces out of the stars. Stars with a space on either side mean multiplication.
    private static func trimmed(_ open: Run, _ close: Run, _ inner: Range<Int>) -> [Edit]? {
        let stars = "**"
        if open.isBeforeSpace {
            guard open.before == nil || !open.isAfterSpace && open.before?.isPunctuation == false,
                close.end > close.start
            else { return nil }
        } else {
            // `**kwargs, **options` are names, and `src/**/x, **/y` are paths.
            guard open.isLeftFlanking, open.before != "(", close.before?.properties.isWhitespace == true,
                open.after != "/", close.after != "/", close.after != "_"
            else { return nil }
        }
        let lead = open.isBeforeSpace && open.before != nil ? " " : ""
        let isApart = close.isBeforeSpace || close.after.map { "~_.,:;!?)]}".unicodeScalars.contains($0) } ?? true
        let trail = inner.upperBound < close.start && !isApart ? " " : ""
        var edits = [Edit(range: open.start..<inner.lowerBound, text: lead + stars)]
        edits.append(Edit(range: inner.upperBound..<close.end, text: stars + trail))
        return edits
    }

    // MARK: Scalars

    /// The stars of a line, except those after a backslash and in code.
    private static func runs(_ text: [Unicode.Scalar]) -> [Run] {
        var runs: [Run] = []
        var i = 0
        while i < text.count {
            switch text[i] {
            case "\\": i += 2
            case "`": i = behindCode(text, i)
            case "*":
                let start = i
                while i < text.count, text[i] == "*" { i += 1 }
                runs.append(
                    Run(
                        start: start, count: i - start, before: start > 0 ? text[start - 1] : nil,
                        after: i < text.count ? text[i] : nil))
            default: i += 1
            }
        }
        return runs
    }

    /// Where the code that begins here ends; after its backticks if it does not end on the line.
    private static func behindCode(_ text: [Unicode.Scalar], _ start: Int) -> Int {
        var i = start
        while i < text.count, text[i] == "`" { i += 1 }
        let (count, inner) = (i - start, i)
        var ticks = 0
        while i < text.count {
            ticks = text[i] == "`" ? ticks + 1 : 0
            i += 1
            if ticks == count, i == text.count || text[i] != "`" { return i }
            // A line has few of them; without a limit, many would take long.
            if i - inner > 500 { break }
        }
        return inner
    }

    private static func applying(_ edits: [Edit], to text: [Unicode.Scalar], _ range: Range<Int>) -> [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        var written = range.lowerBound
        for edit in edits where edit.range.lowerBound >= written {
            out += text[written..<edit.range.lowerBound]
            out += edit.text.unicodeScalars
            written = edit.range.upperBound
        }
        return out + text[written..<range.upperBound]
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var out = String.UnicodeScalarView()
        out.append(contentsOf: scalars)
        return String(out)
    }

    private static func bytesCount(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + UTF8.width($1) }
    }

    private static func isEndOfSentence(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ":", ".", ",", ";", "!", "?",
            "：", "。", "，", "、", "；", "！", "？", "،", "؛", "؟", "।":
            true
        default: false
        }
    }

    /// Chinese, Japanese, Thai and the like; and Korean, which joins particles to the word.
    private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// By CommonMark 0.30: ASCII punctuation, or the general categories of punctuation.
    fileprivate var isPunctuation: Bool {
        if isASCII { return value > 0x20 && value < 0x7F && !properties.isAlphabetic && !("0"..."9").contains(self) }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }
}
