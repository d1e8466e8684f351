internal import Mustache

/// What a template receives: names with values, in the order in which they are written down.
///
/// A small array that is searched from its start is faster than a dictionary for the handful of names that a template
/// asks for, and than the reflection that swift-mustache falls back to.
struct Context: MustacheParent, ExpressibleByDictionaryLiteral {
    private var values: [(name: String, value: ContextValue)]

    init(dictionaryLiteral elements: (String, ContextValue)...) {
        values = elements.map { ($0.0, $0.1) }
    }

    /// An absent value is false in a section and empty as a variable.
    func child(named name: String) -> Any? {
        for entry in values where entry.name == name { return entry.value.forTemplate }
        return nil
    }

    /// Whether a template would find nothing under this name.
    func isEmpty(_ name: String) -> Bool {
        switch values.first(where: { $0.name == name })?.value {
        case nil, .some(.none): true
        case .list(let list): list.isEmpty
        default: false
        }
    }

    mutating func set(_ name: String, _ value: ContextValue) {
        values.append((name, value))
    }
}

enum ContextValue {
    case text(String)
    case flag(Bool)
    case object(Context)
    case list([Context])
    case strings(Strings)
    /// False in a section and empty as a variable, and ends the search for the name.
    case none

    static func text(_ text: String?) -> ContextValue { text.map { .text($0) } ?? .none }
    static func object(_ object: Context?) -> ContextValue { object.map { .object($0) } ?? .none }
    static func number(_ number: Int?) -> ContextValue { number.map { .text(String($0)) } ?? .none }

    /// A list with what its heading needs, or nothing when it is empty.
    static func section(_ rows: [Context]) -> ContextValue {
        rows.isEmpty ? .none : .object(["rows": .list(rows), "count": .text(String(rows.count))])
    }

    var forTemplate: Any? {
        switch self {
        case .text(let text): text
        case .flag(let flag): flag
        case .object(let object): object
        case .list(let list): list
        case .strings(let strings): strings
        case .none: Absent()
        }
    }
}

/// Stands for a value that is not there, so that the search does not go on in an outer context.
struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}
