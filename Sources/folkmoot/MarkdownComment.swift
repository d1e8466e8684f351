import Build
import Diagnostics

/// The parts of a comment below a proposal, around the problems.
enum MarkdownComment {
    static func head(_ problems: [Diagnostic]) -> String {
        let errors = problems.count { $0.severity == .error }, others = problems.count - errors
        let counts = [
            errors == 0 ? nil : "**\(errors) thing\(errors == 1 ? "" : "s") to mend** before it can be published",
            others == 0 ? nil : "\(others) to look at",
        ].compactMap { $0 }
        return "### Thank you for adding to the handbook\n\n" + (counts.isEmpty ? "Nothing was found that needs mending.\n\n" : "There \((errors > 0 ? errors : others) == 1 ? "is" : "are") \(counts.joined(separator: ", and ")).\n\n")
    }

    static func news(_ news: [ChangeNews]) -> String {
        news.isEmpty ? "" : "### What changes\n\n" + news.map { "- \($0.markdown)\n" }.joined()
    }
}
