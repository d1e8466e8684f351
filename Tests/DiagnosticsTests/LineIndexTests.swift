import Diagnostics
import Testing

@Suite struct LineIndexTests {
    private func positions(_ text: String, _ offsets: [Int]) -> [String] {
        let index = LineIndex(Array(text.utf8))
        return offsets.map {
            let position = index.position(of: $0)
            return "\(position.line):\(position.column)"
        }
    }

    @Test func `an empty text has one empty line`() {
        let index = LineIndex([])
        #expect(index.count == 1)
        #expect(index.text(ofLine: 1) == "")
        #expect(positions("", [0, 5]) == ["1:1", "1:1"])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `lines end at any of the three line ends`(end: String) {
        let index = LineIndex(Array("ab\(end)cd\(end)\(end)e".utf8))
        #expect(index.count == 4)
        #expect((1...4).map { index.text(ofLine: $0) } == ["ab", "cd", "", "e"])
        let second = 2 + end.utf8.count
        #expect(index.start(ofLine: 2) == second)
        #expect(index.position(of: second + 1) == (2, 2))
    }

    @Test func `mixed line ends are counted one by one`() {
        #expect(positions("a\rb\r\nc\nd", [0, 2, 5, 7]) == ["1:1", "2:1", "3:1", "4:1"])
    }

    @Test func `the line end itself belongs to its line`() {
        #expect(positions("ab\r\nc", [2, 3, 4]) == ["1:3", "1:4", "2:1"])
    }

    @Test func `columns count Unicode scalars`() {
        // é has two bytes, € three, 😀 four.
        #expect(positions("é€😀x", [0, 2, 5, 9, 10]) == ["1:1", "1:2", "1:3", "1:4", "1:5"])
    }

    @Test func `a byte order mark takes no column`() {
        let index = LineIndex(Array("\u{FEFF}ab\nc".utf8))
        #expect(index.text(ofLine: 1) == "ab")
        #expect(positions("\u{FEFF}ab\nc", [0, 3, 4, 6]) == ["1:1", "1:1", "1:2", "2:1"])
    }

    @Test func `offsets outside the text are taken as its ends`() {
        #expect(positions("ab\nc", [-3, 4, 99]) == ["1:1", "2:2", "2:2"])
    }

    @Test func `lines that are not there are empty`() {
        let index = LineIndex(Array("ab\n".utf8))
        #expect(index.text(ofLine: 0) == "")
        #expect(index.text(ofLine: 3) == "")
        #expect(index.start(ofLine: 3) == 3)
        #expect(index.start(ofLine: 0) == 0)
    }
}
