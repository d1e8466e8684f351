internal import Content
internal import Text
internal import Theme
internal import Zones

/// What the front matter of a kind may hold, as JSON Schema (2020-12), for editors that complete and check keys as they
/// are typed.
///
/// It comes from the tables of fields. It takes what the decoder takes, and more: how many days a month has, that an id
/// has an entry, that a file without a title has a heading, and a number that YAML reads as another (`0x10`, `12.0`),
/// only `folkmoot check` sees. What it refuses, `check` refuses too. What `check` only warns of, an unknown key and a
/// long text, it takes, with a `deprecationMessage`: the YAML language server, and so VS Code, shows that as a warning
/// (read in its `baseValidator.ts`), and other programs ignore it.
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

    /// The keys below a key; an entry inside another has the keys of one in a file.
    private static func group(_ name: String) -> Group {
        let group = KeyReference.all.first { $0.name == name }!
        guard group.path != nil else { return Group(name: name, keys: group.keys) }
        let common = KeyReference.common.keys.filter { key in !group.keys.contains { $0.name == key.name } }
        return Group(name: name, keys: group.keys + common)
    }

    private static func object(_ keys: [KeyReference.Key], _ optional: Set<String>) -> [(String, JSON?)] {
        let required = Set(
            keys.filter { $0.isRequired && $0.unless == nil && !optional.contains($0.name) }.map(\.name))
        return [
            ("type", .text("object")),
            ("properties", .object(keys.map { ($0.name, value($0, isRequired: required.contains($0.name))) })),
            // Free for the handbook's authors.
            ("patternProperties", .object([("^x_", .object([]))])),
            (
                "additionalProperties",
                warning("This key is unknown, so it is ignored. Keys that start with x_ are free.")
            ),
        ]
            + (required.isEmpty
                ? [] : [("required", .list(keys.map(\.name).filter(required.contains).map { .text($0) }))])
    }

    private static func value(_ key: KeyReference.Key, isRequired: Bool) -> JSON {
        .object(
            [
                ("description", .text(key.summary)), ("anyOf", .list(choices(key.shape) + [nothing])),
            ] + (isRequired ? [("not", nothing)] : []) + lengthWarning(key.shape))
    }

    /// What editors show as a warning, about whatever this is the schema of.
    private static func warning(_ message: String) -> JSON { .object([("deprecationMessage", .text(message))]) }

    private static func lengthWarning(_ shape: Shape) -> [(String, JSON?)] {
        guard case .text(let maximum?) = shape else { return [] }
        return [
            ("if", .object([("type", .text("string")), ("minLength", .number(maximum + 1))])),
            ("then", warning("This is longer than \(maximum) characters.")),
        ]
    }

    /// The ways in which a value may be written, any of which will do.
    private static func choices(_ shape: Shape) -> [JSON] {
        switch shape {
        case .list(let item):
            let items = choices(item)
            let inside = JSON.object([("anyOf", .list(items + [nothing]))])
            return items + [.object([("type", .text("array")), ("items", inside)])]
        case .record(let name): return [.object([("$ref", .text("#/$defs/\(name.replacing(" ", with: "%20"))"))])]
        case .either(let a, let b): return choices(a) + choices(b)
        case .map(_, let item):
            return [
                .object([
                    ("type", .text("object")), ("additionalProperties", .object([("anyOf", .list(choices(item)))])),
                ])
            ]
        // Editors complete from the list, and other ways to write the same are as good.
        case .choice(let values, _):
            return [.object([("enum", .list(values.map { .text($0) }))]), .object(texts(shape))]
        case .boolean:
            return [.object([("type", .text("boolean"))]), .object(texts(shape))]
        case .timeZone: return [.object([("enum", .list(Zones.names.map { .text($0) }))])]
        case .repeatDay:
            return [
                .object(texts(shape)),
                .object([("type", .text("integer")), ("minimum", .number(1)), ("maximum", .number(31))]),
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
        case .text:
            let text = texts(shape)
            let languages: [(String, JSON)] = [
                ("type", .text("object")),
                ("propertyNames", .object([("pattern", .text(Shape.languageCode.pattern!))])),
                (
                    "additionalProperties",
                    .object([("anyOf", .list([.object(text)] + unquoted))] + lengthWarning(shape))
                ),
                ("minProperties", .number(1)),
            ]
            return [.object(text), .object(languages)] + unquoted
        // An id may be all digits, or `true`.
        case .id:
            return [.object(texts(shape)), .object([("type", .text("integer")), ("minimum", .number(0))])] + [
                .object([("type", .text("boolean"))])
            ]
        default: return [.object(texts(shape))] + (shape.pattern == nil || shape == .linkOrText ? unquoted : [])
        }
    }

    private static func texts(_ shape: Shape) -> [(String, JSON?)] {
        [("type", .text("string"))] + (shape.pattern.map { [("pattern", .text($0))] } ?? [])
    }

    /// A key with an empty value is one that is not there.
    private static let nothing = JSON.object([
        ("anyOf", .list([.object([("type", .text("null"))]), .object([("const", .text(""))])]))
    ])

    /// `title: 2026` is still a text.
    private static let unquoted: [JSON] = [.object([("type", .list([.text("number"), .text("boolean")]))])]
}
