/// `site.yaml`: what holds for the whole site.
public struct Settings: Record {
    public var format: Located<Int>?
    public var title: Located<LocalizedText>?
    public var summary: Located<LocalizedText>?
    public var baseURL: Located<String>?
    public var identity: Located<String>?
    public var languages: Located<[Located<String>]>?
    public var languagesRequired: Located<[Located<String>]>?
    public var timeZone: Located<String>?
    public var theme: Located<String>?
    public var logo: Located<Logo>?
    public var colours: Located<Colours>?
    public var links: Located<LinkStyle>?
    public var webHost: Located<WebHost>?
    public var contact: Located<String>?
    public var licence: Located<String>?
    public var indexed: Located<Bool>?
    public var repository: Located<Repository>?
    public var socialImage: Located<SocialImage>?
    public var menu: Located<[Located<NavigationEntry>]>?
    public var footer: Located<[Located<NavigationEntry>]>?
    public var listMembers: Located<MemberListing>?
    public var health: Located<HealthSettings>?
    public var examples: Located<Bool>?
    public var unsafeHTML: Located<Bool>?
    public var markdownPages: Located<Bool>?
    public var skipLinks: Located<[Located<String>]>?

    public init() {}

    /// All entries of the menu and of the footer.
    public var navigation: [Located<NavigationEntry>] { menu.items() + footer.items() }

    /// The first is the default.
    public var languageCodes: [String] {
        let codes = languages.items().map(\.value).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return codes.isEmpty ? ["en"] : codes
    }

    public var defaultLanguage: String { languageCodes[0] }

    /// The host of `base_url`, with its port if it has one.
    public var host: String? { baseURL?.value.split(separator: "/").dropFirst().first.map(String.init) }

    public mutating func withhold(_ key: String) -> Bool {
        if key == "indexed" { indexed = Located(false, 0..<0) }
        if key == "list_members" { listMembers = Located(.counts, 0..<0) }
        return true
    }

    /// What is used instead of settings that cannot be read.
    public mutating func publishLittle() {
        for field in Self.fields where field.withholds { _ = withhold(field.key) }
    }

    public static let recordName = "settings file"
    public static let fields: [Field<Settings>] = [
        Field("format", \.format, .format, "The version of the content model; 1."),
        Field("title", \.title, .text(maximum: 200), required: true, "What the site is called.", alsoMeant: ["name"]),
        Field("summary", \.summary, .text, "What it is for, in a sentence.", alsoMeant: ["description"]),
        Field(
            "base_url", \.baseURL, .siteAddress,
            "Where it is published; feeds, sitemap, canonical links and the 404 page need it.",
            alsoMeant: ["url", "baseURL"]),
        Field(
            "identity", \.identity, .plain,
            "An earlier host of the site, such as `communities.example.gov`: calendars and feed readers still know the "
                + "site by it after a move to another host. Without it, the host of `base_url`."),
        Field("languages", \.languages, .list(of: .language), "The languages of the site; the first is the default."),
        Field(
            "languages_required", \.languagesRequired, .list(of: .language),
            "A page that lacks one of these is an error."),
        Field(
            "time_zone", \.timeZone, .timeZone, "The time zone of events that do not have one of their own.",
            alsoMeant: ["timezone"]),
        Field("theme", \.theme, .plain, "The theme's name."),
        Field(
            "logo", \.logo, .record(orTextOf: "file"),
            "The picture beside the name of the site, in place of the theme's."
        ),
        Field(
            "colours", \.colours, .record, "Colours in place of the theme's, such as `accent: \"#1d70b8\"`.",
            synonyms: ["colors"]),
        Field("links", \.links, .choice, "`folders` (links end in /) or `files` (in index.html)."),
        Field(
            "host", \.webHost, .choice,
            "What serves the site: it gets the files from which that host reads types, caching and redirections."),
        Field("contact", \.contact, .linkOrText, "Who to write to about the site."),
        Field("licence", \.licence, .plain, "The licence of the content.", alsoMeant: ["license"]),
        Field("indexed", \.indexed, .boolean, "`false` asks search engines to stay away.").withholding(),
        Field("repository", \.repository, .record, "Where the content is kept; gives every page its edit link."),
        Field(
            "menu", \.menu, .list(of: .record(orTextOf: "page")),
            "What the menu leads to: a section or the path of a page, or a group of keys for another label or site."),
        Field(
            "footer", \.footer, .list(of: .record(orTextOf: "page")),
            "The same for the foot of each page; without it, `about`, `accessibility` and `privacy` where they exist."),
        Field(
            "social_image", \.socialImage, .record,
            "The picture that other sites show beside a link to a page that has none of its own."),
        Field("list_members", \.listMembers, .choice, "How much of a member list is published.").withholding(),
        Field("health", \.health, .record, "When facts count as old."),
        Field(
            "markdown_pages", \.markdownPages, .boolean,
            "`true` puts the text of each page beside it as Markdown, and a list of all into `llms.txt`."),
        Field("examples", \.examples, .boolean, "`false` leaves entries that say `example: true` out of the site."),
        Field("unsafe_html", \.unsafeHTML, .boolean, "`true` lets raw HTML in Markdown through, for a trusted team."),
        Field(
            "skip_links", \.skipLinks, .list(of: .url),
            "Addresses that `folkmoot check --external-links` does not check, and all that begin with one of them."),
    ]
}

