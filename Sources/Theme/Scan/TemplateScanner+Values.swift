internal import Diagnostics
internal import Text

/// Looks names up, and checks whether their values can be shown as the tag requires.
extension TemplateScanner {
    /// - Returns: `nil` when it is not known, which is noted.
    mutating func value(of tag: TemplateTags.Tag, _ frame: Frame, _ tally: inout Tally) -> ScannedValue? {
        guard var value = named(tag, frame, &tally) else { return nil }
        if case .word(let key) = value { check(word: key, tag, frame) }
        let transforms = tag.name.isEmpty ? tag.transforms.dropLast() : tag.transforms[...]
        for transform in transforms.reversed() {
            guard let next = value.transformed(transform) else {
                unknownTransform(transform, of: value, tag, frame)
                return .anything
            }
            value = next
        }
        return value
    }

    private mutating func named(_ tag: TemplateTags.Tag, _ frame: Frame, _ tally: inout Tally) -> ScannedValue? {
        if tag.name.isEmpty { return index(tag, frame) }
        let parts = tag.name.split(separator: ".").map(String.init)
        // `.`, and `..`, which rendering takes for the same.
        guard let first = parts.first else { return frame.scopes.last }
        let scopes = tag.name.hasPrefix(".") ? frame.scopes.suffix(1) : frame.scopes[...]
        let start = lookUp(first, in: scopes)
        switch start {
        case .field(.words), .word, .anything: break
        default:
            tally.asked += 1
            tally.found += start == nil ? 0 : 1
        }
        report.ask(
            ThemeRules.variable, tag, frame, isAnswered: start != nil,
            "`\(first)` is not one of the names that `\(frame.page)` receives "
                + "here.\(NearestMatch.hint(first, among: scopes.flatMap(\.names)))",
            help: "`folkmoot theme fields \(frame.page)` lists them.")
        return start.flatMap { follow(parts.dropFirst(), from: $0, after: first, tag, frame) }
    }

    /// From the innermost section outward; a section that is not known may have anything.
    private func lookUp(_ name: String, in scopes: ArraySlice<ScannedValue>) -> ScannedValue? {
        var isOpen = false
        for scope in scopes.reversed() {
            if case .anything = scope { isOpen = true } else if let value = scope.child(name) { return value }
        }
        return isOpen ? .anything : nil
    }

    /// The names after the first dot, each within the one before.
    private mutating func follow(
        _ parts: ArraySlice<String>, from start: ScannedValue, after first: String, _ tag: TemplateTags.Tag,
        _ frame: Frame
    ) -> ScannedValue? {
        var value = start
        var way = first
        for part in parts {
            guard let child = value.child(part) else {
                report.add(
                    ThemeRules.variable, tag, frame,
                    "`\(way)` has no `\(part)`: it is "
                        + "\(value.described).\(NearestMatch.hint(part, among: value.names))",
                    help: value.isOwnFacts
                        ? Help("Declare it in `theme.yaml`:", paste: "fields:\n  x_\(part): What it is for.") : nil)
                return nil
            }
            value = child
            way += "." + part
        }
        return value
    }

    /// `index()` and others that give the index in a list.
    private mutating func index(_ tag: TemplateTags.Tag, _ frame: Frame) -> ScannedValue? {
        let transform = tag.transforms.last ?? ""
        guard let value = ScannedValue.index(transform) else {
            report.add(
                ThemeRules.transform, tag, frame,
                "`\(transform)()` is not known.\(NearestMatch.hint(transform, among: Transform.of(.place).map(\.name)))"
            )
            return nil
        }
        if !frame.isInList {
            report.add(
                ThemeRules.transform, tag, frame,
                "`\(transform)()` gives the place in a list: use it directly in the section of one, not in a "
                    + "partial or in another section within it."
            )
        }
        return value
    }

