import Diagnostics
import Pages

@testable import Build
@testable import Theme

/// A theme of a project, which shadows one template, one text and one token.
let smallTheme = [
    "theme.yaml": "name: small\nextends: default\nfolkmoot: \">=0.1, <1\"\n",
    "components/body/body.mustache":
        "{{#body}}\n<div class=\"prose small\"{{{body_attributes}}}>{{{body}}}</div>\n{{/body}}\n",
    "i18n/en.yaml": "search: Look for it\n",
    "tokens.css": ":root { --accent: #123456; }\n",
]

/// What is said of the small theme, with these files in it: `path:line:column: code: message`, a line each.
func report(
    _ files: [String: String], languages: [String] = ["en", "cy"], version: String = Program.version
) throws -> [String] {
    let all = smallTheme.merging(files) { $1 }
    let problems = try CompiledTheme.read(
        all.mapValues { Array($0.utf8) }, pages: ContextShape.pages, languages: languages, version: version
    )
    .problems
    return problems.map { problem in
        let position = LineIndex(Array(all[problem.path]!.utf8)).position(of: problem.range.lowerBound)
        return "\(problem.path):\(position.line):\(position.column): \(problem.code): \(problem.message)"
    }
}

/// A line of a report without its message, as `path:line:column: code`. Of each rule, one test compares the whole
/// text, and the others this.
func placed(_ problem: String) -> String {
    problem.split(separator: ": ", maxSplits: 2).prefix(2).joined(separator: ": ")
}

/// What is said of the small theme with one template of these words.
func fault(in template: String, at path: String = "pages/list.mustache") throws -> String {
    try report([path: template]).joined(separator: "\n")
}
