import Diagnostics
import Foundation
import Pictures
import Synchronization
import TestSupport
import Testing

@testable import Build
@testable import Disk
@testable import Tools

/// A handbook in four languages that names one made-up person in every way that facts and links know.
private let handbook: [String: String] = [
    "site.yaml":
        "title: T\nlanguages: [en, cy, fr, ar]\nlist_members: names\nmenu: [communities, people/zoe-specimen]\n"
        + "footer: [map, {page: people/zoe-specimen, title: Our host}]\n",
    "people/zoe-specimen.md":
        "---\nname: Zoë Specimen\nalso_known_as: [Zoë S. Specimen, Zoë]\nredirect_from: people/zs\nagreed: 2026-01-10\n"
        + "---\n\n![Zoë](portrait.gif) ![](../pictures/zoe.gif) ![](../pictures/office.gif)\n",
    "people/zoe-specimen.cy.md": "---\nname: Zoë Specimen\n---\n\nTestun.\n",
    "people/zoe-specimen.fr.md": "---\nname: Zoé Specimen\n---\n\nTexte.\n",
    "people/zoe-specimen.ar.md": "---\nname: زوي عيّنة\n---\n\nنص.\n",
    "people/portrait.gif": ExamplePicture.gif, "people/zoe-specimen.gif": ExamplePicture.gif,
    "people/zoe-specimen/cv.txt": "A life.\n", "pictures/zoe.gif": ExamplePicture.gif,
    "pictures/office.gif": ExamplePicture.gif,
    "people/zoe-other.md":
        "---\nname: Zoë Other\nagreed: 2026-01-10\n---\n\nWith a ![](../pictures/office.gif) view.\n",
    "communities/a/index.md":
        "---\nname: A\nsummary: S.\nwelcome:\n  name: Zoë Specimen # at the door\n  title: Lead\n  contact: "
        + "a@example.gov\n"
        + "sponsor: Zoë  SPECIMEN\nevents:\n  - title: Talk\n    starts: 2026-04-01\n    speakers: [Zoë Other, "
        + "zoe-specimen]\n"
        + "backlog:\n  - by: Zoe Specimen\n    title: How?\n  - {title: Why?, by: zoe-specimen}\n---\n\nHello.\n",
    "communities/a/index.cy.md": "---\nname: A\nsummary: C.\nwelcome:\n  title: Arweinydd\n---\n\nHelo.\n",
    "communities/a/members.md":
        "---\nmembers:\n  - person: zoe-specimen\n    part: steward\n    skills: {talking: 4}\n\n  # the others\n"
        + "  - person: zoe-other\n  - {person: \"Zoë S. Specimen\", part: core}\n---\n",
    "communities/b.md":
        "---\nname: B\nsummary: S.\nmembers: [{person: Zoé Specimen, agreed: 2026-01-01}]\n---\n\nSee [our "
        + "host](../people/"
        + "zoe-specimen.md \"her page\").\n",
    "communities/b.ar.md": "---\nname: ب\nsummary: S.\n---\n\n[المضيفة](../people/zoe-specimen.md)\n",
    "writeups/w.md":
        "---\ntitle: W\ndate: 2026-02-01\nauthors:\n  - zoe-other\n  - zoe-specimen\nactions:\n  - what: Book\n"
        + "    who: zoe-specimen\n    done: true\n---\n\nBy [[people/zoe-specimen|the host]].\n",
    "events/e.md": "---\ntitle: E\nstarts: 2026-04-01\nspeakers: زوي عيّنة\n---\n",
    "resources/r.md": "---\ntitle: R\nowner:\n  en: Zoë Specimen\n  cy: Zoë Specimen\n---\n\nText.\n",
    "resources/r.fr.md": "---\ntitle: R\n---\n\nVoir [l’hôte](/people/zoe-specimen/) et [[zoe-specimen|elle]].\n",
]

