import Pictures
import TestSupport

/// Somebody in one state of agreement, by a word that is nowhere else: `zorbok`.
///
/// It is of letters alone and has no ending, so that the search keeps it as it is.
struct MarkedPerson: Sendable, CustomStringConvertible {
    enum Part: String {
        case steward, core
        /// A steward whose term ended in February, is over after today, and a core member who joins in April.
        case former, leaving, joining

        /// Whether this is a steward today, and whether they are there today.
        var isSteward: Bool { self == .steward || self == .leaving }
        var isPresent: Bool { self != .former && self != .joining }
    }

    let word: String
    /// The state of `agreed` in the member list: `none`, `past`, `today` or `future`.
    let list: String
    /// That of `agreed` in the person's own file; `nil` where there is no file.
    let own: String?
    /// Whether the file is a draft, which has no page whatever they agreed to.
    var isDraft = false
    let part: Part

    static let dates = ["none": nil, "past": "2026-01-10", "today": MarkedHandbook.today, "future": "2026-03-02"]

    var description: String {
        "\(word): list \(list), own \(own ?? "no file")\(isDraft ? " draft" : ""), \(part.rawValue)"
    }
    var id: String { "\(word)-id" }
    var mention: String { own == nil ? "\(word) Listed" : id }

    private static func isGiven(_ state: String) -> Bool { ["past", "today"].contains(state) }
    var hasAgreed: Bool { Self.isGiven(list) || own.map(Self.isGiven) ?? false }
    func hasPage(inPreview: Bool) -> Bool { (inPreview || !isDraft) && own.map(Self.isGiven) ?? false }

    func isListed(_ setting: String) -> Bool {
        hasAgreed && (setting == "names" || setting == "stewards" && part.isSteward)
    }

    /// In words, for the table: how far they agreed, and whether they are still there.
    var state: String {
        if !hasAgreed { return list == "future" || own == "future" ? "agrees later" : "never asked" }
        return isDraft ? "draft page" : part == .former ? "agreed, left" : "agreed"
    }
    static let states = ["never asked", "agrees later", "agreed", "agreed, left", "draft page"]

    /// An item of a member list.
    var item: String {
        let agreed = Self.dates[list]!.map { ", agreed: \($0)" } ?? ""
        let until = [.former: ", until: 2026-02-01", .leaving: ", until: \(MarkedHandbook.today)"][part] ?? ""
        return "  - {person: \(mention), part: \([.core, .joining].contains(part) ? "core" : "steward"), "
            + "title: Title of \(word), since: \(part == .joining ? "2026-04" : "2020"), mentors: [maps], "
            + "learning: [maps], skills: {sewing: 3}\(agreed)\(until)}\n"
    }

    /// Their own file.
    var file: String? {
        guard let own else { return nil }
        let agreed = Self.dates[own]!.map { "agreed: \($0)\n" } ?? ""
        return "---\nname: {en: \(word) Named, cy: \(word) Enw}\nsummary: Summary of \(word).\nroles: maker\n"
            + "skills: {sewing: 4}\norganisation: office\ngovernment: town\nredirect_from: old/\(word)\n"
            + "also_known_as: Alias \(word)\nlinks: [{url: \"https://example.gov/\(word)\"}]\n\(agreed)"
            + (isDraft ? "draft: true\n" : "")
            + "---\n\nText of \(word). ![Portrait of \(word)](pictures/of-\(word).jpg)\n"
    }

    /// 60 in every state and part, some who leave or join, and some whose page is a draft.
    static let all: [MarkedPerson] = {
        var people: [MarkedPerson] = []
        let letters = Array("bcfhkmptw")
        func add(_ list: String, _ own: String?, _ part: Part, isDraft: Bool = false) {
            let word = "zor\(letters[people.count / letters.count])o\(letters[people.count % letters.count])"
            people.append(MarkedPerson(word: word, list: list, own: own, isDraft: isDraft, part: part))
        }
        for list in ["none", "past", "today", "future"] {
            for own in [nil, "none", "past", "today", "future"] {
                for part in [Part.steward, .core, .former] { add(list, own, part) }
            }
        }
        for part in [Part.leaving, .joining] {
            add("past", nil, part)
            add("none", "past", part)
            add("none", "none", part)
        }
        for (list, own) in [("none", "none"), ("none", "past"), ("past", "none")] {
            add(list, own, .steward, isDraft: true)
        }
        return people
    }()
}

/// A handbook in four languages in which all of them appear wherever somebody can appear.
enum MarkedHandbook {
    static let today = "2026-03-01"
    /// Of the addresses in each of the four languages.
    static let prefixes = ["", "cy/", "fr/", "ar/"]
    static let settings = ["names", "stewards", "counts"]

