import TestSupport
import Testing

/// What data for search engines says of communities and events at a time.
@Suite struct StructuredDateTests {
    private static func community(_ keys: String, _ more: [String: String] = [:]) -> [String: String] {
        more.merging(["communities/a.md": "---\nname: Alpha\nsummary: S.\n\(keys)\n---\n"]) { $1 }
    }

    private static func event(_ keys: String) -> [String: String] {
        community("founded: 2020", ["communities/a/events/e.md": "---\ntitle: E\n\(keys)\n---\n"])
    }

    /// What is said of the event of `event`, without what is the same for all.
    private static func said(
        of files: [String: String], today: String = "2026-03-01", zone: String? = "Europe/London"
    ) async throws -> String {
        let settings = "title: T\n" + (zone.map { "time_zone: \($0)\n" } ?? "")
        let site = try await TestSite(files.merging(["site.yaml": settings]) { $1 }, today: today)
        return try site.structuredData("communities/a/events/e/").joined()
            .replacing("\"@type\":\"Event\",", with: "").replacing("\"name\":\"E\",", with: "")
            .replacing("\"organizer\":{\"@type\":\"Organization\",\"name\":\"Alpha\"}", with: "O")
            .replacing("https://schema.org/", with: "").replacing("\"eventStatus\":\"EventScheduled\"", with: "S")
    }

