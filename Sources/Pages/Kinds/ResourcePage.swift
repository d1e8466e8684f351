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

    static let facts = SlotTable<ResourcePage>("facts of a resource") {
        Slot.fact("community", "whose it is") { $0.scope.fact("label_community", $0.item.community.map { [$0] } ?? []) }
        Slot.fact("topics", "what it is about") {
            $0.scope.fact("label_topics", $0.scope.site[relationsOf: $0.id].topics)
        }
        Slot.fact("roles", "the professions that it is for") {
            $0.scope.fact("label_roles", $0.scope.site[relationsOf: $0.id].roles)
        }
        Slot.fact("owner", "who looks after it") {
            $0.scope.fact("label_owner", $0.scope.somebody($0.item.text($0.entry.owner, in: $0.scope.language)))
        }
        Slot.fact("licence", "under which it may be used") { $0.scope.fact("label_licence", $0.entry.licence?.value) }
        Slot.fact("reviewed", "when somebody last looked at it") {
            $0.scope.fact("label_reviewed", $0.entry.reviewed)
        }
    }
}
