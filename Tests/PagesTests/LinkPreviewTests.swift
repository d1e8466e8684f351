import Foundation
import Pictures
import TestSupport
import Testing

@testable import Build

/// What other sites show beside a link to a page. That extruct reads the same is tested in `structured_data_test.py`.
@Suite struct LinkPreviewTests {
    private static let settings =
        "title: T\nlanguages: [en, cy]\nbase_url: https://example.gov/map/\n"
        + "social_image: {file: /pictures/card.png, alt: {en: A card, cy: Cerdyn}}\n"
    /// A red picture of 4 by 2 pixels.
    private static let picture = [UInt8](
        Data(
            base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEElEQVR4nGP4z8AARwzIHABvqgf5"
                + "gNwAKAAAAABJRU5ErkJggg==")!)

    private static func site(_ files: [String: String] = [:]) async throws -> TestSite {
        try await TestSite(
            [
                "site.yaml": settings,
                "communities/data/index.md": "---\nname: Data <people>\nsummary: \"Those \\\"who\\\" count.\"\n---\n",
                "communities/data/writeups/w.md":
                    "---\ntitle: We met\ndate: 2026-02-03\nauthors: [Ada Example, cai-gone]\nsummary: S.\n---\nText.\n",
            ].merging(files) { $1 }, binary: ["pictures/card.png": picture, "communities/data/own.png": picture])
    }

    private static func tags(_ page: String) -> [String] {
        page.matches(of: #/<meta (?:property|name)="((?:og|article|twitter):[^"]*|author)" content="([^"]*)">/#).map {
            "\($0.1): \($0.2)"
        }
    }

    @Test func `a page says its title, what it is about, where it is and in which languages`() async throws {
        #expect(
            Self.tags(try await Self.site().page("communities/data/")) == [
                "og:site_name: T", "og:title: Data &lt;people&gt;", "og:description: Those &quot;who&quot; count.",
                "og:type: website", "og:url: https://example.gov/map/communities/data/", "og:locale: en_GB",
                "og:locale:alternate: cy_GB", "og:image: https://example.gov/map/pictures/card.png",
                "og:image:type: image/png", "og:image:width: 4", "og:image:height: 2", "og:image:alt: A card",
                "twitter:card: summary_large_image",
            ])
    }

    @Test func `a site without a picture of its own has that of the theme, in a small place and described`()
        async throws
    {
        let site = try await Self.site(["site.yaml": Self.withoutPicture])
        for (page, alt) in [
            ("communities/data/", "Circles joined by lines: communities and their connections"),
            ("cy/map/", "Cylchoedd wedi’u cysylltu â llinellau: cymunedau a’u cysylltiadau"),
        ] {
            let tags = Self.tags(site.page(page)).filter { $0.hasPrefix("og:image") || $0.hasPrefix("twitter:") }
            let address = try #require(tags.first?.firstMatch(of: #/og:image: https://example.gov/map/(.*)/#))
            #expect(address.1.contains(#/^assets/link-preview-[0-9a-f]{16}\.png$/#))
            let bytes = try #require(site.bytes[String(address.1)])
            #expect(ImageSize(header: bytes) == ImageSize(1200, 630) && bytes.count < 12_500)
            #expect(
                tags.dropFirst() == [
                    "og:image:type: image/png", "og:image:width: 1200", "og:image:height: 630", "og:image:alt: \(alt)",
                    "twitter:card: summary",
                ])
        }
    }

    @Test func `a theme replaces the picture with a file of the same name`() async throws {
        let site = try await TestSite(
            ["site.yaml": Self.withoutPicture],
            theme: ["assets/link-preview.png": "GIF89a\u{40}\u{01}\u{64}\u{00}"])
        let tags = Self.tags(site.page("map/"))
        #expect(tags.contains("og:image:width: 320") && tags.contains("og:image:height: 100"))
        #expect(Self.pictures(of: site).count == 1)
    }

    @Test func `the picture of the theme is only on sites whose pages show it`() async throws {
        #expect(Self.pictures(of: try await Self.site(["site.yaml": Self.withoutPicture])).count == 1)
        for settings in [Self.settings, Self.withoutPicture + "indexed: false\n", "title: T\n"] {
            #expect(Self.pictures(of: try await Self.site(["site.yaml": settings])) == [], "\(settings)")
        }
    }

    private static let withoutPicture = "title: T\nlanguages: [en, cy]\nbase_url: https://example.gov/map/\n"

    private static func pictures(of site: TestSite) -> [String] {
        site.files.keys.filter { $0.hasPrefix("assets/link-preview") }
    }

    @Test func `a write-up says its date and its authors, but no id of somebody without a page`() async throws {
        let tags = Self.tags(try await Self.site().page("communities/data/writeups/w/"))
        #expect(tags.contains("og:type: article") && tags.contains("article:published_time: 2026-02-03"))
        #expect(tags.filter { $0.hasPrefix("author") } == ["author: Ada Example"])
    }

    @Test func `the picture of a page comes before that of its community and of the site`() async throws {
        let site = try await Self.site([
            "communities/data/index.md":
                "---\nname: D\nsummary: S.\nsocial_image: {file: own.png, alt: Our own}\n---\n"
        ])
        for page in ["communities/data/", "communities/data/writeups/w/"] {
            #expect(Self.tags(site.page(page)).contains("og:image:alt: Our own"), "\(page)")
        }
        #expect(Self.tags(site.page("cy/map/")).contains("og:image:alt: Cerdyn"))
        #expect(site.problems.map(\.code) == ["unknown-reference"])
    }

    @Test func `without a site address there is neither a page address nor a picture`() async throws {
        let page = try await Self.site(["site.yaml": "title: T\n"]).page("communities/data/")
        #expect(
            Self.tags(page).map { $0.split(separator: ": ")[0] } == [
                "og:site_name", "og:title", "og:description", "og:type", "og:locale", "twitter:card",
            ])
    }

    @Test func `a site that asks search engines to stay away, and the page for wrong addresses, say nothing`()
        async throws
    {
        let site = try await Self.site(["site.yaml": Self.settings + "indexed: false\n"])
        #expect(Self.tags(site.page("communities/data/")) == [])
        #expect(Self.tags(try await Self.site().page("404.html")) == [])
    }

    @Test func `a picture that is left out is not said to be missing`() async throws {
        let site = try await Self.site([
            "pictures/broken.png": "png",
            "resources/r.md": "---\ntitle: R\nsocial_image: {file: /pictures/broken.png, alt: A}\n---\n",
        ])
        #expect(
            site.problems.filter { $0.code == "social-image-missing" }.map(\.message) == [
                "The picture `/pictures/broken.png` is left out, so other sites cannot show it beside a link."
            ])
        #expect(site.problems.contains { $0.code == "picture-left-out" })
    }

    @Test func `a picture that is not there, or that other sites do not show, is an error`() async throws {
        for (file, message) in [
            ("card.png", "There is no picture at `card.png`. Did you mean `/pictures/card.png`?"),
            ("/pictures/card.svg", "`/pictures/card.svg` is not a picture that other sites show beside a link."),
        ] {
            let site = try await Self.site([
                "resources/r.md": "---\ntitle: R\nsocial_image: {file: \(file), alt: A}\n---\n"
            ])
            let found = site.problems.filter { $0.code == "social-image-missing" }
            #expect(found.map(\.message) == [message])
        }
    }
}
