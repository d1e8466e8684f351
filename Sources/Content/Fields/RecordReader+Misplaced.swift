internal import Diagnostics
internal import Text
internal import YAML

/// Keys that are indented further, or less far, than the group that they belong to. YAML reads them as keys of another
/// group, which does not have them.
extension RecordReader {
    /// A group that is being read.
    struct Level {
        /// Such as `community`.
        let name: String
        /// The key that it is the value of; empty for that of the file itself.
        let key: String
        let isItem: Bool
        let isFlow: Bool
        /// Whether it was written as the value of one of its keys, so that nothing of it is to be seen in the file.
        var isImplied = false
        let pairs: [YAMLPair]
        let shape: @Sendable (String) -> Shape?
        let withholds: @Sendable (String) -> Bool
        /// What becomes of it when a key that withholds cannot be read, in words that follow "Until then, ".
        let consequence: String
        /// Keys of it that were found too far in and that hold it back.
        var withheld: [String] = []

        init<R: Record>(_ type: R.Type, key: String, isItem: Bool, isFlow: Bool, _ pairs: [YAMLPair]) {
            name = R.recordName
            (self.key, self.isItem, self.isFlow) = (key, isItem, isFlow)
            self.pairs = pairs
            shape = { key in R.fields.first { $0.key == key }?.shape }
            consequence = R.withheld
            withholds = { key in R.fields.contains { $0.key == key && $0.withholds } }
        }

        func has(_ key: String) -> Bool { pairs.contains { $0.key == key } }

        /// `the community`, `charter` in code, or `an item of` it.
        var described: String { key.isEmpty ? "the \(name)" : isItem ? "an item of `\(key)`" : "`\(key)`" }
    }

    /// Where a key belongs: the keys that lead there, and whether each holds a list.
    typealias GroupPath = [(key: String, isItem: Bool)]

    /// Reports a key that is not one of this group and is one of a group around it or in it.
    ///
    /// - Returns: whether it is such a key.
    mutating func reportMisplaced<R: Record>(_ pair: YAMLPair, in fields: [Field<R>], _ all: [YAMLPair]) -> Bool {
        let meant = fields.first { $0.synonyms.contains(pair.key) || $0.alsoMeant.contains(pair.key) }
        // `title` for a `name` that is missing is another name for it, whatever is above.
        if let meant, meant.isRequired, !all.contains(where: { $0.key == meant.key }) { return false }
        if meant == nil, reportTooDeep(pair) { return true }
        guard let (path, node, isNext) = group(for: pair, in: fields, all),
            meant == nil || isNext && path.last?.isItem == false
        else { return false }
        reportTooShallow(pair, path, node)
        return true
    }

    // MARK: Too far in

    /// Reports a key of a group around the one that is read, where that does not have it yet.
    ///
    /// - Parameter map: the key whose free keys are read, if any.
    mutating func reportTooDeep(_ pair: YAMLPair, map: String? = nil, mapIsFlow: Bool = false) -> Bool {
        let inner = map == nil ? levels.count - 1 : levels.count
        guard
            let outer = levels.indices.prefix(max(inner, 0)).last(where: {
                !levels[$0].isImplied && levels[$0].shape(pair.key) != nil && !levels[$0].has(pair.key)
            }), let here = levels.last
        else { return false }
        if levels[outer].withholds(pair.key) { levels[outer].withheld.append(pair.key) }
        let column = outer + 1 < levels.count ? levels[outer + 1].key : map ?? here.key
        let place = map.map { "`\($0)`" } ?? here.described
        let isFlow = mapIsFlow || map == nil && here.isFlow
        let line = pair.value.text.map { "\(pair.key): \(FrontMatterValue.written($0))" }
        let help =
            isFlow
            ? Help(
                "Move it out of the braces of `\(map ?? here.key)`, to the other keys of \(levels[outer].described).")
            : Help(
                "Start the line further to the left, in the same column as `\(column)`\(line == nil ? "." : ":")",
                paste: line)
        let consequence = levels[outer].withholds(pair.key) ? " Until that is clear, \(levels[outer].consequence)." : ""
        problems.append(
            ContentRules.misplacedKey.at(
                pair.keyRange, in: path,
                "`\(pair.key)` is a key of \(levels[outer].described), but this one is inside \(place), so it is left "
                    + "out.\(consequence)", help: help))
        return true
    }

    /// Whether a line among those of a group with free keys is a key of the group around it: `time` in `skills`.
    func isMeantForGroup(_ pair: YAMLPair, amid shape: Shape) -> Bool {
        guard let around = levels.last(where: { $0.shape(pair.key) != nil })?.shape(pair.key) else { return false }
        if case .integer = around { return true }
        return pair.value.text.flatMap { Int($0) } == nil
    }

    // MARK: Not far enough in

