import Diagnostics

@testable import Markdown

/// A body and what became of it, for tests that ask about text rather than offsets.
struct Rendering {
    let source: String
    let rendered: Rendered

    init(
        _ source: String, options: MarkdownRenderer.Options = MarkdownRenderer.Options(),
        limits: MarkdownLimits = .standard
    ) {
        self.source = source
        rendered = MarkdownRenderer.render(Array(source.utf8), from: 0, path: "a.md", options: options, limits: limits)
    }

    /// Every link leads where it was written to.
    var html: String { html { .to($0.destination) } }

    func html(_ resolve: (Link) -> Markup.Target) -> String {
        var out: [UInt8] = []
        rendered.markup.append(to: &out) { resolve(rendered.links[$0]) }
        return String(decoding: out, as: UTF8.self)
    }

    var codes: [String] { rendered.diagnostics.map(\.code) }

    /// What the diagnostics point at.
    var marked: [String] { rendered.diagnostics.map { text($0.range) } }

    /// What the links point at.
    var destinations: [String] { rendered.links.map { text($0.range) } }

    func text(_ range: ByteRange) -> String { String(decoding: Array(source.utf8)[range], as: UTF8.self) }
}

func html(_ source: String) -> String { Rendering(source).html }

/// The id and text of a heading as they are written.
func heading(_ level: Int, _ id: String, _ text: String) -> String {
    "<h\(level) id=\"\(id)\">\(text) <a class=\"anchor\" href=\"#\(id)\" aria-hidden=\"true\" "
        + "tabindex=\"-1\"></a></h\(level)>\n"
}
