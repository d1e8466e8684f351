internal import Diagnostics
internal import Text

/// Tags of the text.
extension HTMLTree {
    mutating func take(_ token: HTMLToken) {
        switch token.content {
        case .text(let bytes): escaped(bytes)
        case .word(let bytes):
            escaped(bytes)
            // It may continue on the next line.
            let word = String(decoding: bytes.prefix(60).map { $0.isWhitespace ? 0x20 : $0 }, as: UTF8.self)
            report(
                "word", token.range, "`\(word)` is not HTML, so it is shown as written.",
                help: "Write it between backticks, or `\\\(word)`.")
        case .leftOut(let name):
            report("left out \(name)", token.range, "`\(name)` is left out with all its content.")
        case .start(let tag): start(tag, token)
        case .end(let tag): end(tag, token)
        case .hint(let note, let line): openHint(note, line, token)
        case .endHint(let line): closeHint(line)
        }
    }

    private mutating func escaped(_ bytes: [UInt8]) {
        var escaped: [UInt8] = []
        HTMLEscape.append(bytes, to: &escaped)
        text(escaped[...])
    }

    // MARK: Start tags

    private mutating func start(_ tag: WrittenTag, _ token: HTMLToken) {
        guard let element = HTMLElement.named(tag.name) else {
            renderer.rendered.anchorsLost += [tag["id"], tag["name"]].compactMap { $0 }.filter { !$0.isEmpty }
            return report(
                "element \(tag.name)", token.range, "`<\(tag.written)>` is left out; the text in it stays.",
                help: instead(of: tag.name))
        }
        switch element {
        case .picture: sources = []
        case .source: source(tag, token)
        case .img: image(tag, token)
        case .a: startLink(tag, token)
        case .br, .wbr, .hr: void(element, tag, token)
        default:
            guard depth < Self.maximalDepth else { return leaveOut(element, token, "is nested too deeply") }
            guard makeRoom(for: element) else { return leaveOut(element, token, "is not allowed here") }
            open(element, tag, token)
        }
    }

    private mutating func leaveOut(_ element: HTMLElement, _ token: HTMLToken, _ why: String) {
        if !element.mayStayOpen { endsToPass[element, default: 0] += 1 }
        var help: Help?
        if let holder = element.holders.first {
            help = "Write it directly in `<\(holder.rawValue)>`, in the same part of the text."
        }
        report(
            "nesting \(element.rawValue)", token.range,
            "`<\(element.rawValue)>` \(why), so it is left out; the text in it stays.", help: help)
    }

    private mutating func void(_ element: HTMLElement, _ tag: WrittenTag, _ token: HTMLToken) {
        if element == .hr {
            guard makeRoomForBlock(force: false) else { return leaveOut(element, token, "is not allowed here") }
        } else {
            makeRoomForText()
        }
        let attributes = attributes(of: tag, element, token)
        putAnchors(attributes.anchors)
        writeTag(element, attributes.withClasses)
        if element == .hr { hasVisible = true }
    }

    private mutating func open(_ element: HTMLElement, _ tag: WrittenTag, _ token: HTMLToken) {
        let attributes = attributes(of: tag, element, token)
        let isTitle = mayBeTitle(element)
        let heading = pending.count
        // A second head of a table is part of its body.
        let written = element == .thead && top.hasRows ? .tbody : element
        open(written, .html, range: token.range) { tree in
            tree.writeLeading(element)
            if element.isHeading {
                tree.writeHeading(element, attributes.withClasses)
            } else {
                tree.writeStart(written, attributes)
            }
        }
        frames[frames.count - 1].name = element
        frames[frames.count - 1].plain = token.plain
        frames[frames.count - 1].isTitle = isTitle
        frames[frames.count - 1].heading = heading
        if element.isHeading { putAnchors(attributes.anchors) }
    }

    /// The markup around a table or in the tag of a block of code, which may need scrolling by keyboard.
    private mutating func writeLeading(_ element: HTMLElement) {
        guard isHandbook, element == .table else { return }
        out.append("<div class=\"table-wide\" role=\"group\" tabindex=\"0\" aria-label=\"")
        append(.phrase(.table(columns: "")))
        out.append("\">")
    }

    private mutating func writeStart(_ element: HTMLElement, _ attributes: HTMLAttributes) {
        out.append("<")
        out.append(contentsOf: element.rawValue.utf8)
        out.append(contentsOf: attributes.withClasses)
        if element == .pre, isHandbook {
            out.append(" tabindex=\"0\" role=\"group\" aria-label=\"")
            append(.phrase(.code))
            out.append("\"")
        }
        if let anchor = attributes.anchors.first {
            pending.append(Pending(offset: out.count, slots: slots.count, id: anchor, form: .attribute))
        }
        out.append(">")
    }

    /// Reports the attributes that are left out.
    mutating func attributes(of tag: WrittenTag, _ element: HTMLElement, _ token: HTMLToken) -> HTMLAttributes {
        let attributes = HTMLAttributes(tag, of: element)
        for name in attributes.leftOut {
            report(
                "attribute \(name)", token.range,
                "The attribute `\(name)` of `<\(tag.written)>` is left out; the rest of the tag stays.",
                help: "Remove it from the tag, or leave it there: the page is the same.")
        }
        return attributes
    }

