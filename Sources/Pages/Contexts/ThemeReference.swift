internal import Text
package import Theme

/// All names that templates may use, as text for theme authors.
public enum ThemeReference {
    /// Every template that a page is made with, then every part of it, each once; then what may be done with a value.
    ///
    /// - Parameters:
    ///   - template: `pages/community`; `nil` for all of them.
    ///   - own: facts of its own that a theme declares.
    /// - Throws: `ThemeError` when there is no such template.
    package static func text(of template: String?, own: [OwnField] = []) throws(ThemeError) -> String {
        try text(of: shapes(template).map { own.isEmpty ? $0 : $0.with(own) }) + "\n" + transforms
    }

    private static func shapes(_ template: String?) throws(ThemeError) -> [ContextShape] {
        guard let template else { return ContextShape.pages }
        let name = template.hasSuffix(".mustache") ? String(template.dropLast(".mustache".count)) : template
        guard let shape = ContextShape.page(name) else {
            let names = ContextShape.pages.map(\.name)
            throw ThemeError(
                "No page is made with the template `\(name)`.\(NearestMatch.hint(name, among: names)) There are "
                    + "\(names.joined(separator: ", ")); others receive the names of these where they are included."
            )
        }
        return [shape]
    }

    /// What a template may do with a value.
    private static var transforms: String {
        let width = Transform.all.map(\.written.count).max() ?? 0
        return "transforms: What may be done with a value before it is shown or opened, such as `{{count(rows)}}`.\n"
            + Transform.Subject.allCases.map { subject in
                "  of \(subject.rawValue)\n"
                    + Transform.all.filter { $0.subject == subject }.map {
                        "    \(padded($0.written, to: width))  \($0.summary)\n"
                    }.joined()
            }.joined()
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: width - text.count)
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
            "  \(padded(name, to: width))  \(field.summary)\n"
        }
        return "\(shape.name): \(shape.summary)\n" + lines.joined()
    }
}
