internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

extension PageRenderer {
    /// An entry as a line of a list: what it is, when, and a sentence about it. On a page of the same community its
    /// name is not said again.
    func row(_ id: ItemID, note: String? = nil) -> Context {
        let item = site[id]
        let isAtHome = item.community != nil && item.community == homeCommunity
        let title = isAtHome ? shortTitle(of: id) : self.title(of: id)
        let summary = item.text(item.common.summary, in: language)
        return [
            "link": .text(
                Self.linkHTML(title.text, attributes: attributes(language: title.language), url: url(of: id))),
            "meta": .object(meta(of: id, note: note, isAtHome: isAtHome)),
            "summary": .text(summary?.text),
            "summary_attributes": .text(attributes(language: summary?.language)),
            "other_names": .text(otherNames(id)),
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
    func otherNames(_ id: ItemID) -> String? {
        let item = site[id]
        guard item.kind == .community else { return nil }
        var names = item.common.alsoKnownAs.items().map(\.value)
        // Where all communities are listed, what their terms are called finds them too, in any language.
        if isListOfAll {
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

    private var isListOfAll: Bool {
        if case .section("communities/", _) = page.subject { true } else { false }
    }

    private static let termsToFindBy = 30

    /// The community in whose part of the site this page is.
    private var homeCommunity: ItemID? {
        if case .item(let id) = page.subject { site[id].community } else { nil }
    }

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

    /// One line of the facts: a label and its values; nothing when there are none.
    func fact(_ label: String, _ values: [Context]) -> Context? {
        values.isEmpty ? nil : ["label": .text(strings[label]), "values": .list(values)]
    }

    func fact(_ label: String, _ text: String?) -> Context? {
        fact(label, text.map { [plain($0)] } ?? [])
    }

    func fact(_ label: String, _ text: (text: String, language: String)?) -> Context? {
        fact(label, text.map { [plain($0.text, in: $0.language)] } ?? [])
    }

    func fact(_ label: String, _ items: [ItemID]) -> Context? { fact(label, items.map { link(to: $0) }) }

    /// Names that are no ids are in the language of the file.
    func fact(_ label: String, _ references: [Reference], in fileLanguage: String? = nil) -> Context? {
        fact(label, references.map { link(to: $0, in: fileLanguage) })
    }

    func fact(_ label: String, _ date: Located<PartialDate>?) -> Context? {
        fact(label, date.map { strings.date($0.value) })
    }

    /// Text, or a link where there is an address. `link` is the finished HTML: there are dozens on a page, and a
    /// template that put each together from its parts would take most of a build's time.
    func plain(_ text: String, in textLanguage: String? = nil, url: String? = nil) -> Context {
        let attributes = attributes(language: textLanguage)
        return [
            "link": .text(Self.linkHTML(text, attributes: attributes, url: url)), "text": .text(text),
            "attributes": .text(attributes), "url": .text(url),
        ]
    }

    static func linkHTML(_ text: String, attributes: String?, url: String?) -> String {
        var out: [UInt8] = []
        let url = url.flatMap { URLPolicy.isAllowed($0) ? $0 : nil }
        out.reserveCapacity(text.utf8.count + (url?.utf8.count ?? 0) + 48)
        if let url {
            out += "<a href=\"".utf8
            HTMLEscape.append(url, to: &out)
            out += (URLPolicy.isExternal(url) ? "\" rel=\"noopener\"" : "\"").utf8
        } else if attributes != nil {
            out += "<span".utf8
        }
        if let attributes { out += attributes.utf8 }
        if url != nil || attributes != nil { out += ">".utf8 }
        HTMLEscape.append(text, to: &out)
        out += (url != nil ? "</a>" : attributes != nil ? "</span>" : "").utf8
        return String(decoding: out, as: UTF8.self)
    }

    /// `id` and, for text that is not in this page's language, `lang` and where needed `dir`, ready to stand in a tag;
    /// `nil` for none.
    func attributes(id: String? = nil, language textLanguage: String?) -> String? {
        let language = textLanguage.flatMap { strings.attributes(of: $0) }
        guard let id else { return language }
        return " id=\"\(HTMLEscape.text(id))\"" + (language ?? "")
    }

    func link(to id: ItemID) -> Context {
        let title = self.title(of: id)
        return plain(title.text, in: title.language, url: url(of: id))
    }

    func link(to reference: Reference, in fileLanguage: String? = nil) -> Context {
        switch reference {
        case .item(let id): link(to: id)
        case .name(let name): plain(name, in: fileLanguage)
        }
    }

    func external(_ label: String, _ url: Located<String>?) -> Context? {
        fact(label, url.map { [plain(host(of: $0.value), url: $0.value)] } ?? [])
    }

    func set(_ facts: [Context?], to context: inout Context) {
        let rows = facts.compactMap { $0 }
        context.set("facts", .section(rows))
    }

    func set(sections: [Context?], to context: inout Context) {
        context.set("sections", .list(sections.compactMap { $0 }))
    }

    /// Texts that may be in several languages, as lines of a list.
    func lines(_ texts: [(text: String, language: String)]) -> [Context] {
        texts.map { plain($0.text, in: $0.language) }
    }
}
