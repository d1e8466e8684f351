internal import Network
internal import Site
internal import Theme

/// Communities that are alike and not connected yet, for those who support communities, with what to add to which file:
/// `pages/suggestions.mustache`.
struct SuggestionsPage: PageModel {
    let head: PageHead
    private static let shown = 200

    private var all: [Suggestions.Suggestion] { scope.shared.map.suggestions.all }

    static let slots = SlotTable<SuggestionsPage>(
        "pages/suggestions", "Communities that are alike and not connected yet.", including: [.head]
    ) {
        Slot.rows("suggestions", "the best first") { page in page.all.prefix(shown).map(page.pair) }
        Slot.text("suggestions_left", "how many more there are, in words") {
            $0.scope.more($0.all.count - shown)
        }
    }

    private func pair(_ one: Suggestions.Suggestion) -> SuggestionLine {
        let (a, b) = (scope.shared.map.network.nodes[one.from], scope.shared.map.network.nodes[one.to])
        return SuggestionLine(
            first: scope.link(to: a), second: scope.link(to: b),
            reason: scope.reason(one) + scope.staleness(of: [a, b]),
            lines: "connections:\n  - to: \(scope.site[b].id)\n    kind: sister",
            editURL: scope.editURL(of: scope.site[a]))
    }
}

/// Two communities that might connect.
private struct SuggestionLine: TemplateModel {
    let first: PageLink
    let second: PageLink
    let reason: String
    let lines: String
    let editURL: String?

    static let slots = SlotTable<SuggestionLine>("suggestion", "Two communities that might connect.") {
        Slot.object("first", "one of the two; the lines are for its file") { $0.first }
        Slot.object("second", "the other") { $0.second }
        Slot.html("reason", "why, in sentences") { $0.reason }
        Slot.text("lines", "what to add to the file") { $0.lines }
        Slot.text("edit_url", "where the file is edited") { $0.editURL }
    }
}
