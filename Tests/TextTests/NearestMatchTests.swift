import Testing

@testable import Text

@Suite struct NearestMatchTests {
    @Test func `one edit is forgiven in a short word`() {
        #expect(NearestMatch.of("tile", among: ["title", "topics"]) == "title")
        #expect(NearestMatch.of("kin", among: ["kind"]) == "kind")
        #expect(NearestMatch.of("kixd", among: ["kind"]) == "kind")
        #expect(NearestMatch.of("xixd", among: ["kind"]) == nil)
    }

    @Test func `a third of a long word may differ`() {
        #expect(NearestMatch.of("elegibilty", among: ["eligibility"]) == "eligibility")
        #expect(NearestMatch.of("organsatoin", among: ["organisation"]) == "organisation")
        #expect(NearestMatch.of("abcdefghi", among: ["abcdefxyz"]) == "abcdefxyz")
        #expect(NearestMatch.of("abcdefghi", among: ["abcdewxyz"]) == nil)
    }

    @Test func `neighbours that are swapped are one edit`() {
        #expect(NearestMatch.of("knid", among: ["kind"]) == "kind")
        #expect(NearestMatch.edits(Array("giude".utf8), Array("guide".utf8), limit: 3) == 1)
        #expect(NearestMatch.edits(Array("ca".utf8), Array("abc".utf8), limit: 9) == 3)
    }

    @Test func `the nearest wins and ties go to the first in the alphabet`() {
        #expect(NearestMatch.of("summaryy", among: ["summar", "summary"]) == "summary")
        #expect(NearestMatch.of("bat", among: ["cat", "hat", "bar"]) == "bar")
        #expect(NearestMatch.of("bat", among: ["hat", "bar", "cat"]) == "bar")
    }

    @Test func `a word that starts like another is near to it`() {
        #expect(NearestMatch.of("mature", among: ["potential", "maturing"]) == "maturing")
        #expect(NearestMatch.of("mat", among: ["maturing"]) == nil)
        #expect(NearestMatch.of("matters", among: ["maturing"]) == nil)
    }

    @Test func `case does not count`() {
        #expect(NearestMatch.of("TITLE", among: ["title"]) == "title")
    }

    @Test func `nothing is near to nothing`() {
        #expect(NearestMatch.of("", among: ["a", ""]) == nil)
        #expect(NearestMatch.of("title", among: []) == nil)
    }

    @Test func `huge words are compared by their start`() {
        let word = String(repeating: "a", count: 100_000)
        #expect(NearestMatch.of(word, among: [word + "b"]) == word + "b")
    }

    @Test func `the hint is a sentence after a sentence`() {
        #expect(NearestMatch.hint("tile", among: ["title"]) == " Did you mean `title`?")
        #expect(NearestMatch.hint("zzzz", among: ["title"]) == "")
    }

    @Test func `bounded edits agree with unbounded ones`() {
        let words = ["", "a", "ab", "ba", "abc", "acb", "cab", "abcd", "badc", "dcba", "aabb", "bbaa"]
        for a in words {
            for b in words {
                let full = NearestMatch.edits(Array(a.utf8), Array(b.utf8), limit: 99)
                #expect(full == NearestMatch.edits(Array(b.utf8), Array(a.utf8), limit: 99))
                for limit in 0...4 {
                    let bounded = NearestMatch.edits(Array(a.utf8), Array(b.utf8), limit: limit)
                    #expect(full <= limit ? bounded == full : bounded > limit, "\(a) \(b) \(limit)")
                }
            }
        }
    }
}
