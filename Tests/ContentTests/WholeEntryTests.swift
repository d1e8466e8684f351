import Testing

@testable import Content

/// One entry of every kind with every key of the contract: it decodes without any problem, and no key of the tables
/// is left unset, so a key that one of the two lacks is found here.
@Suite struct WholeEntryTests {
    @Test func `every key of site.yaml is read`() throws {
        let (found, shown) = ContentTests.settings(
            """
            format: 1
            title: Communities of practice across governments
            summary: Find your people in public service.
            base_url: https://communities.example.gov/map/
            identity: communities.example.gov
            languages: [en, cy]
            languages_required: [en, cy]
            time_zone: Europe/London
            theme: default
            links: folders
            contact: communities@example.gov
            licence: OGL-UK-3.0
            indexed: true
            repository:
              url: https://github.com/example/communities
              kind: github
              branch: main
            menu: [map, {page: about, title: Who we are}]
            footer: [{url: https://example.gov/, title: {en: The ministry, cy: Y weinyddiaeth}}]
            social_image: {file: /pictures/card.png, alt: A card}
            logo: {file: logo.svg, dark: dark.svg, alt: Ministry}
            colours: {accent: "#1d70b8", header: {light: "#0b0c0c", dark: "#000"}, highlight: fd0}
            list_members: stewards
            health:
              notice_days: 60
              quiet_days: 90
              quiet_times: 2
              series_months: 12
              shared_communities: 3
              writer_percent: 75
              review_months: 12
              verify_months: 12
              publish: false
            examples: true
            unsafe_html: false
            markdown_pages: true
            host: nginx
            skip_links: [https://intranet.example.gov/]
            """)
        #expect(shown == [])
        let settings = try #require(found)
        expectEveryKey(of: settings)
        expectEveryKey(of: try #require(settings.repository?.value))
        expectEveryKey(of: try #require(settings.health?.value))
        expectEveryKey(of: try #require(settings.socialImage?.value))
        #expect(settings.languageCodes == ["en", "cy"])
        #expect(settings.baseURL?.value == "https://communities.example.gov/map/")
        #expect(settings.links?.value == .folders)
        #expect(settings.listMembers?.value == .stewards)
        #expect(settings.repository?.value.kind?.value == .github)
        #expect(settings.navigation.map(\.value.route) == ["map/", "about/", nil])
        #expect(settings.navigation[1].value.title?.value.text(in: "en", fileLanguage: "en").text == "Who we are")
        #expect(settings.health?.value.verifyMonths?.value == 12)
    }

    @Test func `settings of one line are enough`() {
        let (found, shown) = ContentTests.settings("title: T\n")
        #expect(shown == [])
        #expect(found?.languageCodes == ["en"])
        #expect(ContentTests.settings("\u{FEFF}title: T\r\n").settings?.title?.value.original == "T")
        #expect(
            ContentTests.settings("").shown == [
                "1:1 missing-key The settings file is empty. | Start with a line such as\ntitle: Communities of "
                    + "practice"
            ])
        #expect(
            ContentTests.settings("languages: [en]\n").shown == [
                "1:1 missing-key `title` is missing: every settings file has one. | Add a line with what the site is "
                    + "called.\ntitle: …"
            ])
        #expect(
            ContentTests.settings("- a\n").shown == [
                "1:1 wrong-type Found a list: this must be several lines, each with a word, a colon and a text."
            ])
    }

