internal import Network
internal import Site
internal import Theme

extension PageRenderer {
    /// All of them on one page, for those who support communities, with what to add to which file.
    func addSuggestions(to context: inout Context) {
        let suggestions = scope.shared.map.suggestions.all.prefix(Self.suggestionsShown)
        context.set("suggestions", .section(suggestions.map(pair)))
        context.set(
            "suggestions_left",
            .text(
                scope.shared.map.suggestions.all.count > suggestions.count
                    ? scope.strings.count("and_more", scope.shared.map.suggestions.all.count - suggestions.count) : nil)
        )
    }

    private static let suggestionsShown = 200

    private func pair(_ one: Suggestions.Suggestion) -> Context {
        let (a, b) = (scope.shared.map.network.nodes[one.from], scope.shared.map.network.nodes[one.to])
        let line = "connections:\n  - to: \(scope.site[b].id)\n    kind: sister"
        return [
            "first": .object(scope.link(to: a)), "second": .object(scope.link(to: b)),
            "reason": .text(scope.reason(one) + scope.staleness(of: [a, b])), "lines": .text(line),
            "edit_url": .text(scope.editURL(of: scope.site[a])),
        ]
    }
}
