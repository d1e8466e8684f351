/// Lines that are keys of front matter from the first to the last, one of which holds a page back. They were meant as
/// front matter, wherever they are.
enum HeldBackKeys {
    /// The most lines that are read.
    private static let most = 200

    /// Whether lines below a line of hyphens are such keys, up to the next line of signs, or to an empty one.
    ///
    /// - Parameter byName: whether only keys without another use count, and not `status`, which people also write at
    ///   the top of a text.
    static func stand(in lines: FrontMatterLines, from start: Int, byName: Bool = false) -> Bool {
        let isMark = { (line: String) in
            let signs = FrontMatterLines.visible(line)
            return !signs.isEmpty && signs.allSatisfy { "-—–_=.".contains($0) }
        }
        let isEmpty = { (line: String) in line.allSatisfy(\.isWhitespace) }
        return [isMark, isEmpty].contains { isEnd in
            inside(lines, from: start, isEnd).map { areKeys($0, byName: byName) } ?? false
        }
    }

    /// The lines up to the one that ends them; `nil` where none does.
    static func inside(_ lines: FrontMatterLines, from start: Int, _ isEnd: (String) -> Bool) -> [String]? {
        var found: [String] = []
        var line = start
        while line < lines.bytes.count, found.count < most {
            let text = lines.text(at: line)
            if isEnd(text) { return found }
            found.append(text)
            line = lines.next(after: line)
        }
        return nil
    }

    /// The lines of an HTML comment without its signs.
    static func inside(comment lines: FrontMatterLines, from start: Int) -> [String]? {
        var found: [String] = []
        var line = start
        while line < lines.bytes.count, found.count < most {
            var text = lines.text(at: line)[...]
            if line == start { text = text.drop { $0 == " " }.dropFirst(2).drop { "-".contains($0) } }
            if let end = text.firstRange(of: "-->") { return found + [String(text[..<end.lowerBound])] }
            found.append(String(text))
            line = lines.next(after: line)
        }
        return nil
    }

    static func areKeys(_ lines: [String], byName: Bool = false) -> Bool {
        var isHeldBack = false
        for line in lines where !line.allSatisfy({ $0.isWhitespace || "-+{};".contains($0) }) {
            if isHeldBack, line.hasPrefix(" ") || line.hasPrefix("\t") || line.hasPrefix("- ") { continue }
            let bare = line[...].drop { $0.isWhitespace }
            if bare.hasPrefix("#") || bare.hasPrefix("- ") { continue }
            guard let sign = bare.firstIndex(where: { ":=".contains($0) }) else { return false }
            let key = unquoted(bare[..<sign])
            guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0.isNumber || "_-.".contains($0) }) else {
                return false
            }
            let value = bare[bare.index(after: sign)...]
            isHeldBack = isHeldBack || holdsBack(key, unquoted(value[..<remark(in: value)]), byName: byName)
        }
        return isHeldBack
    }

    /// Where a remark after a value begins.
    private static func remark(in value: Substring) -> Substring.Index {
        value.firstRange(of: " #")?.lowerBound ?? value.endIndex
    }

    /// Without spaces, quotes and the comma of JSON around it.
    private static func unquoted(_ text: Substring) -> String {
        let isAround = { (sign: Character) in sign.isWhitespace || "\"',".contains(sign) }
        var text = text.drop(while: isAround)
        while let last = text.last, isAround(last) { text.removeLast() }
        return String(text)
    }

    private static func holdsBack(_ key: String, _ value: String, byName: Bool) -> Bool {
        if WithholdingKey.line(key, value) != nil { return !byName || WithholdingKey.isName(key) }
        switch key.lowercased() {
        case "draft": return WithholdingKey.mayBelong(value, to: "draft")
        case "publish_on", "expires_on": return WithholdingKey.mayBelong(value, to: key.lowercased())
        default: return false
        }
    }
}
