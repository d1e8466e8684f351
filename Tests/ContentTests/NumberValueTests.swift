import Testing

/// Whole numbers and booleans.
@Suite struct NumberValueTests {
    @Test(arguments: [
        ("1997", 1997), ("1,997", 1997), ("1 997", 1997), ("1\u{A0}997", 1997), ("1_997", 1997), ("1\u{202F}997", 1997),
        ("12,34,567", 1_234_567), ("0", 0), ("\"12\"", 12),
    ])
    func `thousands may be separated`(text: String, number: Int) {
        let read = community("member_count:\n  count: \(text)")
        #expect(read.shown == [])
        #expect(read.community.memberCount?.value.count?.value == number)
    }

    @Test(arguments: [
        "many", "1.5", "about 20", "12x", "-1", "1,5", "1,99", "1 99", "10000000000", "99999999999999999999",
    ])
    func `other text is not a count`(text: String) {
        let shown = community("member_count:\n  count: \(text)").shown
        #expect(shown.count == 1)
        #expect(
            shown.first?.hasPrefix("5:10 wrong-type `\(text)` is not right here: this must be a whole number.") == true)
        // A number among words is shown; what the others mean is not known.
        #expect(shown.first?.contains("Perhaps") == ["about 20", "12x"].contains(text))
    }

    @Test(arguments: [("1 hour", 60), ("90 min", 90), ("1h30", 90), ("1.5 hours", 90), ("half an hour", 30)])
    func `a length in words is offered in minutes`(text: String, minutes: Int) {
        #expect(event("minutes: \(text)").shown.first?.hasSuffix(" | \(pasteInPlace)minutes: \(minutes)") == true)
    }

    @Test func `the message about a number names its limits`() {
        #expect(
            event("minutes: 0").shown == [
                "3:10 wrong-type `0` is not right here: this must be a whole number from 1 to 100000."
            ])
        let newer =
            "This handbook uses format 2, but this program reads only format 1. | "
            + "Install a newer version of folkmoot."
        #expect(settings("title: T\nformat: 2\n").shown == ["2:9 wrong-type \(newer)"])
        #expect(settings("title: T\nformat: 1\n").shown == [])
        #expect(settings("title: T\nformat: 0\n").shown == ["2:9 wrong-type `0` is not right here: this must be `1`."])
    }

    @Test(arguments: [
        ("true", true), ("yes", true), ("On", true), ("TRUE", true), ("false", false), ("no", false), ("off", false),
    ])
    func `a boolean may be a word`(text: String, value: Bool) {
        #expect(resource("draft: \(text)").resource.common.draft?.value == value)
    }

    @Test func `another word is not a boolean`() {
        #expect(
            resource("draft: maybe").shown == [
                "3:8 wrong-type `maybe` is not right here: this must be `true` or `false`. Until it can be read, "
                    + "this resource is not published. | For yes, write `draft: true`; for no, `draft: false`."
            ])
        #expect(resource("draft: nope").shown.first?.hasSuffix(" | For no, write `draft: false`.") == true)
        #expect(resource("example: [true]").shown == ["3:10 wrong-type Found a list: this must be `true` or `false`."])
    }
}