    private mutating func unknownTransform(
        _ name: String, of value: ScannedValue, _ tag: TemplateTags.Tag, _ frame: Frame
    ) {
        let known = Transform.all.map(\.name).filter { $0 != "index" }
        let isKnown = known.contains(name)
        let message =
            isKnown
            ? "`\(name)` cannot be used on `\(tag.name)`, which is \(value.described)."
            : "There is no transform `\(name)`."
        let hint = isKnown ? "" : NearestMatch.hint(name, among: known)
        report.add(
            ThemeRules.transform, tag, frame, message + hint, help: Help(Transform.advice))
    }

    // MARK: Printing

    mutating func checkPrinting(_ value: ScannedValue, _ tag: TemplateTags.Tag, _ frame: Frame) {
        switch (value, tag.kind) {
        case (.field(.text), .unescaped), (.field(.unchecked), .unescaped), (.word, .unescaped):
            report.add(
                ThemeRules.unescaped, tag, frame,
                "`\(tag.name)` is a text, and three braces or `&` would let its characters through as HTML.",
                help: "Write {{\(tag.written)}}.")
        case (.field(.html), .variable):
            report.add(
                ThemeRules.escapedTwice, tag, frame,
                "`\(tag.name)` is finished HTML, and two braces would show its tags as text.",
                help: "Write {{{\(tag.written)}}}.")
        case (.field(.unchecked), .variable): checkPlace(tag, frame)
        case (.field(.object), _), (.field(.list), _), (.field(.words), _):
            report.add(
                ThemeRules.notText, tag, frame, "`\(tag.name)` is \(value.described), which cannot be shown by itself.",
                help: "Open a section with {{#\(tag.written)}}, and show what is in it\(value.exampleNames).")
        default: break
        }
    }

    /// Escaping keeps a text from ending a quoted value or beginning a tag; it makes no address or script harmless.
    private mutating func checkPlace(_ tag: TemplateTags.Tag, _ frame: Frame) {
        let way = frame.inclusions + [(frame.template, tag)]
        guard let place = way.lazy.compactMap({ $0.0.places?.place(of: $0.1) }).first else { return }
        report.add(
            ThemeRules.unsafePlace, tag, frame,
            "`\(tag.name)` is what somebody wrote, and here it is \(place.described).",
            help: Help(place.advice(tag.name)))
    }

    mutating func check(asset name: String, _ tag: TemplateTags.Tag, _ frame: Frame) {
        report.ask(asset: name)
        guard !assets.contains(name) else { return }
        report.add(
            ThemeRules.asset, tag, frame,
            "The theme has no file `\(OwnAssets.folder)\(name)`.\(NearestMatch.hint(name, among: assets.sorted()))",
            help: Help(OwnAssets.advice))
    }

    private mutating func check(word key: String, _ tag: TemplateTags.Tag, _ frame: Frame) {
        report.ask(word: key)
        switch words.answer(to: key) {
        case .text: break
        case .notText:
            report.add(
                ThemeRules.notText, tag, frame,
                "`\(key)` is a list or has a text for each plural form: a template can show only single texts.")
        case .unknown:
            report.add(
                ThemeRules.word, tag, frame,
                "No language has a text `\(key)`.\(NearestMatch.hint(key, among: words.keys))")
        case .missing(let languages):
            let files = languages.map { "`i18n/\($0).yaml`" }.joined(separator: " and ")
            report.add(
                ThemeRules.missingWord, tag, frame,
                "`\(key)` has no text in \(languages.joined(separator: ", ")): add it to \(files).")
        }
    }
}

extension ScannedValue {
    /// Whether its names are declared by the theme.
    fileprivate var isOwnFacts: Bool {
        if case .field(.object(let shape)) = self { shape.name == ContextShape.ownFacts } else { false }
    }

    /// ` (rows, count)`.
    fileprivate var exampleNames: String {
        guard case .field(let type) = self, let fields = type.shape?.fields, !fields.isEmpty else { return "" }
        return " (\(fields.prefix(6).map(\.name).joined(separator: ", ")))"
    }
}
