import Diagnostics
import Foundation
import Pictures
import TestSupport
import Testing

/// Nobody is named who has not agreed, in any file of a site; and who agreed is named where `list_members` says so.
@Suite struct AgreementTests {
    private static let today = "2026-03-01"
    /// Of the addresses in each of the four languages.
    private static let prefixes = ["", "cy/", "fr/", "ar/"]
    private static let dates = [
        "none": nil, "past": "2026-01-10", "today": today, "future": "2026-03-02",
    ]

    /// Somebody in each state of agreement, by a word that stands nowhere else: `zor017`.
    private struct Marked: CustomStringConvertible {
        let word: String
        /// The state of `agreed` in the member list.
        let list: String
        /// That of `agreed` in the person's own file; `nil` where there is no file.
        let own: String?
        /// Whether the file is a draft, which has no page whoever agreed.
        var isDraft = false
        /// `steward`, `core`, or `former` for a steward whose term is over.
        let part: String

        var description: String { "\(word): list \(list), own \(own ?? "no file")\(isDraft ? " draft" : ""), \(part)" }
        var id: String { "\(word)-id" }
        var mention: String { own == nil ? "\(word) Listed" : id }

        private static func isGiven(_ state: String) -> Bool { ["past", "today"].contains(state) }
        var hasAgreed: Bool { Self.isGiven(list) || own.map(Self.isGiven) ?? false }
        func hasPage(inPreview: Bool) -> Bool { (inPreview || !isDraft) && own.map(Self.isGiven) ?? false }

        func isListed(_ setting: String) -> Bool {
            hasAgreed && (setting == "names" || setting == "stewards" && part == "steward")
        }

        /// An item of a member list.
        var item: String {
            let agreed = dates[list]!.map { ", agreed: \($0)" } ?? ""
            let until = part == "former" ? ", until: 2026-02-01" : ""
            return "  - {person: \(mention), part: \(part == "core" ? "core" : "steward"), title: Title of \(word), "
                + "since: 2020, mentors: [maps], learning: [maps], "
                + "skills: {sewing: 3}\(agreed)\(until)}\n"
        }

        /// Their own file.
        var file: String? {
            guard let own else { return nil }
            let agreed = dates[own]!.map { "agreed: \($0)\n" } ?? ""
            return
                "---\nname: {en: \(word) Named, cy: \(word) Enw}\nsummary: Summary of \(word).\nroles: maker\n"
                + "skills: {sewing: 4}\n"
                + "organisation: office\nredirect_from: old/\(word)\n"
                + "also_known_as: Alias \(word)\nlinks: [{url: \"https://example.gov/\(word)\"}]\n\(agreed)"
                + (isDraft ? "draft: true\n" : "")
                + "---\n\nText of \(word). ![Portrait of \(word)](pictures/of-\(word).jpg)\n"
        }
    }

    private static let people: [Marked] = {
        var people: [Marked] = []
        func add(_ list: String, _ own: String?, _ part: String, isDraft: Bool = false) {
            let word = "zor\(String(1000 + people.count).dropFirst())"
            people.append(Marked(word: word, list: list, own: own, isDraft: isDraft, part: part))
        }
        for list in ["none", "past", "today", "future"] {
            for own in [nil, "none", "past", "today", "future"] {
                for part in ["steward", "core", "former"] { add(list, own, part) }
            }
        }
        for (list, own) in [("none", "none"), ("none", "past"), ("past", "none")] {
            add(list, own, "steward", isDraft: true)
        }
        return people
    }()

    private static let settings = ["names", "stewards", "counts"]

    /// What is built of the handbook.
    private enum Mode: CaseIterable {
        /// Nobody is credited anywhere that is published.
        case published
        /// All are speakers of both events, and authors of a write-up.
        case credited
        /// With drafts, in which all are credited.
        case preview
    }

