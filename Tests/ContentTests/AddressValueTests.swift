import Testing

/// Web addresses, and ways to join.
@Suite struct AddressValueTests {
    @Test(arguments: [
        "https://example.gov/a?b#c", "http://example.gov", "HTTPS://example.gov", "mailto:a@example.gov", "tel:+441234",
        "https://[::1]/", "https://élan.example/",
    ])
    func `an address has a scheme of the list`(url: String) {
        let read = resource("url: \(url)")
        #expect(read.shown == [])
        #expect(read.resource.url?.value == url)
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "ftp://example.gov", "//example.gov/a", #"\\host\share"#,
        #"/\host"#, "/a/b", "../a.md", "https:example.gov", "https://", "https:///a", "http:/example.gov",
        "https://a b.example", "\"java\\tscript:alert(1)\"", "' javascript:alert(1)'", "#x",
    ])
    func `any other address is refused`(url: String) {
        let read = resource("url: \(url.hasPrefix("#") ? "'\(url)'" : url)")
        #expect(read.resource.url == nil)
        #expect(read.shown.count == 1)
        #expect(
            read.shown[0].contains(" bad-url ")
                && read.shown[0].contains(
                    "is not a web address: it must start with `https://` (or `http://`, `mailto:`, `tel:`)."),
            "\(read.shown)")
    }

    @Test func `a bare domain is offered its scheme`() {
        #expect(
            resource("url: www.example.gov/a").shown == [
                "3:6 bad-url `www.example.gov/a` is not a web address: it must start with `https://` (or `http://`, "
                    + "`mailto:`, `tel:`). | Paste this line in place of yours:\nurl: https://www.example.gov/a"
            ])
    }

    @Test func `the site's address without a scheme gets one`() {
        #expect(
            settings("title: T\nbase_url: www.example.org\n").shown == [
                "2:11 wrong-type `www.example.org` is not right here: this must be a web address that starts with "
                    + "`https://`. | Paste this line in place of yours:\nbase_url: https://www.example.org"
            ])
        #expect(settings("title: T\nbase_url: somewhere\n").shown.allSatisfy { !$0.contains(" | ") })
    }

    @Test(arguments: [
        ("paused", "If the community is paused, write the date on which it began to be; if not, remove the line."),
        ("closed", "If the community is closed, write the date on which it ended; if not, remove the line."),
    ])
    func `yes in the place of a date is answered with which date it is`(key: String, help: String) {
        #expect(community("\(key): yes").shown.first?.hasSuffix(" | \(help)") == true)
        #expect(community("\(key): no").shown.first?.hasSuffix(" | For no, remove the line.") == true)
    }

    @Test func `how to join is a link, an address or a sentence`() {
        let quoted = community(
            "join:\n  - https://example.gov/join\n  - hello@example.gov\n  - \"Ask a steward: they know.\"")
        #expect(quoted.shown == [])
        #expect(
            quoted.community.join.values() == [
                "https://example.gov/join", "hello@example.gov", "Ask a steward: they know.",
            ])
        #expect(
            community("join: javascript:alert(1)").shown == [
                "4:7 bad-url `javascript:alert(1)` is not an address that may be linked: use `https://`, `http://`, "
                    + "`mailto:` or `tel:`."
            ])
    }

    @Test(arguments: [
        ("chat.example.gov/bees", "\(pasteInPlace)join: https://chat.example.gov/bees"),
        ("Jo <jo@example.gov>", "Write the address alone: jo@example.gov"),
        ("-https://a.example.gov -b@example.gov", "Put a space after it:\n- https://a.example.gov -b@example.gov"),
    ])
    func `the message about an incomplete link says what it lacks`(text: String, help: String) {
        #expect(
            parse("communities/a.md", "---\nname: A\nsummary: S.\njoin: \(text)\n---\n").problems.map(\.help?.text) == [
                help
            ])
    }

    @Test(arguments: [
        "Ask at the desk.", "jo@example.gov", "https://example.gov", "#bees.chat", "Room 2.14", "e.g. by mail", "v2.0",
    ])
    func `a sentence, an address and a link are ways to join`(text: String) {
        #expect(parse("communities/a.md", "---\nname: A\nsummary: S.\njoin: \"\(text)\"\n---\n").shown == [])
    }
}
