import Testing

@testable import Preview

@Suite struct HostCheckTests {
    let check = HostCheck(names: ["127.0.0.1", "Box.example"])

    @Test(arguments: [
        "localhost", "localhost:4747", "LOCALHOST", "localhost.", "127.0.0.1:4747", "192.168.1.20", "[::1]:4747",
        "[fe80::1]", "box.example:80",
    ])
    func `an address and an allowed name are answered`(host: String) { #expect(check.allows(host)) }

    @Test(arguments: [
        "", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "127.0.0.256", "1.2.3", "0x7f.0.0.1",
        "localhost:evil", "localhost:999999",
        "[::1", "[::1]evil", "[evil]", "[]", "evil.example:4747", "box.example.evil.example",
    ])
    func `a name that leads here for somebody else is not answered`(host: String) { #expect(!check.allows(host)) }
}
