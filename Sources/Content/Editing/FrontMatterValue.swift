/// A value to write into front matter.
public enum FrontMatterValue: Sendable, Equatable {
    case text(String)
    case list([String])
    /// Keys with a text each, below the key.
    case group([Line])
    /// A list of such groups.
    case groups([[Line]])

    public struct Line: Sendable, Equatable {
        public let key: String
        public let text: String

        public init(_ key: String, _ text: String) {
            self.key = key
            self.text = text
        }
    }

    /// A list that is longer than this goes on lines of its own.
    private static let width = 100

    /// The lines of the key with this value, without ends.
    public func lines(for key: String) -> [String] {
        switch self {
        case .text(let text): return ["\(key): \(YAMLText.scalar(text))"]
        case .list(let items):
            let line = "\(key): \(Self.flow(items))"
            return line.count <= Self.width ? [line] : ["\(key):"] + items.map { "  - \(YAMLText.scalar($0))" }
        case .group(let lines): return ["\(key):"] + lines.map { "  \($0.key): \(YAMLText.scalar($0.text))" }
        case .groups(let groups):
            return ["\(key):"]
                + groups.flatMap { lines in
                    lines.enumerated().map {
                        "  \($0.offset == 0 ? "-" : " ") \($0.element.key): \(YAMLText.scalar($0.element.text))"
                    }
                }
        }
    }

    /// A text as it is written after a key.
    public static func written(_ text: String) -> String { YAMLText.scalar(text) }

    /// `[a, b]`.
    static func flow(_ items: [String]) -> String {
        "[" + items.map { YAMLText.scalar($0, inFlow: true) }.joined(separator: ", ") + "]"
    }
}

/// Texts as YAML writes them: plain where that is read back as it is, else in double quotes.
enum YAMLText {
    /// - Parameter inFlow: whether it is within `[…]` or `{…}`.
    static func scalar(_ text: String, inFlow: Bool = false) -> String {
        isPlain(text, inFlow: inFlow) ? text : quoted(text)
    }

    private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            !["~", "null", "---", "..."].contains(text)
        else { return false }
        let starts = first.properties.isAlphabetic || ("0"..."9").contains(first)
        let isSafe = text.unicodeScalars.allSatisfy {
            $0 == " "
                || ($0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace
                    && $0.properties.generalCategory != .control && $0.properties.generalCategory != .format)
        }
        // By bytes: an accent after a sign makes another `Character` of the two.
        func has(_ signs: String) -> Bool { text.utf8.firstRange(of: signs.utf8) != nil }
        return starts && isSafe && last != ":" && last != " " && !has(": ") && !has(" #")
            && !(inFlow && text.utf8.contains { ",[]{}:".utf8.contains($0) })
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F { out += " " } else { out.unicodeScalars.append(scalar) }
            }
        }
        return out + "\""
    }
}
