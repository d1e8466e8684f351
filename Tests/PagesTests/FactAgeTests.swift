import Testing

/// How old facts are, where they come from, and how to confirm them.
@Suite struct FactAgeTests {
    @Test(arguments: [
        ("as_of: 2020-07\n", "As of July 2020; not confirmed since."),
        ("as_of: 2020-07\nverified: 2025-12-01\n", "As of July 2020; confirmed by the community: 1 December 2025."),
        ("verified: 2024\n", "Confirmed by the community: 2024."),
    ])
    func `facts carry their age`(keys: String, text: String) async throws {
        #expect(try await DataPeople.page(keys).contains("<p>\(text)</p>"))
    }

    @Test(arguments: [
        ("as_of: 2020-07\n", true), ("verified: 2025-02-28\n", true), ("verified: 2025-03-01\n", false),
        ("verified: 2025-12-01\n", false), ("", false),
    ])
    func `readers are asked whether facts still hold when nobody has confirmed them for a year`(
        keys: String, asked: Bool
    ) async throws {
        #expect(try await DataPeople.page(keys).contains("Still right?") == asked)
    }

    @Test func `sources on one host say which page each is, others only the host`() async throws {
        let page = try await DataPeople.page(
            "source: [\"https://example.gov/a\", \"https://example.gov/b?c=1\", \"https://example.org/d\"]\n")
        for text in [">example.gov/a</a>", ">example.gov/b?c=1</a>", ">example.org</a>"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func `the months until facts are asked about again can be set`() async throws {
        let page = try await DataPeople.page(
            "verified: 2025-12-01\n", DataPeople.settings + "\nhealth: {verify_months: 2}\n")
        #expect(page.contains("Still right?"))
    }

    @Test func `a reader who confirms facts gets the line to add, the file to open and the form`() async throws {
        let page = try await DataPeople.page("as_of: 2020-07\n")
        #expect(page.contains("<code>verified: 2026-03</code>"))
        #expect(page.contains("https://github.com/example/handbook/edit/main/content/communities/data.md"))
        #expect(page.contains("add/#kind=remark&amp;about=right&amp;page=Data%20people%20%28/communities/data/%29"))
        #expect(
            page.contains(
                "add/#kind=remark&amp;about=wrong&amp;page=Data%20people%20%28/communities/data/%29\">Is something "
                    + "wrong?"
            ))
    }

    @Test func `a confirmation in the future counts for nothing`() async throws {
        #expect(try await DataPeople.page("as_of: 2020\nverified: 2206-01\n").contains("Still right?"))
    }
}
