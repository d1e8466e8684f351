internal import Content
internal import Health
internal import Site
internal import Theme

/// An e-mail to those who look after a community, or after several, ready to send: it offers help with one thing for
/// each, the most important.
struct StewardMail {
    /// That of the community's own entry, where the handbook has it.
    let language: String
    let subject: String
    /// Paragraphs with an empty line between them.
    let text: String

    /// What is asked about one community.
    private struct Question {
        let title: String
        let page: String?
        let text: String
        /// A fact to look at again takes a line, and no meeting.
        let isSmall: Bool
    }

    /// - Parameters:
    ///   - all: communities of one language, which the same people look after.
    ///   - strings: the words of each language of the site.
    ///   - hidden: files that the public handbook lacks: it has no page of what they describe.
    /// - Returns: `nil` where nothing was found.
    init?(
        of all: [HealthReport.CommunityHealth], in site: SiteGraph, _ strings: [String: Strings], hidden: Set<String>
    ) {
        guard let language = all.first.flatMap({ Self.language(of: $0.community, in: site, strings) }),
            let words = strings[language]
        else { return nil }
        let questions = all.compactMap { Self.question($0, in: language, site, words, hidden) }
        guard let first = questions.first else { return nil }
        let siteTitle = site.settings.title?.value.text(in: language, fileLanguage: site.defaultLanguage).text ?? ""
        let titles = words.joined(questions.map(\.title))
        self.language = language
        subject = words.format("mail_subject", ["title": titles])
        let asked =
            questions.count == 1
            ? [first.page.map { words.format("mail_page", ["url": $0]) }, first.text] : Self.list(questions)
        let who = words.format(
            questions.count == 1 ? "mail_who" : "mail_who_several", ["site": siteTitle, "title": titles])
        let offer = questions.allSatisfy(\.isSmall) ? nil : words["mail_offer"]
        text = ([words["mail_hello"], who] + asked + [offer, words["mail_bye"]]).compactMap { $0 }.joined(
            separator: "\n\n")
    }

    /// - Returns: `nil` where the site has no words at all.
    static func language(of community: ItemID, in site: SiteGraph, _ strings: [String: Strings]) -> String? {
        [site[community].language, site.defaultLanguage].first { strings[$0] != nil }
    }

    private static func question(
        _ health: HealthReport.CommunityHealth, in language: String, _ site: SiteGraph, _ words: Strings,
        _ hidden: Set<String>
    ) -> Question? {
        guard let finding = health.findings.first else { return nil }
        let item = site[health.community]
        let title = item.title(in: language).text
        let what = finding.evidence.compactMap(\.subject).map { subject in
            site.routes["skills/\(subject)/"].map { site[$0].title(in: language).text } ?? subject
        }
        let text = words.format(
            "mail_" + finding.signal.code.replacing("-", with: "_"),
            ["title": title, "what": what.joined(separator: words["list_separator"])])
        return Question(
            title: title,
            page: hidden.contains(item.path)
                ? nil : site.baseURL.map { $0 + site.href(site.prefix(of: language) + item.route) }, text: text,
            isSmall: finding.signal.weight < 2)
    }

    /// A question that is the same for several is asked once.
    private static func list(_ questions: [Question]) -> [String?] {
        var texts: [String] = []
        for question in questions where !texts.contains(question.text) { texts.append(question.text) }
        return texts.map { text in
            let about = questions.filter { $0.text == text }
            return (about.map { $0.page == nil ? $0.title : "\($0.title): \($0.page!)" } + [text]).joined(
                separator: "\n")
        }
    }
}
