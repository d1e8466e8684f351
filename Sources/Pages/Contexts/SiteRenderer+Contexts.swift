internal import Site
internal import Theme

/// What the templates of a page receive.
extension SiteRenderer {
    /// The page's own template first, then the layout around it; none for a file that no template makes.
    func contexts(of page: PlannedPage) -> [(template: String, context: Context)] {
        if let model = model(of: page) {
            let layout = LayoutContext(site: site, strings: strings[page.language]!, assets: assets).context
            return [(model.template, model.context), ("layout", layout)]
        }
        return switch page.subject {
        case .embed: [("embed", EmbedPage(scope: scope(of: page)).context)]
        case .support(let index):
            notes.map { [("support", SupportPage(index, $0, scope(of: page)).context)] } ?? []
        case .redirect(let target): [("redirect", RedirectPage(scope: scope(of: page), target: target).context)]
        default: []
        }
    }

    /// What the templates of a page receive, as text; `nil` when no template makes it.
    public func contextText(of page: PlannedPage, showsAll: Bool) -> String? {
        let contexts = contexts(of: page)
        guard !contexts.isEmpty else { return nil }
        let printer = ContextPrinter(showsAll: showsAll)
        return contexts.map { template, context in
            let shape = ContextShape.page(template)?.with(theme.ownFields) ?? ContextShape(template, "", [])
            return "\(template).mustache receives:\n\n" + printer.text(context, as: shape)
        }.joined(separator: "\n")
    }

    /// The page at an address below the site's root (`communities/x/`, `cy/map/`), or that a file of the content folder
    /// (`communities/x.md`) is shown on.
    public func page(at address: String) -> PlannedPage? {
        let wanted = address.hasSuffix("index.html") ? String(address.dropLast("index.html".count)) : address
        return pages.first { $0.route == wanted || $0.route == wanted + "/" }
            ?? pages.first { isMade($0, from: address) }
    }

    private func isMade(_ page: PlannedPage, from path: String) -> Bool {
        switch page.subject {
        case .item(let id), .section(_, introduction: .some(let id)):
            site[id].path == path
                ? page.language == site.defaultLanguage : site[id].translationPaths[page.language] == path
        default: false
        }
    }
}