/// An entry of the menu or of the footer.
public struct NavigationEntry: Record {
    public var page: Located<String>?
    public var url: Located<String>?
    public var title: Located<LocalizedText>?
    public init() {}

    /// The route of its page; `nil` for an address elsewhere.
    public var route: String? { page.map { EntryPath.route(named: $0.value) } }

    public static let recordName = "navigation entry"
    public static let example = GroupExample(["page: communities"], more: ["title: Who we are"])
    public static let fields: [Field<NavigationEntry>] = [
        Field("page", \.page, .plain, required: true, "The name of a section, or the path of a page.").unless("url"),
        Field("url", \.url, .url, "An address of another site, in place of a page."),
        Field("title", \.title, .text(maximum: 60), "What it is called here; without it, the title of the page."),
    ]
}

public enum LinkStyle: String, Choice { case folders, files }

/// Something that serves the site, and reads from its files how to do so.
public enum WebHost: String, Choice {
    case githubPages = "github-pages"
    case gitlabPages = "gitlab-pages"
    case netlify, cloudflare, nginx, apache, lighttpd, caddy, iis
}

/// How much of a member list is published; the default is `stewards`.
public enum MemberListing: String, Choice { case names, stewards, counts }

public struct Repository: Record {
    public var url: Located<String>?
    public var kind: Located<RepositoryKind>?
    public var branch: Located<String>?
    public init() {}
    public static let recordName = "repository"
    public static let example = GroupExample(["url: https://github.com/example/communities"])
    public static let fields: [Field<Repository>] = [
        Field("url", \.url, .repositoryAddress, required: true, "Its address."),
        Field("kind", \.kind, .choice, "What serves it."),
        Field("branch", \.branch, .plain, "The branch that is published; `main` by default."),
    ]
}

public enum RepositoryKind: String, Choice { case github, gitlab, forgejo }

/// When something is a signal that a community may need a hand.
public struct HealthSettings: Record {
    public var publish: Located<Bool>?
    public var noticeDays: Located<Int>?
    public var quietDays: Located<Int>?
    public var quietTimes: Located<Int>?
    public var seriesMonths: Located<Int>?
    public var sharedCommunities: Located<Int>?
    public var writerPercent: Located<Int>?
    public var reviewMonths: Located<Int>?
    public var verifyMonths: Located<Int>?
    public init() {}
    public static let recordName = "health settings"
    public static let example = GroupExample(["verify_months: 12"])
    public static let fields: [Field<HealthSettings>] = [
        Field(
            "publish", \.publish, .boolean,
            "`true` shows on a community's page how a reader could help it; without it, signals are published "
                + "nowhere."),
        Field(
            "notice_days", \.noticeDays, .integer(1...1_000),
            "How long before the end of a steward's term somebody should know; 90, which is time for three meetings."),
        Field(
            "quiet_days", \.quietDays, .integer(1...10_000),
            "After how many days without a sign of life a community is quiet, however often it met; 90, since a summer "
                + "break is not a sign."),
        Field(
            "quiet_times", \.quietTimes, .integer(1...100),
            "After how many of its usual intervals a community is quiet; 2, so that one meeting may be missed."
        ),
        Field(
            "series_months", \.seriesMonths, .integer(1...1_000),
            "How many months a series of meetings counts as real after somebody last confirmed it; 12, as with other "
                + "facts."),
        Field(
            "shared_communities", \.sharedCommunities, .integer(2...1_000),
            "How many communities are too many for one person to steward; 3."),
        Field(
            "writer_percent", \.writerPercent, .integer(1...100),
            "Which share of the write-ups by one person is too much, in per cent; 75, of four or more."),
        Field(
            "review_months", \.reviewMonths, .integer(1...1_000),
            "Months after which a charter without `review` should be reviewed; 12."),
        Field(
            "verify_months", \.verifyMonths, .integer(1...1_000),
            "Months after which facts should be confirmed again; 12."),
    ]
}
