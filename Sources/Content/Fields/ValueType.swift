internal import Diagnostics
internal import Markdown
internal import Text
internal import Traps
internal import YAML

/// What a key takes: its shape, and how a YAML node becomes a value of it.
struct ValueType<Value: Sendable>: Sendable {
    let shape: Shape
    /// `nil`, with a problem reported, when the node does not hold such a value.
    let read: @Sendable (YAMLNode, inout RecordReader) -> Value?
    /// How a translation's value joins the original's; `nil` for facts.
    var merge: (@Sendable (inout Value, Value, _ language: String) -> Void)?
    /// A translation's value where the original has none: its texts say their language.
    var adopt: @Sendable (Value, _ language: String) -> Value = { value, _ in value }
    /// The texts in a value, under its key.
    var texts: @Sendable (Located<Value>, _ key: String, _ inFile: Bool) -> [TextValue] = { _, _, _ in [] }

    init(
        _ shape: Shape, merge: (@Sendable (inout Value, Value, String) -> Void)? = nil,
        read: @escaping @Sendable (YAMLNode, inout RecordReader) -> Value?
    ) {
        self.shape = shape
        self.read = read
        self.merge = merge
    }

    /// A type that is read from the text of a scalar; `parse` gives `nil` for text that does not fit.
    static func scalar(_ shape: Shape, _ parse: @escaping @Sendable (String) -> Value?) -> ValueType {
        ValueType(shape) { node, reader in
            guard case .scalar(let text, _) = node.value, let value = parse(text) else {
                reader.wrongType(node, shape)
                return nil
            }
            return value
        }
    }
}

/// A closed set of values, written in content as their raw values: in capitals too, and with spaces for hyphens.
public protocol Choice: RawRepresentable, CaseIterable, Sendable, Hashable where RawValue == String {
    /// Other spellings that are understood, in lower case.
    static var synonyms: [String: Self] { get }
}

extension Choice {
    public static var synonyms: [String: Self] { [:] }
}

extension ValueType where Value: Choice {
    static var choice: ValueType {
        let names = Value.allCases.map(\.rawValue)
        let shape = Shape.choice(names, also: Value.synonyms.keys.sorted())
        return ValueType(shape) { node, reader in
            guard case .scalar(let text, _) = node.value else {
                reader.wrongType(node, shape)
                return nil
            }
            let plain = String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
            if let value = Value(rawValue: plain) ?? Value.synonyms[plain] { return value }
            reader.report(
                ContentRules.unknownValue, node,
                "`\(text.prefix(60))` is not one of the values here.\(NearestMatch.hint(text, among: names))",
                help: Help(
                    "Use \(shape.expectation).",
                    replacement: NearestMatch.only(text, among: names).flatMap { node.replacement($0) }))
            return nil
        }
    }
}

extension ValueType where Value: Record {
    static var record: ValueType {
        var type = ValueType(
            .record(Value.recordName), merge: { $0.merge($1, language: $2) },
            read: { node, reader in
                reader.record(Value.self, from: node, isBelowKey: true)
            })
        type.adopt = { translation, language in
            var record = Value()
            record.merge(translation, language: language)
            return record
        }
        type.texts = { $0.value.texts(below: $1 + ".", inFile: $2) }
        return type
    }

    /// A record that may also be written as just the list that one of its keys holds.
    static func record(orListOf key: String) -> ValueType {
        record(orValueOf: key) { if case .sequence = $0.value { true } else { false } }
    }

    /// A record that may also be written as just the text of one of its keys.
    static func record(orTextOf key: String) -> ValueType {
        record(orValueOf: key) { if case .scalar = $0.value { true } else { false } }
    }

    private static func record(
        orValueOf key: String, where isShort: @escaping @Sendable (YAMLNode) -> Bool
    ) -> ValueType {
        let short = Value.fields.first { $0.key == key }!.shape
        var type = ValueType(.either(.record(Value.recordName), short)) { node, reader in
            guard isShort(node) else { return reader.record(Value.self, from: node, isBelowKey: true) }
            reader.isImplied = true
            return reader.record(
                Value.self, pairs: [YAMLPair(key: key, keyRange: node.range, value: node)], flow: false, at: node.range)
        }
        type.texts = { $0.value.texts(below: $1 + ".", inFile: $2) }
        return type
    }
}

