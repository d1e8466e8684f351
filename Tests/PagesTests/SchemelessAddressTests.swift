import TestSupport
import Testing

/// Opened from a disk, `//host/path` asks a file server that a stranger named.
@Suite struct SchemelessAddressTests {
    @Test(arguments: [
        "[x](//host.example/path)", "[x]\n\n[x]: //host.example/path", "[x](/\\host.example/path)",
        "[x](\\\\\\\\host.example/path)", "[x](///host.example/path)", "![x](//host.example/path)",
        "![](//host.example/path)", "[x](< //host.example/path>)",
    ])
    func `a link to a host without a scheme is https`(text: String) async throws {
        let site = try await TestSite(["resources/a.md": "---\ntitle: A\n---\n\n\(text)\n"])
        #expect(site.main("resources/a/").contains("href=\"https://host.example/path\""), "\(text)")
        #expect(!site.page("resources/a/").contains("\"//"))
    }

    @Test func `an address in front matter without a scheme is https too`() async throws {
        let site = try await TestSite([
            "site.yaml": "title: T\ncontact: //host.example/contact\n",
            "communities/a.md": "---\nname: A\nsummary: S.\njoin: //host.example/join\n---\n",
        ])
        #expect(site.codes == [], "\(site.problems)")
        #expect(site.page("communities/a/").contains("href=\"https://host.example/join\""))
        #expect(site.files.filter { $0.key.hasSuffix(".html") && $0.value.contains("\"//host") }.keys.sorted() == [])
    }
}
