internal import Diagnostics

/// Reports of left-out HTML, each kind once a page.
extension HTMLTree {
    /// Kinds that one page may report.
    private static let limit = 40

    /// - Parameter kind: what is reported once.
    mutating func report(_ kind: String, _ range: ByteRange, _ message: String, help: Help? = nil) {
        guard reported.count < Self.limit, reported.insert(kind).inserted else { return }
        renderer.report(MarkdownRules.rawHTML, range, message, help: help)
    }

    /// An element ends before its end tag.
    mutating func reportEnd(_ frame: Frame) {
        let name = frame.name.rawValue
        report(
            "open \(name)", frame.range,
            "`<\(name)>` is not closed in the part of the text where it begins, so it is closed there.",
            help:
                "Write `</\(name)>` before the paragraph, item or cell ends, and before the element around it ends.")
    }

    mutating func reportHint(_ frame: Frame) {
        report(
            "hint", frame.range, "The note that begins here is not closed.",
            help: "Write `{% endhint %}` on a line of its own below it.")
    }

    /// What to write for a left-out element.
    func instead(of name: String) -> Help? {
        switch name {
        case "iframe", "video", "audio", "embed", "object": "Link to it: `[what it is](address)`."
        case "section", "article", "aside", "header", "footer", "main", "nav", "address":
            "Leave the tag out, or write `<div>`."
        case "font", "big", "nobr", "blink", "marquee": "Leave the tag out: the theme says how text looks."
        case "title": "Write `title:` in the front matter."
        default: nil
        }
    }
}
