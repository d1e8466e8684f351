import TestSupport
import Testing

@testable import Disk

@Suite struct OutputPathTests {
    @Test(arguments: [
        "", "/", "/etc/passwd", "../a", "a/../b", "a/..", ".", "./a", "a//b", "a/", "a\0b", ".folkmoot-lock",
        ".Folkmoot-tmp/0", ".folkmoot-manifest.json", String(repeating: "x", count: 256),
        String(repeating: "xxxxxxxxx/", count: 100) + "x",
    ])
    func isRefused(_ path: String) throws {
        #expect(OutputPath.fault(path) != nil)
        let disk = try TemporaryFolder(["content/index.md": "# Home\n"])
        let folder = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: true)
        #expect(message { _ = try folder.begin(planned: ["index.html", path]) }.contains("cannot write `\(path)`"))
        let run = try folder.begin(planned: ["index.html"])
        #expect(message { _ = try run.write(path, [1]) }.contains("cannot write `\(path)`"))
        #expect(message { _ = try MemorySink().write(path, [1]) } != "")
    }

    @Test(arguments: [
        "a", ".nojekyll", ".well-known/x", "a/.folkmoot-x", "..a/b..", "a b/é.html", String(repeating: "x", count: 255),
    ])
    func isFine(_ path: String) { #expect(OutputPath.fault(path) == nil) }

    @Test func mistakesOfThePlanAreNamed() throws {
        let disk = try TemporaryFolder(["content/index.md": "# Home\n"])
        let folder = try OutputFolder(at: disk.at("site"), contentPath: disk.at("content"), takeOver: false)
        #expect(message { _ = try folder.begin(planned: ["a", "b", "a"]) }.contains("/a` twice"))
        #expect(
            message { _ = try folder.begin(planned: ["x/a/b", "x/a"]) }.contains("x/a` both as a file and as a folder"))
        let run = try folder.begin(planned: ["a", "b"])
        #expect(message { _ = try run.write("c", [1]) }.contains("it was not planned"))
        let a = try run.write("a", [1])
        #expect(message { _ = try run.write("a", [1]) }.contains("/a` twice in one build"))
        #expect(message { _ = try run.finish([a, a]) }.contains("was written twice"))
    }
}
