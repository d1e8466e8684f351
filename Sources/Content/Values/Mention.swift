internal import Text

/// A person, organisation or community: by its id where it has an entry, else by name, shown as written.
public enum Mention: Sendable, Hashable {
    case id(String)
    case name(String)

    /// A value shaped like an id is one.
    public init(_ text: String) {
        self = ID.isValid(text) ? .id(text) : .name(text)
    }

    public var text: String {
        switch self {
        case .id(let text), .name(let text): text
        }
    }
}
