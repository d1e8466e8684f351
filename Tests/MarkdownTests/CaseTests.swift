import Foundation
import Markdown
import Testing

/// What the specifications leave open, a case each, in `Cases/`. `make bless` renews what they became;
/// Tests/site-checks/against_cmark_gfm.py compares them with GitHub's own renderer.
@Suite struct CaseTests {
    static let files = ["addresses", "footnotes", "notes", "strikethrough", "tables", "tasks"]

    @Test(arguments: files) func casesAreAsTheyWere(name: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Cases/\(name).txt")
        let written = try String(contentsOf: file, encoding: .utf8)
        let cases = written.components(separatedBy: "=== ").dropFirst().map(Case.init)
        #expect(!cases.isEmpty)
        let renewed = cases.map(\.renewed).joined()
        if ProcessInfo.processInfo.environment["BLESS"] == "1" {
            try renewed.write(to: file, atomically: true, encoding: .utf8)
        }
        for (old, new) in zip(cases, cases.map(\.renewed)) { #expect(new == old.written, "\(name): \(old.name)") }
    }

    /// `=== name`, the text, `--- html`, what it becomes, and where it differs from cmark-gfm `--- differs` and why.
    private struct Case {
        let name: String
        let text: String
        let written: String
        let reason: String?

        init(_ block: String) {
            written = "=== " + block
            let parts = block.components(separatedBy: "--- html\n")
            name = String(parts[0].prefix { $0 != "\n" })
            text = String(parts[0].dropFirst(name.count + 1))
            let rest = parts[1].components(separatedBy: "--- differs\n")
            reason = rest.count > 1 ? rest[1] : nil
        }

        var renewed: String {
            let rendered = MarkdownRenderer.render(
                Array(text.utf8), path: "a.md", options: .init(dialect: .gitHub, unsafeHTML: true))
            var html: [UInt8] = []
            rendered.markup.append(to: &html) { .to(rendered.links[$0].destination) }
            let ending = reason.map { "--- differs\n" + $0 } ?? (written.hasSuffix("\n\n") ? "\n" : "")
            return "=== \(name)\n\(text)--- html\n" + String(decoding: html, as: UTF8.self) + ending
        }
    }
}
