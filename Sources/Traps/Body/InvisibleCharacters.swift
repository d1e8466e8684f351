package import Diagnostics
internal import Text

/// Characters in a text that nobody sees: zero-width spaces, word joiners, byte-order marks and soft hyphens. Code is
/// checked, too: copied with one in it, it does not run.
package enum InvisibleCharacters {
    private typealias Found = (character: InvisibleCharacter, range: ByteRange)

    /// The most lines that are reported one by one.
    private static let lineLimit = 20
    /// Characters of a line that a help shows.
    private static let textLimit = 200

    /// One warning a line for the first lines that hold any, and one that counts the rest. Nearly free for a text
    /// without them.
    ///
    /// - Parameters:
    ///   - bytes: a whole file, in UTF-8.
    ///   - start: where the body begins.
    ///   - path: the file's, for diagnostics.
    package static func problems(in bytes: [UInt8], from start: Int, path: String) -> [Diagnostic] {
        let lines = bytes.withUnsafeBufferPointer { affectedLines(in: $0, from: start) }
        var problems = lines.prefix(lineLimit).map { line in
            PastedRules.invisible.at(
                line.found[0].range, in: path, message(line.found),
                help: help(line, bytes))
        }
        if let next = lines.dropFirst(lineLimit).first, let last = lines.last {
            let count = lines.count - lineLimit
            let rest = next.found[0].range.lowerBound..<last.found[last.found.count - 1].range.upperBound
            problems.append(
                PastedRules.invisible.at(
                    next.found[0].range, in: path,
                    "\(count) more line\(count == 1 ? "" : "s") hold\(count == 1 ? "s" : "") characters that nobody "
                        + "sees.",
                    help: Help(
                        "`folkmoot check --fix` takes all of them out.",
                        replacement: Replacement(
                            range: rest, text: String(decoding: bytes[rest], as: UTF8.self).withoutInvisible))))
        }
        return problems
    }

    /// The lines that hold any, with where they are. Each byte is read at most three times.
    private static func affectedLines(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [(
        range: ByteRange, found: [Found]
    )] {
        var lines: [(range: ByteRange, found: [Found])] = []
        var next = start
        while let first = InvisibleCharacter.first(in: bytes, from: next, before: bytes.count) {
            func isEnd(_ i: Int) -> Bool { bytes[i] == 0x0A || bytes[i] == 0x0D }
            var lower = first.range.lowerBound
            while lower > next, !isEnd(lower - 1) { lower -= 1 }
            var upper = first.range.upperBound
            while upper < bytes.count, !isEnd(upper) { upper += 1 }
            var found = [first]
            while let other = InvisibleCharacter.first(
                in: bytes, from: found[found.count - 1].range.upperBound, before: upper)
            { found.append(other) }
            lines.append((lower..<upper, found))
            next = upper
        }
        return lines
    }

    /// `2 zero-width spaces (U+200B) and a soft hyphen (U+00AD) are on this line …`
    private static func message(_ found: [Found]) -> String {
        let kinds = InvisibleCharacter.allCases.compactMap { kind in
            let count = found.count { $0.character == kind }
            return count == 0 ? nil : "\(count == 1 ? "a" : String(count)) \(kind.named(count))"
        }
        let list =
            kinds.count > 1 ? kinds.dropLast().joined(separator: ", ") + " and " + kinds[kinds.count - 1] : kinds[0]
        let verb = found.count == 1 ? "is" : "are"
        return
            "\(list.prefix(1).uppercased() + list.dropFirst()) \(verb) on this line; nobody sees "
            + "\(found.count == 1 ? "it" : "them"), but searching and copying go wrong."
    }

    private static func help(_ line: (range: ByteRange, found: [Found]), _ bytes: [UInt8]) -> Help {
        var help = help(line.range, line.found[0].range, bytes)
        let range = line.found[0].range.lowerBound..<line.found[line.found.count - 1].range.upperBound
        help.replacement = Replacement(
            range: range, text: String(decoding: bytes[range], as: UTF8.self).withoutInvisible)
        return help
    }

    /// The line without them, or for a long line the text around the first one.
    private static func help(_ line: ByteRange, _ first: ByteRange, _ bytes: [UInt8]) -> Help {
        // No character has more than four bytes, so this is enough to count them in.
        let start = max(line.lowerBound, first.lowerBound - textLimit / 2)
        let part = bytes[start..<min(line.upperBound, start + 4 * textLimit)]
        let text = String(decoding: part.drop { $0 & 0xC0 == 0x80 }, as: UTF8.self).withoutInvisible
        let shown = text.unicodeScalars.prefix(textLimit)
        let isWhole = start == line.lowerBound && part.endIndex == line.upperBound && shown.endIndex == text.endIndex
        let written = String(shown).replacing("\t", with: "    ").replacing("\u{FFFD}", with: "")
        if isWhole { return Help("Paste this line in place of yours:", paste: written) }
        let dots = start > line.lowerBound ? "…" : ""
        return Help(
            "The line is long. Type the words around the place again, so that they read:",
            paste: "\(dots)\(written)…")
    }
}
