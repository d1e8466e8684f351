internal import Content
internal import Foundation

/// The files of a new handbook, from the folder `Starter/`: content with a made-up example of each kind, texts for
/// people who take part, and the workflows with which GitHub and GitLab check, answer and publish.
///
/// They are real files, which `folkmoot check` and linters of workflows can read. Only three things in them change: the
/// title, the days, which are counted from 1 January 2000, and the release that the workflows fetch.
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

    /// Path below the repository and text, sorted by path.
    var files: [(path: String, text: String)] {
        StarterFiles.files.merging(WorkflowFiles.withCopies(WorkflowFiles.files(release))) { $1 }
            .sorted { $0.key < $1.key }.map {
                ($0.key, withLanguage(withDays(withTitle($0.value, path: $0.key)), path: $0.key))
            }
    }

    /// All texts of the starter are English. In a handbook that starts with another language each page says so, until
    /// somebody translates it.
    private func withLanguage(_ text: String, path: String) -> String {
        if path == "content/site.yaml" {
            return text.replacingOccurrences(
                of: "languages: [en]\n", with: "languages: [\(languages.joined(separator: ", "))]\n")
        }
        guard languages.first != "en", path.hasPrefix("content/"), path.hasSuffix(".md") else { return text }
        return text.hasPrefix("---\n") ? "---\nlang: en\n" + text.dropFirst(4) : "---\nlang: en\n---\n" + text
    }

    private func withTitle(_ text: String, path: String) -> String {
        let line = "Communities of practice\n"
        return switch path {
        case "content/site.yaml":
            text.replacingOccurrences(
                of: "title: \(line)", with: FrontMatterValue.text(title).lines(for: "title")[0] + "\n")
        case "README.md":
            text.replacingOccurrences(of: "# \(line)", with: "# \(title)\n")
                .replacingOccurrences(of: "@HOME@", with: release.home)
        default: text
        }
    }

    private func withDays(_ text: String) -> String {
        guard text.contains("2000-") || text.contains("1999-") else { return text }
        let day = CivilDay(year: 2000, month: 1, day: 1)
        return (-10...200).reduce(into: text) { text, days in
            text = text.replacingOccurrences(of: (day + days).date.isoDate, with: (today + days).date.isoDate)
        }
    }
}
