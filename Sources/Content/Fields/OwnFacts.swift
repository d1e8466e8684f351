internal import Text
internal import YAML

/// Keys that start with `x_`: free for notes, and for facts that a theme shows.
enum OwnFacts {
    static let prefix = "x_"

    /// By their names without `x_`. A list of lists or a group that is not one text for each language is a note.
    static func read(_ pairs: [YAMLPair]) -> [String: LocalizedList] {
        var facts: [String: LocalizedList] = [:]
        for pair in pairs where pair.key.hasPrefix(prefix) {
            let texts = texts(pair.value)
            if !texts.isEmpty { facts[String(pair.key.dropFirst(prefix.count))] = LocalizedList(texts) }
        }
        return facts
    }

    private static func texts(_ node: YAMLNode) -> [Located<LocalizedText>] {
        guard case .sequence(let items) = node.value else { return [text(node)].compactMap { $0 } }
        return items.compactMap(text)
    }

    private static func text(_ node: YAMLNode) -> Located<LocalizedText>? {
        switch node.value {
        case .scalar(let text, _): return node.isEmpty ? nil : Located(LocalizedText(text), node.range)
        case .sequence: return nil
        case .mapping(let pairs, _):
            let texts = pairs.compactMap { pair in pair.value.text.map { (pair.key, $0) } }
            guard let first = texts.first, texts.count == pairs.count,
                texts.allSatisfy({ LanguageCode.isValid($0.0) })
            else { return nil }
            let others = Dictionary(texts.dropFirst(), uniquingKeysWith: { a, _ in a })
            return Located(LocalizedText(first.1, in: first.0, translations: others), node.range)
        }
    }
}
