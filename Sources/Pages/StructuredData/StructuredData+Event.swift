internal import Calendar
internal import Content
internal import Site
internal import Text

extension StructuredData {
    /// Of an event that comes again, the time that the page names: the next one, or the one that it is on.
    func event(_ id: ItemID, _ entry: Event, _ item: Item) -> Thing {
        let relations = scope.site[relationsOf: id]
        let hosts = relations.hosts.isEmpty ? item.community.map { [Reference.item($0)] } ?? [] : relations.hosts
        let organizers = scope.speakable(hosts, writtenAs: entry.hosts.items().map(\.value))
        let isResting = scope.derived.resting.contains(id)
        let occurrence = isResting ? scope.derived.occurrences[id] : scope.occurrence(of: id, entry)
        return Thing(
            "Event",
            [
                ("name", pageTitle), ("url", .text(address)), ("description", summary(of: item)),
                ("startDate", occurrence.map { .text(date($0.starts, $0.instants.lowerBound, of: entry)) }),
                (
                    "endDate",
                    occurrence.flatMap { time in
                        time.ends.map { .text(date($0, time.instants.upperBound, of: entry)) }
                    }
                ),
                ("eventStatus", status(id, entry).map { .text("https://schema.org/" + $0) }),
                ("eventAttendanceMode", attendance(entry).map { .text("https://schema.org/" + $0) }),
                ("location", .values(places(entry, item))), ("organizer", .values(organisations(organizers))),
                ("superEvent", series(of: item)), ("eventSchedule", EventSchedule(id, entry, scope)?.thing.json),
                ("inLanguage", .values(entry.languages.items().prefix(Self.listed).map { .text($0.value) })),
            ])
    }

    /// The series that an event is one date of.
    private func series(of item: Item) -> JSON? {
        guard let route = item.occurrence?.seriesRoute, let series = scope.site.routes[route] else { return nil }
        let url = scope.shared.baseURL.map { $0 + scope.shared.href(scope.prefix + route) }
        return Thing("EventSeries", [("name", title(of: series)), ("url", .text(url))]).json
    }

    /// A day, a month or a year as it is, and a time with the offset of its clocks.
    private func date(_ date: PartialDate, _ instant: Int, of entry: Event) -> String {
        date.minute == nil ? date.isoDate : scope.site.calendar.timestamp(instant, of: entry)
    }

    /// A date of its own within a rest of its community says nothing: the page does not know either whether it takes
    /// place.
    private func status(_ id: ItemID, _ entry: Event) -> String? {
        if entry.status?.value == .cancelled || scope.derived.cancelled.contains(id) { return "EventCancelled" }
        guard scope.derived.resting.contains(id) else { return "EventScheduled" }
        return scope.derived.occurrences[id] == nil ? "EventPostponed" : nil
    }

    private func attendance(_ entry: Event) -> String? {
        switch (entry.place != nil, entry.online != nil) {
        case (true, true): "MixedEventAttendanceMode"
        case (true, false): "OfflineEventAttendanceMode"
        case (false, true): "OnlineEventAttendanceMode"
        case (false, false): nil
        }
    }

    /// The address of a call is there only where the page has it too: when everyone may come.
    private func places(_ entry: Event, _ item: Item) -> [JSON] {
        let place = item.text(entry.place, in: scope.language).map { Thing("Place", [("name", text($0))]).json }
        let online = entry.publicOnline.flatMap { Self.webAddress($0.value) }
        return [place, online.map { Thing("VirtualLocation", [("url", .text($0))]).json }].compactMap { $0 }
    }
}
