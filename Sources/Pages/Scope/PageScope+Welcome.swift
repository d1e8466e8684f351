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
    /// - Returns: the person that the community names for it; else a steward who may be named.
    func welcome(_ entry: Community, _ item: Item) -> WelcomeLine? {
        guard let welcome = entry.welcome?.value else { return steward(of: item) }
        let title = item.text(welcome.title, in: language)
        return WelcomeLine(
            name: welcome.name?.value, nameAttributes: attributes(language: item.language), role: title,
            roleAttributes: attributes(language: title?.language),
            contact: welcome.contact.map { contact($0.value, in: item.language) })
    }

    /// The first who is a steward today and may be named.
    private func steward(of item: Item) -> WelcomeLine? {
        let privacy = MemberPrivacy(site)
        for part in site.routes[item.route].map({ site.parts(of: $0) }) ?? [] {
            guard case .members(let list) = site[part].entry else { continue }
            for (member, person) in zip(list.members.items().map(\.value), site[relationsOf: part].people)
            where member.part?.value == .steward && member.isCurrent(on: site.today) && privacy.names(member) {
                return WelcomeLine(
                    name: name(of: person), nameAttributes: attributes(language: site[part].language),
                    role: (
                        [strings.label("part", "steward"), term(of: member)].compactMap { $0 }.joined(separator: ", "),
                        language
                    ),
                    roleAttributes: nil, contact: nil)
            }
        }
        return nil
    }

    /// From or until when somebody is a member, while that is to come, as when one steward hands over to another.
    func term(of member: Member) -> String? {
        if let since = member.since?.value, since.firstDay > site.today {
            return strings.format("term_from", ["date": strings.date(since)])
        }
        guard let until = member.until?.value, until.lastDay >= site.today else { return nil }
        return strings.format("term_until", ["date": strings.date(until)])
    }

    /// Who is at the door, else how to join.
    func hello(to id: ItemID) -> PageLink? {
        guard case .community(let entry) = site[id].entry else { return nil }
        let way = entry.welcome?.value.contact?.value ?? entry.join.items().first?.value
        return way.map { contact($0, in: site[id].language) }
    }
}