    /// What is built of the handbook.
    enum Mode: String, CaseIterable {
        /// Nobody is credited anywhere that is published.
        case published
        /// All are speakers of both events, authors of a write-up, and each owns a resource.
        case credited
        /// With drafts, in which all are credited.
        case preview
    }

    static func content(_ setting: String, _ mode: Mode = .published) -> [String: String] {
        let list = "---\nskills_needed: {sewing: 300}\nmembers:\n" + MarkedPerson.all.map(\.item).joined() + "---\n"
        let all = "[" + MarkedPerson.all.map(\.mention).joined(separator: ", ") + "]"
        func credit(_ key: String) -> String { mode == .credited ? key + ": \(all)\n" : "" }
        let content = [
            "site.yaml":
                "title: T\nlanguages: [en, cy, fr, ar]\nlist_members: \(setting)\n"
                + "repository: {url: \"https://example.gov/r\", kind: github}\n",
            "communities/a.md":
                "---\nname: A\nsummary: S.\ntopics: cloth\nroles: maker\ngovernment: town\nevents:\n"
                + "  - title: Embedded\n    id: embedded\n    starts: 2026-04-01\n" + credit("    speakers") + "---\n",
            "communities/a/members.md": list,
            "communities/a/charter.md": "---\npurpose: P.\ntime: Two hours.\n---\n",
            "communities/b.md": "---\nname: B\nsummary: S.\n---\n", "communities/b/members.md": list,
            "communities/c.md": "---\nname: C\nsummary: S.\ntopics: cloth\nmembers: {skills_needed: {maps: 3}}\n---\n",
            "events/e.md":
                "---\ntitle: E\nstarts: 2026-05-01\nhosts: [a, b]\nrepeats: weekly\n\(credit("speakers"))---\n",
            "events/past.md": "---\ntitle: P\nstarts: 2026-02-01\nhosts: a\n\(credit("speakers"))---\n",
            "events/d.md": "---\ntitle: D\nstarts: 2026-06-01\nhosts: a\ndraft: true\nspeakers: \(all)\n---\n",
            "writeups/x.md": "---\ntitle: X\ndate: 2026-01-02\nevent: past\n\(credit("authors"))---\n",
            "writeups/y.md": "---\ntitle: Y\ndate: 2026-01-03\ndraft: true\nauthors: \(all)\n---\n",
            "handbook/why.md": "---\ntitle: Why\n---\n", "governments/town.md": "---\nname: Town\n---\n",
            "organisations/office.md": "---\nname: Office\n---\n", "roles/maker.md": "---\nname: Maker\n---\n",
            "skills/sewing.md": "---\nname: Sewing\n---\n",
        ]
        return content.merging(mentions) { $1 }.merging(files) { $1 }.merging(mode == .credited ? owned : [:]) { $1 }
    }

    /// Where somebody put a topic on a backlog, has to do something, or is linked to in a text.
    private static var mentions: [String: String] {
        let people = MarkedPerson.all
        let actions = "actions:\n" + people.map { "  - {what: Act, who: \($0.mention)}\n" }.joined()
        return [
            "communities/a/backlog.md":
                "---\ntopics:\n" + people.map { "  - {title: Topic, by: \($0.mention)}\n" }.joined() + "---\n",
            "communities/a/writeups/w.md": "---\ntitle: W\ndate: 2026-01-01\n\(actions)---\n",
            "communities/a/writeups/v.md": "---\ntitle: V\ndate: 2026-01-01\ndraft: true\n\(actions)---\n",
            "resources/r.md":
                "---\ntitle: R\n---\n\n"
                + people.filter { $0.own != nil }.map { "[them](../people/\($0.id).md)\n" }.joined(),
        ]
    }

    /// A resource for each of them.
    private static var owned: [String: String] {
        Dictionary(
            uniqueKeysWithValues: MarkedPerson.all.enumerated().map { number, person in
                ("resources/\(number).md", "---\ntitle: O\nowner: \(person.mention)\n---\n")
            })
    }

    /// Their own files, with translations and pictures.
    private static var files: [String: String] {
        var files: [String: String] = [:]
        for person in MarkedPerson.all {
            guard let file = person.file else { continue }
            files["people/\(person.id).md"] = file
            for language in ["cy", "fr", "ar"] {
                files["people/\(person.id).\(language).md"] =
                    "---\nsummary: Of \(person.word) in \(language).\n---\n\nText of \(person.word) in \(language).\n"
            }
            files["people/pictures/of-\(person.word).jpg"] = ExamplePicture.gif(holding: "of \(person.word)")
            files["people/\(person.id).png"] = ExamplePicture.gif(holding: "named for \(person.word)")
        }
        return files
    }

    static func site(_ setting: String, _ mode: Mode = .published) async throws -> TestSite {
        try await TestSite(
            content(setting, mode), today: today, drafts: mode == .preview, baseURL: "https://example.gov/")
    }
}
