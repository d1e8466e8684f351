internal import Text
public import Theme

/// All names that templates may use, as text for theme authors.
public enum ThemeReference {
    /// Every template that a page is made with, then every part of it, each once.
    ///
    /// - Parameter template: `pages/community`; `nil` for all of them.
    /// - Throws: `ThemeError` when there is no such template.
    public static func text(of template: String?) throws(ThemeError) -> String {
        guard let template else { return text(of: ContextShape.pages) }
        let name = template.hasSuffix(".mustache") ? String(template.dropLast(".mustache".count)) : template
        guard let shape = ContextShape.page(name) else {
            let names = ContextShape.pages.map(\.name)
            throw ThemeError(
                "No page is made with the template `\(name)`.\(NearestMatch.hint(name, among: names)) There are "
                    + "\(names.joined(separator: ", ")); others receive the names of these where they are included."
            )
        }
        return text(of: [shape])
    }

    private static func text(of shapes: [ContextShape]) -> String {
        var waiting = shapes
        var names = Set(shapes.map(\.name))
        var out: [String] = []
        while !waiting.isEmpty {
            let shape = waiting.removeFirst()
            out.append(section(shape))
            for part in shape.fields.compactMap(\.type.shape) where names.insert(part.name).inserted {
                waiting.append(part)
            }
        }
        return out.joined(separator: "\n")
    }

    private static func section(_ shape: ContextShape) -> String {
        let names = shape.fields.map { "\($0.name) (\($0.type.label))" }
        let width = names.map(\.count).max() ?? 0
        let lines = zip(names, shape.fields).map { name, field in
            "  \(name)\(String(repeating: " ", count: width - name.count + 2))\(field.summary)\n"
        }
        return "\(shape.name): \(shape.summary)\n" + lines.joined()
    }
}
