import Diagnostics
import TestSupport
import Testing

/// The calendar of a site by month, and that of a community.
@Suite struct CalendarPageTests {
    private static let weekly =
        "---\ntitle: Coffee\nstarts: 2026-10-01 14:00\nminutes: 60\nrepeats: {every: week}\n---\n"

    /// - Parameters:
    ///   - events: of a community, by the names of their files.
    /// - other: other files.
    private static func site(
        _ events: [String: String], _ other: [String: String] = [:], today: String = "2026-11-24",
        settings: String = "languages: [en, cy, fr, ar]"
    ) async throws -> TestSite {
        var files = [
            "site.yaml": "title: T\nbase_url: https://example.org/\ntime_zone: Europe/London\n\(settings)\n",
            "communities/a.md": "---\nname: Alpha\nsummary: S.\n---\n",
        ]
        for (name, text) in events { files["communities/a/events/\(name).md"] = text }
        return try await TestSite(files.merging(other) { $1 }, today: today)
    }

    private static func event(_ keys: String) -> String { "---\ntitle: Fair\n\(keys)\n---\n" }

    @Test func `a name keeps its language in the titles that are made with it`() async throws {
        let community = "---\nname: Alpha\nsummary: S.\ncharter: {time: Two hours.}\n---\n"
        let site = try await Self.site(["coffee": Self.weekly], ["communities/a.md": community])
        let name = "<span lang=\"en\">Alpha</span>"
        let page = site.main("fr/communities/a/calendar/")
        #expect(page.contains("\(name)</h1>") && page.contains("\(name)</summary>"))
        #expect(site.main("fr/communities/a/for-your-manager/").contains("\(name)</h1>"))
        #expect(site.main("communities/a/calendar/").contains("<h1>Calendar of Alpha</h1>"))
    }

    /// Which months of the site have a page of their own.
    private static func months(_ site: TestSite) -> [String] {
        site.files.keys.filter { $0.hasPrefix("calendar/2") }.map { String($0.split(separator: "/")[1]) }.sorted()
    }

    private static func count(_ text: String, in page: String) -> Int { page.components(separatedBy: text).count - 1 }

    // MARK: Months

