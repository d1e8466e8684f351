/// Struck text: which runs of `~` in the children of a container belong together.
extension Renderer {
    /// A block begins: results for the last one are no longer needed.
    mutating func forgetStrikes() {
        guard !struckParents.isEmpty else { return }
        struckParents.removeAll()
        strikes.removeAll()
        links.removeAll()
    }

    /// The marks of struck text in a node. All those of its siblings are found at once.
    mutating func strikes(_ node: Node) -> [Strikethrough.Mark] {
        guard let parent = node.parent else { return [] }
        if struckParents.insert(parent).inserted {
            var runs: [Strikethrough.Run] = []
            var child = parent.firstChild
            while let node = child {
                if node.kind == .text { runs += strikeRuns(node) }
                if let end = noteTitle?.end, node == end {
                    // The title of a note is closed here.
                    strikes.merge(Strikethrough.pairs(runs)) { $1 }
                    runs = []
                }
                child = node.next
            }
            strikes.merge(Strikethrough.pairs(runs)) { $1 }
        }
        return strikes[node] ?? []
    }

    /// The runs of one or two `~` in a text node that may open or close.
    private mutating func strikeRuns(_ node: Node) -> [Strikethrough.Run] {
        let literal = node.literal
        let signs = TextSigns(literal)
        guard signs.contains(.tilde) else { return [] }
        let links = linkPieces(node, literal, signs)
        self.links[node] = links
        let isReal = ranges.tildes(in: node)
        var runs: [Strikethrough.Run] = []
        var link = 0
        var tilde = 0
        var i = 0
        while i < literal.count {
            guard literal[i] == UInt8(ascii: "~") else {
                i += 1
                continue
            }
            var end = i
            // One with a backslash is not part of a run.
            while end < literal.count, literal[end] == UInt8(ascii: "~"), isReal?[tilde + end - i] ?? true { end += 1 }
            while link < links.count, links[link].range.upperBound <= i { link += 1 }
            let isInLink = link < links.count && links[link].range.lowerBound < end
            if end - i == 1 || end - i == 2, !isInLink {
                let flanks = Strikethrough.flanks(
                    before: node.scalar(before: i, in: literal), after: node.scalar(at: end, in: literal))
                runs.append(
                    Strikethrough.Run(node: node, range: i..<end, canOpen: flanks.canOpen, canClose: flanks.canClose))
            }
            let next = max(end, i + 1)
            tilde += next - i
            i = next
        }
        return runs
    }
}

extension Node {
    /// The character before an offset in this text node; before its first, that of the source as far as relevant.
    fileprivate func scalar(before offset: Int, in literal: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
        guard offset > 0 else { return Self.edge(previous, within: parent) }
        var start = offset - 1
        while start > 0, literal[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
        return String(decoding: literal[start..<offset], as: UTF8.self).unicodeScalars.first ?? " "
    }

    fileprivate func scalar(at offset: Int, in literal: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
        guard offset < literal.count else { return Self.edge(next, within: parent) }
        return String(decoding: literal[offset..<min(offset + 4, literal.count)], as: UTF8.self).unicodeScalars.first
            ?? " "
    }

    /// A break or the edge of a block counts as a line end; anything else as a mark.
    private static func edge(_ sibling: Node?, within parent: Node?) -> Unicode.Scalar {
        switch (sibling ?? parent)?.kind {
        case .softBreak, .lineBreak, .paragraph, .heading: "\n"
        default: "*"
        }
    }
}
