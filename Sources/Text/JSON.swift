/// A JSON value to be written (RFC 8259). Keys keep their order, and strings are safe inside a script element too.
package enum JSON: Sendable, Equatable {
    case text(String)
    case number(Int)
    /// A number as it is written, such as `0.50`.
    case decimal(String)
    case flag(Bool)
    case list([JSON])
    case members([Member])

    package struct Member: Sendable, Equatable {
        package let name: String
        package let value: JSON
    }

    /// `nil` for a missing value, as `object` takes it.
    package static func text(_ text: String?) -> JSON? { text.map { .text($0) } }

    /// - Parameter members: those whose value is `nil` are left out.
    package static func object(_ members: [(String, JSON?)]) -> JSON {
        .members(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    /// An object with one more member at its end; any other value as it is.
    package func adding(_ name: String, _ value: JSON) -> JSON {
        guard case .members(let members) = self else { return self }
        return .members(members + [Member(name: name, value: value)])
    }

    /// A list with one item a line, so that a change is one line of a diff.
    package static func appendLines(_ items: some Sequence<JSON>, to out: inout [UInt8]) {
        out.append("[")
        var separator: StaticString = "\n"
        for item in items {
            out.append(separator)
            item.append(to: &out)
            separator = ",\n"
        }
        out.append("\n]\n")
    }

    package static func texts(_ texts: [String]) -> JSON { .list(texts.map { .text($0) }) }

    /// On one line.
    package var compact: String {
        var out: [UInt8] = []
        append(to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Appends the value on one line. Recursion is as deep as the program nests values.
    package func append(to out: inout [UInt8]) {
        switch self {
        case .text(let text): JSONText.append(text, to: &out)
        case .number(let number): out += String(number).utf8
        case .decimal(let number): out += number.utf8
        case .flag(let flag): out += (flag ? "true" : "false").utf8
        case .list(let items):
            out.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                item.append(to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .members(let members):
            out.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                JSONText.append(member.name, to: &out)
                out.append(UInt8(ascii: ":"))
                member.value.append(to: &out)
            }
            out.append(UInt8(ascii: "}"))
        }
    }

    /// Over several lines, each level two spaces in; short lists and objects on one.
    package func indented(_ depth: Int = 0) -> String {
        let pad = String(repeating: "  ", count: depth + 1)
        let end = "\n" + String(repeating: "  ", count: depth)
        switch self {
        case .text, .number, .decimal, .flag: return compact
        case .list(let items) where items.allSatisfy(\.isText):
            return "[" + items.map(\.compact).joined(separator: ", ") + "]"
        case .list(let items):
            return "[\n" + items.map { pad + $0.indented(depth + 1) }.joined(separator: ",\n") + end + "]"
        case .members(let members) where members.isEmpty: return "{}"
        case .members(let members) where members.count == 1 && members[0].value.isText:
            return "{" + JSONText.quoted(members[0].name) + ": " + members[0].value.compact + "}"
        case .members(let members):
            let lines = members.map { pad + JSONText.quoted($0.name) + ": " + $0.value.indented(depth + 1) }
            return "{\n" + lines.joined(separator: ",\n") + end + "}"
        }
    }

    private var isText: Bool { if case .text = self { true } else { false } }
}
