import Testing

@testable import Network

/// Names as lines of a label.
@Suite struct LabelTextTests {
    @Test func `a name is broken between words, and what is longer than two lines ends in dots`() {
        let style = LabelPlacement.Style.wide
        #expect(LabelText.lines("Data people", style: style) == ["Data people"])
        #expect(
            LabelText.lines("Cross-government user research community of practice", style: style)
                == ["Cross-government", "user research…"])
    }

    @Test(arguments: [200, 20_000]) func `a word without end is cut to a line`(letters: Int) {
        let lines = LabelText.lines(String(repeating: "n", count: letters), style: .wide)
        #expect(lines == [String(repeating: "n", count: 19) + "…"])
    }

    @Test(arguments: [
        "Communauté interministérielle du développement logiciel", "Rhyngadrannol cydgysylltiedig iawn",
        "Interministerial-collaboration people", String(repeating: "n", count: 40) + " and more",
    ]) func `what is shown is how the name begins`(name: String) {
        for width in [50.0, 75, 100, 150] {
            for most in 1...3 {
                let shown = LabelText.lines(name, style: .init(size: 13, width: width), most: most).joined(
                    separator: " ")
                #expect(shown == name || shown.hasSuffix("…") && name.hasPrefix(shown.dropLast()), "\(shown)")
            }
        }
    }
}
