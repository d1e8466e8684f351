internal import Content
internal import Site
internal import Theme

extension PageRenderer {
    // MARK: Events

    func addEvent(_ entry: Event, _ id: ItemID, to context: inout Context) {
        let item = scope.site[id]
        let relations = scope.site[relationsOf: id]
        let hosts = relations.hosts.isEmpty ? item.community.map { [Reference.item($0)] } ?? [] : relations.hosts
        set(
            [
                scope.fact("label_when", dates(entry, id)),
                scope.fact("label_repeats", entry.repeats.map { scope.strings.repetition($0.value) }),
                scope.fact(
                    "label_except",
                    entry.repeats?.value.except.items().map { scope.plain(scope.strings.date($0.value)) } ?? []),
                scope.fact("label_length", entry.minutes.map { scope.strings.count("minutes", $0.value) }),
                scope.fact(
                    "label_time_zone",
                    entry.starts?.value.minute == nil
                        ? nil : entry.timeZone?.value ?? scope.site.settings.timeZone?.value),
                scope.fact("label_place", item.text(entry.place, in: scope.language)),
                online(entry),
                scope.external("label_register", entry.register),
                scope.fact("label_open_to", entry.openTo.map { scope.strings.label("audience", $0.value.rawValue) }),
                scope.fact("label_hosts", hosts),
                scope.fact("label_speakers", relations.speakers, in: item.language),
                scope.fact(
                    "label_access", entry.access.items().map { scope.plain(scope.word($0.value), in: item.language) }),
                scope.fact(
                    "label_languages",
                    entry.languages.items().map {
                        scope.plain(scope.shared.strings[$0.value]?["language_name"] ?? $0.value)
                    }),
                scope.fact(
                    "label_status", entry.status?.value == .happened ? scope.strings.label("status", "happened") : nil),
            ], to: &context)
        context.set("copy_url", .text(copyURL(of: entry, item)))
        context.set("agenda", .section(entry.agenda.items().map { agendaLine($0.value, item) }))
        set(
            sections: [
                scope.section(
                    "writeups", "section_writeups", (scope.derived.writeupsOfEvent[id] ?? []).map { scope.row($0) })
            ],
            to: &context)
    }

    /// The questions for an event, answered as for this one, but for when it is.
    private func copyURL(of entry: Event, _ item: Item) -> String {
        scope.addURL(
            .event,
            [
                ("title", item.title(in: scope.language).text),
                ("summary", item.text(entry.common.summary, in: scope.language)?.text),
                ("community", item.community.map { scope.site[$0].id }),
                ("minutes", entry.minutes.map { String($0.value) }),
                ("kind", entry.kind?.value.rawValue), ("place", item.text(entry.place, in: scope.language)?.text),
                ("open_to", entry.openTo?.value.rawValue),
                ("online", entry.openTo?.value == .everyone ? entry.online?.value : nil),
            ].compactMap { key, value in value.map { (key, $0) } })
    }

    private func agendaLine(_ line: AgendaItem, _ item: Item) -> Context {
        let title = item.text(line.title, in: scope.language)
        return [
            "text": .text(title?.text), "attributes": .text(scope.attributes(language: title?.language)),
            "minutes": .text(line.minutes.map { scope.strings.count("minutes", $0.value) }),
        ]
    }

    /// The next date of a repetition, else the event's own; with its end.
    private func dates(_ entry: Event, _ id: ItemID) -> String? {
        guard let starts = scope.derived.nextDate[id] ?? entry.starts?.value else { return nil }
        let text = scope.strings.dateAndTime(starts)
        guard let ends = entry.ends?.value, entry.repeats == nil else { return text }
        let isSameDay = (starts.year, starts.month, starts.day) == (ends.year, ends.month, ends.day)
        let end = isSameDay ? scope.strings.time(of: ends) : scope.strings.dateAndTime(ends)
        return end.map { scope.strings.format("date_range", ["start": text, "end": $0]) } ?? text
    }

    /// The address of a call is published only when everyone may come.
    private func online(_ entry: Event) -> Context? {
        guard let online = entry.online else { return nil }
        if entry.openTo?.value == .everyone { return scope.external("label_online", online) }
        return scope.fact("label_online", scope.strings["online_in_channel"])
    }

    // MARK: Write-ups

    func addWriteup(_ entry: Writeup, _ id: ItemID, to context: inout Context) {
        let item = scope.site[id]
        let relations = scope.site[relationsOf: id]
        let outcome = item.text(entry.outcome, in: scope.language)
        context.set("outcome", .object(outcome.map { scope.plain($0.text, in: $0.language) }))
        context.set("decisions", .section(scope.lines(item.texts(entry.decisions, in: scope.language))))
        context.set("actions", .section(entry.actions.items().map { action($0.value, item) }))
        set(
            [
                scope.fact("label_date", entry.date),
                scope.fact("label_community", item.community.map { [$0] } ?? []),
                scope.fact("label_event", relations.event.map { [$0] } ?? []),
                scope.fact("label_authors", relations.authors, in: item.language),
                scope.fact("label_attendees", entry.attendees.map { scope.strings.grouped($0.value) }),
                scope.fact("label_topics", relations.topics),
                scope.external("label_first_published", entry.url),
                scope.external("label_recording", entry.recording),
                scope.external("label_slides", entry.slides),
            ], to: &context)
    }

    private func action(_ action: Action, _ item: Item) -> Context {
        let what = item.text(action.what, in: scope.language)
        let who = MemberPrivacy(scope.site).namesEverybody ? action.who.map { scope.name(of: $0.value) } : nil
        return [
            "text": .text(what?.text), "attributes": .text(scope.attributes(language: what?.language)),
            "who": .text(who),
            "by": .text(action.by.map { scope.strings.format("action_by", ["date": scope.strings.date($0.value)]) }),
            "done": .flag(action.done?.value == true),
        ]
    }
}
