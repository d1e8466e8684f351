import Testing

@testable import Text

@Suite struct JSONTests {
    private static let value = JSON.object([
        ("name", .text("a \"b\" <c>")), ("absent", nil), ("list", .texts(["x", "y"])), ("ok", .flag(true)),
        ("deep", .list([.object([("n", .number(-3))])])), ("none", .object([])),
    ])

    @Test func `a value is written on one line, without members that are absent`() {
        #expect(
            Self.value.compact
                == #"{"name":"a \"b\" \u003cc\u003e","list":["x","y"],"ok":true,"deep":[{"n":-3}],"none":{}}"#)
    }

    @Test func `line ends of scripts are escaped, and letters that share a byte with them are not`() {
        #expect(JSONText.quoted("a\u{2028}b\u{2029}éèШ…\u{202A}") == "\"a\\u2028b\\u2029éèШ…\u{202A}\"")
    }

    @Test func `a value is written over several lines, short lists on one`() {
        #expect(
            Self.value.indented() == """
                {
                  "name": "a \\"b\\" \\u003cc\\u003e",
                  "list": ["x", "y"],
                  "ok": true,
                  "deep": [
                    {
                      "n": -3
                    }
                  ],
                  "none": {}
                }
                """)
    }
}
