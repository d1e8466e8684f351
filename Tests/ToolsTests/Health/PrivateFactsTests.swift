import Content
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Tools

/// What lies in a private folder beside a handbook: nothing of it gets into what may be published, and even a private
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
            var random = SplitMix(seed)
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
                files["private/communities/\(id)/members.md"] =
                    list + "skills_needed:\n  drawing: 3\n---\nZqm text.\n"
            }
        }
    }

    /// SplitMix64: the same numbers for the same seed on every machine.
    private struct SplitMix: RandomNumberGenerator {
        private var state: UInt64
        init(_ seed: UInt64) { state = seed }
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
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
        #expect("\(error!)".contains(isPrivateFirst ? "private facts" : "may be published"))
        #expect(folder.tree("site") == before)
    }

    @Test func `what is wrong in a private file is told with the path of that file`() async throws {
        let folder = try TemporaryFolder(
            World(seed: 1, .names).files.merging(
                ["private/communities/rivers/members.md": "---\nmembers: [\n---\n"]) { $1 })
        let outcome = try await Self.build(folder, into: "mine", "private")
        let parts = outcome.parts(prefix: "content/")
        func places(_ part: Int) -> [String] { parts[part].problems.filter { $0.severity == .error }.map(\.path) }
        #expect(places(0).isEmpty && places(1) == ["communities/rivers/members.md"])
        #expect(parts[1].prefix.hasSuffix("private/"))
    }
}
