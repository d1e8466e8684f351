public import Diagnostics
internal import YAML

/// Where the facts of a file name an entry, by the shapes of the table of fields.
public enum ReferenceRanges {
    /// - Parameters:
    ///   - id: of the entry.
    ///   - kind: of the entry; a text equal to its id where another kind is named is something else.
    ///   - fileKind: what the file is.
    /// - Returns: ranges of the values in the file, with their quotes, in order; empty where its facts cannot be read.
    public static func find(_ id: String, _ kind: Kind, in file: SourceFile, as fileKind: Kind) -> [ByteRange] {
        guard case .success(let parts) = FrontMatter.split(file), let yaml = parts.yaml,
            case .mapping(let pairs, _)? = YAML.parse(file.bytes, in: yaml, path: file.path).root?.value
        else { return [] }
        var found: [ByteRange] = []
        // What is still to be looked at: content may nest as deep as YAML lets it.
        var rest = values(pairs, KeyReference.group(of: fileKind))
        while let (node, shape) = rest.popLast() {
            switch (node.value, shape) {
            case (_, .either(let a, let b)): rest += [(node, a), (node, b)]
            case (.sequence(let nodes), .list(let item)): rest += nodes.map { ($0, item) }
            case (_, .list(let item)): rest.append((node, item))
            case (.mapping(let pairs, _), .record(let name)):
                guard let group = KeyReference.all.first(where: { $0.name == name }) else { continue }
                rest += values(pairs, group.keys)
            case (.mapping(let pairs, _), .map(let term, let item)):
                found += pairs.filter { term.kind == kind && $0.key == id }.map(\.keyRange)
                rest += pairs.map { ($0.value, item) }
            case (.scalar(let text, _), _) where text == id && names(kind, shape, in: fileKind): found.append(node.range)
            default: continue
            }
        }
        return Set(found).sorted { $0.lowerBound < $1.lowerBound }
    }

    private static func values(_ pairs: [YAMLPair], _ keys: [KeyReference.Key]) -> [(YAMLNode, Shape)] {
        pairs.compactMap { pair in keys.first { $0.name == pair.key }.map { (pair.value, $0.shape) } }
    }

    private static func names(_ kind: Kind, _ shape: Shape, in fileKind: Kind) -> Bool {
        switch shape {
        case .term(let term): term.kind == kind
        case .mention(let kinds): kinds.contains(kind)
        // The only id in the file of a term is its parent's, which is of its kind.
        case .id: fileKind == kind && kind.termKind != nil
        case .entry(let entry): entry == kind
        default: false
        }
    }
}
