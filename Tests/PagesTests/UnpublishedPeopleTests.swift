import TestSupport
import Testing

/// What the handbook does not say in public changes no byte of the site.
///
/// A person who agreed is public where somebody wrote a page about them (`people/ID.md`) or credited them (author,
/// speaker, welcome). Being on a member list, on a backlog or in charge of an action is public only as far as
/// `list_members` says: else neither the name nor the id appears anywhere, and a person's own page does not say in
/// which community they are. Here all agreed; `AgreementTests` is about those who did not.
@Suite struct UnpublishedPeopleTests {
    /// Who is named where the handbook keeps names to itself: by where that is, as the file has it.
    private static let somebody = [
        "core": "Corin O'Core", "deputy": "Dídac Deputy", "former": "Fay Former", "alumna": "Alma Alumna",
        "embedded": "Emb Eddé", "noFile": "nora-nofile",
        "withFile": "ada-public", "draftFile": "drew-draft", "by": "Berthe Backlog", "byID": "ada-public",
        "who": "Winn Who", "whoID": "ada-public",
        "translated": "Tra Nslated", "hidden": "Hid Den", "embeddedBy": "Ben By", "embeddedWho": "Wu Who",
    ]
    private static let somebodyElse = somebody.mapValues { name in
        ["nora-nofile": "otto-nofile", "ada-public": "bob-public", "drew-draft": "dora-draft"][name] ?? "Else "
            + String(name.reversed())
    }

    private static func content(
        _ people: [String: String], listing: String, time: Int = 37, levels: (Int, Int) = (4, 1)
    ) -> [String: String] {
        func name(_ key: String) -> String { "\"\(people[key]!)\"" }
        return [
            "site.yaml":
                "title: {en: T, cy: T}\nlanguages: [en, cy]\nlist_members: \(listing)\nrepository: {url: "
                + "\"https://example.gov/r\", kind: github}\n",
            "communities/a.md":
                "---\nname: A\nsummary: S.\nconnections: [{to: b, kind: sister}]\nredirect_from: old/a\n---\n\nText.\n",
            "communities/a.cy.md": "---\nname: A\nsummary: S.\n---\n\nTestun.\n",
            "communities/a/members.md": """
            ---
            title: {en: Members, cy: Aelodau}
            redirect_from: old/members
            skills_needed: {facilitation: 2, juggling: 1}
            members:
              - {person: Stella Steward, part: steward, title: Lead, time: \(time), \
              skills: {facilitation: \(levels.0)}, agreed: 2019-01-02}
              - {person: \(name("core")), part: core, title: {en: Scribe, cy: Ysgrifennydd}, mentors: [facilitation], \
              learning: [juggling], time: \(time), agreed: 2019-01-02}
              - {person: \(name("deputy")), part: deputy, skills: {facilitation: \(levels.1)}, since: 2024-01, \
              agreed: 2024-01-02}
              - {person: \(name("former")), part: steward, until: 2020-01, title: Was lead, agreed: 2019-01-02}
              - {person: \(name("alumna")), part: alumni, agreed: 2019-01-02}
              - {person: \(name("noFile")), part: core, agreed: 2019-01-02}
              - {person: \(name("withFile")), part: core, skills: {juggling: 2}, agreed: 2019-01-02}
              - {person: \(name("draftFile")), part: core, agreed: 2019-01-02}
            ---

            Text.
            """,
            "communities/a/backlog.md":
                "---\ntopics:\n  - {title: {en: Why, cy: Pam}, by: \(name("by")), votes: 3}\n  - {title: How, by: "
                + "\(name("byID"))}\n---\n",
            "communities/a/writeups/w.md":
                "---\ntitle: W\ndate: 2026-01-01\nauthors: Aud Author\nactions:\n  - {what: Act, who: "
                + "\(name("who"))}\n  - {what: Do, who: \(name("whoID")), done: true}\n---\n",
            "communities/a/writeups/w.cy.md": "---\ntitle: W\n---\n\nTestun.\n",
            "communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-05-01\nspeakers: Spike Speaker\n---\n",
            "communities/b.md": """
            ---
            name: B
            summary: S.
            members:
              - {person: \(name("embedded")), part: core, mentors: [juggling], agreed: 2019-01-02}
              - {person: \(name("core")), part: active, agreed: 2019-01-02}
              - {person: \(name("translated")), title: {en: One, cy: Un}, agreed: 2019-01-02}
            backlog: [{title: Topic, by: \(name("embeddedBy"))}]
            writeups: [{title: Notes, date: 2026-01-02, actions: [{what: Act, who: \(name("embeddedWho"))}]}]
            ---
            """,
            "communities/c/index.md": "---\nname: C\nsummary: S.\ndraft: true\n---\n",
            "communities/c/members.md":
                "---\nmembers: [{person: \(name("hidden")), part: steward, agreed: 2019-01-02}]\n---\n",
            "communities/d.md":
                "---\nname: D\nsummary: S.\nbacklog: {publish: false, topics: [{title: Quiet, by: "
                + "\(name("hidden"))}]}\n---\n",
            "people/ada-public.md":
                "---\nname: Ada Public\nskills: {juggling: \(levels.0)}\nroles: maker\nagreed: 2019-01-02\n---\n",
            "people/bob-public.md":
                "---\nname: Bob Public\nskills: {juggling: \(levels.1)}\nroles: maker\nagreed: 2019-01-02\n---\n",
            "people/drew-draft.md": "---\nname: Drew Draft\ndraft: true\nagreed: 2019-01-02\n---\n",
            "people/dora-draft.md": "---\nname: Dora Draft\ndraft: true\nagreed: 2019-01-02\n---\n",
            "resources/r.md": "---\ntitle: R\n---\n\n[[ada-public]] [them](../communities/a/members.md)\n",
        ]
    }

