internal import Content
internal import Site
internal import Text

/// What somebody wrote.
extension StructuredData {
    /// A write-up. It is dated as in lists and in the feed. Nothing says when its text was changed: `verified` and
    /// `as_of` are about its facts.
    func article(_ id: ItemID, _ entry: Writeup, _ item: Item) -> Thing {
        let named = scope.speakable(scope.site[relationsOf: id].authors, writtenAs: entry.authors.items().map(\.value))
        let authors = named.map { author in
            let name: JSON =
                switch author {
                case .item(let person): title(of: person)
                case .name(let name): .text(name)
                }
            return Thing("Person", [("name", name)]).json
        }
        return Thing(
            "Article",
            [
                ("headline", pageTitle), ("url", .text(address)), ("description", summary(of: item)),
                ("datePublished", .text(entry.date?.value.isoDate)), ("author", .values(authors)),
                ("about", item.community.map { reference(to: $0, "Organization") }),
                ("inLanguage", .text(textLanguage)),
            ])
    }

    /// A chapter of the handbook. Of schema.org's types a `TechArticle` is the one for "how-to (task) topics,
    /// step-by-step"; a `Chapter` would be one of a `Book`.
    func chapter(_ item: Item) -> Thing {
        Thing(
            "TechArticle",
            [
                ("headline", pageTitle), ("url", .text(address)), ("description", summary(of: item)),
                ("inLanguage", .text(textLanguage)),
            ])
    }

    /// A guide, template or tool. Where the thing itself is elsewhere, that is its address, and this a page about it.
    func work(_ entry: Resource, _ item: Item) -> Thing {
        let elsewhere = entry.url.flatMap { Self.webAddress($0.value) }
        return Thing(
            "CreativeWork",
            [
                ("name", pageTitle), ("url", .text(elsewhere ?? address)),
                ("mainEntityOfPage", elsewhere == nil ? nil : .text(address)), ("description", summary(of: item)),
                ("inLanguage", elsewhere == nil ? .text(textLanguage) : nil),
            ])
    }

    /// An address on the web as the page links it; `nil` for any other.
    static func webAddress(_ text: String) -> String? {
        guard case .link(let url, _) = ContactWay(text), url.hasPrefix("https://") || url.hasPrefix("http://") else {
            return nil
        }
        return url
    }
}
