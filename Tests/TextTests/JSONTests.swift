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
