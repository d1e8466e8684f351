internal import Diagnostics
internal import Text

/// The templates of a theme as steps, which `TemplateRenderer` takes one after the other.
///
/// All are in the same few arrays of plain numbers, so that rendering on several cores counts no references to a
/// template.
struct TemplateLibrary: Sendable {
    /// Ranges are of positions in `texts`.
    enum Step: Sendable {
        /// As it is.
        case text(Range<Int32>)
        /// `isEscaped` for `{{name}}`, not for `{{{name}}}`.
        case value(Reference, isEscaped: Bool)
        /// The steps after this one up to `end`, once for each item of a list.
        case section(Reference, end: Int32)
        /// The same, if the value is absent, false or an empty list.
        case inverted(Reference, end: Int32)
        /// An index in `templates`; `nil` for one that does not exist. If a partial is alone on its line, its lines are
        /// indented as it is.
        case partial(Int32?, indentation: Range<Int32>)
    }

    /// What a tag names: `rows`, `head.title`, `first(rows)`, or `index()`, which is a transform of no name.
    struct Reference: Sendable {
        /// The parts between the dots, in `names`; of `.` none.
        let names: Range<Int32>
        /// Whether the first is looked up only in the innermost section, as that of `.title`.
        let isLocal: Bool
        /// In `transforms`, the innermost first.
        let transforms: Range<Int32>
        let isPosition: Bool
    }

    /// A transform by its name.
    enum Operation: String, Sendable {
        case first, last, reversed, count, empty, equalzero, plusone, minusone, even, odd, index
        /// One that does not exist, which makes nothing of a value; `TemplateScanner` reports it.
        case unknown
    }

    private(set) var steps: [Step] = []
    private(set) var texts: [UInt8] = []
    private(set) var names: [FieldName] = []
    private(set) var transforms: [Operation] = []
    /// The steps of each template.
    private(set) var templates: [Range<Int>] = []
    /// By name: `facts`, `pages/home`.
    private(set) var index: [String: Int] = [:]

    /// - Parameter files: of a theme, by path; its templates have no faults.
    init(_ files: [String: [UInt8]]) {
        let templates = files.filter { $0.key.hasSuffix(".mustache") }.sorted { $0.key < $1.key }
        for (number, file) in templates.enumerated() { index[CompiledTheme.name(ofTemplate: file.key)] = number }
        for (path, bytes) in templates { add(TemplateTags(path, bytes)) }
    }

    private mutating func add(_ template: TemplateTags) {
        let start = steps.count
        var open: [Int] = []
        var offset = 0
        for (tag, range) in zip(template.tags, template.rangesWithLines) {
            add(text: template.bytes[offset..<range.lowerBound])
            offset = range.upperBound
            switch tag.kind {
            case .comment: break
            case .variable: steps.append(.value(reference(to: tag), isEscaped: true))
            case .unescaped: steps.append(.value(reference(to: tag), isEscaped: false))
            case .partial:
                let indentation = add(template.bytes[range.lowerBound..<tag.range.lowerBound])
                steps.append(.partial(index[tag.name].map(Int32.init), indentation: indentation))
            case .section, .inverted:
                open.append(steps.count)
                let name = reference(to: tag)
                steps.append(tag.kind == .section ? .section(name, end: 0) : .inverted(name, end: 0))
            case .close: close(open.removeLast())
            }
        }
        add(text: template.bytes[offset...])
        templates.append(start..<steps.count)
    }

    private mutating func add(text: ArraySlice<UInt8>) {
        if !text.isEmpty { steps.append(.text(add(text))) }
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) -> Range<Int32> {
        let start = Int32(texts.count)
        texts += bytes
        return start..<Int32(texts.count)
    }

    private mutating func close(_ section: Int) {
        let end = Int32(steps.count)
        switch steps[section] {
        case .section(let name, _): steps[section] = .section(name, end: end)
        case .inverted(let name, _): steps[section] = .inverted(name, end: end)
        case .text, .value, .partial: break
        }
    }

    private mutating func reference(to tag: TemplateTags.Tag) -> Reference {
        let (firstName, firstTransform) = (Int32(names.count), Int32(transforms.count))
        names += tag.name.split(separator: ".").map { FieldName(String($0)) }
        transforms += tag.transforms.reversed().map { Operation(rawValue: $0) ?? .unknown }
        return Reference(
            names: firstName..<Int32(names.count), isLocal: tag.name.hasPrefix("."),
            transforms: firstTransform..<Int32(transforms.count), isPosition: tag.name.isEmpty)
    }
}

extension TemplateTags {
    /// The text that each tag takes up. A section, its end, a partial or a comment that is alone on its line takes up
    /// the whole line, so that it leaves no empty one.
    fileprivate var rangesWithLines: [ByteRange] {
        tags.map { tag in
            switch tag.kind {
            case .variable, .unescaped: tag.range
            case .section, .inverted, .close, .partial, .comment: line(of: tag.range) ?? tag.range
            }
        }
    }

    /// The line that holds nothing besides a range; `nil` if there is more.
    private func line(of range: ByteRange) -> ByteRange? {
        func isNewline(_ index: Int) -> Bool { bytes[index] == UInt8(ascii: "\n") }
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, bytes[start - 1].isSpaceOrTab { start -= 1 }
        while end < bytes.count, bytes[end].isSpaceOrTab { end += 1 }
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), isNewline(end + 1) { end += 1 }
        guard start == 0 || isNewline(start - 1), end == bytes.count || isNewline(end) else { return nil }
        return start..<min(end + 1, bytes.count)
    }
}
