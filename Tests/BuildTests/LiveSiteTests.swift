import Content
import Foundation
import TestSupport
import Testing

@testable import Build

/// Whatever is edited, what is shown is what a build of the same files would make.
@Suite struct LiveSiteTests {
    static let files = [
        "site.yaml": "title: T\nlanguages: [en, cy]\n",
        "index.md": "# Home\n\n[About](about.md#who), [[rivers]] and [[soup]].\n",
        "about.md": "---\ntitle: About\n---\nText.\n\n## Who\n\nUs.\n",
        "about.cy.md": "---\ntitle: Amdanom\n---\nTestun. [Cartref](index.md)\n",
        "handbook/index.md": "# Handbook\n\nHow [we](../about.md#who) work.\n",
        "handbook/soup.md": "# Soup\n\nStir, then [tell](../about.md).\n",
        "communities/rivers.md":
            "---\nname: Rivers\nsummary: Water.\nroles: [hydrologist]\nredirect_from: [old]\nevents:\n  - title: "
            + "Walk\n    starts: 2026-05-01\n---\nSee [[soup]] and [about](../about.md#who).\n",
        "notes.txt": "plain",
    ]

    static func live(_ folder: TemporaryFolder) -> LiveSite {
        var pipeline = Pipeline.Options()
        pipeline.asOf = PartialDate("2026-03-01")!.firstDay
        return LiveSite(.init(content: folder.at("content"), address: "http://127.0.0.1/", pipeline))
    }

    static func folder(_ files: [String: String] = files) throws -> TemporaryFolder {
        try TemporaryFolder(Dictionary(uniqueKeysWithValues: files.map { ("content/\($0.key)", $0.value) }))
    }

    static func expectAsBuilt(_ live: LiveSite, _ files: [String: String], _ step: String) async throws {
        let built = try await TestSite(files)
        for (path, text) in built.files where files[path] == nil {
            guard case .bytes(let bytes)? = try live.file(at: path) else {
                Issue.record("\(step): no \(path)")
                continue
            }
            #expect(String(decoding: bytes, as: UTF8.self) == text, "\(step): \(path)")
        }
        // Only a whole build looks at this.
        let shown = live.problems.filter { $0.code != BuildRules.nobodyCanSend.code }
        let found = shown.map { "\($0.code) \($0.message) \($0.range)" }
        #expect(found == built.problems.map { "\($0.code) \($0.message) \($0.range)" }, "\(step)")
    }

    @Test func `after each of many edits every file is as a build would make it`() async throws {
        let folder = try Self.folder()
        var files = Self.files
        var live = Self.live(folder)
        _ = await live.refresh()
        try await Self.expectAsBuilt(live, files, "at first")
        let edits: [(String, String?)] = [
            ("about.md", "---\ntitle: About\n---\nOther text.\n\n## Who\n\nAll of us.\n"),
            ("about.md", "---\ntitle: About\n---\nNobody is named.\n"),
            ("about.md", "---\ntitle: About\n---\n[Home](index.md) and [[nowhere]].\n\n## Who\n\nUs.\n"),
            ("drafts/d.md", "---\ntitle: D\ndraft: true\n---\n[Notes](../notes.txt)\n"),
            ("about.md", "---\ntitle: About\n---\n[Notes](notes.txt)\n\n## Who\n\nUs.\n"),
            ("about.md", "---\ntitle: About\n---\nText.\n\n## Who\n\nUs.\n"),
            ("about.cy.md", "---\ntitle: Amdanom\n---\nTestun arall. [Cartref](index.md) [[soup]]\n"),
            ("about.cy.md", "---\ntitle: Amdanom\n---\n"),
            ("about.cy.md", "---\ntitle: Amdanom\n---\nEto.\n"),
            ("handbook/soup.md", "# Broth\n\nStir.\n"),
            ("handbook/index.md", "# Handbook\n\nHow we work, [[soup|in short]].\n"),
            ("communities/rivers.md", Self.files["communities/rivers.md"]! + "\nMore of [home](../index.md).\n"),
            (
                "communities/rivers.md",
                Self.files["communities/rivers.md"]!.replacingOccurrences(of: "Rivers", with: "Canals")
            ),
            (
                "communities/lakes.md",
                "---\nname: Lakes\nsummary: More water.\nroles: [hydrologist]\n---\nSee [[rivers]].\n"
            ),
            ("communities/lakes.md", nil),
            ("plain.md", "# A plain page\n"),
            ("handbook/soup.md", "# Broth\n\nStir a [page](../plain.md) into a ![[soup]] and [x](my page.md).\n"),
            ("handbook/soup.md", "# Broth\n\nStir.\n"),
            ("plain.md", nil),
            ("map.yaml", "pins:\n  rivers: [10, 20]\n"),
            ("site.yaml", "title: Another\nlanguages: [en, cy]\n"),
            ("site.yaml", "title: Another\nlanguages: [en, cy]\nbase_url: https://a.example/\n"),
            ("site.yaml", "title: Another\n"),
        ]
        for (number, (path, text)) in edits.enumerated() {
            files[path] = text
            if let text {
                try folder.put("content/\(path)", text)
            } else {
                try FileManager.default.removeItem(atPath: folder.at("content/\(path)"))
            }
            let change = await live.refresh()
            #expect(change.isShown && change.paths.contains(path), "\(number)")
            if files["site.yaml"]!.contains("base_url") { continue }
            try await Self.expectAsBuilt(live, files, "edit \(number) of \(path)")
        }
    }

