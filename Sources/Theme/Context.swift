internal import Markdown
internal import Mustache
internal import Text

/// What a template receives: names with values, in the order in which they are written down.
///
/// A small array that is searched from its start is faster than a dictionary for the handful of names that a template
/// uses, and than the reflection that swift-mustache falls back to.
package struct Context: MustacheParent, ExpressibleByDictionaryLiteral {
    private struct Entry {
        let name: String
        let value: ContextValue
    }

    private var values: [Entry]

    package init(dictionaryLiteral elements: (String, ContextValue)...) {
        values = elements.map { Entry(name: $0.0, value: $0.1) }
    }

    /// An absent value is false in a section and empty as a variable.
    package func child(named name: String) -> Any? {
        for entry in values where entry.name == name { return entry.value.forTemplate }
        return nil
    }

    /// Whether a template would find nothing under this name.
    package func isEmpty(_ name: String) -> Bool {
        switch values.first(where: { $0.name == name })?.value {
        case nil, .some(.none): true
        case .list(let list): list.isEmpty
        default: false
        }
    }

    /// Every name with its value, in order; of a name that was set twice the first, as a template finds it.
    package var entries: [(name: String, value: ContextValue)] {
        var seen: Set<String> = []
        return values.compactMap { seen.insert($0.name).inserted ? ($0.name, $0.value) : nil }
    }

    package mutating func add(_ other: Context) { values += other.values }

    /// Room for this many names.
    package mutating func reserve(_ count: Int) { values.reserveCapacity(count) }

    package mutating func set(_ name: String, _ value: ContextValue) {
        values.append(Entry(name: name, value: value))
    }
}

package enum ContextValue {
    case text(String)
    case flag(Bool)
    indirect case object(Context)
    case list([Context])
    case strings(Strings)
    /// False in a section and empty as a variable, and ends the search for the name.
    case none

    package static func text(_ text: String?) -> ContextValue { text.map { .text($0) } ?? .none }
    package static func object(_ object: Context?) -> ContextValue { object.map { .object($0) } ?? .none }
    package static func number(_ number: Int?) -> ContextValue { number.map { .text(String($0)) } ?? .none }

    /// A list with what its heading needs, or nothing when it is empty.
    package static func section(_ rows: [Context]) -> ContextValue {
        rows.isEmpty ? .none : .object(["rows": .list(rows), "count": .text(String(rows.count))])
    }

    var forTemplate: Any? {
        switch self {
        case .text(let text): Text(renderText: text)
        case .flag(let flag): flag
        case .object(let object): object
        case .list(let list): list
        case .strings(let strings): strings
        case .none: Absent()
        }
    }
}

/// Text in the one form that swift-mustache does not have to try casts on.
struct Text: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { false }

    /// Without this, a name used within a section on a text would be looked for by reflection.
    func child(named name: String) -> Any? { nil }
}

/// Stands for a value that is not there, so that the search does not go on in an outer context.
struct Absent: MustacheCustomRenderable, MustacheParent {
    var renderText: String { "" }
    var isNull: Bool { true }
    func child(named name: String) -> Any? { nil }
}

/// Escapes for HTML by bytes; swift-mustache's own goes by `Character` and looks each one up.
struct ByteEscaping: MustacheContentType {
    static let name = "ESCAPED"

    package func escapeText(_ text: String) -> String { HTMLEscape.text(text) }

    /// Templates ask for it by a pragma that is put before their text; a partial does not inherit it.
    package static func pragma(before template: String) -> String { "{{% CONTENT_TYPE:\(name)}}" + template }
}
