import Testing

/// Lists, ids and the terms of a map.
@Suite struct ListValueTests {
    @Test func `a list may be one value`() {
        #expect(resource("topics: open-data").resource.topics.values() == ["open-data"])
        #expect(resource("topics: [open-data]").resource.topics.values() == ["open-data"])
        #expect(event("agenda:\n  title: Demo").event.agenda?.value.count == 1)
        #expect(
            community("charter:\n  values: Respect").community.charter?.value.values?.value.original.map(
                \.value.original) == ["Respect"])
    }

    @Test func `an empty list is not an absent one`() {
        #expect(resource("topics: []").resource.topics.values() == [])
        #expect(resource("topics:").resource.topics.values() == nil)
        #expect(resource("topics:\n  - a\n  -\n  - b").resource.topics.values() == ["a", "b"])
        #expect(community("members: []").community.members?.value.members.values()?.count == 0)
        #expect(community("").community.members == nil)
    }

    @Test func `one bad item does not hide the others`() {
        let read = event("languages: [en, English, cy]")
        #expect(read.event.languages.values() == ["en", "cy"])
        #expect(
            read.shown == [
                "3:17 wrong-type `English` is not right here: this must be a language code such as `en` or `cy`."
            ])
        #expect(
            event("languages:\n  - en\n  - [cy]").shown == [
                "5:5 wrong-type Found a list: this must be a language code such as `en` or `cy`."
            ])
    }

    @Test func `the message about several ids on a line says where the brackets go`() {
        #expect(
            parse("resources/a.md", "---\ntitle: A\ntopics: open-data, geo\n---\n").problems.map(\.help?.text) == [
                "topics: [open-data, geo]"
            ])
        #expect(parse("resources/a.md", "---\ntitle: A\ntopics: [open-data, geo]\n---\n").shown == [])
    }

    @Test func `an item that continues on the next line is queried`() {
        #expect(
            parse("communities/a.md", "---\nname: A\nsummary: S.\ntopics:\n- examples\n  rivers\n---\n").problems.map(
                \.help?.text) == [
                    "Start each on a line of its own with a hyphen and a space:\n  - examples\n  - rivers"
                ])
    }

    @Test func `a value that was broken off from its key is reported as such`() {
        #expect(
            parse("events/a.md", "---\ntitle: A\nstarts: 2026-03-12\nonline:\n\"https://example.org/a\"\n---\n")
                .problems.map(\.help?.text) == ["Put both on one line:\nonline: \"https://example.org/a\""])
    }

    @Test func `a value shaped like an id is an id`() {
        let read = event("speakers: [example-person, \"A guest\", Ann, \"2026\"]")
        #expect(read.event.speakers.values() == [.id("example-person"), .name("A guest"), .name("Ann"), .id("2026")])
    }

    @Test func `maps of terms keep their order`() {
        let read = parse("people/a.md", "---\nname: A\nskills:\n  facilitation: 4\n  agile: 9\n  coaching:\n---\n")
        guard case .person(let person)? = read.document?.entry else { return #expect(Bool(false)) }
        #expect(person.skills?.value.map { "\($0.term.value) \($0.value.value)" } == ["facilitation 4"])
        #expect(
            read.shown == [
                "5:10 wrong-type `9` is not right here: this must be a whole number from 0 to 4.",
                "6:12 wrong-type Found nothing: this must be a whole number from 0 to 4.",
            ])
        #expect(
            parse("people/a.md", "---\nname: A\nskills: [agile]\n---\n").shown == [
                "3:9 wrong-type Found a list: this must be a group with one line for each skill: its id, a colon, "
                    + "and a whole number from 0 to 4."
            ])
    }
}
