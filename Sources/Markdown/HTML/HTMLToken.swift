internal import Diagnostics

/// A piece of HTML in the text, and where it goes: the tree inserts these after Markdown has become bytes.
struct HTMLToken {
    enum Content {
        case text([UInt8])
        case start(WrittenTag)
        case end(WrittenTag)
        /// `<topic>`: not HTML, so it is shown as written.
        case word([UInt8])
        /// Left out with all its content; by its name for messages.
        case leftOut(String)
        /// `{% hint style="info" %}`, as it is written, and its end.
        case hint(Note, [UInt8])
        case endHint([UInt8])
    }

    let content: Content
    /// In the renderer's HTML: before the byte there.
    var offset: Int
    /// How many slots come before it.
    let slots: Int
    /// How many bytes of plain text come before it.
    let plain: Int
    /// In the file.
    let range: ByteRange
}
