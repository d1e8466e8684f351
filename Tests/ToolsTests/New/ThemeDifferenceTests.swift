import Build
import TestSupport
import Testing

@testable import Theme
@testable import Tools

/// `folkmoot theme diff` and `folkmoot theme fields` in a handbook with a theme of its own.
@Suite struct ThemeDifferenceTests {
    private static let path = "pages/resource.mustache"
    private static let text = DefaultTheme.files[path]!

    private static func folder(_ file: String?, manifest: String = "name: mine\nextends: default\n") throws
        -> TemporaryFolder
    {
        var files = ["content/site.yaml": "title: T\ntheme: mine\n", "themes/mine/theme.yaml": manifest]
        files["themes/mine/\(path)"] = file
        return try TemporaryFolder(files)
    }

    private static func difference(_ folder: TemporaryFolder, _ file: String = path) throws -> String {
        try ThemeInspection(content: folder.at("content")).difference(of: file)
    }

    @Test func `the difference from the default theme's file is shown, without the note`() throws {
        let marked = FileOrigin.marked(Self.path, Self.text, version: "0.1.0")
        let said = try Self.difference(Self.folder(marked + "<p>Ours</p>\n"))
        #expect(said.hasPrefix("From the default theme of folkmoot \(Program.version) to `"))
        #expect(said.hasSuffix("+<p>Ours</p>\n") && !said.contains("Begun from"))
        let whole = try Self.folder(marked)
        #expect(try Self.difference(whole, whole.at("themes/mine/\(Self.path)")) == Self.difference(whole))
        #expect(try Self.difference(whole).contains("is the same as in the default theme"))
    }

    @Test func `what changed in the default is shown where git has the file as it began`() throws {
        let former = "<p>Former</p>\n" + Self.text
        let folder = try Self.folder(FileOrigin.marked(Self.path, former, version: "0.0.9"))
        #expect(
            try Self.difference(folder).contains(
                "`\(Self.path)` has changed since folkmoot 0.0.9. What changed is not known: git has no version"))
        guard Git(folder: "/").run(["--version"]) != nil else { return }
        let git = Git(folder: folder.path)
        let name = ["-c", "user.name=A", "-c", "user.email=a@example.gov", "-c", "commit.gpgSign=false"]
        _ = git.run(["init", "-q"])
        _ = git.run(["add", "."])
        _ = git.run(name + ["commit", "-q", "-m", "1"])
        try folder.put(
            "themes/mine/\(Self.path)", FileOrigin.marked(Self.path, former, version: "0.0.9") + "<p>Ours</p>\n")
        let said = try Self.difference(folder)
        #expect(said.contains("+<p>Ours</p>\n"))
        #expect(said.contains("\n\nIn the default theme, since folkmoot 0.0.9:\n\n"))
        #expect(said.components(separatedBy: "-<p>Former</p>\n").count == 2)
    }

    @Test func `a file that is not there, and one that is no default's, are reported`() throws {
        let folder = try Self.folder(Self.text + "x")
        try folder.put("themes/mine/components/mine/mine.mustache", "x")
        func message(_ file: String) -> String {
            do { return try Self.difference(folder, file) } catch { return "\(error)" }
        }
        #expect(message("pages/resourc.mustache").contains("Did you mean `\(Self.path)`?"))
        #expect(message("components/mine/mine.mustache").contains("so there is nothing to compare with"))
    }

    @Test func `fields of the theme are listed, and those of every theme without a handbook`() throws {
        let folder = try Self.folder(
            "{{x.regoin}}", manifest: "name: mine\nextends: default\nfields:\n  x_region: The region.\n")
        let own = try ThemeInspection(content: folder.at("content")).fields(of: "pages/resource")
        #expect(own.contains("region_list") && own.contains("The region."))
        let other = try ThemeInspection(content: folder.at("none")).fields(of: "pages/resource")
        #expect(other.contains("NAME_list") && other.contains("\ntransforms: "))
    }
}
