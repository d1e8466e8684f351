internal import Calendar
internal import Content
internal import Diagnostics
internal import Site

/// What an entry and its parts say of the life of a community.
struct CommunityFacts {
    let survey: Survey
    let id: ItemID
    let community: Community
    /// Who the members were, are and will be; `nil` where nothing is said of them.
    let members: MemberFacts?
    let charter: (entry: Charter, path: String, range: ByteRange)?
    /// Days on which people met or wrote, ascending, each once.
    let signs: [Sign]
    /// Whether a meeting is planned; `nil` where there is a habit in words, which has no date.
    let isMeetingPlanned: Bool?
    let hasMet: Bool

    var site: SiteGraph { survey.site }
    var thresholds: HealthThresholds { survey.thresholds }
    var item: Item { site[id] }

    /// A day on which people met, or about which somebody wrote.
    struct Sign {
        let day: CivilDay
        let path: String
        let range: ByteRange
        /// The day, or the month or year, as it is written.
        let text: String

        init(day: CivilDay, _ text: String? = nil, path: String, range: ByteRange) {
            (self.day, self.path, self.range) = (day, path, range)
            self.text = text ?? day.date.isoDate
        }
    }

    /// - Returns: `nil` for a community that has ended or rests.
    init?(of id: ItemID, in survey: Survey) {
        let site = survey.site
        guard case .community(let community) = site[id].entry, Self.isOpen(id, in: site) else { return nil }
        (self.survey, self.id, self.community) = (survey, id, community)
        var members: MemberFacts?
        var charter: (entry: Charter, path: String, range: ByteRange)?
        for part in site.parts(of: id) {
            switch site[part].entry {
            case .members(let list): members = MemberFacts(list, part, in: site)
            case .charter(let entry): charter = (entry, site[part].path, site[part].range)
            default: break
            }
        }
        (self.members, self.charter) = (members, charter)
        let meetings = MeetingFacts(of: id, in: survey)
        (hasMet, isMeetingPlanned) = (meetings.hasMet, meetings.isPlanned)
        let found = meetings.signs + Self.writeups(of: id, in: survey)
        signs = found.sorted { $0.day < $1.day }.reduce(into: []) { if $0.last?.day != $1.day { $0.append($1) } }
    }

    static func isOpen(_ id: ItemID, in site: SiteGraph) -> Bool {
        guard case .community(let community) = site[id].entry else { return false }
        return !community.hasEnded(on: site.today) && !community.rests(on: site.today)
    }

    private static func writeups(of id: ItemID, in survey: Survey) -> [Sign] {
        (survey.writeups[id] ?? []).compactMap { writeup -> Sign? in
            let item = survey.site[writeup]
            guard case .writeup(let entry) = item.entry, let date = entry.date,
                date.value.firstDay <= survey.site.today
            else { return nil }
            // For a month or a year, its last day that is not in the future.
            return Sign(
                day: min(date.value.lastDay, survey.site.today), date.value.isoDate, path: item.path,
                range: date.range)
        }
    }

    var lastSign: Sign? { signs.last }

    /// The days from one sign to the next, in the middle of the last ten; `nil` for fewer than three signs.
    var rhythm: Int? {
        let days = signs.suffix(11).map(\.day.number)
        let gaps = zip(days.dropFirst(), days).map { $0 - $1 }.sorted()
        return gaps.count < 2 ? nil : gaps[gaps.count / 2]
    }

    /// When somebody last said that the entry is right: `verified`, or `as_of`.
    var confirmed: (key: String, date: Located<PartialDate>)? {
        [("verified", item.common.verified), ("as_of", item.common.asOf)].compactMap { key, date in
            date.map { (key: key, date: $0) }
        }.max { $0.date.value.lastDay < $1.date.value.lastDay }
    }

    /// Whether facts should have been confirmed again; not where nothing says when they were.
    var isUnverified: Bool { confirmed.map { isOld($0.date) } ?? false }

    /// Whether nobody has confirmed the entry for twice as long, so that the first question is whether it still exists.
    var isForgotten: Bool { confirmed.map { isOld($0.date, times: 2) } ?? false }

    /// Whether a fact of that day should have been confirmed again; with a number, whether that much longer ago.
    func isOld(_ date: Located<PartialDate>, times: Int = 1) -> Bool {
        date.value.lastDay < day(monthsAgo: times * thresholds.verifyMonths)
    }

