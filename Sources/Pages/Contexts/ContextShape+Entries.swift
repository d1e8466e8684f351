internal import Theme

/// Parts that single kinds of page have.
extension ContextShape {
    // MARK: Communities

    /// What somebody new wants to know first.
    static let essentials = ContextShape(
        "essentials", "What somebody new wants to know first.",
        [
            .object("next", row, "the next meeting"), .object("habit", link, "when it meets, in words"),
            .object("for_whom", link, "whom it is for"),
            .rows("roles", of: link, "for which professions, where it does not say more"),
            .flag("whom_unknown", "whether neither is known"),
            .object("join", link, "the first way to join"), .rows("if_blocked", of: link, "the other ways"),
            .object("welcome", welcome, "who welcomes newcomers"),
            .text("add_url", "where what is not known can be added"),
            .text("add_event_url", "where an event of it is made"),
        ])

    static let welcome = ContextShape(
        "welcome", "Who welcomes newcomers.",
        [
            .text("name", "of the person"),
            .html("name_attributes", "`lang` and `dir`, for the tag around the name"),
            .text("role", "what the person does"),
            .html("role_attributes", "`lang` and `dir` where it is not the page's language, for the tag around it"),
            .object("contact", link, "how to reach the person"),
        ])

    static let channel = ContextShape(
        "channel", "Where a community talks.",
        [
            .text("platform", "in words"), .text("name", "of the channel"),
            .html("attributes", "`lang` and `dir`, for the tag around the name"), .text("url", "its address"),
            .text("access", "who may, in words"),
        ])

    static let questions = ContextShape(
        "questions", "What the charter answers to “Is this for me?”.",
        [.list("rows", of: question, "at least one")])

    private static let question = ContextShape(
        "question", "One of the four questions with its answer.",
        [
            .text("label", "the question, shortened"), .text("text", "the answer"),
            .html("attributes", "`lang` and `dir`, for the tag around the answer"),
        ])

    static let briefing = ContextShape(
        "briefing", "One line of what a manager is told.",
        [.text("label", "what it says"), .list("texts", of: outcome, "at least one")])

    private static let outcome = ContextShape(
        "outcome", "A text, with its date where it came of a meeting.", including: [link],
        [.text("date", "of the meeting")])

    static let missing = ContextShape(
        "missing", "What nobody has written down yet.",
        [.text("text", "what it is, as a list in words"), .text("url", "where it can be added")])

    // MARK: Charter and members

    static let block = ContextShape(
        "block", "A heading with a text, a link or a list below it.",
        [
            .text("heading", "its words"), .text("anchor", "for `id`"),
            .text("text", "where it is one text"),
            .html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it"),
            .object("link", link, "where the text is an address"),
            .rows("list", of: line, "where it is several texts"),
            .rows("people", of: member, "where it is people"),
        ])

    private static let member = ContextShape(
        "member", "Somebody who may be named as a member.", including: [link],
        [
            .text("role", "what the person does in the community"),
            .html("role_attributes", "`lang` and `dir`, for the tag around the role"),
            .text("mentors", "in what the person mentors, as a sentence"),
        ])

    static let skill = ContextShape(
        "skill", "A skill that a community needs.",
        [
            .object("skill", link, "its page"), .text("needed", "how many people should have it"),
            .text("have", "how many do"), .flag("gap", "whether these are too few"),
        ])

    // MARK: Backlog, event, write-up

    static let column = ContextShape(
        "column", "A stage of the backlog.",
        [
            .text("heading", "its words"), .text("anchor", "for `id`"), .list("topics", of: topic, "may be empty"),
            .flag("empty", "whether there are no topics"),
        ])

    private static let topic = ContextShape(
        "topic", "Something to talk about.",
        [
            .text("text", "its title"),
            .html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it"),
            .text("votes", "how many, in words"),
            .text("added", "when, in words"), .text("by", "by whom, in words, where people may be named"),
            .object("writeup", link, "what came of it"),
        ])

    static let agendaLine = ContextShape(
        "agenda line", "A part of a meeting.",
        [
            .text("text", "its title"),
            .html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it"),
            .text("minutes", "how long, in words"),
        ])

    static let action = ContextShape(
        "action", "What somebody will do.",
        [
            .text("text", "what"),
            .html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it"),
            .text("who", "where people may be named"),
            .text("by", "until when, in words"), .flag("done", "whether it is done"),
        ])

    // MARK: Chapters, lists and home

    static let neighbours = ContextShape(
        "neighbours", "The chapters beside this one.",
        [.object("previous", link, "the one before"), .object("next", link, "the one after")])

    static let sibling = ContextShape(
        "sibling", "A chapter of the same folder.", including: [link], [.flag("current", "whether it is this page")])

    static let invitation = ContextShape(
        "invitation", "What stands where a list has nothing in it yet.",
        [
            .text("text", "what will be here"), .text("url", "where the first can be written"),
            .object("contact", link, "whom to write to"),
        ])

    static let teaser = ContextShape(
        "teaser", "The map without names.",
        [
            .text("viewbox", "size of the picture"), .text("label", "what the picture shows, for screen readers"),
            .text("counts", "how much there is, in words"), .list("nodes", of: dot, "communities"),
            .text("declared_path", "lines that communities state, as the path of SVG"),
            .text("shared_path", "lines that were worked out"),
        ])

    static let term = ContextShape(
        "term", "A role, topic, skill, government or organisation with the communities that name it.",
        [
            .html("link", "its title as a finished link"), .text("count", "how many communities, in words"),
            .rows("communities", of: link, "which they are"),
        ])

    static let browse = ContextShape(
        "browse", "Terms of one kind to browse by.",
        [
            .text("heading", "its words"), .text("url", "the page of all of them"),
            .list("links", of: link, "the first twelve"),
        ])
}
