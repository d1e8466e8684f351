internal import Calendar
internal import Content
internal import Site
internal import Text
internal import Theme

/// Times of events on pages: in words for readers, and as instants for the script that knows the reader's clock.
extension PageScope {
    /// How many dates after the one that is shown a page holds for readers who come when that one is over.
    private static let datesHeld = 2

    /// When an event is, was or comes next: its words in an element `time`.
    func time(of id: ItemID, _ event: Event, _ occurrence: Occurrence) -> String {
        time(of: id, event, occurrence, by: event) { dates($0, of: event) }
    }

    /// The same by the clocks of the site; `nil` where these are the event's own.
    func timeAtHome(of id: ItemID, _ event: Event, _ occurrence: Occurrence) -> (text: String, html: String)? {
        guard site.calendar.foreignZone(of: event) != nil, let zone = site.calendar.zone else { return nil }
        func words(_ occurrence: Occurrence) -> String {
            let (starts, ends) = site.calendar.atHome(occurrence)
            return strings.dates(starts, ends, zone: zone)
        }
        var atHome = event
        atHome.timeZone = nil
        return (words(occurrence), time(of: id, event, occurrence, by: atHome, words))
    }

    /// - Parameter clocks: an event in the zone by which the times are written.
    private func time(
        of id: ItemID, _ event: Event, _ occurrence: Occurrence, by clocks: Event, _ words: (Occurrence) -> String
    ) -> String {
        let isOff = derived.cancelled.contains(id) || derived.resting.contains(id)
        let next = datesAfter(occurrence, of: id, event).flatMap { date in
            let (starts, ends) = machineDates(date, of: clocks)
            return [starts, ends ?? "", words(date)]
        }
        return timeHTML(
            words(occurrence), occurrence, of: clocks, isOff: isOff, next: next.joined(separator: "|"))
    }

    /// Words for a time of an event, in an element `time`: an instant with the offset of the event's clocks, or a day.
    ///
    /// - Parameters:
    ///   - isOff: whether it does not take place.
    ///   - next: start, end and words of the dates after it.
    func timeHTML(
        _ text: String, _ occurrence: Occurrence, of event: Event, isOff: Bool = false, next: String = ""
    ) -> String {
        let (starts, ends) = machineDates(occurrence, of: event)
        // The reader's clock says nothing about what was over when the site was made.
        let name = site.calendar.isOver(occurrence) ? "" : " class=\"event-time\""
        var out = "<time\(name) datetime=\"\(starts)\""
        if let ends { out += " data-end=\"\(ends)\"" }
        if isOff { out += " data-off" }
        if !next.isEmpty { out += " data-next=\"\(HTMLEscape.text(next))\"" }
        return out + ">\(HTMLEscape.text(text))</time>"
    }

    /// The start and, where it is known, the end: days of an event that has no time, else instants.
    func machineDates(_ occurrence: Occurrence, of event: Event) -> (starts: String, ends: String?) {
        guard occurrence.starts.minute != nil else {
            let last = occurrence.ends.map { $0.day == nil ? $0 : $0.lastDay.date }
            return (occurrence.starts.isoDate, last?.isoDate)
        }
        let instants = occurrence.instants
        func timestamp(_ instant: Int) -> String { site.calendar.timestamp(instant, of: event) }
        return (
            timestamp(instants.lowerBound),
            instants.isEmpty ? nil : timestamp(instants.upperBound)
        )
    }

    /// The next dates of a series.
    private func datesAfter(_ occurrence: Occurrence, of id: ItemID, _ event: Event) -> some Sequence<Occurrence> {
        let isToCome =
            event.repeats != nil && derived.occurrences[id] != nil && !derived.cancelled.contains(id)
        let dates = isToCome ? shared.dates[id] : []
        return dates.lazy.filter { $0.instants.lowerBound > occurrence.instants.lowerBound }.prefix(Self.datesHeld)
    }

    /// The day as of which a list of upcoming events is right.
    var asOf: String { strings.format("as_of_day", ["date": strings.date(site.today.date)]) }
}

extension Strings {
    /// The words that the script of times needs, as attributes of its element.
    var timeWords: String {
        let forms = soonForms
        let words = [
            ("yours", self["your_time"]), ("time", self["time"]), ("date-time", self["date_time"]),
            ("weekdays", list("weekdays").joined(separator: "|")), ("on", self["event_on"]),
            ("soon", forms.texts.joined(separator: "|")), ("forms", forms.numbers), ("over", self["date_over"]),
            ("is-over", self["event_over"]),
        ]
        return words.map { " data-\($0)=\"\(HTMLEscape.text($1))\"" }.joined()
    }

    /// The forms of “in 20 minutes”, and which of them each number from 1 to 59 has: not every browser knows the
    /// plurals of every language.
    private var soonForms: (texts: [String], numbers: String) {
        var texts: [String] = []
        var numbers = ""
        for number in 1...59 {
            let text = count("in_minutes", number).replacing(String(number), with: "{n}")
            if !texts.contains(text) { texts.append(text) }
            numbers += String(texts.firstIndex(of: text)!)
        }
        return (texts, numbers)
    }
}
