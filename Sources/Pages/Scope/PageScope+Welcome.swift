internal import Content
internal import Site
internal import Theme

extension PageScope {
    func welcome(_ entry: Community, _ item: Item) -> Context? {
        guard let welcome = entry.welcome?.value else { return nil }
        let title = item.text(welcome.title, in: language)
        return [
            "name": .text(welcome.name?.value), "name_attributes": .text(attributes(language: item.language)),
            "role": .text(title?.text), "role_attributes": .text(attributes(language: title?.language)),
            "contact": .object(welcome.contact.map { contact($0.value, in: item.language) }),
        ]
    }

    /// Who is at the door, else how to join.
    func hello(to id: ItemID) -> Context? {
        guard case .community(let entry) = site[id].entry else { return nil }
        let way = entry.welcome?.value.contact?.value ?? entry.join.items().first?.value
        return way.map { contact($0, in: site[id].language) }
    }
}
