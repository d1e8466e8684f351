/// Two states of a text as a difference, in the form that `diff -u` and git have.
enum UnifiedDiff {
    /// Lines around a change.
    private static let context = 3
    /// Of texts with more lines only their lengths are shown.
    private static let limit = 5_000

    /// - Parameter before: `nil` when the file is new.
    /// - Returns: lines, each ended; empty when both are the same.
    static func text(_ path: String, before: [UInt8]?, after: [UInt8]) -> String {
        let old = lines(before ?? [])
        let new = lines(after)
        if old == new { return "" }
        let head = "--- \(before == nil ? "/dev/null" : "a/" + path)\n+++ b/\(path)\n"
        guard old.count <= limit, new.count <= limit else {
            return head + "(\(old.count) lines before, \(new.count) after)\n"
        }
        return head + hunks(marked(old, new))
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    private typealias Line = (sign: Character, text: String)

    private static func marked(_ old: [String], _ new: [String]) -> [Line] {
        var gone: Set<Int> = []
        var come: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): come.insert(offset)
            }
        }
        var lines: [Line] = []
        var i = 0
        var j = 0
        while i < old.count || j < new.count {
            if gone.contains(i) {
                lines.append(("-", old[i]))
                i += 1
            } else if come.contains(j) {
                lines.append(("+", new[j]))
                j += 1
            } else {
                lines.append((" ", old[i]))
                i += 1
                j += 1
            }
        }
        return lines
    }

    private static func hunks(_ lines: [Line]) -> String {
        let changed = lines.indices.filter { lines[$0].sign != " " }
        var ranges: [Range<Int>] = []
        for index in changed {
            let range = max(0, index - context)..<min(lines.count, index + context + 1)
            if let last = ranges.last, last.upperBound >= range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
        }
        var out = ""
        for range in ranges {
            func span(_ other: Character) -> String {
                let start = lines[..<range.lowerBound].count { $0.sign != other }
                let count = lines[range].count { $0.sign != other }
                return "\(count == 0 ? start : start + 1),\(count)"
            }
            out += "@@ -\(span("+")) +\(span("-")) @@\n" + lines[range].map { "\($0.sign)\($0.text)\n" }.joined()
        }
        return out
    }
}