    @Test(arguments: [
        ("closed: 2026-02-01", "\"dissolutionDate\":\"2026-02-01\","),
        ("closed: 2026-02", "\"dissolutionDate\":\"2026-02\","),
        ("closed: 2026-04-01", ""), ("paused: 2026-02-01", ""), ("paused: 2026-02-01\nuntil: 2026-06-01", ""),
    ])
    func `a community that has ended says when, one that rests or is to end does not`(keys: String, said: String)
        async throws
    {
        let site = try await TestSite(Self.community(keys))
        #expect(
            try site.structuredData("communities/a/") == [
                "{\"@type\":\"Organization\",\"description\":\"S.\",\(said)\"name\":\"Alpha\"}"
            ])
    }

    @Test(
        arguments: [
            // The offset is that of the day.
            (
                "starts: 2026-07-02 14:00\nminutes: 90", "Europe/London",
                #"{"endDate":"2026-07-02T15:30:00+01:00",S,O,"startDate":"2026-07-02T14:00:00+01:00"}"#
            ),
            (
                "starts: 2026-07-02 14:00\ntime_zone: Asia/Kolkata", "Europe/London",
                #"{S,O,"startDate":"2026-07-02T14:00:00+05:30"}"#
            ),
            (
                "starts: 2026-11-01 01:30\ntime_zone: America/St_Johns", nil,
                #"{S,O,"startDate":"2026-11-01T01:30:00-02:30"}"#
            ),
            ("starts: 2026-07-02 14:00", nil, #"{S,O,"startDate":"2026-07-02T14:00:00"}"#),
            (
                "starts: 2026-07-02\nends: 2026-07-04", "Europe/London",
                #"{"endDate":"2026-07-04",S,O,"startDate":"2026-07-02"}"#
            ),
            ("starts: 2026-07", nil, #"{S,O,"startDate":"2026-07"}"#),
            (
                "starts: 2026-07-02\nstatus: cancelled", nil,
                #"{"eventStatus":"EventCancelled",O,"startDate":"2026-07-02"}"#
            ),
            // Where the page says that the link is in the channel, the address is nowhere.
            (
                "starts: 2026-07-02\nonline: https://example.com/call", nil,
                #"{"eventAttendanceMode":"OnlineEventAttendanceMode",S,O,"startDate":"2026-07-02"}"#
            ),
            (
                "starts: 2026-07-02\nplace: Here\nonline: https://example.com/call\nopen_to: members", nil,
                #"{"eventAttendanceMode":"MixedEventAttendanceMode",S,"#
                    + #""location":{"@type":"Place","name":"Here"},O,"startDate":"2026-07-02"}"#
            ),
            (
                "starts: 2026-07-02\nplace: Here", nil,
                #"{"eventAttendanceMode":"OfflineEventAttendanceMode",S,"#
                    + #""location":{"@type":"Place","name":"Here"},O,"startDate":"2026-07-02"}"#
            ),
            (
                "starts: 2026-07-02\nhosts: [Somebody else]", nil,
                #"{S,"organizer":{"@type":"Organization","name":"Somebody else"},"#
                    + #""startDate":"2026-07-02"}"#
            ),
        ] as [(String, String?, String)])
    func `an event says when, where and whether it is held`(keys: String, zone: String?, said: String) async throws {
        #expect(try await Self.said(of: Self.event(keys), zone: zone) == said)
    }

    /// What a schedule says, without its type and the times that are the same for all.
    private static func schedule(
        _ repeats: String, starts: String = "starts: 2026-03-05 18:00\n", today: String = "2026-03-01"
    )
        async throws -> String?
    {
        let said = try await said(of: event("\(starts)repeats: {\(repeats)}"), today: today)
        return said.firstMatch(of: #/"eventSchedule":{"@type":"Schedule",?(.*?)}/#).map {
            String($0.output.1).replacing("\"scheduleTimezone\":\"Europe/London\",", with: "")
                .replacing(",\"startTime\":\"18:00:00\"", with: "")
        }
    }

    @Test(
        arguments: [
            ("every: day", #""repeatFrequency":"P1D","startDate":"2026-03-05""#),
            (
                "every: week, day: [tuesday, thursday]",
                #""byDay":["TU","TH"],"repeatFrequency":"P1W","startDate":"2026-03-05""#
            ),
            ("every: month, day: first tuesday", #""byDay":"1TU","repeatFrequency":"P1M","startDate":"2026-04-07""#),
            ("every: 3 months, day: last friday", #""byDay":"-1FR","repeatFrequency":"P3M","startDate":"2026-03-27""#),
            ("every: month, day: 15", #""byMonthDay":15,"repeatFrequency":"P1M","startDate":"2026-03-15""#),
            ("every: year", #""repeatFrequency":"P1Y","startDate":"2026-03-05""#),
            // Without the month it would be the second Thursday of the year.
            (
                "every: year, day: second thursday",
                #""byDay":"2TH","byMonth":3,"repeatFrequency":"P1Y","startDate":"2026-03-12""#
            ),
            (
                "every: week, except: [2026-03-19, 2026-04]",
                #""exceptDate":["2026-03-19","2026-04-02","2026-04-09","2026-04-16","2026-04-23","2026-04-30"],"#
                    + #""repeatFrequency":"P1W","startDate":"2026-03-05""#
            ),
            (
                "every: week, until: 2026-05",
                #""endDate":"2026-05-31","repeatFrequency":"P1W","startDate":"2026-03-05""#
            ),
            // What the words cannot say, or where there would be too many.
            ("every: month, day: last day", nil), ("every: month, day: [15, first tuesday]", nil),
            ("every: day, except: [2026-04, 2026-05]", nil),
        ] as [(String, String?)])
    func `a repetition is a schedule where schema.org has words for it`(repeats: String, said: String?) async throws {
        #expect(try await Self.schedule(repeats) == said)
    }

    @Test func `a habit without a first date has a schedule without one`() async throws {
        #expect(
            try await Self.schedule("every: week, day: thursday", starts: "")
                == #""byDay":"TH","repeatFrequency":"P1W""#)
        #expect(try await Self.schedule("every: year, day: thursday", starts: "") == nil)
        #expect(try await Self.schedule("every: week, day: thursday, except: [2026-04]", starts: "") == nil)
    }

    @Test(arguments: [
        // Announced: certain until then. Under way with an end: from the first day after it.
        (
            "paused: 2026-04-01\nuntil: 2026-05-31", "2026-03-01",
            #"{"eventSchedule":{"@type":"Schedule","endDate":"2026-03-31","#
                + #""repeatFrequency":"P1W","startDate":"2026-03-05"},"#
                + #"S,O,"startDate":"2026-03-05"}"#
        ),
        (
            "paused: 2026-04-01\nuntil: 2026-05-31", "2026-04-10",
            #"{"eventSchedule":{"@type":"Schedule","repeatFrequency":"P1W","startDate":"2026-06-04"},"#
                + #"S,O,"startDate":"2026-06-04"}"#
        ),
        ("paused: 2026-02-01", "2026-03-01", #"{"eventStatus":"EventPostponed",O}"#),
        (
            "closed: 2026-06-01", "2026-03-01",
            #"{"eventSchedule":{"@type":"Schedule","endDate":"2026-05-31","#
                + #""repeatFrequency":"P1W","startDate":"2026-03-05"},"#
                + #"S,O,"startDate":"2026-03-05"}"#
        ),
    ])
    func `a series of a community that rests or ends names no day on which nobody meets`(
        keys: String, today: String, said: String
    ) async throws {
        let files = Self.community(
            keys, ["communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-03-05\nrepeats: {every: week}\n---\n"])
        #expect(try await Self.said(of: files, today: today) == said)
    }

    @Test func `a date of its own within a rest is not said to take place`() async throws {
        let files = Self.community(
            "paused: 2026-02-01", ["communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-04-05\n---\n"])
        #expect(try await Self.said(of: files) == #"{O,"startDate":"2026-04-05"}"#)
    }
}