/// What each file is afterwards; others stay as they are.
private let without: [String: String?] = [
    "site.yaml": "title: T\nlanguages: [en, cy, fr, ar]\nlist_members: names\nmenu: [communities]\nfooter: [map]\n",
    "people/zoe-specimen.md": nil, "people/zoe-specimen.cy.md": nil, "people/zoe-specimen.fr.md": nil,
    "people/zoe-specimen.ar.md": nil, "people/zoe-specimen.gif": nil, "people/portrait.gif": nil,
    "people/zoe-specimen/cv.txt": nil, "pictures/zoe.gif": nil,
    "communities/a/index.md":
        "---\nname: A\nsummary: S.\nevents:\n  - title: Talk\n    starts: 2026-04-01\n    speakers: [Zoë Other]\n"
        + "backlog:\n  - title: How?\n  - {title: Why?}\n---\n\nHello.\n",
    "communities/a/index.cy.md": "---\nname: A\nsummary: C.\n---\n\nHelo.\n",
    "communities/a/members.md": "---\nmembers:\n\n  # the others\n  - person: zoe-other\n---\n",
    "communities/b.md": "---\nname: B\nsummary: S.\n---\n\nSee our host.\n",
    "communities/b.ar.md": "---\nname: ب\nsummary: S.\n---\n\nالمضيفة\n",
    "writeups/w.md":
        "---\ntitle: W\ndate: 2026-02-01\nauthors:\n  - zoe-other\nactions:\n  - what: Book\n    done: true\n---\n\n"
        + "By the host.\n",
    "events/e.md": "---\ntitle: E\nstarts: 2026-04-01\n---\n",
    "resources/r.md": "---\ntitle: R\n---\n\nText.\n",
    "resources/r.fr.md": "---\ntitle: R\n---\n\nVoir l’hôte et elle.\n",
]

struct ForgetTests {
    private static func disk(_ files: [String: String]) throws -> TemporaryFolder {
        try TemporaryFolder(Dictionary(uniqueKeysWithValues: files.map { ("content/\($0.key)", $0.value) }))
    }

    private static func forget(_ person: String, in disk: TemporaryFolder, removes: Bool = true, isDryRun: Bool = false)
        async throws -> ForgetCommand.Outcome
    {
        var command = ForgetCommand(content: disk.at("content"), person: person)
        command.removes = removes
        command.isDryRun = isDryRun
        return try await command.run()
    }

    /// The files of a handbook after somebody was forgotten, and what was said.
    private static func after(_ person: String, _ files: [String: String], removes: Bool = true) async throws -> (
        files: [String: String], report: String, left: Int
    ) {
        let disk = try disk(files)
        let outcome = try await forget(person, in: disk, removes: removes)
        #expect(outcome.edit.problems == [])
        return (disk.tree("content"), outcome.edit.report ?? "", outcome.left)
    }

    @Test(arguments: ["zoe-specimen", "people/zoe-specimen.md", "Zoë Specimen", "zoe  specimen", "زوي عيّنة"])
    func `facts and links are removed in four languages, and all else stays to the byte`(person: String) async throws {
        let (files, report, left) = try await Self.after(person, handbook)
        let expected = handbook.merging(without.compactMapValues { $0 }) { $1 }.filter {
            !(without[$0.key] == .some(nil))
        }
        #expect(files == expected)
        #expect(left == 0, "\(report)")
    }

    @Test func `no file of the site holds the name afterwards`() async throws {
        let before = try await TestSite(handbook)
        #expect(before.problems.filter { $0.severity == .error } == [])
        #expect(before.files.filter { $0.value.lowercased().contains("specimen") }.count > 20)
        let after = try await TestSite(Self.after("zoe-specimen", handbook).files)
        #expect(after.problems.filter { $0.severity == .error } == [])
        let kept = after.files.filter { file in
            ["specimen", "عيّنة", "zs/"].contains { "\(file.key)\n\(file.value)".lowercased().contains($0) }
        }
        #expect(kept.keys.sorted() == [])
    }

