internal import Calendar
public import Content
public import Site
internal import Text

/// What a community did in a year, from its files alone: a draft for its steward to finish.
///
/// Somebody is named only as a page names them: who is credited by an entry, and members as far as `list_members` and
/// they themselves allow.
public struct YearReport: Sendable {
    /// An event with the days on which it took place.
    public struct Meeting: Sendable {
        public let event: ItemID
        public let days: [CivilDay]
        public let isCancelled: Bool
    }

    public let community: ItemID
    public let year: Int
    /// In the order of their first days.
    public let meetings: [Meeting]
    /// In order of time.
    public let writeups: [ItemID]
    /// Of the write-ups: what was to be done, and whether it is.
    public let actions: [(writeup: ItemID, action: Action)]
    /// Events from the day of the site on, the next one first, with the first day of each.
    public let planned: [(event: ItemID, day: CivilDay)]
    /// How many more members there are than when they were counted before, and when that was; `nil` where the same
    /// parts were not counted twice.
    public let growth: (count: Int, since: PartialDate)?
    /// How many joined and left in the year; `nil` where no list has a date of that kind.
    public let joined: Int?
    public let left: Int?
    /// Who wrote, and who spoke, in order of their first time, each once.
    public let writers: [Reference]
    public let speakers: [Reference]
    /// Members whose time ended in the year and who may be named, and how many others there are.
    public let thanked: [Reference]
    public let thankedWithoutName: Int
    /// Skills that too few have: how many can do it alone, and how many should.
    public let skillGaps: [(skill: String, count: Int, needed: Int)]

    /// - Parameter year: up to the day of the site, where it is not over.
    public init(of community: ItemID, _ year: Int, in site: SiteGraph) {
        let days = CivilDay(year: year, month: 1, day: 1)..<CivilDay(year: year + 1, month: 1, day: 1)
        (self.community, self.year) = (community, year)
        meetings = Self.meetings(of: community, days, site)
        let written = site.all(.writeup).compactMap { id -> (day: CivilDay, id: ItemID)? in
            guard site.hosts(ofWriteup: id).contains(community), case .writeup(let entry) = site[id].entry,
                let date = entry.date?.value,
                days.contains(date.firstDay), date.firstDay <= site.today
            else { return nil }
            return (date.firstDay, id)
        }
        writeups = written.sorted { ($0.day, $0.id) < ($1.day, $1.id) }.map(\.id)
        actions = writeups.flatMap { id -> [(writeup: ItemID, action: Action)] in
            guard case .writeup(let entry) = site[id].entry else { return [] }
            return entry.actions.items().map { (id, $0.value) }
        }
        writers = writeups.flatMap { site[relationsOf: $0].authors }.uniqued()
        speakers = meetings.filter { !$0.isCancelled }.flatMap { site[relationsOf: $0.event].speakers }.uniqued()
        planned = Self.planned(by: community, site)
        let members = MemberChanges(of: community, days, in: site)
        growth = members.growth
        (joined, left) = (members.joined, members.left)
        (thanked, thankedWithoutName, skillGaps) = (members.thanked, members.others, members.gaps)
    }

    /// For how many days ahead events are looked for.
    private static let ahead = 366

    private static func planned(by community: ItemID, _ site: SiteGraph) -> [(event: ItemID, day: CivilDay)] {
        let times = site.calendar.instants(from: site.today + 1, before: site.today + ahead)
        return site.calendars.events(of: community).compactMap { id -> (event: ItemID, day: CivilDay)? in
            guard case .event(let event) = site[id].entry, event.status?.value != .cancelled else { return nil }
            return site.calendar.occurrences(of: event, in: times, without: site.daysOff(of: id)).lazy
                .map(\.starts.firstDay).first { $0 > site.today }.map { (id, $0) }
        }.sorted { ($0.day, $0.event) < ($1.day, $1.event) }
    }

    private static func meetings(of community: ItemID, _ days: Range<CivilDay>, _ site: SiteGraph) -> [Meeting] {
        let thresholds = HealthThresholds(site.settings.health?.value)
        let times = site.calendar.instants(from: days.lowerBound, before: min(days.upperBound, site.today + 1))
        return site.calendars.events(of: community).compactMap { id -> Meeting? in
            guard case .event(let event) = site[id].entry, event.starts?.value.day != nil else { return nil }
            let believed = MeetingFacts.believed(id, event, in: site, thresholds)
            let found = site.calendar.occurrences(of: event, in: times, without: site.daysOff(of: id))
                .map(\.starts.firstDay).filter { days.contains($0) && $0 <= site.today && $0 <= believed }
            let isCancelled = event.status?.value == .cancelled
            return found.isEmpty ? nil : Meeting(event: id, days: found, isCancelled: isCancelled)
        }.sorted { ($0.days[0], $0.event) < ($1.days[0], $1.event) }
    }
}

/// Who came and went in a year, and what a community lacks.
private struct MemberChanges {
    private(set) var growth: (count: Int, since: PartialDate)?
    private(set) var joined: Int?
    private(set) var left: Int?
    private(set) var thanked: [Reference] = []
    private(set) var others = 0
    private(set) var gaps: [(skill: String, count: Int, needed: Int)] = []

    init(of community: ItemID, _ days: Range<CivilDay>, in site: SiteGraph) {
        let privacy = MemberPrivacy(site)
        for part in site.parts(of: community) {
            guard case .members(let list) = site[part].entry else { continue }
            if let earlier = list.earlierCounts(by: site.today), let day = earlier.asOf?.value,
                let last = list.lastCounts(by: site.today)
            {
                let (before, now) = (earlier.known, last.known)
                // Of other parts of the community the numbers say nothing together.
                if before.map(\.part) == now.map(\.part) {
                    growth = (now.reduce(0) { $0 + $1.count } - before.reduce(0) { $0 + $1.count }, day)
                }
            }
            let all = list.members.items().map(\.value)
            func count(_ date: KeyPath<Member, Located<PartialDate>?>) -> Int? {
                let dates = all.compactMap { $0[keyPath: date]?.value.firstDay }
                return dates.isEmpty ? nil : dates.count { days.contains($0) }
            }
            (joined, left) = (count(\.since), nil)
            for (member, person) in zip(all, site[relationsOf: part].people) {
                guard let until = member.until?.value.lastDay, days.contains(until), until < site.today else {
                    continue
                }
                left = (left ?? 0) + 1
                if privacy.names(member) { thanked.append(person) } else { others += 1 }
            }
            guard list.current(on: site.today).contains(where: { $0.skills != nil }) else { continue }
            for skill in list.skillCoverage(on: site.today, isPublic: true) where skill.missing > 0 {
                gaps.append((skill.skill, skill.able, skill.able + skill.missing))
            }
        }
    }
}
