import Content
import Testing

/// An entry in a second language, in a file of its own.
@Suite struct TranslationTests {
    private func merged(_ path: String, _ original: String, _ translation: String) throws -> (
        entry: Entry, shown: [String]
    ) {
        let first = parse(path, original, languages: ["en", "cy"])
        let second = parse(String(path.dropLast(3)) + ".cy.md", translation, languages: ["en", "cy"])
        var entry = try #require(first.document).entry
        if let other = second.document?.entry { entry.merge(other, language: "cy") }
        return (entry, first.shown + second.shown)
    }

    @Test func `the texts of a translation join the original`() throws {
        let (entry, shown) = try merged(
            "communities/a/charter.md",
            "---\ntitle: Charter\nagreed: 2026-01-15\npurpose: Why\nvalues: [Respect, Openness]\nfor_you_if:\n  "
                + "share: You manage\n---\n",
            "---\ntitle: Siarter\npurpose: Pam\nvalues: [Parch]\nfor_you_if:\n  share: Rydych\n---\n")
        guard case .charter(let charter) = entry else { return #expect(Bool(false)) }
        #expect(shown == [])
        #expect(charter.common.title?.value == LocalizedText("Charter", translations: ["cy": "Siarter"]))
        #expect(charter.purpose?.value == LocalizedText("Why", translations: ["cy": "Pam"]))
        #expect(charter.values?.value.texts(in: "cy", fileLanguage: "en").map(\.text) == ["Parch"])
        #expect(charter.values?.value.texts(in: "fr", fileLanguage: "en").map(\.text) == ["Respect", "Openness"])
        #expect(charter.forYouIf?.value.share?.value == LocalizedText("You manage", translations: ["cy": "Rydych"]))
        #expect(charter.agreed?.value.isoDate == "2026-01-15")
    }

    @Test func `a text that only the translation has says its language`() throws {
        let (entry, _) = try merged(
            "communities/a/charter.md", "---\ntitle: Charter\n---\n",
            "---\npurpose: Pam\nvalues: [Parch]\nfor_you_if:\n  share: Rydych\n---\n")
        guard case .charter(let charter) = entry else { return #expect(Bool(false)) }
        #expect(try #require(charter.purpose).value.text(in: "en", fileLanguage: "en") == ("Pam", "cy"))
        #expect(try #require(charter.purpose).value.text(in: "cy", fileLanguage: "en") == ("Pam", "cy"))
        #expect(charter.values?.value.texts(in: "en", fileLanguage: "en").map(\.language) == ["cy"])
        #expect(
            try #require(charter.forYouIf?.value.share).value.text(in: "en", fileLanguage: "en") == ("Rydych", "cy"))
    }

    @Test func `a fact in a translation is an error`() {
        let parsed = parse(
            "events/a.cy.md", "---\ntitle: A\nstarts: 2026-03-12\nplace: Caerdydd\ndraft: true\n---\n",
            languages: ["en", "cy"])
        #expect(
            parsed.shown == [
                "3:1 fact-in-translation `starts` is a fact; facts are written once, in the original. | A translation "
                    + "holds title, summary, other texts and the body. Remove this line."
            ])
        #expect(parsed.document?.entry.common.draft?.value == true)
        guard case .event(let event)? = parsed.document?.entry else { return #expect(Bool(false)) }
        #expect(event.starts == nil)
        #expect(event.place?.value.original == "Caerdydd")
    }

    @Test func `a translation needs no required keys`() {
        #expect(parse("writeups/a.cy.md", "Testun.\n", languages: ["en", "cy"]).shown == [])
        #expect(parse("communities/a.cy.md", "---\nsummary: Crynodeb.\n---\n", languages: ["en", "cy"]).shown == [])
    }

    @Test func `the first heading of a translation is its title`() throws {
        let (entry, shown) = try merged("about.md", "# About\n", "# Amdanom\n")
        #expect(shown == [])
        #expect(entry.common.title?.value == LocalizedText("About", translations: ["cy": "Amdanom"]))
        let (same, _) = try merged("about.md", "# About\n", "Testun yn unig.\n")
        #expect(same.common.title?.value == LocalizedText("About"))
    }

    @Test func `entries of different kinds are not mixed`() throws {
        var page = try #require(parse("about.md", "# A\n").document).entry
        page.merge(try #require(parse("events/a.md", "# B\n").document).entry, language: "cy")
        #expect(page.common.title?.value == LocalizedText("A"))
    }
}
