internal import Calendar
internal import Content
internal import Site
internal import Theme

extension EventPage {
    /// For the page of one date of a series: which series, and when it would have been.
    var positionInSeries: (series: Fact?, insteadOf: Fact?)? {
        guard let date = item.occurrence, let series = scope.site.routes[date.seriesRoute],
            case .event(let whole) = scope.site[series].entry
        else { return nil }
        let regular = scope.site.calendar.occurrence(of: whole, leftOut: date.day.date)
        let isMoved = regular.map { entry.isMoved(from: $0, scope) } ?? false
        return (
            scope.fact("label_series", [scope.link(to: series, on: date.day)]),
            scope.fact("label_instead_of", isMoved ? regular.map { scope.dates($0, of: whole) } : nil)
        )
    }
}

extension Event {
    /// Whether one date of a series begins at another time than the series would.
    fileprivate func isMoved(from regular: Occurrence, _ scope: PageScope) -> Bool {
        let own = scope.site.calendar.first(of: self)
        return own.map { $0.instants.lowerBound != regular.instants.lowerBound } ?? false
    }
}

extension PageScope {
    /// The page of a series, at one of its dates.
    func link(to series: ItemID, on day: CivilDay) -> PageLink {
        let title = self.title(of: series)
        return plain(title.text, in: title.language, url: url(of: series) + "#" + day.date.isoDate)
    }
}

/// The dates of a series: the next ones, and those that are over and have more to say.
struct SeriesDates: TemplateModel {
    private let next: [DateLine]
    private let left: String?
    private let past: [DateLine]
    private let pastLeft: String?
    /// The write-ups that are shown beside a date.
    let writeups: Set<ItemID>

    private static let nextShown = 6
    private static let pastShown = 20

    static let slots = SlotTable<SeriesDates>("dates", "The dates of a series.") {
        Slot.rows("next_dates", "those that are not over") { $0.next }
        Slot.text("next_dates_left", "how many more there are, in words") { $0.left }
        Slot.rows("past_dates", "those that are over and have a page or a write-up, the latest first") { $0.past }
        Slot.text("past_dates_left", "how many more there are, in words") { $0.pastLeft }
    }

    init?(_ id: ItemID, _ entry: Event, _ scope: PageScope) {
        let shared = scope.shared
        guard let found = Found(id, entry, shared.site, shared.derived, shared.dates) else { return nil }
        let (next, past) = (found.next, found.past)
        if next.isEmpty, past.isEmpty { return nil }
        func lines(_ dates: ArraySlice<Found.Date>) -> [DateLine] {
            dates.map { DateLine($0, of: id, entry, scope) }
        }
        self.next = lines(next.prefix(Self.nextShown))
        self.past = lines(past.prefix(Self.pastShown))
        left = Self.left(next, scope)
        pastLeft =
            scope.more(past.count - Self.pastShown)
        writeups = Set((next.prefix(Self.nextShown) + past.prefix(Self.pastShown)).flatMap(\.writeups))
    }

    /// Of each series the days that have an anchor on its page.
    static func days(in site: SiteGraph, _ derived: Derived, _ dates: EventDates) -> [ItemID: Set<CivilDay>] {
        var days: [ItemID: Set<CivilDay>] = [:]
        for id in site.all(.event) {
            guard case .event(let entry) = site[id].entry, let found = Found(id, entry, site, derived, dates) else {
                continue
            }
            days[id] = Set((found.next.prefix(nextShown) + found.past.prefix(pastShown)).map(\.day))
        }
        return days
    }

    private static func left(_ dates: [Found.Date], _ scope: PageScope) -> String? {
        guard dates.count > nextShown, let last = dates.last?.day.date else { return nil }
        return scope.strings.format(
            "dates_more_until",
            [
                "dates": scope.strings.count("dates_more", dates.count - nextShown),
                "date": scope.strings.date(PartialDate(year: last.year, month: last.month)),
            ])
    }