    /// Whether nothing is known since somebody read of the community long ago: the record ended then, which says
    /// nothing of whether people still meet.
    var isRecordOver: Bool {
        guard isForgotten, let confirmed else { return false }
        return lastSign.map { confirmed.date.value.lastDay <= $0.day.plus(months: 2) } ?? true
    }

    /// The position to point at where something is absent.
    var position: (range: ByteRange, path: String) { (item.range, item.path) }

    /// The day that many months before today.
    func day(monthsAgo months: Int) -> CivilDay { site.today.plus(months: -months) }
}

/// A member list, seen from today.
struct MemberFacts {
    let list: Members
    let path: String
    /// Where the list is.
    let range: ByteRange
    let current: [(member: Member, person: Reference, range: ByteRange)]
    /// Stewards whose time is over.
    let former: [(member: Member, range: ByteRange)]

    init(_ list: Members, _ id: ItemID, in site: SiteGraph) {
        (self.list, path) = (list, site[id].path)
        range = list.members?.range ?? site[id].range
        let all = zip(list.members.items(), site[relationsOf: id].people)
        current = all.filter { $0.0.value.isCurrent(on: site.today) }.map { ($0.0.value, $0.1, $0.0.range) }
        former = all.filter { $0.0.value.part?.value == .steward && $0.0.value.hasLeft(by: site.today) }.map {
            ($0.0.value, $0.0.range)
        }
    }

    func current(_ part: MemberPart) -> [(member: Member, person: Reference, range: ByteRange)] {
        current.filter { $0.member.part?.value == part }
    }
}

/// When a community met, as far as its events show.
struct MeetingFacts {
    private(set) var signs: [CommunityFacts.Sign] = []
    private(set) var hasMet = false
    /// `nil` where there is a habit in words, which has no date.
    private(set) var isPlanned: Bool? = false

    /// How far back a rhythm is looked for.
    private static let days = 400

    init(of community: ItemID, in survey: Survey) {
        let site = survey.site
        var hasHabit = false
        for id in site.calendars.events(of: community) {
            guard case .event(let event) = site[id].entry, event.status?.value != .cancelled else { continue }
            if event.starts == nil || event.starts?.value.day == nil {
                hasHabit = hasHabit || event.repeats != nil
                continue
            }
            let believed = Self.believed(id, event, in: site, survey.thresholds)
            if let next = site.calendar.occurrence(of: event, without: site.daysOff(of: id)),
                !site.rests(of: community).contains(next.starts.firstDay),
                next.starts.firstDay <= believed
            {
                isPlanned = true
            }
            add(id, event, believed, site)
        }
        if isPlanned == false, hasHabit { isPlanned = nil }
    }

    private mutating func add(_ id: ItemID, _ event: Event, _ believed: CivilDay, _ site: SiteGraph) {
        let range = event.starts?.range ?? site[id].range
        let starts = event.starts!.value.firstDay
        guard starts <= site.today else { return }
        hasMet = true
        guard event.repeats != nil else {
            signs.append(.init(day: starts, path: site[id].path, range: range))
            return
        }
        // A series goes on in a file for ever; it is believed for some time after somebody last said something of it.
        let end = min(site.today, believed)
        let times = site.calendar.instants(from: max(starts, end + -Self.days), before: end + 1)
        for date in site.calendar.occurrences(of: event, in: times, without: site.daysOff(of: id)) {
            let day = date.starts.firstDay
            if day <= end { signs.append(.init(day: day, path: site[id].path, range: range)) }
        }
    }

    /// The last day on which an event is believed to have taken place.
    static func believed(
        _ id: ItemID, _ event: Event, in site: SiteGraph, _ thresholds: HealthThresholds
    ) -> CivilDay {
        if event.repeats == nil { return .last }
        let item = site[id]
        var said = [event.starts!.value.firstDay]
        for common in [item.common] + (item.community.map { [site[$0].common] } ?? []) {
            said += [common.verified, common.asOf].compactMap { $0?.value.lastDay }
        }
        said += event.repeats?.value.except.items().map { $0.value.firstDay } ?? []
        said += site.occurrences(of: id).keys
        for other in site.mentions[id.index] {
            if case .writeup(let writeup) = site[other].entry, let date = writeup.date {
                said.append(date.value.lastDay)
            }
        }
        let last = said.filter { $0 <= site.today }.max() ?? site.today
        return last.plus(months: thresholds.seriesMonths)
    }
}
