import Foundation
import TestSupport
import Testing

/// What the page of a series says of its dates, and how pages lead to one date.
@Suite struct SeriesPageTests {
    private static let page = "communities/a/events/coffee/"

    /// - Parameters:
    ///   - dates: entries for dates of the series, by name.
    ///   - rule: lines of `repeats`.
    private static func site(
        _ dates: [String: String] = [:], writeups: [String: String] = [:], rule: String = "every: week",
        body: String = "", today: String = "2026-11-29", baseURL: String? = nil
    ) async throws -> TestSite {
        var all = [
            "site.yaml": "title: T\ntime_zone: Europe/London\n",
            "communities/a.md": "---\nname: A\nsummary: S.\n---\n",
            "communities/a/events/coffee.md":
                "---\ntitle: Coffee\nstarts: 2026-12-03 14:00\nends: 2026-12-03 15:00\nrepeats:\n  \(rule)\n---\n"
                + "\(body)\n",
        ]
        for (name, text) in dates { all["communities/a/events/\(name).md"] = "---\n\(text)\n---\n" }
        for (name, text) in writeups { all["communities/a/writeups/\(name).md"] = "---\n\(text)\n---\n" }
        return try await TestSite(all, today: today, baseURL: baseURL)
    }

    /// The lines of the dates, each without tags, one space between words.
    private static func lines(_ site: TestSite) -> [String] {
        guard let start = site.main(page).range(of: "<section class=\"dates\"")?.lowerBound else { return [] }
        let section = site.main(page)[start...].components(separatedBy: "</section>")[0]
        let parts = section.replacing("<li", with: "§<li").replacing("</ul>", with: "§").replacing(
            "<h3>", with: "§<h3>")
        return parts.split(separator: "§").dropFirst().map { part in
            let text = part.split(separator: "<", omittingEmptySubsequences: false).enumerated().map { index, piece in
                index == 0 ? piece[...] : piece.drop { $0 != ">" }.dropFirst()
            }
            return text.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    @Test func `the next six dates of a series are listed, and how many more there are`() async throws {
        let site = try await Self.site(rule: "every: week\n  until: 2027-03-04")
        let lines = Self.lines(site)
        #expect(lines.count == 7)
        #expect(lines.first == "Thursday 3 December 2026, 14:00 to 15:00")
        #expect(lines.last == "and 8 more dates until March 2027")
        #expect(site.main(Self.page).contains("<li id=\"2026-12-10\">"))
    }

    @Test func `a date that was moved leads to its page and says when it is instead`() async throws {
        let site = try await Self.site(["late": "occurrence_of: coffee@2026-12-10\nstarts: 2026-12-11 16:30"])
        #expect(
            Self.lines(site)[1] == "Thursday 10 December 2026, 14:00 to 15:00 "
                + "Moved instead on Friday 11 December 2026, 16:30 to 17:30")
        #expect(site.main(Self.page).contains("href=\"../../../../communities/a/events/late/\">instead on"))
        let own = site.main("communities/a/events/late/")
        #expect(own.contains("href=\"../../../../communities/a/events/coffee/#2026-12-10\""))
        #expect(own.contains("One date of") && own.contains("Instead of"))
        #expect(own.contains("Thursday 10 December 2026, 14:00 to 15:00"))
    }

    @Test func `a date that is cancelled or differs in something else says so`() async throws {
        let site = try await Self.site([
            "off": "occurrence_of: coffee@2026-12-10\nstatus: cancelled",
            "big": "occurrence_of: coffee@2026-12-17\ntitle: Big coffee",
            "room": "occurrence_of: coffee@2026-12-24\nplace: 9",
        ])
        let lines = Self.lines(site)
        #expect(lines[1] == "Thursday 10 December 2026, 14:00 to 15:00 Cancelled More about this date")
        #expect(lines[2] == "Thursday 17 December 2026, 14:00 to 15:00 Big coffee")
        #expect(lines[3] == "Thursday 24 December 2026, 14:00 to 15:00 More about this date")
        #expect(!site.main("communities/a/events/room/").contains("Instead of"))
    }

    @Test func `past dates are listed where there is more to say, the latest first`() async throws {
        let site = try await Self.site(
            ["big": "occurrence_of: coffee@2026-12-17\ntitle: Big coffee"],
            writeups: ["one": "title: What we said\ndate: 2026-12-03\nevent: coffee@2026-12-03"], today: "2026-12-20")
        let lines = Self.lines(site)
        let past = lines.firstIndex(of: "Past dates")!
        #expect(
            Array(lines[(past + 1)...]) == [
                "Thursday 17 December 2026, 14:00 to 15:00 Big coffee",
                "Thursday 3 December 2026, 14:00 to 15:00 What we said",
            ])
        #expect(site.main(Self.page).components(separatedBy: "What we said").count == 2)
    }

