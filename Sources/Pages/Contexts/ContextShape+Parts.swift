internal import Theme

/// What recurs on many pages, declared once.
extension ContextShape {
    static let link = ContextShape(
        "link", "A link; plain text where there is no address.",
        [
            .html("link", "the finished link"),
            .text("text", "its words alone"),
            .html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it"),
            .text("url", "its address"),
        ])

    static let backlink = ContextShape(
        "backlink", "A page that leads here.", including: [link],
        [.text("kind", "what it is, where another page has the same title")])

    static let heading = ContextShape(
        "heading", "A heading of the text.", including: [link], [.rows("below", of: link, "headings of the next level")]
    )

    static let address = ContextShape(
        "address", "An address with its words.",
        [.text("text", "the words"), .text("url", "the address; absent where the words are no link")])

    /// Texts of a list are links without an address, so that both can be shown alike.
    static let line = link
}