extension ValueType {
    /// A list; a single value stands for a list of one.
    static func list<Element: Sendable>(of item: ValueType<Element>) -> ValueType where Value == [Located<Element>] {
        var type = ValueType(.list(of: item.shape)) { node, reader in
            let nodes = if case .sequence(let nodes) = node.value { nodes } else { [node] }
            if reader.reportListWithoutBrackets(node, of: item.shape) { return nil }
            let key = reader.key
            let isList = if case .sequence = node.value { true } else { false }
            (reader.joinsItems, reader.joinedItems) = (isList && reader.areTexts(nodes, inPlaceOf: item.shape), nil)
            defer { reader.joinsItems = false }
            if isList, item.shape == .linkOrText { reader.reportPlaceholder(nodes, in: node) }
            let items: [Located<Element>] = reader.joining(nodes, item.shape).compactMap { written in
                reader.key = key
                reader.isItem = isList
                defer { reader.isItem = false }
                guard let node = isList ? reader.unkeyed(written, item.shape) : written else { return nil }
                if reader.reportSeveralInOne(node, item.shape, key: key, isList: isList) { return nil }
                return node.isEmpty ? nil : item.read(node, &reader).map { Located($0, node.range) }
            }
            // A list from which nothing could be read is unknown, not empty.
            return items.isEmpty && !nodes.isEmpty ? nil : items
        }
        type.texts = { list, key, inFile in
            list.value.enumerated().flatMap { item.texts($0.element, "\(key).\($0.offset + 1)", inFile) }
        }
        return type
    }

    /// Free keys, each the id of a term.
    static func map<Element: Sendable>(from kind: TermKind, to item: ValueType<Element>) -> ValueType
    where Value == [TermEntry<Element>] {
        ValueType(.map(from: kind, to: item.shape)) { node, reader in
            guard case .mapping(let pairs, let isFlow) = node.value else {
                reader.wrongType(node, .map(from: kind, to: item.shape))
                return nil
            }
            let key = reader.key
            return pairs.compactMap { pair in
                if reader.isMeantForGroup(pair, amid: item.shape),
                    reader.reportTooDeep(pair, map: key, mapIsFlow: isFlow)
                {
                    return nil
                }
                reader.isItem = true
                defer { reader.isItem = false }
                return item.read(pair.value, &reader).map {
                    TermEntry(term: Located(pair.key, pair.keyRange), value: Located($0, pair.value.range))
                }
            }
        }
    }
}

/// One line of a group whose keys are terms, such as a skill and its level.
public struct TermEntry<Value: Sendable>: Sendable {
    public var term: Located<String>
    public var value: Located<Value>
}

extension RecordReader {
    /// A list that is written as a text with commas, or in braces.
    fileprivate mutating func reportListWithoutBrackets(_ node: YAMLNode, of item: Shape) -> Bool {
        if case .scalar(let text, quoted: false) = node.value, case .term = item,
            let (message, help) = ListTrap.commas(text, at: node.range, key: key)
        {
            report(ContentRules.wrongType, node, message, help: help)
            return true
        }
        guard item.group == nil, case .mapping(let pairs, flow: true) = node.value, !pairs.isEmpty,
            pairs.allSatisfy({ $0.value.isEmpty })
        else { return false }
        let list = pairs.map { YAMLText.scalar($0.key, inFlow: true) }.joined(separator: ", ")
        report(
            ContentRules.wrongType, node, "These values are in braces `{…}`, and a list is in brackets `[…]`.",
            help: Help("Write:", paste: "[\(list)]"))
        return true
    }

    /// An item that seems to be several: with semicolons, or on several lines.
    fileprivate mutating func reportSeveralInOne(_ node: YAMLNode, _ item: Shape, key: String, isList: Bool) -> Bool {
        guard case .scalar(let text, quoted: false) = node.value else { return false }
        var found: (message: String, help: Help)?
        if case .term = item, isList, text.contains(";") { found = ListTrap.commas(text, at: node.range, key: key) }
        if found == nil, item.isOneWord { found = ListTrap.joinedLines(text, length: node.range.count) }
        guard let found else { return false }
        report(ContentRules.wrongType, node, found.message, help: found.help)
        return true
    }
}
