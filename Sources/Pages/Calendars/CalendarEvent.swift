internal import Calendar
internal import Content
internal import Markdown
internal import Site
internal import Text

/// An event as calendars show it, in one language. What its dates have in common is made once.
struct CalendarEvent {
    private let isAllDay: Bool
    /// Of a series, whose dates are told apart by their days.
    private let isSeries: Bool
    private let name: String
    private let host: String
    private let page: String?
    private let rests: Rests
    /// Lines before and after those about one date.
    private let stamp: [UInt8]
    private let sequence: Int
    private let details: [UInt8]
    private let detailsInRest: [UInt8]

    /// How long an event is shown whose length is not known: none would be drawn as a line, or not at all.
    static let lengthShown = 3600

    init(_ id: ItemID, _ event: Event, _ scope: PageScope) {
        let item = scope.site[id]
        isAllDay = event.starts?.value.minute == nil
        isSeries = event.repeats != nil
        name = EventUID.name(of: id, in: scope.site)
        host = EventUID.host(of: scope.site)
        page = scope.shared.baseURL.map { $0 + scope.shared.href(scope.prefix + item.route) }
        rests = scope.site.rests(of: item.community)
        var stamp = ICalendarWriter()
        stamp.line("DTSTAMP", Self.stamp(item))
        self.stamp = stamp.bytes
        sequence = Self.sequence(of: id, event, in: scope.site)
        details = Self.details(item, event, scope, page: page, isResting: false)
        detailsInRest =
            rests == Rests() ? details : Self.details(item, event, scope, page: page, isResting: true)
    }

    /// About how many bytes a date takes: what they have in common, and its name, times and address.
    var size: Int { stamp.count + details.count + name.utf8.count + host.utf8.count + (page?.utf8.count ?? 0) + 120 }

    /// One date as an event of its own, in UTC: the only form that is right in every reader that was tried.
    func append(_ occurrence: Occurrence, to out: inout ICalendarWriter) {
        let day = occurrence.starts.firstDay
        begin(on: isSeries ? day : nil, sequence, &out)
        if isAllDay {
            out.line("DTSTART;VALUE=DATE", ICalendarWriter.date(day))
            let last = occurrence.ends?.lastDay ?? occurrence.starts.lastDay
            out.line("DTEND;VALUE=DATE", ICalendarWriter.date(last + 1))
        } else {
            let instants = occurrence.instants
            out.line("DTSTART", ICalendarWriter.utc(instants.lowerBound))
            let end = instants.isEmpty ? instants.lowerBound + Self.lengthShown : instants.upperBound
            out.line("DTEND", ICalendarWriter.utc(end))
        }
        finish(on: day, &out)
    }

    /// A whole series: its name, the lines that say when it is, and all else.
    ///
    /// - Parameter changes: how many of its dates have an entry of their own. The series leaves these out, which is a
    ///   change of it.
    func append(series when: [UInt8], changes: Int, to out: inout ICalendarWriter) {
        begin(on: nil, sequence + changes, &out)
        out.append(when)
        finish(on: nil, &out)
    }

    private func begin(on day: CivilDay?, _ sequence: Int, _ out: inout ICalendarWriter) {
        out.line("BEGIN", "VEVENT")
        out.line("UID", name + (day.map { "." + $0.date.isoDate } ?? "") + "@" + host)
        out.append(stamp)
        if sequence > 0 { out.line("SEQUENCE", String(sequence)) }
    }

    private func finish(on day: CivilDay?, _ out: inout ICalendarWriter) {
        out.append(day.map(rests.contains) ?? false ? detailsInRest : details)
        if let page { out.line("URL", page + (isSeries ? day.map { "#" + $0.date.isoDate } ?? "" : "")) }
        out.line("END", "VEVENT")
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
        _ item: Item, _ event: Event, _ scope: PageScope, page: String?, isResting: Bool
    ) -> [UInt8] {
        var out = ICalendarWriter()
        let title = item.title(in: scope.language).text
        let isCancelled = event.status?.value == .cancelled
        // Some readers show a cancelled event like any other.
        out.text("SUMMARY", isCancelled ? scope.strings.format("calendar_cancelled", ["title": title]) : title)
        let online = event.openTo?.value == .everyone ? event.online?.value : nil
        if let place = item.text(event.place, in: scope.language)?.text ?? online { out.text("LOCATION", place) }
        let lines = description(item, event, scope, page: page, isResting: isResting)
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
        _ item: Item, _ event: Event, _ scope: PageScope, page: String?, isResting: Bool
    ) -> [String] {
        func line(_ label: String, _ value: String?) -> String? {
            value.map { scope.strings.format("calendar_line", ["label": scope.strings[label], "value": $0]) }
        }
        let summary =
            item.text(item.common.summary, in: scope.language)?.text
            ?? item.bodies[item.bodyLanguage(for: scope.language)]?.firstParagraph
        let online: String? =
            if let address = event.online {
                event.openTo?.value == .everyone ? address.value : scope.strings["online_in_channel"]
            } else {
                nil
            }
        let lines = [
            isResting ? scope.strings["event_resting"] : nil,
            summary.map { $0.cut(toScalars: 200) },
            line("label_online", online), line("label_register", event.register?.value), page,
        ]
        return lines.compactMap { $0 }.filter { !$0.isEmpty }
    }
}
