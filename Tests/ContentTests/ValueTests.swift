import Content
import Testing

@Suite struct ValueTests {
    // MARK: Dates

    @Test(arguments: [
        "2026", "2026-03", "2026-03-12", "2028-02-29", "2026-03-12 14:00", "2026-03-12 00:00", "2026-03-12 23:59",
    ])
    func `a date is as exact as it is written`(text: String) {
        let read = event("starts: \(text)")
        #expect(read.shown == [])
        #expect(read.event.starts?.value.written == text)
    }

    @Test func `the site's address without a scheme gets one`() {
        #expect(
            settings("title: T\nbase_url: www.example.org\n").shown == [
                "2:11 wrong-type `www.example.org` is not right here: this must be a web address that starts with "
                    + "`https://`. | Perhaps https://www.example.org"
            ])
        #expect(settings("title: T\nbase_url: somewhere\n").shown.allSatisfy { !$0.contains("Perhaps") })
    }

    @Test func `a time may be written as computers do`() {
        #expect(event("starts: 2026-03-12T14:00").event.starts?.value.written == "2026-03-12 14:00")
        #expect(event("starts: \"2026-03-12 14:00:30\"").event.starts?.value.written == "2026-03-12 14:00")
    }

    private func dateProblem(_ text: String) -> String? { resource("reviewed: \(text)").shown.first }
    private let expected =
        "is not a date here: write a date such as `2026-03-12` (or `2026-03`, or `2026`, where no more is known)."

    @Test(arguments: [
        ("12/03/2026", "Perhaps 2026-03-12 or, with the month first, 2026-12-03?"),
        ("31/12/2026", "Perhaps 2026-12-31?"), ("12/31/2026", "Perhaps 2026-12-31?"),
        ("3.3.2026", "Perhaps 2026-03-03?"), ("2026/3/5", "Perhaps 2026-03-05?"), ("2026-3-5", "Perhaps 2026-03-05?"),
        ("2026-02-30", "That month has 28 days."), ("2028-02-30", "That month has 29 days."),
        ("2026-04-31", "That month has 30 days."),
    ])
    func `a date in another order is offered in the right one`(text: String, help: String) {
        let shown = dateProblem(text)
        #expect(shown?.hasPrefix("3:11 bad-date `\(text)` ") == true && shown?.hasSuffix(" | \(help)") == true)
    }

    @Test func `the message about a date shows what a date is`() {
        #expect(dateProblem("soon") == "3:11 bad-date `soon` \(expected)")
    }

    @Test(arguments: [
        "soon", "12 March 2026", "2026-13", "2026-00-10", "2026-13-01", "26-03-12", "12/03/26", "2026-03-12 14:00",
        "2026-03-", "0000", "٢٠٢٦", "2026-W10", "99/99/2026",
    ])
    func `other text is not a date`(text: String) {
        #expect(dateProblem(text)?.hasPrefix("3:11 bad-date `\(text)` ") == true)
    }

    @Test func `a list is not a date`() {
        #expect(dateProblem("[2026]")?.hasPrefix("3:11 bad-date Found a list: ") == true)
    }

    @Test(arguments: [
        ("2026-03-12 9:30", " | Perhaps 2026-03-12 09:30?"), ("2026-03-12 24:00", ""), ("2026-03-12 14:60", ""),
        ("2026-03 14:00", ""), ("2026-03-12 14", ""), ("14:00", ""),
    ])
    func `impossible times are refused`(text: String, help: String) {
        #expect(
            event("starts: \"\(text)\"").shown == [
                "3:9 bad-date `\(text)` is not a date here: write a date such as `2026-03-12`, or a time such as "
                    + "`2026-03-12 14:00`.\(help)"
            ])
    }

    @Test(arguments: [
        ("02.03.2027 15:00", "Perhaps 2027-03-02 15:00 or, with the month first, 2027-02-03 15:00?"),
        ("2. März 2027, 14 Uhr", "Perhaps 2027-03-02 14:00?"),
        ("lundi 1 mars 2027 à 14h30", "Perhaps 2027-03-01 14:30?"),
        ("2027-03-02 14:00-15:30", "The end has a key of its own:\nstarts: 2027-03-02 14:00\nends: 2027-03-02 15:30"),
    ])
    func `a time in another form is offered in the right one`(text: String, help: String) {
        #expect(event("starts: \(text)").shown.first?.hasSuffix(" | \(help)") == true)
    }

    @Test(arguments: [
        ("yes", "Write since when it is so."), ("no", "If it is not so, remove the line."),
        ("YYYY-MM-DD", "Put the date in the place of these letters, or remove the line."),
        ("2026-03-12 14:00", "Only a day goes here. Perhaps 2026-03-12?"),
        (
            "2026-03-12 (by e-mail)",
            "Write the date alone. A remark goes after ` # `:\nreviewed: 2026-03-12  # by e-mail"
        ),
    ])
    func `what is no date alone is answered with what to write`(text: String, help: String) {
        let problem = parse("resources/a.md", "---\ntitle: A\nreviewed: \(text)\n---\n").problems.first
        #expect(problem?.code == "bad-date" && problem?.help?.text == help && problem?.help?.replacement == nil)
        #expect(resource("reviewed: 2026-03-12  # by e-mail").shown == [])
    }

    @Test(arguments: [
        ("yes", "Write the day on which they agreed."),
        ("no", "If they said no, remove the line. If they agreed, write on which day."),
        ("verbally", "Write the day on which they agreed. If you do not know it, ask them again."),
    ])
    func `an agreement is a day`(text: String, help: String) {
        #expect(
            community("members:\n  - person: Ann\n    agreed: \(text)").shown.first?.hasSuffix(" | \(help)") == true)
    }

    @Test(arguments: [("1 hour", 60), ("90 min", 90), ("1h30", 90), ("1.5 hours", 90), ("half an hour", 30)])
    func `a length in words is offered in minutes`(text: String, minutes: Int) {
        #expect(event("minutes: \(text)").shown.first?.hasSuffix(" | Perhaps \(minutes)?") == true)
    }

    @Test(arguments: [
        ("every quarter", "every: 3 months"), ("every two weeks", "every: 2 weeks"),
        ("every other tuesday", "every: 2 weeks\nday: tuesday"),
    ])
    func `an interval in words is offered as it is written`(text: String, lines: String) {
        let shown = event("starts: 2026-03-10\nrepeats:\n  every: \(text)").shown
        #expect(shown.count == 1 && shown[0].hasSuffix(" | \(lines)"))
    }

    @Test func `every second Tuesday means two things`() {
        let shown = event("starts: 2026-03-10\nrepeats: every second Tuesday").shown
        #expect(shown.count == 1 && shown[0].contains("If it is every two weeks, write `every: 2 weeks`"))
        #expect(shown[0].hasSuffix("repeats:\n  every: month\n  day: second tuesday"))
    }

    @Test(arguments: [
        ("1st Tuesday", "first tuesday"), ("Tuesdays", "tuesday"), ("15th", "15"),
        ("the 2nd Friday of the month", "second friday"),
    ])
    func `a day in words is offered as it is written`(text: String, day: String) {
        let keys = "---\ntitle: A\nstarts: 2026-03-10\nrepeats:\n  every: month\n  day: \(text)\n---\n"
        let problem = parse("events/a.md", keys).problems.first
        #expect(problem?.help?.text == "Perhaps `\(day)`?" && problem?.help?.replacement?.text == day)
    }

    @Test func `partial dates know their first and last day`() throws {
        let february = try #require(PartialDate("2028-02"))
        #expect([february.firstDay, february.lastDay].map(\.date.isoDate) == ["2028-02-01", "2028-02-29"])
        let year = try #require(PartialDate("2028"))
        #expect([year.firstDay, year.lastDay].map(\.date.isoDate) == ["2028-01-01", "2028-12-31"])
        let dates = ["2026-03-12 14:00", "2026", "2026-03-12", "2026-03", "2025-12-31"].compactMap { PartialDate($0) }
        #expect(dates.sorted().map(\.written) == ["2025-12-31", "2026", "2026-03", "2026-03-12", "2026-03-12 14:00"])
    }

    @Test(arguments: [
        ("3 December 2026, 2pm", "2026-12-03 14:00"), ("December 3rd 2026", "2026-12-03"),
        ("2026-12-03 2.30pm", "2026-12-03 14:30"), ("Thursday 3 Dec 2026 at 14h30", "2026-12-03 14:30"),
        ("2026-12-03 12 am", "2026-12-03 00:00"), ("March 2026", "2026-03"), ("2026-12-03 14.00", "2026-12-03 14:00"),
    ])
    func `a day written as in a letter is offered as a date`(text: String, date: String) {
        #expect(
            parse("events/a.md", "---\ntitle: A\nstarts: \(text)\n---\n").problems.first?.help?.text
                == "Perhaps \(date)?")
    }

    @Test(arguments: [
        "soon", "next Thursday", "31 February 2026", "3 December", "2026-12-03 25.00", "2026-12-03 13pm",
        "May or June 2026", "3 4 December 2026",
    ])
    func `what is not certain is not offered`(text: String) {
        #expect(parse("events/a.md", "---\ntitle: A\nstarts: \(text)\n---\n").problems.first?.help?.text == nil)
    }

    @Test(arguments: [
        ("weekly", "  every: week"), ("2 weeks", "  every: 2 weeks"),
        ("biweekly", "twice a week, or every second week?"), ("{day: monday}", nil),
    ])
    func `an interval after repeats gets a message that says where it belongs`(text: String, help: String?) {
        let problem = parse("events/a.md", "---\ntitle: A\nstarts: 2026-03-12\nrepeats: \(text)\n---\n").problems.first
        #expect(help == nil || problem?.help?.text.contains(help!) == true)
    }

    @Test(arguments: [
        ("chat.example.gov/bees", "Perhaps https://chat.example.gov/bees"),
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

    @Test func `an item that continues on the next line is queried`() {
        #expect(
            parse("communities/a.md", "---\nname: A\nsummary: S.\ntopics:\n- examples\n  rivers\n---\n").problems.map(
                \.help?.text) == [
                    "Start each on a line of its own with a hyphen and a space:\n  - examples\n  - rivers"
                ])
    }

    // MARK: Numbers and booleans

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
                    + "this resource is not published."
            ])
        #expect(resource("example: [true]").shown == ["3:10 wrong-type Found a list: this must be `true` or `false`."])
    }

    // MARK: Addresses

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
                    + "`mailto:`, `tel:`). | Perhaps https://www.example.gov/a"
            ])
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

    // MARK: Texts

    @Test func `a text may be given per language`() {
        for keys in ["summary:\n  en: Hello\n  cy: Helo", "summary: {en: Hello, cy: Helo}"] {
            let read = resource(keys)
            #expect(read.shown == [])
            #expect(
                read.resource.common.summary?.value == LocalizedText("Hello", in: "en", translations: ["cy": "Helo"]))
        }
    }

    @Test func `no is a language and a text and never false`() {
        #expect(resource("summary: no").resource.common.summary?.value.original == "no")
        #expect(
            resource("summary:\n  no: Hei\n  en: Hi").resource.common.summary?.value
                == LocalizedText("Hei", in: "no", translations: ["en": "Hi"]))
        #expect(event("languages: [en, no]").event.languages.values() == ["en", "no"])
    }

    @Test func `a language without a text is absent`() {
        #expect(
            resource("summary:\n  en: Hello\n  cy:").resource.common.summary?.value == LocalizedText("Hello", in: "en"))
        #expect(
            resource("summary:\n  en:\n  cy: Helo").resource.common.summary?.value == LocalizedText("Helo", in: "cy"))
        #expect(resource("summary:\n  en:\n  cy:").resource.common.summary == nil)
    }

    @Test func `a reader gets their language or the original with its own`() {
        let text = LocalizedText("Hello", translations: ["cy": "Helo"])
        #expect(text.text(in: "cy", fileLanguage: "en") == ("Helo", "cy"))
        #expect(text.text(in: "fr", fileLanguage: "en") == ("Hello", "en"))
        #expect(LocalizedText("Hei", in: "no").text(in: "fr", fileLanguage: "en") == ("Hei", "no"))
    }

    @Test func `a text that YAML took for a group or a list is explained`() {
        let quotes = "If this is one text with a colon, comma or bracket in it, put quotes around it."
        #expect(resource("summary: [A, b]").shown == ["3:10 wrong-type Found a list: this must be text. | \(quotes)"])
        #expect(
            resource("summary: {A}").shown == ["3:10 wrong-type Found a group of keys: this must be text. | \(quotes)"])
        #expect(
            resource("summary: {}").shown == ["3:10 wrong-type Found a group of keys: this must be text. | \(quotes)"])
        #expect(
            resource("summary:\n  english: A").shown == [
                "4:3 wrong-type Found a group of keys: this must be text. | \(quotes) If it is one text per "
                    + "language, each key is a language code such as `en`."
            ])
    }

    @Test func `a long title or summary is a warning`() {
        let long = String(repeating: "é", count: 201)
        let read = resource("summary: \(long)")
        #expect(read.resource.common.summary?.value.original == long)
        #expect(
            read.shown == [
                "3:10 text-too-long This has 201 characters; at most 200 are shown well. | Say the rest in the text "
                    + "below the front matter."
            ])
        #expect(resource("summary: \(long.dropLast())").shown == [])
        #expect(resource("summary:\n  en: A\n  cy: \(long)").shown.count == 1)
    }

    @Test func `a text keeps its special signs`() {
        #expect(
            resource("summary: \"<b> & </script> “x” \\u202e\"").resource.common.summary?.value.original
                == "<b> & </script> “x” \u{202E}")
    }

    // MARK: Lists, ids, names, terms

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

    // MARK: Repetitions

    @Test(arguments: [
        ("day", 1, Interval.Unit.day), ("week", 1, .week), ("2 weeks", 2, .week), ("1 month", 1, .month),
        ("3 Months", 3, .month), ("10 years", 10, .year),
    ])
    func `an interval is a number and a unit`(text: String, count: Int, unit: Interval.Unit) {
        #expect(
            event("repeats:\n  every: \(text)").event.repeats?.value.every?.value == Interval(count: count, unit: unit))
    }

    @Test(arguments: ["0 weeks", "2", "often", "twice a week"])
    func `what is no interval at all gets an example`(text: String) {
        #expect(
            event("repeats:\n  every: \(text)").shown.first?.hasSuffix(
                " | For every second Thursday, write\nevery: 2 weeks\nday: thursday") == true)
    }

    @Test func `the message about several ids on a line says where the brackets go`() {
        #expect(
            parse("resources/a.md", "---\ntitle: A\ntopics: open-data, geo\n---\n").problems.map(\.help?.text) == [
                "topics: [open-data, geo]"
            ])
        #expect(parse("resources/a.md", "---\ntitle: A\ntopics: [open-data, geo]\n---\n").shown == [])
    }

    @Test func `a value that was broken off from its key is reported as such`() {
        #expect(
            parse("events/a.md", "---\ntitle: A\nstarts: 2026-03-12\nonline:\n\"https://example.org/a\"\n---\n")
                .problems.map(\.help?.text) == ["Put both on one line:\nonline: \"https://example.org/a\""])
    }

    @Test(arguments: [("biweekly", "week"), ("bi-weekly", "week"), ("Bimonthly", "month"), ("biannual", "year")])
    func `an ambiguous interval is queried`(text: String, unit: String) {
        #expect(
            event("repeats:\n  every: \(text)").shown == [
                "4:10 ambiguous-interval `\(text)` means two things: twice a \(unit), or every second \(unit)? | "
                    + "Write `every: 2 \(unit)s` for every second \(unit); for twice a \(unit) write `every: \(unit)` "
                    + "and two days, such as `day: [tuesday, thursday]`."
            ])
    }

    @Test(arguments: [
        ("weekly", "week"), ("fortnightly", "2 weeks"), ("quarterly", "3 months"), ("every 3 months", "3 months"),
        ("every Tuesday", "week\nday: tuesday"), ("first Tuesday of the month", "month\nday: first tuesday"),
    ])
    func `another interval is offered in the right form`(text: String, help: String) {
        #expect(
            placed(event: "repeats:\n  every: \(text)") == ["4:10 wrong-type | every: \(help)"])
    }

    @Test func `the day of a repetition is a weekday, a position in the month or a number`() {
        let read = event(
            "repeats:\n  every: month\n  day: [thursday, Tue, first tuesday, last friday, fifth sun, 15, 31, Last day]")
        #expect(read.shown == [])
        #expect(
            read.event.repeats?.value.day.values() == [
                .weekday(4), .weekday(2), .weekdayOfMonth(1, weekday: 2), .weekdayOfMonth(-1, weekday: 5),
                .weekdayOfMonth(5, weekday: 7), .dayOfMonth(15), .dayOfMonth(31), .lastDayOfMonth,
            ])
    }

    @Test(arguments: ["2nd tuesday", "32", "0", "sixth monday", "someday", "first"])
    func `other days are refused by name`(text: String) {
        let fix = text == "2nd tuesday" ? " → second tuesday" : ""
        #expect(placed(event: "repeats:\n  every: month\n  day: \(text)") == ["5:8 wrong-type\(fix)"])
    }

    @Test func `the messages about an interval and a day say what they may be`() {
        #expect(
            event("repeats:\n  every: often\n  day: someday").shown == [
                "4:10 wrong-type `often` is not an interval: write `day`, `week`, `month` or `year`, with a number "
                    + "before it if it is more than one. | For every second Thursday, write\nevery: 2 weeks\nday: "
                    + "thursday",
                "5:8 wrong-type `someday` is not a day that repeats: write a weekday (`thursday`), a weekday of the "
                    + "month (`first tuesday`, `last friday`) or a day of the month (`15`, `last day`).",
            ])
    }
}
