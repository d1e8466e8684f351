internal import YAML

/// What the key `unreviewed` of a file of words says: which texts no fluent reader has read yet.
enum Review: Sendable, Equatable {
    static let key = "unreviewed"

    /// Every text of the file.
    case all
    /// The texts with these keys; none where all have been read.
    case of(Set<String>)

    /// - Returns: `nil` for what is neither `true`, `false` nor keys.
    init?(_ node: YAMLNode) {
        switch node.value {
        case .scalar("true", quoted: false): self = .all
        case .scalar("false", quoted: false): self = .of([])
        case .mapping: return nil
        default:
            guard let items = Self.items(node) else { return nil }
            self = .of(Set(items.map(\.key)))
        }
    }

    /// Keys with the places where they are; `nil` for what is not a list of keys.
    static func items(_ node: YAMLNode) -> [(key: String, node: YAMLNode)]? {
        let nodes: [YAMLNode] =
            switch node.value {
            case .sequence(let nodes): nodes
            default: [node]
            }
        let found = nodes.compactMap { node -> (key: String, node: YAMLNode)? in
            guard case .scalar(let key, _) = node.value, !node.isEmpty else { return nil }
            return (key, node)
        }
        return found.count == nodes.count ? found : nil
    }
}
