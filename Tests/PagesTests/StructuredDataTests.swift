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
            #expect(try site.structuredData(route) == things, "\(route)")
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
            #expect(try site.structuredData(route) == expected, "\(route)")
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
        #expect(try site.structuredData("cy/communities/bakers/").first == expected)
        #expect(
            try site.structuredData("cy/") == [
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
            #expect(try site.structuredData(route) == [], "\(route)")
            #expect(try !site.structuredData(String(route.dropFirst(3))).isEmpty)
        }
    }
}
