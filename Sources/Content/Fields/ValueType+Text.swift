internal import Diagnostics
internal import Text
internal import YAML

extension ValueType where Value == LocalizedText {
    static var text: ValueType { text(maximum: nil) }

    /// Text in the file's language, or a group with one text per language.
    static func text(maximum: Int?) -> ValueType {
        var type = ValueType(
            .text(maximum: maximum), merge: { $0.add($1, in: $2) },
            read: { node, reader in
                guard let text = readText(node, &reader) else { return nil }
                for (_, one) in [("", text.original)] + text.translations.map({ ($0, $1) }) {
                    if let maximum, one.count > maximum {
                        reader.report(
                            ContentRules.tooLong, node,
                            "This has \(one.count) characters; at most \(maximum) are shown well.",
                            help: "Say the rest in the text below the front matter.")
                    }
                }
                return text
            })
        type.adopt = { $0.stated(in: $1) }
        type.texts = { [TextValue($1, $0.range, [$0.value], isForTranslationFile: $2)] }
        return type
    }

    private static func readText(_ node: YAMLNode, _ reader: inout RecordReader) -> LocalizedText? {
        switch node.value {
        case .scalar(let text, _):
            reader.reportPlaceholder(text, node)
            return LocalizedText(text)
        case .mapping(let pairs, let flow)
        where !pairs.isEmpty && pairs.allSatisfy({ LanguageCode.isValid($0.key) && !(flow && $0.value.isEmpty) }):
            var texts: [(String, String)] = []
            for pair in pairs where !pair.value.isEmpty {
                guard case .scalar(let text, _) = pair.value.value else {
                    reader.wrongType(pair.value, .text(maximum: nil))
                    return nil
                }
                texts.append((pair.key, text))
            }
            guard let first = texts.first else { return nil }
            reader.noteLanguages(pairs)
            return LocalizedText(
                first.1, in: first.0, translations: Dictionary(texts.dropFirst(), uniquingKeysWith: { a, _ in a }))
        default:
            reader.wrongType(node, .text(maximum: nil), help: help(for: node))
            return nil
        }
    }

    private static func help(for node: YAMLNode) -> Help? {
        let quotes: Help = "If this is one text with a colon, comma or bracket in it, put quotes around it."
        switch node.value {
        case .mapping(_, flow: true): return quotes
        case .mapping(_, flow: false):
            return "\(quotes.advice) If it is one text per language, each key is a language code such as `en`."
        case .sequence(let items):
            return items.allSatisfy { if case .scalar = $0.value { true } else { false } } ? quotes : nil
        case .scalar: return nil
        }
    }
}

extension ValueType where Value == LocalizedList {
    static var texts: ValueType {
        let item = ValueType<LocalizedText>.text
        var type = ValueType(
            .list(of: item.shape), merge: { $0.translations[$2] = $1.original },
            read: { node, reader in
                LocalizedList(ValueType<[Located<LocalizedText>]>.list(of: item).read(node, &reader) ?? [])
            })
        type.texts = { list, key, inFile in
            let parts = list.value.original.map(\.value)
            return parts.isEmpty
                ? []
                : [
                    TextValue(
                        key, list.range, parts, wholes: Set(list.value.translations.keys), isForTranslationFile: inFile)
                ]
        }
        type.adopt = { list, language in
            LocalizedList(list.original.map { Located($0.value.stated(in: language), $0.range) })
        }
        return type
    }
}
