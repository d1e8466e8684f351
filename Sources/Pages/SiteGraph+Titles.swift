internal import Site
internal import Theme

extension SiteGraph {
    /// The title, with a name of its own for a part that has none.
    func title(of id: ItemID, _ strings: Strings) -> (text: String, language: String) {
        let item = self[id]
        guard item.isUntitledPart, let community = item.community else { return item.title(in: strings.language) }
        let name = self[community].title(in: strings.language).text
        return (
            strings.format("part_of_community", ["part": strings["title_\(item.kind.rawValue)"], "community": name]),
            strings.language
        )
    }
}
