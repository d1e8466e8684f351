/// Names that a template may use together: those of a whole page, or of a part of it such as a row.
///
/// Shapes are what templates are checked against and what `folkmoot theme fields` prints. They come from tables of
/// slots (`TemplateModel`), which also fill the names. A value may be absent on a page: it is false in a section and
/// empty as a variable.
package struct ContextShape: Sendable {
    package let name: String
    /// One sentence for those who write themes.
    package let summary: String
    /// In the order in which a reference lists them; those of included shapes first.
    package let fields: [ContextField]

    /// - Parameter included: shapes whose fields this one has too. Of two fields with one name the first counts, as
    ///   when a template uses it.
    package init(_ name: String, _ summary: String, including included: [ContextShape] = [], _ fields: [ContextField]) {
        self.name = name
        self.summary = summary
        var names: Set<String> = []
        self.fields = (included.flatMap(\.fields) + fields).filter { names.insert($0.name).inserted }
    }

    private init(_ name: String, _ summary: String, all fields: [ContextField]) {
        self.name = name
        self.summary = summary
        self.fields = fields
    }

    /// The same names, where those of `own facts` are the ones that a theme declares.
    package func with(_ facts: [OwnField]) -> ContextShape {
        guard fields.contains(where: { $0.type.shape?.name == Self.ownFacts }) else { return self }
        let all = fields.map { field in
            guard let shape = field.type.shape, shape.name == Self.ownFacts else { return field }
            let own = facts.flatMap { fact in shape.fields.map { $0.named(after: fact) } }
            return .object(field.name, ContextShape(shape.name, shape.summary, own), field.summary)
        }
        return ContextShape(name, summary, all: all)
    }

    /// What the shape is called that has a name for each fact of a project's own.
    package static let ownFacts = "own facts"

    subscript(field: String) -> ContextField? { fields.first { $0.name == field } }
}

/// One name that a template may use.
package struct ContextField: Sendable {
    package let key: FieldName
    package let type: ContextType
    /// One phrase for those who write themes.
    package let summary: String

    package var name: String { key.text }

    private init(_ name: String, _ type: ContextType, _ summary: String) {
        key = FieldName(name)
        self.type = type
        self.summary = summary
    }

    package static func text(_ name: String, _ summary: String) -> ContextField { ContextField(name, .text, summary) }
    package static func unchecked(_ name: String, _ summary: String) -> ContextField {
        ContextField(name, .unchecked, summary)
    }
    package static func html(_ name: String, _ summary: String) -> ContextField { ContextField(name, .html, summary) }
    package static func flag(_ name: String, _ summary: String) -> ContextField { ContextField(name, .flag, summary) }
    package static func words(_ name: String, _ summary: String) -> ContextField { ContextField(name, .words, summary) }
    package static func object(_ name: String, _ shape: ContextShape, _ summary: String) -> ContextField {
        ContextField(name, .object(shape), summary)
    }
    package static func list(_ name: String, of shape: ContextShape, _ summary: String) -> ContextField {
        ContextField(name, .list(shape), summary)
    }

    /// The placeholder for the name of a fact in the names that it has.
    package static let placeholder = "NAME"

    /// One of the names of a fact: `NAME_list` becomes `region_list`.
    fileprivate func named(after fact: OwnField) -> ContextField {
        ContextField(
            name.replacing(Self.placeholder, with: fact.name), type,
            name == Self.placeholder ? fact.summary : summary.replacing(Self.placeholder, with: fact.name))
    }

    /// A list that is absent when it is empty, so that its heading can be in the same section (`ContextValue.section`).
    package static func rows(_ name: String, of shape: ContextShape, _ summary: String) -> ContextField {
        .object(
            name,
            ContextShape(
                "list of \(shape.name)", "A list that has at least one item.",
                [.list("rows", of: shape, "the items"), .text("count", "how many there are")]),
            summary)
    }
}

/// What a name holds.
package indirect enum ContextType: Sendable {
    /// Shown with `{{name}}`, which escapes it.
    case text
    /// The same as somebody wrote it, which no key says the form of.
    case unchecked
    /// Finished HTML, or attributes of a tag: shown with `{{{name}}}` as it is.
    case html
    case flag
    /// The words of the interface by their keys.
    case words
    case object(ContextShape)
    case list(ContextShape)

    /// In a message: "is …".
    var described: String {
        switch self {
        case .text, .unchecked: "a text"
        case .html: "HTML"
        case .flag: "a flag"
        case .words: "the words of the interface"
        case .object(let shape): "a group of names (\(shape.name))"
        case .list(let shape): "a list (\(shape.name))"
        }
    }

    /// After a name, in a reference.
    package var label: String {
        switch self {
        case .text, .unchecked: "text"
        case .html: "html"
        case .flag: "flag"
        case .words: "words"
        case .object(let shape): shape.name
        case .list(let shape): "each a \(shape.name)"
        }
    }

    /// The names within it.
    package var shape: ContextShape? {
        switch self {
        case .object(let shape), .list(let shape): shape
        case .text, .unchecked, .html, .flag, .words: nil
        }
    }
}
