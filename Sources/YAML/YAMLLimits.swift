internal import Diagnostics
internal import Traps

/// How large and how deep a YAML text may be. Yams reads nested values by recursion, so depth is bounded here, by an
/// upper estimate, before it sees them.
enum YAMLLimits {
    static let bytes = 1 << 20
    static let depth = 40

    static func problem(in source: YAMLSource) -> Diagnostic? {
        if source.range.count > bytes {
            return YAMLRules.tooLarge.at(
                source.range.lowerBound..<source.range.lowerBound, in: source.path,
                "The front matter is longer than \(bytes / 1024) KiB, the most that is read.",
                help: "Move text into the body, below the second line of three hyphens.")
        }
        if let range = firstRepetition(in: source) {
            return YAMLRules.notUsed.at(
                range, in: source.path, "An anchor (`&name`) and what repeats it (`*name`) are not used here.",
                help: "Write the value out each time. A value that starts with & or * needs quotes.")
        }
        guard let offset = firstTooDeep(in: source) else { return nil }
        return YAMLRules.tooLarge.at(
            offset..<(offset + 1), in: source.path, "Values are nested more than \(depth) deep here.",
            help: "Brackets that are part of a text need quotes around it.")
    }

    /// The first byte at which brackets left open, or columns indented one below the other, exceed `depth`.
    static func firstTooDeep(in source: YAMLSource) -> Int? {
        var open = 0
        var columns: [Int] = []
        var lineStart = source.range.lowerBound
        var atStart = true
        for i in source.range {
            let byte = source.bytes[i]
            if byte < 0x20 || byte > 0x7F,
                YAMLSource.isBreak(source.bytes, endingAt: i, before: source.range.upperBound)
            {
                lineStart = i + 1
                atStart = true
                continue
            }
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                open += 1
                atStart = false
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                open = max(0, open - 1)
                atStart = false
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default:
                guard atStart else { continue }
                let column = i - lineStart
                while let last = columns.last, last >= column { columns.removeLast() }
                columns.append(column)
                // `- - - x` and `? ? ? x` open one level each, and so do hyphens after the `:` of a `?`.
                atStart = [UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(byte)
            }
            if open + columns.count > depth { return i }
        }
        return nil
    }

    /// The first `*name` whose `&name` is in the text too. A few nested repetitions would be more values than a machine
    /// can process, so they are found in the text, before any node is made of them.
    static func firstRepetition(in source: YAMLSource) -> ByteRange? {
        guard source.bytes[source.range].contains(UInt8(ascii: "&")) else { return nil }
        let anchors = Set(
            names(behind: UInt8(ascii: "&"), in: source).map { source.text(($0.lowerBound + 1)..<$0.upperBound) })
        guard !anchors.isEmpty else { return nil }
        return names(behind: UInt8(ascii: "*"), in: source).first {
            anchors.contains(source.text(($0.lowerBound + 1)..<$0.upperBound))
        }
    }

    /// Where a name follows `sign`, as libyaml reads names of anchors, unless a letter or digit precedes the sign.
    private static func names(behind sign: UInt8, in source: YAMLSource) -> [ByteRange] {
        func isName(_ i: Int) -> Bool {
            guard source.range.contains(i) else { return false }
            switch source.bytes[i] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): return true
            default: return false
            }
        }
        var found: [ByteRange] = []
        for i in source.range
        where source.bytes[i] == sign && isName(i + 1) && !(isName(i - 1) && source.bytes[i - 1] != UInt8(ascii: "-")) {
            var end = i + 1
            while isName(end) { end += 1 }
            found.append(i..<end)
        }
        return found
    }
}
