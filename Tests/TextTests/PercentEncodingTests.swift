import Foundation
import Testing

@testable import Text

@Suite struct PercentEncodingTests {
    @Test func `unreserved characters and slashes stay, all others are escaped`() {
        #expect(PercentEncoding.path("content/ä b.md") == "content/%C3%A4%20b.md")
        #expect(PercentEncoding.path("a:b?c=d&e#f%20+'\"\n") == "a%3Ab%3Fc%3Dd%26e%23f%2520%2B%27%22%0A")
        #expect(PercentEncoding.path("AZaz09-._~/") == "AZaz09-._~/" && PercentEncoding.path("") == "")
    }

    @Test func `every character comes back as it was`() {
        let text = String(String.UnicodeScalarView((0..<0x300).compactMap { Unicode.Scalar(UInt32($0)) })) + "日😀"
        #expect(PercentEncoding.path(text).removingPercentEncoding == text)
        #expect(PercentEncoding.path(text).utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
}
