public import Diagnostics
internal import YAML

/// Where the facts of a file name entries, by the shapes of the table of fields.
public enum ReferenceRanges {
    /// A value that names an entry.
    public struct Found {
        /// With its quotes.
        public let range: ByteRange
        public let text: String
        public let way: Way
    }

    public enum Way {
        /// By an id or a spelling of a term.
        case term(Kind)
        /// By an id or a name; an id is the first of these kinds that has it.
        case mention([Kind])
        /// By the name of a file, perhaps with its community and `/` before it, and `@` and a day after it.
        case entry(Kind)
        /// By an id that is a key.
        case key(Kind)
    }

    /// - Parameter fileKind: what the file is.
    /// - Returns: in order; empty where the file's facts cannot be read.
    public static func find(in file: SourceFile, as fileKind: Kind) -> [Found] {
        var found: [Found] = []
        ShapedValues.visit(file, KeyReference.group(of: fileKind)) { node, shape in
            guard case .scalar(let text, _) = node.value, let way = way(shape, in: fileKind) else { return }
            found.append(Found(range: node.range, text: text, way: way))
        } freeKey: { pair, term in
            found.append(Found(range: pair.keyRange, text: pair.key, way: .key(term.kind)))
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func way(_ shape: Shape, in fileKind: Kind) -> Way? {
        switch shape {
        case .term(let term): .term(term.kind)
        case .mention(let kinds): .mention(kinds)
        // The only id in the file of a term is its parent's, which is of its kind.
        case .id: fileKind.termKind != nil ? .term(fileKind) : nil
        case .entry(let entry): .entry(entry)
        case .occurrence: .entry(.event)
        default: nil
        }
    }
}

extension SourceFile {
    /// Where the text below the facts begins; `nil` where the lines around these are not closed.
    package var bodyStart: Int? { try? FrontMatter.split(self).get().bodyStart }
}
