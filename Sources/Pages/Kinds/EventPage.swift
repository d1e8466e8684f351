internal import Calendar
internal import Content
internal import Site
internal import Theme

/// An event: `pages/event.mustache`.
struct EventPage: EntryModel, SectionedModel {
    let head: PageHead
    let id: ItemID
    let entry: Event
    let item: Item
    /// The dates of a series; `nil` without any.
    private let dates: SeriesDates?

    init(_ id: ItemID, _ entry: Event, _ scope: PageScope) {
        let isCancelled = entry.status?.value == .cancelled || scope.derived.cancelled.contains(id)
        let words =
            isCancelled
            ? "event_cancelled"
            : scope.derived.resting.contains(id)
                ? "event_resting" : scope.derived.occurrences[id]?.isOn ?? false ? "event_on" : nil
        let isOver = scope.derived.occurrences[id] == nil && entry.starts?.value.day != nil
        head = PageHead(
            id, scope,
            notice: words.map { Notice(text: scope.strings[$0], isStrong: true) }
                ?? (isOver ? Notice(text: scope.strings["event_over"]) : nil))
        self.id = id
        self.entry = entry
        item = scope.site[id]
        dates = SeriesDates(id, entry, scope)
    }

    static let slots = SlotTable<EventPage>("pages/event", "An event.", including: [.entry, .sections]) {
        Slot.rows("agenda", "its parts") { page in page.entry.agenda.items().map { page.agendaLine($0.value) } }
        Slot.object("dates", "of a series") { $0.dates }
        Slot.object("hours", "what the clocks show at the next date where its people are") { $0.hours }
        Slot.text("event_file", "of an event to come: the file that programs with calendars read") { $0.eventFile }
        Slot.text("copy_url", "where one like it is made") { $0.scope.copyURL(of: $0.item, $0.entry) }
    }

    var hasDates: Bool { entry.starts?.value.day != nil }

    private var isToCome: Bool { scope.derived.occurrences[id] != nil && scope.site.hasCalendarFile(id) }

    private var eventFile: String? {
        isToCome && !scope.derived.cancelled.contains(id)
            ? scope.root + scope.prefix + item.route + SiteGraph.eventFileName : nil
    }

    var calendar: CalendarLink? { isToCome ? scope.calendar(of: item.community) : nil }

    // MARK: Facts

    static let facts = SlotTable<EventPage>("facts of an event") {
        // When and where it is.
        Slot.fact("when", "its time, the next one or the last") { $0.scope.fact("label_when", $0.times) }
        Slot.fact("repeats", "how often, in words") { page in
            page.scope.fact(
                "label_repeats",
                page.entry.repeats.map { page.scope.strings.repetition($0.value, from: page.entry.starts?.value) })
        }
        Slot.fact("except", "on which days it does not happen") { page in
            page.scope.fact(
                "label_except",
                page.scope.site.calendar.exceptions(of: page.entry).map {
                    page.scope.plain(page.scope.strings.date($0))
                })
        }
        Slot.fact("length", "how long, in words") { page in
            page.scope.fact("label_length", page.entry.minutes.map { page.scope.strings.count("minutes", $0.value) })
        }
        Slot.fact("time_zone", "of its time") { $0.scope.fact("label_time_zone", $0.timeZone) }
        Slot.fact("place", "where it is") {
            $0.scope.fact("label_place", $0.item.text($0.entry.place, in: $0.scope.language))
        }
        Slot.fact("online", "where its call is") { $0.online }
        // Of a date of a series.
        Slot.fact("series", "to which it belongs") { $0.positionInSeries?.series }
        Slot.fact("instead_of", "when it would have been") { $0.positionInSeries?.insteadOf }
        // Who it is for, and who makes it.
        Slot.fact("register", "where people register") { $0.scope.external("label_register", $0.entry.register) }
        Slot.fact("open_to", "who may come") { page in
            page.scope.fact(
                "label_open_to", page.entry.openTo.map { page.scope.strings.label("audience", $0.value.rawValue) })
        }
        Slot.fact("hosts", "who makes it") { $0.scope.fact("label_hosts", $0.hosts) }
        Slot.fact("speakers", "who speaks") {
            $0.scope.fact("label_speakers", $0.scope.site[relationsOf: $0.id].speakers, in: $0.item.language)
        }
        Slot.fact("access", "what makes it accessible") { $0.scope.fact("label_access", $0.access) }
        Slot.fact("languages", "in which it is held") { $0.scope.fact("label_languages", $0.languages) }
        Slot.fact("status", "whether it has happened") { page in
            page.scope.fact(
                "label_status",
                page.entry.status?.value == .happened ? page.scope.strings.label("status", "happened") : nil)
        }
    }

