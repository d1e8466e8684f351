internal import Text

/// Headings of HTML, which are headings of the page like those of Markdown, and anchors.
extension HTMLTree {
    /// A heading that opens the body is the page's title, by the same rules as one of Markdown.
    func mayBeTitle(_ element: HTMLElement) -> Bool {
        element == .h1 && isHandbook && !hasVisible && outline.isEmpty && renderer.rendered.title == nil
            && renderer.titleNode == nil && (renderer.options.documentTitle || topHeadings == 1)
    }

    mutating func writeHeading(_ element: HTMLElement, _ attributes: [UInt8]) {
        digits.append(out.count + 2)
        out.append("<")
        out.append(contentsOf: element.rawValue.utf8)
        out.append(contentsOf: attributes)
        pending.append(Pending(offset: out.count, slots: slots.count, id: "", form: .heading))
        out.append(">")
    }

    mutating func closeHeading(_ frame: Frame, plain: Int) {
        let text = words(frame.plain..<plain)
        if frame.isTitle, !text.isEmpty { return takeTitle(frame, text, plain) }
        hasVisible = true
        if isHandbook {
            let id = renderer.slugs.id(for: text)
            let level = Int(frame.element.rawValue.utf8.last ?? 0x32) - 0x30
            outline.append(Heading(level: level, id: id, text: text, range: frame.range))
            pending[frame.heading].id = id
            if openLinks == 0, top.element != .summary {
                out.append(contentsOf: " <a class=\"anchor\" href=\"#".utf8)
                HTMLEscape.append(id, to: &out)
                out.append("\" aria-hidden=\"true\" tabindex=\"-1\"></a>")
            }
        }
        digits.append(out.count + 3)
        out.append("</")
        out.append(contentsOf: frame.element.rawValue.utf8)
        out.append(">")
    }

    /// Nothing visible comes before it, so plain text up to its end is removed with it.
    private mutating func takeTitle(_ frame: Frame, _ text: String, _ plain: Int) {
        renderer.rendered.title = Heading(
            level: 1, id: renderer.slugs.id(for: text), text: text, range: frame.range)
        digits.removeLast()
        out.removeLast(out.count - frame.start)
        slots.removeLast(slots.count - frame.slots)
        for name in pending[frame.heading...].dropFirst() { renderer.rendered.anchors[name.id] = "" }
        pending.removeLast(pending.count - frame.heading)
        hasVisible = false
        titleEnd = min(plain, renderer.plain.count)
    }

    // MARK: Anchors

    /// Inserts the names that are free: headings come first, then the order of the text. A dot would make the id of
    /// something that the page itself owns, and a script of the theme looks for ids that begin with the program's name.
    mutating func settle() {
        guard !pending.isEmpty else { return }
        var taken = Set(outline.map(\.id))
        if let title = renderer.rendered.title { taken.insert(title.id) }
        var insertions: [(offset: Int, slots: Int, text: [UInt8])] = []
        for name in pending {
            var id = name.id
            if name.form != .heading {
                id = id.replacingBytes(UInt8(ascii: "."), by: UInt8(ascii: "-"))
                if id.lowercased().hasPrefix("folkmoot") { id = "a-" + id }
                renderer.rendered.anchors[name.id] = renderer.rendered.anchors[name.id] ?? id
                guard taken.insert(id).inserted else { continue }
            }
            guard name.form != .heading || isHandbook else { continue }
            var text: [UInt8] = Array((name.form == .element ? "<span id=\"" : " id=\"").utf8)
            HTMLEscape.append(id, to: &text)
            text.append(contentsOf: (name.form == .element ? "\"></span>" : "\"").utf8)
            insertions.append((name.offset, name.slots, text))
        }
        insert(insertions)
    }

    /// - Parameter insertions: by offset.
    private mutating func insert(_ insertions: [(offset: Int, slots: Int, text: [UInt8])]) {
        var whole: [UInt8] = []
        whole.reserveCapacity(out.count + insertions.reduce(0) { $0 + $1.text.count })
        var (written, slot, digit) = (0, 0, 0)
        for (offset, slotsBefore, text) in insertions {
            while slot < slotsBefore, slot < slots.count {
                slots[slot].offset += whole.count - written
                slot += 1
            }
            while digit < digits.count, digits[digit] < offset {
                digits[digit] += whole.count - written
                digit += 1
            }
            whole.append(contentsOf: out[written..<offset])
            whole.append(contentsOf: text)
            written = offset
        }
        for index in slot..<max(slot, slots.count) { slots[index].offset += whole.count - written }
        for index in digit..<max(digit, digits.count) { digits[index] += whole.count - written }
        whole.append(contentsOf: out[written...])
        out = whole
    }
}

extension String {
    fileprivate func replacingBytes(_ byte: UInt8, by other: UInt8) -> String {
        String(decoding: utf8.map { $0 == byte ? other : $0 }, as: UTF8.self)
    }
}
