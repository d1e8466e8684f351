internal import Text

/// Something that schema.org has a type for, with what is said of it.
struct Thing: Sendable {
    /// A name of schema.org, such as `Organization`.
    let type: String
    /// Names of schema.org with their values, in the order in which they are written; those without one are left out.
    let properties: [(String, JSON?)]

    init(_ type: String, _ properties: [(String, JSON?)]) {
        self.type = type
        self.properties = properties
    }

    var json: JSON { .object([("@type", .text(type))] + properties) }
}

extension JSON {
    /// One value by itself, several as a list, and nothing for none: what schema.org makes of each property.
    static func values(_ values: [JSON]) -> JSON? { values.count > 1 ? .list(values) : values.first }
}
