internal import Content
internal import Site
internal import Theme

/// What a community came from and what came of it, in the order of time.
struct DescentLine: TemplateModel {
    let steps: [Step]

    /// - Returns: `nil` where nothing of it is known.
    init?(of id: ItemID, _ scope: PageScope) {
        let (before, after) = scope.shared.descent.line(of: id)
        guard !before.isEmpty || !after.isEmpty else { return nil }
        steps = (before + [id] + after).map { Step(id: $0, isCurrent: $0 == id, scope: scope) }
    }

    static let slots = SlotTable<DescentLine>("descent", "What a community came from and what came of it.") {
        Slot.list("steps", "communities in the order of time, with this one") { $0.steps }
    }

    struct Step: TemplateModel {
        let id: ItemID
        let isCurrent: Bool
        let scope: PageScope

        /// From when until when, as far as the entry says.
        private var years: String? {
            guard case .community(let entry) = scope.site[id].entry else { return nil }
            let (founded, closed) = (entry.founded?.value.year, entry.closed?.value.year)
            if founded == nil, closed == nil { return nil }
            return [founded, closed].map { $0.map(String.init) ?? "" }.joined(separator: "–")
        }

        static let slots = SlotTable<Step>("descent step", "A community in a line of descent.") {
            Slot.html("link", "its title as a finished link; without one on its own page") { step in
                let title = step.scope.title(of: step.id)
                return step.isCurrent
                    ? step.scope.plain(title.text, in: title.language).html : step.scope.link(to: step.id).html
            }
            Slot.text("years", "from when until when, as far as is known") { $0.years }
            Slot.flag("is_current", "whether it is the community of the page") { $0.isCurrent }
        }
    }
}
