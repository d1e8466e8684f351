/// Task list items: `- [ ] open`, `- [x] done`.
extension Renderer {
    mutating func enterItem(_ item: Node) {
        breakLine()
        guard options.dialect != .commonMark, let isDone = taskState(item) else { return html.append("<li>") }
        html.append("<li class=\"task\">")
        task = isDone
    }

    /// Goes into the item's first paragraph.
    mutating func appendTask() {
        guard let isDone = task else { return }
        task = nil
        html.append("<input type=\"checkbox\" disabled=\"\"")
        html.append(isDone ? " checked=\"\" aria-label=\"" : " aria-label=\"")
        appendSlot(.phrase(isDone ? .taskDone : .taskOpen))
        html.append("\" />")
    }

    /// Whether the item's task is done; `nil` if it is not a task. Its brackets are not written.
    private mutating func taskState(_ item: Node) -> Bool? {
        guard let paragraph = item.firstChild, paragraph.kind == .paragraph, let text = paragraph.firstChild,
            text.kind == .text
        else { return nil }
        let literal = text.literal
        guard literal.count > 3, literal[0] == UInt8(ascii: "["), literal[2] == UInt8(ascii: "]"),
            literal[3].isSpaceOrTab,
            literal[1] == UInt8(ascii: " ") || literal[1] | 0x20 == UInt8(ascii: "x")
        else { return nil }
        ranges.enter(paragraph)
        guard ranges.beginning("[", of: text) != nil else { return nil }
        skipped = (text, 3)
        return literal[1] != UInt8(ascii: " ")
    }
}
