import Testing

@testable import Tools

struct PunycodeTests {
    /// Names of RFC 3492's section 7.1, and of hosts that are in use or set apart for tests.
    @Test(arguments: [
        ("www.example.org", "www.example.org"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("BÜCHER.example", "xn--bcher-kva.example"),
        ("bu\u{308}cher.example", "xn--bcher-kva.example"),
        ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
        ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
        ("مثال.إختبار", "xn--mgbh0fb.xn--kgbechtv"),
        ("Pročprostěnemluvíčesky", "xn--proprostnemluvesky-uyb24dma41a"),
        ("PorquénopuedensimplementehablarenEspañol", "xn--porqunopuedensimplementehablarenespaol-fmd56a"),
        ("3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"),
        ("straße.example", "xn--strae-oqa.example"),
    ])
    func `an international name becomes ASCII`(name: String, ascii: String) {
        #expect(Punycode.host(name) == ascii)
    }

    @Test(arguments: [
        ("https://bücher.example:8080/a?b=ü#c", "https://xn--bcher-kva.example:8080/a?b=ü#c"),
        ("https://example.org/ü", "https://example.org/ü"),
        ("mailto:ü@bücher.example", "mailto:ü@bücher.example"),
        ("/ü/", "/ü/"),
    ])
    func `only the host of an address changes`(address: String, ascii: String) {
        #expect(Punycode.address(address) == ascii)
    }

    @Test func `an address is asked by that name, however it comes`() {
        #expect(WebAddress("https://bücher.example/ü")?.text == "https://xn--bcher-kva.example/%C3%BC")
        let start = WebAddress("https://example.org/a")!
        #expect(WebAddress("//bücher.example/b", from: start)?.host == "xn--bcher-kva.example")
        #expect(WebAddress("b", from: start)?.text == "https://example.org/b")
    }
}
