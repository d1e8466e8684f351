internal import Content
internal import Site
internal import Theme

/// Where a community is on the curve of energy and effort, after Emily Webber's picture of five stages: a drawing that
/// says nothing which the words beside it do not say.
struct StageCurve: TemplateModel {
    private let stage: Stage
    private let scope: PageScope

    /// - Returns: `nil` where the stage is not known, or the community has ended or rests.
    init?(_ community: Community, _ scope: PageScope) {
        guard let stage = community.stage?.value, community.state(on: scope.site.today) == stage.rawValue else {
            return nil
        }
        (self.stage, self.scope) = (stage, scope)
    }

    /// Of each stage on the line of energy, in the units of the drawing.
    private var point: (x: Int, y: Int) {
        switch stage {
        case .potential: (30, 66)
        case .forming: (90, 22)
        case .maturing: (150, 52)
        case .selfSustaining: (210, 16)
        case .transformation: (270, 63)
        }
    }

    private var steps: [Step] {
        Stage.allCases.map { Step(name: scope.strings.label("stage", $0.rawValue), isCurrent: $0 == stage) }
    }

    private var chapter: PageLink? {
        let route = "handbook/five-stages/"
        guard scope.site.routes[route] != nil else { return nil }
        return scope.plain(scope.strings["stage_chapter"], url: scope.url(section: route))
    }

    static let slots = SlotTable<StageCurve>("stages", "Where a community is on the curve of energy and effort.") {
        Slot.text("x", "of the mark in the drawing, from 0 to 300") { String($0.point.x) }
        Slot.text("y", "of the mark in the drawing, from 0 to 96") { String($0.point.y) }
        Slot.flag("is_mirrored", "whether time goes from right to left") {
            TextDirection.of($0.scope.language) == .rightToLeft
        }
        Slot.list("steps", "the five stages") { $0.steps }
        Slot.text("helps", "what helps at this stage, in a sentence") {
            $0.scope.strings.label("stage_helps", $0.stage.rawValue)
        }
        Slot.text("next", "what comes next, in a sentence") { $0.scope.strings.label("stage_next", $0.stage.rawValue) }
        Slot.object("chapter", "the chapter of the handbook about it") { $0.chapter }
    }

    struct Step: TemplateModel {
        let name: String
        let isCurrent: Bool

        static let slots = SlotTable<Step>("stage", "One of the five stages.") {
            Slot.text("name", "in words") { $0.name }
            Slot.flag("is_current", "whether the community is there") { $0.isCurrent }
        }
    }
}
