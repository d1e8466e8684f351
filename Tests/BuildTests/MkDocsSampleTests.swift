import Foundation
import TestSupport
import Testing

@testable import Build

/// A handbook of 80 pages, written as the documentation of MkDocs and Material for MkDocs says, put below
/// `resources/` unchanged.
@Suite struct MkDocsSampleTests {
    private static let folders = [
        "", "Implementing_RAP", "Getting Started", "training_resources/Python", "training_resources/git & GitHub",
        "Case_Studies/2024", "Über_uns", "RAP_v1.0",
    ]

    /// Page `number` of a folder; its number distinguishes every other word of it from all others.
    private struct Page {
        let path: String
        let text: String
        /// Everything that a reader should see.
        let words: [String]
        let links: Int
    }

    private static let types = [
        "note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger", "bug", "example",
        "quote",
    ]

    private static func page(_ folder: String, _ number: Int, _ id: Int) -> Page {
        let name =
            number == 0
            ? (id % 20 == 0 ? "index" : "README")
            : [
                "git_for_RAP", "IDE Set Up", "FAQs", "what-is-RAP",
                "Peer_Review", "v2.1_changes", "CONTRIBUTING", "R & Python", "Step 3 (final)",
            ][number - 1]
        var words: [String] = []
        func word(_ kind: String) -> String {
            words.append("\(kind)\(id)x\(words.count)z")
            return words.last!
        }
        let type = types[id % types.count]
        let other = types[(id + 5) % types.count]
        let text = """
            # \(word("title"))

            \(word("intro")), see [\(word("link"))](git_for_RAP.md) and [\(word("link"))](./Peer_review.md#steps).

            !!! \(type) "\(word("note")) *\(word("emphasis"))*"
                \(word("body")) of [\(word("link"))](FAQs.md).

                \(word("second"))

            1. \(word("item"))

                ??? \(other) "\(word("folded"))"
                    \(word("answer"))

                    ```python
                    print("\(word("code"))")
                    ```

            2. \(word("item"))
                - \(word("inner"))

                    !!! \(other)
                        \(word("deep"))

            ???+ \(type)

                | \(word("cell")) | \(word("cell")) |
                | --- | --- |
                | \(word("cell")) | \(word("cell"))[^1] |

                !!! pied-piper ""
                    \(word("untitled"))

            ## Steps

            > [!\(type)]- \(word("obsidian"))
            > \(word("quote"))

            !!! \(type) inline end
                \(word("aside"))
            \(word("after"))

            [^1]: \(word("footnote"))

            """
        return Page(
            path: "resources/" + (folder.isEmpty ? "" : folder + "/") + name + ".md", text: text, words: words, links: 3
        )
    }

    @Test func `all pages are published, nothing is left raw and no word is lost`() async throws {
        let pages = Self.folders.enumerated().flatMap { index, folder in
            (0..<10).map { Self.page(folder, $0, index * 10 + $0) }
        }
        #expect(Set(pages.map(\.path)).count == 80)
        // The folder's own page of `resources/` is the program's, which this one introduces.
        let site = try await TestSite(Dictionary(uniqueKeysWithValues: pages.map { ($0.path, $0.text) }))
        #expect(site.problems.map { "\($0.path): \($0.message)" } == [])
        let shown = Dictionary(
            site.site.items.map { ($0.path, site.page($0.route)) }, uniquingKeysWith: { a, _ in a })
        var lost: [String] = []
        for page in pages {
            let html = try #require(shown[page.path])
            let main = html.range(of: "<main").map { String(html[$0.lowerBound...]) } ?? ""
            lost += page.words.filter { !main.contains($0) }
            #expect(!main.contains("!!!") && !main.contains("???") && !main.contains("[!"))
            #expect(main.components(separatedBy: "<details class=\"note").count == 4)
            #expect(main.components(separatedBy: "<div class=\"note").count == 5)
        }
        #expect(lost == [])
        #expect(site.site.items.count == 80)
    }
}
