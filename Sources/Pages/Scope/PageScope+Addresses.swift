internal import Content
internal import Site
internal import Text
internal import Theme

/// Where something can be written, sent or seen.
extension PageScope {
    /// The page of an item in this page's language.
    func url(of id: ItemID) -> String { root + shared.href(prefix + site[id].route) }

    func url(section: String) -> String { root + shared.href(prefix + section) }

    func managerURL(of community: ItemID) -> String? {
        derived.managers[community].map { url(section: $0) }
    }

    /// Where the content is kept, as far as settings say; `base` has no `/` at its end.
    var repository: (base: String, branch: String, kind: RepositoryKind)? {
        guard let repository = site.settings.repository?.value, let url = repository.url?.value else { return nil }
        let page = url.hasSuffix("/") ? String(url.dropLast()) : url
        // The address for cloning is the page's with `.git`.
        return (
            page.hasSuffix(".git") ? String(page.dropLast(4)) : page,
            PercentEncoding.path(repository.branch?.value ?? "main"),
            repository.kind?.value ?? .github
        )
    }

    func editURL(of item: Item) -> String? {
        item.isMadeFromID ? nil : editURL(ofFile: item.translationPaths[language] ?? item.path)
    }

    func editURL(ofFile path: String) -> String? {
        guard let repository = repository else { return nil }
        let path = PercentEncoding.path(path)
        switch repository.kind {
        case .github: return "\(repository.base)/edit/\(repository.branch)/content/\(path)"
        case .gitlab: return "\(repository.base)/-/edit/\(repository.branch)/content/\(path)"
        case .forgejo: return "\(repository.base)/_edit/\(repository.branch)/content/\(path)"
        }
    }

    /// Where a file is added to a folder of the content, when the repository is known, with its first lines filled in
    /// where the host supports that.
    func newFileURL(in folder: String) -> String? {
        let (name, text) =
            switch folder {
            case "communities": ("my-community.md", "---%0Aname:%20%0Asummary:%20%0A---%0A")
            case "events": ("my-event.md", "---%0Atitle:%20%0Astarts:%20%0A---%0A")
            case "writeups": ("what-we-learned.md", "---%0Atitle:%20%0Adate:%20%0A---%0A")
            case "resources", "handbook": ("my-page.md", "---%0Atitle:%20%0A---%0A")
            default: ("", "")
            }
        return name.isEmpty ? nil : newFileURL(folder, name, text)
    }

    /// Where the translation of a page into this page's language is written, with its first lines.
    func translationURL(of item: Item) -> String? {
        guard !item.isEmbedded, !item.isMadeFromID, item.path.hasSuffix(".md") else { return nil }
        let parts = "\(item.path.dropLast(3)).\(language).md".split(separator: "/").map(String.init)
        let key = item.kind == .community || item.kind == .person || item.kind.termKind != nil ? "name" : "title"
        return newFileURL(
            parts.dropLast().joined(separator: "/"), parts.last!, "---%0A\(key):%20%0Asummary:%20%0A---%0A")
    }

    /// - Parameter text: percent-encoded.
    private func newFileURL(_ folder: String, _ name: String, _ text: String) -> String? {
        guard let repository = repository else { return nil }
        let folder = PercentEncoding.path(folder.isEmpty ? "content" : "content/\(folder)")
        let name = PercentEncoding.path(name)
        switch repository.kind {
        case .github: return "\(repository.base)/new/\(repository.branch)?filename=\(folder)/\(name)&value=\(text)"
        case .gitlab: return "\(repository.base)/-/new/\(repository.branch)/\(folder)?file_name=\(name)"
        case .forgejo: return "\(repository.base)/_new/\(repository.branch)/\(folder)?filename=\(name)"
        }
    }

    /// The map with something chosen: after a `#`, so that a copy of the site has one map and not one for each link.
    func mapURL(_ choices: String) -> String { url(section: "map/") + "#" + choices }

    /// Where an entry of a kind is made, with some of its facts filled in: after a `#`, as with the map. Without facts
    /// that is an anchor on the page, for those without JavaScript.
    func addURL(_ kind: Kind, _ facts: [(key: String, value: String)] = []) -> String {
        let page = url(section: "add/")
        guard AddForm.all.contains(where: { $0.kind == kind }) else { return page }
        if facts.isEmpty { return page + "#s.add-\(kind.rawValue)" }
        return page + "#kind=\(kind.rawValue)" + facts.map { "&\($0.key)=\(PercentEncoding.path($0.value))" }.joined()
    }

    /// Where somebody says something about a page: that something is `wrong`, or that all is `right`.
    func remarkURL(_ about: String, on item: Item) -> String {
        let route = "/" + (language == site.defaultLanguage ? "" : language + "/") + item.route
        return url(section: "add/") + "#kind=remark&about=\(about)&page="
            + PercentEncoding.path("\(item.title(in: language).text) (\(route))")
    }

    /// Where somebody reports something to those who keep the repository.
    var issuesURL: String? {
        repository.map { $0.kind == .gitlab ? "\($0.base)/-/issues/new" : "\($0.base)/issues/new" }
    }
}
