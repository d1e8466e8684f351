package import Content
internal import Diagnostics
internal import Text

/// Entries that are one date of a series: what they leave out is as in the series.
extension Gathering {
    /// Fills in what the entries leave out. An entry whose series is not published, or not there, is not published
    /// either.
    mutating func joinOccurrences() {
        let dates = items.compactMap { route, item -> (route: String, event: Event, name: Located<OccurrenceName>)? in
            guard case .event(let event) = item.entry, let name = event.occurrenceOf else { return nil }
            return (route, event, name)
        }
        for (route, event, name) in dates.sorted(by: { $0.route < $1.route }) {
            let (item, meant) = (items[route]!, EntryName(name.value.event, .event))
            let candidates = meant.routes(seenFrom: item.communityID)
            if let series = candidates.compactMap({ items[$0] }).first, case .event(let whole) = series.entry,
                whole.occurrenceOf == nil
            {
                items[route] = item.with(
                    entry: .event(event.filled(from: whole, on: name.value.day!, in: series.language)),
                    occurrence: SeriesDate(seriesRoute: series.route, day: name.value.day!, stated: event))
                continue
            }
            if let reason = candidates.compactMap({ unpublished[$0] }).first {
                withheldFiles.add(item, reason)
                unpublished[route] = reason
            } else {
                let series = items.values.filter {
                    if case .event(let event) = $0.entry { event.repeats != nil } else { false }
                }
                problems.append(meant.unknown(at: name.range, in: item, among: series))
                unpublished[route] = .unreadable
            }
            items[route] = nil
        }
    }
}

/// How front matter names an event or a write-up: `coffee`, `data/coffee`.
package struct EntryName {
    private let text: String
    private let kind: Kind

    package init(_ text: String, _ kind: Kind) { (self.text, self.kind) = (text, kind) }

    /// The addresses that are meant, the likeliest first: the same community, then the shared ones.
    package func routes(seenFrom community: String?) -> [String] {
        let folder = kind == .event ? "events" : "writeups"
        let parts = text.split(separator: "/").map(String.init)
        if parts.count == 2 { return ["communities/\(parts[0])/\(folder)/\(parts[1])/"] }
        return (community.map { ["communities/\($0)/\(folder)/\(text)/"] } ?? []) + ["\(folder)/\(text)/"]
    }

    /// - Parameter known: names among which a near one is searched; none where enough was suggested.
    func unknown(at range: ByteRange, in item: Item, among known: some Sequence<Item>) -> Diagnostic {
        let near = known.lazy.filter {
            $0.kind == kind && ($0.communityID == nil || $0.communityID == item.communityID)
        }.map(\.id)
        return SiteRules.unknownReference.at(
            range, in: item.path,
            "There is no \(kind == .event ? "event" : "write-up") "
                + "`\(text)`\(item.communityID == nil ? "" : " in this community or") among the shared "
                + "ones.\(NearestMatch.hint(text, among: near))",
            help: "Write the name of its file, without `.md`. In another community: `community/name`.")
    }
}

extension Event {
    /// One date of a series, with what it leaves out as in the series.
    ///
    /// - Parameter language: of the series' file.
    fileprivate func filled(from series: Event, on day: CivilDay, in language: String) -> Event {
        var event = self
        func text(_ own: Located<LocalizedText>?, _ other: Located<LocalizedText>?) -> Located<LocalizedText>? {
            own ?? other.map { Located($0.value.stated(in: language), $0.range) }
        }
        event.common.title = text(common.title, series.common.title)
        event.common.summary = text(common.summary, series.common.summary)
        event.common.example = common.example ?? series.common.example
        event.place = text(place, series.place)
        event.timeZone = timeZone ?? series.timeZone
        event.kind = kind ?? series.kind
        event.online = online ?? series.online
        event.register = register ?? series.register
        event.openTo = openTo ?? series.openTo
        event.access = access ?? series.access
        event.languages = languages ?? series.languages
        event.status = status ?? series.status
        event.repeats = nil
        if starts == nil, var date = series.starts {
            date.value = day.date
            date.value.minute = series.starts?.value.minute
            event.starts = date
        }
        if ends == nil, minutes == nil { event.takeLength(of: series) }
        return event
    }

    /// Ends as long after its own start as the dates of a series do, by the clock on the wall.
    private mutating func takeLength(of series: Event) {
        minutes = series.minutes
        guard let from = series.starts?.value, let until = series.ends, let starts = starts?.value, starts.day != nil
        else { return }
        let days = until.value.lastDay.number - from.firstDay.number
        if let minute = starts.minute {
            guard let first = from.minute, let last = until.value.minute else { return }
            let end = minute + days * 1440 + last - first
            var date = (starts.firstDay + end / 1440).date
            date.minute = end % 1440
            ends = Located(date, until.range)
        } else if from.minute == nil {
            ends = Located((starts.firstDay + days).date, until.range)
        }
    }
}
