internal import Text

/// Headings: the page's title, ids, anchors and levels.
extension Renderer {
    /// A level-1 heading that opens the body is the title of a file that has no other. In a file that has one, it
    /// repeats the title if it is alone, and is a heading like the rest if it is not. Comments may come before it.
    mutating func findTitle(_ document: Node) {
        guard options.dialect == .handbook else { return }
        var next = document.firstChild
        while let node = next, node.kind == .html, RawHTML.isOnlyComments(node.literal) { next = node.next }
        guard let first = next, isLevelOne(first) else { return }
        if options.documentTitle || levelOneCount(document) == 1 { titleNode = first }
    }

    private func levelOneCount(_ document: Node) -> Int {
        var walk = Walk(document)
        var count = 0
        while let (node, isEntering) = walk.next() {
            if isEntering, isLevelOne(node) { count += 1 }
        }
        return count
    }

    private func isLevelOne(_ node: Node) -> Bool {
        node.kind == .heading && node.headingLevel == 1 && rewrittenHeading(node) == nil
    }

    mutating func enterHeading(_ node: Node) {
        switch rewrittenHeading(node) {
        case .cell(let cell): return enterCell(cell, node)
        case .note(let note): return enterTitle(note, node)
        case .separator: return
        case nil: break
        }
        ranges.enter(node)
        findTableInHeading(node)
        breakLine()
        html.append("<h")
        appendLevel(node)
        headingStart = (html.count, plain.count, rendered.markup.slots.count)
        if options.dialect != .handbook { html.append(">") }
    }

    mutating func leaveHeading(_ node: Node) {
        switch rewrittenHeading(node) {
        case .cell(let cell): return leaveCell(cell)
        case .note: return endTitle()
        case .separator: return
        case nil: break
        }
        if options.dialect == .handbook {
            let id = takeID(node)
            if bodySigns.contains(.numericEntity) { ControlBytes.blank(&plain, from: headingStart.plain) }
            let text = String(decoding: plain[headingStart.plain...], as: UTF8.self).trimmed
            if node == titleNode { return takeTitle(node, text, id) }
            addToOutline(node, text, id)
        } else if options.dialect == .gitHub, let id = takeID(node) {
            endTag(" id=\"\(headingID(id, ""))\"")
        }
        html.append("</h")
        appendLevel(node)
        html.append(">\n")
        plain.append(UInt8(ascii: "\n"))
    }

    private mutating func appendLevel(_ node: Node) {
        levelDigits.append(html.count)
        html.append(UInt8(ascii: "0") + UInt8(node.headingLevel))
    }

    /// The anchor is hidden from screen readers and the tab key: a label would have to come from the theme. So does its
    /// sign, by styles: text browsers would show it beside every heading.
    private mutating func addToOutline(_ node: Node, _ text: String, _ written: WrittenID?) {
        let id = headingID(written, text)
        rendered.outline.append(
            Heading(level: node.headingLevel, id: id, text: text, range: ranges.range(of: node)))
        endTag(" id=\"\(id)\">")
        html.append(" <a class=\"anchor\" href=\"#")
        html.append(contentsOf: id.utf8)
        html.append("\" aria-hidden=\"true\" tabindex=\"-1\"></a>")
    }

    /// The id is known once the heading's text is written: that text then moves by the rest of the tag.
    private mutating func endTag(_ rest: String) {
        html.insert(contentsOf: rest.utf8, at: headingStart.html)
        moveTokens(from: headingStart.html, by: rest.utf8.count)
        for i in headingStart.slots..<rendered.markup.slots.count { rendered.markup.slots[i].offset += rest.utf8.count }
    }

    /// The title was written like any other text, so its content was checked. Nothing comes before it, so removing it
    /// means removing everything.
    private mutating func takeTitle(_ node: Node, _ text: String, _ written: WrittenID?) {
        rendered.title = Heading(level: 1, id: headingID(written, text), text: text, range: ranges.range(of: node))
        html.removeAll(keepingCapacity: true)
        plain.removeAll(keepingCapacity: true)
        levelDigits.removeAll()
        topBlocks.removeAll()
        rendered.markup.slots.removeAll()
        for case .start(let tag) in tokens.map(\.content) {
            for name in [tag["id"], tag["name"]] { if let name { rendered.anchors[name] = "" } }
        }
        tokens.removeAll()
        footnotes.forgetReferences()
    }

    /// A page's headings begin at level 2, since its template owns level 1, and go down by one at a time, 6 being the
    /// last: a person who listens to a page takes a skipped level for a missing part. So what counts is how many
    /// headings of a higher level, as written, a heading is below.
    mutating func settleHeadingLevels() {
        guard options.dialect == .handbook else { return }
        var above: [Int] = []
        for index in rendered.outline.indices {
            let written = rendered.outline[index].level
            while let last = above.last, last >= written { above.removeLast() }
            above.append(written)
            let level = min(above.count + 1, 6)
            rendered.outline[index].level = level
            // Two digits for each heading: in its opening tag and in its closing one.
            for offset in levelDigits[2 * index..<2 * index + 2] { html[offset] = UInt8(ascii: "0") + UInt8(level) }
        }
    }
}
