/// What a template receives: names with values, in the order in which they are written down.
///
/// A small array that is searched from its start is faster than a dictionary for the handful of names that a template
/// uses.
package struct Context: ExpressibleByDictionaryLiteral {
    private struct Entry {
        let name: FieldName
        let value: ContextValue
    }

    private var values: [Entry]

    package init(dictionaryLiteral elements: (String, ContextValue)...) {
        values = elements.map { Entry(name: FieldName($0.0), value: $0.1) }
    }

    /// An absent value, which is false in a section and empty as a variable, is `nil`.
    subscript(name: FieldName) -> ContextValue? {
        for entry in values where entry.name == name { return entry.value }
        return nil
    }

    /// Whether a template would find nothing under this name.
    package func isEmpty(_ name: String) -> Bool {
        switch self[FieldName(name)] {
        case nil, .some(.none): true
        case .list(let list): list.isEmpty
        default: false
        }
    }

    /// Every name with its value, in order; of a name that was set twice the first, as a template finds it.
    package var entries: [(name: String, value: ContextValue)] {
        var seen: Set<String> = []
        return values.compactMap { seen.insert($0.name.text).inserted ? ($0.name.text, $0.value) : nil }
    }

    package mutating func add(_ other: Context) { values += other.values }

    /// Room for this many names.
    package mutating func reserve(_ count: Int) { values.reserveCapacity(count) }

    package mutating func set(_ name: FieldName, _ value: consuming ContextValue) {
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
}
