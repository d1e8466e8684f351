import Testing

@testable import Zones

/// Local times and instants, by hand-made rules and by those of real zones.
@Suite struct ZoneRulesTests {
    /// Seconds since 1970 of `2026-03-29 01:30`, whatever the zone.
    static func seconds(_ text: String) -> Int {
        let numbers = text.split { !$0.isNumber }.map { Int($0)! }
        return (Days.first(of: numbers[1], in: numbers[0]) + numbers[2] - 1) * 86_400 + numbers[3] * 3600 + numbers[4]
            * 60
    }

    private static func rules(_ name: String) throws -> ZoneRules { try #require(Zones.builtIn[name]) }

    @Test(arguments: [
        ("Europe/London", "2026-01-15 12:00", "2026-01-15 12:00"),
        ("Europe/London", "2026-07-15 12:00", "2026-07-15 11:00"),
        ("America/Los_Angeles", "2026-12-08 14:00", "2026-12-08 22:00"),
        ("Australia/Sydney", "2026-12-08 11:00", "2026-12-08 00:00"),
        ("Asia/Kolkata", "2026-12-08 11:00", "2026-12-08 05:30"),
        ("Pacific/Chatham", "2026-12-08 11:00", "2026-12-07 21:15"),
        ("UTC", "2026-12-08 11:00", "2026-12-08 11:00"), ("GMT", "2026-07-08 11:00", "2026-07-08 11:00"),
        ("CET", "2026-07-08 11:00", "2026-07-08 09:00"), ("Japan", "2026-07-08 11:00", "2026-07-08 02:00"),
        // Far beyond the last year that is listed, by the rule at the end.
        ("Europe/London", "2087-07-15 12:00", "2087-07-15 11:00"),
        ("Europe/Dublin", "2087-07-15 12:00", "2087-07-15 11:00"),
        ("America/New_York", "2099-12-31 23:59", "2100-01-01 04:59"),
        ("America/Santiago", "2060-01-15 12:00", "2060-01-15 15:00"),
        // Zones whose clocks changed in 2026, which release 2025b does not know.
        ("America/Vancouver", "2026-12-08 09:00", "2026-12-08 16:00"),
    ])
    func `a local time becomes its instant and comes back`(zone: String, local: String, instant: String) throws {
        let rules = try Self.rules(zone)
        #expect(rules.instant(Self.seconds(local)) == Self.seconds(instant))
        #expect(rules.local(Self.seconds(instant)) == Self.seconds(local))
    }

    @Test(arguments: [
        ("Europe/London", "2027-03-28 01:30", "2027-03-28 01:30"),
        ("America/New_York", "2027-03-14 02:00", "2027-03-14 07:00"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:45"),
        // Samoa left out a whole day.
        ("Pacific/Apia", "2011-12-30 12:00", "2011-12-30 22:00"),
        ("Europe/London", "2060-03-28 01:30", "2060-03-28 01:30"),
    ])
    func `a time that is skipped goes by the offset before it`(zone: String, local: String, instant: String) throws {
        let rules = try Self.rules(zone)
        #expect(rules.gap(at: Self.seconds(local)) != nil)
        #expect(rules.instant(Self.seconds(local)) == Self.seconds(instant))
    }

    @Test func `a gap has the times that no clock shows`() throws {
        let rules = try Self.rules("Europe/London")
        let gap = Self.seconds("2027-03-28 01:00")..<Self.seconds("2027-03-28 02:00")
        #expect(rules.gap(at: Self.seconds("2027-03-28 01:30")) == gap)
        let year = (Self.seconds("2027-01-01 00:00"), Self.seconds("2028-01-01 00:00"))
        #expect(rules.gaps(after: year.0, through: year.1) == [gap])
    }

    @Test(arguments: [
        ("Europe/London", "2026-10-25 01:30", "2026-10-25 00:30"),
        ("America/New_York", "2026-11-01 01:59", "2026-11-01 05:59"),
        ("America/New_York", "2066-11-07 01:59", "2066-11-07 05:59"),
    ])
    func `of a time that comes twice the first is meant`(zone: String, local: String, instant: String) throws {
        let rules = try Self.rules(zone)
        #expect(rules.gap(at: Self.seconds(local)) == nil)
        #expect(rules.instant(Self.seconds(local)) == Self.seconds(instant))
    }

    @Test func `the minutes beside a gap and an overlap are as they are`() throws {
        let rules = try Self.rules("Europe/London")
        for (local, instant) in [
            ("2027-03-28 00:59", "2027-03-28 00:59"), ("2027-03-28 02:00", "2027-03-28 01:00"),
            ("2026-10-25 00:59", "2026-10-24 23:59"), ("2026-10-25 02:00", "2026-10-25 02:00"),
        ] {
            #expect(rules.instant(Self.seconds(local)) == Self.seconds(instant))
            #expect(rules.gap(at: Self.seconds(local)) == nil)
        }
    }

    @Test func `every zone of the program can be read`() throws {
        #expect(Zones.names.count > 590)
        for name in Zones.names {
            let rules = try #require(Zones.builtIn[name], "\(name)")
            // Through every change of some years: the last second before it leads back to itself.
            for change in rules.changes(
                after: Self.seconds("2020-01-01 00:00"), through: Self.seconds("2045-01-01 00:00"))
            {
                let before = change.instant - 1
                #expect(rules.instant(rules.local(before)) == before, "\(name)")
                #expect(rules.offset(at: change.instant) == change.offset, "\(name)")
            }
        }
    }

    @Test func `another name of a zone has its rules`() {
        #expect(Zones.builtIn["GB"] == Zones.builtIn["Europe/London"])
        #expect(Zones.builtIn["Asia/Calcutta"] == Zones.builtIn["Asia/Kolkata"])
        #expect(Zones.builtIn["Europe/Lodnon"] == nil)
    }

    @Test func `zones agree for as long as their clocks do`() throws {
        let (dublin, lisbon) = (try Self.rules("Europe/Dublin"), try Self.rules("Europe/Lisbon"))
        let (from, now) = (Self.seconds("1992-01-01 00:00"), Self.seconds("2026-01-01 00:00"))
        #expect(dublin.agrees(with: lisbon, from: now, through: Self.seconds("2060-01-01 00:00")))
        // Portugal kept Central European Time for four years.
        #expect(!dublin.agrees(with: lisbon, from: from, through: now))
    }
}

@Suite struct ZoneNameTests {
    @Test(arguments: [
        "Europe/London", "UTC", "GMT", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "EST5EDT",
        "America/Port-au-Prince",
    ])
    func `names of the database have the form of a name`(name: String) { #expect(ZoneName.hasForm(name)) }

    @Test(arguments: [
        "", "/", "Europe/", "/London", "+01:00", "../etc", "Europe/../London", "Europe//London", "a b", "Zürich",
        "Europe/London/", "1/2",
    ])
    func `what is no name is never looked for on the disk`(name: String) {
        #expect(!ZoneName.hasForm(name))
        let zones = Zones(release: nil) { _ in
            Issue.record("asked for")
            return nil
        }
        #expect(zones[name] == nil)
    }

    @Test func `a zone that the system lacks is that of the program`() {
        let zones = Zones(release: "2030a") { $0 == "Europe/London" ? [1, 2, 3] : nil }
        #expect(zones["US/Pacific"] == Zones.builtIn["America/Los_Angeles"])
        #expect(zones["Europe/London"] == Zones.builtIn["Europe/London"], "its file cannot be read")
        #expect(zones["Europe/Lodnon"] == nil)
    }
}
