import Testing

@testable import Content

/// The same as `WholeEntryTests`, for a community and the parts that files of its folder can hold.
@Suite struct WholeCommunityTests {
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
}
