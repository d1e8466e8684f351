import Foundation
import Pictures
import TestSupport
import Testing
import Text

@testable import Build
@testable import Disk

@Suite struct OutputFolderTests {
    let disk: TemporaryFolder

    init() throws { disk = try TemporaryFolder(["content/index.md": "# Home\n"]) }

    private func date(_ name: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: disk.at(name))[.modificationDate] as? Date
    }

    private func age(_ names: [String]) throws {
        for name in names {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: disk.at(name))
        }
    }

    @Test func aSecondBuildTouchesNothing() throws {
        let files = ["index.html": "home", "a/index.html": "a", "a/empty.txt": ""]
        #expect(try disk.build(files) == Summary(written: 3, unchanged: 0, removed: 0))
        let all = files.keys.map { "site/\($0)" } + ["site/.folkmoot-manifest.json"]
        try age(all)
        #expect(try disk.build(files) == Summary(written: 0, unchanged: 3, removed: 0))
        for name in all { #expect(try date(name) == Date(timeIntervalSince1970: 1_000_000_000), "\(name)") }
    }

    @Test func onlyWhatChangedIsWritten() throws {
        try disk.build(["index.html": "home", "a.html": "same size"])
        try age(["site/index.html", "site/a.html"])
        #expect(
            try disk.build(["index.html": "home", "a.html": "SAME SIZE"])
                == Summary(written: 1, unchanged: 1, removed: 0))
        #expect(try date("site/index.html") == Date(timeIntervalSince1970: 1_000_000_000))
        #expect(disk.site() == ["index.html": "home", "a.html": "SAME SIZE"])
    }

    @Test func removesOwnOldFilesAndTheFoldersThatHeldOnlyThem() throws {
        try disk.build(["index.html": "1", "a/b/c.html": "1", "a/d.html": "1", "e/f.html": "1"])
        try disk.put("site/e/notes.txt", "mine")
        try disk.makeFolder("site/empty")
        #expect(try disk.build(["index.html": "1"]) == Summary(written: 0, unchanged: 1, removed: 3))
        #expect(disk.site() == ["index.html": "1", "e/notes.txt": "mine", "empty": "/"])
    }

    /// Copying a public folder to a host must never copy a private site.
    @Test(arguments: SiteKind.allCases) func aFolderHoldsOneKindOfSite(kind: SiteKind) throws {
        func folder(_ kind: SiteKind) throws -> OutputFolder {
            try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: true, kind: kind)
        }
        for text in ["1", "2"] {
            let run = try folder(kind).begin(planned: ["index.html"])
            _ = try run.finish([run.write("index.html", Array(text.utf8))])
        }
        for other in SiteKind.allCases where other != kind {
            let error = #expect(throws: BuildError.self) { _ = try folder(other) }
            #expect("\(error!)".contains("holds \(kind.words)"))
        }
        #expect(disk.site() == ["index.html": "2"])
    }

    @Test(arguments: [
        (SiteKind.handbook, "{", false), (.signals, "", false),
        (.published, "{\"version\":1,\"private\":\"hand", false),
        (.published, "{\"version\":1,", true),
    ]) func aDamagedManifestIsTakenForTheOtherKind(kind: SiteKind, text: String, isTaken: Bool) throws {
        try disk.put("site/\(Manifest.name)", text)
        let make = {
            try OutputFolder(at: self.disk.at("site"), contentPath: self.disk.at("content"), takeOver: true, kind: kind)
        }
        if isTaken {
            #expect(try make().messages.count == 1)
        } else {
            let error = #expect(throws: BuildError.self) { _ = try make() }
            #expect("\(error!)".contains("is damaged, so nobody can say"))
        }
    }

    @Test(arguments: ["private", "private/site", "."]) func aPrivateFolderIsNoOutput(path: String) throws {
        try disk.put("private/a.md", "# A\n")
        let error = #expect(throws: BuildError.self) {
            _ = try OutputFolder(
                at: disk.at(path), contentPath: disk.at("content"), takeOver: true, kind: .handbook,
                overlay: disk.at("private"))
        }
        #expect("\(error!)".contains("private folder"))
        #expect(disk.tree() == ["content/index.md": "# Home\n", "private/a.md": "# A\n"])
    }

    @Test func keepsForeignFilesAndDotfiles() throws {
        let foreign = [".git/config": "g", ".htaccess": "h", "CNAME": "c", "a/photo.jpg": "p"]
        for (name, text) in foreign { try disk.put("site/\(name)", text) }
        try disk.build(["index.html": "1", "a/index.html": "1"])
        try disk.build(["b.html": "1"])
        #expect(disk.site() == foreign.merging(["b.html": "1"]) { $1 })
    }

    @Test func refusesToReplaceForeignFilesAndChangesNothing() throws {
        try disk.build(["old.html": "old", "kept.html": "1"])
        for i in 1...7 { try disk.put("site/f\(i).html", "foreign") }
        let before = disk.tree("site")
        var files = ["old.html": "new", "new.html": "new"]
        for i in 1...7 { files["f\(i).html"] = "ours" }
        let text = message { try disk.build(files) }
        #expect(
            text.contains(
                "7 files there that folkmoot did not make would be replaced: `f1.html`, `f2.html`, `f3.html`, "
                    + "`f4.html`, `f5.html` and 2 more"
            ))
        #expect(disk.tree("site") == before)
    }

    @Test func aRefusedFileIsStillForeignNextTime() throws {
        try disk.put("site/index.html", "foreign")
        for _ in 1...2 { #expect(message { try disk.build(["index.html": "ours"]) }.contains("a file there")) }
        #expect(disk.tree("site") == ["index.html": "foreign"])
    }

    @Test func adoptsForeignFilesThatAreTheSame() throws {
        try disk.put("site/index.html", "same")
        #expect(try disk.build(["index.html": "same"]) == Summary(written: 0, unchanged: 1, removed: 0))
        try disk.build(["other.html": "1"])
        #expect(disk.site() == ["other.html": "1"])
    }

    @Test func takesOverWhenAsked() throws {
        try disk.put("outside.txt", "outside")
        try disk.put("site/index.html", "foreign")
        try disk.put("site/notes.txt", "foreign")
        try disk.link("site/link.html", to: disk.at("outside.txt"))
        #expect(message { try disk.build(["link.html": "outside"]) }.contains("`link.html`"))
        try disk.build(["index.html": "ours", "link.html": "ours"], takeOver: true)
        #expect(disk.site() == ["index.html": "ours", "link.html": "ours", "notes.txt": "foreign"])
        #expect(disk.text("outside.txt") == "outside")
    }

    @Test func refusesAFolderWhereAForeignFileStands() throws {
        try disk.put("site/a", "foreign")
        let before = disk.tree("site")
        #expect(
            message { try disk.build(["a/index.html": "1"], takeOver: true) }.contains(
                "`a (a file, where a folder is needed)`"))
        #expect(disk.tree("site") == before)
    }

    @Test func refusesAFileWhereAForeignFolderStands() throws {
        try disk.build(["a/index.html": "1"])
        try disk.put("site/a/notes.txt", "foreign")
        let before = disk.tree("site")
        #expect(
            message { try disk.build(["a": "1"], takeOver: true) }.contains(
                "a folder with files that folkmoot did not make"))
        #expect(disk.tree("site") == before)
    }

    @Test func refusesToWriteThroughALink() throws {
        try disk.makeFolder("elsewhere")
        try disk.link("site/a", to: disk.at("elsewhere"))
        #expect(
            message { try disk.build(["a/b/index.html": "1"], takeOver: true) }.contains(
                "`a (a link, where a folder is needed)`"))
        #expect(disk.tree("elsewhere").isEmpty)
    }

    @Test func aFileOfOursBecomesAFolderAndBack() throws {
        try disk.build(["a": "1", "b/c/d.html": "1", "b/e.html": "1"])
        #expect(try disk.build(["a/x/index.html": "2", "b": "2"]) == Summary(written: 2, unchanged: 0, removed: 3))
        #expect(disk.site() == ["a/x/index.html": "2", "b": "2"])
        try disk.build(["a": "1", "b/c/d.html": "1", "b/e.html": "1"])
        #expect(disk.site() == ["a": "1", "b/c/d.html": "1", "b/e.html": "1"])
    }

    @Test func removesNothingThroughALink() throws {
        try disk.build(["a/index.html": "1", "b.html": "1"])
        try disk.put("elsewhere/index.html", "precious")
        try FileManager.default.removeItem(atPath: disk.at("site/a"))
        try disk.link("site/a", to: disk.at("elsewhere"))
        try FileManager.default.removeItem(atPath: disk.at("site/b.html"))
        try disk.link("site/b.html", to: disk.at("elsewhere/index.html"))
        try disk.build(["index.html": "1"])
        #expect(disk.text("elsewhere/index.html") == "precious")
        #expect(disk.site()["b.html"] == "→ \(disk.at("elsewhere/index.html"))")
    }

    @Test func namesThatDifferInNormalisationAreTwoFiles() throws {
        let (one, two) = ["caf\u{E9}.html", "cafe\u{301}.html"].withUnsafeBufferPointer { ($0[0], $0[1]) }
        let folder = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false)
        let run = try folder.begin(planned: [one, two])
        let summary = try run.finish([run.write(one, [1]), run.write(two, [2])])
        #expect(summary.written == 2)
    }

    @Test func copiesLargeFilesOnlyWhenTheyDiffer() throws {
        let large = String(repeating: "0123456789abcde\n", count: 20_000) + "tail"
        try disk.put("content/a.txt", large)
        try disk.put("content/empty.txt", "")
        func build() throws -> Summary {
            let folder = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false)
            let run = try folder.begin(planned: ["a.txt", "empty.txt"])
            let reader = try ContentReader(at: disk.at("content"))
            let a = try run.copy(reader.open("a.txt"), to: "a.txt")
            #expect(a.hash == ContentHash.of(Array(disk.text("content/a.txt")!.utf8)))
            return try run.finish([a, run.copy(reader.open("empty.txt"), to: "empty.txt")])
        }
        #expect(try build() == Summary(written: 2, unchanged: 0, removed: 0))
        #expect(try build() == Summary(written: 0, unchanged: 2, removed: 0))
        try disk.put("content/a.txt", large.dropLast() + "L")
        #expect(try build() == Summary(written: 1, unchanged: 1, removed: 0))
        #expect(disk.text("site/a.txt")?.hasSuffix("taiL") == true)
    }

    @Test func copyNamesAFileThatGotShorter() throws {
        try disk.put("content/a.txt", "text")
        let folder = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false)
        let run = try folder.begin(planned: ["a.txt"])
        let asset = try ContentReader(at: disk.at("content")).open("a.txt")
        try disk.put("content/a.txt", "t")
        #expect(message { _ = try run.copy(asset, to: "a.txt") }.contains("/site/a.txt`"))
    }

    @Test func aCopiedPictureIsWithoutNotesAndIsNotWrittenAgain() throws {
        let bytes = Array(ExamplePicture.gif.utf8.dropLast()) + [0x21, 0xFE, 6] + Array("secret\0;trailer".utf8)
        try Data(bytes).write(to: URL(fileURLWithPath: disk.at("content/a.png")))
        func build() throws -> Summary {
            let folder = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false)
            let run = try folder.begin(planned: ["a.png"])
            let written = try run.copy(ContentReader(at: disk.at("content")).open("a.png"), to: "a.png")
            #expect(written.hash == ContentHash.of(Array(ExamplePicture.gif.utf8)))
            return try run.finish([written])
        }
        #expect(try build() == Summary(written: 1, unchanged: 0, removed: 0))
        #expect(try build() == Summary(written: 0, unchanged: 1, removed: 0))
        #expect(disk.text("site/a.png") == ExamplePicture.gif)
        #expect(try Data(contentsOf: URL(fileURLWithPath: disk.at("content/a.png"))) == Data(bytes))
    }

    @Test func `files may be planned while a run is at work`() throws {
        try disk.build(["a.html": "1", "old.html": "1"])
        try disk.put("site/mine.txt", "precious")
        func run(_ more: [String]) throws -> (OutputRun, Written) {
            let folder = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false)
            let run = try folder.begin(planned: ["a.html"])
            let written = try run.write("a.html", Array("2".utf8))
            return (try run.planning(more), written)
        }
        #expect(message { _ = try run(["a.html"]) }.contains("/a.html` twice"))
        #expect(message { _ = try run(["a.html/b"]) }.contains("both as a file and as a folder"))
        #expect(message { _ = try run(["../b"]) }.contains("cannot write `../b`"))
        let refusal = message {
            let (all, a) = try run(["mine.txt"])
            _ = try all.finish([a, all.write("mine.txt", Array("ours".utf8))])
        }
        #expect(refusal.contains("a file there that folkmoot did not make would be replaced: `mine.txt`"))
        #expect(disk.text("site/mine.txt") == "precious" && disk.text("site/a.html") == "1")
        let (all, a) = try run(["b/c.js"])
        #expect(
            try all.finish([a, all.write("b/c.js", Array("3".utf8))]) == Summary(written: 2, unchanged: 0, removed: 1))
        #expect(disk.site() == ["a.html": "2", "b/c.js": "3", "mine.txt": "precious"])
    }

    @Test func writesFromManyTasksAtOnce() async throws {
        let folder = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false)
        let paths = (0..<1_000).map { "\($0 % 37)/\($0 % 7)/\($0).html" }
        let run = try folder.begin(planned: paths)
        let written = try await parallelMap(paths, jobs: 8) { index, path in
            try run.write(path, Array("page \(index)".utf8))
        }
        #expect(written.map(\.path) == paths)
        #expect(try run.finish(written) == Summary(written: 1_000, unchanged: 0, removed: 0))
        #expect(disk.site() == Dictionary(uniqueKeysWithValues: paths.enumerated().map { ($1, "page \($0)") }))
    }

    @Test func filesAreReadableAndNotExecutable() throws {
        try disk.build(["index.html": "1"])
        let mode = try FileManager.default.attributesOfItem(atPath: disk.at("site/index.html"))[.posixPermissions]
        let mask = umask(0)
        umask(mask)
        #expect(mode as? Int == Int(0o644 & ~mask))
    }

    @Test func twoBuildsOfOneSiteAreTheSameToTheByte() throws {
        let files = ["b.html": "1", "a/\"<é>\".html": "2", "a.html": "3"]
        try disk.build(files, into: "one")
        try disk.build(["x.html": "", "b.html": "0"], into: "two")
        try disk.build(files, into: "two")
        #expect(disk.tree("one") == disk.tree("two"))
    }
}
