import Diagnostics
import Foundation
import Pictures
import TestSupport
import Testing

/// Nobody is named who has not agreed, in any file of a site; and who agreed is named where `list_members` says so.
@Suite struct AgreementTests {
    private static let people = MarkedPerson.all

    @Test(arguments: MarkedHandbook.settings)
    func `what connects communities is shown without a name on the map, in its frame and in the data`(setting: String)
        async throws
    {
        let site = try await MarkedHandbook.site(setting)
        let reasons = site.page("data/network.json")
        let present = Self.people.count { $0.part.isPresent }
        for reason in ["\(present) people in common", "\"shared-events\"", "mentor"] {
            #expect(reasons.contains(reason), "\(reason)")
        }
        for prefix in MarkedHandbook.prefixes {
            for route in ["map/", "map/embed/", "map/suggestions/", "skills/sewing/", "events/"] {
                #expect(!site.page(prefix + route).isEmpty, "\(prefix + route)")
            }
        }
        #expect(site.main("communities/a/members/").contains("300"))
    }

    @Test(arguments: MarkedHandbook.settings)
    func `a person's page names a community where its list names the person`(setting: String) async throws {
        let site = try await MarkedHandbook.site(setting)
        for person in Self.people where person.hasPage(inPreview: false) {
            let tells = site.main("people/\(person.id)/").contains("communities/a/")
            #expect(tells == person.isListed(setting), "\(person)")
        }
    }

    @Test(arguments: MarkedHandbook.settings)
    func `those left out are counted, and connect communities without a name`(setting: String) async throws {
        let site = try await MarkedHandbook.site(setting)
        let members = site.main("communities/a/members/")
        let present = Self.people.filter { $0.part.isPresent }
        for (part, count) in [
            ("Stewards", Self.people.count { $0.part.isSteward }),
            ("Core members", Self.people.count { $0.part == .core }),
            ("Former members", Self.people.count { $0.part == .former }),
        ] {
            let pattern = "<dt>\(part)</dt>\n<dd><span class=\"value\">\(count)</span></dd>"
            #expect(members.contains(pattern), "\(pattern)")
        }
        #expect(members.contains("Not everybody is listed here by name."))
        #expect(site.page("data/network.json").contains("\"\(present.count) people in common\""))
    }

    @Test func `a name is the one in the person's file, whether or not that has a page`() async throws {
        let main = try await MarkedHandbook.site("names").main("communities/a/members/")
        for person in Self.people where person.hasAgreed && !person.isDraft {
            #expect(main.contains(person.own == nil ? "\(person.word) Listed" : "\(person.word) Named"), "\(person)")
        }
    }

    @Test(arguments: MarkedHandbook.settings)
    func `the check says who is left out`(setting: String) async throws {
        let problems = try await MarkedHandbook.site(setting).problems
        func count(_ code: String, _ path: String) -> Int { problems.count { $0.code == code && $0.path == path } }
        for path in ["communities/a/members.md", "communities/b/members.md"] {
            #expect(
                count("member-not-agreed", path)
                    == Self.people.count {
                        $0.list == "none" && !$0.hasAgreed
                            && (setting == "names" || setting == "stewards" && $0.part.isSteward)
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
                == "Ask them: “May our website name you as a member of this community?” If they say yes, add a "
                + "line below `person`, in the same column as that word (in braces, after a comma), with the day on "
                + "which they agreed:\n    agreed: …")
    }

    @Test(arguments: ["yes", "12/03/2026", "#2026-01-10", ""])
    func `an agreement without a day is not said to be missing altogether`(value: String) async throws {
        let found = await Self.problems([
            "site.yaml": "title: T\nlist_members: names\n",
            "communities/a.md":
                "---\nname: A\nsummary: S.\nmembers:\n  - person: Ada L\n    agreed: \(value)\n---\n",
            "people/bea.md": "---\nname: Bea\nagreed: \(value)\n---\n",
        ])
        let isRead = value.isEmpty || value.hasPrefix("#")
        let said = found.map(\.line).filter { $0.contains("not-agreed") }
        #expect(
            said.count == (isRead ? 2 : 0) && said.allSatisfy { $0.contains("has no day after `agreed:`") }, "\(said)")
        #expect(isRead || found.filter { $0.line.contains("bad-date") }.count == 2)
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

    @Test func `a credited person is named there, without a page`() async throws {
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

    // MARK: Where it is less obvious

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

    /// Somebody who has no page: by their own choice, or because it is not finished.
    @Test(arguments: ["", "agreed: 2026-01-10\ndraft: true\n"])
    func `the owner of a resource and a sponsor are not named by the id of somebody without a page`(keys: String)
        async throws
    {
        let files = [
            "resources/r.md": "---\ntitle: R\nowner: zora\n---\n",
            "communities/a.md": "---\nname: A\nsummary: S.\nsponsor: zora\ncharter: {time: Two hours.}\n---\n",
        ]
        let site = try await TestSite(files.merging(["people/zora.md": "---\nname: Zora\n\(keys)---\n"]) { $1 })
        #expect(!site.page("communities/a/for-your-manager/").isEmpty)
        #expect(!site.files.values.contains { $0.lowercased().contains("zora") })
        let agreed = try await TestSite(
            files.merging(["people/zora.md": "---\nname: Zora Z\nagreed: 2026-01-10\n---\n"]) { $1 })
        for route in ["resources/r/", "communities/a/", "communities/a/for-your-manager/"] {
            #expect(agreed.main(route).contains("people/zora/\">Zora Z</a>"), "\(route)")
        }
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

    @Test func `a person without a page is distinguished from somebody of that name`() async throws {
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

    @Test func `the proposer of a backlog topic is somebody who has a file, where it is an id`() async throws {
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