    private static func content(_ setting: String, _ mode: Mode = .published) -> [String: String] {
        let list =
            "---\nskills_needed: {sewing: 300}\nmembers:\n" + people.map(\.item).joined() + "---\n"
        let all = "[" + people.map(\.mention).joined(separator: ", ") + "]"
        func credit(_ key: String) -> String { mode == .credited ? key + ": \(all)\n" : "" }
        let actions = "actions:\n" + people.map { "  - {what: Act, who: \($0.mention)}\n" }.joined()
        var content = [
            "site.yaml":
                "title: T\nlanguages: [en, cy, fr, ar]\nlist_members: \(setting)\nmarkdown_pages: true\n"
                + "repository: {url: \"https://example.gov/r\", kind: github}\n",
            "communities/a.md":
                "---\nname: A\nsummary: S.\ntopics: cloth\nevents:\n  - title: Embedded\n"
                + "    id: embedded\n    starts: 2026-04-01\n"
                + credit("    speakers") + "---\n",
            "communities/a/members.md": list,
            "communities/b.md": "---\nname: B\nsummary: S.\n---\n", "communities/b/members.md": list,
            "communities/c.md": "---\nname: C\nsummary: S.\ntopics: cloth\nmembers: {skills_needed: {maps: 3}}\n---\n",
            "events/e.md":
                "---\ntitle: E\nstarts: 2026-05-01\nhosts: [a, b]\nrepeats: weekly\n\(credit("speakers"))---\n",
            "events/d.md": "---\ntitle: D\nstarts: 2026-06-01\nhosts: a\ndraft: true\nspeakers: \(all)\n---\n",
            "writeups/x.md": "---\ntitle: X\ndate: 2026-01-02\n\(credit("authors"))---\n",
            "writeups/y.md": "---\ntitle: Y\ndate: 2026-01-03\ndraft: true\nauthors: \(all)\n---\n",
            "organisations/office.md": "---\nname: Office\n---\n", "roles/maker.md": "---\nname: Maker\n---\n",
            "skills/sewing.md": "---\nname: Sewing\n---\n",
            "communities/a/backlog.md":
                "---\ntopics:\n" + people.map { "  - {title: Topic, by: \($0.mention)}\n" }.joined() + "---\n",
            "communities/a/writeups/w.md": "---\ntitle: W\ndate: 2026-01-01\n\(actions)---\n",
            "communities/a/writeups/v.md": "---\ntitle: V\ndate: 2026-01-01\ndraft: true\n\(actions)---\n",
            "resources/r.md":
                "---\ntitle: R\n---\n\n"
                + people.filter { $0.own != nil }.map { "[them](../people/\($0.id).md)\n" }
                .joined(),
        ]
        for person in people {
            guard let file = person.file else { continue }
            content["people/\(person.id).md"] = file
            for language in ["cy", "fr", "ar"] {
                content["people/\(person.id).\(language).md"] =
                    "---\nsummary: Of \(person.word) in \(language).\n---\n\nText of \(person.word) in \(language).\n"
            }
            content["people/pictures/of-\(person.word).jpg"] = ExamplePicture.gif(holding: "of \(person.word)")
            content["people/\(person.id).png"] = ExamplePicture.gif(holding: "named for \(person.word)")
        }
        return content
    }

    private static func site(_ setting: String, _ mode: Mode = .published) async throws -> TestSite {
        try await TestSite(
            content(setting, mode), today: today, drafts: mode == .preview, baseURL: "https://example.gov/")
    }

