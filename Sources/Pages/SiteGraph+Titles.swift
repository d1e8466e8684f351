internal import Site
internal import Theme

extension SiteGraph {
    /// The title, with a name of its own for a part that has none.
    func title(of id: ItemID, _ strings: Strings) -> (text: String, language: String) {
        guard self[id].isUntitledPart, let community = self[id].community else {
            return self[id].title(in: strings.language)
        }
        let name = self[community].title(in: strings.language).text
        let part = strings["title_\(self[id].kind.rawValue)"]
        return (strings.format("part_of_community", ["part": part, "community": name]), strings.language)
    }
}
