import Content
import Foundation
import Health
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Theme
@testable import Tools

/// What `folkmoot health` writes; which signals there are is tested with `Health`.
@Suite struct HealthCommandTests {
    private static let files = [
        "content/site.yaml": "title: T\nbase_url: https://example.gov/\n",
        "content/communities/rivers.md": "---\nname: \"=Rivers\"\nsummary: Water.\n---\n",
        "content/communities/rivers/members.md": "---\nmembers:\n  - person: Marked Name\n    part: steward\n---\n",
        "content/communities/rivers/events/walk.md": "---\ntitle: Walk\nstarts: 2026-03-09\n---\n",
        "content/communities/rivers/charter.md": "---\npurpose: P.\n---\n",
        "content/communities/lakes.md": "---\nname: Lakes\nsummary: More.\n---\n",
        "content/handbook/looking-after-stewards.md": "# Looking after stewards\n",
    ]

    private static func command(_ folder: TemporaryFolder) -> HealthCommand {
        var command = HealthCommand(content: folder.at("content"))
        command.asOf = PartialDate("2026-03-01")!.firstDay
        return command
    }

    private static func report(
        _ format: HealthFormat = .table, _ ids: [String] = [], files: [String: String] = files,
        _ change: (inout HealthCommand) -> Void = { _ in }
    ) async throws -> String {
        let folder = try TemporaryFolder(files)
        var command = command(folder)
        (command.format, command.ids) = (format, ids)
        change(&command)
        let text = String(decoding: try await command.run().report, as: UTF8.self)
        return text.replacing(folder.path + "/", with: "")
    }

