import Content
import SeededRandom
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Tools

/// What is in a private folder beside a handbook: nothing of it gets into what may be published, and even a private
/// site names nobody who has not agreed.
@Suite struct PrivateFactsTests {
    /// A random handbook with a private folder, whose people, titles and texts all have marks of their own.
    private struct World {
        struct Person {
            let mark: String
            let part: MemberPart
            let hasAgreed: Bool
            let hasLeft: Bool

            func isNamed(_ setting: MemberListing) -> Bool {
                guard hasAgreed else { return false }
                return switch setting {
                case .names: true
                case .stewards: part == .steward && !hasLeft
                case .counts: false
                }
            }
        }

        private(set) var files: [String: String] = [:]
        private(set) var people: [Person] = []

        init(seed: UInt64, _ setting: MemberListing) {
            var random = RandomNumbers(seed: seed)
            files["content/site.yaml"] =
                "title: T\nbase_url: https://example.gov/\nlanguages: [en, cy]\nlist_members: \(setting.rawValue)\n"
            files["content/skills/drawing.md"] = "---\nname: Drawing maps\n---\n"
            for id in ["rivers", "lakes"] {
                files["content/communities/\(id).md"] =
                    "---\nname: \(id)\nsummary: Water.\nroles: [keeper]\ngovernment: \(id)-land\n---\n"
                files["content/communities/\(id)/members.md"] =
                    "---\nmembers:\n  - person: Somebody\n    part: steward\n---\n"
                files["content/communities/\(id)/events/walk.md"] = "---\ntitle: Walk\nstarts: 2026-03-09\n---\n"
                var list = "---\nmembers:\n"
                for number in 0..<(1 + Int(random.next() % 6)) {
                    let person = Person(
                        mark: "Zqm\(id)\(number)x", part: MemberPart.allCases[Int(random.next() % 8)],
                        hasAgreed: random.next().isMultiple(of: 2), hasLeft: random.next().isMultiple(of: 4))
                    list +=
                        "  - person: \(person.mark)\n    part: \(person.part.rawValue)\n"
                        + "    title: Title\(person.mark)\n"
                        + "    time: 61\n    skills:\n      drawing: \(random.next() % 5)\n"
                        + (person.hasAgreed ? "    agreed: 2026-01-01\n" : "")
                        + (person.hasLeft ? "    until: 2026-02-01\n" : "")
                        + (random.next().isMultiple(of: 3) ? "    mentors: [drawing]\n" : "")
                        + (random.next().isMultiple(of: 3) ? "    learning: [secret-craft]\n" : "")
                    people.append(person)
                }
                // Numbers of a list that is shorter are withheld.
                for number in 0..<5 { list += "  - person: Other \(number)\n" }
                files["private/communities/\(id)/members.md"] =
                    list + "skills_needed:\n  drawing: 3\n---\nZqm text.\n"
            }
        }
    }

    private static let day = PartialDate("2026-03-01")!.firstDay

    private static func build(_ folder: TemporaryFolder, into output: String, _ overlay: String?, drafts: Bool = false)
        async throws -> BuildOutcome
    {
        var command = BuildCommand(content: folder.at("content"), output: folder.at(output))
        command.overlay = overlay.map(folder.at)
        (command.options.asOf, command.options.drafts) = (day, drafts)
        return try await command.run()
    }

    private static let settings: [MemberListing] = [.names, .stewards, .counts]

    @Test(arguments: settings) func `a private folder shows in nothing that may be published`(setting: MemberListing)
        async throws
    {
        for seed in 0..<4 {
            let folder = try TemporaryFolder(World(seed: UInt64(seed), setting).files)
            for drafts in [false, true] {
                let outcome = try await Self.build(folder, into: "site", nil, drafts: drafts)
                #expect(outcome.exitCode == 0)
                for (path, text) in folder.tree("site") {
                    #expect(!text.contains("Zqm") && !text.contains("secret-craft"), "\(path)")
                }
            }
        }
    }

    @Test(arguments: settings) func `a private site names those who agreed, as far as settings say`(
        setting: MemberListing
    ) async throws {
        var named = 0
        for seed in 0..<8 {
            let world = World(seed: UInt64(seed), setting)
            let folder = try TemporaryFolder(world.files)
            let outcome = try await Self.build(folder, into: "mine", "private")
            #expect(outcome.exitCode == 0)
            let all = folder.tree("mine").map(\.value).joined(separator: "\n")
            for person in world.people {
                let isNamed = person.isNamed(setting)
                #expect(all.contains(person.mark) == isNamed, "\(seed) \(person)")
                named += isNamed ? 1 : 0
            }
            #expect(!all.contains("61%") && !all.contains(">61<"))
        }
        #expect((named > 0) == (setting != .counts))
    }

    @Test(arguments: HealthFormat.allCases) func `signals name nobody, also those who agreed`(format: HealthFormat)
        async throws
    {
        for seed in 0..<8 {
            let folder = try TemporaryFolder(World(seed: UInt64(seed), .names).files)
            var command = HealthCommand(content: folder.at("content"))
            (command.overlay, command.asOf, command.format) = (folder.at("private"), Self.day, format)
            for ids in [[], ["rivers", "lakes"]] {
                command.ids = ids
                #expect(!String(decoding: try await command.run().report, as: UTF8.self).contains("Zqm"))
            }
        }
    }

