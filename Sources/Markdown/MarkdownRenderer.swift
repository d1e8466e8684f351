internal import Diagnostics

/// Markdown: CommonMark text into markup with slots for links, an outline, links with their ranges, and plain text.
///
/// It must not know which pages exist, where they are published, or what front matter says: a link that needs that
/// becomes a slot, which the code that renders the page fills.
///
///     let text = Array("# Notes\n\nSee [[agenda]].\n".utf8)
///     let body = MarkdownRenderer.render(text, from: 0, path: "resources/notes.md")
///     var html: [UInt8] = []
///     body.markup.append(to: &html) { _ in .to("../agenda/", label: "The agenda") }
///     // <p>See <a href="../agenda/">The agenda</a>.</p>
public enum MarkdownRenderer {
    public enum Dialect: Sendable {
        /// CommonMark 0.30 and nothing else.
        case commonMark
        /// With GitHub's tables, task lists, strikethrough, autolinks, footnotes and notes.
        case gitHub
        /// GitHub's, extended for a page of the site: with wiki links, ids for headings, a title taken from the first
        /// of them, figures, and nothing loaded from other hosts.
        case handbook
    }

    public struct Options: Sendable {
        public var dialect: Dialect
        /// Raw HTML goes into the markup as written. Only for content that is trusted like a program.
        public var unsafeHTML: Bool
        /// The file has no title of its own, so a level-1 heading that opens the body is its title.
        public var documentTitle: Bool
        /// Also list the links to other hosts, which costs time that only callers who use them should spend.
        public var listsExternalLinks = false

        public init(dialect: Dialect = .handbook, unsafeHTML: Bool = false, documentTitle: Bool = false) {
            self.dialect = dialect
            self.unsafeHTML = unsafeHTML
            self.documentTitle = documentTitle
        }
    }

    /// Reads the text in `bytes[start...]`.
    ///
    /// Never fails: content that cannot be shown is left out and reported. A body over a limit gives no markup at all.
    ///
    /// - Parameters:
    ///   - bytes: a whole file, UTF-8 without a byte-order mark at `start`; NUL becomes U+FFFD. Lines may end in CR,
    ///     LF or both.
    ///   - start: where the body begins, after the front matter. Every range in the answer counts from the start of
    ///     the file, not from here.
    ///   - path: the file's, for diagnostics.
    public static func render(
        _ bytes: [UInt8], from start: Int = 0, path: String, options: Options = Options()
    ) -> Rendered {
        render(bytes, from: start, path: path, options: options, limits: .standard)
    }

    static func render(
        _ bytes: [UInt8], from start: Int, path: String, options: Options, limits: MarkdownLimits
    ) -> Rendered {
        let start = min(max(start, 0), bytes.count)
        if let problem = limits.problem(in: bytes, from: start, path: path) {
            return Rendered(diagnostics: [problem])
        }
        var signs = BodySigns(bytes, from: start)
        let rewritten = options.dialect == .commonMark ? nil : BlockScanner.rewrite(bytes, from: start, signs)
        if let rewritten { signs = BodySigns(rewritten.bytes, from: 0) }
        let source = rewritten.map { Source($0.bytes, from: 0) } ?? Source(bytes, from: start)
        if let problem = limits.problem(parsing: source, rewritten, path: path) {
            return Rendered(diagnostics: [problem])
        }
        let masked =
            options.dialect == .handbook && signs.contains(.comment) && !Tree.isLibraryOf031
            ? MaskedComments.mask(source.bytes, from: source.start) : nil
        return Tree(masked ?? source.bytes, from: source.start, isMasked: masked != nil).read { document in
            var renderer = Renderer(
                source: source, rewritten: rewritten, signs: signs, file: bytes, path: path, options: options)
            if options.dialect != .commonMark { renderer.findInvisible(from: start) }
            if options.dialect == .handbook { renderer.findSignature(from: start) }
            renderer.run(document)
            return renderer.finish()
        }
    }
}
