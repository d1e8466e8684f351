internal import Content
internal import Site
internal import Theme

extension AddChoice {
    /// More would be a list in which nobody finds anything.
    private static let mostMeetings = 100

    /// Meetings that have begun, which a write-up may be about: the latest first. Of a series, those of the last
    /// months, each by its day.
    static func meetings(_ scope: PageScope) -> [AddChoice] {
        let site = scope.site
        var found: [(day: CivilDay, event: ItemID, isOfSeries: Bool)] = []
        for id in site.all(.event) {
            guard case .event(let event) = site[id].entry, event.status?.value != .cancelled else { continue }
            if event.repeats != nil {
                let days = scope.shared.dates[id].map(\.starts.firstDay).filter { $0 <= site.today }
                found += days.map { ($0, id, true) }
            } else if let starts = event.starts?.value, starts.day != nil, starts.firstDay <= site.today {
                found.append((starts.firstDay, id, false))
            }
        }
        return found.sorted { ($1.day, $0.event) < ($0.day, $1.event) }.prefix(mostMeetings).map { meeting in
            let item = site[meeting.event]
            let title = item.title(in: scope.language).text
            let date = meeting.day.date
            return AddChoice(
                value: (item.communityID.map { $0 + "/" } ?? "") + item.id
                    + (meeting.isOfSeries ? "@" + date.isoDate : ""),
                text: title + scope.strings["list_separator"] + scope.strings.date(date), title: title,
                day: date.isoDate, community: item.communityID)
        }
    }
}
