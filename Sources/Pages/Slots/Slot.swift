internal import Theme

/// One name that a template may use, declared with what fills it.
struct Slot<Root>: Sendable {
    let field: ContextField
    private let value: @Sendable (Root) -> ContextValue

    private init(_ field: ContextField, _ value: @escaping @Sendable (Root) -> ContextValue) {
        self.field = field
        self.value = value
    }

    func fill(_ context: inout Context, from root: Root) { context.set(field.key, value(root)) }

    static func text(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Root) -> String?
    ) -> Slot { Slot(.text(name, summary)) { .text(value($0)) } }

    /// Finished HTML, or attributes of a tag: the code that makes it has escaped what is from content.
    static func html(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Root) -> String?
    ) -> Slot { Slot(.html(name, summary)) { .text(value($0)) } }

    static func flag(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Root) -> Bool
    ) -> Slot { Slot(.flag(name, summary)) { .flag(value($0)) } }

    /// The words of the interface.
    static func words(_ name: String, _ summary: String, _ value: @escaping @Sendable (Root) -> Strings) -> Slot {
        Slot(.words(name, summary)) { .strings(value($0)) }
    }

    /// What was made before.
    static func made(_ field: ContextField, _ value: @escaping @Sendable (Root) -> ContextValue) -> Slot {
        Slot(field, value)
    }

    // MARK: Parts, which declare names of their own

    static func object<Part: TemplateModel>(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Root) -> Part?
    ) -> Slot { Slot(.object(name, Part.slots.shape, summary)) { .object(value($0)?.context) } }

    static func list<Part: TemplateModel>(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Root) -> [Part]
    ) -> Slot { Slot(.list(name, of: Part.slots.shape, summary)) { .list(value($0).map { $0.context }) } }

    /// A list that is absent when it is empty, so that its heading can be in the same section.
    static func rows<Part: TemplateModel>(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Root) -> [Part]
    ) -> Slot { Slot(.rows(name, of: Part.slots.shape, summary)) { .section(value($0).map { $0.context }) } }
}