    /// Anchors before what comes next.
    mutating func putAnchors(_ names: [String]) {
        guard top.element.content != .parts, top.element != .details || top.hasPart else {
            renderer.rendered.anchorsLost += names
            return
        }
        for name in names {
            pending.append(Pending(offset: out.count, slots: slots.count, id: name, form: .element))
        }
    }

    // MARK: Room

    private mutating func makeRoom(for element: HTMLElement) -> Bool {
        switch element {
        case .summary:
            guard top.element == .details, !top.hasPart else { return false }
            return true
        case _ where !element.holders.isEmpty: return makeRoom(forPart: element)
        case _ where element.isHeading && top.element == .summary && isEmpty(top): return true
        case _ where element.isBlock: return makeRoomForBlock(force: false)
        default:
            makeRoomForText()
            return true
        }
    }

    /// Ends the elements between the part and its holder; `false` if nothing holds it.
    private mutating func makeRoom(forPart part: HTMLElement) -> Bool {
        var index = frames.count - 1
        while !part.holders.contains(frames[index].element) {
            let frame = frames[index]
            guard index > 0, frame.origin != .markdown, frame.origin != .hint, !part.stops(at: frame.element) else {
                return false
            }
            index -= 1
        }
        guard frames[index].origin != .markdown else { return false }
        if part == .caption && frames[index].hasPart || part == .figcaption && frames[index].hasCaption { return false }
        while frames.count - 1 > index { end() }
        if part == .figcaption { frames[index].hasCaption = true }
        if part == .tr, top.element == .table { open(.tbody) }
        if part == .td || part == .th {
            if top.element == .table { open(.tbody) }
            if top.element != .tr { open(.tr) }
        }
        return true
    }

    // MARK: End tags

    private mutating func end(_ tag: WrittenTag, _ token: HTMLToken) {
        if tag.name == "br" { return void(.br, WrittenTag(name: "br", written: "br"), token) }
        if tag.name == "picture" {
            sources = nil
            return
        }
        guard let element = HTMLElement.named(tag.name) else {
            // Its start tag was reported under the same name.
            return report("element \(tag.name)", token.range, "`</\(tag.written)>` is left out.")
        }
        if element.content == .nothing { return }
        if element == .a, openNames > 0, openLinks == 0 {
            openNames -= 1
            return
        }
        if let index = indexOfOpen(element) {
            while frames.count - 1 > index { end() }
            close(plain: token.plain)
        } else if let passed = endsToPass[element], passed > 0 {
            endsToPass[element] = passed - 1
        } else if !element.mayStayOpen {
            report(
                "end \(element.rawValue)", token.range,
                "`</\(tag.written)>` ends nothing that began here, so it is left out.",
                help: "Begin and end it in the same part of the text: both outside of a list, or both in the same item."
            )
        }
    }

    /// The element that an end tag ends; `nil` if there is none, or if something of Markdown is between.
    private func indexOfOpen(_ element: HTMLElement) -> Int? {
        var index = frames.count - 1
        while index > 0 {
            let frame = frames[index]
            if frame.origin == .html || frame.origin == .implied,
                frame.name == element || element.isHeading && frame.element.isHeading
            {
                return index
            }
            // A paragraph that Markdown made ends with the block around it.
            let isParagraph = frame.element == .p && frame.origin == .markdown && element.isBlock && frame.isWritten
            guard frame.origin != .markdown || isParagraph, frame.origin != .hint, !element.stops(at: frame.element)
            else { return nil }
            index -= 1
        }
        return nil
    }

    // MARK: Notes of GitBook

    private mutating func openHint(_ note: Note, _ line: [UInt8], _ token: HTMLToken) {
        guard depth < Self.maximalDepth, makeRoomForBlock(force: false) else { return escaped(line) }
        open(.div, .hint, range: token.range) { tree in
            tree.out.append(contentsOf: "<div class=\"note note-\(note.rawValue)\" role=\"note\">\n".utf8)
            tree.out.append("<p class=\"note-title\">")
            tree.append(.phrase(.note(note)))
            tree.out.append("</p>\n")
        }
    }

    private mutating func closeHint(_ line: [UInt8]) {
        var index = frames.count - 1
        var isWithin = false
        while index > 0, frames[index].origin != .hint {
            let frame = frames[index]
            isWithin = isWithin || frame.origin == .markdown && (frame.element != .p || !frame.isWritten)
            index -= 1
        }
        guard index > 0 else { return escaped(line) }
        // A line right below a list is part of its last item; the note ends with the list.
        if isWithin {
            frames[index].isEnding = true
            return
        }
        while frames.count - 1 > index { end() }
        close()
    }
}

extension HTMLElement {
    /// Whether the search outwards for this ends at an element.
    func stops(at element: HTMLElement) -> Bool {
        if element.isTablePart { return !isTablePart }
        switch self {
        case .li: return element != .p && element != .div && element.isBlock && element != .li && !element.isHeading
        case .dt, .dd, .figcaption: return element.isBlock && ![.p, .dd, .dt, self].contains(element)
        case .rt, .rp: return element.isBlock
        case .p: return element.content == .flow || element.content == .parts
        default: return false
        }
    }
}
