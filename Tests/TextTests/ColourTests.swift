import Testing

@testable import Text

@Suite struct ColourTests {
    @Test(arguments: [
        ("#1d70b8", "#1d70b8"), ("1D70B8", "#1d70b8"), ("#06c", "#0066cc"), ("", nil), ("#12345", nil), ("##06c", nil),
        ("#06g", nil), ("red", nil), ("#١٢٣", nil),
    ]) func `hexadecimal is read`(example: (text: String, hex: String?)) {
        #expect(Colour(example.text)?.hex == example.hex)
    }

    /// Ratios of WebAIM's contrast checker, with two decimals.
    @Test(arguments: [
        ("#ffffff", "#000000", 21.0), ("#ffffff", "#ffffff", 1.0), ("#ffffff", "#777777", 4.48),
        ("#ffffff", "#767676", 4.54),
        ("#005a70", "#ffffff", 7.79), ("#ff0000", "#ffffff", 4.0),
    ]) func `the contrast is that of WCAG`(example: (a: String, b: String, ratio: Double)) throws {
        let (a, b) = (try #require(Colour(example.a)), try #require(Colour(example.b)))
        #expect(abs(a.contrast(with: b) - example.ratio) < 0.01)
        #expect(a.contrast(with: b) == b.contrast(with: a))
    }

    @Test func `a share of a colour is mixed into another`() throws {
        let (black, white) = (try #require(Colour("#000")), try #require(Colour("#fff")))
        #expect(black.mixed(0, into: white) == white)
        #expect(black.mixed(1, into: white) == black)
        #expect(black.mixed(0.5, into: white).hex == "#808080")
    }
}
