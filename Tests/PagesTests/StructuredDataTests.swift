import Foundation
import TestSupport
import Testing

/// What pages say in the words of schema.org: one line for each thing, in the order of the page.
@Suite struct StructuredDataTests {
    static let files: [String: String] = [
        "site.yaml": """
        title: {en: Moot, cy: Cyfarfod}
        summary: {en: Find people., cy: Dod o hyd i bobl.}
        languages: [en, cy]
        time_zone: Europe/London
        """,
        "governments/union.md": "---\nname: Union\n---\n",
        "governments/wales.md": "---\nname: {en: Wales, cy: Cymru}\nparent: union\nalso_known_as: Land of song\n---\n",
        "organisations/office.md": "---\nname: Office\n---\n",
        "roles/baker.md": "---\nname: {en: Baker, cy: Pobydd}\n---\n",
        "topics/bread.md": "---\nname: Bread\nsummary: What bakers make.\n---\n",
        "communities/ovens.md": "---\nname: Ovens\nsummary: All ovens.\n---\n",
        "communities/bakers/index.md": """
        ---
        name: {en: Bakers, cy: Pobyddion}
        summary: {en: People who bake., cy: Pobl sy'n pobi.}
        also_known_as: [Bread people]
        government: wales
        organisation: office
        roles: baker
        topics: bread
        founded: 2020-05
        join: https://example.com/join
        member_count: {count: 12}
        connections: [{to: ovens, kind: part-of}]
        ---
        """,
        "communities/bakers/charter.md": "---\npurpose: {en: To bake., cy: Pobi.}\n---\n",
        "communities/bakers/events/loaf.md": """
        ---
        title: {en: Loaf night, cy: Noson y dorth}
        summary: We bake a loaf.
        starts: 2026-03-05 18:00
        ends: 2026-03-05 19:30
        repeats: {every: 2 weeks, until: 2026-12-31, except: [2026-04-02]}
        place: The mill
        online: https://example.com/call
        open_to: everyone
        languages: [en, cy]
        ---
        """,
        "communities/bakers/writeups/rye.md": """
        ---
        title: What we learned of rye
        summary: It is sour.
        date: 2026-02-05
        authors: [ada-miller, A guest]
        ---
        """,
        "communities/bakers/resources/starter.md": "---\ntitle: Starter\nsummary: How to feed one.\n---\n",
        "resources/film.md": "---\ntitle: A film\nkind: video\nurl: https://example.com/film\n---\n",
        "people/ada-miller.md": "---\nname: Ada Miller\nagreed: 2026-01-01\n---\n",
        "handbook/kneading.md": "---\ntitle: Kneading\nsummary: How to knead.\n---\n",
        "about.md": "---\ntitle: About\n---\n",
    ]

    /// The things that a page speaks of; empty without a block.
    static func things(_ route: String, in site: TestSite) throws -> [String] {
        let page = site.page(route)
        guard let start = page.range(of: "<script type=\"application/ld+json\">")?.upperBound else { return [] }
        let end = try #require(page.range(of: "</script>", range: start..<page.endIndex)?.lowerBound)
        // Read by Foundation, which knows no types, so that the program's own writer of JSON does not judge itself.
        let json = try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8))
        let object = try #require(json as? [String: Any])
        #expect(object["@context"] as? String == "https://schema.org" && object.count == 2)
        return try #require(object["@graph"] as? [[String: Any]]).map {
            let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try JSONSerialization.data(withJSONObject: $0, options: options), as: UTF8.self)
        }
    }

    private static func community(_ keys: String, _ more: [String: String] = [:]) -> [String: String] {
        more.merging(["communities/a.md": "---\nname: Alpha\nsummary: S.\n\(keys)\n---\n"]) { $1 }
    }

    private static func event(_ keys: String) -> [String: String] {
        community("founded: 2020", ["communities/a/events/e.md": "---\ntitle: E\n\(keys)\n---\n"])
    }

    /// What is said of the event of `event`, without what is the same for all.
    private static func said(
        of files: [String: String], today: String = "2026-03-01", zone: String? = "Europe/London"
    ) async throws -> String {
        let settings = "title: T\n" + (zone.map { "time_zone: \($0)\n" } ?? "")
        let site = try await TestSite(files.merging(["site.yaml": settings]) { $1 }, today: today)
        return try things("communities/a/events/e/", in: site).joined()
            .replacing("\"@type\":\"Event\",", with: "").replacing("\"name\":\"E\",", with: "")
            .replacing("\"organizer\":{\"@type\":\"Organization\",\"name\":\"Alpha\"}", with: "O")
            .replacing("https://schema.org/", with: "").replacing("\"eventStatus\":\"EventScheduled\"", with: "S")
    }
}