    @Test func `each month of the window that has a date has a page, with links to its neighbours`() async throws {
        let site = try await Self.site([
            "a": Self.event("starts: 2026-08-02"), "b": Self.event("starts: 2026-12-03 10:00"),
            "c": Self.event("starts: 2028-04-30 10:00"), "early": Self.event("starts: 2026-07-31 10:00"),
            "late": Self.event("starts: 2028-05-01 10:00"), "vague": Self.event("starts: 2027-03"),
        ])
        #expect(Self.months(site) == ["2026-08", "2026-12", "2028-04"])
        let page = site.main("calendar/2026-12/")
        #expect(page.contains("<h2 id=\"s.2026-12\">December 2026</h2>"))
        #expect(
            page.contains("<a href=\"../../calendar/\" rel=\"prev\"><span class=\"muted\">Previous</span> November"))
        #expect(page.contains("<a href=\"../../calendar/2028-04/\" rel=\"next\">"))
        #expect(page.contains("<a href=\"../../calendar/2026-08/\">August 2026</a>"))
        #expect(page.contains("<a href=\"../../calendar/2026-12/\" aria-current=\"page\">December 2026</a>"))
        #expect(page.contains("<a href=\"../../events/\">All events</a>"))
        #expect(site.page("calendar/2026-12/").contains("<title>Calendar: December 2026 – T</title>"))
        let now = site.main("calendar/")
        #expect(now.contains("No date is known in November 2026.") && now.contains("calendar/2026-12/\" rel=\"next\""))
        #expect(site.main("events/").contains("<a href=\"../calendar/\">Calendar by month</a>"))
    }

    @Test func `the month of the build is that in the zone of the site, and has two addresses`() async throws {
        let site = try await Self.site(["a": Self.weekly])
        let page = site.main("calendar/")
        #expect(page.contains("<h2 id=\"s.2026-11\">November 2026</h2>"))
        #expect(page.contains("Next date: <a href=\"#s.2026-11-26\">Thursday 26 November</a>"))
        let lasting = site.page("calendar/2026-11/")
        #expect(lasting.contains("<link rel=\"canonical\" href=\"https://example.org/calendar/\">"))
        #expect(lasting.contains("hreflang=\"cy\" href=\"https://example.org/cy/calendar/\""))
        let map = site.files["sitemap.xml"] ?? ""
        #expect(map.contains("/calendar/</loc>") && map.contains("/fr/calendar/2026-12/</loc>"))
        #expect(!map.contains("calendar/2026-11/") && !map.contains("calendar/2026-10/"))
        let pages = site.files["data/pages.json"] ?? ""
        #expect(pages.contains("\"calendar/2026-12/\"") && pages.contains("\"Calendar: December 2026\""))
        #expect(!site.files.contains { $0.key.hasPrefix("assets/search") && $0.value.contains("calendar/2026-") })
    }

    @Test func `a month lists a limited number of dates and says how many are left`() async throws {
        let daily = (1...11).map { number in
            ("e\(number)", Self.event("starts: 2026-10-01 1\(number % 10):00\nrepeats: {every: day}"))
        }
        let site = try await Self.site(Dictionary(uniqueKeysWithValues: daily), settings: "languages: [en]")
        let page = site.main("calendar/2026-12/")
        #expect(Self.count("<li class=\"row\"", in: page) == 300)
        #expect(page.contains("<a href=\"../../events/\">and 41 more</a>"))
        let own = site.main("communities/a/calendar/")
        #expect(Self.count("<li class=\"row\"", in: own) == 300)
        #expect(own.contains("<a href=\"../../../communities/a/#s.events\">and 3,715 more</a>"))
    }

    @Test func `a community's calendar ends with the month in which it has enough dates`() async throws {
        let site = try await Self.site(
            ["a": Self.event("starts: 2026-10-01 10:00\nrepeats: {every: day}")], settings: "languages: [en]")
        let page = site.main("communities/a/calendar/")
        #expect(page.contains("s.2027-01\">") && !page.contains("s.2027-02"))
        #expect(Self.count("<li class=\"row\"", in: page) == 30 + 31 + 31)
    }

    // MARK: Dates

    @Test func `a date links to its day, shows the time of its own clocks and is an instant for machines`()
        async throws
    {
        let site = try await Self.site([
            "a": Self.weekly,
            "b": Self.event("starts: 2026-12-04 09:30\nends: 2026-12-04 11:00\ntime_zone: America/Los_Angeles"),
            "c": Self.event("starts: 2026-12-05"), "d": Self.event("starts: 2026-12-31 22:00\nminutes: 240"),
        ])
        let page = site.main("calendar/2026-12/")
        #expect(
            page.contains("<h3 id=\"s.2026-12-03\" tabindex=\"-1\"><time datetime=\"2026-12-03\">Thursday 3 December"))
        #expect(page.contains("<a href=\"../../communities/a/events/a/#2026-12-03\">Coffee</a>"))
        let times = "datetime=\"2026-12-03T14:00:00+00:00\" data-end=\"2026-12-03T15:00:00+00:00\""
        #expect(page.contains("<time class=\"event-time\" \(times)>14:00 to 15:00</time>"))
        #expect(page.contains("<a href=\"../../communities/a/events/b/\">Fair</a>"))
        #expect(
            page.contains(
                "datetime=\"2026-12-04T09:30:00-08:00\" data-end=\"2026-12-04T11:00:00-08:00\">09:30 to 11:00 "
                    + "(Los Angeles time)</time>"
            ))
        #expect(page.contains("data-time=\"09:30 (Los Angeles time)\""))
        #expect(page.contains("datetime=\"2026-12-05\">All day</time>"))
        #expect(page.contains("22:00 to Friday 1 January 2027, 02:00</time>"))
        #expect(!site.main("calendar/2027-01/").contains("22:00 to"))
        // The page of a series lists the next dates only.
        #expect(site.main("calendar/2027-03/").contains("<a href=\"../../communities/a/events/a/\">Coffee</a>"))
    }

    @Test func `an event of several days is listed on the first of each month, with both ends`() async throws {
        let site = try await Self.site([
            "a": Self.event("starts: 2026-11-29\nends: 2026-12-02"),
            "b": Self.event("starts: 2026-12-30 10:00\nends: 2027-01-02 00:00"),
        ])
        let (first, second) = (site.main("calendar/"), site.main("calendar/2026-12/"))
        let whole = "Sunday 29 November 2026 to Wednesday 2 December 2026"
        #expect(first.contains("s.2026-11-29\"") && first.contains("data-days=\"2\"") && first.contains(whole))
        #expect(second.contains("s.2026-12-01\"") && second.contains("data-days=\"2\"") && second.contains(whole))
        #expect(second.contains("10:00 to Saturday 2 January 2027, 00:00"))
        #expect(!site.main("calendar/2027-01/").contains("data-days"), "midnight is the end of a day")
    }

    @Test func `a cancelled date says so, and days that are left out are not there`() async throws {
        let site = try await Self.site(
            [
                "a": Self.weekly.replacing("every: week", with: "every: week, except: [2026-12-10]"),
                "off": "---\noccurrence_of: a@2026-12-17\nstatus: cancelled\n---\n",
                "rest": Self.event("starts: 2026-12-28 10:00"),
            ], ["communities/a.md": "---\nname: Alpha\nsummary: S.\npaused: 2026-12-20\n---\n"])
        let page = site.main("calendar/2026-12/")
        #expect(page.contains("s.2026-12-03\"") && !page.contains("2026-12-10") && !page.contains("2026-12-24"))
        #expect(page.contains("communities/a/events/off/\">Coffee"))
        #expect(Self.count("<strong class=\"state-cancelled\">Cancelled</strong>", in: page) == 1)
        #expect(Self.count("<strong class=\"state-resting\">The community is resting then.</strong>", in: page) == 1)
    }

    @Test func `made-up events are left out beside real ones`() async throws {
        let files = ["events/b.md": "---\ntitle: Fair\nstarts: 2026-12-04\nexample: true\n---\n"]
        #expect(!(try await Self.site(["a": Self.weekly], files)).main("calendar/2026-12/").contains("Fair"))
        let all = try await Self.site(
            [:], files.merging(["communities/a.md": "---\nname: A\nexample: true\n---\n"]) { $1 })
        #expect(all.main("calendar/2026-12/").contains("<span class=\"state-example\">Example</span>"))
    }

    // MARK: Languages and content

    @Test func `every language has the calendar in its own words`() async throws {
        let site = try await Self.site(["a": Self.weekly.replacing("Coffee", with: "{en: Coffee, cy: Coffi}")])
        #expect(
            site.main("cy/calendar/2026-12/").contains(
                "<a href=\"../../../cy/communities/a/events/a/#2026-12-03\">Coffi"))
        #expect(site.main("fr/calendar/2026-12/").contains("14\u{a0}h\u{a0}00 – 15\u{a0}h\u{a0}00"))
        #expect(site.main("fr/communities/a/calendar/").contains("jeudi 1er avril"))
        let arabic = site.main("ar/calendar/2026-12/")
        #expect(arabic.contains("data-week-starts=\"6\"") && arabic.contains("الخميس 3 ديسمبر"))
        #expect(arabic.contains("data-weekdays=\"الاثنين|"))
    }

    @Test func `a file introduces the calendar, and no other is below its address`() async throws {
        let site = try await Self.site(
            ["a": Self.weekly],
            [
                "calendar.md": "---\ntitle: When we meet\n---\nCome along.\n", "calendar/2026-12.md": "# Mine\n",
                "handbook/a.md": "---\ntitle: A\nredirect_from: calendar/2027-01/\n---\n[dates](../calendar.md)\n",
            ], settings: "menu: [calendar]")
        #expect(site.problems.map(\.code).sorted() == ["bad-redirect", "reserved-path"])
        let page = site.page("calendar/")
        #expect(page.contains("<h1>When we meet</h1>") && page.contains("Come along."))
        #expect(page.contains("aria-current=\"page\">Calendar</a>"))
        #expect(!site.main("calendar/2026-12/").contains("Come along."))
        #expect(site.main("handbook/a/").contains("<a href=\"../../calendar/\">dates</a>"))
    }

    // MARK: Communities

    @Test func `a community has a calendar with the months from that of the build on`() async throws {
        let site = try await Self.site(["a": Self.weekly], ["communities/b.md": "---\nname: B\nsummary: S.\n---\n"])
        let page = site.main("communities/a/calendar/")
        #expect(site.page("communities/a/calendar/").contains("<title>Calendar of Alpha – T</title>"))
        #expect(page.contains("s.2026-11\">") && page.contains("s.2027-10\">") && !page.contains("2026-10"))
        #expect(!page.contains("2027-11") && !page.contains("class=\"row-facts month-place\""))
        #expect(page.contains("<li><a href=\"#s.2026-12\">December 2026</a></li>"))
        #expect(page.contains("<a href=\"../../../communities/a/\">Alpha</a></li>"))
        #expect(site.main("communities/a/").contains("<p class=\"more\"><a href=\"../../communities/a/calendar/\">"))
        #expect(site.files["communities/b/calendar/index.html"] == nil)
        #expect(!(site.files["sitemap.xml"] ?? "").contains("communities/a/calendar/"))
    }

    @Test func `content at the address of a community's calendar stays`() async throws {
        let own = try await Self.site(["a": Self.weekly], ["communities/a/calendar.md": "# Ours\n"])
        #expect(own.main("communities/a/calendar/").contains("Ours"))
        #expect(!own.main("communities/a/").contains("Calendar by month"))
        let moved = try await Self.site(
            ["a": Self.weekly], ["handbook/h.md": "---\ntitle: H\nredirect_from: communities/a/calendar/\n---\n"])
        #expect(moved.page("communities/a/calendar/").contains("http-equiv=\"refresh\""))
    }
}