    /// What is known of each date.
    fileprivate struct Found {
        struct Date {
            let day: CivilDay
            /// When the series has it.
            let regular: Occurrence
            /// Its own entry.
            var own: ItemID?
            var writeups: [ItemID] = []
        }
        private(set) var next: [Date] = []
        /// The latest first.
        private(set) var past: [Date] = []

        init?(_ id: ItemID, _ entry: Event, _ site: SiteGraph, _ derived: Derived, _ dates: EventDates) {
            guard entry.repeats != nil, entry.status?.value != .cancelled else { return nil }
            let calendar = site.calendar
            var days: [CivilDay: Date] = [:]
            func add(_ day: CivilDay, _ change: (inout Date) -> Void) {
                guard
                    var date = days[day]
                        ?? calendar.occurrence(of: entry, leftOut: day.date).map({ Date(day: day, regular: $0) })
                else { return }
                change(&date)
                days[day] = date
            }
            for writeup in derived.writeupsOfEvent[id] ?? [] {
                if let day = site[relationsOf: writeup].eventDay { add(day) { $0.writeups.append(writeup) } }
            }
            for (day, own) in site.occurrences(of: id) {
                add(day) { date in
                    date.own = own
                    date.writeups += derived.writeupsOfEvent[own] ?? []
                }
            }
            for regular in dates[id] where !calendar.isOver(regular) {
                let day = regular.starts.firstDay
                if days[day] == nil { days[day] = Date(day: day, regular: regular) }
            }
            for date in days.values.sorted(by: { $0.day < $1.day }) {
                if calendar.isOver(date.regular) && site.isOver(date.own) {
                    past.append(date)
                } else {
                    next.append(date)
                }
            }
            past.reverse()
        }
    }
}

extension SiteGraph {
    /// Whether an entry for one date of a series is over, or there is none.
    fileprivate func isOver(_ own: ItemID?) -> Bool {
        guard let own, case .event(let entry) = self[own].entry else { return true }
        return calendar.first(of: entry).map(calendar.isOver) ?? true
    }
}

/// One date of a series.
private struct DateLine: TemplateModel {
    private let anchor: String?
    private let time: String
    private var isCancelled = false
    private var instead: PageLink?
    private var page: PageLink?
    private let writeups: [PageLink]

    static let slots = SlotTable<DateLine>("date", "One date of a series.") {
        Slot.text("anchor", "for `id`: its day, unless the text of the page has such a place") { $0.anchor }
        Slot.html("time", "when the series has it, in an element `time`") { $0.time }
        Slot.flag("is_cancelled", "whether it will not take place") { $0.isCancelled }
        Slot.object("instead", "when it takes place instead, with the page that says so") { $0.instead }
        Slot.object("page", "its own page, where it differs in anything else") { $0.page }
        Slot.rows("writeups", "what happened there") { $0.writeups }
    }

    init(_ date: SeriesDates.Found.Date, of series: ItemID, _ entry: Event, _ scope: PageScope) {
        let anchor = date.day.date.isoDate
        self.anchor = scope.hasAnchor(anchor, in: series) ? nil : anchor
        writeups = date.writeups.map { scope.link(to: $0) }
        var (shown, event, isOff) = (date.regular, entry, false)
        if let own = date.own, case .event(let changed) = scope.site[own].entry {
            let page = scope.link(to: own)
            func link(_ words: String) -> PageLink { scope.plain(words, url: page.url) }
            isCancelled = changed.status?.value == .cancelled
            let actual = scope.site.calendar.first(of: changed)
            if isCancelled {
                isOff = true
                self.page = link(scope.strings["date_page"])
            } else if let actual, changed.isMoved(from: date.regular, scope) {
                isOff = true
                instead = link(
                    scope.strings.format("date_instead", ["when": scope.dates(actual, of: changed)]))
            } else {
                (shown, event) = (actual ?? shown, changed)
                let isNamed = page.text != scope.title(of: series).text
                self.page = isNamed ? page : link(scope.strings["date_page"])
            }
        }
        time = scope.timeHTML(scope.dates(shown, of: event), shown, of: event, isOff: isOff)
    }
}

extension PageScope {
    /// Whether the text of a page has an anchor of this name.
    fileprivate func hasAnchor(_ name: String, in id: ItemID) -> Bool {
        let body = site[id].bodies[site[id].bodyLanguage(for: language)]
        return body.map { $0.outline.contains { $0.id == name } || $0.anchors.values.contains(name) } ?? false
    }
}
