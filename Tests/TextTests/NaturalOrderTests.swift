import Testing

@testable import Text

@Suite struct NaturalOrderTests {
    @Test func `numbers count by their value, and a folder's own page comes before what is in it`() {
        let sorted = [
            "a/", "a/1/", "a/2/", "a/2/x/", "a/2-b/", "a/010/", "a/10/", "a/99999999999999999998/",
            "a/99999999999999999999/", "b/", "b1/", "b1a/", "b02/", "b10/",
        ]
        #expect(sorted.reversed().sorted(by: NaturalOrder.precedes) == sorted)
        for path in sorted { #expect(!NaturalOrder.precedes(path, path)) }
    }
}
