internal import Diagnostics
internal import Text

/// Compares the custom properties that a project's styles set with those that styles use: one that is misspelt has no
/// effect, and no browser says so.
struct TokenCheck {
    private let files: [String: [UInt8]]
    private let known: Set<String>

    /// - Parameters:
    ///   - files: of a project's theme, by path.
    ///   - base: those of the default theme.
    init(_ files: [String: [UInt8]], default base: [String: String]) {
        self.files = files.filter { $0.key.hasSuffix(".css") }
        let others = base.filter { $0.key.hasSuffix(".css") || $0.key.hasSuffix(".js") }.map { Array($0.value.utf8) }
        known = Set((others + files.filter { !$0.key.hasSuffix(".css") }.values).flatMap { Self.names(in: $0) })
            .union(files.values.flatMap { Self.names(in: $0, after: "var(") })
    }

    var problems: [Diagnostic] {
        files.sorted { $0.key < $1.key }.flatMap { path, css in
            Self.declarations(in: css).filter { !known.contains($0.name) }.map { name, range in
                let near = NearestMatch.of(name, among: known.sorted()).map { " Did you mean `--\($0)`?" } ?? ""
                return ThemeRules.unusedToken.at(
                    range, in: path, "No style uses `--\(name)`.\(near)",
                    help: "`folkmoot theme file tokens.css` lists what the default theme uses.")
            }
        }
    }

    /// All that begin with two hyphens, or those of them that follow a text.
    private static func names(in text: [UInt8], after start: String = "") -> [String] {
        let sought = Array("\(start)--".utf8)
        var found: [String] = []
        var i = 0
        while i + sought.count < text.count {
            if text[i] == sought[0], text[i...].starts(with: sought) {
                let end = self.end(ofName: text, from: i + sought.count)
                found.append(String(decoding: text[(i + sought.count)..<end], as: UTF8.self))
                i = end
            } else {
                i += 1
            }
        }
        return found
    }

    /// Names with a colon after them, outside of comments.
    private static func declarations(in css: [UInt8]) -> [(name: String, range: ByteRange)] {
        var found: [(String, ByteRange)] = []
        var i = 0
        while i + 2 < css.count {
            if css[i] == UInt8(ascii: "/"), css[i + 1] == UInt8(ascii: "*") {
                guard let end = Stylesheet.endOfComment(in: css, at: i) else { return found }
                i = end
            } else if css[i] == UInt8(ascii: "-"), css[i + 1] == UInt8(ascii: "-") {
                let end = self.end(ofName: css, from: i + 2)
                let next = css[end...].first { $0 != UInt8(ascii: " ") }
                if next == UInt8(ascii: ":"), i == 0 || !"(-".utf8.contains(css[i - 1]) {
                    found.append((String(decoding: css[(i + 2)..<end], as: UTF8.self), i..<end))
                }
                i = max(end, i + 2)
            } else {
                i += 1
            }
        }
        return found
    }

    private static func end(ofName text: [UInt8], from start: Int) -> Int {
        text[start...].firstIndex { byte in
            !(byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
        } ?? text.count
    }
}
