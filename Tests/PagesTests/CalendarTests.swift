import Diagnostics
import TestSupport
import Testing

/// Calendars to subscribe to, and files to import.
@Suite struct CalendarTests {
    private static let settings = "title: T\nbase_url: https://example.gov/map/\ntime_zone: Europe/London\n"

    private static func event(_ keys: String, title: String = "Coffee") -> String {
        "---\ntitle: \(title)\n\(keys)\n---\n"
    }

    /// - Parameter event: the keys of the event `coffee` of the community `a`.
    private static func site(
        _ event: String, _ others: [String: String] = [:], today: String = "2026-12-05"
    ) async throws -> TestSite {
        let files = [
            "site.yaml": settings, "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
            "communities/a/events/coffee.md": Self.event(event),
        ]
        return try await TestSite(files.merging(others) { $1 }, today: today)
    }

    /// The events of a calendar, each as its lines by name, unfolded.
    private static func events(_ site: TestSite, _ path: String) throws -> [[String: String]] {
        let text = try #require(site.files[path], "no \(path)")
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 76 && $0.last == 13 })
        let lines = text.replacing("\r\n ", with: "").components(of: "\r\n")
        return lines.split(separator: "BEGIN:VEVENT").dropFirst().map { lines in
            var found: [String: String] = [:]
            for line in lines {
                let name = String(line.prefix { $0 != ":" && $0 != ";" })
                found[name] = (found[name].map { $0 + "|" } ?? "") + line.dropFirst(name.count + 1)
            }
            return found
        }
    }

    private static func starts(_ site: TestSite, _ path: String) throws -> [String] {
        try events(site, path).map { $0["DTSTART"] ?? "" }
    }

    private static let feed = "communities/a/events.ics"
    private static let file = "communities/a/events/coffee/event.ics"

    // MARK: To subscribe to

    @Test func `each date is an event of its own, by the clocks of its zone in UTC`() async throws {
        let site = try await Self.site(
            "starts: 2027-03-25 14:00\nminutes: 90\nrepeats:\n  every: week\n  count: 3\n  except: [2027-04-01]")
        let events = try Self.events(site, Self.feed)
        #expect(events.map { $0["DTSTART"] } == ["20270325T140000Z", "20270408T130000Z"])
        #expect(events.map { $0["DTEND"] } == ["20270325T153000Z", "20270408T143000Z"])
        #expect(events[0]["UID"] == "communities.a.events.coffee.2027-03-25@example.gov")
        #expect(events[0]["SUMMARY"] == "Coffee")
        #expect(events[0]["URL"] == "https://example.gov/map/communities/a/events/coffee/#2027-03-25")
        #expect(try Self.events(site, "events.ics") == events)
    }

    @Test func `a calendar goes from three months before to eighteen after the month`() async throws {
        let site = try await Self.site("starts: 2020-01-15 10:00\nrepeats:\n  every: month")
        let starts = try Self.starts(site, Self.feed)
        #expect(starts.first == "20260915T090000Z" && starts.last == "20280515T090000Z" && starts.count == 21)
    }

    @Test func `two builds of one month are the same to the byte`() async throws {
        let keys = "starts: 2026-01-07 10:00\nrepeats:\n  every: week\nverified: 2026-01-08"
        let first = try await Self.site(keys, today: "2026-12-01")
        let last = try await Self.site(keys, today: "2026-12-31")
        for path in [Self.feed, Self.file, "events.ics"] { #expect(first.files[path] == last.files[path]) }
        #expect(try Self.events(first, Self.feed)[0]["DTSTAMP"] == "20260108T000000Z")
    }

    @Test func `an event without a length is an hour, and a day is a day`() async throws {
        let site = try await Self.site(
            "starts: 2026-12-10 10:00",
            ["communities/a/events/fair.md": Self.event("starts: 2026-12-12\nends: 2026-12-13", title: "Fair")])
        let events = try Self.events(site, Self.feed)
        #expect(events.map { $0["DTEND"] } == ["20261210T110000Z", "VALUE=DATE:20261214"])
        #expect(events[1]["DTSTART"] == "VALUE=DATE:20261212")
    }

    @Test func `a cancelled event says so in its title too`() async throws {
        let site = try await Self.site("starts: 2026-12-10 10:00\nstatus: cancelled\nrevision: 2")
        let event = try Self.events(site, Self.feed)[0]
        #expect(event["STATUS"] == "CANCELLED" && event["SUMMARY"] == "Cancelled: Coffee" && event["SEQUENCE"] == "2")
    }

    @Test func `a date that is moved keeps its name, and counts as a change`() async throws {
        let site = try await Self.site(
            "starts: 2026-12-03 10:00\nminutes: 60\nrevision: 1\nrepeats:\n  every: week\n  count: 2",
            ["communities/a/events/late.md": "---\noccurrence_of: coffee@2026-12-10\nstarts: 2026-12-11 16:00\n---\n"])
        for path in [Self.feed, Self.file] {
            let moved = try #require(try Self.events(site, path).last)
            #expect(moved["UID"] == "communities.a.events.coffee.2026-12-10@example.gov")
            #expect(moved["DTSTART"] == "20261211T160000Z" && moved["DTEND"] == "20261211T170000Z")
            #expect(moved["SEQUENCE"] == "2")
            #expect(try Self.events(site, path).count == 2)
        }
    }

    @Test func `the name of an event stays when it or its community moves`() async throws {
        let site = try await TestSite(
            [
                "site.yaml": Self.settings,
                "communities/b.md": "---\nname: B\nsummary: S.\nredirect_from: [communities/a, communities/c]\n"
                    + "events:\n  - title: Tea\n    starts: 2026-12-11 10:00\n---\n",
                "communities/b/events/new.md": "---\ntitle: C\nstarts: 2026-12-10 10:00\n"
                    + "redirect_from: [communities/x/events/old, communities/a/events/new]\n---\n",
            ], today: "2026-12-05")
        let names = try Self.events(site, "communities/b/events.ics").compactMap { $0["UID"] }
        #expect(
            Set(names) == [
                "communities.x.events.old@example.gov", "communities.a.events.2026-12-11-tea@example.gov",
            ])
    }

    @Test func `texts hold on one line, and letters stay whole where lines are folded`() async throws {
        let place = "Tŷ Newydd, Caerdydd; C:\\rooms " + String(repeating: "ŵ", count: 100)
        let site = try await Self.site("starts: 2026-12-10 10:00\nplace: '\(place)'")
        let event = try Self.events(site, Self.feed)[0]
        #expect(event["LOCATION"] == "Tŷ Newydd\\, Caerdydd\\; C:/rooms " + String(repeating: "ŵ", count: 100))
    }

    @Test func `a calendar of a role, topic or government has its meetings, a union's those of its nations`()
        async throws
    {
        let site = try await Self.site(
            "starts: 2026-12-10 10:00",
            [
                "governments/union.md": "---\nname: Union\n---\n",
                "governments/nation.md": "---\nname: Nation\nparent: union\n---\n",
                "communities/a.md": "---\nname: A\nsummary: S.\ngovernment: nation\nroles: [maker]\n"
                    + "topics: [cloth]\n---\n",
                "communities/b.md": "---\nname: B\nsummary: S.\ngovernment: union\n---\n",
                "events/shared.md": Self.event("starts: 2026-12-11 10:00\nhosts: [b]", title: "Shared"),
            ])
        for path in ["governments/nation", "roles/maker", "topics/cloth"] {
            #expect(try Self.events(site, path + "/events.ics").map { $0["SUMMARY"] } == ["Coffee"])
        }
        let union = try Self.events(site, "governments/union/events.ics").map { $0["SUMMARY"] }
        #expect(union == ["Coffee", "Shared"])
        #expect(try Self.events(site, "communities/b/events.ics").map { $0["SUMMARY"] } == ["Shared"])
    }

    @Test func `a calendar stays when all its events are over`() async throws {
        let site = try await Self.site(
            "starts: 2020-12-10 10:00", ["communities/b.md": "---\nname: B\nsummary: S.\n---\n"])
        #expect(try Self.events(site, Self.feed) == [])
        #expect(site.files["communities/b/events.ics"] == nil)
    }

    @Test func `each language has its calendars`() async throws {
        let site = try await TestSite(
            [
                "site.yaml": Self.settings + "languages: [en, cy]\n",
                "communities/a.md": "---\nname: {en: A, cy: B}\nsummary: S.\n---\n",
                "communities/a/events/c.md": "---\ntitle: {en: Coffee, cy: Coffi}\nstarts: 2026-12-10 10:00\n"
                    + "status: cancelled\n---\n",
            ], today: "2026-12-05")
        let event = try Self.events(site, "cy/communities/a/events.ics")[0]
        #expect(event["SUMMARY"] == "Wedi’i ganslo: Coffi")
        #expect(event["URL"] == "https://example.gov/map/cy/communities/a/events/c/")
        #expect(event["UID"] == "communities.a.events.c@example.gov")
        #expect(site.files["cy/communities/a/events.ics"]?.contains("NAME:T: B\r\n") == true)
    }

    @Test func `a calendar of thousands of dates is no larger than a megabyte and begins with this month`()
        async throws
    {
        var files: [String: String] = [:]
        for number in 0..<12 {
            files["communities/a/events/e\(number).md"] =
                "---\ntitle: E\(number)\nsummary: \(String(repeating: "word ", count: 39))\nstarts: 2020-01-01 10:00\n"
                + "repeats:\n  every: day\n---\n"
        }
        let site = try await Self.site("starts: 2026-11-10 10:00", files)
        let text = try #require(site.files[Self.feed])
        #expect((600_000..<1_000_000).contains(text.utf8.count))
        #expect(text.contains("DTSTART:20261201T100000Z") && !text.contains("DTSTART:20261130"))
        let small = try #require(site.files["communities/a/events/e1/event.ics"])
        #expect(small.utf8.count < 2000)
    }

    @Test func `of a month that is too large, the days that fit are in a calendar`() async throws {
        let words = String(repeating: "word ", count: 39)
        let files = (0..<90).map { number in
            (
                "communities/a/events/e\(number).md",
                "---\ntitle: E\nsummary: \(words)\nstarts: 2020-01-01 10:00\nrepeats:\n  every: day\n---\n"
            )
        }
        let site = try await Self.site("starts: 2026-11-10 10:00", Dictionary(uniqueKeysWithValues: files))
        let text = try #require(site.files[Self.feed])
        #expect((900_000..<950_500).contains(text.utf8.count))
        let days = Set(try Self.starts(site, Self.feed).map { $0.prefix(8) }).sorted()
        #expect(days.first == "20261201" && days.count > 15 && days.last! < "20261231")
    }

    // MARK: What is kept back

    @Test func `nothing that a page keeps back is in a calendar`() async throws {
        let site = try await Self.site(
            "starts: 2026-12-10 10:00\nopen_to: members\nonline: https://example.gov/secret-call\n"
                + "speakers: [Secret Name]",
            [
                "communities/a/events/draft.md": Self.event("starts: 2026-12-10 10:00\ndraft: true", title: "Secret"),
                "communities/a/events/old.md":
                    Self.event("starts: 2026-12-10 10:00\nexpires_on: 2026-12-01", title: "Secret"),
                "communities/a/events/part.md": Self.event(
                    "occurrence_of: hidden@2026-12-10\nonline: https://example.gov/secret-call", title: "Secret"),
                "communities/a/events/hidden.md": Self.event(
                    "starts: 2026-12-03 10:00\ndraft: true\nrepeats:\n  every: week", title: "Secret"),
            ])
        let telling = site.files.filter { $0.key.hasSuffix(".ics") || $0.key == "data/events.json" }.filter {
            $0.value.lowercased().contains("secret")
        }
        #expect(telling.keys.sorted() == [])
        let event = try Self.events(site, Self.feed)[0]
        #expect(event["DESCRIPTION"]?.contains("Online: Ask the organisers for the link") == true)
    }

    @Test func `the link to a closed call is in the channel only where there is one`() async throws {
        for (channels, words) in [
            ("", "Ask the organisers for the link"),
            ("channels:\n  - platform: slack\n    name: data\n", "The link is in the channel."),
        ] {
            let site = try await Self.site(
                "starts: 2026-12-10 10:00\nopen_to: members\nonline: https://example.gov/secret-call",
                ["communities/a.md": "---\nname: A\nsummary: S.\n\(channels)---\n"])
            #expect(try Self.events(site, Self.feed)[0]["DESCRIPTION"]?.contains("Online: \(words)") == true)
            #expect(site.main("communities/a/events/coffee/").contains(words))
        }
    }

    // MARK: To import once

    /// The lines of the one event of the file.
    private static func series(_ rule: String, starts: String = "2026-12-03 14:00") async throws -> [String: String] {
        let site = try await site("starts: \(starts)\nminutes: 60\nrepeats:\n  \(rule)")
        let events = try events(site, file)
        #expect(events.count == 1)
        return events[0]
    }

    @Test(arguments: [
        ("every: week", "FREQ=WEEKLY"), ("every: 2 weeks\n  day: thursday", "FREQ=WEEKLY;INTERVAL=2"),
        ("every: 2 weeks\n  day: [thursday, friday]", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,FR;WKST=MO"),
        ("every: 3 days", "FREQ=DAILY;INTERVAL=3"), ("every: month", "FREQ=MONTHLY;BYMONTHDAY=3"),
        ("every: month\n  day: first thursday", "FREQ=MONTHLY;BYDAY=1TH"),
        ("every: month\n  day: [first thursday, last friday]", "FREQ=MONTHLY;BYDAY=1TH,-1FR"),
        ("every: month\n  day: last day", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("every: year", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3"),
        ("every: year\n  day: first thursday", "FREQ=YEARLY;BYMONTH=12;BYDAY=1TH"),
        ("every: week\n  until: 2027-06-30", "FREQ=WEEKLY;UNTIL=20270624T140000Z"),
        ("every: week\n  count: 2", "FREQ=WEEKLY;UNTIL=20261210T150000Z"),
    ])
    func `a series is a rule with its zone`(_ rule: String, _ expected: String) async throws {
        let event = try await Self.series(rule)
        #expect(event["RRULE"] == expected)
        #expect(
            event["DTSTART"] == (rule.contains("last day") ? nil : "TZID=Europe/London:20261203T140000")
                ?? event["DTSTART"])
        #expect(event["UID"] == "communities.a.events.coffee@example.gov")
    }

    @Test func `a series begins on a real date of the month, with a line for each date left out`() async throws {
        let event = try await Self.series(
            "every: week\n  except: [2026-12-03, 2026-12-24, 2027-01]", starts: "2026-01-01 14:00")
        #expect(event["DTSTART"] == "TZID=Europe/London:20261210T140000")
        let days = ["20261224", "20270107", "20270114", "20270121", "20270128"]
        #expect(event["EXDATE"] == days.map { "TZID=Europe/London:\($0)T140000" }.joined(separator: "|"))
    }

    @Test func `a series ends before a pause without a known end, and leaves out one that ends`() async throws {
        let keys = "starts: 2026-12-03 14:00\nrepeats:\n  every: week"
        let open = try await Self.site(
            keys, ["communities/a.md": "---\nname: A\nsummary: S.\npaused: 2027-01-01\n---\n"])
        #expect(try Self.events(open, Self.file)[0]["RRULE"] == "FREQ=WEEKLY;UNTIL=20261231T150000Z")
        let ending = try await Self.site(
            keys, ["communities/a.md": "---\nname: A\nsummary: S.\npaused: 2027-01-01\nuntil: 2027-01-14\n---\n"])
        let event = try Self.events(ending, Self.file)[0]
        #expect(event["EXDATE"] == "TZID=Europe/London:20270107T140000|TZID=Europe/London:20270114T140000")
        #expect(try Self.starts(ending, Self.feed).prefix(6).last == "20270121T140000Z")
    }

    @Test func `a date around a change of the clocks is written by itself`() async throws {
        let site = try await Self.site(
            "starts: 2027-03-20 22:00\nminutes: 480\nrepeats:\n  every: week\n  count: 3")
        let events = try Self.events(site, Self.file)
        #expect(events.map { $0["DTSTART"] } == ["TZID=Europe/London:20270320T220000", "20270327T220000Z"])
        #expect(events[1]["DTEND"] == "20270328T060000Z")
        #expect(events[0]["EXDATE"] == "TZID=Europe/London:20270327T220000")
        #expect(events[1]["UID"] == "communities.a.events.coffee.2027-03-27@example.gov")
    }

    @Test func `a series counts as changed when a date of it gets a file`() async throws {
        let site = try await Self.site(
            "starts: 2026-12-03 10:00\nrevision: 3\nrepeats:\n  every: week\n  count: 2",
            ["communities/a/events/off.md": "---\noccurrence_of: coffee@2026-12-10\nstatus: cancelled\n---\n"])
        #expect(try Self.events(site, Self.file).map { $0["SEQUENCE"] } == ["4", "4"])
        #expect(try Self.events(site, Self.feed).map { $0["SEQUENCE"] } == ["3", "4"])
    }

    @Test func `a subscription goes on when its community moves`() async throws {
        let site = try await Self.site(
            "starts: 2026-12-10 10:00",
            ["communities/a.md": "---\nname: A\nsummary: S.\nredirect_from: communities/old\n---\n"])
        #expect(try Self.events(site, "communities/old/events.ics") == (try Self.events(site, Self.feed)))
    }

    @Test(arguments: ["every: month\n  day: [first thursday, 15]", "every: day\n  day: [monday, friday]"])
    func `what readers do not agree on is written date by date`(_ rule: String) async throws {
        let site = try await Self.site("starts: 2026-12-03 14:00\nrepeats:\n  \(rule)\n  until: 2027-01-31")
        let events = try Self.events(site, Self.file)
        #expect(events.count > 3 && events.allSatisfy { $0["RRULE"] == nil })
        #expect(events == (try Self.events(site, Self.feed)))
    }

    @Test func `a series of days has no zone`() async throws {
        let site = try await Self.site("starts: 2026-12-03\nends: 2026-12-04\nrepeats:\n  every: week\n  count: 4")
        let event = try Self.events(site, Self.file)[0]
        #expect(event["DTSTART"] == "VALUE=DATE:20261203" && event["DTEND"] == "VALUE=DATE:20261205")
        #expect(event["RRULE"] == "FREQ=WEEKLY;UNTIL=20261224")
        #expect(site.files[Self.file]?.contains("VTIMEZONE") == false)
    }

    // MARK: Links and names

    @Test func `texts may link to calendars that exist`() async throws {
        let site = try await Self.site(
            "starts: 2026-12-03 14:00",
            [
                "page.md": "# P\n\n[all](events.ics) [a](communities/a/events.ics) "
                    + "[one](communities/a/events/coffee/event.ics) [none](communities/b/events.ics)\n",
                "communities/b.md": "---\nname: B\nsummary: S.\n---\n",
            ])
        #expect(site.problems.filter { $0.path == "page.md" }.map(\.code) == ["orphan-page", "broken-link"])
        #expect(site.main("page/").contains("href=\"../communities/a/events.ics\""))
    }

    @Test func `no file of the content takes the place of a calendar`() async throws {
        for path in ["events.ics", "communities/a/events.ics", "communities/a/events/coffee/event.ics"] {
            let site = try await Self.site("starts: 2026-12-03 14:00", [path: "BEGIN:VCALENDAR"])
            #expect(site.problems.map(\.code) == ["reserved-path"])
        }
    }
}

extension String {
    fileprivate func components(of separator: String) -> [String] { split(separator: separator).map(String.init) }
}
