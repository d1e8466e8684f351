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
        var found: Set<ByteRange> = []
        ShapedValues.visit(file, KeyReference.group(of: fileKind)) { node, shape in
            if case .scalar(let text, _) = node.value, text == id, names(kind, shape, in: fileKind) {
                found.insert(node.range)
            }
        } freeKey: { pair, term in
            if term.kind == kind, pair.key == id { found.insert(pair.keyRange) }
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }
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
