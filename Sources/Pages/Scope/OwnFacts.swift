internal import Content
internal import Site
internal import Theme

/// Keys of an entry's file that start with `x_`. Templates receive those that the theme declares, and no others: a
/// handbook may have notes in them that are not for readers.
enum OwnFacts {
    /// A theme puts the names that it declares in the place of `NAME`.
    static let shape = ContextShape(
        ContextShape.ownFacts, "Keys of the file that start with `x_`, which `theme.yaml` declares under `fields`.",
        [
            .unchecked(ContextField.placeholder, "what the key `x_NAME` says"),
            .list(
                ContextField.placeholder + "_list", of: PageLink.slots.shape,
                "each value of `x_NAME`; a link where it is an address"),
        ])

    static func value(of item: Item, _ scope: PageScope) -> ContextValue {
        let fields = scope.shared.theme.ownFields
        if fields.isEmpty || item.own.isEmpty { return .none }
        var context: Context = [:]
        for field in fields {
            let texts = item.own[field.name]?.texts(in: scope.language, fileLanguage: item.language) ?? []
            let links = texts.map { scope.contact($0.text, in: $0.language).context }
            let text: String? = texts.isEmpty ? nil : scope.strings.joined(texts.map(\.text))
            context.set(FieldName(field.name), .text(text))
            context.set(FieldName(field.name + "_list"), .list(links))
        }
        return .object(context)
    }
}
