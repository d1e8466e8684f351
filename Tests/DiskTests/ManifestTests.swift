import Foundation
import TestSupport
import Testing
import Text

@testable import Disk

@Suite struct ManifestTests {
    private func parse(_ text: String) -> (Manifest?, unsafe: Int) {
        var unsafe = 0
        return (Manifest(json: Array(text.utf8), unsafe: &unsafe), unsafe)
    }

    @Test func isOneSortedLineAFile() throws {
        let manifest = Manifest(files: [BytePath("b"): 1, BytePath("a/\"\n<é>"): .max, BytePath("B"): 0])
        #expect(
            String(decoding: manifest.json, as: UTF8.self) == """
                {"version":1,"files":{
                "B":"0000000000000000",
                "a/\\"\\n\\u003cé\\u003e":"ffffffffffffffff",
                "b":"0000000000000001"
                }}

                """)
        #expect(parse(String(decoding: manifest.json, as: UTF8.self)).0 == manifest)
        #expect(parse(String(decoding: Manifest().json, as: UTF8.self)).0 == Manifest())
    }

    @Test func isReadInAnyLayout() {
        #expect(
            parse(" { \"version\" : 1,\r\n \"files\": { \"\\u0061\" :\t\"00000000000000ff\" } } ").0
                == Manifest(files: [BytePath("a"): 255]))
    }

    @Test(arguments: [SiteKind.handbook, .signals]) func aPrivateSiteSaysSo(kind: SiteKind) {
        let manifest = Manifest(kind: kind, files: [BytePath("a"): 0])
        let text = String(decoding: manifest.json, as: UTF8.self)
        #expect(text.hasPrefix("{\"version\":1,\"private\":\"\(kind.rawValue)\",\"files\":{\n"))
        #expect(parse(text).0 == manifest)
        #expect(parse("{\"version\":1,\"private\":\"other\",\"files\":{}}").0 == nil)
    }

    /// Dictionaries of `String`, such as those of Foundation's JSON, would take these for one file.
    @Test func namesOfOtherBytesAreOtherFiles() {
        let manifest = Manifest(files: [BytePath("caf\u{E9}"): 1, BytePath("cafe\u{301}"): 2])
        #expect(manifest.files.count == 2)
        #expect(parse(String(decoding: manifest.json, as: UTF8.self)).0 == manifest)
    }

    @Test(arguments: [
        "", "{}", "[]", "null", "{\"version\":2,\"files\":{}}", "{\"version\":1,\"files\":{\"a\":1}}",
        "{\"version\":1,\"files\":{\"a\":\"0\",}}", "{\"version\":1,\"files\":{\"a", "{\"version\":1,\"files\":{}}x",
        "{\"version\":1,\"files\":{\"\\ud800\":\"0\"}}", "{\"version\":1,\"files\":{\"a\\", "<<<<<<< HEAD",
    ])
    func damagedIsNone(_ text: String) { #expect(parse(text).0 == nil) }

    @Test func unsafePathsArePassedOver() {
        let paths = ["../x", "/etc/passwd", "a/../../x", "a//b", "", "\\u0000", ".folkmoot-lock"]
        let lines = (paths + ["ok"]).map { "\"\($0)\":\"0000000000000000\"" } + ["\"h\":\"nonsense\""]
        let (manifest, unsafe) = parse("{\"version\":1,\"files\":{\(lines.joined(separator: ","))}}")
        #expect(manifest == Manifest(files: [BytePath("ok"): 0]))
        #expect(unsafe == 8)
    }

    @Test func anUnsafeManifestRemovesNothingOutside() throws {
        let disk = try TemporaryFolder(["content/index.md": "# Home\n", "precious": "mine"])
        try disk.put("site/.folkmoot-manifest.json", "{\"version\":1,\"files\":{\"../precious\":\"0000000000000000\"}}")
        let folder = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false)
        #expect(folder.messages.count == 1)
        _ = try folder.begin(planned: []).finish([])
        #expect(disk.text("precious") == "mine")
    }

    @Test func aDamagedManifestMakesFilesForeign() throws {
        let disk = try TemporaryFolder(["content/index.md": "# Home\n"])
        try disk.build(["index.html": "1", "old.html": "1"])
        try disk.put("site/.folkmoot-manifest.json", "{\"version\":1,\"fi")
        do {
            let folder = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false)
            #expect(folder.messages.first?.contains("is damaged") == true)
        }
        #expect(message { try disk.build(["index.html": "2"]) }.contains("`index.html`"))
        #expect(try disk.build(["index.html": "1"]) == Summary(written: 0, unchanged: 1, removed: 0))
        #expect(disk.site() == ["index.html": "1", "old.html": "1"])
    }

    @Test func hashIsXXH64() {
        #expect(ContentHash.text(ContentHash.of([])) == "ef46db3751d8e999")
        #expect(ContentHash.text(ContentHash.of(Array("a".utf8))) == "d24ec4f1a98c6e5b")
        #expect(ContentHash.text(ContentHash.of(Array("abc".utf8))) == "44bc2cf5ad770999")
        #expect(
            ContentHash.text(ContentHash.of(Array("Nobody inspects the spammish repetition".utf8)))
                == "fbcea83c8a378bf1")
        #expect(ContentHash.text(0x2A) == "000000000000002a")
    }
}