    /// The files that hold a word, in their names or in what they say, in any letter case.
    private static func files(_ site: TestSite) -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for (path, text) in site.files {
            for match in (path + "\n" + text.lowercased()).matches(of: #/zor[0-9]{3}/#) {
                found[String(match.0), default: []].insert(path)
            }
        }
        return found
    }

    /// A row of the table: files that name the people for which something is true, and nobody else.
    private struct Place {
        let files: [String]
        let who: (Marked) -> Bool

        /// - Parameter isTranslated: whether there is one such file in each of the four languages.
        init(_ files: String..., isTranslated: Bool = true, who: @escaping (Marked) -> Bool) {
            self.files = isTranslated ? files.flatMap { file in prefixes.map { $0 + file } } : files
            self.who = who
        }
    }

    /// Where each may and does appear. No other file but those of the search holds any of them.
    private static func table(_ setting: String, _ mode: Mode) -> [Place] {
        let isPreview = mode == .preview
        // Where a community names nobody for it, the first of its stewards is at the door.
        let door = people.first { $0.part == "steward" && $0.isListed(setting) }?.word
        let isParticipant = { (person: Marked) in setting == "names" && person.hasAgreed }
        let isAnybody = { (_: Marked) in true }
        var table = [
            Place("communities/a/members/index.html", "communities/b/members/index.html") { $0.isListed(setting) },
            Place("communities/a/index.html", "communities/b/index.html", "topics/cloth/index.html") {
                $0.word == door
            },
            Place("communities/a/backlog/index.html", "communities/a/writeups/w/index.html", who: isParticipant),
            Place(
                "people/index.html", "roles/maker/index.html", "organisations/office/index.html",
                "resources/r/index.html"
            ) { $0.hasPage(inPreview: isPreview) },
            Place("data/pages.json", "sitemap.xml", isTranslated: false) { $0.hasPage(inPreview: isPreview) },
        ]
        for person in people {
            let hasPage = { (other: Marked) in other.word == person.word && person.hasPage(inPreview: isPreview) }
            table.append(Place("people/\(person.id)/index.html", "old/\(person.word)/index.html", who: hasPage))
            table.append(
                Place(
                    "people/pictures/of-\(person.word).jpg", "people/\(person.id).png", isTranslated: false,
                    who: hasPage))
        }
        switch mode {
        case .published: break
        case .credited:
            table.append(
                Place(
                    "events/e/index.html", "communities/a/events/embedded/index.html", "writeups/x/index.html",
                    "feed.xml", who: isAnybody))
        case .preview:
            table.append(Place("communities/a/writeups/v/index.html", who: isParticipant))
            table.append(Place("events/d/index.html", "writeups/y/index.html", "feed.xml", who: isAnybody))
        }
        return table
    }

    @Test(arguments: settings, Mode.allCases)
    private func `each is in the files of the table and in no other`(setting: String, mode: Mode) async throws {
        let site = try await Self.site(setting, mode)
        #expect(Self.people.count == 63 && site.files.count > 100)
        let found = Self.files(site)
        let table = Self.table(setting, mode)
        for file in table.flatMap(\.files) where !file.contains("zor") { #expect(site.files[file] != nil, "\(file)") }
        for person in Self.people {
            let files = found[person.word] ?? []
            let ofSearch = files.filter { $0.hasPrefix("assets/search/") }
            let expected = Set(table.filter { $0.who(person) }.flatMap(\.files))
            let (extra, lacking) = (files.subtracting(ofSearch).subtracting(expected), expected.subtracting(files))
            #expect(extra == [] && lacking == [], "\(person)")
            let isFound = mode != .published || person.hasPage(inPreview: false) || person.isListed(setting)
            #expect(ofSearch.isEmpty != isFound, "\(person)")
        }
    }

    @Test(arguments: settings)
    func `what connects communities is told without a name on the map, in its frame and in the data`(setting: String)
        async throws
    {
        let site = try await Self.site(setting)
        let reasons = site.page("data/network.json")
        let present = Self.people.count { $0.part != "former" }
        for reason in ["\(present) people in common", "\"shared-events\"", "mentor"] {
            #expect(reasons.contains(reason), "\(reason)")
        }
        for prefix in Self.prefixes {
            for route in ["map/", "map/embed/", "map/suggestions/", "skills/sewing/", "events/"] {
                #expect(!site.page(prefix + route).isEmpty, "\(prefix + route)")
            }
        }
        #expect(site.main("communities/a/members/").contains("300"))
    }

    @Test(arguments: settings)
    func `a person's page tells of a community where its list names them`(setting: String) async throws {
        let site = try await Self.site(setting)
        for person in Self.people where person.hasPage(inPreview: false) {
            let tells = site.main("people/\(person.id)/").contains("communities/a/")
            #expect(tells == person.isListed(setting), "\(person)")
        }
    }

    @Test(arguments: settings)
    func `those left out are counted, and connect communities without a name`(setting: String) async throws {
        let site = try await Self.site(setting)
        let members = site.main("communities/a/members/")
        let present = Self.people.filter { $0.part != "former" }
        for (part, count) in [
            ("Stewards", Self.people.count { $0.part == "steward" }),
            ("Core members", Self.people.count { $0.part == "core" }),
            ("Former members", Self.people.count { $0.part == "former" }),
        ] {
            let pattern = "<dt>\(part)</dt>\n<dd><span class=\"value\">\(count)</span></dd>"
            #expect(members.contains(pattern), "\(pattern)")
        }
        #expect(members.contains("Not everybody is listed here by name."))
        #expect(site.page("data/network.json").contains("\"\(present.count) people in common\""))
    }

    @Test func `a name is the one in the person's file, whether or not that has a page`() async throws {
        let main = try await Self.site("names").main("communities/a/members/")
        for person in Self.people where person.hasAgreed && !person.isDraft {
            #expect(main.contains(person.own == nil ? "\(person.word) Listed" : "\(person.word) Named"), "\(person)")
        }
    }

    @Test(arguments: settings)
    func `the check says who is left out`(setting: String) async throws {
        let problems = try await Self.site(setting).problems
        func count(_ code: String, _ path: String) -> Int { problems.count { $0.code == code && $0.path == path } }
        for path in ["communities/a/members.md", "communities/b/members.md"] {
            #expect(
                count("member-not-agreed", path)
                    == Self.people.count {
                        $0.list == "none" && !$0.hasAgreed
                            && (setting == "names" || setting == "stewards" && $0.part == "steward")
                    })
            #expect(count("fact-in-the-future", path) == Self.people.count { $0.list == "future" })
        }
        for path in ["communities/a/backlog.md", "communities/a/writeups/w.md"] {
            #expect(
                count("mention-not-agreed", path) == (setting == "names" ? Self.people.count { !$0.hasAgreed } : 0))
        }
        for person in Self.people where person.own != nil && !person.isDraft {
            let path = "people/\(person.id).md"
            #expect(count("person-not-agreed", path) == (person.own == "none" ? 1 : 0), "\(person)")
            #expect(count("fact-in-the-future", path) == (person.own == "future" ? 1 : 0), "\(person)")
        }
    }

    // MARK: What is said

    private static func problems(_ content: [String: String]) async -> [(line: String, help: String)] {
        await TestSite.problems(of: content).map { ("\($0.path) \($0.code): \($0.message)", $0.help?.text ?? "") }
    }

    @Test func `the check says what to ask a member`() async throws {
        let found = await Self.problems([
            "site.yaml": "title: T\nlist_members: names\n",
            "communities/a.md":
                "---\nname: A\nsummary: S.\nmembers: [{person: Ada L}, {person: Bea M, agreed: 2026-04-01}]\n---\n",
        ])
        #expect(
            found.map(\.line) == [
                "communities/a.md member-not-agreed: `Ada L` has no `agreed`, so this member is counted and not named.",
                "communities/a.md fact-in-the-future: `agreed` is 2026-04-01, which is still to come (today is "
                    + "2026-03-01). Until then this member is counted and not named.",
            ])
        #expect(
            found.first?.help
                == "Ask them: “May our website name you as a member of this community?” If they say yes, add "
                + "the day on "
                + "which they did:\nagreed: 2026-03-01")
    }

    @Test func `the check says what to ask a person`() async throws {
        let found = await Self.problems([
            "people/ada.md": "---\nname: Ada\n---\n", "people/bea.md": "---\nname: Bea\nagreed: 2027\n---\n",
            "resources/r.md": "---\ntitle: R\n---\n\n[[ada]] and [Bea](../people/bea.md)\n",
        ])
        #expect(
            Set(found.map(\.line)) == [
                "people/ada.md person-not-agreed: `ada` has no `agreed`, so this person has no page and is not found.",
                "people/bea.md fact-in-the-future: `agreed` is 2027, which is still to come (today is 2026-03-01). "
                    + "Until then this person has no page.",
                "resources/r.md unpublished-reference: `ada` is not published without `agreed`, so the link is "
                    + "shown as "
                    + "text.",
                "resources/r.md unpublished-reference: `../people/bea.md` is not published before 2027-01-01, so the "
                    + "link is shown as text.",
            ])
    }

    @Test(arguments: [
        (", by: ada", ["mention-not-agreed", "person-not-agreed"]),
        (", by: nobody", ["person-not-agreed", "unknown-reference"]),
        ("}]\nmembers: [{person: ada", ["member-not-agreed", "person-not-agreed"]),
        ("}]\nmembers: [{person: nobody", ["person-not-agreed", "unknown-reference"]),
        ("}]\nmembers: [{person: ada, agreed: 2026-01-10", ["person-not-agreed"]),
        (
            "}]\nmembers: [{person: Bea, agreed: 2026-01-10, since: 2026-02",
            ["agreed-before-since", "person-not-agreed"]
        ),
        ("}]\nmembers: [{person: Bea, agreed: 2026-02-01, since: 2026-02", ["person-not-agreed"]),
    ])
    func `one mistake is one remark`(keys: String, codes: [String]) async throws {
        let problems = await TestSite.problems(of: [
            "site.yaml": "title: T\nlist_members: names\n", "people/ada.md": "---\nname: Ada\n---\n",
            "communities/a.md": "---\nname: A\nsummary: S.\nbacklog: [{title: How?\(keys)}]\n---\n",
        ])
        #expect(problems.map(\.code).sorted() == codes)
    }

    // MARK: Credits

    @Test func `who is credited is named there, without a page`() async throws {
        let site = try await TestSite(
            [
                "people/ada.md": "---\nname: Ada Unasked\n---\n\nAbout her.\n",
                "communities/a.md": "---\nname: A\nsummary: S.\nwelcome: {name: Wyn Unasked}\n---\n",
                "writeups/w.md": "---\ntitle: W\ndate: 2026-01-01\nauthors: [ada, Aud Unasked]\n---\n",
                "events/e.md": "---\ntitle: E\nstarts: 2026-05-01\nspeakers: [ada, Spike Unasked]\n---\n",
            ], baseURL: "https://example.gov/")
        #expect(site.codes.sorted() == ["person-not-agreed", "unpublished-reference", "unpublished-reference"])
        #expect(site.main("writeups/w/").contains("Ada Unasked") && site.main("writeups/w/").contains("Aud Unasked"))
        #expect(site.main("events/e/").contains("Ada Unasked") && site.main("events/e/").contains("Spike Unasked"))
        #expect(site.main("communities/a/").contains("Wyn Unasked"))
        #expect(site.page("feed.xml").contains("<author><name>Ada Unasked</name></author>"))
        #expect(!site.files.values.contains { $0.contains("people/ada") || $0.contains("About her") })
        #expect(!site.files.keys.contains { $0.contains("ada") })
    }

    // MARK: Less obvious places

    @Test func `a picture of somebody who has not agreed is not copied, and a link to it becomes text`() async throws {
        let content = [
            "people/ada.md": "---\nname: Ada\n---\n\n![Ada](portraits/1.jpg)\n",
            "people/portraits/1.jpg": ExamplePicture.gif,
            "people/ada.jpg": ExamplePicture.gif, "people/ada/3.jpg": ExamplePicture.gif,
            "people/portraits/4.jpg": ExamplePicture.gif,
            "resources/r.md": "---\ntitle: R\n---\n\n[Her](../people/ada.jpg) ![She](../people/portraits/1.jpg)\n",
        ]
        let site = try await TestSite(content)
        #expect(site.files.keys.filter { $0.hasSuffix(".jpg") } == ["people/portraits/4.jpg"])
        #expect(Set(site.codes) == ["person-not-agreed", "unpublished-reference"])
        #expect(!site.main("resources/r/").contains(".jpg"))
        let agreed = content.merging(["people/ada.md": "---\nname: Ada\nagreed: 2026-01-10\n---\n"]) { $1 }
        #expect(try await TestSite(agreed).files.keys.count { $0.hasSuffix(".jpg") } == 4)
    }

    @Test func `the owner of a resource is not told by the id of somebody who has not agreed`() async throws {
        let files = ["resources/r.md": "---\ntitle: R\nowner: zora\n---\n", "people/zora.md": "---\nname: Zora\n---\n"]
        let site = try await TestSite(files)
        #expect(!site.files.values.contains { $0.lowercased().contains("zora") })
    }

    @Test func `a person whose file cannot be read has not agreed`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlist_members: names\n",
            "communities/a.md": "---\nname: A\nsummary: S.\nmembers: [{person: zora}]\n---\n",
            "people/zora.md": "---\nname: Zora\nagreed: yesterday\n---\n",
            "people/zora.jpg": ExamplePicture.gif(holding: "Zora"),
        ])
        #expect(site.codes.contains("bad-date"))
        #expect(!site.files.contains { ($0.key + $0.value).lowercased().contains("zora") })
    }

    @Test func `who has no page is told apart from somebody of that name`() async throws {
        func edges(_ person: String) async throws -> Int {
            let site = try await TestSite([
                "people/ada.md": "---\nname: Ada\n---\n",
                "communities/a.md": "---\nname: A\nsummary: S.\nmembers: [{person: ada}]\n---\n",
                "communities/b.md": "---\nname: B\nsummary: S.\nmembers: [{person: \(person)}]\n---\n",
            ])
            return site.page("data/network.json").components(separatedBy: "\"shared-members\"").count - 1
        }
        #expect(try await edges("ada") == 1)
        #expect(try await edges("Ada") == 0)
    }

    @Test func `who put a topic on a backlog is somebody who has a file, where it is an id`() async throws {
        let site = try await TestSite([
            "communities/a.md": "---\nname: A\nsummary: S.\nbacklog: [{title: How?, by: nobody}]\n---\n"
        ])
        #expect(site.codes == ["unknown-reference"])
    }

    @Test func `beside an action without a community, only an agreement in the person's own file counts`() async throws
    {
        let site = try await TestSite([
            "site.yaml": "title: T\nlist_members: names\n",
            "communities/a.md":
                "---\nname: A\nsummary: S.\nmembers: [{person: Bea Listed, agreed: 2026-01-10}]\n---\n",
            "people/ada.md": "---\nname: Ada Filed\nagreed: 2026-01-10\n---\n",
            "writeups/w.md":
                "---\ntitle: W\ndate: 2026-01-01\nactions: [{what: Act, who: ada}, {what: Do, who: Bea Listed}]\n---\n",
        ])
        #expect(site.main("writeups/w/").contains("Ada Filed") && !site.main("writeups/w/").contains("Bea Listed"))
        #expect(site.codes == ["mention-not-agreed"])
    }

    @Test func `where all members agreed and may be named, nothing says that some are left out`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\nlist_members: names\n",
            "communities/a.md": "---\nname: A\nsummary: S.\nmembers: [{person: Ada L, agreed: 2026}]\n---\n",
        ])
        #expect(site.problems == [] && site.main("communities/a/members/").contains("Ada L"))
        #expect(!site.main("communities/a/members/").contains("Not everybody"))
    }
}
