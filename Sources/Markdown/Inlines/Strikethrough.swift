/// Runs of one or two `~` that open and close struck text, by GitHub's rules: found among the children of one inline
/// container in cmark's tree.
///
/// cmark-gfm matches `~` and `*` in one pass; here emphasis is settled first. They differ only where the two cross.
struct Strikethrough {
    /// A run of marks in one text node.
    struct Run {
        let node: Node
        /// In the node's literal.
        let range: Range<Int>
        let canOpen: Bool
        let canClose: Bool
    }

    struct Mark {
        let range: Range<Int>
        let isOpening: Bool
    }

    /// The matched runs, by node, in order. Linear: a run that is skipped is dropped.
    static func pairs(_ runs: [Run]) -> [Node: [Mark]] {
        var openers: [Int: [Int]] = [1: [], 2: []]
        var partners: [Int: Bool] = [:]
        for (index, run) in runs.enumerated() {
            let length = run.range.count
            if run.canClose, let opener = openers[length]?.popLast() {
                partners[opener] = true
                partners[index] = false
                let other = 3 - length
                while let last = openers[other]?.last, last > opener { openers[other]?.removeLast() }
            } else if run.canOpen {
                openers[length]?.append(index)
            }
        }
        var marks: [Node: [Mark]] = [:]
        for (index, run) in runs.enumerated() {
            if let isOpening = partners[index] {
                marks[run.node, default: []].append(Mark(range: run.range, isOpening: isOpening))
            }
        }
        return marks
    }

    /// Whether a run may open or close, by CommonMark's rules for delimiter runs.
    static func flanks(before: Unicode.Scalar, after: Unicode.Scalar) -> (canOpen: Bool, canClose: Bool) {
        let canOpen = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before))
        let canClose = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after))
        return (canOpen, canClose)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            return !byte.isLetter && !byte.isDigit && byte > 0x20
        }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }
}
