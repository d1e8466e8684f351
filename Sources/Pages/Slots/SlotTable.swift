internal import Theme

/// What a template receives at one time: a page, or a part of one such as a line of a list.
///
/// A name is declared in the table of slots alone. What the template gets, `folkmoot theme fields` and the check of a
/// project's templates come from it.
protocol TemplateModel: Sendable {
    static var slots: SlotTable<Self> { get }
}

extension TemplateModel {
    /// Each slot is evaluated once, in the order of the table.
    var context: Context { Self.slots.context(of: self) }

    /// `pages/community`, where it is a page.
    var template: String { Self.slots.shape.name }
}

/// The names that a template may use together, in the order in which a reference lists them.
struct SlotTable<Root>: Sendable {
    /// The same for a reader of the declarations: it holds no values.
    let shape: ContextShape
    private let fills: [@Sendable (inout Context, Root) -> Void]

    /// - Parameters:
    ///   - summary: one sentence for those who write themes.
    ///   - included: tables whose names this one has too, before its own.
    init(
        _ name: String, _ summary: String = "", including included: [SlotTable] = [],
        @SlotBuilder<Root> _ slots: () -> [Slot<Root>] = { [] }
    ) {
        let slots = slots()
        shape = ContextShape(name, summary, including: included.map(\.shape), slots.map(\.field))
        fills = included.flatMap(\.fills) + [{ context, root in for slot in slots { slot.fill(&context, from: root) } }]
    }

    private init(shape: ContextShape, fills: [@Sendable (inout Context, Root) -> Void]) {
        self.shape = shape
        self.fills = fills
    }

    /// The same names for a whole that has this table's root as a part, which is read once.
    func of<Whole>(_ part: @escaping @Sendable (Whole) -> Root) -> SlotTable<Whole> {
        SlotTable<Whole>(
            shape: shape,
            fills: [
                { [fills] context, whole in
                    let root = part(whole)
                    for fill in fills { fill(&context, root) }
                }
            ])
    }

    func context(of root: Root) -> Context {
        var context: Context = [:]
        context.reserve(shape.fields.count)
        for fill in fills { fill(&context, root) }
        return context
    }
}

/// Slots one below the other, so that the compiler looks at each by itself.
@resultBuilder
enum SlotBuilder<Root> {
    static func buildExpression(_ slot: Slot<Root>) -> [Slot<Root>] { [slot] }
    static func buildExpression(_ slots: [Slot<Root>]) -> [Slot<Root>] { slots }
    static func buildBlock(_ slots: [Slot<Root>]...) -> [Slot<Root>] { slots.flatMap { $0 } }
}
