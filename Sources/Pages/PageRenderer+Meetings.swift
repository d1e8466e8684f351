internal import Content
internal import Site
internal import Theme

extension PageRenderer {
    // MARK: Events

    func addEvent(_ entry: Event, _ id: ItemID, to context: inout Context) {
        let item = site[id]
        let relations = site[relationsOf: id]
        let hosts = relations.hosts.isEmpty ? item.community.map { [Reference.item($0)] } ?? [] : relations.hosts
        set(
            [
                fact("label_when", dates(entry, id)),
                fact("label_repeats", entry.repeats.map { strings.repetition($0.value) }),
                fact("label_except", entry.repeats?.value.except.items().map { plain(strings.date($0.value)) } ?? []),
                fact("label_length", entry.minutes.map { strings.count("minutes", $0.value) }),
                fact(
                    "label_time_zone",
                    entry.starts?.value.minute == nil ? nil : entry.timeZone?.value ?? site.settings.timeZone?.value),
                fact("label_place", item.text(entry.place, in: language)),
                online(entry),
                external("label_register", entry.register),
                fact("label_open_to", entry.openTo.map { strings.label("audience", $0.value.rawValue) }),
                fact("label_hosts", hosts),
                fact("label_speakers", relations.speakers, in: item.language),
                fact("label_access", entry.access.items().map { plain(word($0.value), in: item.language) }),
                fact(
                    "label_languages",
                    entry.languages.items().map { plain(shared.strings[$0.value]?["language_name"] ?? $0.value) }),
                fact("label_status", entry.status?.value == .happened ? strings.label("status", "happened") : nil),
            ], to: &context)
        context.set("copy_url", .text(copyURL(of: entry, item)))
        context.set("agenda", .section(entry.agenda.items().map { agendaLine($0.value, item) }))
        set(
            sections: [section("writeups", "section_writeups", (derived.writeupsOfEvent[id] ?? []).map { row($0) })],
            to: &context)
    }

    /// The questions for an event, answered as for this one, but for when it is.
    private func copyURL(of entry: Event, _ item: Item) -> String {
        addURL(
            .event,
            [
                ("title", item.title(in: language).text),
                ("summary", item.text(entry.common.summary, in: language)?.text),
                ("community", item.community.map { site[$0].id }), ("minutes", entry.minutes.map { String($0.value) }),
                ("kind", entry.kind?.value.rawValue), ("place", item.text(entry.place, in: language)?.text),
                ("open_to", entry.openTo?.value.rawValue),
                ("online", entry.openTo?.value == .everyone ? entry.online?.value : nil),
            ].compactMap { key, value in value.map { (key, $0) } })
    }

    private func agendaLine(_ line: AgendaItem, _ item: Item) -> Context {
        let title = item.text(line.title, in: language)
        return [
            "text": .text(title?.text), "attributes": .text(attributes(language: title?.language)),
            "minutes": .text(line.minutes.map { strings.count("minutes", $0.value) }),
        ]
    }

    /// The next date of a repetition, else the event's own; with its end.
    private func dates(_ entry: Event, _ id: ItemID) -> String? {
        guard let starts = derived.nextDate[id] ?? entry.starts?.value else { return nil }
        let text = strings.dateAndTime(starts)
        guard let ends = entry.ends?.value, entry.repeats == nil else { return text }
        let isSameDay = (starts.year, starts.month, starts.day) == (ends.year, ends.month, ends.day)
        let end = isSameDay ? strings.time(of: ends) : strings.dateAndTime(ends)
        return end.map { strings.format("date_range", ["start": text, "end": $0]) } ?? text
    }

    /// The address of a call is published only when everyone may come.
    private func online(_ entry: Event) -> Context? {
        guard let online = entry.online else { return nil }
        if entry.openTo?.value == .everyone { return external("label_online", online) }
        return fact("label_online", strings["online_in_channel"])
    }

    // MARK: Write-ups

    func addWriteup(_ entry: Writeup, _ id: ItemID, to context: inout Context) {
        let item = site[id]
        let relations = site[relationsOf: id]
        let outcome = item.text(entry.outcome, in: language)
        context.set("outcome", .object(outcome.map { plain($0.text, in: $0.language) }))
        context.set("decisions", .section(lines(item.texts(entry.decisions, in: language))))
        context.set("actions", .section(entry.actions.items().map { action($0.value, item) }))
        set(
            [
                fact("label_date", entry.date),
                fact("label_community", item.community.map { [$0] } ?? []),
                fact("label_event", relations.event.map { [$0] } ?? []),
                fact("label_authors", relations.authors, in: item.language),
                fact("label_attendees", entry.attendees.map { strings.grouped($0.value) }),
                fact("label_topics", relations.topics),
                external("label_first_published", entry.url),
                external("label_recording", entry.recording),
                external("label_slides", entry.slides),
            ], to: &context)
    }

    private func action(_ action: Action, _ item: Item) -> Context {
        let what = item.text(action.what, in: language)
        let who = MemberPrivacy(site).namesEverybody ? action.who.map { name(of: $0.value) } : nil
        return [
            "text": .text(what?.text), "attributes": .text(attributes(language: what?.language)),
            "who": .text(who),
            "by": .text(action.by.map { strings.format("action_by", ["date": strings.date($0.value)]) }),
            "done": .flag(action.done?.value == true),
        ]
    }
}
