internal import Content
internal import Site
internal import Text

extension StructuredData {
    /// What the term of a government is. schema.org has two types: a `GovernmentOrganization` is an agency, and an
    /// `AdministrativeArea` is "a geographical region, typically under the jurisdiction of a particular government".
    /// Terms here are called `Wales` and have a wider one, the union that a nation is in; and `areaServed` takes an
    /// area and no organisation.
    static let area = "AdministrativeArea"

    func term(_ id: ItemID, _ kind: TermKind, _ item: Item) -> Thing {
        let names: [(String, JSON?)] = [
            ("name", title(of: id)), ("alternateName", otherNames(of: item)), ("url", .text(address)),
            ("description", summary(of: item)),
        ]
        let parent = scope.site[relationsOf: id].parent.flatMap { scope.isReal($0) ? $0 : nil }
        switch kind {
        case .government:
            return Thing(
                Self.area,
                [("@id", identity(of: id))] + names
                    + [("containedInPlace", parent.map { reference(to: $0, Self.area) })])
        case .organisation:
            return Thing(
                "Organization",
                [("@id", identity(of: id))] + names
                    + [("parentOrganization", .values(organisations(parent.map { [.item($0)] } ?? [])))])
        case .role, .topic, .skill:
            let set = Thing("DefinedTermSet", [("name", .text(scope.sectionTitle(kind.folder + "/").text))])
            return Thing("DefinedTerm", names + [("inDefinedTermSet", set.json)])
        }
    }
}
