import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Build

/// Handbooks written as the documentation of other tools says, put below `resources/` unchanged: all pages are
/// published, no word is lost, and what is shown as raw signs is reported on its line.
@Suite struct OtherToolsSampleTests {
    /// A page; `§` in its text becomes a word that is nowhere else.
    private struct Page {
        let path: String
        let text: String
        let words: [String]

        init(_ path: String, _ number: Int, _ text: String) {
            self.path = "resources/guide/" + path
            let parts = text.components(separatedBy: "§")
            var (whole, words) = (parts[0], [String]())
            for part in parts.dropFirst() {
                words.append("word\(number)x\(words.count)z")
                whole += words.last! + part
            }
            (self.text, self.words) = (whole, words)
        }
    }

    /// A PNG of 2 × 2 pixels.
    private static let picture: [UInt8] = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAADklEQVR4nGNoAAMGCAUAKg4GARWeQtcAAAAASUVORK5CYII=")!)

    /// Signs that a reader should not see, each in no text of these samples but where a tool means something by it.
    private static let signs = [
        "{%", "{{", "{:", "{.", "{#", ":::", "===", "[[", "![", "!!!", "[TOC]", "[toc]", "{target",
    ]

    private func check(
        _ pages: [Page], binary: [String: [UInt8]] = [:], expecting codes: Set<String>,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let files = Dictionary(pages.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
        #expect(files.count == pages.count)
        let site = try await TestSite(files, binary: binary)
        let published = Dictionary(
            site.site.items.map { ($0.path, site.main($0.route)) }, uniquingKeysWith: { first, _ in first })
        #expect(pages.filter { published[$0.path] == nil }.map(\.path) == [], sourceLocation: sourceLocation)
        let problems = Dictionary(grouping: site.problems, by: \.path)
        var lost: [String] = []
        var unreported: Set<String> = []
        for page in pages {
            let shown = published[page.path] ?? ""
            lost += page.words.filter { !shown.contains($0) }.map { "\(page.path): \($0)" }
            let text = Self.text(of: shown)
            let lines = page.text.split(separator: "\n", omittingEmptySubsequences: false)
            let reported = Set(
                (problems[page.path] ?? []).map { problem in
                    page.text.utf8.prefix(problem.range.lowerBound).count { $0 == UInt8(ascii: "\n") }
                })
            // A sign is reported once a page; the one that ends a block is reported with the one that begins it.
            let told = reported.filter(lines.indices.contains).map { Self.name(of: lines[$0]) }
            for (number, line) in lines.enumerated()
            where !reported.contains(number) && !told.contains(Self.name(of: line)) {
                for sign in Self.signs {
                    // The sign with a little of what follows: many signs also have an accepted use.
                    guard let start = line.range(of: sign)?.lowerBound else { continue }
                    let raw = line[start...].prefix(16).trimmingCharacters(in: .whitespaces)
                    if text.contains(raw) {
                        unreported.insert(String(line).replacing(/word[0-9x]+z|[0-9]+/, with: "…"))
                    }
                }
            }
        }
        #expect(lost == [], sourceLocation: sourceLocation)
        #expect(unreported.sorted() == [], sourceLocation: sourceLocation)
        #expect(Set(site.problems.map(\.code)) == codes, sourceLocation: sourceLocation)
    }

    /// `{%tab` of `{% tab title="x" %}` and of `{% endtab %}`, `:::` of `::: warning`; a whole line without such signs.
    private static func name(of line: Substring) -> String {
        guard let sign = ["{%", "{{", ":::"].first(where: line.contains) else { return String(line) }
        let words = line.components(separatedBy: sign)[1].split(separator: " ")
        guard sign == "{%", let name = words.first else { return sign }
        return sign + (name.hasPrefix("end") ? name.dropFirst(3) : name)
    }

    /// What a reader sees of a page, but for code.
    private static func text(of html: String) -> String {
        var text = html.replacing(/<pre.*?<\/pre>/.dotMatchesNewlines(), with: "").replacing(/<[^>]*>/, with: "")
        let entities: KeyValuePairs = ["&quot;": "\"", "&lt;": "<", "&gt;": ">", "&#39;": "'", "&amp;": "&"]
        for (entity, sign) in entities {
            text = text.replacingOccurrences(of: entity, with: sign)
        }
        return text
    }

    @Test func `150 pages for GitBook`() async throws {
        let pages = (0..<150).map { number in
            let folder = ["", "getting-started/", "Team Handbook/", "our_services/identity/", "v2.0/"][number % 5]
            let up = String(repeating: "../", count: folder.split(separator: "/").count)
            let name = number < 5 ? "README" : "page_\(number)"
            return Page(
                folder + name + ".md", number,
                """
                ---
                description: What page \(number) says.
                ---

                # § and §

                {% hint style="\(["info", "success", "warning", "danger"][number % 4])" %}
                § with **§**.
                {% endhint %}

                {% tabs %}
                {% tab title="macOS" %}
                § for one.
                {% endtab %}

                {% tab title="Windows" %}
                § for another.
                {% endtab %}
                {% endtabs %}

                <figure><img src="\(up).gitbook/assets/image (\(number % 3)).png" alt="§">\
                <figcaption><p>§</p></figcaption></figure>

                <table data-header-hidden><thead><tr><th width="120"></th><th></th></tr></thead>\
                <tbody><tr><td>§</td><td><strong>§</strong><br>§</td></tr></tbody></table>

                {% code title="page.js" lineNumbers="true" %}
                ```javascript
                const x = "§";
                ```
                {% endcode %}

                {% content-ref url="README.md" %}
                [README.md](README.md)
                {% endcontent-ref %}

                {% file src="\(up).gitbook/assets/plan.pdf" %}
                §
                {% endfile %}

                <details>

                <summary>§</summary>

                § in the fold, with <mark style="color:red;">§</mark>.

                </details>

                * [x] §
                * [ ] § and [§](README.md "mention")

                1. §
                   * §

                {% stepper %}
                {% step %}
                ### §

                §
                {% endstep %}
                {% endstepper %}
                """)
        }
        let assets = ["image (0).png", "image (1).png", "image (2).png", "plan.pdf"]
        try await check(
            pages,
            binary: Dictionary(
                uniqueKeysWithValues: assets.map { ("resources/guide/.gitbook/assets/\($0)", Self.picture) }),
            expecting: ["raw-html", "unknown-key", "other-markup"])
    }

    @Test func `a section for Jekyll`() async throws {
        let pages = (0..<40).map { number in
            Page(
                ["", "docs/", "2024_reports/", "team pages/"][number % 3] + "page-\(number).md", number,
                """
                ---
                layout: default
                title: Page \(number)
                nav_order: \(number)
                parent: Guides
                permalink: /guides/page-\(number)/
                ---

                # Page \(number)
                {: .no_toc }

                1. TOC
                {:toc}

                {: .note }
                > § is said.

                § with a [§](https://example.org/){:target="_blank"} and {{ site.title }}.

                {% include alert.html content="§" %}

                ## § {#own-\(number)}

                {% highlight ruby %}
                puts "§"
                {% endhighlight %}

                | § | § |
                |:---|---:|
                | § | § |
                {: .table }

                Term §
                : § is what it means.

                The HTML of §[^1].

                *[HTML]: Hyper Text Markup Language

                [^1]: §

                <details markdown="block">
                <summary>§</summary>

                § folded.

                </details>

                <dl><dt>§</dt><dd>§</dd></dl>
                """)
        }
        try await check(pages, expecting: ["other-markup", "unknown-key"])
    }

    @Test func `a section for Eleventy`() async throws {
        let pages = (0..<40).map { number in
            Page(
                ["", "how-we-work/", "How We Hire/"][number % 3] + "page-\(number).md", number,
                """
                ---
                layout: layouts/page.njk
                title: Page \(number)
                tags: [docs]
                eleventyNavigation:
                  key: page-\(number)
                  order: \(number)
                ---

                {% from "govuk/components/inset-text/macro.njk" import govukInsetText %}

                [[toc]]

                ## §

                {{ govukInsetText({ text: "§" }) }}

                <div class="govuk-inset-text">

                § in a box.

                </div>

                ::: warning
                § is told.
                :::

                § {.lead}

                {% set name = "x" %}
                {% for page in collections.docs %}
                - {{ page.data.title }} §
                {% endfor %}

                <figure>
                  <img src="https://example.org/x.png" alt="§" width="20" height="10">
                  <figcaption>§</figcaption>
                </figure>

                <table class="govuk-table">
                  <caption>§</caption>
                  <tr><th scope="row">§</th><td colspan="2">§</td></tr>
                </table>

                An <abbr title="Government Digital Service">GDS</abbr> for §.
                """)
        }
        try await check(pages, expecting: ["unknown-key", "broken-link", "remote-image", "raw-html", "other-markup"])
    }

    @Test func `a vault of 200 notes for Obsidian`() async throws {
        let names = (0..<200).map { number in
            ["", "Daily/", "Projects/Online Forms/", "Zettelkasten/"][number % 4]
                + (number % 2 == 0 ? "Note \(number)" : "note_\(number)")
        }
        let pages = names.enumerated().map { number, name in
            let next = names[(number + 1) % names.count].split(separator: "/").last!
            return Page(
                name + ".md", number,
                """
                ---
                tags:
                  - forms
                aliases: [Other \(number)]
                cssclasses: wide
                ---
                # §

                § links to [[\(next)]], [[\(next)|§]], [[\(next)#Part]] and #tag-\(number % 7).

                ![[board.png]]

                ![[board.png|300]]

                ![[\(next)]]

                > [!tip]- §
                > § is folded.
                > > [!warning] §
                > > § is deep.

                ==§== and ~~§~~, $x$ § ^block\(number)

                - [ ] §
                - [x] §
                    - §

                | § | § |
                | --- | --- |
                | [[\(next)\\|§]] | § |

                ## Part

                ```dataview
                table § from "x"
                ```

                1. §
                2. §[^note]

                [^note]: §
                """)
        }
        try await check(
            pages, binary: ["resources/guide/attachments/board.png": Self.picture],
            expecting: ["unknown-key", "embedded-page", "other-markup", "file-in-brackets"])
    }
}