    @Test func `a changed text alone is put in its place, and what others depend on is linked again`() async throws {
        let text = Self.files["about.md"]!
        let edits: [(path: String, text: String, isTextAlone: Bool)] = [
            ("about.md", text + "\nMore.\n", true),
            ("about.md", text.replacingOccurrences(of: "## Who", with: "## When"), true),
            ("about.cy.md", "---\ntitle: Amdanom\n---\nArall.\n", true),
            ("handbook/index.md", "# Handbook\n\nAnew.\n", true),
            ("about.md", "---\ntitle: Others\n---\nText.\n", false), ("handbook/soup.md", "# Broth\n\nStir.\n", false),
            ("about.md", "---\ntitle: About\n---\n", false),
        ]
        for edit in edits {
            var files = Self.files
            let before = await ParsedContent(ContentSource(files.mapValues { Array($0.utf8) }), Pipeline.Options())
            files[edit.path] = edit.text
            let after = await ParsedContent(ContentSource(files.mapValues { Array($0.utf8) }), Pipeline.Options())
            var linked = before.linked(Pipeline.Options(), on: PartialDate("2026-03-01")!.firstDay)
            func document(_ content: ParsedContent) throws -> Document {
                let index = try #require(content.paths.firstIndex(of: edit.path))
                return try #require(content.files[index].document)
            }
            let (old, new) = (try document(before), try document(after))
            let isTextAlone =
                Array(files[edit.path]!.utf8.prefix(new.bodyStart))
                == Array(Self.files[edit.path]!.utf8.prefix(old.bodyStart)) && linked.replaceText(of: old, by: new)
            #expect(isTextAlone == edit.isTextAlone, "\(edit.path): \(edit.text)")
        }
    }

    static let entries = [
        "site.yaml": "title: T\nlanguages: [en, cy]\n",
        "index.md": "# Home\n\n[Guide](resources/guide.md#who), [[guide]], [[tool]].\n",
        "resources/guide.md":
            "---\ntitle: Guide\ntopics: [data]\nroles: [analyst]\n---\n[Tool](tool.md)\n\n## Who\n\nUs.\n",
        "resources/tool.md":
            "---\ntitle: Tool\ntopics: [data, fish]\n---\nText. [Guide](guide.md#guide) [gone](guide.md#nowhere)\n",
        "events/walk.md": "---\ntitle: Walk\nstarts: 2026-05-01\nhosts: [rivers]\n---\nCome.\n",
        "writeups/walked.md":
            "---\ntitle: Walked\ndate: 2026-02-01\nevent: walk\ntopics: [data]\nauthors: [ada, Bob Lowe]\n---\nWe "
            + "did.\n",
        "communities/rivers.md": "---\nname: Rivers\nsummary: Water.\ntopics: [fish]\n---\nFlow, see [[walk]].\n",
        "people/ada.md": "---\nname: Ada\nagreed: 2026-01-01\n---\n",
        "topics/data.md": "---\nname: Data\nalso_known_as: figures\n---\n",
        "roles/analyst.md": "---\nname: Analyst\n---\n",
        "resources/zeal.md": "---\ntitle: Zeal\ntopics: [zeal]\n---\n",
        "handbook/soup.md": "# Soup\n\nStir. [[guide]]\n",
    ]

