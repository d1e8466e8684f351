import Foundation
import TestSupport
import Testing

@testable import Disk

@Suite struct OutputLocationTests {
    let disk: TemporaryFolder

    init() throws { disk = try TemporaryFolder(["content/index.md": "# Home\n", "content/a/b.md": "# B\n"]) }

    private func refusal(_ path: String, content: String? = nil, home: String? = nil) -> String {
        message {
            _ = try OutputFolder(at: path, contentPath: content ?? disk.at("content"), takeOver: true, home: home)
        }
    }

    @Test func refusesTheRoot() {
        #expect(refusal("/").contains("root of the file system"))
        #expect(refusal("/tmp/..").contains("root of the file system"))
    }

    @Test func refusesTheContentFolderUnderAnyName() throws {
        try disk.link("alias", to: "content")
        for path in ["content", "content/", "content/a/..", "./content/.", "alias"] {
            #expect(refusal(disk.at(path)).contains("it is the content folder"), "\(path)")
        }
    }

    @Test func refusesAFolderAboveTheContent() throws {
        try disk.link("up", to: ".")
        #expect(refusal(disk.path).contains("the content folder is in it"))
        #expect(refusal(disk.at("up")).contains("the content folder is in it"))
        #expect(refusal(disk.at("content"), content: disk.at("content/a")).contains("the content folder is in it"))
        #expect(
            refusal(disk.at("content/.."), content: disk.at("content/not/yet")).contains(
                "the content folder is in it"))
    }

    @Test func refusesAFolderInsideTheContentUnlessItIsPassedOver() throws {
        try disk.link("alias", to: "content/a")
        #expect(refusal(disk.at("content/site")).contains("it is in the content folder"))
        #expect(refusal(disk.at("content/a")).contains("it is in the content folder"))
        #expect(refusal(disk.at("alias/deep/site")).contains("it is in the content folder"))
        #expect(refusal(disk.at("content/.site")) == "")
        #expect(refusal(disk.at("content/_site/deep")) == "")
    }

    @Test func refusesTheHomeFolderAndNothingMore() throws {
        try disk.makeFolder("home/site")
        try disk.link("h", to: "home")
        #expect(refusal(disk.at("home"), home: disk.at("home")).contains("it is your home folder"))
        #expect(refusal(disk.at("h"), home: disk.at("home")).contains("it is your home folder"))
        #expect(refusal(disk.at("home/site"), home: disk.at("home")) == "")
        #expect(refusal(disk.at("home/site"), home: disk.at("nowhere")) == "")
    }

    @Test func refusesWhatIsNoFolder() throws {
        try disk.put("file", "x")
        try disk.link("nowhere", to: "missing/place")
        #expect(refusal(disk.at("file")).contains("it is not a folder"))
        #expect(refusal(disk.at("file/site")).contains("Not a directory"))
        #expect(refusal(disk.at("nowhere")).contains("a link that leads nowhere"))
        #expect(refusal(disk.at("missing/../site")).contains("cannot use the folder"))
        #expect(refusal("").contains("cannot use the folder"))
        #expect(disk.tree("missing").isEmpty)
    }

    @Test func makesTheFolderWithThoseAbove() throws {
        try disk.build(["index.html": "1"], into: "out/of/the/way")
        #expect(disk.site("out/of/the/way") == ["index.html": "1"])
    }

    @Test func followsALinkToAGoodFolder() throws {
        try disk.makeFolder("real")
        try disk.link("site", to: "real")
        try disk.build(["index.html": "1"])
        #expect(disk.site("real") == ["index.html": "1"])
    }

    @Test func leavesNoTraceOfItsOwnUse() throws {
        do { _ = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false) }
        #expect(disk.tree("site").isEmpty)
        try disk.build(["index.html": "1"])
        #expect(disk.tree("site").keys.sorted() == [".folkmoot-manifest.json", "index.html"])
    }
}
