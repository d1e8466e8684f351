internal import Diagnostics

/// What a scan has found: each problem once, however many pages come to its tag.
struct ScanReport {
    private struct Position: Hashable {
        let path: String
        let start: Int
        let code: String
    }

    private var problems: [Position: Diagnostic] = [:]
    /// Names that some page does not have; a problem unless another page has it.
    private var unanswered: [Position: Diagnostic] = [:]
    private var answered: Set<Position> = []
    /// Keys of the words that templates use.
    private(set) var words: Set<String> = []

    mutating func ask(word key: String) { words.insert(key) }

    /// Names of own pictures and fonts that templates show.
    private(set) var assets: Set<String> = []

    mutating func ask(asset name: String) { assets.insert(name) }

    /// At the tag, or at the nearest tag of the project's own that led to it.
    mutating func add(
        _ rule: Rule, _ tag: TemplateTags.Tag, _ frame: TemplateScanner.Frame, _ message: String, help: Help? = nil
    ) {
        let way = frame.inclusions + [(frame.template, tag)]
        guard let (template, tag) = way.last(where: { $0.0.isOwn }) else { return }
        let position = Position(path: template.path, start: tag.range.lowerBound, code: rule.code)
        if problems[position] == nil { problems[position] = rule.at(tag.range, in: template.path, message, help: help) }
    }

    /// Notes whether the page that the frame belongs to has what this tag needs.
    mutating func ask(
        _ rule: Rule, _ tag: TemplateTags.Tag, _ frame: TemplateScanner.Frame, isAnswered: Bool,
        _ message: @autoclosure () -> String, help: Help? = nil
    ) {
        guard frame.template.isOwn else { return }
        let position = Position(path: frame.template.path, start: tag.range.lowerBound, code: rule.code)
        if isAnswered {
            answered.insert(position)
        } else if unanswered[position] == nil {
            unanswered[position] = rule.at(tag.range, in: frame.template.path, message(), help: help)
        }
    }

    var diagnostics: [Diagnostic] {
        problems.map(\.value) + unanswered.filter { !answered.contains($0.key) }.map(\.value)
    }
}
