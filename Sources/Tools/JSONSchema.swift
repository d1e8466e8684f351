internal import Content
internal import Text
internal import Theme

/// What the front matter of a kind may hold, as JSON Schema (2020-12), for editors that complete and check keys as they
/// are typed.
///
/// It comes from the tables of fields. It takes what the decoder takes, and more: that a day is in the calendar, that
/// an id has an entry and that a file without a title has a heading, only `folkmoot check` sees.
public struct JSONSchema: Sendable {
    /// Names that the command takes, in the order of a list: the kinds, and `site` for `site.yaml`.
    public static let names = Kind.allCases.map(\.rawValue) + ["site"]

    /// The whole file, with a line end.
    public let text: String

    /// - Parameters:
    ///   - name: one of `names`; `nil` is returned for another.
    ///   - isTranslation: for `NAME.cy.md`, which holds texts only.
    public init?(_ name: String, isTranslation: Bool = false) {
        guard let keys = name == "site" ? KeyReference.settings : Kind(rawValue: name).map(KeyReference.group) else {
            return nil
        }
        var members: [(String, JSON?)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text("Folkmoot: \(name)" + (isTranslation ? ", translation" : ""))),
        ]
        // A file may be named by its first heading, below the facts.
        let optional: Set = name == "site" ? [] : ["title", "name"]
        let own = isTranslation ? keys.filter(\.isForTranslations) : keys
        members += Self.object(own, isTranslation ? Set(own.map(\.name)) : optional)
        let groups = Self.groups(below: own)
        if !groups.isEmpty {
            members.append(
                (
                    "$defs",
                    .object(
                        groups.map {
                            ($0.name, .object(Self.object($0.keys, isTranslation ? Set($0.keys.map(\.name)) : [])))
                        })
                ))
        }
        text = JSON.object(members).indented() + "\n"
    }

    private struct Group {
        let name: String
        let keys: [KeyReference.Key]
    }

    /// The groups that keys lead to, each once, in the order of the reference.
    private static func groups(below keys: [KeyReference.Key]) -> [Group] {
        var found: Set<String> = []
        var rest = keys.map(\.shape)
        while let shape = rest.popLast() {
            switch shape {
            case .record(let name):
                if found.insert(name).inserted { rest += group(name).keys.map(\.shape) }
            case .list(let item), .map(_, let item): rest.append(item)
            case .either(let a, let b): rest += [a, b]
            default: break
            }
        }
        return found.sorted().map(group)
    }

    /// What stands below a key; an entry inside another has the keys of one in a file.
    private static func group(_ name: String) -> Group {
        let group = KeyReference.all.first { $0.name == name }!
        guard group.path != nil else { return Group(name: name, keys: group.keys) }
        let common = KeyReference.common.keys.filter { key in !group.keys.contains { $0.name == key.name } }
        return Group(name: name, keys: group.keys + common)
    }

    private static func object(_ keys: [KeyReference.Key], _ optional: Set<String>) -> [(String, JSON?)] {
        let required = keys.filter { $0.isRequired && $0.unless == nil && !optional.contains($0.name) }.map {
            JSON.text($0.name)
        }
        return [
            ("type", .text("object")),
            ("properties", .object(keys.map { ($0.name, value($0)) })),
            // Theirs who write the handbook.
            ("patternProperties", .object([("^x_", .object([]))])),
            ("additionalProperties", .flag(false)),
        ] + (required.isEmpty ? [] : [("required", .list(required))])
    }

    private static func value(_ key: KeyReference.Key) -> JSON {
        .object([
            ("description", .text(key.summary)),
            ("anyOf", .list(choices(key.shape) + [.object([("type", .text("null"))])])),
        ])
    }

    /// The ways in which a value may be written, any of which will do.
    private static func choices(_ shape: Shape) -> [JSON] {
        switch shape {
        case .list(let item):
            let items = choices(item)
            let inside = JSON.object([("anyOf", .list(items + [.object([("type", .text("null"))])]))])
            return items + [.object([("type", .text("array")), ("items", inside)])]
        case .record(let name): return [.object([("$ref", .text("#/$defs/\(name.replacing(" ", with: "%20"))"))])]
        case .either(let a, let b): return choices(a) + choices(b)
        case .map(_, let item):
            return [
                .object([
                    ("type", .text("object")), ("additionalProperties", .object([("anyOf", .list(choices(item)))])),
                ])
            ]
        case .choice(let values, let also): return [.object([("enum", .list((values + also).map { .text($0) }))])]
        case .boolean:
            return [
                .object([("type", .text("boolean"))]),
                .object([("enum", .list(["yes", "no", "on", "off"].map { .text($0) }))]),
            ]
        case .integer(let range):
            let number: [(String, JSON)] = [
                ("type", .text("integer")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ]
            return [.object(number), .object(texts(shape))]
        case .date:
            return [
                .object(texts(shape)),
                .object([("type", .text("integer")), ("minimum", .number(1000)), ("maximum", .number(9999))]),
            ]
        case .text(let maximum):
            let text = texts(shape) + (maximum.map { [("maxLength", .number($0))] } ?? [])
            let languages: [(String, JSON)] = [
                ("type", .text("object")),
                ("propertyNames", .object([("pattern", .text(Shape.languageCode.pattern!))])),
                ("additionalProperties", .object([("anyOf", .list([.object(text)] + unquoted))])),
                ("minProperties", .number(1)),
            ]
            return [.object(text), .object(languages)] + unquoted
        default: return [.object(texts(shape))] + (shape.pattern == nil || shape == .linkOrText ? unquoted : [])
        }
    }

    private static func texts(_ shape: Shape) -> [(String, JSON?)] {
        [("type", .text("string"))] + (shape.pattern.map { [("pattern", .text($0))] } ?? [])
    }

    /// `title: 2026` is a text all the same.
    private static let unquoted: [JSON] = [.object([("type", .list([.text("number"), .text("boolean")]))])]
}
