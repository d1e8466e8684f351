internal import Calendar
internal import Content
internal import Site

/// Events sorted into those that are to come, are over, or have no date.
struct EventLists {
    /// With the instant at which each starts.
    private(set) var upcoming: [(event: ItemID, start: Int)] = []
    private(set) var past: [(event: ItemID, start: Int)] = []
    private(set) var habits: [ItemID] = []
    private(set) var occurrences: [ItemID: Occurrence] = [:]
    private(set) var cancelled: Set<ItemID> = []
    private(set) var resting: Set<ItemID> = []
    private(set) var daysOff: [ItemID: [PartialDate]] = [:]

    mutating func add(_ id: ItemID, _ event: Event, in site: SiteGraph) {
        let calendar = site.calendar
        let days = site.daysOff(of: id)
        let rests = days.rests
        let off = calendar.exceptions(of: event)
        if let next = calendar.occurrence(of: event, without: days) {
            add(id, next)
            if event.status?.value == .cancelled { cancelled.insert(id) }
            // A repetition leaves out the days of a rest; a single date stays in the lists, and says so.
            if rests.contains(next.starts.firstDay) { resting.insert(id) }
            // Dates left out before it: on such a day somebody may still come to a closed door.
            let before = off.filter { $0 < next.starts }
            if !before.isEmpty { daysOff[id] = before }
        } else if let last = off.first, let date = calendar.occurrence(of: event, leftOut: last) {
            add(id, date)
            cancelled.insert(id)
        } else if rests.isOpenEnded(on: site.today), calendar.occurrence(of: event) != nil {
            habits.append(id)
            resting.insert(id)
        } else if let first = calendar.first(of: event) {
            past.append((id, first.instants.lowerBound))
        } else {
            habits.append(id)
        }
    }

    private mutating func add(_ id: ItemID, _ occurrence: Occurrence) {
        upcoming.append((id, occurrence.instants.lowerBound))
        occurrences[id] = occurrence
    }
}
