internal import Diagnostics
internal import YAML

/// The values of a file's facts, each with the shape that the table of fields gives it.
enum ShapedValues {
    /// In no particular order; values of keys that the table does not know are left out, and so is all of what cannot
    /// be read.
    ///
    /// - Parameters:
    ///   - keys: what the file takes at its top.
    ///   - left: names of keys that are passed over, wherever they are.
    ///   - value: is given each value that is not a group of keys.
    ///   - freeKey: is given each key that is an id, of a group such as the coverage of a community.
    static func visit(
        _ file: SourceFile, _ keys: [KeyReference.Key], without left: Set<String> = [],
        value: (YAMLNode, Shape) -> Void, freeKey: (YAMLPair, TermKind) -> Void = { _, _ in }
    ) {
        guard case .success(let parts) = FrontMatter.split(file), let yaml = parts.yaml,
            case .mapping(let pairs, _)? = YAMLParser.parse(file.bytes, in: yaml, path: file.path).root?.value
        else { return }
        func values(_ pairs: [YAMLPair], _ keys: [KeyReference.Key]) -> [(YAMLNode, Shape)] {
            pairs.compactMap { pair in
                keys.first { $0.name == pair.key && !left.contains($0.name) }.map { (pair.value, $0.shape) }
            }
        }
        // What is still to be looked at: content may nest as deep as YAML lets it.
        var rest = values(pairs, keys)
        while let (node, shape) = rest.popLast() {
            switch (node.value, shape) {
            case (_, .either(let a, let b)): rest += [(node, a), (node, b)]
            case (.sequence(let nodes), .list(let item)): rest += nodes.map { ($0, item) }
            case (_, .list(let item)): rest.append((node, item))
            case (.mapping(let pairs, _), .record(let name)):
                guard let group = KeyReference.all.first(where: { $0.name == name }) else { continue }
                rest += values(pairs, group.keys)
            case (.mapping(let pairs, _), .map(let term, let item)):
                for pair in pairs { freeKey(pair, term) }
                rest += pairs.map { ($0.value, item) }
            default: value(node, shape)
            }
        }
    }
}
