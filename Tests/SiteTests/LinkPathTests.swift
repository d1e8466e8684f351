import Testing

@testable import Site

@Suite struct LinkPathTests {
    @Test(arguments: [
        ("b.md", "resources/a.md", "resources/b.md"), ("../b.md", "resources/a.md", "b.md"),
        ("./sub/../b.md", "a.md", "b.md"),
        ("/x/y.md", "resources/deep/a.md", "x/y.md"), ("..", "x/y/a.md", "x/"), (".", "x/a.md", "x/"),
        ("sub/", "x/a.md", "x/sub/"),
        ("a%20b.png", "x/a.md", "x/a b.png"), ("../", "x/a.md", ""), ("a//b.md", "x.md", "a/b.md"),
        ("%zz.md", "a.md", "%zz.md"),
    ])
    func `a relative path is taken from the folder of its file`(link: String, base: String, target: String) {
        #expect(LinkPath(link).resolved(from: base) == target)
    }

    @Test(arguments: ["../../x.md", "..\\x.md", "%2e%2e/%2e%2e/x", "a%00b"])
    func `a path that leads out of the content, or holds what no path may, leads nowhere`(link: String) {
        #expect(LinkPath(link).resolved(from: "x/a.md") == nil)
    }

    @Test func `path, query and fragment are separated`() {
        let link = LinkPath("a.md?x=1#part#two")
        #expect(
            link.path == "a.md" && link.query == "x=1" && link.fragment == "part#two" && link.suffix == "?x=1#part#two")
        #expect(LinkPath("#here").path.isEmpty && LinkPath("a").fragment == nil)
    }
}
