/// Parts of the map page.
extension ContextShape {
    static let node = ContextShape(
        "node", "A community on the map.",
        [
            .text("id", "its id"), .text("url", "its page"), .html("lang_attribute", "`lang` of its title"),
            .text("label", "the title, shortened"), .text("label_text", "title, government and stage, for screen readers"),
            .text("x", "of the circle's middle"), .text("y", "of the circle's middle"), .text("r", "radius of the circle"),
            .text("label_x", "where the label begins"), .text("label_y", "where its line stands"), .text("anchor", "`start`, `middle` or `end`"),
            .text("class", "`g0` to `g7` by government, or `none`; `unlabelled` where the label does not fit"),
        ])

    static let suggestion = ContextShape(
        "suggestion", "Two communities that might connect.",
        [
            .object("first", link, "one of the two, whose file the lines are for"), .object("second", link, "the other"), .html("reason", "why, in sentences"),
            .text("lines", "what to add to the file"), .text("edit_url", "where the file is edited"),
        ])

    static let dot = ContextShape(
        "dot", "A community on the small map.",
        [.text("x", "of its middle"), .text("y", "of its middle"), .text("r", "radius"), .text("class", "`g0` to `g7` by government, or `none`")])

    static let edge = ContextShape(
        "edge", "A connection on the map.",
        [
            .text("x1", "of one end"), .text("y1", "of one end"), .text("x2", "of the other end"), .text("y2", "of the other end"),
            .text("class", "`edge`, and `shared` where it is made of shared members"),
        ])

    static let mapRow = ContextShape(
        "map row", "A community in the table below the map.",
        [
            .text("id", "its id"), .text("url", "its page"), .text("name", "its title"), .html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it"),
            .text("other_names", "by which the filter finds it too"),
            .list("governments", of: link, "may be empty"), .list("roles", of: link, "may be empty"),
            .text("stage", "in words"), .text("members", "how many"),
            .list("connections", of: link, "the nearest five"), .text("more", "how many more, in words"),
        ])

    static let legend = ContextShape(
        "legend", "A colour of the map.",
        [.text("class", "`g0` to `g7`"), .text("text", "the government")])
}
