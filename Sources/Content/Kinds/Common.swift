/// The keys that every kind of content takes.
public struct Common: Sendable {
    /// `title`, or `name` for a community, person or term.
    public var title: Located<LocalizedText>?
    public var summary: Located<LocalizedText>?
    public var redirectFrom: Located<[Located<String>]>?
    public var alsoKnownAs: Located<[Located<String>]>?
    public var draft: Located<Bool>?
    public var publishOn: Located<PartialDate>?
    public var expiresOn: Located<PartialDate>?
    public var source: Located<[Located<String>]>?
    public var asOf: Located<PartialDate>?
    public var verified: Located<PartialDate>?
    public var language: Located<String>?
    public var order: Located<Int>?
    public var example: Located<Bool>?
    public var socialImage: Located<SocialImage>?

    public init() {}

    /// - Parameters:
    ///   - title: the key that names the entry, `title` or `name`.
    ///   - other: the key beside which an entry may go without one.
    ///   - summaryIsRequired: a community is found by its summary, so it must have one.
    static func fields<Root: Sendable>(
        of path: WritableKeyPath<Root, Common> & Sendable, title: String, titleIsRequired: Bool,
        unless other: String? = nil, summaryIsRequired: Bool = false
    ) -> [Field<Root>] {
        let fields: [Field<Common>] = [
            Field(
                title, \.title, .text(maximum: 200), required: titleIsRequired, "What it is called.",
                synonyms: ["title", "name"], alsoMeant: ["label"]
            ).unless(other),
            Field(
                "summary", \.summary, .text(maximum: 200), required: summaryIsRequired,
                "One sentence, at most 200 characters.", synonyms: ["description"], alsoMeant: ["about"]),
            Field(
                "redirect_from", \.redirectFrom, .list(of: .oldPath), "Old paths of this page, which lead here.",
                alsoMeant: ["aliases", "redirects"]),
            Field(
                "also_known_as", \.alsoKnownAs, .list(of: .plain), "Other names and spellings.", alsoMeant: ["synonyms"]
            ),
            Field("draft", \.draft, .boolean, "`true` keeps the page, or a translation, out of the site.")
                .alsoInTranslations().withholding(),
            Field("publish_on", \.publishOn, .date, "The day from which the page is published.").withholding(),
            Field("expires_on", \.expiresOn, .date, "The day from which the page is no longer published.")
                .withholding(),
            Field("source", \.source, .list(of: .url), "Where the facts are from.", synonyms: ["sources"]),
            Field("as_of", \.asOf, .date, "When these facts were true."),
            Field(
                "verified", \.verified, .date,
                "When somebody it is about confirmed them; in a translation, when somebody compared it with its "
                    + "original."
            ).alsoInTranslations(),
            Field("lang", \.language, .language, "The language of the original.", synonyms: ["language"]),
            Field(
                "example", \.example, .boolean,
                "`true` says that all of it is made up, to show what an entry can hold; `examples: false` in "
                    + "site.yaml leaves it out."
            ),
            Field(
                "order", \.order, .integer(-1_000_000...1_000_000), "Its place among its neighbours.",
                alsoMeant: ["weight"]),
            Field(
                "social_image", \.socialImage, .record, "The picture that other sites show beside a link to the page.",
                alsoMeant: ["og_image"]),
        ]
        return fields.map { $0.lifted(to: path) }
    }
}

extension Common {
    /// All names by which somebody may look for it: the title in each language, then other names and spellings.
    public var names: [String] {
        (title.map { [$0.value.original] + $0.value.translations.values.sorted() } ?? [])
            + alsoKnownAs.items().map(\.value)
    }
}