    private var timeZone: String? {
        entry.starts?.value.minute == nil ? nil : entry.timeZone?.value ?? scope.site.settings.timeZone?.value
    }

    private var hosts: [Reference] {
        let hosts = scope.site[relationsOf: id].hosts
        return hosts.isEmpty ? item.community.map { [Reference.item($0)] } ?? [] : hosts
    }

    private var access: [PageLink] {
        entry.access.items().map { access in
            scope.strings.known("access", access.value).map { scope.plain($0) }
                ?? scope.plain(scope.word(access.value), in: item.language)
        }
    }

    private var languages: [PageLink] {
        entry.languages.items().map {
            scope.plain(scope.shared.strings[$0.value]?.ownName ?? scope.strings.name(ofLanguage: $0.value) ?? $0.value)
        }
    }

    /// The time that it is on, the next one, or the one that it was; in the site's zone too, where that is another.
    private var times: [PageLink] {
        guard let occurrence = scope.occurrence(of: id, entry) else { return [] }
        let own = PageLink(
            html: scope.time(of: id, entry, occurrence), text: scope.dates(occurrence, of: entry), attributes: nil,
            url: nil)
        let home = scope.timeAtHome(of: id, entry, occurrence).map { text, html in
            PageLink(html: html, text: text, attributes: nil, url: nil)
        }
        return [own, home].compactMap { $0 }
    }

    /// The address of a call is published only when everyone may come. Where no channel has it, the words lead to
    /// somebody who can be asked.
    private var online: Fact? {
        guard let online = entry.online else { return nil }
        if entry.publicOnline != nil { return scope.external("label_online", online) }
        let asked = scope.hasChannel(id) ? nil : scope.site.hosts(of: id).compactMap { scope.hello(to: $0)?.url }.first
        return scope.fact("label_online", [scope.plain(scope.linkToCall(of: id), url: asked)])
    }

    // MARK: The rest

    var sections: [EntrySection?] {
        let shown = dates?.writeups ?? []
        let writeups = (scope.derived.writeupsOfEvent[id] ?? []).filter { !shown.contains($0) }
        return [scope.section("writeups", "section_writeups", writeups.map { scope.row($0) }, isInOrder: true)]
    }

    private func agendaLine(_ line: AgendaItem) -> AgendaLine {
        let title = item.text(line.title, in: scope.language)
        return AgendaLine(
            text: title?.text, attributes: scope.attributes(language: title?.language),
            minutes: line.minutes.map { scope.strings.count("minutes", $0.value) })
    }
}

extension PageScope {
    /// Whether a community that holds an event has a channel.
    func hasChannel(_ event: ItemID) -> Bool {
        site.hosts(of: event).contains { host in
            if case .community(let community) = site[host].entry { !community.channels.items().isEmpty } else { false }
        }
    }

    /// Where the address of a call is that is not published, in words.
    func linkToCall(of event: ItemID) -> String { strings[hasChannel(event) ? "online_in_channel" : "online_ask"] }
}

struct AgendaLine: TemplateModel {
    let text: String?
    let attributes: String?
    let minutes: String?

    static let slots = SlotTable<AgendaLine>("agenda line", "A part of a meeting.") {
        Slot.text("text", "its title") { $0.text }
        Slot.html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it") {
            $0.attributes
        }
        Slot.text("minutes", "how long, in words") { $0.minutes }
    }
}