    @Test func `the table has a line for each community and its next step`() async throws {
        let step =
            "Let somebody run the next meeting together with the steward, and name them as deputy if they like it."
        let text = try await Self.report()
        #expect(
            text == """
                2026-03-01: 2 communities, 1 with signals, 1 thin entry, 0 without any.

                rivers  no-deputy, no-welcome
                        \(step)

                Thin entries, with the question that would help most:
                lakes   Ask: how does somebody join? The answer is `join`.

                `folkmoot health rivers` says where each signal was found and why it matters.

                """)
    }

    @Test func `a requested community is shown with evidence, reason and chapter`() async throws {
        let text = try await Self.report(.table, ["rivers"])
        #expect(text.hasPrefix("=Rivers (rivers)\n\n  It rests on one person (no-deputy)\n"))
        #expect(text.contains("    content/communities/rivers/members.md:3  1 steward, no deputy\n    Why: One person"))
        #expect(text.contains("    Read: https://example.gov/handbook/looking-after-stewards/\n"))
        #expect(!text.contains("lakes"))
    }

    @Test func `an id that is of no open community is refused`() async throws {
        let error = await #expect(throws: BuildError.self) { try await Self.report(.table, ["river"]) }
        #expect("\(error!)".contains("There is no community `river` in"))
    }

    @Test func `Markdown has a section for each community`() async throws {
        let text = try await Self.report(.markdown)
        let position = "- `content/communities/rivers/members.md:3`"
        #expect(text.contains("\n## =Rivers\n\n### It rests on one person\n\n\(position)"))
        #expect(text.contains("\n**Next:** [Let somebody run the next meeting"))
        #expect(text.contains("\n## Thin entries\n\n- Lakes: Ask: how does somebody join?"))
    }

    @Test func `JSON has an object for each signal`() async throws {
        struct Document: Decodable {
            struct Evidence: Decodable { let file: String, line: Int, text: String }
            struct Signal: Decodable {
                let community: String, signal: String, evidence: [Evidence], why: String, step: String
            }
            let signals: [Signal]
        }
        let text = try await Self.report(.json)
        #expect(text.hasPrefix("{\"as_of\":\"2026-03-01\""))
        let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
        #expect(document.signals.map(\.signal) == ["no-deputy", "no-welcome", "thin-entry"])
        #expect(document.signals[0].community == "rivers" && document.signals[0].evidence[0].line == 3)
        #expect(document.signals[0].evidence[0].file == "content/communities/rivers/members.md")
    }

    @Test func `a sheet has a row for each signal, and no cell is a formula`() async throws {
        let rows = try await Self.report(.csv).components(separatedBy: "\r\n")
        #expect(rows[0] == "\u{FEFF}community,name,signal,evidence,why,step,link" && rows.count == 5)
        #expect(rows[1].hasPrefix("rivers,'=Rivers,no-deputy,\"content/communities/rivers/members.md:3 1 steward, no"))
    }

    @Test(arguments: HealthFormat.allCases) func `nobody is named`(format: HealthFormat) async throws {
        #expect(!(try await Self.report(format)).contains("Marked"))
        #expect(!(try await Self.report(format, ["rivers"])).contains("Marked"))
    }

    // MARK: E-mails

    @Test func `each community with a signal has an e-mail that offers help with the weightiest`() async throws {
        let text = try await Self.report(.email)
        #expect(text.components(separatedBy: "\n----\n").count == 2)
        #expect(text.hasPrefix("Can I help with =Rivers?\n\nHello [name],\n"))
        #expect(text.contains("\n\nIf you could not come one day, who could run") && !text.contains("who to write to"))
        #expect(text.contains("please tell me: https://example.gov/communities/rivers/\n"))
    }

    @Test func `a person who looks after several communities gets one e-mail that asks the same once`() async throws {
        var files = Self.files
        for id in ["lakes", "seas", "ponds"] {
            files["content/communities/\(id).md"] = "---\nname: \(id.capitalized)\nsummary: Water.\n---\n"
            files["content/communities/\(id)/members.md"] =
                "---\nmembers:\n  - person: Marked Name\n    part: steward\n---\n"
        }
        files["content/communities/ponds/members.md"] =
            "---\nmembers:\n  - person: Another\n    part: steward\n---\n"
        let mails = try await Self.report(.email, files: files).components(separatedBy: "\n----\n\n")
        #expect(mails.count == 2)
        let joint = try #require(mails.first { $0.contains("Seas") })
        #expect(joint.contains("the pages of your communities on T:") && !joint.contains("Ponds"))
        #expect(joint.contains("\n\nLakes: https://example.gov/communities/lakes/\nIf you could not come one day"))
        #expect(joint.components(separatedBy: "Best wishes").count == 2 && !joint.contains("Marked"))
        let deputies = files.mapValues {
            $0.replacing("    part: steward\n", with: "    part: steward\n  - {person: D, part: deputy}\n")
        }
        let same = try await Self.report(.email, files: deputies)
        #expect(same.components(separatedBy: "You look after several communities.").count == 2)
    }

    @Test func `an e-mail is in the language of the entry, and links nowhere without an address of the site`()
        async throws
    {
        let files = Self.files.merging([
            "content/site.yaml": "title: {en: T, cy: Safle}\nlanguages: [en, cy]\n",
            "content/communities/rivers.md": "---\nname: Afonydd\nlang: cy\nsummary: Dŵr.\n---\n",
        ]) { $1 }
        let text = try await Self.report(.email, ["rivers"], files: files)
        #expect(text.hasPrefix("Cynnig help: Afonydd\n\nHelo [enw],\n\n") && text.contains("Safle"))
        #expect(!text.contains("http") && !text.contains("{"))
    }

    @Test func `addresses are those of the site, with its style of links`() async throws {
        let files = Self.files.merging([
            "content/site.yaml": "title: T\nbase_url: https://example.gov/map\nlinks: files\nlanguages: [en, cy]\n",
            "content/communities/rivers.md": "---\nname: Afonydd\nlang: cy\nsummary: Dŵr.\n---\n",
        ]) { $1 }
        let mail = try await Self.report(.email, ["rivers"], files: files)
        #expect(mail.contains("https://example.gov/map/cy/communities/rivers/index.html\n"))
        let text = try await Self.report(.table, ["rivers"], files: files)
        #expect(text.contains("Read: https://example.gov/map/handbook/looking-after-stewards/index.html\n"))
    }

    @Test func `an e-mail says what is wanted, and by the name of a skill`() async throws {
        let files = Self.files.merging([
            "content/communities/rivers/members.md":
                "---\nmembers:\n  - person: B\n    part: steward\n    skills:\n      drawing: 1\n"
                + "  - person: C\n    part: deputy\nskills_needed:\n  drawing: 1\n---\n",
            "content/skills/drawing.md": "---\nname: Drawing maps\n---\n",
        ]) { $1 }
        let text = try await Self.report(.email, ["rivers"], files: files)
        #expect(text.contains("more people who know this: Drawing maps. I can ask"))
    }

    @Test func `every signal has its sentence in every language`() throws {
        let theme = try CompiledTheme()
        for language in CompiledTheme.defaultLanguages {
            let words = try theme.strings(language, first: language)
            for signal in Signal.all + [.thinEntry] {
                #expect(words.has("mail_" + signal.code.replacing("-", with: "_")), "\(language): \(signal.code)")
            }
        }
    }

    // MARK: The private folder

    private static let privateList =
        "---\nmembers:\n  - person: B\n    part: deputy\n  - person: Marked Name\n    part: steward\n    time: 0\n---\n"

    @Test func `a private file takes the place of the public one, and is named as evidence`() async throws {
        let files = Self.files.merging([
            "private/communities/rivers/members.md": Self.privateList, "private/notes.txt": "x",
        ]) { $1 }
        let folder = try TemporaryFolder(files)
        var command = Self.command(folder)
        (command.overlay, command.ids) = (folder.at("private"), ["rivers"])
        let outcome = try await command.run()
        let text = String(decoding: outcome.report, as: UTF8.self)
        #expect(text.contains("private/communities/rivers/members.md:7  `time: 0`") && !text.contains("no-deputy"))
        #expect(outcome.messages.count == 1 && outcome.messages[0].hasPrefix("Ignored 1 file of "))
    }

    @Test(arguments: HealthFormat.allCases) func `nobody in a private file is named`(format: HealthFormat) async throws
    {
        let person =
            "---\nname: Marked Person\norganisation: Marked Office\nskills:\n  drawing: 1\nagreed: 2026-01-01\n---\n"
        let folder = try TemporaryFolder(
            Self.files.merging([
                "private/communities/rivers/members.md": Self.privateList.replacing(
                    "person: B", with: "person: marked"),
                "private/people/marked.md": person,
                "private/communities/rivers/writeups/w.md":
                    "---\ntitle: Marked title\ndate: 2026-01-01\nauthors: [marked]\n---\nMarked text.\n",
            ]) { $1 })
        var command = Self.command(folder)
        (command.overlay, command.format) = (folder.at("private"), format)
        for ids in [[], ["rivers"]] {
            command.ids = ids
            let text = String(decoding: try await command.run().report, as: UTF8.self)
            #expect(
                !text.contains("Marked")
                    && (format == .email || text.contains(format == .markdown ? "No working time" : "no-time")))
        }
    }

    @Test func `what is wrong with a private file is reported`() async throws {
        let folder = try TemporaryFolder(
            Self.files.merging(["private/communities/rivers/members.md": "---\nmembers: [\n---\n"]) { $1 })
        var command = Self.command(folder)
        command.overlay = folder.at("private")
        let outcome = try await command.run()
        #expect(outcome.problems.contains("private/communities/rivers/members.md:"))
        #expect(outcome.messages.isEmpty)
    }

    @Test(arguments: ["content/private", "."])
    func `a private folder that a build would publish is refused`(path: String) async throws {
        let folder = try TemporaryFolder(Self.files.merging(["content/private/a.md": "# A\n"]) { $1 })
        var command = Self.command(folder)
        command.overlay = path == "." ? folder.path : folder.at(path)
        let refused = command
        let error = await #expect(throws: BuildError.self) { _ = try await refused.run() }
        #expect("\(error!)".contains("or the other way round"))
    }

    // MARK: The private site

    private static func site(_ files: [String: String] = files, _ change: (inout HealthCommand) -> Void = { _ in })
        async throws -> (folder: TemporaryFolder, outcome: HealthCommand.Outcome)
    {
        let folder = try TemporaryFolder(files)
        var command = command(folder)
        command.output = folder.at("mine")
        change(&command)
        return (folder, try await command.run())
    }

    @Test func `the private site has a page of all communities and one of each`() async throws {
        let (folder, outcome) = try await Self.site()
        #expect(outcome.report.isEmpty && outcome.messages[0].hasPrefix("3 pages in "))
        let home = folder.text("mine/index.html")!
        #expect(home.contains("2 communities, 1 with signals, 1 thin entry") && home.contains("noindex"))
        #expect(home.contains("<a href=\"./communities/rivers/\" data-community=\"rivers\" class=\"node help-most\""))
        #expect(home.contains("class=\"node help-thin\"") && home.contains("Ask: how does somebody join?"))
        let page = folder.text("mine/communities/rivers/index.html")!
        #expect(page.contains("<h2>It rests on one person</h2>") && page.contains("rivers/members.md:3</code>"))
        #expect(page.contains("href=\"https://example.gov/communities/rivers/\""))
        #expect(page.contains("Can I help with =Rivers?"))
        #expect(folder.text("mine/robots.txt")!.contains("Disallow: /\n"))
        #expect(folder.text("mine/communities/lakes/index.html")!.contains("Thin entry"))
    }

    @Test func `every address in the private site is of the private site, or of the public handbook`() async throws {
        let (folder, _) = try await Self.site()
        let files = folder.site("mine")
        for (path, text) in files where path.hasSuffix(".html") {
            for match in text.matches(of: /(?:href|src)="([^"]*)"/) {
                let address = String(match.1)
                if address.hasPrefix("https://example.gov/") || address.hasPrefix("#") { continue }
                let depth = path.split(separator: "/").count - 1
                let plain = address.replacing("../", with: "").replacing("./", with: "")
                #expect(address.components(separatedBy: "../").count - 1 <= depth, "\(path): \(address)")
                #expect(files[plain] != nil || files[plain + "index.html"] != nil, "\(path): \(address)")
            }
        }
    }

    @Test func `the private site is made of private files, names nobody and leads to no page that only it has`()
        async throws
    {
        let files = Self.files.merging([
            "private/communities/rivers/members.md": Self.privateList,
            "private/communities/secret.md": "---\nname: <b>Secret\nsummary: S.\n---\n",
        ]) { $1 }
        let folder = try TemporaryFolder(files)
        var command = Self.command(folder)
        (command.output, command.overlay) = (folder.at("mine"), folder.at("private"))
        _ = try await command.run()
        let site = folder.tree("mine")
        #expect(!site.values.contains { $0.contains("Marked") })
        #expect(site["communities/rivers/index.html"]!.contains("<h2>No working time for it</h2>"))
        let secret = site["communities/secret/index.html"]!
        #expect(
            secret.contains("&lt;b&gt;Secret") && !secret.contains("<b>") && !secret.contains("https://example.gov"))
    }

    @Test(.enabled(if: Git(folder: "/").run(["--version"]) != nil, "git is not installed"))
    func `the private site says what is better and worse`() async throws {
        let repository = try Repository()
        try repository.write([
            "communities/rivers.md": "---\nname: Rivers\nsummary: Water.\n---\n",
            "communities/rivers/members.md": "---\nmembers:\n  - {person: B, part: steward}\n---\n",
        ])
        try repository.commit("then", day: "2026-01-02")
        repository.git("tag", "then")
        let list = "---\nmembers:\n  - {person: B, part: steward}\n  - {person: C, part: deputy}\n---\n"
        try repository.write(["communities/rivers/members.md": list])
        try repository.commit("now", day: "2026-02-02")
        var command = HealthCommand(content: repository.disk.at(Repository.folder))
        (command.changedSince, command.asOf) = ("then", PartialDate("2026-03-01")!.firstDay)
        command.output = repository.disk.at("mine")
        _ = try await command.run()
        let home = repository.disk.text("mine/index.html")!
        #expect(
            home.contains("Since 2026-01-02</h2>") && home.contains("<li>Better: rivers, It rests on one person</li>"))
    }

    @Test func `a community that has no signal, rests or has ended can be found in the private site`() async throws {
        let files = Self.files.merging([
            "content/communities/seas.md": "---\nname: Seas\nsummary: S.\nclosed: 2025-01-01\n---\n",
            "content/communities/fine.md":
                "---\nname: Fine\nsummary: S.\njoin: Come.\nmeets: Weekly.\nverified: 2026-02-01\n---\n",
        ]) { $1 }
        let (folder, _) = try await Self.site(files)
        let home = folder.text("mine/index.html")!
        let rest = home.components(separatedBy: "<details>").last!
        #expect(rest.contains(">Fine</a> <span class=\"muted\">No signal</span>"))
        #expect(rest.contains(">Seas</a> <span class=\"muted\">At rest, ended or made up</span>"))
    }

    @Test func `the private site is not written over a public one`() async throws {
        let folder = try TemporaryFolder(Self.files)
        var build = BuildCommand(content: folder.at("content"), output: folder.at("mine"))
        build.options.asOf = PartialDate("2026-03-01")!.firstDay
        _ = try await build.run()
        var command = Self.command(folder)
        command.output = folder.at("mine")
        let refused = command
        let error = await #expect(throws: BuildError.self) { _ = try await refused.run() }
        #expect("\(error!)".contains("may be published"))
    }

    // MARK: Since

    @Test(.enabled(if: Git(folder: "/").run(["--version"]) != nil, "git is not installed"))
    func `what is better and worse since a commit is reported`() async throws {
        let repository = try Repository()
        let list = "---\nmembers:\n  - person: B\n    part: steward\n"
        try repository.write([
            "communities/rivers.md": "---\nname: Rivers\nsummary: Water.\n---\n",
            "communities/rivers/members.md": list + "---\n",
            "communities/rivers/events/walk.md": "---\ntitle: Walk\nstarts: 2026-01-09\n---\n",
        ])
        try repository.commit("then", day: "2026-01-02")
        repository.git("tag", "then")
        try repository.write(["communities/rivers/members.md": list + "  - person: C\n    part: deputy\n---\n"])
        try repository.commit("now", day: "2026-02-02")
        var command = HealthCommand(content: repository.disk.at(Repository.folder))
        (command.changedSince, command.asOf) = ("then", PartialDate("2026-03-01")!.firstDay)
        let text = String(decoding: try await command.run().report, as: UTF8.self)
        #expect(
            text.contains(
                "\nSince 2026-01-02:\n  worse  rivers  nothing-planned\n  better  rivers  no-deputy\n"))
    }
}
