internal import Diagnostics

/// Which open blocks a line belongs to, and how it is written.
extension BlockScanner {
    /// A line that is not written yet, or only up to some offset.
    struct Pending {
        /// Without its end.
        let line: ByteRange
        /// Where the next line begins.
        let next: Int
        /// The text to write begins here, after the marks of `containers`.
        var cursor: LineCursor
        /// How many of the open containers the line belongs to.
        let containers: Int
        var isBegun = false
    }

    mutating func scan(line: ByteRange, next: Int) {
        var cursor = LineCursor(bytes, line: line)
        let matched = matchContainers(&cursor)
        let pending = Pending(line: line, next: next, cursor: cursor, containers: matched)
        if matched == containers.count, leafTakes(cursor) {
            write(pending)
        } else {
            open(pending)
        }
    }

    /// How many of the open containers the line belongs to; moves past their marks.
    private func matchContainers(_ cursor: inout LineCursor) -> Int { match(containers[...], &cursor) }

    private func match(_ containers: ArraySlice<Container>, _ cursor: inout LineCursor) -> Int {
        for (index, container) in containers.enumerated() {
            switch container.kind {
            case .quote:
                guard !cursor.isIndented, cursor.first == UInt8(ascii: ">") else { return index }
                cursor.takeQuoteMark()
            case .item(let indent):
                if cursor.indent >= indent {
                    cursor.take(columns: indent)
                } else if !cursor.isBlank || !container.hasContent {
                    return index
                }
            case .footnote:
                if cursor.indent >= 4 { cursor.take(columns: 4) } else if !cursor.isBlank { return index }
            case .note(let indent):
                if cursor.indent >= indent {
                    cursor.take(columns: indent)
                } else if !cursor.isBlank {
                    return index
                }
            }
        }
        return containers.count
    }

    /// Whether the next line that holds something belongs to the first `count` containers and is indented by as many
    /// columns as the body of a note.
    ///
    /// - Parameter start: of the next line. Blank lines are skipped, which takes linear time: a line that is not blank
    ///   is checked for one note only.
    func hasBody(from start: Int, in count: Int, indent: Int) -> Bool {
        var start = start
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
            var cursor = LineCursor(bytes, line: start..<end)
            let matched = match(containers[..<count], &cursor)
            if !cursor.isBlank { return matched == count && cursor.indent >= indent }
            start = end + 1
        }
        return false
    }

    /// Whether the leaf takes the line regardless of its content: code and HTML do, until they end.
    private mutating func leafTakes(_ cursor: LineCursor) -> Bool {
        switch leaf {
        case .fence(let mark, let length):
            if !cursor.isIndented, BlockStart.closesFence(cursor.rest, mark: mark, length: length) { leaf = .none }
            return true
        case .indentedCode: return cursor.isIndented || cursor.isBlank
        case .html(let block):
            if cursor.isBlank, block.endsAtBlankLine { return false }
            if block.ends(with: cursor.rest) { leaf = .none }
            return true
        case .none, .paragraph, .table: return false
        }
    }

    /// Writes what is left of a line.
    mutating func write(_ pending: Pending) {
        var pending = pending
        write(&pending, upTo: pending.next)
        output.endLine()
    }

    /// Writes a line up to an offset at or after its text. A line outside footnotes and notes stays as it is.
    mutating func write(_ pending: inout Pending, upTo end: Int) {
        if pending.isBegun || containers[..<pending.containers].contains(where: \.kind.isRewritten) {
            if !pending.isBegun { putContainers(pending.containers) }
            output.put(spaces: pending.cursor.indent)
            output.copy(pending.cursor.text..<end, of: bytes)
        } else {
            output.copy(pending.line.lowerBound..<end, of: bytes)
        }
        pending.isBegun = true
    }

    /// Writes the start of a line within the first `count` containers.
    mutating func putContainers(_ count: Int) {
        for container in containers[..<count] {
            switch container.kind {
            case .quote, .footnote, .note: output.put("> ")
            case .item(let indent): output.put(spaces: indent)
            }
        }
    }
}
