internal import Diagnostics

/// How large and how deep a YAML text may be. Yams reads nested values by recursion, so depth is bounded here, by an
/// estimate from above, before it sees them.
enum YAMLLimits {
    static let bytes = 1 << 20
    static let depth = 40

    static func problem(in source: YAMLSource) -> Diagnostic? {
        if source.range.count > bytes {
            return YAMLRules.tooLarge.at(
                source.range.lowerBound..<source.range.lowerBound, in: source.path,
                "The front matter is \(source.range.count / 1024) KiB long; at most \(bytes / 1024) KiB are read.")
        }
        guard let place = firstTooDeep(in: source) else { return nil }
        return YAMLRules.tooLarge.at(
            place..<(place + 1), in: source.path, "Values are nested more than \(depth) deep here.",
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
            switch byte {
            case UInt8(ascii: "\n"):
                lineStart = i + 1
                atStart = true
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
                // `- - - x` and `? ? ? x` open one level each.
                atStart = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?")
            }
            if open + columns.count > depth { return i }
        }
        return nil
    }
}
