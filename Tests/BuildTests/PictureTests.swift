import Foundation
import Pictures
import TestSupport
import Testing

@testable import Build
@testable import Disk

/// Pictures of a whole site, from their files to what is published of them.
@Suite struct PictureTests {
    static let gif = ExamplePicture.gif(100, 50)

    private static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 0xFF)] + payload
    }

    /// A JPEG of 320 × 100 dots, with segments before its frame, and this many bytes of coded data.
    private static func photo(_ segments: [UInt8] = [], data: Int = 2) -> [UInt8] {
        [0xFF, 0xD8] + segments + segment(0xC0, [8, 0, 100, 1, 64, 1, 1, 0x11, 0])
            + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [UInt8](repeating: 0x55, count: data) + [0xFF, 0xD9]
    }

    private static let page = ["index.md": "# Hello\n\n![A board](photo.jpg)\n"]
    private static let location = Array("Exif\0\0GPS 52.5200 13.4100".utf8)

    // MARK: What is published

    @Test func `a photo is published without its location and device, and its file stays as it is`() async throws {
        let notes = Self.segment(0xE1, Self.location) + Self.segment(0xFE, Array("Phone 1, serial number 2".utf8))
        let disk = try TemporaryFolder([
            "content/index.md": Self.page["index.md"]!,
            "content/site.yaml": "title: T\ncontact: hello@example.gov\n",
        ])
        let file = URL(fileURLWithPath: disk.at("content/photo.jpg"))
        try Data(Self.photo(notes)).write(to: file)
        var command = BuildCommand(content: disk.at("content"), output: disk.at("site"))
        command.options.jobs = 2
        let outcome = try await command.run()
        #expect(outcome.exitCode == 0 && outcome.problems == [])
        #expect(try Data(contentsOf: URL(fileURLWithPath: disk.at("site/photo.jpg"))) == Data(Self.photo()))
        #expect(try Data(contentsOf: file) == Data(Self.photo(notes)))
        let again = try await command.run().summary
        #expect(again?.contains("0 written") == true)
    }

    @Test func `the content says what a picture is, not the name`() async throws {
        let notes = Self.segment(0xE1, Self.location)
        let site = try await TestSite(
            ["index.md": "# Hello\n\n![A board](photo.png)\n"], binary: ["photo.png": Self.photo(notes)])
        #expect(site.bytes["photo.png"] == Self.photo() && site.problems == [])
        #expect(site.main("").contains(" width=\"320\" height=\"100\">"))
    }

    @Test func `files of other kinds are published as they are`() async throws {
        let notes = Self.photo(Self.segment(0xE1, Self.location))
        let site = try await TestSite(Self.page, binary: ["photo.jpg": Self.photo(), "photo.pdf": notes, "a.mp4": []])
        #expect(site.bytes["photo.pdf"] == notes && site.bytes["a.mp4"] == [] && site.problems == [])
    }

    // MARK: What is left out

    @Test(arguments: [
        ("", "it is empty"), ("GIF89a", "it ends before the picture is complete"),
        ("GIF89a\0\0\0\0\0\0\0x", "it is damaged"), ("no picture", "it is no picture"),
        ("\0\0\0\u{10}ftypheic\0\0\0\0", "it is a HEIC picture or a film"), ("II*\0", "it is a TIFF file"),
        ("version https://git-lfs.github.com/spec/v1\n", "it is a Git LFS pointer in place of the picture"),
    ]) func `a broken picture is left out with a warning and stops nothing`(text: String, reason: String) async throws {
        let site = try await TestSite(
            ["index.md": "# Hello\n\n![A board](photo.jpg) and [the board](photo.jpg)\n", "photo.jpg": text])
        #expect(site.codes == ["picture-left-out"])
        let problem = try #require(site.problems.first)
        #expect(problem.message.hasPrefix("`photo.jpg` is left out: ") && problem.message.contains(reason))
        #expect(problem.severity == .warning && problem.path == "photo.jpg" && problem.help != nil)
        #expect(site.files["photo.jpg"] == nil)
        #expect(site.main("").contains("<p>A board and the board</p>"))
    }

    @Test func `a film that says where it was made is left out`() async throws {
        func box(_ name: [UInt8], _ data: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(data.count + 8)] + name + data }
        let name = Array("udta".utf8)
        let location = box([0xA9] + "xyz".utf8, Array("+52.5200+013.4100/".utf8))
        let start = box(Array("ftyp".utf8), Array("isom".utf8))
        let film = start + box(Array("moov".utf8), box(name, location))
        let other = start + box(Array("moov".utf8), box(name, box([0xA9] + "nam".utf8, Array("Talk".utf8))))
        let site = try await TestSite(
            ["index.md": "# Hello\n\n[The film](a.mp4)\n"], binary: ["a.mp4": film, "b.mp4": other])
        #expect(site.codes == ["picture-left-out"] && site.problems.first?.path == "a.mp4")
        #expect(site.files["a.mp4"] == nil && site.bytes["b.mp4"] == other)
        #expect(site.main("").contains("<p>The film</p>"))
    }

    @Test func `each picture that is left out is reported, those that nobody links to as well`() async throws {
        let site = try await TestSite(Self.page.merging(["a.png": "x", "photo.jpg": "", "sub/b.WEBP": "RIFF"]) { $1 })
        #expect(site.problems.map(\.path) == ["a.png", "photo.jpg", "sub/b.WEBP"])
    }

    // MARK: What is large

    @Test func `a photo of 7 MB is reported, with its size and what to do`() async throws {
        let site = try await TestSite(Self.page, binary: ["photo.jpg": Self.photo(data: 7_000_000)])
        #expect(site.codes == ["large-picture"])
        let problem = try #require(site.problems.first)
        #expect(
            problem.message
                == "`photo.jpg` has 7.1 MB and 320 × 100 pixels: over a slow connection it takes about 35 seconds to "
                + "show.")
        #expect(problem.help?.text.contains("1600 pixels wide") == true)
        #expect(site.bytes["photo.jpg"]?.count == Self.photo(data: 7_000_000).count)
    }

    @Test func `what counts is what is published, up to 2 MB`() async throws {
        let film = [UInt8](repeating: 7, count: 5_000_000)
        let most = 2_000_000 - Self.photo(data: 0).count
        let site = try await TestSite(
            [:],
            binary: [
                "film.jpg": Self.photo() + film, "most.jpg": Self.photo(data: most),
                "more.jpg": Self.photo(data: most + 1),
                "animation.gif": Array(ExamplePicture.gif(bytes: 2_000_000).utf8), "talk.pdf": film,
            ])
        #expect(site.problems.map(\.path) == ["animation.gif", "more.jpg"])
        #expect(site.problems.first?.help?.text.contains("film") == true)
    }

    // MARK: Width and height

    @Test func `an image has the size that its file says`() async throws {
        let site = try await TestSite([
            "handbook/guide.md": "# Guide\n\n![A board](../img/Board.GIF)\n", "img/Board.GIF": Self.gif,
        ])
        #expect(site.problems == [])
        #expect(
            site.main("handbook/guide/").contains(
                "<img src=\"../../img/Board.GIF\" alt=\"A board\" loading=\"lazy\" width=\"100\" height=\"50\">"))
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
                "<img src=\"../board.gif\" alt=\"Bwrdd\" loading=\"lazy\" width=\"100\" height=\"50\">"))
        #expect(site.site.imageSizes.keys.sorted() == ["board.gif"])
    }

    // MARK: How much is read

    @Test(arguments: [(100, true), (5_000, true), (200_000, true), (300_000, false)])
    func `a photo has a size unless too much that stays comes before it`(bytes: Int, isKnown: Bool) async {
        let profile = Self.segment(0xE2, "ICC_PROFILE\0".utf8 + [UInt8](repeating: 0, count: 1_000))
        let segments = Array(repeating: profile, count: bytes / 1_000 + 1).flatMap { $0 }
        let looks = await ContentSource(["a.jpg": Self.photo(segments)]).pictures(jobs: 1)
        #expect(looks["a.jpg"]?.size.map { [$0.width, $0.height] } == (isKnown ? [320, 100] : nil))
    }

    @Test func `the notes of a camera before a photo do not count`() async {
        let notes = Array(repeating: Self.segment(0xE2, [UInt8](repeating: 0, count: 60_000)), count: 20).flatMap { $0 }
        let looks = await ContentSource(["a.jpg": Self.photo(notes)]).pictures(jobs: 1)
        #expect(looks["a.jpg"]?.size?.width == 320)
    }

    @Test func `only pictures and films are looked at, each once`() async {
        let files = [
            "a.png": Array(Self.gif.utf8), "b.gif": Array(Self.gif.utf8), "c.pdf": [], "d.mp4": [], "e.md": [],
        ]
        await confirmation(expectedCount: 3) { isAsked in
            var source = ContentSource(files)
            source.open = { path in
                isAsked()
                #expect(["a.png", "b.gif", "d.mp4"].contains(path))
                return try OpenAsset(files[path]!, at: path)
            }
            _ = await source.pictures(jobs: 1)
        }
    }

    @Test func `a picture that did not change is not looked at again`() async throws {
        let disk = try TemporaryFolder(["content/a.gif": Self.gif])
        let reader = try ContentReader(at: disk.at("content"))
        // A second change right after the first might not show.
        try await Task.sleep(for: .milliseconds(100))
        var source = ContentSource(reader)
        let looks = await source.pictures(jobs: 1)
        source.open = { _ in throw PictureFlaw.broken }
        #expect(await source.pictures(after: looks, jobs: 1)["a.gif"]?.size?.width == 100)
        #expect(await source.pictures(jobs: 1)["a.gif"]?.isLeftOut == true)
        try disk.put("content/a.gif", "other")
        #expect(await ContentSource(reader).pictures(after: looks, jobs: 1)["a.gif"]?.isLeftOut == true)
    }

    @Test func `a picture that cannot be opened has no size and no problem`() async throws {
        let disk = try TemporaryFolder([
            "content/index.md": "# Hello\n\n![A board](board.gif)\n", "content/site.yaml": "title: T\n",
            "content/board.gif": Self.gif,
        ])
        let source = ContentSource(try ContentReader(at: disk.at("content")))
        #expect(await source.pictures(jobs: 1)["board.gif"]?.size != nil)
        try FileManager.default.removeItem(atPath: disk.at("content/board.gif"))
        #expect(await Pipeline.read(source, Pipeline.Options()).problems == [])
        #expect(await source.pictures(jobs: 1)["board.gif"]?.size == nil)
    }

    @Test func `a picture that is broken while the site is built stops it with a message`() async throws {
        var source = ContentSource(["photo.jpg": Self.photo(), "site.yaml": Array("title: T\n".utf8)])
        let reading = await Pipeline.read(source, Pipeline.Options())
        source.open = { try OpenAsset([1, 2, 3], at: $0) }
        let plan = try RenderPlan(reading.site, theme: .init())
        await #expect(throws: BuildError.self) {
            _ = try await Pipeline.render(plan, into: MemorySink(), open: source.open, jobs: 1)
        }
    }

    // MARK: While a handbook is written

    @Test func `the preview shows what is published`() async throws {
        let settings = "title: T\ncontact: hello@example.gov\n"
        let folder = try LiveSiteTests.folder(["site.yaml": settings].merging(Self.page) { $1 })
        func put(_ bytes: [UInt8]) throws {
            try Data(bytes).write(to: URL(fileURLWithPath: folder.at("content/photo.jpg")))
        }
        func shown(_ site: LiveSite) throws -> [UInt8]? {
            guard case .asset(let asset)? = try site.file(at: "photo.jpg") else { return nil }
            return asset.bytes(at: 0, count: asset.size)
        }
        try put(Self.photo(Self.segment(0xE1, Self.location)))
        var site = LiveSiteTests.live(folder)
        _ = await site.refresh()
        #expect(try shown(site) == Self.photo() && site.problems == [])
        try put(Array(Self.photo().dropLast()))
        #expect(try shown(site) == nil)
        _ = await site.refresh()
        #expect(try shown(site) == nil && site.problems.map(\.code) == ["picture-left-out"])
        try put(Self.photo())
        _ = await site.refresh()
        #expect(try shown(site) == Self.photo() && site.problems == [])
    }
}
