internal import Theme

/// What the templates around pages receive.
extension ContextShape {
    static let layout = ContextShape(
        "layout", "Everything around a page; made once a language, and filled for each page.",
        [
            .words("t", "the words of the interface by their keys"),
            .text("lang", "language of the page"), .text("dir", "`ltr` or `rtl`"),
            .html("title", "of the page and the site"), .html("description", "for search engines"),
            .html("head", "links for the `head` of the page"),
            .html("main", "the page itself"), .html("kind", "`page-community` and so on, for `class`"),
            .html("languages", "the same page in the other language as a link, or in several as a list that opens"),
            .html("style", "address of the style sheet"), .html("script", "address of the script"),
            .html("head_script", "address of the script that runs before anything is drawn"),
            .html("icon", "address of the icon"),
            .html("home_url", "address of the home page"), .html("search_url", "where a search leads"),
            .html("root", "the way to the site's root"),
            .html("search_names", "communities and terms, for suggestions"),
            .html("search_folder", "where the files of the search are"),
            .html("search_script", "the script of the search"), .html("search_style", "its styles"),
            .text("site_title", "what the site is called"),
            .html("site_title_attributes", "`lang` and `dir`, for the tag around the title"),
            .list("menu", of: menuItem, "sections of the site"), .html("feed_url", "address of the feed"),
            .flag("noindex", "whether search engines should stay away"),
            .object("licence", address, "of the content"), .object("contact", address, "whom to write to"),
            .list("pages", of: footerLink, "about, accessibility, privacy"), .text("add_url", "where an entry is made"),
            .text("repository", "where the content is kept"),
        ])

    private static let menuItem = ContextShape(
        "menu item", "A section of the site.",
        [
            .text("text", "its title"), .html("attributes", "`lang` and `dir`, for the tag of the link"),
            .html("url", "its address"),
            .html("current", "`aria-current`, on the pages of the section, for the tag of the link"),
        ])

    private static let footerLink = ContextShape(
        "footer link", "A page of the site itself.",
        [
            .text("text", "its title"), .html("attributes", "`lang` and `dir`, for the tag of the link"),
            .html("url", "its address"),
        ])

    static let redirect = ContextShape(
        "redirect", "The page at an old address, without a layout.",
        [
            .words("t", "the words of the interface by their keys"), .text("lang", "language of the page"),
            .text("dir", "`ltr` or `rtl`"),
            .text("title", "of the page that has moved"), .text("url", "where it is now"),
            .text("style", "address of the style sheet"), .text("canonical", "its whole address"),
        ])
}