    /// What is edited, what it says then, and whether that is put in its place without linking everything again.
    static let factEdits: [(path: String, from: String, to: String, isQuick: Bool)] = [
        ("resources/guide.md", "title: Guide", "title: Handbook of guides", true),
        ("resources/guide.md", "title: Guide", "title: Guide\nsummary: Of use.\norder: 3", true),
        ("resources/guide.md", "topics: [data]", "topics: [figures]", true),
        ("resources/guide.md", "topics: [data]\n", "", true),
        ("resources/guide.md", "topics: [data]", "topics: [new]", false),
        ("resources/guide.md", "topics: [data]", "topics: [fish]", false),
        ("resources/tool.md", "topics: [data, fish]", "topics: [fish]", true),
        ("resources/guide.md", "roles: [analyst]", "roles: []", true),
        ("resources/zeal.md", "title: Zeal", "title: More zeal", false),
        ("resources/guide.md", "title: Guide", "title: Guide\ndraft: true", false),
        ("resources/guide.md", "title: Guide", "title: Guide\nexpires_on: 2020-01-01", false),
        ("resources/tool.md", "title: Tool", "title: Tool\npublish_on: 2026-01-02\nexpires_on: 2027-01-01", true),
        ("resources/tool.md", "title: Tool", "title: Tool\nredirect_from: old", false),
        ("resources/tool.md", "title: Tool", "title: Tool\nlang: cy", false),
        ("resources/tool.md", "title: Tool", "title: Tool\nreviewed: 2030-01-01", true),
        ("resources/tool.md", "title: Tool", "title: Instrument\nkind: tool", true),
        ("events/walk.md", "starts: 2026-05-01", "starts: 2026-06-01 10:00", true),
        ("events/walk.md", "hosts: [rivers]", "hosts: [lakes]", false),
        ("events/walk.md", "hosts: [rivers]\n", "", false), ("events/walk.md", "starts: 2026-05-01\n", "", false),
        ("events/walk.md", "title: Walk", "title: Stroll\nstatus: cancelled", true),
        ("writeups/walked.md", "event: walk\n", "", true), ("writeups/walked.md", "event: walk", "event: walks", true),
        ("writeups/walked.md", "authors: [ada, Bob Lowe]", "authors: [eve]", true),
        ("writeups/walked.md", "date: 2026-02-01", "date: 2025-02-01\noutcome: More.", true),
        ("handbook/soup.md", "# Soup", "# Broth", true),
        ("handbook/soup.md", "# Soup", "---\norder: 2\n---\n# Soup", true),
        ("communities/rivers.md", "name: Rivers", "name: Streams", false),
        ("people/ada.md", "name: Ada", "name: Ada L", false), ("topics/data.md", "name: Data", "name: Datum", false),
        ("index.md", "# Home", "# House", false),
    ]

    @Test(arguments: factEdits.indices)
    func `facts of one page are put in their place, and all else is as a build would make it`(number: Int) async throws
    {
        let edit = Self.factEdits[number]
        let text = try #require(Self.entries[edit.path])
        let changed = text.replacingOccurrences(of: edit.from, with: edit.to)
        #expect(text != changed)
        func parsed(_ files: [String: String]) async -> ParsedContent {
            await ParsedContent(ContentSource(files.mapValues { Array($0.utf8) }), Pipeline.Options())
        }
        var files = Self.entries
        let before = await parsed(files)
        files[edit.path] = changed
        let after = await parsed(files)
        var linked = before.linked(Pipeline.Options(), on: PartialDate("2026-03-01")!.firstDay)
        let found = try #require(after.edits(since: before)?.first)
        #expect(linked.replaceFacts(of: found.old, by: found.new) == edit.isQuick, "\(edit)")

        let folder = try Self.folder(Self.entries)
        var live = Self.live(folder)
        _ = await live.refresh()
        try folder.put("content/\(edit.path)", changed)
        _ = await live.refresh()
        try await Self.expectAsBuilt(live, files, "\(edit)")
        // And back, with another edit on the way.
        try folder.put("content/\(edit.path)", text + "\nMore.\n")
        _ = await live.refresh()
        files[edit.path] = text + "\nMore.\n"
        try await Self.expectAsBuilt(live, files, "back from \(edit)")
    }

    @Test func `a file that cannot be used keeps its last version, and the others go on`() async throws {
        let folder = try Self.folder()
        var live = Self.live(folder)
        _ = await live.refresh()
        try folder.put("content/about.md", "---\ntitle: \"About\n---\nBroken.\n")
        try folder.put("content/handbook/soup.md", "# Soup\n\nNew soup.\n")
        var change = await live.refresh()
        #expect(change.newProblems.map(\.code) == ["yaml-syntax"])
        #expect(try Self.text(live, "about/index.html").contains("Us."))
        #expect(try Self.text(live, "handbook/soup/index.html").contains("New soup."))
        try folder.put("content/about.md", "---\ntitle: About\n---\nMended.\n\n## Who\n\nWe.\n")
        change = await live.refresh()
        #expect(live.problems.filter { $0.severity == .error }.isEmpty)
        #expect(try Self.text(live, "about/index.html").contains("Mended."))
    }

