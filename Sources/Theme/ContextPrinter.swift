/// What a template receives on one page, as text for theme authors.
package struct ContextPrinter {
    /// Items of a list, unless everything is requested.
    static let items = 3
    /// Characters of a value, unless everything is requested.
    static let characters = 160

    private let showsAll: Bool

    /// - Parameter showsAll: whether long lists and values are written whole.
    package init(showsAll: Bool) { self.showsAll = showsAll }

    /// A line for each name, what is in it indented below; what a page does not have is named at the end.
    package func text(_ context: Context, as shape: ContextShape) -> String {
        let absent = shape.fields.filter { context.isAbsent($0.name) }.map { "\($0.name) (\($0.type.label))" }
        let lines = self.lines(context, as: shape)
        return (lines + (absent.isEmpty ? [] : ["", "Absent on this page: " + absent.joined(separator: ", ")])).joined(
            separator: "\n") + "\n"
    }

    private func lines(_ context: Context, as shape: ContextShape) -> [String] {
        context.entries.flatMap { name, value -> [String] in
            let type = shape[name]?.type
            let title = "\(name) (\(type?.label ?? "not declared"))"
            switch value {
            case .none: return []
            case .text(let text): return ["\(title): \(shown(text))"]
            case .flag(let flag): return ["\(title): \(flag)"]
            case .strings(let words): return ["\(title): those of i18n/\(words.language).yaml"]
            case .object(let object): return ["\(title):"] + lines(object, as: type?.shape ?? shape).map { "  " + $0 }
            case .list(let list):
                return ["\(title), \(list.count)\(list.isEmpty ? "" : ":")"]
                    + items(list, as: type?.shape ?? shape).map { "  " + $0 }
            }
        }
    }

    private func items(_ list: [Context], as shape: ContextShape) -> [String] {
        let shown = showsAll ? list[...] : list.prefix(Self.items)
        let lines = shown.flatMap { item in
            self.lines(item, as: shape).enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
        }
        return lines + (shown.count < list.count ? ["… and \(list.count - shown.count) more"] : [])
    }

    /// On one line; the marks of `Frame` as what will replace them.
    private func shown(_ text: String) -> String {
        let parts = text.split(separator: "\u{1}", omittingEmptySubsequences: false)
        let plain = parts.enumerated().map {
            $0.offset % 2 == 1 ? "‹\($0.element)›" : $0.element.replacing("\n", with: "⏎")
        }.joined()
        return showsAll || plain.count <= Self.characters ? plain : plain.prefix(Self.characters) + "…"
    }
}

extension Context {
    fileprivate func isAbsent(_ name: String) -> Bool {
        if case .none = entries.first(where: { $0.name == name })?.value ?? .none { true } else { false }
    }
}
