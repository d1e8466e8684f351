internal import Text

/// Tags that Markdown made: they are well nested and stay as they are, except for what HTML around them forbids.
extension HTMLTree {
    /// Takes the tag at `i` with the slots in its attributes.
    ///
    /// - Returns: where the bytes after it begin.
    mutating func markdownTag(_ html: [UInt8], at i: Int, _ before: [Markup.Slot], _ slot: inout Int) -> Int {
        let isEnd = html[i + 1] == UInt8(ascii: "/")
        let name = html[(i + (isEnd ? 2 : 1))...].prefix { $0.isLetter || $0.isDigit }
        // Values hold no `>`.
        let end = (html[name.endIndex...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1) + 1
        guard let element = HTMLElement.named(name) else {
            out.append(contentsOf: html[i..<end])
            return end
        }
        if isEnd {
            closeMarkdown(element)
            return end
        }
        if element == .a, openLinks > 0 {
            while slot < before.count, before[slot].offset < end { slot += 1 }
            return linkInLink(html, i..<end)
        }
        makeRoom(forMarkdown: element)
        if element.content == .nothing {
            hasVisible = true
            copy(html, i..<end, before, &slot)
            return end
        }
        if element == .p, top.isHolding {
            open(.p, .markdown, isWritten: false) { _ in }
            return end
        }
        if element.isHeading { beginMarkdownHeading() }
        var next = slot
        open(element, .markdown) { $0.copy(html, i..<end, before, &next) }
        slot = next
        return end
    }

    /// Takes whole blocks as they are, with their slots and headings.
    mutating func copy(from start: Renderer.TopBlock, to end: Renderer.TopBlock) {
        let shift = out.count - start.html
        out.append(contentsOf: renderer.html[start.html..<end.html])
        for slot in renderer.rendered.markup.slots[start.slots..<end.slots] {
            slots.append(Markup.Slot(offset: slot.offset + shift, part: slot.part))
        }
        for digit in renderer.levelDigits[start.digits..<end.digits] { digits.append(digit + shift) }
        guard isHandbook else { return }
        outline += renderer.rendered.outline[start.digits / 2..<end.digits / 2]
        markdownHeadings = end.digits / 2
    }

    private mutating func makeRoom(forMarkdown element: HTMLElement) {
        if element == .section {
            while frames.count > 1 { end() }
        } else if !element.isBlock {
            makeRoomForText()
        } else if element == .p, top.isHolding, !top.isFixed {
            // The words of a summary or heading of HTML.
        } else if top.origin != .markdown || top.element.content != .parts {
            _ = makeRoomForBlock(force: true)
        }
    }

    private mutating func copy(_ html: [UInt8], _ range: Range<Int>, _ before: [Markup.Slot], _ slot: inout Int) {
        var written = range.lowerBound
        while slot < before.count, before[slot].offset > range.lowerBound, before[slot].offset < range.upperBound {
            out.append(contentsOf: html[written..<before[slot].offset])
            written = before[slot].offset
            append(before[slot].part)
            slot += 1
        }
        out.append(contentsOf: html[written..<range.upperBound])
    }

    /// Ends the element of Markdown that was opened last, with the HTML elements left open in it.
    mutating func closeMarkdown(_ element: HTMLElement) {
        if element == .p, isSplit {
            while top.flow < frames.count - 1, top.origin != .markdown { end() }
            isSplit = false
            return
        }
        while top.origin != .markdown { end() }
        guard frames.count > 1, top.element == element else { return }
        close()
        while top.isEnding { close() }
    }

    /// A link that Markdown made within one of HTML: only its text stays, and the name of a footnote's reference.
    private mutating func linkInLink(_ html: [UInt8], _ tag: Range<Int>) -> Int {
        let text = html[tag]
        let anchor = Array("<a class=\"anchor\"".utf8)
        if text.starts(with: anchor) {
            // The sign after a heading is removed with its link.
            let end = html[tag.upperBound...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
            return end + 1
        }
        makeRoomForText()
        let id = Array(" id=\"".utf8)
        if let start = text.indices.first(where: { text[$0...].starts(with: id) }) {
            out.append("<span")
            out.append(contentsOf: text[start...].prefix(id.count))
            out.append(contentsOf: text[(start + id.count)...].prefix { $0 != UInt8(ascii: "\"") })
            out.append("\"></span>")
        }
        open(.a, .markdown, isWritten: false) { _ in }
        return tag.upperBound
    }

    private mutating func beginMarkdownHeading() {
        digits.append(out.count + 2)
        guard isHandbook, markdownHeadings < renderer.rendered.outline.count else { return }
        outline.append(renderer.rendered.outline[markdownHeadings])
        markdownHeadings += 1
    }
}
