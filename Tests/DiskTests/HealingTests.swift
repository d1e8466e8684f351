import Foundation
import TestSupport
import Testing
import Text

@testable import Disk

/// A build may be killed at any moment; the next one makes the folder what it would have been.
@Suite struct HealingTests {
    let disk: TemporaryFolder
    let old = ["index.html": "1", "a/gone.html": "1", "file": "1", "folder/x.html": "1", "same.html": "1"]
    let new = ["index.html": "2", "b/new.html": "2", "file/y.html": "2", "folder": "2", "same.html": "1"]

    init() throws { disk = try TemporaryFolder(["content/index.md": "# Home\n"]) }

    private func manifest(_ files: [String: String]) -> Manifest {
        Manifest(
            files: Dictionary(
                uniqueKeysWithValues: files.map { (BytePath($0.key), ContentHash.of(Array($0.value.utf8))) }))
    }

    /// The steps of `finish` after the journal, each as a change of the folder.
    private var steps: [() throws -> Void] {
        let files = FileManager.default
        func remove(_ name: String) -> () throws -> Void { { try files.removeItem(atPath: disk.at("site/\(name)")) } }
        func put(_ name: String) -> () throws -> Void { { try disk.put("site/\(name)", new[name]!) } }
        return [
            remove("file"), remove("folder/x.html"), remove("folder"), { try disk.makeFolder("site/b") },
            { try disk.makeFolder("site/file") }, put("index.html"), put("b/new.html"), put("file/y.html"),
            put("folder"), remove("a/gone.html"), remove("a"),
        ]
    }

    @Test(arguments: 0...11) func killedWhileMovingFiles(done: Int) throws {
        try disk.build(old)
        try disk.put("site/foreign.txt", "mine")
        try disk.put("site/.folkmoot-lock", "4711\n")
        try disk.put("site/.folkmoot-tmp/site/b/new.html", "half a pa")
        let journal = manifest(old).union(manifest(new)).json
        try disk.put("site/.folkmoot-manifest.json", String(decoding: journal, as: UTF8.self))
        for step in steps.prefix(done) { try step() }

        // The next build may be of the new site, of the old one, or of another.
        let killed = disk.at("site")
        for (name, site) in [("new", new), ("old", old), ("other", ["z.html": "3"])] {
            try FileManager.default.copyItem(atPath: killed, toPath: disk.at("site-\(name)"))
            try disk.build(site, into: "site-\(name)")
            try disk.build(site, into: "clean-\(name)")
            try disk.put("clean-\(name)/foreign.txt", "mine")
            #expect(disk.tree("site-\(name)") == disk.tree("clean-\(name)"), "\(name)")
        }
    }

    @Test func abandonedBeforeFinish() throws {
        try disk.build(old)
        let before = disk.tree("site")
        do {
            let folder = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false)
            let run = try folder.begin(planned: Array(new.keys))
            for (path, text) in new { _ = try run.write(path, Array(text.utf8)) }
            #expect(disk.tree("site").keys.contains { $0.hasPrefix(".folkmoot-tmp/") })
            #expect(disk.tree("site").filter { before[$0.key] != nil } == before)
        }
        #expect(disk.tree("site") == before)
    }

    @Test func leftoversAreRemovedAndOthersThingsAreNot() throws {
        try disk.put("site/.folkmoot-tmp/site/a/index.html", "half")
        try disk.put("site/.folkmoot-tmp/manifest", "half")
        try disk.put("site/.folkmoot-tmp/notes.txt", "mine")
        try disk.build(["index.html": "1"])
        #expect(disk.site() == ["index.html": "1", ".folkmoot-tmp/notes.txt": "mine"])
    }

    @Test func aStagingFolderThatIsALinkIsNotUsed() throws {
        try disk.put("elsewhere/0", "precious")
        try disk.link("site/.folkmoot-tmp", to: disk.at("elsewhere"))
        #expect(message { try disk.build(["index.html": "1"]) }.contains(".folkmoot-tmp`"))
        #expect(disk.tree("elsewhere") == ["0": "precious"])
    }
}
