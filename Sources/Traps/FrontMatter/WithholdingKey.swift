/// Keys with which other programs keep a page off a site, or out of its lists and its search.
///
/// Jekyll has `published: false`, Hugo `expiryDate` and `build: {render: never}`, Obsidian `publish: false`, Docusaurus
/// `unlisted: true`, WordPress `status: private`. Anyone who wrote one of them did not mean the page for everybody. It
/// is easier to publish late than to take back.
package enum WithholdingKey {
    /// - Parameter value: `nil` where the value is not a single text.
    /// - Returns: the line that says it here; `nil` for a key that holds nothing back.
    package static func line(_ key: String, _ value: String?) -> String? {
        let key = plain(key)
        if fromDay.contains(key) { return "publish_on: \(day(value))" }
        if untilDay.contains(key) { return "expires_on: \(day(value))" }
        guard let text = value?.lowercased() else { return nil }
        if publishing.contains(key) {
            if isOn(text) { return nil }
            // Some programs write the day of publication there.
            return day(value) == "…" ? "draft: true" : "publish_on: \(day(value))"
        }
        let holds =
            hiding.contains(key) && !isOff(text) || showing.contains(key) && isOff(text)
            || states.contains(key) && heldStates.contains(plain(text)) || key == "robots" && text.contains("noindex")
        return holds ? "draft: true" : nil
    }

    /// Below which keys such a key counts too: `build: {render: never}`, `search: {exclude: true}`.
    package static func isGroup(_ key: String) -> Bool { ["build", "search"].contains(plain(key)) }

    /// `publishOn` and `Publish-on` are `publish_on`.
    package static func isOtherSpelling(_ key: String, of known: String) -> Bool { plain(key) == plain(known) }

    /// Whether a value can be what a slip of the pen for such a key holds: `drfat: true` and not `craft: weaving`.
    package static func mayBelong(_ value: String?, to key: String) -> Bool {
        guard let value else { return false }
        switch key {
        case "draft": return isOn(value.lowercased())
        case "publish_on", "expires_on": return value.contains { $0.isNumber }
        default: return true
        }
    }

    /// A word of a state or a list of tags that says that a text is not finished. Programs publish it all the same,
    /// unless somebody made them do otherwise.
    package static func unfinished(_ key: String, _ values: [String]) -> String? {
        let key = plain(key)
        guard states.contains(key) || tags.contains(key) else { return nil }
        return values.first { value in
            let word = plain(value)
            return unfinishedStates.contains(word) || tags.contains(key) && heldStates.contains(word)
        }.map { value in String(value.split { " #\"'".contains($0) }.joined(separator: " ").prefix(40)) }
    }

    /// Whether a topic is not really a topic, but says that a text is not finished or not to be found. Words that a
    /// community may talk about, such as `review` or `private`, are left out.
    package static func isUnfinished(topic: String) -> Bool { noTopics.contains(plain(topic)) }

    private static let noTopics: Set = [
        "draft", "drafts", "wip", "workinprogress", "todo", "unfinished", "incomplete", "notready", "needswork",
        "unpublished", "unlisted", "hidden", "donotpublish",
    ]

    /// Whether a line of front matter that cannot be read begins with such a key, or with one of this program's own.
    package static func isNamed(in text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).contains { line in
            let key = String(line.prefix(while: { !":=：".contains($0) }))
            return own.contains(plain(key)) || isName(key)
        }
    }

    /// Whether such a key is meant, whatever its value.
    package static func isName(_ key: String) -> Bool {
        let key = plain(key)
        return [hiding, publishing, fromDay, untilDay].contains { $0.contains(key) }
    }

    private static func plain(_ key: String) -> String { key.lowercased().filter { $0.isLetter || $0.isNumber } }

    private static func isOn(_ text: String) -> Bool { ["true", "yes", "on", "1", "y"].contains(text) }

    private static func isOff(_ text: String) -> Bool {
        ["false", "no", "off", "0", "n", "never", "none", "null", "~", "non", "nein", "nej"].contains(text)
    }

    private static func day(_ value: String?) -> String {
        guard let day = value?.prefix(10), day.count == 10 else { return "…" }
        let isDay = day.enumerated().allSatisfy { [4, 7].contains($0) ? $1 == "-" : $1.isASCII && $1.isNumber }
        return isDay ? String(day) : "…"
    }

    private static let own: Set = ["draft", "publishon", "expireson"]
    /// These hold back with every value but a no.
    private static let hiding: Set = [
        "drafts", "isdraft", "unpublished", "unlisted", "private", "isprivate", "hidden", "ishidden", "secret",
        "confidential", "embargoed", "noindex", "nosearch", "exclude", "excludefromsearch", "searchexclude",
        "headless", "eleventyexcludefromcollections", "password", "passwordprotected",
        // `draft` in the words of some languages.
        "brouillon", "entwurf", "borrador", "rascunho", "bozza", "drafft", "utkast", "kladde", "luonnos", "szkic",
        "مسودة", "черновик", "下書き", "草稿",
    ]
    /// These publish with a yes, and with nothing else.
    private static let publishing: Set = ["published", "publish", "ispublished", "public", "ispublic"]
    /// These hold back with a no, and mean something else with other values: `permalink: /old/`.
    private static let showing: Set = [
        "listed", "visible", "searchable", "search", "indexed", "index", "sitemap", "permalink", "render", "output",
    ]
    private static let states: Set = [
        "status", "poststatus", "state", "visibility", "access", "audience", "classification", "sensitivity",
    ]
    private static let heldStates: Set = [
        "draft", "private", "pending", "unpublished", "hidden", "unlisted", "embargoed", "scheduled", "secret",
        "confidential", "restricted", "internal", "sensitive", "officialsensitive", "topsecret",
    ]
    private static let tags: Set = ["tags", "tag", "categories", "category", "keywords", "labels", "label"]
    private static let unfinishedStates: Set = [
        "wip", "workinprogress", "inprogress", "todo", "unfinished", "incomplete", "notready", "needswork", "review",
        "inreview", "needsreview", "unreviewed", "stub", "outline",
    ]
    private static let fromDay: Set = [
        "publishdate", "publishedon", "publishedat", "publishat", "publishfrom", "embargo", "embargountil",
    ]
    private static let untilDay: Set = [
        "expirydate", "expiry", "expires", "expiresat", "expirationdate", "unpublishdate", "unpublishon", "unpublishat",
        "publishuntil",
    ]
}
