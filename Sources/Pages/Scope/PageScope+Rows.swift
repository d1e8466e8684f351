internal import Calendar
internal import Content
internal import Site
internal import Text
internal import Theme

/// An entry as a line of a list.
struct EntryRow: TemplateModel {
    /// Finished HTML.
    let link: String
    var meta: RowMeta?
    var summary: String?
    var summaryAttributes: String?
    var otherNames: String?
    var reason: String?
    var hello: PageLink?

    static let slots = SlotTable<EntryRow>("row", "An entry as a line of a list.") {
        Slot.html("link", "its title as a finished link") { $0.link }
        Slot.object("meta", "when and where; absent where there is neither nor a remark") { $0.meta }
        Slot.text("summary", "a sentence about it") { $0.summary }
        Slot.html("summary_attributes", "`lang`, for the tag around the summary") { $0.summaryAttributes }
        Slot.text("other_names", "by which the filter finds it too") { $0.otherNames }
        Slot.html("reason", "of a suggested connection: why, in sentences") { $0.reason }
        Slot.object("hello", "of a suggested connection: who to contact") { $0.hello }
    }
}

/// When and where something is, and a remark.
struct RowMeta: TemplateModel {
    var when: String?
    var time: String?
    var community: String?
    var communityAttributes: String?
    var note: String?
    var isExample = false
    var isCancelled = false
    var isOn = false
    var state: String?
    var daysOff: String?
    var terms: [PageLink] = []

    static let slots = SlotTable<RowMeta>("meta", "When and where something is.") {
        Slot.text("when", "date and time in words") { $0.when }
        Slot.html("time", "the same in an element `time`, for machines and the script that knows the reader's clock") {
            $0.time
        }
        Slot.text("place", "the community it belongs to, except on that community's pages") { $0.community }
        Slot.html("place_attributes", "`lang` and `dir`, for the tag around the place") { $0.communityAttributes }
        Slot.text("note", "a remark, such as how often it takes place") { $0.note }
        Slot.flag("is_example", "whether it is made up") { $0.isExample }
        Slot.flag("is_cancelled", "whether it will not take place") { $0.isCancelled }
        Slot.flag("is_on", "whether it began before the day of the site and is not over") { $0.isOn }
        Slot.text("state", "of a community, and of its events: that it rests or has ended, in words") { $0.state }
        Slot.text("days_off", "dates before `when` on which it does not take place, in words") { $0.daysOff }
        Slot.rows("terms", "of a community: its governments and roles") { $0.terms }
    }
}

/// A list with a heading.
struct EntrySection: TemplateModel {
    let anchor: String
    let heading: String
    let rows: [EntryRow]
    var more: PageLink?
    /// By date, or the best first.
    var isInOrder = false
    /// Of what is to come.
    var asOf: String?

    static let slots = SlotTable<EntrySection>("section", "A list with a heading.") {
        Slot.text("anchor", "for `id`, unique on the page") { $0.anchor }
        Slot.text("heading", "its words") { $0.heading }
        Slot.list("rows", "at least one") { $0.rows }
        Slot.flag("is_in_order", "they are in the order of their dates, or the best come first") { $0.isInOrder }
        Slot.object("more", "where there is more of it") { $0.more }
        Slot.text("as_of", "of events to come: the day as of which it is right, in words") { $0.asOf }
    }
}

extension PageScope {
    /// By which names the filter of a list finds a community besides its title.
    enum NamesToFind {
        case own
        /// Where all communities are listed, the names of their terms find them too, in any language.
        case ownAndTerms
    }

    /// An entry as a line of a list: what it is, when, and a sentence about it. On a page of the same community its
    /// name is not said again.
    func row(_ id: ItemID, note: String? = nil, foundBy names: NamesToFind = .own) -> EntryRow {
        let item = site[id]
        let isAtHome = item.community != nil && item.community == home
        let title = isAtHome ? shortTitle(of: id) : self.title(of: id)
        let summary = item.text(item.common.summary, in: language)
        return EntryRow(
            link: Self.linkHTML(title.text, attributes: attributes(language: title.language), url: url(of: id)),
            meta: meta(of: id, note: note, isAtHome: isAtHome), summary: summary?.text,
            summaryAttributes: attributes(language: summary?.language), otherNames: otherNames(id, names))
    }

