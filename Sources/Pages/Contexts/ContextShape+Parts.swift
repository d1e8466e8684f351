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

    static let row = ContextShape(
        "row", "An entry as a line of a list.",
        [
            .html("link", "its title as a finished link"),
            .object("meta", meta, "when and where; absent where there is neither nor a remark"),
            .text("summary", "a sentence about it"),
            .html("summary_attributes", "`lang`, for the tag around the summary"),
            .text("other_names", "by which the filter finds it too"),
            .html("reason", "of a suggested connection: why, in sentences"),
            .object("hello", link, "of a suggested connection: whom to write to"),
        ])

    private static let meta = ContextShape(
        "meta", "When and where something is.",
        [
            .text("when", "date and time in words"),
            .text("datetime", "the same for machines"),
            .text("place", "the community it belongs to, except on that community's pages"),
            .html("place_attributes", "`lang` and `dir`, for the tag around the place"),
            .text("note", "a remark, such as how often it takes place"),
            .flag("is_example", "whether it is made up"), .flag("is_cancelled", "whether it will not take place"),
            .rows("terms", of: link, "of a community: its governments and roles"),
        ])

    static let section = ContextShape(
        "section", "A list with a heading.",
        [
            .text("anchor", "for `id`, unique on the page"), .text("heading", "its words"),
            .list("rows", of: row, "at least one"), .object("more", link, "where there is more of it"),
        ])

    static let fact = ContextShape(
        "fact", "One line of the facts.",
        [.text("label", "what it says"), .list("values", of: link, "at least one")])

    static let notice = ContextShape(
        "notice", "A remark above a page's content.",
        [
            .text("text", "the remark"),
            .object("link", link, "where it leads"),
            .flag("is_strong", "whether it changes what the page is worth, such as that a community has ended"),
        ])

    static let age = ContextShape(
        "age", "How old the facts of an entry are.",
        [
            .text("text", "when they were true and whether somebody has confirmed them, in a sentence"),
            .rows("sources", of: address, "where they are from"),
            .object("still_right", stillRight, "how to confirm them, where nobody has for long"),
        ])

    private static let stillRight = ContextShape(
        "still right", "How to say that facts still hold.",
        [
            .text("line", "what to add to the facts in the file"), .text("edit_url", "where its file can be edited"),
            .text("tell_url", "where it is said without an account"),
        ])

    static let foot = ContextShape(
        "foot", "How to mend a page.",
        [
            .text("edit_url", "where its file can be edited"),
            .text("wrong_url", "where somebody says that something is wrong"),
        ])
}
