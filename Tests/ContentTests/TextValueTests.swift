import Content
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