// MARK: Kinds of pages

extension StructuredDataTests {
    private static func crumbs(_ names: [(name: String, address: String)]) -> String {
        let steps = names.enumerated().map { number, step in
            "{\"@type\":\"ListItem\",\"item\":\"https://m.example/\(step.address)\","
                + "\"name\":\"\(step.name)\",\"position\":\(number + 1)}"
        }
        return "{\"@type\":\"BreadcrumbList\",\"itemListElement\":[" + steps.joined(separator: ",") + "]}"
    }

    private static let bakers = crumbs([
        ("Home", ""), ("Communities", "communities/"), ("Bakers", "communities/bakers/"),
    ])
    private static let ovens =
        "{\"@id\":\"https://m.example/communities/ovens/#this\",\"@type\":\"Organization\",\"name\":\"Ovens\"}"

    static let english: [String: [String]] = [
        "": [
            """
            {"@type":"WebSite","description":"Find people.","inLanguage":"en","name":"Moot","potentialAction":{"@type":\
            "SearchAction","query-input":"required name=q","target":{"@type":"EntryPoint","urlTemplate":\
            "https://m.example/search/?q={q}"}},"url":"https://m.example/"}
            """
        ],
        "communities/bakers/": [
            """
            {"@id":"https://m.example/communities/bakers/#this","@type":"Organization","alternateName":"Bread people",\
            "areaServed":{"@id":"https://m.example/governments/wales/#this","@type":"AdministrativeArea","name":\
            "Wales"},"description":"People who bake.","foundingDate":"2020-05","knowsAbout":["Baker","Bread"],"name":\
            "Bakers","parentOrganization":[{"@id":"https://m.example/organisations/office/#this","@type":\
            "Organization","name":"Office"},\(ovens)],"url":"https://m.example/communities/bakers/"}
            """, crumbs([("Home", ""), ("Communities", "communities/")]),
        ],
        "communities/bakers/charter/": [
            """
            {"@type":"WebPage","about":{"@id":"https://m.example/communities/bakers/#this","@type":"Organization",\
            "name":"Bakers"},"inLanguage":"en","name":"Charter","url":"https://m.example/communities/bakers/charter/"}
            """, bakers,
        ],
        "communities/bakers/events/loaf/": [
            """
            {"@type":"Event","description":"We bake a loaf.","endDate":"2026-03-05T19:30:00+00:00",\
            "eventAttendanceMode":"https://schema.org/MixedEventAttendanceMode","eventSchedule":{"@type":"Schedule",\
            "endDate":"2026-12-31","endTime":"19:30:00","exceptDate":"2026-04-02","repeatFrequency":"P2W",\
            "scheduleTimezone":"Europe/London","startDate":"2026-03-05","startTime":"18:00:00"},"eventStatus":\
            "https://schema.org/EventScheduled","inLanguage":["en","cy"],"location":[{"@type":"Place","name":\
            "The mill"},{"@type":"VirtualLocation","url":"https://example.com/call"}],"name":"Loaf night","organizer":\
            {"@id":"https://m.example/communities/bakers/#this","@type":"Organization","name":"Bakers"},"startDate":\
            "2026-03-05T18:00:00+00:00","url":"https://m.example/communities/bakers/events/loaf/"}
            """, bakers,
        ],
        "communities/bakers/writeups/rye/": [
            """
            {"@type":"Article","about":{"@id":"https://m.example/communities/bakers/#this","@type":"Organization",\
            "name":"Bakers"},"author":[{"@type":"Person","name":"Ada Miller"},{"@type":"Person","name":"A guest"}],\
            "datePublished":"2026-02-05","description":"It is sour.","headline":"What we learned of rye","inLanguage":\
            "en","url":"https://m.example/communities/bakers/writeups/rye/"}
            """, bakers,
        ],
        "communities/bakers/resources/starter/": [
            """
            {"@type":"CreativeWork","description":"How to feed one.","inLanguage":"en","name":"Starter","url":\
            "https://m.example/communities/bakers/resources/starter/"}
            """, bakers,
        ],
        "resources/film/": [
            """
            {"@type":"CreativeWork","mainEntityOfPage":"https://m.example/resources/film/","name":"A film","url":\
            "https://example.com/film"}
            """, crumbs([("Home", ""), ("Resources", "resources/")]),
        ],
        "governments/wales/": [
            """
            {"@id":"https://m.example/governments/wales/#this","@type":"AdministrativeArea","alternateName":\
            "Land of song","containedInPlace":{"@id":"https://m.example/governments/union/#this","@type":\
            "AdministrativeArea","name":"Union"},"name":"Wales","url":"https://m.example/governments/wales/"}
            """, crumbs([("Home", ""), ("Governments", "governments/")]),
        ],
        "organisations/office/": [
            """
            {"@id":"https://m.example/organisations/office/#this","@type":"Organization","name":"Office","url":\
            "https://m.example/organisations/office/"}
            """, crumbs([("Home", ""), ("Organisations", "organisations/")]),
        ],
        "topics/bread/": [
            """
            {"@type":"DefinedTerm","description":"What bakers make.","inDefinedTermSet":{"@type":"DefinedTermSet",\
            "name":"Topics"},"name":"Bread","url":"https://m.example/topics/bread/"}
            """, crumbs([("Home", ""), ("Topics", "topics/")]),
        ],
        "people/ada-miller/": [crumbs([("Home", ""), ("People", "people/")])],
        "handbook/kneading/": [
            """
            {"@type":"TechArticle","description":"How to knead.","headline":"Kneading","inLanguage":"en","url":\
            "https://m.example/handbook/kneading/"}
            """, crumbs([("Home", ""), ("Handbook", "handbook/")]),
        ],
        "about/": [
            "{\"@type\":\"WebPage\",\"inLanguage\":\"en\",\"name\":\"About\",\"url\":\"https://m.example/about/\"}"
        ],
        "communities/": [
            """
            {"@type":"CollectionPage","inLanguage":"en","name":"Communities","url":"https://m.example/communities/"}
            """
        ],
        "search/": [
            """
            {"@type":"SearchResultsPage","inLanguage":"en","name":"Search","url":"https://m.example/search/"}
            """
        ],
    ]

