internal import Diagnostics

/// Something that the text says in HTML, and where it goes: the tree takes these up after Markdown has become bytes.
struct HTMLToken {
    enum Content {
        case text([UInt8])
        case start(WrittenTag)
        case end(WrittenTag)
        /// `<topic>`: no HTML, so it is shown as it stands.
        case word([UInt8])
        /// Left out with all it holds; by its name for messages.
        case leftOut(String)
        /// `{% hint style="info" %}`, as it is written, and its end.
        case hint(Note, [UInt8])
        case endHint([UInt8])
    }

    let content: Content
    /// In the renderer's HTML: before the byte there.
    var offset: Int
    /// Slots that stand before it.
    let slots: Int
    /// Bytes of plain text that stand before it.
    let plain: Int
    /// In the file.
    let range: ByteRange
}
