internal import Content
internal import Site
internal import Theme

extension PageScope {
    /// By which names the filter of a list finds a community besides its title.
    enum NamesToFind {
        case own
        /// Where all communities are listed, what their terms are called finds them too, in any language.
        case ownAndTerms
    }

    /// An entry as a line of a list: what it is, when, and a sentence about it. On a page of the same community its
    /// name is not said again.
    func row(_ id: ItemID, note: String? = nil, foundBy names: NamesToFind = .own) -> Context {
        let item = site[id]
        let isAtHome = item.community != nil && item.community == home
        let title = isAtHome ? shortTitle(of: id) : self.title(of: id)
        let summary = item.text(item.common.summary, in: language)
        return [
            "link": .text(
                Self.linkHTML(title.text, attributes: attributes(language: title.language), url: url(of: id))),
            "meta": .object(meta(of: id, note: note, isAtHome: isAtHome)),
            "summary": .text(summary?.text),
            "summary_attributes": .text(attributes(language: summary?.language)),
            "other_names": .text(otherNames(id, names)),
        ]
    }

    /// When and where something is, and a remark; nothing when there is none of these, as for most pages.
    private func meta(of id: ItemID, note: String?, isAtHome: Bool) -> Context? {
        let item = site[id]
        let date = self.date(of: id)
        let place = isAtHome || item.kind == .community ? nil : item.community.map { site[$0].title(in: language) }
        let note = note ?? remark(on: id)
        let terms = item.kind == .community ? whereabouts(of: id) : []
        let isExample = site.isExample(item) && !isAtHome
        if date == nil, place == nil, note == nil, terms.isEmpty, !isExample { return nil }
        return [
            "when": .text(date.map { strings.dateAndTime($0) }), "datetime": .text(date?.isoDate),
            "place": .text(place?.text), "place_attributes": .text(attributes(language: place?.language)),
            "note": .text(note), "terms": .section(terms), "is_cancelled": .flag(derived.cancelled.contains(id)),
            "is_example": .flag(isExample),
        ]
    }

    private func remark(on id: ItemID) -> String? {
        guard case .event(let event) = site[id].entry else { return nil }
        return event.repeats.map { strings.repetition($0.value) }
    }

    /// The governments of a community, and for whom it is. Of many the first few: a community that names hundreds
    /// stands on the page of each.
    private func whereabouts(of id: ItemID) -> [Context] {
        let relations = site[relationsOf: id]
        let terms = relations.governments + relations.roles
        let shown = terms.count > 6 ? terms.prefix(5) : terms[...]
        let names = shown.map { id in
            let title = self.title(of: id)
            return plain(title.text, in: title.language)
        }
        return shown.count == terms.count
            ? names : names + [plain(strings.count("and_more", terms.count - shown.count))]
    }

    /// By which the filter finds a community too.
    private func otherNames(_ id: ItemID, _ which: NamesToFind) -> String? {
        let item = site[id]
        guard item.kind == .community else { return nil }
        var names = item.common.alsoKnownAs.items().map(\.value)
        if which == .ownAndTerms {
            let relations = site[relationsOf: id]
            names += Self.names(
                of: relations.governments + relations.roles + relations.topics
                    + [relations.organisation?.item].compactMap { $0 }, in: site)
        }
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    /// What the organisation of a community is called: the other names of the map's rows are in the small file of the
    /// search.
    func organisationNames(_ id: ItemID) -> String? {
        site[relationsOf: id].organisation?.item.map { Self.names(of: [$0], in: site).joined(separator: " ") }
    }

    private static func names(of terms: [ItemID], in site: SiteGraph) -> [String] {
        terms.prefix(termsToFindBy).flatMap {
            (site[$0].common.title == nil ? [site[$0].id] : []) + site[$0].common.names
        }
    }

    private static let termsToFindBy = 30

    private func date(of id: ItemID) -> PartialDate? {
        switch site[id].entry {
        case .event(let event): derived.nextDate[id] ?? event.starts?.value
        case .writeup(let writeup): writeup.date?.value
        default: nil
        }
    }

    /// A list under a heading of its own, with a link to where there is more; nothing when it is empty.
    func section(_ anchor: String, _ heading: String, _ rows: [Context], more: Context? = nil) -> Context? {
        guard !rows.isEmpty else { return nil }
        return [
            "anchor": .text(anchor), "heading": .text(strings[heading]), "rows": .list(rows), "more": .object(more),
        ]
    }

    // MARK: Facts

}
