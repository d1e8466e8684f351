public import Diagnostics
internal import Traps
internal import Yams

/// YAML: text → nodes with their positions, or problems in plain words.
///
/// Scalars stay text: the key decides what `no` or `2022` means. Anchors, aliases and tags are rejected, nesting and
/// size are bounded. It must not know which keys exist.
///
///     let (node, problems) = YAMLParser.parse(file.bytes, in: 4..<40, path: file.path)
public enum YAMLParser {
    /// Reads one YAML document.
    ///
    /// - Parameters:
    ///   - bytes: a whole file, in UTF-8.
    ///   - range: where the YAML is in it.
    /// - Returns: the root node, with byte ranges in the whole file; `nil` when the text is empty or cannot be read,
    ///   and then the problems say why. Special spaces and invisible characters at the ends of keys and values are not
    ///   part of them, and are reported.
    public static func parse(_ bytes: [UInt8], in range: ByteRange, path: String) -> (
        root: YAMLNode?, problems: [Diagnostic]
    ) {
        let found = reading(bytes, in: range, path: path)
        return (found.root, found.problems)
    }

    /// The same, with the rest of a text that cannot be read as a whole.
    public static func reading(_ bytes: [UInt8], in range: ByteRange, path: String) -> YAMLReading {
        let written = YAMLSource(bytes: bytes, range: range, path: path)
        if let problem = YAMLLimits.problem(in: written) { return YAMLReading(problems: [problem]) }
        let (pasted, text) = PastedYAML.check(written)
        guard !pasted.contains(where: { $0.severity == .error }) else { return YAMLReading(problems: pasted) }
        let (root, problems) = read(text)
        var reading = YAMLReading(root: root, problems: pasted + problems)
        if root == nil, range.count <= mostBytesReadOn { readOn(text, after: problems, &reading) }
        return reading
    }

    private static let mostBytesReadOn = 1 << 16
    private static let mostMistakes = 30

    /// Reads a text again without what a mistake is in, as often as there are more. One mistake would hide the others.
    private static func readOn(_ text: YAMLSource, after problems: [Diagnostic], _ reading: inout YAMLReading) {
        var (text, problems) = (text, problems)
        var left: [ByteRange] = []
        for _ in 0..<mostMistakes {
            guard problems.count == 1, let part = YAMLTrap.part(of: problems[0], in: text, besides: left) else {
                return
            }
            left += part
            text = text.blanking(part)
            let (root, found) = read(text)
            let lines = left.map { text.line(text.lineNumber(of: $0.lowerBound)) }
            // What is written in place of a mistake may depend on what was left out.
            reading.problems += found.filter { problem in !lines.contains { $0.overlaps(problem.range) } }.map {
                var problem = $0
                if !problem.isUnder(YAMLRules.missingSpace) { problem.help?.replacement = nil }
                return problem
            }
            if let root {
                reading.rest = YAMLReading.Rest(root: root, leftOut: lines)
                return
            }
            problems = found
        }
    }

    private static func read(_ text: YAMLSource) -> (root: YAMLNode?, problems: [Diagnostic]) {
        do {
            return try nodes(of: text)
        } catch let error as YamlError {
            let problem = explain(error, in: text)
            return (nil, problem.isUnder(YAMLRules.tab) ? tabs(in: text, or: problem) : [problem])
        } catch {
            return (nil, [YAMLRules.syntax.at(text.range, in: text.path, "This YAML cannot be read: \(error).")])
        }
    }

    /// - Throws: what the library throws.
    private static func nodes(of text: YAMLSource) throws -> (root: YAMLNode?, problems: [Diagnostic]) {
        let parser = try Parser(yaml: text.string, resolver: .basic, encoding: .utf8)
        // The nodes reference anchors weakly, so the parser must outlive the walk over them.
        return try withExtendedLifetime(parser) {
            guard let root = try parser.singleRoot() else { return (nil, []) }
            var reader = NodeReader(source: text)
            let node = reader.read(root)
            return (node, reader.problems)
        }
    }

