internal import Theme

/// Parts of the map page.
extension ContextShape {
    static let node = ContextShape(
        "node", "A community on the map.",
        [
            .text("id", "its id"), .text("url", "its page"), .html("lang_attribute", "`lang` of its title"),
            .text("label_text", "title, government and stage, for screen readers"),
            .text("x", "of the circle's middle"), .text("y", "of the circle's middle"),
            .text("r", "radius of the circle"),
            .text("class", "`g0` to `g6`, `g-more` or `none` by government, `s-…` by stage"),
            .object("label", label, "its name"),
            .object("narrow_label", label, "the same for phones, where it has a place"),
            .text("find", "words by which it is found where there is no table"),
            .text("name", "the title, where there is no table"),
        ])

    static let label = ContextShape(
        "label", "A name on the map, in one line or two.",
        [
            .text("x", "where it begins"), .text("y", "where its first line stands"),
            .text("anchor", "`start` or `end`, where it is not the middle"),
            .text("first", "line"), .list("more", of: labelLine, "lines below it"),
            .flag("is_hidden", "whether it shows only on hover and focus"),
        ])

    private static let labelLine = ContextShape(
        "label line", "A line of a name.",
        [.text("x", "where it begins"), .text("y", "where it stands"), .text("text", "its words")])

    static let cluster = ContextShape(
        "cluster", "Communities that stand together.",
        [
            .text("outline", "through them, as the path of SVG"), .text("text", "what they have in common"),
            .html("lang_attribute", "`lang` of it"),
            .text("x", "the middle of the name"), .text("y", "its line"),
        ])

    static let facet = ContextShape(
        "facet", "Something that communities are filtered by.",
        [
            .text("name", "as in the address"), .text("label", "in words"), .list("options", of: option, "its values"),
            .flag("is_flag", "whether it is one yes or no"),
        ])

    private static let option = ContextShape(
        "option", "A value of a filter.",
        [
            .text("value", "as in the address"), .text("text", "in words"),
            .html("attributes", "`lang` and `dir`, for the tag around it"),
            .text("count", "how many communities have it"), .text("url", "its page"),
        ])

    static let neighbourhood = ContextShape(
        "neighbourhood", "A small map of whom a community is connected with.",
        [
            .text("viewbox", "size of the picture"), .text("x", "of its own circle"), .text("y", "of its own circle"),
            .text("class", "colour of its own circle"),
            .list("nodes", of: neighbour, "the others"), .flag("has_suggested", "whether some are only alike"),
            .text("more", "how many more, in words"), .text("map_url", "the map, with it in the middle"),
        ])

    private static let neighbour = ContextShape(
        "neighbour", "A community near another.",
        [
            .text("url", "its page"), .text("name", "its title"), .text("x", "of its circle"),
            .text("y", "of its circle"), .text("class", "its colour"),
            .text("centre_x", "of the circle in the middle"), .text("centre_y", "of the circle in the middle"),
            .flag("is_suggested", "whether the two are only alike"), .html("lang_attribute", "`lang` of its title"),
            .object("label", label, "where it has a place"),
        ])

    static let dot = ContextShape(
        "dot", "A community on the small map.",
        [
            .text("x", "of its middle"), .text("y", "of its middle"), .text("r", "radius"),
            .text("class", "`g0` to `g6`, `g-more` or `none` by government"),
        ])

    static let legend = ContextShape(
        "legend", "A colour or a ring of the map.",
        [
            .text("class", "as on the circles"), .text("text", "what it means"),
            .html("attributes", "`lang` and `dir`, for the tag around the text"),
        ])
}
