import Testing

@testable import Text

@Suite struct URLPolicyTests {
    @Test(arguments: [
        "", "#a", "a.md", "../a/b", "/a", "?q", "./a:b", "1:30.md", "é:x", "http://a", "HTTPS://a",
        "mailto:a@b", "tel:+1", "//evil", "\\\\evil", " https://a ", "javascript", "a/javascript:b", "#javascript:b",
        "javascript%3Aalert(1)", ":x",
    ])
    func allowed(url: String) {
        #expect(URLPolicy.isAllowed(url))
    }

    @Test(arguments: [
        "javascript:a", "JAVASCRIPT:a", "JaVaScRiPt:a", "java\tscript:a", "java\nscript:a", "java\rscript:a",
        "\u{1}javascript:a",
        " javascript:a", "\tjavascript:a", "javascript :a", "java script:a", "javascript\u{0}:a", " data:text/html,x",
        "data:image/png;base64,x", "vbscript:a", "file:///etc", "blob:x", "about:blank", "ftp://a", "ws://a",
        "view-source:x",
        "intent:x", "a:b", "x+y-z.1:b", "a\u{7F}b", "a\nb", "\u{0}",
    ])
    func refused(url: String) {
        #expect(!URLPolicy.isAllowed(url))
    }

    @Test(arguments: [
        "//evil", "\\\\evil", "/\\evil", "\\/evil", " //evil", "/\t/evil", "\u{1}//evil", "http://a", "http:a",
        "mailto:a",
        "javascript:a", "C:\\x",
    ])
    func external(url: String) {
        #expect(URLPolicy.isExternal(url))
        #expect(!URLPolicy.isImageAllowed(url))
    }

    @Test(arguments: ["", "/a", "a//b", "#//a", "?//a", "./a", "\\a", ".//a", "1:2"])
    func withinTheSite(url: String) {
        #expect(!URLPolicy.isExternal(url))
        #expect(URLPolicy.isImageAllowed(url))
    }

    @Test func escapingCoversTextAndAttributes() {
        #expect(HTMLEscape.text("a<b>&\"'é") == "a&lt;b&gt;&amp;&quot;&#39;é")
        var out: [UInt8] = []
        HTMLEscape.append(Array("<>".utf8).lazy.map { $0 }, to: &out)
        #expect(out == Array("&lt;&gt;".utf8))
    }
}
