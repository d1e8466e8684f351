import Content
import Foundation
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Theme
@testable import Tools

struct NewTests {
    private func handbook() throws -> TemporaryFolder {
        let disk = try TemporaryFolder()
        _ = try NewHandbook(at: disk.at("demo"), title: "Bees: \"all\" of them").make()
        return disk
    }

    /// What is wrong, apart from the address that its maintainers have to add.
    private func check(_ disk: TemporaryFolder) async throws -> [String] {
        var command = BuildCommand(content: disk.at("demo/content"), output: nil)
        command.isStrict = true
        let problems = try await command.run().problems
        return problems.filter { $0.code != BuildRules.nobodyCanSend.code }.map { "\($0.path): \($0.message)" }
    }

    private func make(
        _ kind: Kind, _ title: String?, in disk: TemporaryFolder, _ facts: [(key: String, values: [String])] = [],
        community: String? = nil, event: String? = nil
    ) async throws -> EditOutcome {
        var entry = NewEntry(kind, title, content: disk.at("demo/content"))
        entry.facts = facts
        entry.community = community
        entry.event = event
        return try await entry.make()
    }

    @Test func `a new handbook has no problems, and one of each kind`() async throws {
        let disk = try handbook()
        #expect(try await check(disk) == [])
        let site = await Pipeline.read(ContentSource(try ContentReader(at: disk.at("demo/content"))), .init()).site
        for kind in Kind.allCases where kind != .home { #expect(!site.all(kind).isEmpty, "\(kind)") }
    }

    @Test func `what to do next begins in the folder of the handbook`() {
        let here = NewHandbook.next("T", in: ".", from: "/home/me/map")
        #expect(here.hasPrefix("Made the handbook “T” in this folder.\nNext:\n  folkmoot build\n"))
        #expect(NewHandbook.next("T", in: "/home/me/map/", from: "/home/me/map") == here)
        let below = NewHandbook.next("T", in: "our map", from: "/home/me")
        #expect(below.hasPrefix("Made the handbook “T” in `our map`.\nNext:\n  cd 'our map'\n  folkmoot build\n"))
    }

    @Test func `a new handbook has its own title, and days around the day on which it is made`() {
        let today = CivilDay(year: 2026, month: 11, day: 28)
        let files = Dictionary(uniqueKeysWithValues: Starter(title: "Bees: all of them", today: today).files)
        #expect(files["content/site.yaml"]?.contains("\ntitle: \"Bees: all of them\"\n") == true)
        #expect(files["README.md"]?.hasPrefix("# Bees: all of them\n") == true)
        let community = "content/communities/example-people"
        #expect(files["\(community)/events/first-coffee.md"]?.contains("starts: 2026-12-12 14:00\n") == true)
        #expect(files["\(community)/charter.md"]?.contains("review: 2027-05-27\n") == true)
        #expect(files["\(community)/writeups/how-it-began.md"]?.contains("date: 2026-11-21\n") == true)
        for (path, text) in files {
            #expect(
                !text.contains("2000-") && !text.contains("1999-") && !text.contains("Communities of practice"),
                "\(path)")
        }
    }

    @Test(arguments: [
        ["fi"], ["de"], ["fr"], ["es"], ["ar"], ["cy", "en"], ["en", "fr"], ["fi", "sv"], ["pt-BR", "es"],
    ])
    func `a new handbook in any language has no problems`(languages: [String]) async throws {
        let disk = try TemporaryFolder()
        let title = NewHandbook.usualTitle(in: languages[0])
        let said = try NewHandbook(at: disk.at("demo"), title: title, languages: languages).make()
        #expect(said.contains("\nLook at these first:\n  - content/"))
        // Each language without words is announced by a command to run next.
        let problems = try await check(disk).filter { !$0.contains("The theme has no texts in") }
        #expect(problems == [])
    }

    private static func files(_ languages: [String], zone: String? = nil, title: String? = nil) -> [String: String] {
        let title = title ?? NewHandbook.usualTitle(in: languages[0])
        let today = CivilDay(year: 2026, month: 11, day: 28)
        let starter = Starter(title: title, today: today, languages: languages, zone: zone)
        return Dictionary(uniqueKeysWithValues: starter.files)
    }