    @Test func `every key of an event is read`() throws {
        let event: Event = try whole(
            "communities/a/events/b.md",
            """
            id: b
            starts: 2026-03-12 14:00
            ends: 2026-03-12 15:00
            minutes: 60
            time_zone: Europe/London
            kind: lean-coffee
            repeats:
              every: 2 weeks
              day: thursday
              until: 2026-12-31
              count: 4
              except: [2026-08-06]
            place: Land Registry, London
            online: https://example.gov/call
            register: https://example.gov/book
            open_to: members
            access: [captions, step-free]
            languages: [en, cy]
            hosts: [example-product-people]
            speakers: [example-person, "A guest"]
            agenda:
              - title: Demo
                minutes: 20
            status: planned
            occurrence_of: lean-coffee@2026-12-17
            revision: 0
            added: 2023-01-02
            """
        ) { if case .event(let entry) = $0 { entry } else { nil } }
        #expect(event.starts?.value.written == "2026-03-12 14:00")
        #expect(event.kind?.value == .leanCoffee)
        #expect(event.openTo?.value == .members)
        #expect(event.place?.value.original == "Land Registry, London")
        #expect(event.speakers.values() == [.id("example-person"), .name("A guest")])
        #expect(event.status?.value == .planned)
        let repeats = try #require(event.repeats?.value)
        expectEveryKey(of: repeats)
        #expect(repeats.day.values() == [.weekday(4)])
        #expect(repeats.except.values()?.map(\.isoDate) == ["2026-08-06"])
        expectEveryKey(of: try #require(event.agenda.values()?.first))
    }

    @Test func `every key of a writeup is read`() throws {
        let writeup: Writeup = try whole(
            "writeups/b.md",
            """
            id: b
            date: 2016-03
            corrected: 2016-04
            event: 2016-03-unconference
            authors: [example-person]
            attendees: 40
            topics: [service-management]
            outcome: What changed because we met.
            decisions: []
            actions:
              - what: Book the next room
                who: example-person
                by: 2026-12-01
                done: true
            url: https://example.gov/blog
            recording: https://example.gov/video
            slides: https://example.gov/slides
            """
        ) { if case .writeup(let entry) = $0 { entry } else { nil } }
        #expect(writeup.event?.value.text == "2016-03-unconference")
        #expect(writeup.attendees?.value == 40)
        let action = try #require(writeup.actions.values()?.first)
        expectEveryKey(of: action)
        #expect(action.done?.value == true)
    }

    @Test func `every key of a resource is read`() throws {
        let resource: Resource = try whole(
            "resources/a/b.md",
            """
            id: b
            kind: case-study
            url: https://example.gov/thing
            topics: [agile]
            roles: [product-manager]
            owner: The wiki team
            licence: OGL-UK-3.0
            reviewed: 2026-01
            """
        ) { if case .resource(let entry) = $0 { entry } else { nil } }
        #expect(resource.kind?.value == .caseStudy)
        #expect(resource.owner?.value.original == "The wiki team")
    }

    @Test func `every key of a person is read`() throws {
        let person: Person = try whole(
            "people/a.md",
            """
            organisation: Example Office
            government: example-land
            roles: [product-manager]
            links:
              - title: Site
                url: https://example.gov/
            skills:
              facilitation: 4
            agreed: 2026-01-10
            """, title: "name"
        ) { if case .person(let entry) = $0 { entry } else { nil } }
        #expect(person.organisation?.value == .name("Example Office"))
        expectEveryKey(of: try #require(person.links.values()?.first))
    }

    @Test(arguments: TermKind.allCases)
    func `every key of a term is read`(kind: TermKind) throws {
        let term: Term = try whole("\(kind.folder)/a.md", "parent: union\ntime_zone: Europe/London", title: "name") {
            if case .term(kind, let entry) = $0 { entry } else { nil }
        }
        #expect(term.parent?.value == "union")
        #expect(term.timeZone?.value == "Europe/London")
    }

    @Test(arguments: ["index.md", "about.md", "handbook/a/b.md", "events/index.md"])
    func `every key of a page is read`(path: String) throws {
        let _: Page = try whole(path, "") { if case .page(let entry) = $0 { entry } else { nil } }
    }

    @Test func `every choice of the contract is known`() {
        #expect(
            EventKind.allCases.map(\.rawValue) == [
                "meetup", "meeting", "webinar", "lean-coffee", "safe-space", "show-and-tell", "unconference",
                "workshop", "talk", "practice", "game", "visit",
                "open-door", "social", "review", "other",
            ])
        #expect(
            Scope.allCases.map(\.rawValue) == [
                "team", "organisation", "one-government", "several-governments", "international",
            ])
        #expect(
            Stage.allCases.map(\.rawValue) == ["potential", "forming", "maturing", "self-sustaining", "transformation"])
        #expect(Membership.allCases.map(\.rawValue) == ["open", "public-sector", "organisation", "invitation"])
        #expect(ConnectionKind.allCases.map(\.rawValue) == ["part-of", "partner", "sister", "grew-from"])
        #expect(
            MemberPart.allCases.map(\.rawValue) == [
                "steward", "deputy", "core", "active", "occasional", "peripheral", "supporter", "alumni",
            ])
        #expect(Audience.allCases.map(\.rawValue) == ["members", "public-sector", "everyone"])
        #expect(EventStatus.allCases.map(\.rawValue) == ["planned", "cancelled", "happened"])
        #expect(
            ResourceKind.allCases.map(\.rawValue) == [
                "guide", "template", "slides", "video", "tool", "reading", "case-study",
            ])
        #expect(BacklogStage.allCases.map(\.rawValue) == ["to-discuss", "discussing", "actioned", "done"])
        #expect(LinkStyle.allCases.map(\.rawValue) == ["folders", "files"])
        #expect(MemberListing.allCases.map(\.rawValue) == ["names", "stewards", "counts"])
        #expect(RepositoryKind.allCases.map(\.rawValue) == ["github", "gitlab", "forgejo"])
    }
}
