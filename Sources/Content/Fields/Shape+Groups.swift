internal import YAML

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

    /// The name of the group of which it holds one, or a list.
    func groupName(isItem: Bool) -> String? {
        switch self {
        case .record(let name): isItem ? nil : name
        case .list(.record(let name)): isItem ? name : nil
        case .either(let first, let short): isItem ? short.groupName(isItem: true) : first.groupName(isItem: false)
        default: nil
        }
    }

    /// The shape of a key of a group that a path leads to from a key with this shape.
    func shape(of key: String, at path: RecordReader.GroupPath) -> Shape? {
        var shape = self
        for (index, step) in path.enumerated() {
            let next = index + 1 < path.count ? path[index + 1].key : key
            guard let name = shape.groupName(isItem: step.isItem),
                let found = KeyReference.byName[name]?.first(where: { $0.name == next })
            else { return nil }
            shape = found.shape
        }
        return shape
    }

    /// Whether a value fits, as far as words and groups tell; `nil` where that says nothing.
    func fits(_ node: YAMLNode) -> Bool? {
        switch self {
        case .choice(let values, let also):
            guard let text = node.text, !text.isEmpty else { return nil }
            let plain = String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
            return values.contains(plain) || also.contains(plain)
        case .list(let item):
            guard case .sequence(let nodes) = node.value, case .mapping? = nodes.first?.value else { return nil }
            let keys = nodes.map { node -> [String] in
                if case .mapping(let pairs, _) = node.value { pairs.map(\.key) } else { [] }
            }
            guard keys.allSatisfy({ !$0.isEmpty }) else { return nil }
            if case .term = item { return false }
            guard case .record(let name) = item, let known = KeyReference.byName[name] else { return nil }
            return keys.joined().contains { key in known.contains { $0.name == key } }
        default: return nil
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
