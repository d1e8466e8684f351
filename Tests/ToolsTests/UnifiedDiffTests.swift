import Testing

@testable import Tools

/// Differences as `diff -u` shows them.
@Suite struct UnifiedDiffTests {
    @Test func `a difference has hunks with their lines`() {
        let old = (1...20).map { "\($0)\n" }.joined()
        let new = old.replacing("2\n3\n", with: "2\nthree\n", maxReplacements: 1) + "21\n"
        #expect(
            UnifiedDiff.text("x", before: Array(old.utf8), after: Array(new.utf8)) == """
                --- a/x
                +++ b/x
                @@ -1,6 +1,6 @@
                 1
                 2
                -3
                +three
                 4
                 5
                 6
                @@ -18,3 +18,4 @@
                 18
                 19
                 20
                +21

                """)
        #expect(UnifiedDiff.text("x", before: [65], after: [65]) == "")
    }
}
