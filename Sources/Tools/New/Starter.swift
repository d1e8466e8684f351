internal import Content
internal import Foundation

/// The files of a new handbook, from the folder `Starter/`: content with a made-up example of each kind, texts for
/// people who take part, and the workflows with which GitHub and GitLab check, answer and publish.
///
/// They are real files, which `folkmoot check` and linters of workflows can read. Only a few things in them change: the
/// title, the languages, the time zone, the days, which are counted from 1 January 2000, and the release that the
/// workflows fetch. `Starter/languages/` has the pages that every site needs in the languages of the program.
///
/// A proposal from a fork may hold anything, so the workflow that checks it may read and do nothing else. The workflow
/// that posts the answer runs from the main branch, runs nothing of the proposal, and asks the host which proposal it
/// is.
struct Starter {
    let title: String
    let today: CivilDay
    var release = NamedRelease.own
    /// The languages of the site, the first one being that of its interface.
    var languages = ["en"]
    /// The time zone of the site; without it, a comment says how to set it.
    var zone: String?

    /// Path below the repository and text, sorted by path.
    var files: [(path: String, text: String)] {
        let own = StarterFiles.files.filter { !$0.key.hasPrefix(Self.translations) }
        return own.merging(WorkflowFiles.withCopies(WorkflowFiles.files(release))) { $1 }
            .flatMap { inLanguages($0.value, path: $0.key) }
            .sorted { $0.path < $1.path }.map { ($0.path, withDays(withTitle($0.text, path: $0.path))) }
    }

    private static let translations = "languages/"

    // MARK: Languages

    /// The language of a code without its territory, in which the texts may be there.
    private static func base(_ code: String) -> String { String(code.prefix { $0 != "-" }) }

    /// A page of the program's own texts in a language; `nil` where it is not in it.
    private static func translation(of path: String, _ code: String) -> String? {
        guard path.hasPrefix(content) else { return nil }
        return StarterFiles.files["\(translations)\(base(code))/\(path.dropFirst(content.count))"]
    }

    private static let content = "content/"

    /// Whether the pages that every site needs are in a language.
    static func has(_ code: String) -> Bool { base(code) == "en" || usual("title", code) != nil }

    /// The title of a handbook in a language, or its summary; `nil` where the program has no texts in it.
    static func usual(_ key: String, _ code: String) -> String? {
        let text =
            base(code) == "en" ? StarterFiles.files["content/site.yaml"] : translation(of: "content/site.yaml", code)
        return text?.split(separator: "\n").first { $0.hasPrefix("\(key): ") }.map {
            String($0.dropFirst(key.count + 2))
        }
    }

    /// A file with its text in each language of the site in which the program has it.
    ///
    /// Other texts are English. In a handbook that starts with another language each such page says so, until somebody
    /// translates it.
    private func inLanguages(_ text: String, path: String) -> [(path: String, text: String)] {
        if path == "content/site.yaml" { return [(path, settings(text))] }
        guard path.hasPrefix(Self.content), path.hasSuffix(".md"), let first = languages.first else {
            return [(path, text)]
        }
        let own = Self.translation(of: path, first)
        let isEnglish = own == nil
        var files = [(path: path, text: own ?? (Self.base(first) == "en" ? text : Self.sayingEnglish(text)))]
        for code in languages.dropFirst() {
            let other =
                Self.base(code) == "en"
                ? (isEnglish ? nil : text)
                : Self.base(code) == Self.base(first) ? nil : Self.translation(of: path, code)
            if let other { files.append(("\(path.dropLast(3)).\(code).md", Self.withoutFacts(other))) }
        }
        return files
    }

    private static func sayingEnglish(_ text: String) -> String {
        text.hasPrefix("---\n") ? "---\nlang: en\n" + text.dropFirst(4) : "---\nlang: en\n---\n" + text
    }

    /// A translation has only words: other facts are in the original.
    private static func withoutFacts(_ text: String) -> String {
        text.replacingOccurrences(of: "(?m)^order: .*\n", with: "", options: .regularExpression)
    }

    // MARK: Settings

    private func settings(_ text: String) -> String {
        let zone =
            zone.map { "time_zone: \($0)\n" }
            ?? "# The time zone of events: without it, nobody can see whose hours they are.\n# time_zone: "
            + "Europe/London\n"
        let usual = languages.first.flatMap { Self.usual("title", $0) } ?? Self.usual("title", "en")
        let title = title == usual ? nil : FrontMatterValue.text(title).lines(for: "title")[0] + "\n"
        return text.replacingOccurrences(
            of: "languages: [en]\n", with: "languages: [\(languages.joined(separator: ", "))]\n"
        )
        .replacingOccurrences(of: "time_zone: Europe/London\n", with: zone)
        .replacingOccurrences(of: line("title", ["en"]), with: title ?? line("title", languages))
        .replacingOccurrences(of: line("summary", ["en"]), with: line("summary", languages))
    }

    /// The line of a key with the usual text, or lines with it in each of several languages. English where the first
    /// language has none.
    private func line(_ key: String, _ languages: [String]) -> String {
        let known = languages.compactMap { code in Self.usual(key, code).map { (code, FrontMatterValue.written($0)) } }
        guard let first = known.first, first.0 == languages.first else {
            return "\(key): \(Self.usual(key, "en") ?? "")\n"
        }
        return known.count == 1
            ? "\(key): \(first.1)\n" : "\(key):\n" + known.map { "  \($0.0): \($0.1)\n" }.joined()
    }

    private func withTitle(_ text: String, path: String) -> String {
        guard path == "README.md" else { return text }
        return text.replacingOccurrences(of: "# Communities of practice\n", with: "# \(title)\n")
            .replacingOccurrences(of: "@HOME@", with: release.home)
    }

    private func withDays(_ text: String) -> String {
        guard text.contains("2000-") || text.contains("1999-") else { return text }
        let day = CivilDay(year: 2000, month: 1, day: 1)
        return (-10...200).reduce(into: text) { text, days in
            text = text.replacingOccurrences(of: (day + days).date.isoDate, with: (today + days).date.isoDate)
        }
    }
}
