/// A file by lines, as front matter sees them. Offsets are those of the first byte of a line.
package struct FrontMatterLines {
    let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Three hyphens and nothing but spaces after them.
    package func isFence(at start: Int) -> Bool {
        guard start + 3 <= bytes.count, bytes[start] == 45, bytes[start + 1] == 45, bytes[start + 2] == 45 else {
            return false
        }
        var i = start + 3
        while i < bytes.count, bytes[i] == 32 || bytes[i] == 9 || bytes[i] == 13 { i += 1 }
        return i == bytes.count || bytes[i] == 10
    }

    package func next(after start: Int) -> Int {
        var i = start
        while i < bytes.count, bytes[i] != 10 { i += 1 }
        return min(i + 1, bytes.count)
    }

    /// The signs of a line that can be seen.
    static func visible(_ line: String) -> String {
        String(
            String.UnicodeScalarView(
                line.unicodeScalars.filter { !$0.properties.isWhitespace && InvisibleCharacter($0) == nil }))
    }

    /// With its end.
    func text(at start: Int) -> String { String(decoding: bytes[start..<next(after: start)], as: UTF8.self) }
}
