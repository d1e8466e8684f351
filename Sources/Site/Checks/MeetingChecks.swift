internal import Calendar
internal import Content
internal import Diagnostics
internal import Text

/// Meetings that nobody can come to as they are announced.
extension SiteCheck {
    static let eventsOverlap = SiteCheck(
        Rule(
            "events-overlap", .warning, "Two events of one community are not at the same time.",
            bad: [
                "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
                "communities/a/events/b.md": "---\ntitle: B\nstarts: 2999-01-05 12:00\nminutes: 60\n---\n",
                "communities/a/events/c.md": "---\ntitle: C\nstarts: 2999-01-05 12:30\nminutes: 60\n---\n",
            ],
            good: [
                "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
                "communities/a/events/b.md": "---\ntitle: B\nstarts: 2999-01-05 12:00\nminutes: 60\n---\n",
                "communities/a/events/c.md": "---\ntitle: C\nstarts: 2999-01-05 13:00\nminutes: 60\n---\n",
            ])
    ) { site, rule in
        site.communities.flatMap { community in
            overlaps(of: site.parts(of: community).filter { site[$0].kind == .event }, site, rule)
        }
    }

    /// For each event the first time at which another is on, reported in the file of the one that begins later.
    private static func overlaps(of events: [ItemID], _ site: SiteGraph, _ rule: Rule) -> [Diagnostic] {
        if events.count < 2 { return [] }
        let dates = events.flatMap { datesToCome(of: $0, site) }.sorted {
            ($0.instants.lowerBound, $0.event) < ($1.instants.lowerBound, $1.event)
        }
        var found: [Diagnostic] = []
        var told: Set<ItemID> = []
        var longest: EventDate?
        for date in dates {
            defer { if date.instants.upperBound > longest?.instants.upperBound ?? .min { longest = date } }
            guard let other = longest, other.event != date.event,
                date.instants.lowerBound < other.instants.upperBound, told.insert(date.event).inserted
            else { continue }
            let item = site[date.event]
            found.append(
                rule.at(
                    item.range, in: item.path,
                    "On \(date.day.date.isoDate) this is at the same time as `\(site[other.event].path)`.",
                    help: Help(
                        "If one of them moves or is off, say so in its file. If both are meant, make them one event "
                            + "with an agenda.")))
        }
        return found
    }

    private struct EventDate {
        let event: ItemID
        let day: CivilDay
        let instants: Range<Int>
    }

    /// In the year to come, of those that have a time and a length and are not off.
    private static func datesToCome(of id: ItemID, _ site: SiteGraph) -> [EventDate] {
        guard case .event(let event) = site[id].entry, event.starts?.value.minute != nil,
            event.status?.value != .cancelled,
            let first = site.calendar.occurrence(of: event, without: site.daysOff(of: id))
        else { return [] }
        let start = first.instants.lowerBound
        let year = 366 * 86_400
        return site.calendar.occurrences(of: event, in: start..<(start + year), without: site.daysOff(of: id)).map {
            EventDate(event: id, day: $0.starts.firstDay, instants: $0.instants)
        }.filter { !$0.instants.isEmpty }
    }

    static let seriesWithoutLife = SiteCheck(
        Rule(
            "series-without-life", .warning,
            "A series without an end shows a sign of life every two years.",
            bad: [
                "events/a.md": "---\ntitle: A\nstarts: 2001-01-02 12:00\nrepeats:\n  every: week\n---\n"
            ],
            good: [
                "events/a.md": "---\ntitle: A\nstarts: 2001-01-02 12:00\nrepeats:\n  every: week\n"
                    + "  until: 2001-12-31\n---\n"
            ])
    ) { site, rule in
        let limit = CivilDay(number: site.today.number - 730)
        return eachEvent(site) { item, event in
            guard let repeats = event.repeats, let starts = event.starts?.value, starts.firstDay < limit,
                Repetitions.lastDay(of: event) == nil, event.status?.value != .cancelled,
                let id = site.routes[item.route],
                site.calendar.occurrence(of: event, without: site.daysOff(of: id)) != nil
            else { return nil }
            let last = signsOfLife(of: id, item, event, site).max()
            if let last, last >= limit { return nil }
            let since = [starts.firstDay, last].compactMap { $0 }.max()!.date.isoDate
            return rule.at(
                repeats.range, in: item.path,
                "This series has no end, and nothing since \(since) shows that people still meet.",
                help: Help(
                    "If they do not, end the series with `until`. If they do, write the day on which that was last "
                        + "known:",
                    paste: "verified: \(site.today.date.isoDate)"))
        }
    }

    /// Days on which somebody said something that shows that a series goes on: its facts, those of its community, its
    /// write-ups, and dates with an entry of their own.
    private static func signsOfLife(of id: ItemID, _ item: Item, _ event: Event, _ site: SiteGraph) -> [CivilDay] {
        var dates = [item.common.verified, item.common.asOf].map { $0?.value.lastDay }
        if let community = item.community {
            dates += [site[community].common.verified, site[community].common.asOf].map { $0?.value.lastDay }
        }
        for other in (item.community.map { site.parts(of: $0) } ?? []) + site.mentions[id.index] {
            if case .writeup(let writeup) = site[other].entry { dates.append(writeup.date?.value.lastDay) }
        }
        dates += event.repeats?.value.except.items().map { $0.value.firstDay } ?? []
        dates += site.occurrences(of: id).keys.map { $0 }
        return dates.compactMap { $0 }
    }

    static let privateLink = SiteCheck(
        Rule(
            "private-link", .warning, "The address of a call does not contain a password or token.",
            bad: [
                "events/a.md": "---\ntitle: A\nstarts: 2999-01-05\nonline: https://example.gov/j/12?pwd=abc\n---\n"
            ],
            good: ["events/a.md": "---\ntitle: A\nstarts: 2999-01-05\nonline: https://example.gov/j/12\n---\n"])
    ) { site, rule in
        eachEvent(site) { item, event in
            guard let online = event.online, let key = secretKey(in: online.value) else { return nil }
            return rule.at(
                online.range, in: item.path,
                "The part `\(key)=` of this address lets in anyone who reads "
                    + (event.publicOnline != nil
                        ? "the page, a calendar or this file." : "this file, which stays in the repository."),
                help: Help(
                    "Write the address without it, and give the password where people join, or let them wait until "
                        + "somebody lets them in."))
        }
    }

    /// A part of an address that looks like a password, a token or a signature.
    private static func secretKey(in url: String) -> String? {
        guard let mark = url.firstIndex(where: { $0 == "?" || $0 == "#" }) else { return nil }
        let keys = url[url.index(after: mark)...].split(whereSeparator: { "&?#".contains($0) }).compactMap { part in
            part.contains("=") ? part.prefix { $0 != "=" }.lowercased() : nil
        }
        return keys.first { secretKeys.contains($0) }
    }

    private static let secretKeys: Set = [
        "pwd", "password", "passcode", "pass", "pin", "token", "access_token", "auth", "authkey", "key", "secret",
        "sig",
        "signature", "jwt", "tk", "zak", "moderatorpw", "hostkey",
    ]
}
