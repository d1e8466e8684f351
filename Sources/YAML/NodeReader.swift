internal import Diagnostics
internal import Traps
internal import Yams

/// Turns Yams' nodes into nodes with positions and rejects what the format does not allow. Depth is bounded before
/// parsing.
struct NodeReader {
    let source: YAMLSource
    var problems: [Diagnostic] = []

    init(source: YAMLSource) { self.source = source }

    mutating func read(_ node: Node) -> YAMLNode {
        let start = node.mark.map { source.offset(line: $0.line, column: $0.column) } ?? source.range.lowerBound
        if node.anchor != nil {
            refuse(
                start, "An anchor (`&name`) and what repeats it (`*name`) are not used here.",
                help: "Write the value out each time. A value that starts with & or * needs quotes.")
            return YAMLNode(value: .scalar("", quoted: false), range: start..<start)
        }
        switch node {
        case .scalar(let scalar): return readScalar(scalar, at: start)
        case .sequence(let sequence):
            checkTag(sequence.tag.description, at: start, implicit: "tag:yaml.org,2002:seq")
            let items = sequence.map { readItem($0) }
            return YAMLNode(value: .sequence(items), range: start..<min(start + 1, source.range.upperBound))
        case .mapping(let mapping):
            checkTag(mapping.tag.description, at: start, implicit: "tag:yaml.org,2002:map")
            let pairs = mapping.compactMap { key, value in readPair(key, value) }
            let flow = start < source.range.upperBound && source.bytes[start] == UInt8(ascii: "{")
            return YAMLNode(
                value: .mapping(pairs, flow: flow), range: start..<max(start, pairs.first?.keyRange.upperBound ?? start)
            )
        case .alias: return YAMLNode(value: .scalar("", quoted: false), range: start..<start)
        }
    }

    private mutating func readItem(_ item: Node) -> YAMLNode {
        let node = read(item)
        checkComment(behind: node, before: "- ")
        return node
    }

    /// `nil` when it is not a valid key, which is reported.
    private mutating func readPair(_ key: Node, _ value: Node) -> YAMLPair? {
        let keyNode = read(key)
        guard case .scalar(let name, _) = keyNode.value else {
            refuse(
                keyNode.range.lowerBound, "A key must be a plain word, not \(keyNode.describedKind).",
                help: "Text that starts with [ or { needs quotes around it.")
            return nil
        }
        guard key.anchor == nil else { return nil }
        if name.isEmpty {
            problems.append(
                YAMLTrap.noKey(on: source.line(source.lineNumber(of: keyNode.range.lowerBound)), in: source))
            return nil
        }
        let valueNode = read(value)
        checkComment(behind: valueNode, before: "\(name): ")
        return YAMLPair(key: name, keyRange: keyNode.range, value: valueNode)
    }

    private mutating func readScalar(_ scalar: Node.Scalar, at start: Int) -> YAMLNode {
        let quoted = scalar.style != .plain
        checkTag(scalar.tag.description, at: start, implicit: "tag:yaml.org,2002:str")
        let text = Self.withoutControls(scalar.string)
        return YAMLNode(
            value: .scalar(text, quoted: quoted),
            range: source.scalarRange(from: start, text: scalar.string, quoted: quoted))
    }

    /// `"\x01"` can write any control character, but none belongs in a page, a feed or a terminal.
    static func withoutControls(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 10 && $0 != 9 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xEF }),
            text.unicodeScalars.contains(where: isControl)
        else { return text }
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { kept.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(kept)
    }

    /// The characters that XML 1.0, and so every feed, excludes, and the C1 controls for terminals.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 9, 10: false
        case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private mutating func checkTag(_ tag: String, at start: Int, implicit: String) {
        guard tag != "", tag != implicit, tag != "!" else { return }
        refuse(start, "A tag (`!name`) is not used here.", help: "A value that starts with ! needs quotes around it.")
    }

    private mutating func refuse(_ start: Int, _ message: String, help: Help) {
        let line = source.line(source.lineNumber(of: start))
        problems.append(YAMLRules.notUsed.at(start..<max(start, line.upperBound), in: source.path, message, help: help))
    }

    private mutating func checkComment(behind node: YAMLNode, before lead: String) {
        guard case .scalar(let text, quoted: false) = node.value else { return }
        problems += [YAMLTrap.lostComment(behind: node.range, isEmpty: text.isEmpty, lead: lead, in: source)]
            .compactMap { $0 }
    }
}