    @Test func `without the flag every mention is shown and nothing changes`() async throws {
        let (files, report, left) = try await Self.after("zoe-specimen", handbook, removes: false)
        #expect(files == handbook)
        #expect(left == 0)
        for line in [
            "site.yaml:4: this item of `menu`", "site.yaml:5: this entry of `footer`",
            "people/zoe-specimen.ar.md: all of this file",
            "people/zoe-specimen/cv.txt: this file", "pictures/zoe.gif: this file",
            "communities/a/index.md:5: all of `welcome`",
            "communities/a/index.cy.md:4: all of `welcome`", "communities/a/index.md:8: all of `sponsor`",
            "communities/a/index.md:12: this item of `speakers`", "communities/a/index.md:14: `by`",
            "communities/a/index.md:16: `by`", "communities/a/members.md:3: this entry of `members`",
            "communities/a/members.md:9: this entry of `members`", "communities/b.md:4: all of `members`",
            "communities/b.md:7: the link; its text stays", "writeups/w.md:6: this item of `authors`",
            "writeups/w.md:9: `who`", "events/e.md:4: all of `speakers`", "resources/r.md:4: all of `owner`",
            "Not looked for, because a name of one word may be somebody else's: `Zoë`",
        ] { #expect(report.contains(line), "\(line)") }
        #expect(report.contains("would be removed") && report.contains("git filter-repo"))
    }

    @Test func `a dry run shows differences and writes nothing`() async throws {
        let disk = try Self.disk(handbook)
        let outcome = try await Self.forget("zoe-specimen", in: disk, isDryRun: true)
        let report = try #require(outcome.edit.report)
        #expect(
            report.contains("-  - zoe-specimen\n") && report.contains("Would remove") && !report.contains("+" + "zoe"))
        #expect(disk.tree("content") == handbook)
    }