    @Test func `skills and the site of signals name nobody either`() async throws {
        for seed in 0..<8 {
            let folder = try TemporaryFolder(World(seed: UInt64(seed), .names).files)
            for format in SkillsFormat.allCases {
                var command = SkillsCommand(content: folder.at("content"))
                (command.overlay, command.asOf, command.format) = (folder.at("private"), Self.day, format)
                let text = String(decoding: try await command.run().report, as: UTF8.self)
                #expect(!text.contains("Zqm") && text.lowercased().contains("drawing"))
            }
            var command = HealthCommand(content: folder.at("content"))
            (command.overlay, command.asOf) = (folder.at("private"), Self.day)
            command.output = folder.at("signals")
            _ = try await command.run()
            let site = folder.tree("signals")
            #expect(site.count > 5 && !site.values.contains { $0.contains("Zqm") })
        }
    }

    @Test func `previews, exports and reports know nothing of a private folder`() async throws {
        let folder = try TemporaryFolder(World(seed: 2, .names).files)
        var options = Pipeline.Options()
        options.asOf = Self.day
        var live = LiveSite(.init(content: folder.at("content"), address: "http://127.0.0.1/", options))
        _ = await live.refresh()
        _ = try await Self.build(folder, into: "site", nil)
        for path in folder.site().keys {
            guard case .bytes(let bytes)? = try live.file(at: path) else { continue }
            #expect(!String(decoding: bytes, as: UTF8.self).contains("Zqm"), "\(path)")
        }
        for format in ExportCommand.Format.allCases {
            var command = ExportCommand(content: folder.at("content"))
            command.format = format
            #expect(!String(decoding: try await command.run().bytes, as: UTF8.self).contains("Zqm"), "\(format)")
        }
        var report = ReportCommand(content: folder.at("content"), id: "rivers", year: 2026)
        report.asOf = Self.day
        #expect(!(try await report.run()).contains("Zqm"))
    }

    /// The list of the public one is in the community's own file.
    @Test func `a private list takes the place of one within the file of its community`() async throws {
        let list = "---\nmembers:\n  - {person: Zqm, part: steward, agreed: 2026-01-01}\n---\n"
        let folder = try TemporaryFolder([
            "content/site.yaml": "title: T\ncontact: hello@example.gov\n",
            "content/communities/a.md": "---\nname: A\nsummary: S.\nmembers: [{person: Public One}]\n---\n",
            "private/communities/a/members.md": list,
        ])
        let outcome = try await Self.build(folder, into: "mine", "private")
        #expect(outcome.exitCode == 0 && outcome.problems.isEmpty)
        #expect(folder.text("mine/communities/a/members/index.html")!.contains("Zqm"))
    }

    @Test func `a private folder within a site is refused, and so is a site within it`() async throws {
        let folder = try TemporaryFolder(World(seed: 1, .names).files)
        _ = try await Self.build(folder, into: "site", nil)
        try folder.put("site/private/communities/rivers/members.md", "---\nmembers: []\n---\n")
        let inside = await #expect(throws: BuildError.self) {
            try await Self.build(folder, into: "mine", "site/private")
        }
        #expect("\(inside!)".contains("holds a site, so it would be copied"))
        let around = await #expect(throws: BuildError.self) {
            try await Self.build(folder, into: "private/site", "private")
        }
        #expect("\(around!)".contains("it is in the private folder"))
    }

    @Test func `what is wrong with a private folder is reported by every command that reads it`() async throws {
        let folder = try TemporaryFolder(
            World(seed: 1, .names).files.merging(["private/communities/lakes/members.md": "---\nmembers: [\n---\n"]) {
                $1
            })
        try folder.link("private/communities/rivers/charter.md", to: "/etc/hostname")
        var skills = SkillsCommand(content: folder.at("content"))
        (skills.overlay, skills.asOf) = (folder.at("private"), Self.day)
        var health = HealthCommand(content: folder.at("content"))
        (health.overlay, health.asOf) = (folder.at("private"), Self.day)
        for text in [try await skills.run().problems, try await health.run().problems] {
            #expect(
                text.contains("private/communities/lakes/members.md:")
                    && text.contains("private/communities/rivers/charter.md"))
        }
        let outcome = try await Self.build(folder, into: "mine", "private")
        #expect(outcome.parts(prefix: "content/")[1].problems.map(\.path).contains("communities/rivers/charter.md"))
    }

    @Test func `a private site asks search engines to stay away`() async throws {
        let folder = try TemporaryFolder(World(seed: 1, .names).files)
        _ = try await Self.build(folder, into: "mine", "private")
        #expect(folder.text("mine/index.html")!.contains("noindex"))
        #expect(folder.text("mine/robots.txt")!.contains("Disallow: /\n"))
    }

    @Test(arguments: [true, false]) func `a private site is not written over a public one, nor the other way round`(
        isPrivateFirst: Bool
    ) async throws {
        let folder = try TemporaryFolder(World(seed: 1, .names).files)
        let overlays = isPrivateFirst ? ["private", nil] : [nil, "private"]
        _ = try await Self.build(folder, into: "site", overlays[0])
        let before = folder.tree("site")
        let error = await #expect(throws: BuildError.self) { try await Self.build(folder, into: "site", overlays[1]) }
        #expect(
            "\(error!)".contains(isPrivateFirst ? "holds a handbook with private facts" : "holds a site that may be"))
        #expect(folder.tree("site") == before)
    }

    @Test func `what is wrong in a private file is reported with the path of that file`() async throws {
        let folder = try TemporaryFolder(
            World(seed: 1, .names).files.merging(
                ["private/communities/rivers/members.md": "---\nmembers: [\n---\n"]) { $1 })
        let outcome = try await Self.build(folder, into: "mine", "private")
        let parts = outcome.parts(prefix: "content/")
        func paths(_ part: Int) -> [String] { parts[part].problems.filter { $0.severity == .error }.map(\.path) }
        #expect(paths(0).isEmpty && paths(1) == ["communities/rivers/members.md"])
        #expect(parts[1].prefix.hasSuffix("private/"))
    }
}