    @Test func `of many past dates the latest twenty are listed`() async throws {
        let days = (0..<25).map { String(format: "2027-%02d-%02d", $0 / 28 + 1, $0 % 28 + 1) }
        let writeups = Dictionary(
            uniqueKeysWithValues: days.map { ("w\($0)", "title: On \($0)\ndate: \($0)\nevent: coffee@\($0)") })
        let site = try await Self.site(writeups: writeups, rule: "every: day", today: "2027-03-01")
        #expect(site.problems.isEmpty)
        let lines = Self.lines(site)
        #expect(lines.last == "and 5 more")
        #expect(lines.dropFirst(lines.firstIndex(of: "Past dates")! + 1).count == 21)
        #expect(site.main(Self.page).contains("On 2027-01-01"))
    }

    @Test func `a series that is over or cancelled has no dates to come`() async throws {
        let over = try await Self.site(rule: "every: week\n  count: 2", today: "2027-02-01")
        #expect(Self.lines(over).isEmpty)
        let once = try await Self.site(["x": "title: X\nstarts: 2026-12-03 14:00"])
        #expect(!once.main("communities/a/events/x/").contains("class=\"dates\""))
    }

    @Test func `an anchor in the text of the page is not named twice`() async throws {
        let page = try await Self.site(body: "## 2026-12-10\n\nX.").main(Self.page)
        #expect(page.components(separatedBy: "id=\"2026-12-10\"").count == 2)
    }

    @Test func `a write-up leads to its date and names it`() async throws {
        let site = try await Self.site(
            ["big": "occurrence_of: coffee@2026-12-17\ntitle: Big coffee"],
            writeups: [
                "one": "title: One\ndate: 2026-12-03\nevent: coffee@2026-12-03",
                "two": "title: Two\ndate: 2026-12-17\nevent: coffee@2026-12-17",
                "all": "title: All\ndate: 2026-12-18\nevent: coffee",
            ], today: "2026-12-20")
        let root = "../../../../communities/a/events/"
        #expect(
            site.main("communities/a/writeups/one/").contains(
                "<a href=\"\(root)coffee/#2026-12-03\">Coffee</a>, 3 December 2026"))
        #expect(
            site.main("communities/a/writeups/two/").contains(
                "<a href=\"\(root)big/\">Big coffee</a>, 17 December 2026"))
        #expect(site.main("communities/a/writeups/all/").contains("<a href=\"\(root)coffee/\">Coffee</a></span>"))
    }

    @Test func `data for search engines name the series of a date`() async throws {
        let site = try await Self.site(
            ["big": "occurrence_of: coffee@2026-12-17\ntitle: Big coffee"], baseURL: "https://example.org/")
        let expected =
            "\"superEvent\":{\"@type\":\"EventSeries\",\"name\":\"Coffee\","
            + "\"url\":\"https://example.org/communities/a/events/coffee/\"}"
        #expect(site.page("communities/a/events/big/").contains(expected))
        #expect(!site.page(Self.page).contains("superEvent"))
    }
}