    /// All tabs of a text that cannot be read because of one.
    ///
    /// How wide a tab is follows from the text: it is certain where the text can be read with one width only, or means
    /// the same with each.
    private static func tabs(in text: YAMLSource, or problem: Diagnostic) -> [Diagnostic] {
        let tabbed = TabbedYAML(text)
        let readings = TabbedYAML.widths.compactMap { width in root(of: tabbed.text(width: width)).map { (width, $0) } }
        let certain: Int? =
            if let first = readings.first {
                readings.allSatisfy { $0.1.hasSameValue(as: first.1) } ? first.0 : nil
            } else {
                // What cannot be read without any indent has another fault, and no width fixes it.
                tabbed.isTabbedThroughout && root(of: tabbed.text(width: 0)) == nil ? TabbedYAML.widths[0] : nil
            }
        let problems = tabbed.problems(width: certain)
        return problems.isEmpty ? [problem] : problems
    }

    /// The root of a text that can be read.
    private static func root(of text: YAMLSource) -> YAMLNode? {
        // Spaces in place of tabs may nest what did not nest before.
        YAMLLimits.firstTooDeep(in: text) == nil ? (try? nodes(of: text))?.root : nil
    }

    private static func explain(_ error: YamlError, in text: YAMLSource) -> Diagnostic {
        func mark(_ mark: Mark) -> YAMLComplaint.Mark { .init(line: mark.line, column: mark.column) }
        switch error {
        case .scanner(let context, let problem, let position, _), .parser(let context, let problem, let position, _),
            .composer(let context, let problem, let position, _):
            let complaint = YAMLComplaint(problem, at: mark(position), opened: context.map { mark($0.mark) })
            return YAMLTrap.explain(complaint, in: text)
        case .duplicatedKeysInMapping(let keys, let context):
            return YAMLTrap.duplicate(keys.first ?? "", first: mark(context.mark), in: text)
        case .reader: return YAMLTrap.controlCharacter(in: text)
        default: return YAMLRules.syntax.at(text.range, in: text.path, "The front matter cannot be read as YAML.")
        }
    }
}

/// What a text says as YAML.
public struct YAMLReading: Sendable {
    /// `nil` when the text is empty or cannot be read, and then the problems say why.
    public var root: YAMLNode?
    public var problems: [Diagnostic]
    /// What can be read of a text that cannot be read as a whole, to find more that is wrong with it.
    public var rest: Rest?

    public struct Rest: Sendable {
        public let root: YAMLNode
        /// Lines with mistakes, in the whole file; the root says nothing of them, or only their keys.
        public let leftOut: [ByteRange]
    }
}

/// A value of a YAML document with its byte range.
public struct YAMLNode: Sendable {
    public enum Value: Sendable {
        /// The text, and whether it was in quotes or in a block (`|`, `>`), whose meaning is never guessed.
        case scalar(String, quoted: Bool)
        case sequence([YAMLNode])
        /// In the order of the file. `flow` if written as `{…}`.
        case mapping([YAMLPair], flow: Bool)
    }

    public var value: Value
    /// In the whole file. For a mapping or list only its first byte is certain.
    public var range: ByteRange

    public init(value: Value, range: ByteRange) {
        self.value = value
        self.range = range
    }

    /// `key:` with nothing after it, or `~`, or quotes with nothing but spaces between them.
    public var isEmpty: Bool {
        guard case .scalar(let text, let quoted) = value else { return false }
        return text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 } || (!quoted && text == "~")
    }

    /// Whether it says the same, wherever it is.
    func hasSameValue(as other: YAMLNode) -> Bool {
        switch (value, other.value) {
        case (.scalar(let a, _), .scalar(let b, _)): a == b
        case (.sequence(let a), .sequence(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.hasSameValue(as: $1) }
        case (.mapping(let a, _), .mapping(let b, _)):
            a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value.hasSameValue(as: $1.value) }
        default: false
        }
    }

    /// The kind of value, in words for a message.
    public var describedKind: String {
        switch value {
        case .scalar: isEmpty ? "nothing" : "a single value"
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }
}

public struct YAMLPair: Sendable {
    public var key: String
    public var keyRange: ByteRange
    public var value: YAMLNode

    public init(key: String, keyRange: ByteRange, value: YAMLNode) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }
}
