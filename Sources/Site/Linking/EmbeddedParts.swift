internal import Content
internal import Diagnostics
internal import Text

/// The parts that a community's own file holds, as items with pages of their own.
enum EmbeddedParts {
    static func of(_ community: Community, in item: Item) -> [Item] {
        var parts: [Item] = []
        func add(_ kind: Kind, _ id: String, _ path: String, _ entry: Entry, _ range: ByteRange) {
            // Of the parts, only the charter's texts may be in a translation of the community's file.
            let translations =
                kind != .charter
                ? [:] : item.translationPaths.filter { language, _ in isWritten(entry, in: language, item) }
            parts.append(
                Item(
                    kind: kind, id: id, route: item.route + path, entry: entry, language: item.language,
                    communityID: item.id, path: item.path, range: range, translationPaths: translations,
                    isEmbedded: true))
        }
        if let charter = community.charter {
            add(.charter, "charter", "charter/", .charter(charter.value), charter.range)
        }
        if let members = community.members {
            add(.members, "members", "members/", .members(members.value), members.range)
        }
        if let backlog = community.backlog {
            add(.backlog, "backlog", "backlog/", .backlog(backlog.value), backlog.range)
        }
        for event in community.events.items() {
            let date = event.value.repeats == nil ? event.value.starts?.value : nil
            let id = name(event.value.id, event.value.common, date: date, at: event.range)
            add(.event, id, "events/\(id)/", .event(event.value), event.range)
        }
        for writeup in community.writeups.items() {
            let id = name(writeup.value.id, writeup.value.common, date: writeup.value.date?.value, at: writeup.range)
            add(.writeup, id, "writeups/\(id)/", .writeup(writeup.value), writeup.range)
        }
        for resource in community.resources.items() {
            let id = name(resource.value.id, resource.value.common, date: nil, at: resource.range)
            add(.resource, id, "resources/\(id)/", .resource(resource.value), resource.range)
        }
        return parts
    }

    private static func isWritten(_ entry: Entry, in language: String, _ item: Item) -> Bool {
        entry.texts.contains { $0.isWritten(in: language, fileLanguage: item.language) }
    }

    /// The stated id, else one made from the title, with the date before it where the item has one. One that has
    /// neither, which is only checked, is identified by its position.
    private static func name(_ id: Located<String>?, _ common: Common, date: PartialDate?, at range: ByteRange)
        -> String
    {
        if let id { return id.value }
        let title = common.title.map { ID.from($0.value.original) } ?? "untitled-\(range.lowerBound)"
        return date.map { "\($0.isoDate)-\(title)" } ?? title
    }
}
