internal import Content
internal import Health
internal import Site
internal import Theme

/// An e-mail to those who look after a community, ready to send: it offers help with one thing, the weightiest.
struct StewardMail {
    /// That of the community's own entry, where the handbook has it.
    let language: String
    let subject: String
    /// Paragraphs with an empty line between them.
    let text: String

    /// - Parameter strings: the words of each language of the site.
    /// - Returns: `nil` where nothing was found.
    init?(of health: HealthReport.CommunityHealth, in site: SiteGraph, _ strings: [String: Strings]) {
        let item = site[health.community]
        let known = strings[item.language].map { (item.language, $0) }
        guard let finding = health.findings.first,
            let (language, words) = known ?? strings[site.defaultLanguage].map({ (site.defaultLanguage, $0) })
        else { return nil }
        let title = item.title(in: language).text
        let siteTitle = site.settings.title?.value.text(in: language, fileLanguage: site.defaultLanguage).text ?? ""
        let page = site.baseURL.map { $0 + site.href(site.prefix(of: language) + item.route) }
        // A fact to look at again takes a line, and no meeting.
        let isSmall = finding.signal.weight < 2
        self.language = language
        subject = words.format("mail_subject", ["title": title])
        let what = finding.evidence.compactMap(\.subject).map { subject in
            site.routes["skills/\(subject)/"].map { site[$0].title(in: language).text } ?? subject
        }
        text = [
            words["mail_hello"], words.format("mail_who", ["site": siteTitle, "title": title]),
            page.map { words.format("mail_page", ["url": $0]) },
            words.format(
                "mail_" + finding.signal.code.replacing("-", with: "_"),
                ["title": title, "what": what.joined(separator: words["list_separator"])]),
            isSmall ? nil : words["mail_offer"], words["mail_bye"],
        ].compactMap { $0 }.joined(separator: "\n\n")
    }
}
