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
        reportTooShallow(pair, path, node, in: fields, all)
        return true
    }

    /// Reports a value that does not fit its key here, and fits the key with the same name of a group around this one
    /// or in it: a `stage` of a topic as one of the community.
    ///
    /// - Returns: whether it is such a value.
    mutating func reportMeantElsewhere<R: Record>(
        _ pair: YAMLPair, _ shape: Shape, in fields: [Field<R>], _ all: [YAMLPair]
    ) -> Bool {
        guard shape.fits(pair.value) == false else { return false }
        let what = pair.value.text.map { "`\($0.prefix(40))` is a `\(pair.key)`" } ?? "`\(pair.key)` is a list"
        if let outer = groupAround(lacking: pair.key, { $0.fits(pair.value) == true }) {
            report(pair, tooDeepFor: outer, what: what)
            return true
        }
        let others = all.filter { $0.keyRange != pair.keyRange }
        guard let (path, node, _) = group(for: pair, in: fields, others),
            let first = fields.first(where: { $0.key == path[0].key }),
            first.shape.shape(of: pair.key, at: path)?.fits(pair.value) == true
        else { return false }
        reportTooShallow(pair, path, node, in: fields, others, what: what)
        return true
    }

    // MARK: Too far in

    /// The innermost group around the one that is read, by its index, that takes a key and does not have it yet.
    ///
    /// - Parameters:
    ///   - around: the groups to look in; `nil` for all but the one that is read.
    ///   - isFit: whether the key's shape there is right.
    func groupAround(
        lacking key: String, among around: ArraySlice<Level>? = nil, _ isFit: (Shape) -> Bool = { _ in true }
    ) -> Int? {
        (around ?? levels.dropLast()).lastIndex { level in
            !level.isImplied && !level.has(key) && (level.shape(key).map(isFit) ?? false)
        }
    }

    /// Reports a key of a group around the one that is read, where that does not have it yet.
    ///
    /// - Parameter map: the key whose free keys are read, if any.
    mutating func reportTooDeep(_ pair: YAMLPair, map: String? = nil, mapIsFlow: Bool = false) -> Bool {
        let inner = map == nil ? levels.count - 1 : levels.count
        guard let outer = groupAround(lacking: pair.key, among: levels.prefix(max(inner, 0))) else { return false }
        report(pair, tooDeepFor: outer, what: "`\(pair.key)` is a key", map: map, mapIsFlow: mapIsFlow)
        return true
    }

    /// - Parameter what: such as "`x` is a key", to be followed by "of" and a group.
    private mutating func report(
        _ pair: YAMLPair, tooDeepFor outer: Int, what: String, map: String? = nil, mapIsFlow: Bool = false
    ) {
        guard let here = levels.last else { return }
        if levels[outer].withholds(pair.key) { levels[outer].withheld.append(pair.key) }
        let column = outer + 1 < levels.count ? levels[outer + 1].key : map ?? here.key
        let around = levels.count > 1 ? levels[levels.count - 2] : here
        let place =
            map.map { "`\($0)`" } ?? (around.isImplied ? Self.name(of: (around.key, here.isItem)) : here.described)
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
                "\(what) of \(levels[outer].described), but this one is inside \(place), so it is left out."
                    + consequence, help: help))
    }

    /// Whether a line among those of a group with free keys is a key of the group around it: `time` in `skills`.
    func isMeantForGroup(_ pair: YAMLPair, amid shape: Shape) -> Bool {
        guard let around = levels.last(where: { $0.shape(pair.key) != nil })?.shape(pair.key) else { return false }
        if case .integer = around { return true }
        return pair.value.text.flatMap { Int($0) } == nil
    }

    // MARK: Not far enough in

    /// - Parameters:
    ///   - all: the keys among which it is.
    ///   - what: such as "`x` is a key", to be followed by "of" and a group.
    private mutating func reportTooShallow<R: Record>(
        _ pair: YAMLPair, _ path: GroupPath, _ group: YAMLNode, in fields: [Field<R>], _ all: [YAMLPair],
        what: String? = nil
    ) {
        let last = path[path.count - 1]
        let name = Self.name(of: last)
        if answered.contains(pair.keyRange.lowerBound) { return }
        let isAbove = pair.keyRange.lowerBound < group.range.lowerBound
        let beside = levels.last?.pairs ?? all
        let run = group.isEmpty && !isAbove ? Self.run(with: pair, below: path, in: fields, beside) : [pair]
        answered.formUnion(run.map(\.keyRange.lowerBound))
        let help: Help
        if case .mapping(_, flow: true) = group.value {
            help = Help("Move it into the braces of \(name).")
        } else if group.isEmpty {
            help = Help(
                isAbove
                    ? "Move it below `\(last.key)`, further to the right:"
                    : "What belongs to `\(last.key)` starts further to the right:",
                paste: Self.lines(run, at: path, isEmpty: true))
        } else {
            help = Self.move("this line", pair, to: path, in: group)
        }
        let unknown = run.filter { pair in !fields.contains { $0.key == pair.key } }.map { "`\($0.key)`" }
        let message =
            unknown.count > 1
            ? "\(unknown.joined(separator: " and ")) are keys of \(name), but these are not inside it, so they "
                + "are left out."
            : "\(what.map { "\($0) of" } ?? "`\(pair.key)` belongs to") \(name), but this one is not inside it, "
                + "so it is left out."
        problems.append(ContentRules.misplacedKey.at(pair.keyRange, in: self.path, message, help: help))
    }

    /// Where to put a line, and how far in, so that nothing else of a group is touched.
    ///
    /// - Parameters:
    ///   - what: such as "this line", to follow "move".
    ///   - group: which has keys.
    static func move(_ what: String, _ pair: YAMLPair, to path: GroupPath, in group: YAMLNode) -> Help {
        guard case .mapping(let pairs, _) = group.value, let last = pairs.last else {
            return Help("Start it further to the right:", paste: lines([pair], at: path))
        }
        let indent = String(repeating: " ", count: path.reduce(0) { $0 + ($1.isItem ? 4 : 2) })
        let value = written(pair.value)
        let below = last.value.text == nil ? "the lines of `\(last.key)`" : "`\(last.key)`"
        let all = value == "…" ? ", with the lines that belong to it," : ""
        return Help(
            "Keep the other lines, and move \(what)\(all) below \(below), indented like it:",
            paste: "\(indent)\(pair.key): \(value)")
    }

    /// The keys below an empty group that all are keys of it, so that they belong to it together: also those that are
    /// known beside it, such as `as_of` below `member_count`.
    static func run<R: Record>(
        with pair: YAMLPair, below path: GroupPath, in fields: [Field<R>], _ all: [YAMLPair]
    ) -> [YAMLPair] {
        guard path.count == 1, let group = all.firstIndex(where: { $0.key == path[0].key }),
            let field = fields.first(where: { $0.key == path[0].key }),
            let name = field.shape.groupName(isItem: path[0].isItem), let keys = KeyReference.byName[name]
        else { return [pair] }
        let run = all[(group + 1)...].prefix { pair in
            keys.contains { $0.name == pair.key } && !fields.contains { $0.key == pair.key && $0.isRequired }
        }
        return run.contains { $0.keyRange == pair.keyRange } ? Array(run) : [pair]
    }

    static func name(of step: GroupPath.Element) -> String {
        step.isItem ? "an item of `\(step.key)`" : "`\(step.key)`"
    }

    /// Keys at their place, with dots for what is there already.
    static func lines(_ pairs: [YAMLPair], at path: GroupPath, isEmpty: Bool = false) -> String {
        var lines: [String] = []
        var indent = ""
        for (index, (key, isItem)) in path.enumerated() {
            lines.append("\(indent)\(key):")
            indent += "  "
            guard isItem else { continue }
            if !isEmpty || index + 1 < path.count { lines.append("\(indent)- …") }
            indent += "  "
        }
        let isFirst = isEmpty && path.last?.isItem == true
        for (index, pair) in pairs.enumerated() {
            let lead = isFirst && index == 0 ? "\(indent.dropLast(2))- " : indent
            lines.append("\(lead)\(pair.key): \(written(pair.value))")
        }
        return lines.joined(separator: "\n")
    }

    /// A value on one line; dots for one that takes more.
    static func written(_ value: YAMLNode) -> String {
        switch value.value {
        case .scalar(let text, _): return FrontMatterValue.written(text)
        case .sequence(let items):
            let texts = items.compactMap(\.text)
            return texts.count == items.count ? FrontMatterValue.flow(texts) : "…"
        case .mapping: return "…"
        }
    }

    /// The group in the values beside a key that has it, and does not have it yet: in the nearest one above first.
    ///
    /// - Parameter common: whether an entry among the values has the keys of every file for this.
    func group<R: Record>(
        for pair: YAMLPair, in fields: [Field<R>], _ all: [YAMLPair], common: Bool = false
    ) -> (path: GroupPath, node: YAMLNode, isNext: Bool)? {
        let index = all.firstIndex { $0.keyRange.lowerBound > pair.keyRange.lowerBound } ?? all.count
        let around = Array(all[..<index].reversed()) + all[index...]
        var isNext = true
        for (offset, other) in around.enumerated() {
            guard let field = fields.first(where: { $0.key == other.key }) else { continue }
            if let (path, node) = Self.group(with: pair, at: other, field.shape, common: common) {
                return (path, node, isNext && offset < index)
            }
            isNext = false
        }
        return nil
    }

    private static func group(
        with pair: YAMLPair, at place: YAMLPair, _ shape: Shape, common: Bool
    ) -> (GroupPath, YAMLNode)? {
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
        let isOfEveryFile =
            common && KeyReference.entries.contains(name) && KeyReference.common.keys.contains { $0.name == pair.key }
        if isOfEveryFile || keys.contains(where: { $0.name == pair.key }),
            !pairs.contains(where: { $0.key == pair.key })
        {
            return ([(place.key, isItem)], node)
        }
        for inner in pairs.reversed() {
            guard let key = keys.first(where: { $0.name == inner.key }),
                let (path, found) = group(with: pair, at: inner, key.shape, common: common)
            else { continue }
            return ([(place.key, isItem)] + path, found)
        }
        return nil
    }

    /// The groups below the keys of a record that have a key.
    static func owners(of key: String, below fields: [(key: String, shape: Shape)], depth: Int = 2) -> [GroupPath] {
        fields.flatMap { field -> [GroupPath] in
            guard let (name, isItem) = field.shape.group, let keys = KeyReference.byName[name] else { return [] }
            let step = [(key: field.key, isItem: isItem)]
            if keys.contains(where: { $0.name == key }) { return [step] }
            return depth == 1
                ? [] : owners(of: key, below: keys.map { ($0.name, $0.shape) }, depth: depth - 1).map { step + $0 }
        }
    }

    /// What to do about a required key that is missing where a group has it, and need not have it.
    func furtherIn<R: Record>(_ field: Field<R>, _ pairs: [YAMLPair]) -> Help? {
        for pair in pairs {
            guard let (name, _) = R.fields.first(where: { $0.key == pair.key })?.shape.group(at: pair.value),
                KeyReference.byName[name]?.contains(where: { $0.name == field.key && $0.isRequired }) == false
            else { continue }
            for item in pair.value.items {
                guard case .mapping(let inner, flow: false) = item.value,
                    let found = inner.first(where: { $0.key == field.key })
                else { continue }
                return Help(
                    "Add a line with \(field.summary.lowercasedFirst) If it is the one inside `\(pair.key)`, "
                        + "start that line further to the left, in the same column as `\(pair.key)`:",
                    paste: "\(field.key): \(Self.written(found.value))")
            }
        }
        return nil
    }
}

extension YAMLNode {
    /// Of a list; a single value counts as a list of one.
    var items: [YAMLNode] { if case .sequence(let items) = value { items } else { [self] } }
}
