import Markdown

/// What is true of the markup of any text: checked by tests with random texts, and by the fuzzer.
public struct MarkdownInvariants {
    /// What is wrong with a text, in words; empty when all is well.
    public static func broken(by text: [UInt8]) -> [String] {
        let dialects: [MarkdownRenderer.Dialect] = [.handbook, .gitHub, .commonMark]
        return dialects.flatMap { dialect in
            [false, true].flatMap { hasTitle in broken(by: text, .init(dialect: dialect, documentTitle: hasTitle)) }
        }
    }

    private static func broken(by text: [UInt8], _ options: MarkdownRenderer.Options) -> [String] {
        let start = min(4, text.count)
        let rendered = MarkdownRenderer.render(text, from: start, path: "a.md", options: options)
        var found: [String] = []
        func note(_ name: String, unless holds: Bool) {
            if !holds { found.append("\(options.dialect): \(name)") }
        }
        let ranges = rendered.links.map(\.range) + rendered.outline.map(\.range) + rendered.diagnostics.map(\.range)
        note(
            "ranges are in the body",
            unless: ranges.allSatisfy { $0.lowerBound >= start && $0.upperBound <= text.count })
        let offsets = rendered.markup.slots.map(\.offset)
        note("slots are in order", unless: zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
        note("slots are in the HTML", unless: offsets.allSatisfy { $0 <= rendered.markup.html.count })
        note("ids of headings differ", unless: Set(rendered.outline.map(\.id)).count == rendered.outline.count)
        for target in [Markup.Target.text, .to("x", label: "<y>", size: nil)] {
            var html: [UInt8] = []
            rendered.markup.append(to: &html) { _ in target }
            var reader = MarkupReader(html, linksNest: options.dialect != .handbook)
            if let fault = reader.fault() {
                found.append("\(options.dialect): \(fault) in \(String(decoding: html.prefix(2_000), as: UTF8.self))")
            }
            note("ids differ", unless: !reader.ids.hasRepetition)
        }
        return found
    }
}

extension [String] {
    fileprivate var hasRepetition: Bool { Set(self).count < count }
}
