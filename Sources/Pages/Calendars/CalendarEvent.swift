internal import Calendar
internal import Content
internal import Markdown
internal import Site
internal import Text

/// An event as calendars show it, in one language. What its dates have in common is made once.
struct CalendarEvent: Sendable {
    private let isAllDay: Bool
    private let rests: Rests
    /// One of its dates.
    private let date: CalendarTemplate
    /// The same for a date while its community takes a rest.
    private let dateInRest: CalendarTemplate
    private let lines: Lines
    /// Within the calendar's window, in order.
    let dates: [Occurrence]
    /// Of each date of `dates`, one after another.
    private let digits: [UInt8]

    /// The shown length of an event of unknown length: with none, it would be drawn as a line or not at all.
    static let lengthShown = 3600

    init(_ id: ItemID, _ event: Event, _ scope: PageScope) {
        let item = scope.site[id]
        let page = scope.shared.baseURL.map { $0 + scope.shared.href(scope.prefix + item.route) }
        let isAllDay = event.starts?.value.minute == nil
        let type = isAllDay ? ";VALUE=DATE" : ""
        var when = ICalendarWriter()
        when.line("DTSTART" + type, CalendarTemplate.starts(isAllDay: isAllDay))
        when.line("DTEND" + type, CalendarTemplate.ends(isAllDay: isAllDay))
        let lines = Lines(
            uid: EventUID(id, in: scope.site), page: page, stamp: Self.stamp(item),
            sequence: Self.sequence(of: id, event, in: scope.site),
            details: Self.details(id, event, scope, page: page, isResting: false))
        // The dates of a series are distinguished by their days.
        let day = event.repeats == nil ? nil : CalendarTemplate.day
        rests = scope.site.rests(of: item.community)
        date = CalendarTemplate(lines.bytes(on: day, when: when.bytes), isAllDay: isAllDay)
        if rests == Rests() {
            dateInRest = date
        } else {
            var resting = lines
            resting.details = Self.details(id, event, scope, page: page, isResting: true)
            dateInRest = CalendarTemplate(resting.bytes(on: day, when: when.bytes), isAllDay: isAllDay)
        }
        (self.isAllDay, self.lines, dates) = (isAllDay, lines, scope.shared.dates[id])
        digits = dates.flatMap { CalendarTemplate.digits(of: $0, isAllDay: isAllDay) }
    }

    /// How many bytes a date takes.
    func size(of date: Occurrence) -> Int { template(of: date).count }

    /// Those of `dates` that are on the days.
    func append(datesOn days: Range<CivilDay>, to out: inout ICalendarWriter) {
        let width = CalendarTemplate.digits(isAllDay: isAllDay)
        for (index, occurrence) in dates.enumerated() where days.contains(occurrence.starts.firstDay) {
            let first = index * width
            out.append(template(of: occurrence), digits[first..<first + width])
        }
    }

    /// One date as an event of its own, in UTC: the only form that is right in every reader that was tried.
    func append(_ occurrence: Occurrence, to out: inout ICalendarWriter) {
        out.append(template(of: occurrence), CalendarTemplate.digits(of: occurrence, isAllDay: isAllDay)[...])
    }

    private func template(of occurrence: Occurrence) -> CalendarTemplate {
        rests.contains(occurrence.starts.firstDay) ? dateInRest : date
    }

    /// A whole series: its name, the lines that say when it is, and all else.
    ///
    /// - Parameter changes: how many of its dates have an entry of their own. The series leaves these out, which is a
    ///   change of it.
    func append(series when: [UInt8], changes: Int, to out: inout ICalendarWriter) {
        var changed = lines
        changed.sequence += changes
        out.append(changed.bytes(on: nil, when: when))
    }

    /// All but when it is.
    private struct Lines {
        let uid: EventUID
        let page: String?
        let stamp: String
        var sequence: Int
        var details: [UInt8]

        func bytes(on day: String?, when: [UInt8]) -> [UInt8] {
            var out = ICalendarWriter()
            out.line("BEGIN", "VEVENT")
            out.line("UID", uid.text(on: day))
            out.line("DTSTAMP", stamp)
            if sequence > 0 { out.line("SEQUENCE", String(sequence)) }
            out.append(when)
            out.append(details)
            if let page { out.line("URL", page + (day.map { "#" + $0 } ?? "")) }
            out.line("END", "VEVENT")
            return out.bytes
        }
    }

    // MARK: What its dates have in common

    /// When its facts were last said to be true. Never the time of the build: two builds must give the same bytes.
    private static func stamp(_ item: Item) -> String {
        let known = [item.common.verified, item.common.asOf].compactMap { $0?.value.firstDay }.max()
        return ICalendarWriter.utc((known?.number ?? 0) * 86_400)
    }

    /// By `revision` alone. What one date of a series says comes after what the series says.
    private static func sequence(of id: ItemID, _ event: Event, in site: SiteGraph) -> Int {
        let own = event.revision?.value ?? 0
        guard let date = site[id].occurrence, let series = site.routes[date.seriesRoute],
            case .event(let whole) = site[series].entry
        else { return own }
        return (whole.revision?.value ?? 0) + 1 + own
    }

    private static func details(
        _ id: ItemID, _ event: Event, _ scope: PageScope, page: String?, isResting: Bool
    ) -> [UInt8] {
        let item = scope.site[id]
        var out = ICalendarWriter()
        let title = item.title(in: scope.language).text
        let isCancelled = event.status?.value == .cancelled
        // Some readers show a cancelled event like any other.
        out.text("SUMMARY", isCancelled ? scope.strings.format("calendar_cancelled", ["title": title]) : title)
        if let place = item.text(event.place, in: scope.language)?.text ?? event.publicOnline?.value {
            out.text("LOCATION", place)
        }
        let lines = description(id, event, scope, page: page, isResting: isResting)
        if !lines.isEmpty { out.text("DESCRIPTION", lines: lines) }
        if isCancelled {
            out.line("STATUS", "CANCELLED")
        } else if isResting {
            out.line("STATUS", "TENTATIVE")
        }
        return out.bytes
    }

    /// What it is, how to come, and where more is said.
    private static func description(
        _ id: ItemID, _ event: Event, _ scope: PageScope, page: String?, isResting: Bool
    ) -> [String] {
        let item = scope.site[id]
        func line(_ label: String, _ value: String?) -> String? {
            value.map { scope.strings.format("calendar_line", ["label": scope.strings[label], "value": $0]) }
        }
        let summary =
            item.text(item.common.summary, in: scope.language)?.text
            ?? item.bodies[item.bodyLanguage(for: scope.language)]?.firstParagraph
        let online = event.online.map { _ in event.publicOnline?.value ?? scope.linkToCall(of: id) }
        let lines = [
            isResting ? scope.strings["event_resting"] : nil,
            summary.map { $0.cut(toScalars: 200) },
            line("label_online", online), line("label_register", event.register?.value), page,
        ]
        return lines.compactMap { $0 }.filter { !$0.isEmpty }
    }
}

extension PageScope {
    /// The events with a day, as calendars in the language of the page show them.
    func calendarEvents() -> [ItemID: CalendarEvent] {
        shared.calendarEvents[language]!.made {
            var events: [ItemID: CalendarEvent] = [:]
            for id in site.all(.event) where site.hasCalendarFile(id) {
                if case .event(let event) = site[id].entry { events[id] = CalendarEvent(id, event, self) }
            }
            return events
        }
    }
}
