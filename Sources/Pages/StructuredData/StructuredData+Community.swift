internal import Content
internal import Site
internal import Text

extension StructuredData {
    /// How many members it has is not said: `numberOfEmployees` would be something else, and schema.org has no other
    /// word. Nor is `sameAs`: the addresses under `join`, `channels` and `source` often lead to a page that several
    /// communities share, and it would say that these are one.
    func community(_ id: ItemID, _ entry: Community, _ item: Item) -> Thing {
        let relations = scope.site[relationsOf: id]
        let above =
            relations.organisations + relations.connections.filter { $0.kind == .partOf }.map(\.to)
        let mentions =
            entry.organisations.items().map(\.value)
            + entry.connections.items().compactMap { $0.value.to?.value }
        let parents = organisations(scope.speakable(above, writtenAs: mentions))
        let subjects = (relations.roles + relations.topics).prefix(Self.listed).map(title(of:))
        let areas = relations.governments.filter(scope.isReal).prefix(Self.listed).map { reference(to: $0, Self.area) }
        let hasEnded = entry.hasEnded(on: scope.site.today)
        return Thing(
            "Organization",
            [
                ("@id", identity(of: id)), ("name", title(of: id)), ("alternateName", otherNames(of: item)),
                ("url", .text(address)), ("description", summary(of: item)), ("parentOrganization", .values(parents)),
                ("knowsAbout", .values(subjects)), ("areaServed", .values(areas)),
                ("foundingDate", .text(entry.founded?.value.isoDate)),
                ("dissolutionDate", hasEnded ? .text(entry.closed?.value.isoDate) : nil),
            ])
    }
}
