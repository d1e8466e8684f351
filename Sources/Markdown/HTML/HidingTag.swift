internal import Diagnostics
internal import Text

/// A tag that hides the content between it and its end in a browser.
struct HidingTag {
    let name: String
    /// Without its signs.
    let written: String
    let range: ByteRange
    /// How much plain text there was before it.
    let plain: Int

    static func hides(_ tag: WrittenTag) -> Bool {
        if emptyNames.contains(tag.name) { return false }
        return names.contains(tag.name) || tag["hidden"] != nil || tag["style"].map(hides) ?? false
    }

    private static func hides(_ style: String) -> Bool {
        let style = style.lowercased().filter { !$0.isWhitespace }
        return style.contains("display:none") || style.contains("visibility:hidden")
    }

    /// Elements whose text no browser shows, or that were made for comments.
    private static let names: Set = ["comment", "template"]
    /// Elements without content.
    private static let emptyNames: Set = [
        "img", "input", "br", "hr", "meta", "link", "source", "track", "wbr", "col", "script", "style",
    ]
}