    private static func site(_ people: [String: String], listing: String, time: Int = 37, levels: (Int, Int) = (4, 1))
        async throws -> TestSite
    {
        try await TestSite(
            content(people, listing: listing, time: time, levels: levels), baseURL: "https://example.gov/")
    }

    private static func differences(_ a: TestSite, _ b: TestSite) -> [String] {
        Set(a.files.keys).union(b.files.keys).filter { a.files[$0] != b.files[$0] }.sorted()
    }

    @Test(arguments: ["counts", "stewards"])
    func `who is not named might be anybody`(listing: String) async throws {
        let site = try await Self.site(Self.somebody, listing: listing)
        let other = try await Self.site(Self.somebodyElse, listing: listing)
        #expect(Set(site.codes) == ["unknown-reference", "unpublished-reference"])
        #expect(Self.differences(site, other) == [])
        #expect(site.files.count > 40 && site.files["feed.xml"] != nil && site.files["data/pages.json"] != nil)
    }

    @Test(arguments: ["counts", "stewards"])
    func `no name and no id of theirs appears anywhere`(listing: String) async throws {
        let site = try await Self.site(Self.somebody, listing: listing)
        let text = site.files.values.joined(separator: "\n")
        var found: [String] = []
        for name in Self.somebody.values where name != "ada-public" {
            for part in name.split(whereSeparator: { " -'".contains($0) })
            where part.count > 3 && !["draft", "Core", "Former", "Deputy", "Backlog"].contains(part) {
                found += text.contains(part) ? [String(part)] : []
            }
            found += text.contains(name) ? [name] : []
        }
        #expect(found == [])
        #expect(text.contains("Stella Steward") == (listing == "stewards"))
        #expect(["Aud Author", "Spike Speaker", "Ada Public"].allSatisfy(text.contains))
    }

    @Test func `a person's own page does not say in which communities they are`() async throws {
        let page = try await Self.site(Self.somebody, listing: "stewards").main("people/ada-public/")
        #expect(!page.contains("communities/"))
    }

    @Test(arguments: ["counts", "stewards", "names"])
    func `time and the skills of each are never published`(listing: String) async throws {
        let site = try await Self.site(Self.somebody, listing: listing)
        let other = try await Self.site(Self.somebody, listing: listing, time: 91, levels: (1, 4))
        #expect(Self.differences(site, other) == [])
    }

    @Test func `the fixture would show a leak`() async throws {
        let site = try await Self.site(Self.somebody, listing: "names")
        let other = try await Self.site(Self.somebodyElse, listing: "names")
        #expect(Self.differences(site, other).count > 8)
        #expect(!site.files.values.contains { $0.contains("Hid Den") })
    }
}