    /// When and where something is, and a remark; nothing when there is none of these, as for most pages.
    private func meta(of id: ItemID, note: String?, isAtHome: Bool) -> RowMeta? {
        let item = site[id]
        let when = self.when(id)
        let state = self.state(of: id)
        let community = isAtHome || item.kind == .community ? nil : item.community.map { site[$0].title(in: language) }
        let note = note ?? remark(on: id)
        let terms = item.kind == .community ? whereabouts(of: id) : []
        let isExample = site.isExample(item) && !isAtHome
        if when == nil, state == nil, community == nil, note == nil, terms.isEmpty, !isExample { return nil }
        return RowMeta(
            when: when?.text, time: when?.html, community: community?.text,
            communityAttributes: attributes(language: community?.language), note: note, isExample: isExample,
            isCancelled: derived.cancelled.contains(id), isOn: derived.occurrences[id]?.isOn ?? false, state: state,
            daysOff: derived.daysOff[id].map { strings.joined($0.map { strings.date($0) }) }, terms: terms)
    }

    private func remark(on id: ItemID) -> String? {
        guard case .event(let event) = site[id].entry else { return nil }
        return event.repeats.map { strings.repetition($0.value, from: event.starts?.value) }
    }

    /// That a community rests or has ended, and that an event falls into such a time.
    private func state(of id: ItemID) -> String? {
        if derived.resting.contains(id) { return strings["event_resting"] }
        guard case .community(let community) = site[id].entry else { return nil }
        if community.hasEnded(on: site.today) { return strings["stage_closed"] }
        guard community.rests(on: site.today) else { return nil }
        return community.until.map { strings.format("state_resting_until", ["date": strings.date($0.value)]) }
            ?? strings["state_resting"]
    }

    /// The governments of a community, and who it is for. Of many the first few: a community that names hundreds is on
    /// the page of each.
    private func whereabouts(of id: ItemID) -> [PageLink] {
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
                    + relations.organisations.compactMap(\.item), in: site)
        }
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    /// What the organisation of a community is called: the other names of the map's rows are in the small file of the
    /// search.
    func organisationNames(_ id: ItemID) -> String? {
        let names = Self.names(of: site[relationsOf: id].organisations.compactMap(\.item), in: site)
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    private static func names(of terms: [ItemID], in site: SiteGraph) -> [String] {
        terms.prefix(termsToFindBy).flatMap {
            (site[$0].common.title == nil ? [site[$0].id] : []) + site[$0].common.names
        }
    }

    private static let termsToFindBy = 30

    private func when(_ id: ItemID) -> (text: String, html: String)? {
        switch site[id].entry {
        case .event(let event):
            // A habit that rests has a first date, which says nothing any more.
            if derived.resting.contains(id), derived.occurrences[id] == nil { return nil }
            return occurrence(of: id, event).map { (dates($0, of: event), time(of: id, event, $0)) }
        case .writeup(let writeup):
            return writeup.date.map { date in
                let text = strings.dateAndTime(date.value)
                return (text, "<time datetime=\"\(date.value.isoDate)\">\(HTMLEscape.text(text))</time>")
            }
        default: return nil
        }
    }

    /// When an upcoming event is, in words, with the zone, whether it is cancelled or rests, and how it repeats. For a
    /// series its first date, because the next one changes each time.
    func when(_ id: ItemID, _ event: Event) -> String? {
        let state = derived.cancelled.contains(id) ? strings["status_cancelled"] : self.state(of: id)
        let occurrence = event.repeats == nil ? occurrence(of: id, event) : site.calendar.first(of: event)
        let dates = occurrence.map {
            strings.dates($0.starts, $0.ends, zone: $0.starts.minute == nil ? nil : site.calendar.zone(of: event))
        }
        let words = [state, dates, remark(on: id)].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }

    /// When an event is on, comes next, or was.
    func occurrence(of id: ItemID, _ event: Event) -> Occurrence? {
        derived.occurrences[id] ?? site.calendar.first(of: event)
    }

    /// From when until when, with the zone where it is not the site's.
    func dates(_ occurrence: Occurrence, of event: Event) -> String {
        strings.dates(occurrence.starts, occurrence.ends, zone: site.calendar.foreignZone(of: event))
    }

    /// A list under a heading of its own, with a link to where there is more; nothing when it is empty.
    func section(
        _ anchor: String, _ heading: String, _ rows: [EntryRow], more: PageLink? = nil, isInOrder: Bool = false
    ) -> EntrySection? {
        if rows.isEmpty { return nil }
        return EntrySection(anchor: anchor, heading: strings[heading], rows: rows, more: more, isInOrder: isInOrder)
    }

    /// A list of events to come, which goes with the reader's clock.
    func comingUp(_ anchor: String, _ events: some Sequence<ItemID>, more: PageLink? = nil) -> EntrySection? {
        var section = section(anchor, "section_upcoming", events.map { row($0) }, more: more, isInOrder: true)
        section?.asOf = asOf
        return section
    }
}
