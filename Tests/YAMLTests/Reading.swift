import Diagnostics
import Testing
import YAML

/// A problem as a person sees it: what is marked, on which line and column, and the two texts.
struct Seen: Equatable, CustomStringConvertible {
    var at: String
    var marked: String
    var code: String
    var message: String
    var help: String?

    var description: String { "\(at) [\(marked)] \(code)\n  \(message)\n  \(help ?? "-")" }
}

/// The problems of a text that comes after `before` in a file.
func seen(_ yaml: String, before: String = "") -> [Seen] {
    let bytes = Array((before + yaml).utf8)
    let lines = LineIndex(bytes)
    return YAMLParser.parse(bytes, in: before.utf8.count..<bytes.count, path: "a.md").problems.map {
        let position = lines.position(of: $0.range.lowerBound)
        return Seen(
            at: "\(position.line):\(position.column)", marked: String(decoding: bytes[$0.range], as: UTF8.self),
            code: $0.code,
            message: $0.message, help: $0.help?.text)
    }
}

/// The problems as `line:column [marked] code`, with the lines to write, if any. Of each rule, one test compares the
/// whole text, and the others this.
func placed(_ yaml: String) -> [String] {
    let bytes = Array(yaml.utf8)
    let lines = LineIndex(bytes)
    return YAMLParser.parse(bytes, in: 0..<bytes.count, path: "a.md").problems.map {
        let position = lines.position(of: $0.range.lowerBound)
        return "\(position.line):\(position.column) [\(String(decoding: bytes[$0.range], as: UTF8.self))] \($0.code)"
            + ($0.help?.paste.map { " | \($0)" } ?? "")
    }
}

/// The only problem of a text.
func trap(_ yaml: String, before: String = "", sourceLocation: SourceLocation = #_sourceLocation) throws -> Seen {
    let all = seen(yaml, before: before)
    try #require(all.count == 1, "\(all)", sourceLocation: sourceLocation)
    return all[0]
}

/// A text and its only problem, as `placed` has it.
struct Case: CustomTestStringConvertible, Sendable {
    var yaml: String
    var marked: String
    var placed: String
    var testDescription: String { yaml.debugDescription }

    init(_ yaml: String, _ at: String, _ marked: String, _ code: String, _ lines: String? = nil) {
        (self.yaml, self.marked) = (yaml, marked)
        placed = "\(at) [\(marked)] \(code)" + (lines.map { " | \($0)" } ?? "")
    }

    /// `U+00A0` of the character that is marked.
    var codePoint: String {
        let digits = String(marked.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

/// A text without problems, as one line: `{key: "value", list: ["a"]}`, with what was quoted in quotes.
func read(_ yaml: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
    let bytes = Array(yaml.utf8)
    let (root, problems) = YAMLParser.parse(bytes, in: 0..<bytes.count, path: "a.md")
    #expect(problems.isEmpty, "\(problems)", sourceLocation: sourceLocation)
    return root.map(show) ?? "nothing"
}

func show(_ node: YAMLNode) -> String {
    switch node.value {
    case .scalar(let text, let quoted): quoted ? "\"\(text)\"" : text
    case .sequence(let items): "[" + items.map(show).joined(separator: ", ") + "]"
    case .mapping(let pairs, let flow):
        (flow ? "flow" : "") + "{" + pairs.map { "\($0.key): \(show($0.value))" }.joined(separator: ", ") + "}"
    }
}
