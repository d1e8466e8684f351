import Content
import Testing

/// Values of which there are only some, and time zones.
@Suite struct ChoiceValueTests {
    @Test func `the message about a choice names the nearest and all`() {
        #expect(
            resource("kind: giude").shown == [
                "3:7 unknown-value `giude` is not one of the values here. Did you mean `guide`? | Use one of "
                    + "`guide`, `template`, `slides`, `video`, `tool`, `reading`, `case-study`."
            ])
        #expect(resource("kind: [guide]").shown.first?.contains("Found a list: this must be one of `guide`") == true)
    }

    @Test(arguments: [
        ("coalescing", Stage.forming), ("maturation", .maturing), ("stewardship", .selfSustaining),
        ("sustaining", .selfSustaining), ("self-sustaining", .selfSustaining), ("potential", .potential),
    ])
    func `Wenger's names for stages are understood`(text: String, stage: Stage) {
        #expect(community("stage: \(text)").community.stage?.value == stage)
    }

    @Test(arguments: ["guide", "Guide", "GUIDE", "  Guide ", "\"Guide\""])
    func `capitals do not count in a choice`(kind: String) {
        #expect(resource("kind: \(kind)").resource.kind?.value == .guide)
        #expect(resource("kind: \(kind)").shown == [])
    }

    @Test(arguments: ["case-study", "Case study", "case_study", "Case Study"])
    func `spaces are hyphens in a choice`(kind: String) {
        #expect(resource("kind: \(kind)").resource.kind?.value == .caseStudy)
    }

    @Test(arguments: ["UTC", "Europe/London", "America/Argentina/Buenos_Aires", "Etc/GMT+1", "GMT", "Japan"])
    func `a time zone is read as it is written`(zone: String) {
        #expect(event("time_zone: \(zone)").event.timeZone?.value == zone)
        #expect(event("time_zone: \(zone)").shown == [])
    }

    @Test func `a list is not a time zone`() {
        #expect(
            event("time_zone: [Europe/London]").shown == [
                "3:12 wrong-type Found a list: this must be a time zone such as `Europe/London`."
            ])
    }
}