    @Test func `each kind of page says what it shows`() async throws {
        let site = try await TestSite(Self.files, baseURL: "https://m.example")
        #expect(site.problems == [])
        for (route, things) in Self.english {
            #expect(try Self.things(route, in: site) == things, "\(route)")
        }
        for path in ["404.html", "map/embed/index.html"] { #expect(site.files[path]?.contains("ld+json") == false) }
    }

    @Test func `without the site's address no address is made up`() async throws {
        let site = try await TestSite(Self.files)
        let elsewhere = ["https://example.com/film", "https://example.com/call"]
        for (route, things) in Self.english {
            // Nothing else is left out.
            let expected = things.filter { !$0.contains("BreadcrumbList") }.map { thing in
                thing.replacing(#/"potentialAction":.*?}},/#, with: "")
                    .replacing(#/"(@id|url|mainEntityOfPage)":"https:\/\/m\.[^"]*",/#, with: "")
                    .replacing(#/,"url":"https:\/\/m\.[^"]*"/#, with: "")
            }
            #expect(try Self.things(route, in: site) == expected, "\(route)")
            let addresses = expected.joined().matches(of: #/https:\/\/(?!schema.org\/)[^"]*/#).map { String($0.output) }
            #expect(addresses.allSatisfy(elsewhere.contains))
        }
    }

    @Test func `a page that is written in a language has its texts and its address`() async throws {
        let site = try await TestSite(Self.files, baseURL: "https://m.example/")
        let office = "{\"@id\":\"https://m.example/organisations/office/#this\",\"@type\":\"Organization\",\"name\":"
        let expected = """
            {"@id":"https://m.example/communities/bakers/#this","@type":"Organization","alternateName":{"@language":\
            "en","@value":"Bread people"},"areaServed":{"@id":"https://m.example/governments/wales/#this","@type":\
            "AdministrativeArea","name":"Cymru"},"description":"Pobl sy'n pobi.","foundingDate":"2020-05","knowsAbout":\
            ["Pobydd",{"@language":"en","@value":"Bread"}],"name":"Pobyddion","parentOrganization":\
            [\(office){"@language":"en","@value":"Office"}},{"@id":"https://m.example/communities/ovens/#this","@type":\
            "Organization","name":{"@language":"en","@value":"Ovens"}}],"url":\
            "https://m.example/cy/communities/bakers/"}
            """
        #expect(try Self.things("cy/communities/bakers/", in: site).first == expected)
        #expect(
            try Self.things("cy/", in: site) == [
                """
                {"@type":"WebSite","description":"Dod o hyd i bobl.","inLanguage":"cy","name":"Cyfarfod",\
                "potentialAction":{"@type":"SearchAction","query-input":"required name=q","target":{"@type":\
                "EntryPoint","urlTemplate":"https://m.example/cy/search/?q={q}"}},"url":"https://m.example/cy/"}
                """
            ])
    }

    @Test func `a page that is not written in a language has data only in the original`() async throws {
        let site = try await TestSite(Self.files, baseURL: "https://m.example/")
        for route in ["cy/about/", "cy/communities/ovens/", "cy/communities/bakers/writeups/rye/", "cy/topics/bread/"] {
            #expect(try Self.things(route, in: site) == [], "\(route)")
            #expect(try !Self.things(String(route.dropFirst(3)), in: site).isEmpty)
        }
    }
}

// MARK: What is not said

extension StructuredDataTests {
    @Test func `made-up entries have no data, and real ones do not name them`() async throws {
        let site = try await TestSite(
            [
                "organisations/sample.md": "---\nname: Sample office\nexample: true\n---\n",
                "governments/nowhere.md": "---\nname: Nowhere\nexample: true\n---\n",
                "people/sam.md": "---\nname: Sam Sample\nagreed: 2026-01-01\nexample: true\n---\n",
                "communities/made.md": "---\nname: Made up\nsummary: S.\nexample: true\nevents: [{title: Never, "
                    + "starts: 2026-05-01}]\ncharter: {purpose: P.}\n---\n",
                "communities/real.md": "---\nname: Real\nsummary: S.\norganisation: sample\ngovernment: nowhere\n"
                    + "connections: [{to: made, kind: part-of}]\nevents: [{id: e, title: E, hosts: [made], "
                    + "starts: 2026-05-01}]\n"
                    + "writeups: [{id: w, title: W, date: 2026-01-01, authors: [sam, Ann]}]\n---\n",
            ], baseURL: "https://m.example/")
        #expect(site.problems == [])
        for (path, text) in site.files where path.hasSuffix(".html") {
            let made = ["communities/made", "organisations/sample", "governments/nowhere", "people/sam"]
            if made.contains(where: path.hasPrefix) { #expect(!text.contains("ld+json"), "\(path)") }
            guard let start = text.range(of: "ld+json"),
                let end = text.range(of: "</script>", range: start.upperBound..<text.endIndex)
            else { continue }
            let block = text[start.upperBound..<end.lowerBound]
            for name in ["Sample", "Made up", "Nowhere", "Never"] { #expect(!block.contains(name), "\(path)") }
        }
        #expect(
            try Self.things("communities/real/writeups/w/", in: site)[0].contains(
                "\"author\":{\"@type\":\"Person\",\"name\":\"Ann\"}"))
    }

    @Test func `a site that asks search engines to stay away has no data for them`() async throws {
        let files = Self.files.merging(["site.yaml": "title: T\nindexed: false\n"]) { $1 }
        let site = try await TestSite(files, baseURL: "https://m.example/")
        #expect(!site.files.values.contains { $0.contains("ld+json") })
    }

    @Test(arguments: ["counts", "stewards", "names"])
    func `nobody is named but authors who agreed or whose names were written`(listing: String) async throws {
        let site = try await TestSite(
            [
                "site.yaml": "title: T\nlist_members: \(listing)\n",
                "people/ann-agreed.md": "---\nname: Ann Agreed\nagreed: 2026-01-10\n---\n",
                "people/nora-never.md": "---\nname: Nora Never\n---\n",
                "people/otto-other.md": "---\nname: Otto Other\n---\n",
                "communities/a.md":
                    "---\nname: A\nsummary: S.\nsponsor: Spike Sponsor\nwelcome: {name: Wanda Welcome}\n---\n",
                "communities/a/members.md":
                    "---\nmembers: [{person: Stella Steward, part: steward, agreed: 2026-01-10}, "
                    + "{person: ann-agreed, part: core}]\n---\n",
                "communities/a/backlog.md": "---\ntopics: [{title: Why, by: ann-agreed}]\n---\n",
                "communities/a/writeups/w.md":
                    "---\ntitle: W\ndate: 2026-01-01\nauthors: [Aud Author, nora-never, ann-agreed, Otto Other]\n"
                    + "actions: [{what: Act, who: ann-agreed}]\n---\n",
                "communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-05-01\nspeakers: Spike Speaker\n---\n",
                "resources/r.md": "---\ntitle: R\nowner: nora-never\n---\n",
            ], baseURL: "https://example.gov/")
        var named: [String: Set<String>] = [:]
        for path in site.files.keys where path.hasSuffix("/index.html") {
            let said = try Self.things(String(path.dropLast(10)), in: site).joined()
            let names = said.matches(of: #/"Person","name":"([^"]*)"/#).map { String($0.output.1) }
            if !names.isEmpty { named[path] = Set(names) }
            #expect(names.allSatisfy { site.main(String(path.dropLast(10))).contains($0) })
            for name in ["Stella", "Spike", "Wanda", "Nora"] { #expect(!said.contains(name), "\(path)") }
        }
        #expect(named == ["communities/a/writeups/w/index.html": ["Aud Author", "Ann Agreed", "Otto Other"]])
    }

    /// Everybody is credited here, whatever they agreed to; what the data says of a page is what the page says.
    @Test(arguments: MarkedHandbook.Mode.allCases)
    func `no person is named that the page does not name`(mode: MarkedHandbook.Mode) async throws {
        let site = try await MarkedHandbook.site("names", mode)
        var named: Set<String> = []
        for path in site.files.keys where path.hasSuffix("index.html") {
            let route = String(path.dropLast(10))
            let said = try Self.things(route, in: site).joined()
            let words = MarkedPerson.all.map(\.word).filter { said.lowercased().contains($0) }
            let shown = site.main(route).lowercased()
            #expect(words.filter { !shown.contains($0) } == [], "\(path)")
            named.formUnion(words)
        }
        #expect(named.isEmpty == (mode == .published))
    }

    @Test func `what is not published is not named`() async throws {
        let site = try await TestSite(
            [
                "communities/a.md":
                    "---\nname: A\nsummary: S.\nconnections: [{to: secret, kind: part-of}, "
                    + "{to: Baking Union, kind: part-of}]\nroles: hidden\n---\n",
                "communities/secret.md": "---\nname: Secret\nsummary: S.\ndraft: true\n---\n",
                "roles/hidden.md": "---\nname: Hidden role\ndraft: true\n---\n",
            ], baseURL: "https://example.gov/")
        let said = try Self.things("communities/a/", in: site).joined()
        #expect(!said.contains("Secret") && !said.contains("Hidden role"))
        #expect(said.contains(#""parentOrganization":{"@type":"Organization","name":"Baking Union"}"#))
    }

    @Test func `no text ends the block or the page`() async throws {
        let name = #"</script><!--<script>]]> & \u2028\u2029 'x' é"#
        let site = try await TestSite([
            "communities/a.md": "---\nname: \"\(name)\"\nsummary: S.\n---\n"
        ])
        let page = site.page("communities/a/")
        let start = try #require(page.range(of: "ld+json\">")?.upperBound)
        let block = page[start...].prefix { $0 != "<" }
        #expect(
            block.contains(
                #""name":"\u003c/script\u003e\u003c!--\u003cscript\u003e]]\u003e \u0026 \u2028\u2029 'x' é""#))
        #expect(!block.unicodeScalars.contains { "<>&\u{2028}\u{2029}".unicodeScalars.contains($0) })
        #expect(page[block.endIndex...].hasPrefix("</script>\n"))
        #expect(
            try Self.things("communities/a/", in: site)[0].contains("</script><!--<script>]]> & \u{2028}\u{2029} 'x' é")
        )
    }
}

// MARK: Communities and events at a time

extension StructuredDataTests {
    @Test(arguments: [
        ("closed: 2026-02-01", "\"dissolutionDate\":\"2026-02-01\","),
        ("closed: 2026-02", "\"dissolutionDate\":\"2026-02\","),
        ("closed: 2026-04-01", ""), ("paused: 2026-02-01", ""), ("paused: 2026-02-01\nuntil: 2026-06-01", ""),
    ])
    func `a community that has ended says when, one that rests or is to end does not`(keys: String, said: String)
        async throws
    {
        let site = try await TestSite(Self.community(keys))
        #expect(
            try Self.things("communities/a/", in: site) == [
                "{\"@type\":\"Organization\",\"description\":\"S.\",\(said)\"name\":\"Alpha\"}"
            ])
    }

    @Test(
        arguments: [
            // The offset is that of the day.
            (
                "starts: 2026-07-02 14:00\nminutes: 90", "Europe/London",
                #"{"endDate":"2026-07-02T15:30:00+01:00",S,O,"startDate":"2026-07-02T14:00:00+01:00"}"#
            ),
            (
                "starts: 2026-07-02 14:00\ntime_zone: Asia/Kolkata", "Europe/London",
                #"{S,O,"startDate":"2026-07-02T14:00:00+05:30"}"#
            ),
            (
                "starts: 2026-11-01 01:30\ntime_zone: America/St_Johns", nil,
                #"{S,O,"startDate":"2026-11-01T01:30:00-02:30"}"#
            ),
            ("starts: 2026-07-02 14:00", nil, #"{S,O,"startDate":"2026-07-02T14:00:00"}"#),
            (
                "starts: 2026-07-02\nends: 2026-07-04", "Europe/London",
                #"{"endDate":"2026-07-04",S,O,"startDate":"2026-07-02"}"#
            ),
            ("starts: 2026-07", nil, #"{S,O,"startDate":"2026-07"}"#),
            (
                "starts: 2026-07-02\nstatus: cancelled", nil,
                #"{"eventStatus":"EventCancelled",O,"startDate":"2026-07-02"}"#
            ),
            // Where the page says that the link is in the channel, the address is nowhere.
            (
                "starts: 2026-07-02\nonline: https://example.com/call", nil,
                #"{"eventAttendanceMode":"OnlineEventAttendanceMode",S,O,"startDate":"2026-07-02"}"#
            ),
            (
                "starts: 2026-07-02\nplace: Here\nonline: https://example.com/call\nopen_to: members", nil,
                #"{"eventAttendanceMode":"MixedEventAttendanceMode",S,"#
                    + #""location":{"@type":"Place","name":"Here"},O,"startDate":"2026-07-02"}"#
            ),
            (
                "starts: 2026-07-02\nplace: Here", nil,
                #"{"eventAttendanceMode":"OfflineEventAttendanceMode",S,"#
                    + #""location":{"@type":"Place","name":"Here"},O,"startDate":"2026-07-02"}"#
            ),
            (
                "starts: 2026-07-02\nhosts: [Somebody else]", nil,
                #"{S,"organizer":{"@type":"Organization","name":"Somebody else"},"#
                    + #""startDate":"2026-07-02"}"#
            ),
        ] as [(String, String?, String)])
    func `an event says when, where and whether it is held`(keys: String, zone: String?, said: String) async throws {
        #expect(try await Self.said(of: Self.event(keys), zone: zone) == said)
    }

    /// What a schedule says, without its type and the times that are the same for all.
    private static func schedule(
        _ repeats: String, starts: String = "starts: 2026-03-05 18:00\n", today: String = "2026-03-01"
    )
        async throws -> String?
    {
        let said = try await said(of: event("\(starts)repeats: {\(repeats)}"), today: today)
        return said.firstMatch(of: #/"eventSchedule":{"@type":"Schedule",?(.*?)}/#).map {
            String($0.output.1).replacing("\"scheduleTimezone\":\"Europe/London\",", with: "")
                .replacing(",\"startTime\":\"18:00:00\"", with: "")
        }
    }

    @Test(
        arguments: [
            ("every: day", #""repeatFrequency":"P1D","startDate":"2026-03-05""#),
            (
                "every: week, day: [tuesday, thursday]",
                #""byDay":["TU","TH"],"repeatFrequency":"P1W","startDate":"2026-03-05""#
            ),
            ("every: month, day: first tuesday", #""byDay":"1TU","repeatFrequency":"P1M","startDate":"2026-04-07""#),
            ("every: 3 months, day: last friday", #""byDay":"-1FR","repeatFrequency":"P3M","startDate":"2026-03-27""#),
            ("every: month, day: 15", #""byMonthDay":15,"repeatFrequency":"P1M","startDate":"2026-03-15""#),
            ("every: year", #""repeatFrequency":"P1Y","startDate":"2026-03-05""#),
            // Without the month it would be the second Thursday of the year.
            (
                "every: year, day: second thursday",
                #""byDay":"2TH","byMonth":3,"repeatFrequency":"P1Y","startDate":"2026-03-12""#
            ),
            (
                "every: week, except: [2026-03-19, 2026-04]",
                #""exceptDate":["2026-03-19","2026-04-02","2026-04-09","2026-04-16","2026-04-23","2026-04-30"],"#
                    + #""repeatFrequency":"P1W","startDate":"2026-03-05""#
            ),
            (
                "every: week, until: 2026-05",
                #""endDate":"2026-05-31","repeatFrequency":"P1W","startDate":"2026-03-05""#
            ),
            // What the words cannot say, or where there would be too many.
            ("every: month, day: last day", nil), ("every: month, day: [15, first tuesday]", nil),
            ("every: day, except: [2026-04, 2026-05]", nil),
        ] as [(String, String?)])
    func `a repetition is a schedule where schema.org has words for it`(repeats: String, said: String?) async throws {
        #expect(try await Self.schedule(repeats) == said)
    }

    @Test func `a habit without a first date has a schedule without one`() async throws {
        #expect(
            try await Self.schedule("every: week, day: thursday", starts: "")
                == #""byDay":"TH","repeatFrequency":"P1W""#)
        #expect(try await Self.schedule("every: year, day: thursday", starts: "") == nil)
        #expect(try await Self.schedule("every: week, day: thursday, except: [2026-04]", starts: "") == nil)
    }

    @Test(arguments: [
        // Announced: certain until then. Under way with an end: from the first day after it.
        (
            "paused: 2026-04-01\nuntil: 2026-05-31", "2026-03-01",
            #"{"eventSchedule":{"@type":"Schedule","endDate":"2026-03-31","#
                + #""repeatFrequency":"P1W","startDate":"2026-03-05"},"#
                + #"S,O,"startDate":"2026-03-05"}"#
        ),
        (
            "paused: 2026-04-01\nuntil: 2026-05-31", "2026-04-10",
            #"{"eventSchedule":{"@type":"Schedule","repeatFrequency":"P1W","startDate":"2026-06-04"},"#
                + #"S,O,"startDate":"2026-06-04"}"#
        ),
        ("paused: 2026-02-01", "2026-03-01", #"{"eventStatus":"EventPostponed",O}"#),
        (
            "closed: 2026-06-01", "2026-03-01",
            #"{"eventSchedule":{"@type":"Schedule","endDate":"2026-05-31","#
                + #""repeatFrequency":"P1W","startDate":"2026-03-05"},"#
                + #"S,O,"startDate":"2026-03-05"}"#
        ),
    ])
    func `a series of a community that rests or ends names no day on which nobody meets`(
        keys: String, today: String, said: String
    ) async throws {
        let files = Self.community(
            keys, ["communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-03-05\nrepeats: {every: week}\n---\n"])
        #expect(try await Self.said(of: files, today: today) == said)
    }

    @Test func `a date of its own within a rest is not said to take place`() async throws {
        let files = Self.community(
            "paused: 2026-02-01", ["communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-04-05\n---\n"])
        #expect(try await Self.said(of: files) == #"{O,"startDate":"2026-04-05"}"#)
    }
}