    @Test func `a handbook in a language of the program has its title and the pages that every site needs`() throws {
        let files = Self.files(["fr"], zone: "Europe/Paris")
        let settings = try #require(files["content/site.yaml"])
        #expect(settings.contains("\ntitle: Communautés de pratique\nsummary: Trouvez les personnes "))
        #expect(settings.contains("\nlanguages: [fr]\ntime_zone: Europe/Paris\n"))
        #expect(files["content/about.md"]?.hasPrefix("---\ntitle: À propos de ce site\n") == true)
        #expect(files["content/handbook/how-to-begin.md"]?.contains("\norder: 10\n") == true)
        #expect(files["content/topics/examples.md"]?.hasPrefix("---\nlang: en\n") == true)
        #expect(!files.keys.contains { $0.contains("languages/") })
        let own = Self.files(["fr"], title: "Abeilles")
        #expect(own["content/site.yaml"]?.contains("\ntitle: Abeilles\nsummary: Trouvez les personnes ") == true)
        #expect(own["content/site.yaml"]?.contains("\n# time_zone: Europe/London\n") == true)
    }

    @Test func `a handbook in two languages of the program has texts in both`() throws {
        let files = Self.files(["cy", "en"])
        #expect(
            files["content/site.yaml"]?.contains(
                "\ntitle:\n  cy: Cymunedau ymarfer\n  en: Communities of practice\nsummary:\n  cy: ") == true)
        #expect(files["content/about.md"]?.hasPrefix("---\ntitle: Am y wefan hon\n") == true)
        #expect(files["content/about.en.md"]?.hasPrefix("---\ntitle: About this site\n") == true)
        #expect(files["content/handbook/how-to-begin.en.md"]?.contains("order") == false)
        #expect(files["content/topics/examples.en.md"] == nil)
        let other = Self.files(["en", "fr"])
        #expect(other["content/about.md"]?.hasPrefix("---\ntitle: About this site\n") == true)
        #expect(other["content/about.fr.md"]?.hasPrefix("---\ntitle: À propos de ce site\n") == true)
    }

    @Test func `a handbook in another language is in English, says so, and says what to translate`() {
        let files = Self.files(["fi", "en"])
        #expect(files["content/site.yaml"]?.contains("\ntitle: Communities of practice\nsummary: Find ") == true)
        #expect(files["content/about.md"]?.hasPrefix("---\nlang: en\ntitle: About this site\n") == true)
        #expect(files["content/about.en.md"] == nil)
        let said = NewHandbook.firstChanges(
            "Communities of practice", ["fi", "en"], .init(of: "fi", computer: "Europe/Berlin"))
        #expect(
            said == [
                "content/site.yaml: `title` and `summary` are in English. Translate them into Finnish.",
                "content/: the pages are in English, and say so with `lang: en`. When you translate one, remove "
                    + "that line.",
                "content/site.yaml: `time_zone` is Europe/Helsinki, which goes with the language. Is it that of your "
                    + "events?",
            ])
    }

    @Test func `the zone is that of the language, else that of the computer`() async {
        #expect(NewHandbook.Zone(of: "fi", computer: "Europe/Berlin") == .ofLanguage("Europe/Helsinki"))
        #expect(NewHandbook.Zone(of: "de", computer: "Europe/Berlin") == .ofComputer("Europe/Berlin"))
        #expect(NewHandbook.Zone(of: "de", computer: nil) == nil)
        #expect(NewHandbook.Zone(of: "de-AT", computer: "Europe/Berlin") == .ofLanguage("Europe/Vienna"))
        #expect(
            NewHandbook.firstChanges("T", ["en"], nil) == [
                "content/site.yaml: set `time_zone`, which neither the language nor this computer says."
            ])
        for zone in Set(LanguageFacts.all.compactMap { LanguageZones.zone(of: $0.code) }) {
            #expect(await TestSite.problems(of: ["site.yaml": "title: T\ntime_zone: \(zone)\n"]) == [], "\(zone)")
        }
    }

    @Test func `the pages that every site needs are in every language of the program`() {
        let paths = StarterFiles.files.keys.filter { $0.hasPrefix("languages/") }
        let byLanguage = Dictionary(grouping: paths) { $0.split(separator: "/")[1] }
            .mapValues { Set($0.map { $0.split(separator: "/").dropFirst(2).joined(separator: "/") }) }
        #expect(byLanguage.keys.sorted().map(String.init) == CompiledTheme.defaultLanguages.filter { $0 != "en" })
        #expect(Set(byLanguage.values).count == 1)
        for path in byLanguage["de"] ?? [] { #expect(StarterFiles.files["content/\(path)"] != nil, "\(path)") }
    }

    @Test func `an event can come again, in a zone of its own`() async throws {
        let disk = try handbook()
        let facts = [
            (key: "starts", values: ["2027-03-02 12:00"]), ("time_zone", ["America/Toronto"]),
            ("repeats", ["month", "first tuesday"]),
        ]
        #expect(try await make(.event, "Open door", in: disk, facts).report != nil)
        let text = try String(
            contentsOfFile: disk.at("demo/content/events/open-door-2027-03-02.md"), encoding: .utf8)
        #expect(text.contains("\ntime_zone: America/Toronto\nrepeats:\n  every: month\n  day: first tuesday\n"))
        #expect(try await check(disk) == [])
        // What is wrong is reported, and nothing is written.
        let wrong = [(key: "starts", values: ["2027-03-02 12:00"]), ("time_zone", ["PST"])]
        #expect(try await make(.event, "Other door", in: disk, wrong).report == nil)
        #expect(!FileManager.default.fileExists(atPath: disk.at("demo/content/events/other-door-2027-03-02.md")))
    }

    @Test(arguments: [
        ("2027-03-09 14:00", "month", "second tuesday"), ("2027-03-31", "3 months", "last wednesday"),
    ])
    func `a monthly event without a day comes again on the weekday of its first date`(
        starts: String, every: String, day: String
    ) async throws {
        let disk = try handbook()
        let outcome = try await make(.event, "Coffee", in: disk, [("starts", [starts]), ("repeats", [every])])
        #expect(outcome.report?.contains("It repeats on the \(day) of the month") == true)
        let text = disk.text("demo/content/events/coffee-\(starts.prefix(10)).md")
        #expect(text?.contains("\n  day: \(day)\n") == true)
        #expect(try await check(disk) == [])
        // Twelve months are a year, which has its day by itself.
        let yearly = try await make(.event, "Party", in: disk, [("starts", [starts]), ("repeats", ["12 months"])])
        #expect(yearly.report?.contains("It repeats on") == false)
    }

    @Test(arguments: [Kind.role, .topic, .skill, .government, .organisation])
    func `a term has a file with its name, also where communities use it already`(kind: Kind) async throws {
        let disk = try handbook()
        try disk.put(
            "demo/content/communities/users.md",
            "---\nname: Users\nsummary: S.\nroles: devops\ntopics: devops\ngovernment: devops\n---\n")
        let facts = [(key: "also_known_as", values: ["Dev and Op"])]
        let file = "\(kind.folder!)/devops.md"
        #expect(try await make(kind, "DevOps", in: disk, facts).report?.contains("Made ") == true)
        #expect(
            try String(contentsOfFile: disk.at("demo/content/\(file)"), encoding: .utf8)
                == "---\nname: DevOps\nalso_known_as: [Dev and Op]\n---\n")
        for (name, reason) in [("dev and op", "is another name of `\(file)` already"), ("Devops", "is there already")] {
            let error = await #expect(throws: BuildError.self) { try await make(kind, name, in: disk) }
            #expect("\(error!)".contains(reason), "\(error!)")
        }
        // Roles, topics and skills need no file.
        let parent = try await make(kind, "Ops", in: disk, [(key: "parent", values: ["nothing-such"])])
        #expect((parent.report == nil) == (kind == .government || kind == .organisation))
    }

    @Test(arguments: ["", "  ", "a\nb", "a\u{85}b", "a\u{7}b", String(repeating: "x", count: 201)])
    func `a handbook's title is a line of words`(title: String) throws {
        let disk = try TemporaryFolder()
        #expect(throws: BuildError.self) { try NewHandbook(at: disk.at("demo"), title: title).make() }
        #expect(!FileManager.default.fileExists(atPath: disk.at("demo")))
    }

    @Test func `an entry takes lines as words, no control characters, and no name of a folder's own page`() async throws
    {
        let disk = try handbook()
        #expect(try await make(.community, "Index", in: disk, [("summary", ["One\nsentence."])]).report != nil)
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: disk.at("demo/content/communities")).first {
                $0.hasPrefix("index-")
            })
        #expect(disk.text("demo/content/communities/\(name)") == "---\nname: Index\nsummary: One sentence.\n---\n")
        await #expect(throws: BuildError.self) {
            try await make(.community, "Bell \u{7}", in: disk, [("summary", ["S."])])
        }
        await #expect(throws: BuildError.self) {
            try await make(.community, "Bell", in: disk, [("summary", ["S.\u{1B}[31m"])])
        }
        #expect(try await check(disk) == [])
    }

    @Test func `a single answer is judged, with what to write instead`() {
        #expect(
            NewEntry.problem(with: "starts", ["2027-02-02 2pm"], of: .event)?.hasSuffix("Perhaps `2027-02-02 14:00`?")
                == true)
        #expect(
            NewEntry.problem(with: "starts", ["tomorrow"], of: .event)?.hasPrefix("`tomorrow` is not a date here")
                == true)
        #expect(NewEntry.problem(with: "summary", [String(repeating: "x", count: 210)], of: .community) != nil)
        #expect(
            NewEntry.problem(with: "join", ["chat.example.gov/a"], of: .community)?.hasSuffix(
                "Perhaps `https://chat.example.gov/a`?") == true)
        for (key, text, kind) in [
            ("starts", "2027-02-02 14:00", Kind.event), ("summary", "Who: \"they\" # are.", .community),
            ("join", "Ask.", .community), ("agreed", "2026-01-01", .person), ("date", "2026", .writeup),
        ] {
            #expect(NewEntry.problem(with: key, [text], of: kind) == nil, "\(key)")
        }
    }

    @Test func `a folder with something in it is left as it is`() throws {
        let disk = try TemporaryFolder()
        try disk.put("demo/mine.txt", "mine")
        #expect(throws: BuildError.self) { try NewHandbook(at: disk.at("demo"), title: "T").make() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.at("demo")) == ["mine.txt"])
    }

    @Test func `every kind of entry is made, and none has a problem`() async throws {
        let disk = try handbook()
        let facts: [(key: String, values: [String])] = [
            ("summary", ["Who share: \"data\" # and more."]), ("government", ["exampleland"]),
            ("roles", ["Data specialist"]), ("join", []),
        ]
        #expect(try await make(.community, "Data people", in: disk, facts).report != nil)
        #expect(
            disk.text("demo/content/communities/data-people.md")
                == "---\nname: Data people\nsummary: \"Who share: \\\"data\\\" # and more.\"\ngovernment: "
                + "[exampleland]\nroles: [data-specialist]\n---\n"
        )
        #expect(
            try await make(
                .event, "Coffee", in: disk, [("starts", ["2026-03-12 14:00"]), ("minutes", ["45"])],
                community: "data-people"
            ).report != nil)
        #expect(
            try await make(
                .event, nil, in: disk, [("starts", ["2027-04-12"])], event: "data-people/events/coffee-2026-03-12"
            ).report != nil)
        #expect(
            disk.text("demo/content/communities/data-people/events/coffee-2027-04-12.md")
                == "---\ntitle: Coffee\nstarts: 2027-04-12 14:00\nminutes: 45\n---\n")
        try disk.put(
            "demo/content/communities/data-people/events/tea.md",
            "---\ntitle: Tea\nsummary: A cup.\nstarts: 2026-05-01 14:00\nends: 2026-05-01 15:30\nagenda:\n  - title: "
                + "Milk\n---\n\nBring a *mug*.\n\nAnd talk.\n"
        )
        #expect(
            try await make(.event, nil, in: disk, [("starts", ["2027-05-01 10:00"])], event: "tea").report?.contains(
                "Not copied, because it may be different next time: `agenda`.") == true)
        #expect(
            disk.text("demo/content/communities/data-people/events/tea-2027-05-01.md")
                == "---\ntitle: Tea\nsummary: A cup.\nstarts: 2027-05-01 10:00\nminutes: 90\n---\n\nBring a "
                + "*mug*.\n\nAnd talk.\n"
        )
        #expect(try await make(.writeup, nil, in: disk, event: "coffee-2026-03-12").report != nil)
        #expect(
            disk.text("demo/content/communities/data-people/writeups/coffee-2026-03-12.md")
                == "---\ntitle: Coffee\ndate: 2026-03-12\nevent: coffee-2026-03-12\n---\n")
        #expect(try await make(.resource, "List", in: disk, [("url", ["https://example.org"])]).report != nil)
        #expect(try await make(.person, "Example Other", in: disk, [("agreed", ["2026-01-01"])]).report != nil)
        #expect(try await check(disk) == [])
    }

    @Test func `what is there stays, what would be wrong is not written, and names that lead nowhere are reported`()
        async throws
    {
        let disk = try handbook()
        let before = disk.text("demo/content/topics/examples.md")
        await #expect(throws: BuildError.self) {
            try await make(.community, "Example people", in: disk, [("summary", ["S."])])
        }
        let wrong = try await make(.resource, "List", in: disk, [("url", ["example.org"])])
        #expect(wrong.report == nil && wrong.problems.map(\.code) == ["bad-url"])
        #expect(!FileManager.default.fileExists(atPath: disk.at("demo/content/resources/list.md")))
        await #expect(throws: BuildError.self) { try await make(.event, "X", in: disk, community: "nobody") }
        await #expect(throws: BuildError.self) { try await make(.writeup, nil, in: disk, event: "nothing") }
        #expect(disk.text("demo/content/topics/examples.md") == before)
    }
}
