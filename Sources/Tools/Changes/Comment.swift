public import Build
internal import Diagnostics
internal import Text
internal import Theme

extension BuildOutcome {
    /// The findings as text for a host: a comment below a proposal, or an issue about the handbook as a whole.
    ///
    /// What has to be fixed comes first, then what a proposal changes, then the rest, so that nothing less important
    /// pushes out something more important: hosts take some 65,000 characters.
    ///
    /// - Parameters:
    ///   - prefix: what to put before paths of the content.
    ///   - news: what a proposal changes; `nil` for the handbook as a whole.
    public func comment(prefix: String, news: [ChangeNews]? = nil) -> String {
        let all = problems + themeProblems
        let errors = all.count { $0.severity == .error }
        let others = all.count - errors
        var text =
            news == nil
            ? "### What the check of the handbook found\n\n" : "### Thank you for adding to the handbook\n\n"
        text +=
            Self.counts(errors, others, isProposal: news != nil)
            + messages.map { MarkdownText.message($0) + "\n\n" }.joined()
        var left = 0
        func list(_ isWanted: (Diagnostic) -> Bool, room: Int) -> String {
            var list = ""
            for (problems, prefix, source) in [(problems, prefix, source), (themeProblems, "", themeSource)] {
                let part = Report.markdown(
                    problems.filter(isWanted), prefix: prefix, limit: max(0, room - list.utf8.count), source: source)
                list += part.text
                left += part.left
            }
            return list
        }
        text += list({ $0.severity == .error }, room: 30_000 - text.utf8.count)
        if let news, !news.isEmpty {
            text += "### What changes\n\n"
            for change in news {
                guard text.utf8.count < 40_000 else {
                    text += "- …\n"
                    break
                }
                text += "- \(change.markdown)\n"
            }
            text += "\n"
        }
        let rest = list({ $0.severity != .error }, room: 50_000 - text.utf8.count)
        if news?.isEmpty == false, !rest.isEmpty { text += "### To look at\n\n" }
        text += rest
        if left > 0 { text += "And \(left) more, which \(MarkdownText.code("folkmoot check")) shows.\n" }
        return text
    }

    private static func counts(_ errors: Int, _ others: Int, isProposal: Bool) -> String {
        let counts = [
            errors == 0
                ? nil
                : "**\(errors) thing\(errors == 1 ? "" : "s") to "
                    + "fix**\(isProposal ? " before it can be published" : "")",
            others == 0 ? nil : "\(others) \(errors > 0 ? "" : "thing\(others == 1 ? "" : "s") ")to look at",
        ].compactMap { $0 }
        guard !counts.isEmpty else { return "Nothing was found that needs fixing.\n\n" }
        return "There \((errors > 0 ? errors : others) == 1 ? "is" : "are") \(counts.joined(separator: ", and ")).\n\n"
    }
}
