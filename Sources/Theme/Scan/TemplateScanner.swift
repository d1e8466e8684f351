internal import Text

/// Looks for faults in templates before they are rendered, because rendering is silent about names that it does not
/// find.
///
/// Each page's template is walked with the partials that it includes, and every name is looked up as rendering would:
/// from the innermost section outward. A name of a partial is valid when one of the pages that use the partial has it,
/// so a partial may show what only some pages have.
struct TemplateScanner {
    struct Template {
        let path: String
        /// Whether a project wrote it; problems are reported there.
        let isOwn: Bool
        let tags: [TemplateTags.Tag]
        /// Of a project's template: where a browser would not read a text as words.
        var places: UnsafePlaces?
    }

    /// The position of the walk.
    struct Frame {
        let page: String
        var template: Template
        /// What names are looked up in, the innermost last.
        var scopes: [ScannedValue]
        /// What each of them is made from.
        var origins = [Origin()]
        /// Lists whose sections are open, the innermost last.
        var lists: [OpenList] = []
        /// Whether too many are: that was reported.
        var hasTooManyLists = false
        /// Whether the innermost section is a list, so that `index()` is known.
        var isInList = false
        /// Tags that led here.
        var inclusions: [(template: Template, tag: TemplateTags.Tag)] = []
    }

    /// How many names of a part are looked up, and how many are found.
    struct Tally {
        var asked = 0
        var found = 0

        static func += (a: inout Tally, b: Tally) {
            a.asked += b.asked
            a.found += b.found
        }
    }

    /// Tags of a project's templates and of what these include that are walked, each as often as pages come to it: far
    /// above what a theme needs.
    static let limit = 50_000

    let templates: [String: Template]
    let words: ThemeWords
    /// Names of the project's own pictures and fonts.
    let assets: Set<String>
    /// What each page receives.
    let pages: [ContextShape]
    var report = ScanReport()
    /// Names of templates that a page reaches.
    private(set) var reached: Set<String> = []
    private var walked = 0

    init(_ templates: [String: Template], pages: [ContextShape], words: ThemeWords, assets: Set<String>) {
        self.assets = assets
        self.templates = templates
        self.pages = pages
        self.words = words
    }

    mutating func scan() {
        for page in pages {
            guard let template = templates[page.name] else { continue }
            reached.insert(page.name)
            _ = walk(template.tags.indices, Frame(page: page.name, template: template, scopes: [.field(.object(page))]))
        }
    }

    /// Recursion is as deep as sections and partials nest, which `TemplateCheck` bounds.
    private mutating func walk(_ range: Range<Int>, _ frame: Frame) -> Tally {
        var tally = Tally()
        var index = range.lowerBound
        let isCounted = frame.template.isOwn || frame.inclusions.contains { $0.template.isOwn }
        while index < range.upperBound {
            let tag = frame.template.tags[index]
            index += 1
            if isCounted { walked += 1 }
            if isCounted, walked == Self.limit {
                report.add(
                    ThemeRules.syntax, tag, frame,
                    "With all partials, the pages have more than \(Self.limit) tags at this point.")
            }
            guard walked < Self.limit else { return tally }
            switch tag.kind {
            case .variable, .unescaped:
                if let name = OwnAssets.name(in: tag) {
                    check(asset: name, tag, frame)
                    continue
                }
                if let value = value(of: tag, frame, &tally) { checkPrinting(value, tag, frame) }
            case .partial: tally += include(tag, frame)
            case .close, .comment: break
            case .section, .inverted:
                let value = value(of: tag, frame, &tally)
                tally += walk(index..<tag.end, inside(tag, value, frame))
                index = tag.end + 1
            }
        }
        return tally
    }

    /// What a section brings with it; an inverted one brings nothing.
    private mutating func inside(_ tag: TemplateTags.Tag, _ value: ScannedValue?, _ frame: Frame) -> Frame {
        var inner = frame
        switch value {
        case _ where tag.kind == .inverted: inner.isInList = false
        case .field(.flag): break
        case nil, .anything:
            inner.open(.anything, of: tag, isList: false)
            inner.isInList = true
        case .field(.list(let shape)):
            inner.open(.field(.object(shape)), of: tag, isList: true)
            if !frame.hasTooManyLists { inner.hasTooManyLists = reportRepetition(tag, frame, inner.lists) }
        case .some(let value): inner.open(value, of: tag, isList: false)
        }
        return inner
    }

    private mutating func include(_ tag: TemplateTags.Tag, _ frame: Frame) -> Tally {
        guard let partial = templates[tag.name] else {
            report.add(
                ThemeRules.partial, tag, frame,
                "There is no partial `\(tag.name)`.\(NearestMatch.hint(tag.name, among: templates.keys))")
            return Tally()
        }
        reached.insert(tag.name)
        var inner = frame
        inner.template = partial
        inner.isInList = false
        inner.inclusions.append((frame.template, tag))
        let tally = walk(partial.tags.indices, inner)
        let message =
            "`\(tag.name)` has nothing to show here: `\(frame.page)` receives none of its names at this place."
        if tally.asked > 0 { report.ask(ThemeRules.variable, tag, frame, isAnswered: tally.found > 0, message) }
        return tally
    }
}
