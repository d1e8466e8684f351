import Foundation
import TestSupport
import Testing

/// The table of hours on the page of an event, and the zones of governments.
@Suite struct LocalHoursTests {
    private static let event = "title: E\nstarts: 2026-12-03 14:00\nends: 2026-12-03 15:00"

    private static func site(
        _ event: String = event, governments: [String: String] = ["uk": "Europe/London", "nz": "Pacific/Auckland"]
    ) async throws -> TestSite {
        var all = [
            "site.yaml": "title: T\ntime_zone: Europe/London\n",
            "communities/a.md":
                "---\nname: A\nsummary: S.\ngovernment: [\(governments.keys.sorted().joined(separator: ", "))]\n---\n",
            "communities/a/events/e.md": "---\n\(event)\n---\n",
        ]
        for (id, zone) in governments {
            all["governments/\(id).md"] =
                "---\nname: \(id.uppercased())\n" + (zone.isEmpty ? "" : "time_zone: \(zone)\n") + "---\n"
        }
        return try await TestSite(all, today: "2026-11-29")
    }

    /// The cells of the table, row by row.
    private static func cells(_ site: TestSite) -> [String] {
        let page = site.main("communities/a/events/e/")
        guard let start = page.range(of: "<section class=\"hours\"")?.lowerBound else { return [] }
        let body = page[start...].components(separatedBy: "<tbody>")[1].components(separatedBy: "</tbody>")[0]
        return body.components(separatedBy: "</").compactMap { part in
            part.split(separator: ">").last.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        }.filter { !$0.isEmpty && !$0.contains("<") && !["a", "th", "td", "tr"].contains($0) }
    }

    @Test func `each government has the hour of its clocks, with the weekday where it is another`() async throws {
        let site = try await Self.site()
        #expect(Self.cells(site) == ["NZ", "Friday, 03:00", "UK", "14:00"])
        #expect(site.main("communities/a/events/e/").contains("Thursday 3 December 2026</p>"))
    }

    @Test(arguments: [
        (event, ["uk": "Europe/London", "pt": "Europe/Lisbon"]), (event, ["uk": "Europe/London", "us": ""]),
        ("title: E\nstarts: 2026-12-03", ["uk": "Europe/London", "nz": "Pacific/Auckland"]),
        ("title: E\nstarts: 2026-10-03 14:00", ["uk": "Europe/London", "nz": "Pacific/Auckland"]),
        (event + "\nstatus: cancelled", ["uk": "Europe/London", "nz": "Pacific/Auckland"]),
    ])
    func `where all clocks show the same, or nothing is to come, there is no table`(
        _ event: String, _ governments: [String: String]
    ) async throws {
        #expect(Self.cells(try await Self.site(event, governments: governments)).isEmpty)
    }

    @Test func `an unknown zone of a government is an error`() async throws {
        let site = try await Self.site(governments: ["uk": "London"])
        #expect(site.problems.map { "\($0.path) \($0.code)" } == ["governments/uk.md unknown-time-zone"])
    }

    @Test func `a zone of anything but a government is a warning`() async throws {
        let problems = await TestSite.problems(of: [
            "topics/tea.md": "---\nname: Tea\ntime_zone: Europe/London\n---\n"
        ])
        #expect(problems.map { "\($0.code) \($0.severity)" } == ["zone-of-no-government warning"])
    }
}
