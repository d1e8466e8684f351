import Testing
import Zones

/// The ways in which zones change their clocks, as calendars describe them.
@Suite struct ObservanceTests {
    /// 2026-11-01.
    private static let start = 20_758 * 86_400

    /// The offsets from UTC that the ways give, by going through all their changes: ascending by instant.
    private static func changes(_ observances: [ZoneObservance], through end: Int) -> [(instant: Int, offset: Int)] {
        observances.flatMap { way -> [(instant: Int, offset: Int)] in
            guard let days = way.days else { return [(way.onset - way.offsetFrom, way.offsetTo)] }
            let time = (way.onset % 86_400 + 86_400) % 86_400
            return (1970...2045).compactMap { year in
                let instant = day(days, in: year) * 86_400 + time - way.offsetFrom
                let isIn = instant >= way.onset - way.offsetFrom && instant <= way.until ?? end
                return isIn ? (instant, way.offsetTo) : nil
            }
        }.sorted { $0.instant < $1.instant }
    }

    /// Days since 1970, counted one by one.
    private static func day(_ days: ZoneObservance.Days, in year: Int) -> Int {
        func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
        let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let before =
            (1970..<year).reduce(0) { $0 + (isLeap($1) ? 366 : 365) } + lengths[..<(days.month - 1)].reduce(0, +)
        let inMonth = (1...lengths[days.month - 1]).filter { (before + $0 - 1 + 4) % 7 == days.weekday }
        switch days.weekInMonth {
        case .week(let week): return before + (week < 0 ? inMonth.last! : inMonth[week - 1]) - 1
        case .from(let first): return before + inMonth.first { $0 >= first && $0 < first + 7 }! - 1
        }
    }

    @Test func `they give the clocks of every zone for fifteen years`() throws {
        for name in Zones.names {
            let rules = try #require(Zones.builtIn[name])
            let end = Self.start + 15 * 365 * 86_400
            let changes = Self.changes(rules.observances(from: Self.start), through: end)
            // Noon of every fifth day, and around each change, but for the second by which a way may be early.
            let noons = stride(from: Self.start + 43_200, to: end, by: 5 * 86_400)
            let around = changes.flatMap { [$0.instant - 2, $0.instant + 2] }.filter { $0 > Self.start && $0 < end }
            let instants = Array(noons) + around
            let wrong = instants.first { instant in
                changes.last { $0.instant <= instant }?.offset != rules.offset(at: instant)
            }
            #expect(wrong == nil, "\(name)")
        }
    }

    private func text(_ name: String) throws -> [String] {
        try #require(Zones.builtIn[name]).observances(from: Self.start).map { way in
            let days =
                switch way.days?.weekInMonth {
                case .week(let week): "week \(week) of \(way.days!.month)"
                case .from(let day): "from day \(day) of \(way.days!.month)"
                case nil: "once"
                }
            return "\(way.isDaylight ? "daylight" : "standard") \(way.offsetTo / 60) \(days)"
        }
    }

    @Test func `a zone with summer time has two ways`() throws {
        #expect(try text("Europe/London") == ["daylight 60 week -1 of 3", "standard 0 week -1 of 10"])
        #expect(try text("Australia/Lord_Howe") == ["standard 630 week 1 of 4", "daylight 660 week 1 of 10"])
        #expect(try text("America/Nuuk") == ["daylight -60 from day 24 of 3", "standard -120 week -1 of 10"])
        // At the end of the last Thursday of October, which can be on the first of November.
        #expect(try text("Africa/Cairo") == ["daylight 180 from day 23 of 4", "standard 120 week -1 of 10"])
    }

    @Test func `a zone that never changes its clocks has one`() throws {
        #expect(try text("Asia/Kathmandu") == ["standard 345 once"])
        #expect(try text("UTC") == ["standard 0 once"])
    }

    @Test func `a zone that gave up its changes ends in standard time`() throws {
        #expect(
            try text("America/Vancouver") == [
                "daylight -420 week 2 of 3", "standard -480 week 1 of 11", "standard -420 once",
            ])
    }

    @Test func `changes that no rule says are listed one by one`() throws {
        let ways = try text("Africa/Casablanca")
        #expect(ways.count < 40 && ways.allSatisfy { $0.hasSuffix("once") })
    }
}
