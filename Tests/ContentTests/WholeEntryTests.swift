import Testing

@testable import Content

/// One entry of every kind with every key of the contract: it decodes without any problem, and no key of the tables
/// is left unset, so a key that one of the two lacks is found here.
@Suite struct WholeEntryTests {
    private static let common = """
        redirect_from: [/old/, older/path]
        also_known_as: Another name
        draft: false
        publish_on: 2026-01-01
        expires_on: 2030-12-31
        source: [https://example.gov/source]
        as_of: 2026-03
        verified: 2026-03-12
        lang: cy
        order: -3
        example: false
        social_image: {file: card.png, alt: Cerdyn}
        """

    private func whole<R: Record>(_ path: String, _ keys: String, title: String = "title", _ get: (Entry) -> R?) throws
        -> R
    {
        let parsed = parse(
            path, "---\n\(title): Y teitl\nsummary: Un frawddeg.\n\(Self.common)\n\(keys)\n---\n\nTestun.\n")
        #expect(parsed.shown == [])
        let record = try #require(parsed.document.flatMap { get($0.entry) })
        expectEveryKey(of: record)
        let common = parsed.common
        #expect(common.title?.value.original == "Y teitl")
        #expect(common.summary?.value.original == "Un frawddeg.")
        #expect(common.redirectFrom.values() == ["/old/", "older/path"])
        #expect(common.alsoKnownAs.values() == ["Another name"])
        #expect(common.draft?.value == false)
        #expect(common.publishOn?.value.isoDate == "2026-01-01")
        #expect(common.expiresOn?.value.isoDate == "2030-12-31")
        #expect(common.source.values() == ["https://example.gov/source"])
        #expect(common.asOf?.value.isoDate == "2026-03")
        #expect(common.verified?.value.isoDate == "2026-03-12")
        #expect(common.language?.value == "cy")
        #expect(common.order?.value == -3)
        #expect(common.socialImage?.value.file?.value == "card.png")
        return record
    }

