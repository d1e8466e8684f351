internal import Content
internal import Site
internal import Theme

/// Who welcomes newcomers to a community.
struct WelcomeLine: TemplateModel {
    let name: String?
    let nameAttributes: String?
    let role: (text: String, language: String)?
    let roleAttributes: String?
    let contact: PageLink?

    static let slots = SlotTable<WelcomeLine>("welcome", "Who welcomes newcomers.") {
        Slot.text("name", "of the person") { $0.name }
        Slot.html("name_attributes", "`lang` and `dir`, for the tag around the name") { $0.nameAttributes }
        Slot.text("role", "what the person does") { $0.role?.text }
        Slot.html("role_attributes", "`lang` and `dir` where it is not the page's language, for the tag around it") {
            $0.roleAttributes
        }
        Slot.object("contact", "how to reach the person") { $0.contact }
    }
}

extension PageScope {
    func welcome(_ entry: Community, _ item: Item) -> WelcomeLine? {
        guard let welcome = entry.welcome?.value else { return nil }
        let title = item.text(welcome.title, in: language)
        return WelcomeLine(
            name: welcome.name?.value, nameAttributes: attributes(language: item.language), role: title,
            roleAttributes: attributes(language: title?.language),
            contact: welcome.contact.map { contact($0.value, in: item.language) })
    }

    /// Who is at the door, else how to join.
    func hello(to id: ItemID) -> PageLink? {
        guard case .community(let entry) = site[id].entry else { return nil }
        let way = entry.welcome?.value.contact?.value ?? entry.join.items().first?.value
        return way.map { contact($0, in: site[id].language) }
    }
}
