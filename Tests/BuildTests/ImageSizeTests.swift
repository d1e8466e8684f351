import Foundation
import TestSupport
import Testing

@testable import Build
@testable import Disk

/// Images of a whole site, from their files to `width` and `height` on a page.
@Suite struct ImageSizeTests {
    /// 320 × 100 pixels.
    static let gif = "GIF89a@\u{1}d\u{0}"

    @Test func `an image has the size that its file says`() async throws {
        let site = try await TestSite([
            "handbook/guide.md": "# Guide\n\n![A board](../img/Board.GIF)\n", "img/Board.GIF": Self.gif,
        ])
        #expect(site.problems == [])
        #expect(
            site.main("handbook/guide/").contains(
                "<img src=\"../../img/Board.GIF\" alt=\"A board\" loading=\"lazy\" width=\"320\" height=\"100\">"))
    }

    @Test func `a broken image has none`() async throws {
        let site = try await TestSite(["index.md": "# Hello\n\n![A board](board.png)\n", "board.png": "no picture"])
        #expect(site.problems == [])
        #expect(site.main("").contains("<img src=\"./board.png\" alt=\"A board\" loading=\"lazy\">"))
    }

    @Test func `what a file is says its content, not its name`() async throws {
        let site = try await TestSite(["index.md": "# Hello\n\n![A board](board.jpg)\n", "board.jpg": Self.gif])
        #expect(site.main("").contains(" width=\"320\" height=\"100\">"))
    }

    @Test func `a link to an image is only a link`() async throws {
        let site = try await TestSite(["index.md": "# Hello\n\n[The board](board.gif)\n", "board.gif": Self.gif])
        #expect(site.main("").contains("<a href=\"./board.gif\">The board</a>"))
    }

    @Test func `translations have the sizes too, whatever the number of tasks`() async throws {
        let content = [
            "site.yaml": "title: Test\nlanguages: [en, cy]\n", "index.md": "# Hello\n\n![A board](board.gif)\n",
            "index.cy.md": "# Helo\n\n![Bwrdd](board.gif)\n", "board.gif": Self.gif, "a.gif": "GIF89a",
            "b.pdf": Self.gif,
        ]
        let site = try await TestSite(content, jobs: 4)
        #expect(
            site.main("cy/").contains(
                "<img src=\"../board.gif\" alt=\"Bwrdd\" loading=\"lazy\" width=\"320\" height=\"100\">"))
        #expect(site.site.imageSizes.keys.sorted() == ["board.gif"])
    }

    // MARK: How much is read

    /// A JPEG whose frame comes after so many bytes of other segments.
    private static func photo(after size: Int) -> [UInt8] {
        let segments = Array(
            repeating: [0xFF, 0xE2, 0x04, 0x00] + [UInt8](repeating: 0, count: 1022), count: size / 1024 + 1
        ).flatMap { $0 }
        return [0xFF, 0xD8] + segments + [
            0xFF, 0xC0, 0, 11, 8, 0, 100, 1, 64, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0,
        ]
    }

    @Test(arguments: [(100, true), (5_000, true), (200_000, true), (300_000, false)])
    func `a photo has a size unless too much stands before it`(bytes: Int, isKnown: Bool) async {
        let sizes = await ContentSource(["a.jpg": Self.photo(after: bytes)]).imageSizes(jobs: 1)
        #expect(sizes["a.jpg"].map { [$0.width, $0.height] } == (isKnown ? [320, 100] : nil))
    }

    @Test func `only images are read, and of those no more than is needed`() async {
        let files = [
            "a.png": [UInt8](repeating: 0, count: 1 << 20), "b.gif": Array(Self.gif.utf8), "c.pdf": [], "d.mp4": [],
            "e.md": [],
        ]
        let expected: Set = ["a.png 4096", "a.png 32768", "a.png 262144", "b.gif 4096"]
        await confirmation(expectedCount: expected.count) { isAsked in
            var source = ContentSource(files)
            source.head = { path, size in
                isAsked()
                #expect(expected.contains("\(path) \(size)"), "\(path) \(size)")
                return files[path].map { Array($0.prefix(size)) }
            }
            _ = await source.imageSizes(jobs: 1)
        }
    }

    @Test func `an image that cannot be read has no size and no problem`() async throws {
        let disk = try TemporaryFolder([
            "content/index.md": "# Hello\n\n![A board](board.gif)\n", "content/site.yaml": "title: T\n",
            "content/board.gif": Self.gif,
        ])
        let source = ContentSource(try ContentReader(at: disk.at("content")))
        #expect(await source.imageSizes(jobs: 1).keys.sorted() == ["board.gif"])
        try FileManager.default.removeItem(atPath: disk.at("content/board.gif"))
        #expect(await Pipeline.read(source, Pipeline.Options()).problems == [])
        #expect(await source.imageSizes(jobs: 1).isEmpty)
    }
}
