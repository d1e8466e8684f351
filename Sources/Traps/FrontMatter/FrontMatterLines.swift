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

    /// Whether the file starts with front matter: a line of three hyphens, and a key below it.
    ///
    /// - Parameter isCut: whether these are only the first bytes of the file; else there is a second line of hyphens.
    package func startWithFrontMatter(isCut: Bool) -> Bool {
        var line = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while line < bytes.count, text(at: line).allSatisfy(\.isWhitespace) { line = next(after: line) }
        guard isFence(at: line) else { return false }
        line = next(after: line)
        while line < bytes.count, text(at: line).allSatisfy(\.isWhitespace) || bytes[line] == UInt8(ascii: "#") {
            line = next(after: line)
        }
        guard line < bytes.count else { return false }
        let start = text(at: line).drop { "\"'".contains($0) }
        let key = start.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || "_-".contains($0) }
        guard !key.isEmpty, start.dropFirst(key.count).drop(while: { "\"' ".contains($0) }).hasPrefix(":") else {
            return false
        }
        while line < bytes.count, !isFence(at: line) { line = next(after: line) }
        return line < bytes.count || isCut
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
