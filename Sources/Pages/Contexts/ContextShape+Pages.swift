package import Theme

/// What each template of a page receives. To add a field: set it in the page's context, and declare it here with a
/// line.
extension ContextShape {
    /// Every template that the program renders by itself, by name; all others are partials of these.
    package static let pages: [ContextShape] = [
        layout, redirect, home, community, charter, members, backlog, event, writeup, resource, chapter, entry, guild,
        manager, list, map, coverage, suggestions, search, add, embed, notFound,
    ]

    static func page(_ template: String) -> ContextShape? { pages.first { $0.name == template } }

    /// What the template of every page between header and footer receives.
    private static let head = ContextShape(
        "head", "What every page begins with.",
        [
            .words("t", "the words of the interface by their keys (`{{t.search}}`), as in `i18n/en.yaml`"),
            .text("title", "of the page"), .html("title_attributes", "`id` and `lang`, for the tag around the title"),
            .object("kind_label", link, "what kind of entry it is, or whose"),
            .text("lead", "a sentence about it"), .html("lead_attributes", "`lang`, for the tag around the lead"),
            .rows("breadcrumbs", of: link, "the pages above it"),
            .list("notices", of: notice, "remarks above the content"),
            .html("body", "the text of the page; must stand in the template only once"),
            .html("body_attributes", "`lang`, for the tag around the text"),
        ])

    private static let ofEntry = ContextShape(
        "entry", "What every entry has.", including: [head],
        [
            .rows("outline", of: heading, "headings of the text, from three up"),
            .rows("facts", of: fact, "what is known about it"),
            .rows("backlinks", of: backlink, "pages that lead here"),
            .object("age", age, "how old the facts are"),
            .object("foot", foot, "how to mend it"),
        ])

    private static let sections = ContextShape(
        "sections", "Lists of other entries.", [.list("sections", of: section, "only those that are not empty")])

    static let community = ContextShape(
        "pages/community", "A community.", including: [ofEntry, sections, essentials],
        [
            .text("manager_url", "the page for the managers of members"),
            .object("neighbourhood", neighbourhood, "a small map of whom it is connected with"),
            .rows("channels", of: channel, "where it talks"), .object("questions", questions, "whom it is for"),
            .object("missing", missing, "what is not known"),
        ])

    static let charter = ContextShape(
        "pages/charter", "A community's charter.", including: [ofEntry],
        [.list("blocks", of: block, "its parts"), .text("manager_url", "the page for the managers of members")])

    static let members = ContextShape(
        "pages/members", "A community's members.", including: [ofEntry],
        [
            .list("blocks", of: block, "people by the part they play"),
            .rows("skills", of: skill, "skills that are needed"),
        ])

    static let backlog = ContextShape(
        "pages/backlog", "What a community will talk about.", including: [ofEntry],
        [.list("board", of: column, "its stages")])

    static let event = ContextShape(
        "pages/event", "An event.", including: [ofEntry, sections],
        [.rows("agenda", of: agendaLine, "its parts"), .text("copy_url", "where one like it is made")])

    static let writeup = ContextShape(
        "pages/writeup", "What happened when people met.", including: [ofEntry],
        [
            .object("outcome", line, "what came of it"), .rows("decisions", of: line, "what was decided"),
            .rows("actions", of: action, "what people will do"),
        ])

    static let resource = ContextShape(
        "pages/resource", "A guide, template or tool.", including: [ofEntry],
        [.object("action", address, "where it is")])

    static let chapter = ContextShape(
        "pages/chapter", "A chapter of the handbook.", including: [ofEntry],
        [
            .rows("chapters", of: sibling, "the chapters of its folder"),
            .object("chapter_nav", neighbours, "the chapters before and after it"),
        ])

    static let entry = ContextShape(
        "pages/entry", "A person, a term, or a page of any other kind.", including: [ofEntry, sections], [])

    static let guild = ContextShape(
        "pages/guild", "A role or a topic, with its communities across governments.", including: [ofEntry, sections],
        [
            .rows("guild_groups", of: place, "its communities by government"),
            .rows("next_events", of: row, "when they meet next"),
            .rows("greetings", of: greeting, "who welcomes newcomers"),
            .rows("guild_gaps", of: gap, "governments that have none"),
            .text("see_map_url", "the map with only these"),
        ])

    static let manager = ContextShape(
        "pages/manager", "A community, for the managers of its members.", including: [head],
        [
            .list("rows", of: briefing, "what they are told"), .text("address", "of the community's page, for paper"),
            .object("age", age, "how old the facts are"),
        ])

    static let home = ContextShape(
        "pages/home", "The home page.", including: [ofEntry, sections],
        [
            .text("map_url", "the map"), .text("communities_url", "the list of communities"),
            .text("events_url", "the list of events"),
            .text("search_url", "where a search leads"), .object("teaser", teaser, "the map without names"),
            .list("browse", of: browse, "by government, role, topic"), .text("add_url", "where a community is added"),
        ])

    static let list = ContextShape(
        "pages/list", "A list that the program makes: communities, events, handbook, people, terms.",
        including: [head, sections, filter],
        [
            .object("empty", invitation, "where there is nothing yet"),
            .rows("browse_links", of: address, "other ways to browse"),
            .list("groups", of: section, "entries by their first letter"),
            .rows("chapter_rows", of: row, "chapters in reading order"),
            .rows("term_rows", of: term, "terms with their communities"),
        ])

