internal import Content
internal import Site
internal import Theme

/// A guide, template or tool: `pages/resource.mustache`.
struct ResourcePage: EntryModel {
    let head: PageHead
    private let id: ItemID
    private let entry: Resource
    private let item: Item

    init(_ id: ItemID, _ entry: Resource, _ scope: PageScope) {
        head = PageHead(id, scope)
        self.id = id
        self.entry = entry
        item = scope.site[id]
    }

    static let slots = SlotTable<ResourcePage>("pages/resource", "A guide, template or tool.", including: [.entry]) {
        Slot.object("action", "where it is") { $0.action }
    }

    private var action: AddressLine? {
        entry.url.map {
            AddressLine(
                text: scope.strings.format("open_resource", ["host": scope.host(of: $0.value)]), url: $0.value)
        }
    }

    var facts: [Fact?] {
        let relations = scope.site[relationsOf: id]
        return [
            scope.fact("label_community", item.community.map { [$0] } ?? []),
            scope.fact("label_topics", relations.topics),
            scope.fact("label_roles", relations.roles),
            scope.fact("label_owner", scope.somebody(item.text(entry.owner, in: scope.language))),
            scope.fact("label_licence", entry.licence?.value),
            scope.fact("label_reviewed", entry.reviewed),
        ]
    }
}
