internal import Calendar
internal import Content
internal import Site
internal import Theme

extension EventPage {
    /// What the clocks show at the next date where its people are; `nil` where they all show the same.
    var hours: LocalHours? { LocalHours(id, item, scope) }
}

/// A table of hours by government.
struct LocalHours: TemplateModel {
    private let date: String
    private let rows: [Row]
    private let left: String?

    private static let shown = 40

    static let slots = SlotTable<LocalHours>("hours", "What the clocks show at the next date, by government.") {
        Slot.text("date", "the day by the event's own clocks, in words") { $0.date }
        Slot.list("rows", "at least two") { $0.rows }
        Slot.text("left", "how many more governments there are, in words") { $0.left }
    }

    init?(_ id: ItemID, _ item: Item, _ scope: PageScope) {
        guard let occurrence = scope.derived.occurrences[id], occurrence.starts.minute != nil,
            !scope.derived.cancelled.contains(id)
        else { return nil }
        let governments = Set(scope.site.hosts(of: id).flatMap { scope.site[relationsOf: $0].governments })
        let all = scope.byTitle(governments).compactMap { government -> (ItemID, PartialDate)? in
            guard case .term(_, let term) = scope.site[government].entry, let zone = term.timeZone?.value,
                let local = scope.site.calendar.local(occurrence.instants.lowerBound, in: zone)
            else { return nil }
            return (government, local)
        }
        guard Set(all.map(\.1)).count > 1 else { return nil }
        let day = occurrence.starts.firstDay
        date = scope.strings.dateWithWeekday(day.date)
        rows = all.prefix(Self.shown).map { government, local in
            let clock = scope.strings.time(of: local) ?? ""
            let weekday = scope.strings.list("weekdays")[local.firstDay.weekday - 1]
            let isSameDay = local.firstDay == day
            return Row(
                link: scope.link(to: government),
                time: isSameDay ? clock : scope.strings.format("date_time", ["date": weekday, "time": clock]))
        }
        left = scope.more(all.count - Self.shown)
    }

    private struct Row: LinkModel {
        let link: PageLink
        let time: String

        static let slots = SlotTable<Row>("hour", "What the clocks of a government show.", including: [.link]) {
            Slot.text("time", "on the clocks there, with the weekday where it is another") { $0.time }
        }
    }
}