    private static let filter = ContextShape(
        "filter", "A field that shortens a list.", [.flag("filter", "whether the page has one")])

    static let map = ContextShape(
        "pages/map", "The network map.", including: [head, mapPicture],
        [
            .text("counts", "how much there is, in words"),
            .list("facets", of: facet, "what communities are filtered by"),
            .rows("more_facets", of: facet, "by what else"),
            .list("table_rows", of: mapRow, "the same as a table"),
            .flag("has_governments", "whether the table has a column of them"),
            .flag("has_roles", "whether it has one of roles"), .flag("has_stages", "whether it has one of stages"),
            .flag("is_long", "whether it is so long that the browser may leave out rows that are not in sight"),
            .text("suggestions_url", "the page of suggested connections"),
            .text("coverage_url", "the page that says where there are none"),
            .text("embed_url", "the map for a frame"), .text("csv_url", "the communities as a sheet"),
            .text("json_url", "the network as data"),
        ])

    static let coverage = ContextShape(
        "pages/coverage", "Governments against roles and topics.", including: [head],
        [.list("tables", of: coverageTable, "by role, and by topic"), .text("map_url", "the map")])

    static let search = ContextShape(
        "pages/search", "Search results.", including: [head],
        [
            .text("index", "what the script must know of the index, as JSON"),
            .rows("lists", of: address, "lists to browse"),
            .text("add_url", "where what is missing is added"),
        ])

    static let add = ContextShape(
        "pages/add", "Where an entry is made.", including: [head],
        [
            .text("root", "the way to the site's root"),
            .text("letters", "what an id has for letters with accents, such as `e0-e5a`"),
            .text("common", "words that tell no community apart"),
            .text("unseen", "signs that nobody sees, in hexadecimal"), .text("time_zone", "of the site"),
            .text("names_url", "communities and terms, the small file of the search"),
            .list("forms", of: addForm, "one for each kind"),
            .object("repository", addRepository, "where the file can be sent"),
            .text("mail_url", "the address to which it can be sent"), .object("contact", link, "whom to tell"),
        ])

    private static let addRepository = ContextShape(
        "repository", "Where the content is kept.",
        [
            .text("kind", "`github`, `gitlab` or `forgejo`"), .text("base", "its address"),
            .text("branch", "the branch that is published"),
        ])

    private static let addForm = ContextShape(
        "form", "Questions for an entry of one kind, or about what somebody says of a page.",
        [
            .flag("is_remark", "whether it is a message about a page, and no entry"),
            .text("issue_url", "where the repository takes messages"),
            .text("kind", "such as `community`"), .text("title", "the kind in words"),
            .text("folder", "where its file goes, below `content/`"),
            .text("title_key", "the key that names the entry"),
            .list("fields", of: addField, "the questions"), .text("template", "the file with nothing filled in"),
            .text("new_url", "where a file is made in the repository"),
        ])

    private static let addField = ContextShape(
        "field", "One question. What the answer may be comes from the table of keys.",
        [
            .text("key", "the key of the fact"), .text("id", "of the field in the page"),
            .text("label", "the question"), .text("hint", "what helps to answer it"),
            .flag("is_name", "whether communities that may be the same are shown below it"),
            .flag("required", "whether it must be answered"),
            .flag("past", "whether it is a day that is not to come"),
            .text("type", "how the answer is written down"),
            .text("pattern", "what the answer must match, as a regular expression"),
            .text("maximum_length", "how many characters it may have"),
            .text("names", "the folder of the entries that are offered"),
            .rows("choices", of: addChoice, "the values there are"), .flag("long", "whether it may have several lines"),
            .flag("date", "whether it is a day"), .text("time_id", "of the field for the time, where one is asked"),
            .flag("number", "whether it is a number"), .text("minimum", "the least"), .text("maximum", "the most"),
            .flag("is_url", "whether it is an address"),
        ])

    private static let addChoice = ContextShape(
        "choice", "A value and what it is called.", [.text("value", "as the file has it"), .text("text", "in words")])

    static let embed = ContextShape(
        "embed", "The map by itself, for a frame in another site.", including: [mapPicture],
        [
            .words("t", "the words of the interface by their keys"), .text("lang", "the language"),
            .text("dir", "`ltr` or `rtl`"),
            .text("title", "of the map"), .text("site_title", "of the site"), .text("map_url", "the map in the site"),
            .text("style", "the stylesheet"), .text("icon", "for the tab of the browser"),
            .text("script", "the script"), .text("head_script", "the script that runs before anything is drawn"),
            .html("own_assets", "the map's own style and script"),
        ])

    static let suggestions = ContextShape(
        "pages/suggestions", "Communities that are alike and not connected yet.", including: [head],
        [
            .rows("suggestions", of: suggestion, "the best first"),
            .text("suggestions_left", "how many more there are, in words"),
        ])

    static let notFound = ContextShape(
        "pages/not-found", "What a reader sees at an address that does not exist.",
        [
            .words("t", "the words of the interface by their keys"), .text("title", "of the page"),
            .text("lead", "a sentence about it"),
            .list("links", of: address, "where to go on"),
        ])
}
