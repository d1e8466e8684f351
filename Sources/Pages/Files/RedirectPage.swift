internal import Content
internal import Site
internal import Theme

/// The page at an old address: sends readers on, with a link for browsers that do not follow by themselves:
/// `redirect.mustache`.
struct RedirectPage: TemplateModel {
    let scope: PageScope
    let target: ItemID

    /// - Throws: `ThemeError` when the theme lacks the template.
    func render() throws -> [UInt8] { try scope.shared.theme.render("redirect", context) }

    static let slots = SlotTable<RedirectPage>("redirect", "The page at an old address, without a layout.") {
        Slot.words("t", "the words of the interface by their keys") { $0.scope.strings }
        Slot.text("lang", "language of the page") { $0.scope.language }
        Slot.text("dir", "`ltr` or `rtl`") { TextDirection.of($0.scope.language).rawValue }
        Slot.text("title", "of the page that has moved") { $0.scope.title(of: $0.target).text }
        Slot.text("url", "where it is now") {
            $0.scope.root + $0.scope.prefix + $0.scope.site[$0.target].route + "index.html"
        }
        Slot.text("style", "address of the style sheet") { $0.scope.root + $0.scope.shared.assets.style.route }
        Slot.text("script", "address of what keeps query and section; the new address is its `data-to`") {
            $0.scope.root + $0.scope.shared.assets.redirectScript.route
        }
        Slot.text("canonical", "its whole address") { page in
            page.scope.shared.baseURL.map { $0 + page.scope.shared.href(page.scope.site[page.target].route) }
        }
    }
}
