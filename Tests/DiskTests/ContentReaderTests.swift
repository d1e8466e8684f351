import Foundation
import Pictures
import TestSupport
import Testing

@testable import Disk

@Suite struct ContentReaderTests {
    private func tree(_ disk: TemporaryFolder, limits: ContentLimits = ContentLimits()) throws -> ContentTree {
        try ContentReader(at: disk.at("content"), limits: limits).tree()
    }

    private func codes(_ tree: ContentTree) -> [String] { tree.problems.map { "\($0.path): \($0.code)" } }

    @Test func listsDocumentsAndAssetsByTheirBytes() throws {
        let disk = try TemporaryFolder()
        for name in [
            "site.yaml", "index.md", "a/b.md", "a.md", "Z.md", "é.md", "a/photo.JPG", "x.csv", ".hidden.md",
            "_draft.md",
            ".git/x.md", "_parts/x.md", "a/Thumbs.db",
        ] { try disk.put("content/\(name)", "x") }
        let tree = try tree(disk)
        #expect(tree.documents == ["Z.md", "a.md", "a/b.md", "index.md", "site.yaml", "é.md"])
        #expect(tree.assets == ["a/photo.JPG", "x.csv"])
        #expect(tree.problems.isEmpty)
    }

    @Test func leavesOutOtherTypes() throws {
        let disk = try TemporaryFolder()
        for name in ["a.svg", "b.html", "c.js", "d/site.yaml", "LICENSE", "e.MD", "site.yml"] {
            try disk.put("content/\(name)", "x")
        }
        let tree = try tree(disk)
        #expect(tree.documents.isEmpty && tree.assets.isEmpty)
        #expect(tree.problems.allSatisfy { $0.code == "asset-type" && $0.severity == .warning })
        #expect(tree.problems.map(\.path) == ["LICENSE", "a.svg", "b.html", "c.js", "d/site.yaml", "e.MD", "site.yml"])
        #expect(
            tree.problems[1].message.hasPrefix(
                "`a.svg` is left out: an image must be png, jpg, jpeg, gif, webp or avif"))
        #expect(tree.problems[5].help?.text == "The name of a page ends in `.md`.")
    }

    @Test func followsLinksInside() throws {
        let disk = try TemporaryFolder(["content/a.md": "x", "content/_shared/b.md": "y"])
        try disk.link("content/c.md", to: "a.md")
        try disk.link("content/d", to: "_shared")
        try disk.link("content/e/f.md", to: disk.at("content/_shared/b.md"))
        let tree = try tree(disk)
        #expect(tree.documents == ["a.md", "c.md", "d/b.md", "e/f.md"])
        #expect(tree.problems.isEmpty)
        #expect(try ContentReader(at: disk.at("content")).read("d/b.md") == Array("y".utf8))
    }

    @Test func reportsLinksOutAndToNothing() throws {
        let disk = try TemporaryFolder(["content/a.md": "x", "secret.md": "x", "content-not/a.md": "x"])
        try disk.link("content/b.md", to: "../secret.md")
        try disk.link("content/c", to: "../content-not")
        try disk.link("content/d.txt", to: "/etc/passwd")
        try disk.link("content/e.md", to: "nothing.md")
        try disk.link("content/f.md", to: "f.md")
        let tree = try tree(disk)
        #expect(tree.documents == ["a.md"])
        #expect(
            codes(tree) == [
                "b.md: symlink-outside", "c: symlink-outside", "d.txt: symlink-outside", "e.md: unreadable-file",
                "f.md: unreadable-file",
            ])
    }

    @Test func publishesNothingHiddenThroughALink() throws {
        let disk = try TemporaryFolder([
            "content/a.md": "x", "content/.env": "secret", "content/.git/config.txt": "secret",
            "content/_keys/.k/b.md": "secret",
        ])
        try disk.link("content/e.txt", to: ".env")
        try disk.link("content/env.md", to: ".env")
        try disk.link("content/git", to: ".git")
        try disk.link("content/g.txt", to: ".git/config.txt")
        try disk.link("content/k.md", to: "_keys/.k/b.md")
        try disk.link("content/twice.md", to: "env.md")
        let tree = try tree(disk)
        #expect(tree.documents == ["a.md"] && tree.assets.isEmpty)
        #expect(
            codes(tree) == ["e.txt", "env.md", "g.txt", "git", "k.md", "twice.md"].map { "\($0): symlink-outside" })
        #expect(tree.problems[0].message.contains("a link to something hidden"))
    }

    @Test func aContentFolderBelowAHiddenOneIsFine() throws {
        let disk = try TemporaryFolder([".hidden/content/a.md": "x"])
        try disk.link(".hidden/content/b.md", to: "a.md")
        try disk.link("content", to: ".hidden/content")
        #expect(try tree(disk).documents == ["a.md", "b.md"])
    }

    @Test func aLinkLeadsToAFileOfItsType() throws {
        let disk = try TemporaryFolder([
            "content/a.md": "x", "content/_settings.yaml": "x", "content/_key": "x", "content/_x.html": "x",
            "content/p.png": "x", "content/_part.md": "x",
        ])
        try disk.link("content/site.yaml", to: "_settings.yaml")
        try disk.link("content/b.png", to: "_key")
        try disk.link("content/c.txt", to: "_x.html")
        try disk.link("content/d.md", to: "p.png")
        try disk.link("content/e.png", to: "a.md")
        try disk.link("content/f.md", to: "_part.md")
        try disk.link("content/g.jpg", to: "p.png")
        let tree = try tree(disk)
        #expect(tree.documents == ["a.md", "f.md", "site.yaml"] && tree.assets == ["g.jpg", "p.png"])
        #expect(codes(tree) == ["b.png: asset-type", "c.txt: asset-type", "d.md: asset-type", "e.png: asset-type"])
    }

    @Test func readsAFolderOnceWhateverTheCycle() throws {
        let disk = try TemporaryFolder(["content/a/x.md": "x", "content/z/y.md": "y"])
        try disk.link("content/a/up", to: "..")
        try disk.link("content/a/here", to: ".")
        try disk.link("content/b", to: "z")
        try disk.link("content/z/back", to: "../a")
        let tree = try tree(disk)
        #expect(tree.documents == ["a/x.md", "z/y.md"])
        #expect(
            codes(tree) == ["a/here: folder-twice", "a/up: folder-twice", "b: folder-twice", "z/back: folder-twice"])
    }

    @Test func theContentFolderItselfMayBeALink() throws {
        let disk = try TemporaryFolder(["real/a.md": "x"])
        try disk.link("content", to: "real")
        try disk.link("real/b.md", to: disk.at("content/a.md"))
        #expect(try tree(disk).documents == ["a.md", "b.md"])
    }

    @Test func reportsWhatIsNoFile() throws {
        let disk = try TemporaryFolder(["content/a.md": "x"])
        #expect(mkfifo(disk.at("content/pipe.md"), 0o644) == 0)
        try disk.link("content/link.md", to: "pipe.md")
        let tree = try tree(disk)
        #expect(tree.documents == ["a.md"])
        #expect(codes(tree) == ["link.md: unreadable-file", "pipe.md: unreadable-file"])
        #expect(throws: ContentProblem.self) { try ContentReader(at: disk.at("content")).read("pipe.md") }
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything")) func reportsWhatMayNotBeRead() throws {
        let disk = try TemporaryFolder([
            "content/a.md": "x", "content/b.md": "x", "content/c.pdf": "x", "content/d/e.md": "x",
        ])
        for name in ["b.md", "c.pdf", "d"] { chmod(disk.at("content/\(name)"), 0) }
        defer { chmod(disk.at("content/d"), 0o755) }
        let tree = try tree(disk)
        #expect(tree.documents == ["a.md"])
        #expect(codes(tree) == ["b.md: unreadable-file", "c.pdf: unreadable-file", "d: unreadable-file"])
        #expect(tree.problems[0].message == "`b.md` cannot be read: Permission denied.")
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everything")) func saysThatAFolderCannotBeWritten() throws {
        let disk = try TemporaryFolder(["content/a.md": "x", "site/x": "y"])
        chmod(disk.at("site"), 0o555)
        defer { chmod(disk.at("site"), 0o755) }
        let text = message { try disk.build(["index.html": "1"]) }
        #expect(text.contains("Permission denied; let this user write there, or choose another folder."))
    }

    @Test func reportsBadNames() throws {
        let disk = try TemporaryFolder(["content/a.md": "x", "content/tab\tname.md": "x"])
        let made = disk.at("content/b").withCString { path in
            var bytes = Array(UnsafeBufferPointer(start: path, count: strlen(path)))
            bytes += [CChar(bitPattern: 0xFF), 0]
            return mkdir(bytes, 0o755)
        }
        let tree = try tree(disk)
        #expect(tree.documents == ["a.md"])
        // APFS refuses to make such a name at all.
        #expect(codes(tree) == (made == 0 ? ["b\u{FFFD}: bad-name-on-disk"] : []) + ["tab\tname.md: bad-name-on-disk"])
    }

    @Test func keepsToTheLimits() throws {
        let disk = try TemporaryFolder()
        for name in ["a.md", "b/c/d.md", "b/e.md", "x.md", "y.pdf"] { try disk.put("content/\(name)", "12345") }
        var limits = ContentLimits()
        limits.depth = 1
        #expect(codes(try tree(disk, limits: limits)) == ["b/c: path-too-long"])
        limits = ContentLimits()
        limits.pathLength = 5
        #expect(codes(try tree(disk, limits: limits)) == ["b/c/d.md: path-too-long", "b/e.md: path-too-long"])
        limits = ContentLimits()
        limits.documentSize = 4
        let small = try tree(disk, limits: limits)
        #expect(small.assets == ["y.pdf"] && small.documents.isEmpty)
        #expect(small.problems.count == 4 && small.problems.allSatisfy { $0.code == "file-too-large" })
        limits = ContentLimits()
        limits.files = 2
        let few = try tree(disk, limits: limits)
        #expect(few.documents.count + few.assets.count == 2)
        #expect(few.problems.map(\.code) == ["too-many-files"])
    }

    @Test func readGivesTheBytes() throws {
        let disk = try TemporaryFolder(["content/a.md": "text\0é", "content/empty.md": "", "content/large.md": "12345"])
        var limits = ContentLimits()
        limits.documentSize = 7
        let reader = try ContentReader(at: disk.at("content"), limits: limits)
        #expect(try reader.read("a.md") == Array("text\0é".utf8))
        #expect(try reader.read("empty.md") == [])
        try disk.put("content/large.md", "12345678")
        #expect(throws: ContentProblem(diagnostic: .tooLarge("large.md", limits: limits))) {
            try reader.read("large.md")
        }
        let gone = #expect(throws: ContentProblem.self) { try reader.read("gone.md") }
        #expect(gone?.diagnostic.message == "`gone.md` cannot be read: No such file or directory.")
    }

    @Test func ofAnAssetNoMoreIsReadThanIsAskedFor() throws {
        let disk = try TemporaryFolder([
            "content/short.pdf": "12345", "content/long.pdf": "12345", "content/folder.pdf/a.md": "x",
        ])
        // A tebibyte that takes no room on the disk, and would not fit into memory.
        #expect(truncate(disk.at("content/long.pdf"), 1 << 40) == 0)
        let reader = try ContentReader(at: disk.at("content"))
        #expect(try reader.open("short.pdf").bytes(at: 0, count: 3) == Array("123".utf8))
        #expect(try reader.open("short.pdf").bytes(at: 3, count: 4096) == Array("45".utf8))
        #expect(try reader.open("short.pdf").bytes(at: 9, count: 1) == [])
        let long = try reader.open("long.pdf")
        #expect(long.size == 1 << 40)
        #expect(long.bytes(at: 4, count: 4) == Array("5\0\0\0".utf8))
        #expect(throws: ContentProblem.self) { try reader.open("gone.pdf") }
        #expect(throws: ContentProblem.self) { try reader.open("folder.pdf") }
    }

    @Test func ofAPictureOnlyWhatIsPublishedIsRead() throws {
        let disk = try TemporaryFolder(["content/a.gif": ExamplePicture.gif + "trailer", "content/b.GIF": "trailer"])
        let reader = try ContentReader(at: disk.at("content"))
        let asset = try reader.open("a.gif")
        let whole = Array(ExamplePicture.gif.utf8)
        #expect(asset.size == whole.count)
        for offset in 0...whole.count {
            #expect(asset.bytes(at: offset, count: 5) == Array(whole.dropFirst(offset).prefix(5)))
        }
        #expect(throws: PictureFlaw.otherFormat("no picture")) { try reader.open("b.GIF") }
    }

    @Test func aPictureOfATebibyteIsNotReadIntoMemory() throws {
        let disk = try TemporaryFolder(["content/a.png": "x", "content/b.gif": ExamplePicture.gif])
        let reader = try ContentReader(at: disk.at("content"))
        for path in ["a.png", "b.gif"] { #expect(truncate(disk.at("content/\(path)"), 1 << 40) == 0) }
        #expect(throws: PictureFlaw.self) { try reader.open("a.png") }
        #expect(try reader.open("b.gif").size == ExamplePicture.gif.utf8.count)
    }

    @Test func aMissingContentFolderIsAnError() {
        #expect(
            message { _ = try ContentReader(at: "/nowhere/content") }.contains(
                "cannot read the content folder `/nowhere/content`: No such file or directory"))
    }

    @Test(arguments: [
        ["a/caf\u{E9}.png", "a/cafe\u{301}.png"], ["a/Plan.pdf", "a/plan.pdf"], ["A/plan.pdf", "a/plan.pdf"],
        ["\u{E9}t\u{E9}/x.csv", "e\u{301}te\u{301}/x.csv"], ["page.md", "Page.md"].reversed(),
        ["\u{1EC7}.pdf", "e\u{323}\u{302}.pdf"], ["\u{C9}.pdf", "e\u{301}.pdf"],
    ])
    func `of two names that are one on another computer, one is kept and the other reported`(names: [String]) throws {
        let disk = try TemporaryFolder()
        for (name, text) in zip(names, ["first", "second!"]) { try disk.put("content/\(name)", text) }
        let tree = try tree(disk)
        let kept = tree.documents + tree.assets
        #expect(kept.count == 1 && tree.problems.map(\.code) == ["name-twice"])
        let all = Set(kept.map(BytePath.init) + tree.problems.map { BytePath($0.path) })
        #expect(all == Set(names.map(BytePath.init)))
        // The facts are those of the file that is kept.
        let isFirst = BytePath(kept[0]) == BytePath(names[0])
        #expect(tree.facts.count == 1 && tree.facts[kept[0]]?.size == (isFirst ? 5 : 7))
        #expect(
            tree.problems[0].message.contains(
                names[0].lowercased().utf8.elementsEqual(names[1].lowercased().utf8)
                    ? "but for capitals" : "how its accents are written"))
    }

    @Test func `of GitBook's own folder, the files that pages show are read`() throws {
        let disk = try TemporaryFolder()
        for path in ["assets/image (1).png", "assets/deep/plan.pdf", "assets/page.md", "includes/part.md", "vars.yaml"]
        {
            try disk.put("content/guide/.gitbook/\(path)", "")
        }
        try disk.put("content/guide/.hidden/assets/plan.pdf", "")
        let tree = try tree(disk)
        #expect(tree.documents == [])
        #expect(tree.assets == ["assets/deep/plan.pdf", "assets/image (1).png"].map { "guide/.gitbook/\($0)" })
        #expect(tree.problems.map(\.path) == ["guide/.gitbook/assets/page.md"])
    }

    @Test func `folders whose names differ in capitals or accents hold files of different names`() throws {
        let disk = try TemporaryFolder()
        for name in ["\u{E9}/a.csv", "e\u{301}/b.csv", "X/a.csv", "x/b.csv"] { try disk.put("content/\(name)", "x") }
        let tree = try tree(disk)
        #expect(tree.assets.count == 4 && tree.problems.isEmpty)
    }

    @Test(arguments: DiskRules.all.map(\.code)) func examplesOfARule(code: String) throws {
        let rule = DiskRules.all.first { $0.code == code }!
        for (name, text) in rule.bad.isEmpty ? [] : [("bad", rule.bad)] + [("good", rule.good)] {
            let disk = try TemporaryFolder()
            for (path, content) in text { try disk.put("content/\(path)", content) }
            let found = try tree(disk).problems
            #expect(Set(found.map(\.code)) == (name == "bad" ? [code] : []))
            #expect(found.allSatisfy { $0.severity == rule.severity })
        }
    }
}
