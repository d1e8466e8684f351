/// What a name in a template leads to, as far as that is known without a page.
enum ScannedValue {
    case field(ContextType)
    /// A text of the interface, by its key.
    case word(String)
    /// What `count` makes of a list.
    case number
    /// Within a section whose name is not known: everything may be there.
    case anything

    /// What it has under a name.
    func child(_ name: String) -> ScannedValue? {
        switch self {
        case .field(.object(let shape)): shape[name].map { .field($0.type) }
        case .field(.words): .word(name)
        case .anything: .anything
        case .field, .word, .number: nil
        }
    }

    /// The names that it brings into a section.
    var names: [String] {
        if case .field(.object(let shape)) = self { shape.fields.map(\.name) } else { [] }
    }

    // MARK: Transforms

    /// What rendering makes of it; `nil` where that would be nothing.
    func transformed(_ name: String) -> ScannedValue? {
        if case .anything = self { return .anything }
        return Transform.all.lazy.filter { $0.name == name }.compactMap { $0.made(of: self) }.first
    }

    /// Of the index in a list: `index()`.
    static func index(_ transform: String) -> ScannedValue? {
        Transform.of(.place).first { $0.name == transform }?.ofPlace
    }

    var described: String {
        switch self {
        case .field(let type): type.described
        case .word: "a text"
        case .number: "a number"
        case .anything: "not known"
        }
    }
}
