import Testing

@testable import Theme

/// Programs that extract the text of a page go by the names of classes, as Readability does.
@Suite struct ClassNameTests {
    /// What they take for something beside the text, as part of a name.
    private static let refused = [
        "combx", "comment", "com-", "masthead", "media", "meta", "outbrain", "promo", "related", "scroll", "shoutbox",
        "sidebar", "sponsor", "shopping", "widget",
    ]

    @Test func `no class of a template makes such a program leave out what a reader came for`() {
        let templates = DefaultTheme.files.filter { $0.key.hasSuffix(".mustache") }
        #expect(templates.count > 50)
        for (path, text) in templates {
            for match in text.matches(of: #/class="([^"]*)"/#) {
                let fault = Self.refused.first { match.1.contains($0) }
                #expect(fault == nil, "\(path): \(match.1)")
            }
        }
    }

    @Test func `they leave out the way to the page`() throws {
        let way = try #require(DefaultTheme.files["components/breadcrumbs/breadcrumbs.mustache"])
        #expect(way.contains("class=\"breadcrumbs menu\""))
    }
}