    @Test func `settings that cannot be used stay as they were`() async throws {
        let folder = try Self.folder()
        var live = Self.live(folder)
        _ = await live.refresh()
        try folder.put("content/site.yaml", "title: [\n")
        _ = await live.refresh()
        #expect(live.problems.contains { $0.severity == .error })
        #expect(try Self.text(live, "cy/about/index.html").contains("Amdanom"))
    }

    @Test func `a missing folder is reported, shown as it was, and taken up again`() async throws {
        let folder = try Self.folder()
        var live = Self.live(folder)
        _ = await live.refresh()
        try FileManager.default.moveItem(atPath: folder.at("content"), toPath: folder.at("elsewhere"))
        #expect(await live.refresh().isShown)
        #expect(live.failure?.contains("content") == true)
        #expect(try Self.text(live, "about/index.html").contains("Us."))
        #expect(await live.refresh().isShown == false)
        try FileManager.default.moveItem(atPath: folder.at("elsewhere"), toPath: folder.at("content"))
        #expect(await live.refresh().isShown)
        #expect(live.failure == nil)
    }

    @Test func `a problem of the folder comes and goes without any page changing`() async throws {
        let folder = try Self.folder()
        try await Task.sleep(for: .milliseconds(40))
        var live = Self.live(folder)
        _ = await live.refresh()
        let before = live.problems
        try folder.put("content/picture.svg", "<svg/>")
        let change = await live.refresh()
        #expect(change.isShown)
        #expect(change.newProblems.map(\.code) == ["asset-type"])
        try FileManager.default.removeItem(atPath: folder.at("content/picture.svg"))
        #expect(await live.refresh().isShown)
        #expect(live.problems == before)
    }

    @Test func `a theme that cannot be used leaves all as it was, and edits go on when it can`()
        async throws
    {
        let folder = try Self.folder()
        try await Task.sleep(for: .milliseconds(40))
        var live = Self.live(folder)
        _ = await live.refresh()
        // Content may name no theme that is elsewhere.
        try folder.makeFolder("elsewhere")
        try folder.makeFolder("themes")
        try FileManager.default.createSymbolicLink(
            atPath: folder.at("themes/linked"), withDestinationPath: folder.at("elsewhere"))
        try folder.put("content/site.yaml", "title: T\nlanguages: [en, cy]\ntheme: linked\n")
        try folder.put("content/communities/a-new-one.md", "---\nname: New\nsummary: One.\n---\n")
        _ = await live.refresh()
        #expect(live.failure != nil)
        try folder.put("content/about.md", "---\ntitle: About\n---\nDuring.\n\n## Who\n\nUs.\n")
        _ = await live.refresh()
        #expect(live.failure != nil)
        #expect(try Self.text(live, "about/index.html").contains("Text."))
        // Only one text has changed: it must not be put into what was linked in between.
        var files = Self.files
        files["about.md"] = "---\ntitle: About\n---\nDuring.\n\n## Who\n\nUs.\n"
        try FileManager.default.removeItem(atPath: folder.at("content/communities/a-new-one.md"))
        try folder.put("content/site.yaml", files["site.yaml"]!)
        _ = await live.refresh()
        #expect(live.failure == nil)
        try await Self.expectAsBuilt(live, files, "after all")
    }

    @Test func `nothing is shown again when nothing changed`() async throws {
        let folder = try Self.folder()
        // Files that changed a moment ago are read again to be sure.
        try await Task.sleep(for: .milliseconds(40))
        var live = Self.live(folder)
        _ = await live.refresh()
        let version = live.version
        #expect(await live.refresh().isShown == false)
        #expect(live.version == version)
    }

    @Test func `a theme follows its files, and stays as it was while it has errors`() async throws {
        let folder = try Self.folder()
        try folder.put("mine/theme.yaml", "name: Mine\n")
        try folder.put("mine/i18n/en.yaml", "skip: Straight on\n")
        var options = LiveSite.Options(content: folder.at("content"), address: "", .init())
        options.theme = folder.at("mine")
        var live = LiveSite(options)
        _ = await live.refresh()
        let before = try Self.text(live, "about/index.html")
        try folder.put("mine/pages/page.mustache", "{{#nothing}")
        #expect(await live.refresh().isShown)
        #expect(live.problems.contains { $0.severity == .error })
        #expect(try Self.text(live, "about/index.html") == before)
    }

    static func text(_ live: LiveSite, _ path: String) throws -> String {
        guard case .bytes(let bytes)? = try live.file(at: path) else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