    @Test func `sentences are left to a person, with line and column as they are after the change`() async throws {
        let (files, report, left) = try await Self.after(
            "Ada Example",
            [
                "site.yaml": "title: T\ncontact: ada.example@example.gov\n",
                "people/ada.md": "---\nname: Ada Example\nagreed: 2026-01-01\n---\n",
                "index.md":
                    "---\ntitle: T\nsummary: \"Ad\\u0061 Example's\" # ada example\n---\n\nÉ Ask "
                    + "[[people/ada]] or Ada\nExample.\n",
                "about.md": "# About\n\n[Ada Example](people/ada.md), Ada Exampleton.\n",
                "entities.md": "# E\n\nAsk &#65;da Ex&#97;mple.\n",
                "writeups/by-ada-example.md":
                    "---\ntitle: W\ndate: 2026-01-01\nauthors: [Ada Example and Bo]\n---\n",
                "notes.txt": "Ada Example\n",
            ])
        #expect(files["index.md"]?.hasSuffix("\n\nÉ Ask … or Ada\nExample.\n") == true)
        #expect(files["about.md"] == "# About\n\nAda Example, Ada Exampleton.\n")
        for line in [
            "site.yaml:2:10: contact: ada.example", "index.md:3:10: ", "index.md:3:33: ", "index.md:6:7: ",
            "index.md:6:12: ",
            "about.md:3:1: Ada Example, Ada Exampleton.", "entities.md:1:1: the text below",
            "writeups/by-ada-example.md: the name of this file", "writeups/by-ada-example.md:4:11: ",
            "notes.txt:1:1: Ada",
        ] { #expect(report.contains(line), "\(line)\n\(report)") }
        #expect(left == 10)
    }

    @Test func `a person who has part of the name is left alone`() async throws {
        let files = [
            "people/ann.md": "---\nname: Ann Example\nalso_known_as: Ann\nagreed: 2026-01-01\n---\n",
            "people/anna.md": "---\nname: Anna Example\nagreed: 2026-01-01\n---\n",
            "people/ann-b.md": "---\nname: Ann Bee\nagreed: 2026-01-01\n---\n",
            "communities/a.md":
                "---\nname: A\nsummary: S.\nmembers: [ann, anna, ann-b, Ann Bee, Anna Example]\n---\n\n[[ann-b]] Ann\n"
                .replacing(
                    "[ann, anna, ann-b, Ann Bee, Anna Example]",
                    with:
                        "[{person: ann}, {person: anna}, {person: ann-b}, {person: Anna Example}]"),
            "topics/ann.md": "---\nname: Ann topic\n---\n",
            "resources/r.md": "---\ntitle: R\ntopics: [ann]\n---\n\n[t](../topics/ann.md)\n",
        ]
        let (after, report, left) = try await Self.after("ann", files)
        var expected = files
        expected["people/ann.md"] = nil
        expected["communities/a.md"] = files["communities/a.md"]!.replacing("{person: ann}, ", with: "")
        #expect(after == expected)
        #expect(left == 0, "\(report)")
    }

    @Test func `somebody without a file is forgotten by name`() async throws {
        let (files, _, left) = try await Self.after(
            "Guest Example",
            ["events/e.md": "---\ntitle: E\nstarts: 2026-04-01\nspeakers: [\"Guest, Other\", Guest Example]\n---\n"])
        #expect(files["events/e.md"]?.contains("speakers: [\"Guest, Other\"]\n") == true)
        #expect(left == 0)
    }

    @Test func `where two have one name, the name alone finds nobody`() async throws {
        let files = [
            "people/a.md": "---\nname: Ada Example\nagreed: 2026-01-01\n---\n",
            "people/b.md": "---\nname: Ada Example\nagreed: 2026-01-01\n---\n",
            "events/e.md": "---\ntitle: E\nstarts: 2026-04-01\nspeakers: [a, b, Ada Example]\n---\n",
        ]
        await #expect(throws: BuildError.self) { try await Self.forget("Ada Example", in: Self.disk(files)) }
        let (after, report, left) = try await Self.after("a", files)
        #expect(after["events/e.md"]?.contains("speakers: [b, Ada Example]\n") == true && after["people/b.md"] != nil)
        #expect(report.contains("Others have the same name") && left == 2)
    }

    @Test func `nobody is found and nothing changes`() async throws {
        let (files, report, left) = try await Self.after("Nobody Example", handbook)
        #expect(files == handbook && left == 0 && report.hasPrefix("Nothing mentions them"))
        for person in ["", "…", "people/"] {
            await #expect(throws: BuildError.self) { try await Self.forget(person, in: Self.disk(handbook)) }
        }
    }

    @Test func `nothing changes where a link or a fact cannot be taken out`() async throws {
        for file in [
            "[Ada][1]\n\n[1]: people/ada.md\n",
            "---\ntitle: T\n---\n\n| a |\n|---|\n| [Ada](<people/ada.md> 'a (b)' ) [1] |\n\n[1]: people/ada.md\n",
        ] {
            let files = ["people/ada.md": "---\nname: Ada Example\nagreed: 2026-01-01\n---\n", "a.md": file]
            let (after, report, left) = try await Self.after("ada", files)
            #expect(after == files && left > 0)
            #expect(report.hasPrefix("Nothing was changed.") && report.contains("a.md:"), "\(report)")
        }
    }

    @Test(arguments: [
        ("<a href=\"people/ada.md\">our host</a>", "our host"), ("<A HREF='/people/ada/' title=\"a > b\">x</A >", "x"),
        ("<a href=people/ada.md>x</a>", "x"), ("<p><a href=\"people/ada.md\"><b>x</b></a></p>", "<p><b>x</b></p>"),
        ("<a href=\"people/ada.md#x\">x</a> <a href=\"b.md\">y</a>", "x <a href=\"b.md\">y</a>"),
        ("- <a href=\"b.md\">y</a> <a href=\"people&#47;ada.md\">x</a>", "- <a href=\"b.md\">y</a> x"),
        ("<a name=\"here\" href=\"people/ada.md\">x</a> [y](#here)", "<a name=\"here\">x</a> [y](#here)"),
    ])
    func `links in HTML are taken out, and their text stays`(text: String, after: String) async throws {
        let (files, report, left) = try await Self.after(
            "ada",
            [
                "people/ada.md": "---\nname: Ada Example\nagreed: 2026-01-01\n---\n", "b.md": "# B\n",
                "a.md": "---\ntitle: T\n---\n\n\(text)\n",
            ])
        #expect(files["people/ada.md"] == nil, "\(report)")
        #expect(files["a.md"] == "---\ntitle: T\n---\n\n\(after)\n")
        #expect(left == 0)
    }

    @Test func `an address that is not a link is left to a person`() async throws {
        let (files, report, left) = try await Self.after(
            "ada",
            [
                "people/ada.md": "---\nname: Ada Example\n---\n",
                "a.md":
                    "---\ntitle: T\nredirect_from: people/ada/old\n---\n\n\\<a href=\"people/ada.md\">her\\</a> "
                    + "`people/ada-b.md` "
                    + "https://handbook.example.gov/cy/people/ada/\n\nThanks, @ada! @ada-b @adam\n",
            ])
        #expect(files["people/ada.md"] == nil && left == 4)
        for line in ["a.md:3:16: ", "a.md:6:11: ", "a.md:6:85: ", "a.md:8:9: "] {
            #expect(report.contains(line), "\(report)")
        }
    }

    @Test func `nothing changes where something would be wrong afterwards`() async throws {
        let files = [
            "people/ada.md": "---\nname: Ada Example\nagreed: 2026-01-01\n---\n",
            "events/e.md": "---\ntitle: E\nstarts: 2026-04-01\nspeakers: [ada]\n---\n",
            "a.md": "---\ntitle: T\n---\n\n[x](people/ad%61.md)\n",
        ]
        let disk = try Self.disk(files)
        let outcome = try await Self.forget("ada", in: disk)
        #expect(outcome.edit.problems.map(\.path) == ["a.md"] && outcome.edit.report == nil)
        #expect(disk.tree("content") == files)
    }

    @Test func `other facts of the same file stay as they are written`() async throws {
        let (files, _, left) = try await Self.after(
            "Ada Example",
            [
                "writeups/w.md": """
                ---\r
                title: "W: a 'talk'"   # kept\r
                date: 2026-01-01\r
                authors: [ 'Bo, C', "Ada Example", it's Di ]  # kept too\r
                actions: [{who: Ada Example, what: "a, b"}, {what: 'c', who: Ada Example}, {what: d}]\r
                x_own: {a: [b, {c: d}]}\r
                ---\r

                """,
                "events/e.md":
                    "---\ntitle: E\nstarts: 2026-04-01\nspeakers:\n- Ada Example\n- ADA EXAMPLE\n# about the "
                    + "rest\n- Bo\nplace: >\n"
                    + "  A hall\n  in town\n---\n",
                "communities/a.md":
                    "---\nname: A\nsummary: S.\nwriteups:\n  - title: X\n    date: 2026-01-01\n    authors: "
                    + "Ada Example\n"
                    + "  - authors:\n      - Ada Example\n    title: Y\n    date: 2026-01-02\nwelcome: {name: "
                    + "Ada Example}\n---\n",
            ])
        #expect(
            files["writeups/w.md"] == """
                ---\r
                title: "W: a 'talk'"   # kept\r
                date: 2026-01-01\r
                authors: [ 'Bo, C', it's Di ]  # kept too\r
                actions: [{what: "a, b"}, {what: 'c'}, {what: d}]\r
                x_own: {a: [b, {c: d}]}\r
                ---\r

                """)
        #expect(
            files["events/e.md"]
                == "---\ntitle: E\nstarts: 2026-04-01\nspeakers:\n# about the rest\n- Bo\nplace: >\n  A hall\n "
                + " in town\n---\n"
        )
        #expect(
            files["communities/a.md"]
                == "---\nname: A\nsummary: S.\nwriteups:\n  - title: X\n    date: 2026-01-01\n  - title: Y\n   "
                + " date: 2026-01-02\n"
                + "---\n")
        #expect(left == 0)
    }

    @Test func `a person who has not agreed is forgotten too`() async throws {
        let (files, _, left) = try await Self.after(
            "ada",
            [
                "people/ada.md": "---\nname: Ada Example\n---\n\n![](ada.gif)\n", "people/ada.gif": ExamplePicture.gif,
                "communities/a.md":
                    "---\nname: A\nsummary: S.\nmembers: [{person: ada}]\n---\n\n[the host](../people/ada.md), "
                    + "[[ada|she]].\n",
            ])
        #expect(files["people/ada.md"] == nil && files["people/ada.gif"] == nil && left == 0)
        #expect(files["communities/a.md"] == "---\nname: A\nsummary: S.\n---\n\nthe host, she.\n")
    }

    @Test func `all files change, or none`() async throws {
        let disk = try Self.disk(["a.md": "A", "b.md": "B", "p.md": "P", "q/r.gif": "R"])
        let before = disk.tree("content")
        let reader = try ContentReader(at: disk.at("content"))
        func write(
            _ changed: [String: (before: [UInt8], after: [UInt8])], _ removed: [String], _ known: [String: [UInt8]]
        ) throws {
            var write = JointWrite(reader: reader)
            (write.changed, write.removed, write.known) = (changed, removed, known)
            try write.run()
        }
        let (a, b, new) = (Array("A".utf8), Array("B".utf8), Array("N".utf8))
        // Somebody changed it meanwhile; it is not there; a file that was to be removed is a different one, or gone.
        for (changed, removed, known) in [
            (["a.md": (a, new), "b.md": (a, new)], ["p.md"], [:]), (["a.md": (a, new), "c.md": (a, new)], [], [:]),
            (["a.md": (a, new)], ["p.md"], ["p.md": a]), (["a.md": (a, new)], ["p.md", "s.gif"], [:]),
        ] as [([String: ([UInt8], [UInt8])], [String], [String: [UInt8]])] {
            #expect(throws: BuildError.self) {
                try write(changed.mapValues { (before: $0.0, after: $0.1) }, removed, known)
            }
            #expect(disk.tree("content") == before)
        }
        try write(["a.md": (a, new), "b.md": (b, new)], ["p.md", "q/r.gif"], ["p.md": Array("P".utf8)])
        #expect(disk.tree("content") == ["a.md": "N", "b.md": "N", "q": "/"])
    }

    @Test func `what cannot be put back is kept, and reported`() throws {
        let disk = try Self.disk(["people/a.md": "P", "q.gif": "Q"])
        let reader = try ContentReader(at: disk.at("content"))
        var write = JointWrite(reader: reader)
        write.removed = ["people/a.md", "q.gif"]
        write.beforeEach = { path in
            guard path == "q.gif" else { return }
            try FileManager.default.removeItem(atPath: disk.at("content/people"))
            try disk.put("content/people", "in the way")
            throw BuildError("cannot remove `q.gif`")
        }
        let message = message { [write] in try write.run() }
        let kept = try #require(disk.tree("content").first { $0.key.hasPrefix(".not-put-back-") })
        #expect(kept.value == "P")
        #expect(
            message.hasPrefix("cannot remove `q.gif`. These could not be put back: people/a.md. What was removed is in")
        )
        #expect(message.contains(kept.key.split(separator: "/")[0]))
        #expect(disk.text("content/q.gif") == "Q")
    }

    // MARK: Interrupted runs

    private static let steps = without.count

    @Test func `where a file cannot be written or removed, none is changed, and the message names it`()
        async throws
    {
        let before = try Self.disk(handbook).tree("content")
        for step in 0..<Self.steps {
            let disk = try Self.disk(handbook)
            let fault = WriteFailure(at: step)
            var command = ForgetCommand(content: disk.at("content"), person: "zoe-specimen")
            command.removes = true
            command.beforeEach = fault.beforeEach
            let message = await failure { [command] in _ = try await command.run() }
            #expect(message == fault.message)
            #expect(disk.tree("content") == before, "\(fault.message)")
        }
    }

    @Test(arguments: ["zoe-specimen", "Zoë Specimen", "زوي عيّنة"])
    func `a run that is ended by force at any step is finished by the next one`(person: String) async throws {
        let whole = try Self.disk(handbook)
        let moments = Mutex<[[String: String]]>([])
        var command = ForgetCommand(content: whole.at("content"), person: person)
        command.removes = true
        command.beforeEach = { _ in moments.withLock { $0.append(whole.tree("content").filter { $0.value != "/" }) } }
        _ = try await command.run()
        let end = whole.tree("content")
        let left = moments.withLock { $0 }
        #expect(left.count == Self.steps && !end.keys.contains { $0.hasPrefix(".") })
        for files in left {
            let disk = try Self.disk(files)
            let outcome = try await Self.forget(person, in: disk)
            #expect(disk.tree("content") == end)
            let isWaiting = files.keys.contains { $0.hasPrefix(".removed-") }
            #expect(outcome.edit.report?.hasPrefix("An earlier run was ended before it was done") == isWaiting)
        }
    }

    @Test func `what an earlier run left is reported, and stays until something is removed`() async throws {
        var files = handbook
        files[".removed-1/0"] = "x"
        let (after, report, _) = try await Self.after("zoe-specimen", files, removes: false)
        #expect(after == files)
        #expect(report.contains("left `.removed-1` with what it removed. With --remove, that goes too."))
    }
}
