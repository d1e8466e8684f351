import Foundation
import TestSupport
import Testing

/// The page on which somebody makes an entry: what its questions offer, and where it says that things are sent.
@Suite struct AddPageTests {
    private static let community = ["communities/a.md": "---\nname: A\nsummary: S.\n---\n"]

    private static func page(_ content: [String: String]) async throws -> String {
        try await TestSite(community.merging(content) { $1 }, today: "2026-03-01").main("add/")
    }

    private static func options(of page: String) -> [String] {
        page.matches(of: #/<option value="([^"]+)" data-title="[^"]*" data-day="([^"]*)"( data-community="[^"]*")?>/#)
            .map { "\($0.1) \($0.2)\($0.3 ?? "")" }
    }

    @Test(arguments: [
        ("https://github.com/example/handbook", "github", "GitHub"),
        ("https://git.example.gov/handbook", "gitlab", "GitLab"),
        ("https://codeberg.org/example/handbook", "forgejo", "Codeberg"),
        ("https://git.example.gov/handbook", "forgejo", "Forgejo"),
    ])
    func `the buttons name the host`(url: String, kind: String, host: String) async throws {
        let page = try await Self.page([
            "site.yaml": "title: T\nrepository:\n  url: \(url)\n  kind: \(kind)\n"
        ])
        #expect(page.contains("data-way=\"repository\">Send it on \(host)</button>"))
        #expect(page.contains("data-way=\"repository\">Report it on \(host)</button>"))
        #expect(page.contains(">Report it on \(host)</a>") && page.contains("data-host=\"\(host)\""))
    }

    @Test func `without an address the form says that nobody said where to send it`() async throws {
        let words = "This handbook does not say where to send it."
        #expect(try await Self.page([:]).contains(words))
        for settings in ["contact: hello@example.gov", "repository: {url: \"https://github.com/a/b\"}"] {
            #expect(try await !Self.page(["site.yaml": "title: T\n\(settings)\n"]).contains(words))
        }
    }

    @Test func `a write-up can be about a meeting that has begun, and about one day of a series`() async throws {
        func event(_ keys: String) -> String { "---\ntitle: E\n\(keys)\n---\n" }
        let page = try await Self.page([
            "communities/a/events/coffee.md": event("starts: 2026-02-12 10:00\nrepeats:\n  every: 2 weeks"),
            "communities/a/events/once.md": event("starts: 2019-05-02"),
            "communities/a/events/never.md": event("starts: 2026-02-20\nstatus: cancelled"),
            "communities/a/events/soon.md": event("starts: 2026-03-02"),
            "events/shared.md": event("starts: 2026-02-20"), "events/some-day.md": "---\ntitle: E\n---\n",
        ])
        #expect(
            Self.options(of: page) == [
                "a/coffee@2026-02-26 2026-02-26 data-community=\"a\"", "shared 2026-02-20",
                "a/coffee@2026-02-12 2026-02-12 data-community=\"a\"", "a/once 2019-05-02 data-community=\"a\"",
            ])
        #expect(page.contains(">E, 26 February 2026</option>"))
    }

    @Test func `each meeting that is offered is one that a write-up may name`() async throws {
        let events = [
            "communities/a/events/coffee.md":
                "---\ntitle: E\nstarts: 2026-02-12 10:00\nrepeats:\n  every: week\n---\n",
            "communities/a/events/moved.md":
                "---\noccurrence_of: coffee@2026-02-19\nstarts: 2026-02-20 10:00\n---\n",
            "events/shared.md": "---\ntitle: E\nstarts: 2026-02-20\n---\n",
        ]
        let names = Self.options(of: try await Self.page(events)).map { $0.prefix { $0 != " " } }
        #expect(names.count == 4)
        for name in names {
            let writeup = "---\ntitle: W\ndate: 2026-02-21\nevent: \(name)\n---\n"
            let content = Self.community.merging(events) { $1 }
            for folder in ["writeups", "communities/a/writeups"] {
                let problems = await TestSite.problems(of: content.merging(["\(folder)/w.md": writeup]) { $1 })
                #expect(problems == [], "\(name) in \(folder)")
            }
        }
    }

    @Test func `without meetings nobody is asked for one, and what is chosen has no pattern`() async throws {
        let page = try await Self.page([:])
        #expect(!page.contains("data-key=\"event\""))
        #expect(page.contains("data-key=\"repeats\" data-type=\"repeats\">"))
    }

    @Test func `what needs an answer comes first`() async throws {
        let page = try await Self.page([:])
        for part in page.components(separatedBy: "<section id=\"s.add-").dropFirst().dropLast() {
            let halves = part.components(separatedBy: "<h3 class=\"add-more\">")
            #expect(halves.count == 2 && halves[0].contains("data-required") && !halves[1].contains("data-required"))
        }
    }
}