    private func expectEveryKey<R: Record>(of record: R, sourceLocation: SourceLocation = #_sourceLocation) {
        for field in R.fields {
            #expect(field.isSet(record), "\(R.recordName): \(field.key)", sourceLocation: sourceLocation)
        }
    }

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
                "1:1 wrong-type Found a list: this must be a group of keys, indented below it."
            ])
    }

    @Test func `every key of a community is read`() throws {
        let community: Community = try whole(
            "communities/a.md",
            """
            government: [example-land, other-land]
            organisation: example-office
            scope: several-governments
            roles: [product-manager]
            topics: [agile, service-design]
            stage: forming
            stage_since: 2022-08
            founded: 2022
            membership: public-sector
            eligibility: Anyone who works on digital services for the public, contractors too.
            join:
              - https://example.gov/join
              - hello@example.gov
            meets: Weekly Lean Coffee, monthly safe space.
            member_count:
              count: 120
              as_of: 2022-08-23
            welcome:
              name: Community team
              title: Community lead
              contact: hello@example.gov
            channels:
              - platform: slack
                name: "#prodmgmt"
                url: https://example.slack.com/
                access: public-sector
            connections:
              - to: example-service-people
                kind: sister
                note: Same craft across the border
            wants: [speakers, facilitation]
            offers: [templates, mentoring]
            sponsor: Head of Product
            paused: 2024-05-01
            until: 2024-09
            closed: 2025-06-30
            added: 2023-01-02
            successor: other-people
            charter: {purpose: Why}
            members: []
            events:
              - id: first
                title: First
            writeups:
              - title: What
                date: 2026-03
            resources:
              - title: Guide
            backlog: {topics: [{title: How}]}
            """, title: "name"
        ) { if case .community(let entry) = $0 { entry } else { nil } }
        #expect(community.government.values() == ["example-land", "other-land"])
        #expect(community.organisations.values() == [.id("example-office")])
        #expect(community.scope?.value == .severalGovernments)
        #expect(community.stage?.value == .forming)
        #expect(community.stageSince?.value.isoDate == "2022-08")
        #expect(community.founded?.value == PartialDate(year: 2022))
        #expect(community.membership?.value == .publicSector)
        #expect(community.join.values() == ["https://example.gov/join", "hello@example.gov"])
        #expect(community.successor?.value == .id("other-people"))
        #expect(community.charter?.value.purpose?.value.original == "Why")
        #expect(community.members?.value.members.values()?.isEmpty == true)
        #expect(community.events.values()?.map { $0.id?.value } == ["first"])
        #expect(community.writeups.values()?.map { $0.date?.value.isoDate } == ["2026-03"])
        let channel = try #require(community.channels.values()?.first)
        expectEveryKey(of: channel)
        #expect(channel.name?.value == "#prodmgmt")
        expectEveryKey(of: try #require(community.memberCount?.value))
        expectEveryKey(of: try #require(community.welcome?.value))
        let connection = try #require(community.connections.values()?.first)
        expectEveryKey(of: connection)
        #expect(connection.kind?.value == .sister)
        #expect(connection.to?.value == .id("example-service-people"))
    }

    @Test func `every key of a charter is read`() throws {
        let charter: Charter = try whole(
            "communities/a/charter.md",
            """
            agreed: 2026-01-15
            review: 2027-01-15
            purpose: Why we exist, in one or two sentences.
            problem: What was hard before we met.
            vision: Where we want to be.
            values: [Respect, Openness]
            principles: [We discuss problems, not people]
            in_scope: []
            out_of_scope: []
            for_you_if:
              share: You manage a public digital product.
              face: You balance deadlines with user needs.
              learn: You want to see how others prioritise.
              give: You have shipped something others can reuse.
            decisions: How we decide.
            code_of_conduct: A link or text.
            concerns: Whom to tell, in confidence, when something is not right.
            success: [how we know it works]
            time: 2 hours a month
            benefits: [what a member's manager gets for that time]
            """
        ) { if case .charter(let entry) = $0 { entry } else { nil } }
        #expect(charter.values?.value.original.map(\.value.original) == ["Respect", "Openness"])
        #expect(charter.inScope?.value.original.isEmpty == true)
        #expect(charter.time?.value.original == "2 hours a month")
        #expect(
            charter.benefits?.value.original.map(\.value.original) == ["what a member's manager gets for that time"])
        expectEveryKey(of: try #require(charter.forYouIf?.value))
    }

    @Test func `every key of a member list is read`() throws {
        let members: Members = try whole(
            "communities/a/members.md",
            """
            members:
              - person: example-person
                part: steward
                title: Community lead
                agreed: 2026-01-10
                since: 2024-04
                until: 2026-04
                time: 10
                skills:
                  facilitation: 4
                learning: [agile]
                mentors: [facilitation]
            counts:
              core: 4
              active: 20
              occasional: 30
              peripheral: 40
              supporter: 5
              alumni: 6
              as_of: 2026-01-01
            skills_needed:
              facilitation: 3
            """
        ) { if case .members(let entry) = $0 { entry } else { nil } }
        let member = try #require(members.members.values()?.first)
        expectEveryKey(of: member)
        #expect(member.part?.value == .steward)
        #expect(member.time?.value == 10)
        #expect(member.skills?.value.map { "\($0.term.value) \($0.value.value)" } == ["facilitation 4"])
        let counts = try #require(members.counts.values()?.first)
        expectEveryKey(of: counts)
        #expect(
            counts.known.map { "\($0.part) \($0.count)" } == [
                "core 4", "active 20", "occasional 30", "peripheral 40", "supporter 5", "alumni 6",
            ])
        #expect(members.skillsNeeded?.value.first?.value.value == 3)
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

    @Test func `every key of a backlog is read`() throws {
        let backlog: Backlog = try whole(
            "communities/a/backlog.md",
            """
            board: https://example.gov/board
            publish: true
            topics:
              - title: How do you say no?
                stage: to-discuss
                votes: 7
                added: 2026-02-01
                by: example-person
                writeup: 2026-03-12-lean-coffee
            """
        ) { if case .backlog(let entry) = $0 { entry } else { nil } }
        let topic = try #require(backlog.topics.values()?.first)
        expectEveryKey(of: topic)
        #expect(topic.stage?.value == .toDiscuss)
        #expect(topic.writeup?.value == "2026-03-12-lean-coffee")
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
