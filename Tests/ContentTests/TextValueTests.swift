import Content
import Diagnostics
import Testing

/// Texts, in one language or several.
@Suite struct TextValueTests {
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

    @Test(arguments: [
        ("summary: {fi: Meidän, sw: Vår}", ["`summary` in `sw`, not `sv`"]),
        ("lang: en\nsummary: {en: Ours, fi: Meidän}", []), ("summary: {en: Ours, fi: Meidän}", ["`summary` in `en`"]),
        ("summary: {fi-FI: Meidän, sv: Vår}", ["`summary` in `fi-FI`, not `fi`"]),
        ("summary: {pl: Nasze}", []), ("summary: {xx: Ours}", ["`summary` in `xx`"]),
        ("owner: {fi: Me, pl: My}\nsummary:\n  sv: Vår\n  de: Unser", ["`summary` in `de`", "`owner` in `pl`"]),
        ("x_note: {fi: Me, pl: My}", []),
    ])
    func `a text in a language that the site lacks is reported`(keys: String, expected: [String]) {
        var options = ContentParser.Options(languages: ["fi", "sv"])
        options.knowsLanguages = true
        let file = SourceFile(path: "resources/a.md", bytes: Array("---\ntitle: A\n\(keys)\n---\n".utf8))
        let found = ContentParser.parse(file, options).problems
        #expect(
            found.map(\.message).sorted()
                == expected.map { text in
                    let parts = text.split(separator: ", not ")
                    let hint = parts.count == 1 ? "" : " Did you mean \(parts[1])?"
                    return parts[0].replacing(" in ", with: " has a text in ")
                        + ", which is not a language of the site.\(hint)"
                }.sorted())
        #expect(found.allSatisfy { $0.code == "text-language" })
        #expect(parse("resources/a.md", "---\ntitle: A\n\(keys)\n---\n", languages: ["fi", "sv"]).shown == [])
    }

    @Test func `in settings, texts are in the languages that these say`() {
        let found = settings(
            "title: {fi: A, xx: B}\nlanguages: [fi, sv]\nlogo: {file: l.svg, alt: {fi: A, ee: B}}\n"
                + "footer: [{page: about, title: {se: Om}}]\n")
        #expect(
            found.shown.map { String($0.prefix { $0 != "," }) } == [
                "1:16 text-language `title` has a text in `xx`", "3:34 text-language `alt` has a text in `ee`",
                "4:32 text-language `title` has a text in `se`",
            ])
        #expect(settings("title: {fi: A, xx: B}\nlanguages: [fi, Swedish]\n").shown.count == 1)
        #expect(settings("title: {en: A, cy: B}\n").shown.count == 1)
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
}
