/// Blocks that begin on a line.
extension BlockScanner {
    enum Start {
        case quote
        case item(marker: Int)
        /// `width` is that of `[^label]`, `length` that of all before its text.
        case footnote(FootnoteLabel, width: Int, length: Int)
        case note(IndentedNote)
        case leaf(Leaf)
    }

    /// Opens the blocks that begin on a line, and writes it.
    mutating func open(_ pending: Pending) {
        closeNotes(pending)
        var pending = pending
        var cursor = pending.cursor
        var isNew = false
        // A line that belongs to no container may still belong to an open paragraph.
        while let start = start(
            at: cursor, in: isNew ? .none : leaf, isMatched: isNew || pending.containers == containers.count)
            ?? note(at: cursor, pending, in: isNew ? containers.count : pending.containers, isNew ? .none : leaf)
        {
            if !isNew { closeOthers(before: start, pending) }
            isNew = true
            markContent()
            switch start {
            case .leaf(let leaf):
                self.leaf = leaf
                return write(pending)
            case .quote: openQuote(&cursor)
            case .item(let marker): openItem(&cursor, marker: marker)
            case .footnote(let label, let width, let length):
                openFootnote(&cursor, &pending, label, width: width, length: length)
            case .note(let note): return open(note, cursor, pending)
            }
        }
        goOn(cursor, pending, isNew: isNew)
    }

    /// Ends the notes that a line does not belong to, so that it continues none of their paragraphs and no quote joins
    /// them.
    private mutating func closeNotes(_ pending: Pending) {
        guard !pending.cursor.isBlank, let first = containers[pending.containers...].firstIndex(where: \.kind.isNote)
        else { return }
        putContainers(first)
        output.putSeparator()
        close(to: pending.containers)
    }

    /// The line begins nothing more: it continues a paragraph or table, begins a paragraph, or is blank.
    private mutating func goOn(_ cursor: LineCursor, _ pending: Pending, isNew: Bool) {
        let isMatched = pending.containers == containers.count
        if !isNew, isMatched, !cursor.isBlank, !cursor.isIndented {
            if leaf == .table, putRow(cursor) { return }
            if leaf == .paragraph, beginTable(cursor) { return }
        }
        if !isNew, leaf != .paragraph || cursor.isBlank { close(to: pending.containers) }
        if cursor.isBlank { return write(pending) }
        if isMatched || isNew || leaf != .paragraph { markContent() }
        writeParagraph(cursor, pending, isLazy: !isNew && !isMatched && leaf == .paragraph)
    }

    private mutating func writeParagraph(_ cursor: LineCursor, _ pending: Pending, isLazy: Bool) {
        var pending = pending
        let lineStart = output.mark
        write(&pending, upTo: cursor.text)
        // A line that is indented like code can be a paragraph's, but not a cell.
        let isBare = isLazy || cursor.isIndented
        lastLine = ParagraphLine(
            text: cursor.text..<cursor.line.upperBound, start: isBare ? lineStart : output.mark, isBare: isBare)
        output.copy(cursor.text..<pending.next, of: bytes)
        output.endLine()
        leaf = .paragraph
    }

    /// Ends what the line does not belong to. A quote right after a footnote is kept apart from the quote that the
    /// footnote became.
    private mutating func closeOthers(before start: Start, _ pending: Pending) {
        if case .quote = start, pending.containers < containers.count, containers[pending.containers].kind == .footnote
        {
            putContainers(pending.containers)
            output.putSeparator()
        }
        close(to: pending.containers)
    }

    /// Notes that the innermost container has content.
    private mutating func markContent() {
        if let last = containers.indices.last { containers[last].hasContent = true }
    }

    private mutating func close(to count: Int) {
        containers.removeLast(containers.count - count)
        leaf = .none
    }

    /// The note whose first line this is.
    ///
    /// - Parameter count: how many of the open containers contain it.
    private mutating func note(at cursor: LineCursor, _ pending: Pending, in count: Int, _ leaf: Leaf) -> Start? {
        guard cursor.first == UInt8(ascii: "!") || cursor.first == UInt8(ascii: "?"), !cursor.isIndented,
            let note = IndentedNote(cursor.rest),
            containers[..<count].count(where: \.kind.isNote) < MarkdownLimits.noteDepth
        else { return nil }
        if note.isSure || hasBody(from: pending.next, in: count, indent: cursor.indent + 4) { return .note(note) }
        if note.title == nil, Note(type: note.type) != nil {
            output.noteLacksText(cursor.text..<cursor.line.upperBound)
        }
        return nil
    }

    /// What begins at the line's text, in the order in which cmark and cmark-gfm look for it.
    ///
    /// - Parameter isMatched: the line belongs to all containers, so it may end an open paragraph.
    private func start(at cursor: LineCursor, in leaf: Leaf, isMatched: Bool) -> Start? {
        if cursor.isBlank { return nil }
        if cursor.isIndented { return leaf == .paragraph ? nil : .leaf(.indentedCode) }
        let text = cursor.rest
        let interrupts = leaf == .paragraph && isMatched
        if cursor.first == UInt8(ascii: ">") { return .quote }
        if BlockStart.isATXHeading(text) { return .leaf(.none) }
        if let fence = BlockStart.fence(text) { return .leaf(.fence(mark: fence.mark, length: fence.length)) }
        if let block = HTMLBlock.start(text, interrupts: leaf == .paragraph) {
            return .leaf(block.ends(with: text) ? .none : .html(block))
        }
        if interrupts, BlockStart.isSetextUnderline(text) { return .leaf(.none) }
        if BlockStart.isThematicBreak(text) { return .leaf(.none) }
        if let footnote = BlockStart.footnote(text),
            containers.count(where: { $0.kind == .footnote }) < MarkdownLimits.footnoteDepth
        {
            return .footnote(FootnoteLabel(footnote.label), width: footnote.label.count + 3, length: footnote.length)
        }
        return BlockStart.listMarker(text, interrupts: interrupts).map { .item(marker: $0) }
    }
}