    private mutating func reportTooShallow(_ pair: YAMLPair, _ path: GroupPath, _ group: YAMLNode) {
        let last = path[path.count - 1]
        let name = last.isItem ? "an item of `\(last.key)`" : "`\(last.key)`"
        let help: Help
        if case .mapping(_, flow: true) = group.value {
            help = Help("Move it into the braces of \(name).")
        } else {
            help = Help(
                group.isEmpty
                    ? "What belongs to `\(last.key)` starts further to the right:"
                    : "Start it further to the right, in the same column as the other keys of \(name):",
                paste: Self.lines(pair, at: path))
        }
        problems.append(
            ContentRules.misplacedKey.at(
                pair.keyRange, in: self.path,
                "`\(pair.key)` is a key of \(name), but this one is not inside it, so it is left out.", help: help))
    }

    /// The key at its place, with dots for what is there already.
    static func lines(_ pair: YAMLPair, at path: GroupPath) -> String {
        var lines: [String] = []
        var indent = ""
        for (key, isItem) in path {
            lines.append("\(indent)\(key):")
            indent += "  "
            if isItem {
                lines.append("\(indent)- …")
                indent += "  "
            }
        }
        return (lines + ["\(indent)\(pair.key): \(pair.value.text.map(FrontMatterValue.written) ?? "…")"]).joined(
            separator: "\n")
    }

    /// The group in the values beside a key that has it, and does not have it yet: in the nearest one above first.
    private func group<R: Record>(
        for pair: YAMLPair, in fields: [Field<R>], _ all: [YAMLPair]
    ) -> (path: GroupPath, node: YAMLNode, isNext: Bool)? {
        let index = all.firstIndex { $0.keyRange.lowerBound > pair.keyRange.lowerBound } ?? all.count
        let around = Array(all[..<index].reversed()) + all[index...]
        var isNext = true
        for (offset, other) in around.enumerated() {
            guard let field = fields.first(where: { $0.key == other.key }) else { continue }
            if let (path, node) = Self.group(with: pair, at: other, field.shape) {
                return (path, node, isNext && offset < index)
            }
            isNext = false
        }
        return nil
    }

    private static func group(with pair: YAMLPair, at place: YAMLPair, _ shape: Shape) -> (GroupPath, YAMLNode)? {
        if case .map(_, .integer) = shape {
            let isAbove = place.keyRange.upperBound < pair.keyRange.lowerBound
            return isAbove && pair.value.text.flatMap { Int($0) } != nil ? ([(place.key, false)], place.value) : nil
        }
        guard let (name, isItem) = shape.group(at: place.value), let keys = KeyReference.byName[name] else {
            return nil
        }
        let node = isItem ? place.value.items.last ?? place.value : place.value
        let pairs = if case .mapping(let pairs, _) = node.value { pairs } else { [YAMLPair]() }
        guard !pairs.isEmpty || node.isEmpty else { return nil }
        if keys.contains(where: { $0.name == pair.key }), !pairs.contains(where: { $0.key == pair.key }) {
            return ([(place.key, isItem)], node)
        }
        for inner in pairs.reversed() {
            guard let key = keys.first(where: { $0.name == inner.key }),
                let (path, found) = group(with: pair, at: inner, key.shape)
            else { continue }
            return ([(place.key, isItem)] + path, found)
        }
        return nil
    }

    /// In words, the groups below the keys of a record that have a key; nothing where there are none.
    static func owners(of key: String, below fields: [(key: String, shape: Shape)], depth: Int = 2) -> [String] {
        fields.flatMap { field -> [String] in
            guard let (name, isItem) = field.shape.group, let keys = KeyReference.byName[name] else { return [] }
            if keys.contains(where: { $0.name == key }) {
                return [isItem ? "an item of `\(field.key)`" : "`\(field.key)`"]
            }
            return depth == 1 ? [] : owners(of: key, below: keys.map { ($0.name, $0.shape) }, depth: depth - 1)
        }
    }
}

extension Shape {
    /// The name of the group that it holds, and whether it is a list of them.
    var group: (name: String, isItem: Bool)? {
        switch self {
        case .record(let name): (name, false)
        case .list(let item): item.group.map { ($0.name, true) }
        case .either(let first, let short):
            // A community's `members` is mostly written as the list alone.
            short.group.flatMap { $0.isItem ? $0 : nil } ?? first.group
        default: nil
        }
    }

    /// The same, for a value: of two ways to write it, the one that was taken.
    func group(at node: YAMLNode) -> (name: String, isItem: Bool)? {
        if case .either(let first, let short) = self {
            return if case .sequence = node.value { short.group(at: node) } else { first.group(at: node) }
        }
        return group
    }
}

extension YAMLNode {
    /// Of a list; a single value counts as a list of one.
    fileprivate var items: [YAMLNode] { if case .sequence(let items) = value { items } else { [self] } }
}
