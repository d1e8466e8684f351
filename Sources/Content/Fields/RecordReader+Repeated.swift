internal import Diagnostics
internal import YAML

/// Keys that are in their group twice: one of the two may belong to another group, or to another item of a list.
extension RecordReader {
    /// Says where the second of two keys belongs, or the first, if they are in this group.
    mutating func noteRepeated<R: Record>(_ pairs: [YAMLPair], in fields: [Field<R>]) {
        guard let first = repeated.first, let index = pairs.firstIndex(where: { $0.keyRange == first.range }) else {
            return
        }
        let all = pairs.map { pair in
            guard let name = repeated.first(where: { $0.range == pair.keyRange })?.key else { return pair }
            return YAMLPair(key: name, keyRange: pair.keyRange, value: pair.value)
        }
        helpForRepeated =
            items(all) ?? places(of: all[index], in: fields, all) ?? oneList(all, of: first.key, in: fields)
    }

    /// Two items of a list of groups that have no hyphens.
    private func items(_ all: [YAMLPair]) -> Help? {
        guard let level = levels.last, !level.isFlow, levels.count > 1,
            let shape = levels[levels.count - 2].shape(level.key), let name = shape.groupName(isItem: true),
            let keys = KeyReference.byName[name], all.allSatisfy({ pair in keys.contains { $0.name == pair.key } })
        else { return nil }
        var items: [[YAMLPair]] = [[]]
        for pair in all {
            if items[items.count - 1].contains(where: { $0.key == pair.key }) { items.append([]) }
            items[items.count - 1].append(pair)
        }
        guard items.allSatisfy({ $0.first?.key == items[0].first?.key }) else { return nil }
        let around = levels[levels.count - 2]
        let key = around.isImplied ? around.key : level.key
        let lines = items.map { Self.lines($0, at: [(key, true)], isEmpty: true).split(separator: "\n").dropFirst() }
        return Help(
            "If these are \(items.count) items, start each with a hyphen and a space:",
            paste: (["\(key):"] + lines.joined().map(String.init)).joined(separator: "\n"))
    }

    private func places<R: Record>(of pair: YAMLPair, in fields: [Field<R>], _ all: [YAMLPair]) -> Help? {
        let same = all.filter { $0.key == pair.key }
        for one in same.reversed() {
            let others = all.filter { $0.keyRange != one.keyRange }
            let which = one.keyRange == pair.keyRange ? "this one" : "the first one"
            guard let (path, node, isNext) = group(for: one, in: fields, others, common: true), isNext else { continue }
            if case .mapping(_, flow: true) = node.value { continue }
            let kept = others.filter { $0.key != one.key } + [one]
            let ordered = kept.sorted { $0.keyRange.lowerBound < $1.keyRange.lowerBound }
            let about = "If \(which) is about \(Self.name(of: path[path.count - 1])),"
            guard node.isEmpty else {
                var help = Self.move("it", one, to: path, in: node)
                help.advice = "\(about) \(help.advice.lowercasedFirst)"
                return help
            }
            let run = Self.runOfRepeated(one, below: path, in: fields, ordered)
            return Help(
                "\(about) start \(run.count == 1 ? "it" : "these lines") further to the right:",
                paste: Self.lines(run, at: path, isEmpty: true))
        }
        guard let outer = groupAround(lacking: pair.key), let here = levels.last, !here.isFlow else { return nil }
        return Help(
            "Keep one of the two. If one is about \(levels[outer].described), start it further to the left, in "
                + "the same column as `\(levels[outer + 1].key)`:",
            paste: "\(pair.key): \(Self.written(pair.value))")
    }

    /// As `run`, where one of the keys is required beside the group too, and is there.
    private static func runOfRepeated<R: Record>(
        _ pair: YAMLPair, below path: GroupPath, in fields: [Field<R>], _ all: [YAMLPair]
    ) -> [YAMLPair] {
        run(with: pair, below: path, in: fields.filter { $0.key != pair.key || !$0.isRequired }, all)
    }

    /// Two lists, or two values of one.
    private func oneList<R: Record>(_ all: [YAMLPair], of key: String, in fields: [Field<R>]) -> Help? {
        guard let shape = fields.first(where: { $0.key == key })?.shape else { return nil }
        guard case .list(let item) = shape else {
            return shape.groupName(isItem: true) == nil ? "Keep one of the two, and remove the other line." : nil
        }
        let nodes = all.filter { $0.key == key }.flatMap(\.value.items)
        let texts = nodes.compactMap(\.text)
        guard item.group == nil, texts.count == nodes.count else {
            return Help("Keep one of the two, and move the items of the other below it.")
        }
        return Help("Write this one line in place of both:", paste: "\(key): \(FrontMatterValue.flow(texts))")
    }
}
