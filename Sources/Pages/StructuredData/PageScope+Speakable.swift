internal import Content
internal import Site

/// What may be said to search engines and to other sites.
extension PageScope {
    /// Whether something may be spoken of as if it were real.
    func isReal(_ id: ItemID) -> Bool { !site.isExample(site[id]) }

    /// Those that may be spoken of: what has a page and is not made up, and what was written as a name.
    ///
    /// An id without a page is that of a draft, or of a person who has not agreed to be listed. The page shows their
    /// names as text, and leads nobody there.
    func speakable(_ references: [Reference], writtenAs mentions: [Mention]) -> [Reference] {
        references.prefix(StructuredData.listed).filter { reference in
            switch reference {
            case .item(let id): isReal(id)
            case .name(let name): mentions.contains(.name(name))
            }
        }
    }
}
