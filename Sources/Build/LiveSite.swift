internal import Content
public import Diagnostics
public import Disk
internal import Foundation
internal import Pages
internal import Site
internal import Theme

/// The site of a folder in which people are working: it reads again only what changed, renders a page on request, and
/// keeps showing what a file said last when it cannot be used any more.
///
///     var site = LiveSite(.init(content: "content", address: "http://127.0.0.1:4747/", .init()))
///     let change = await site.refresh()
///     let page = try site.file(at: "about/index.html")  // .bytes
public struct LiveSite: Sendable {
    public struct Options: Sendable {
        public var content: String
        /// As for `BuildCommand`.
        public var theme: String?
        var pipeline: Pipeline.Options

        /// - Parameter address: where the site is looked at, such as `http://127.0.0.1:4747/`.
        public init(content: String, address: String, _ pipeline: Pipeline.Options) {
            self.content = content
            self.pipeline = pipeline
            self.pipeline.localAddress = address
        }
    }

    /// One file of the site.
    public enum File: Sendable {
        case bytes([UInt8])
        case asset(OpenAsset)
    }

    /// What a look at the folder found.
    public struct Change: Sendable {
        /// Files of the content that were added, changed or removed; sorted, below the content folder.
        public var paths: [String]
        /// Whether the pages or the problems changed.
        public var isShown: Bool
        /// Those that were not there before.
        public var newProblems: [Diagnostic] = []
    }

    private let options: Options
    private var reader: ContentReader?
    private var parsed: ParsedContent?
    private var linked: LinkedSite?
    private var theme: LoadedTheme?
    /// Indexes in `renderer.pages`, by path.
    private var pages: [String: Int] = [:]
    /// Paths of files of the content, by where they are in the site.
    private var assets: [String: String] = [:]
    private var renderer: SiteRenderer?
    private var day: CivilDay?
    /// What git knew when the site was first shown: what is added while people work is in no commit yet.
    private var history: ContentHistory?

    /// What is wrong, in the order in which reports print it; paths as they can be opened from where the program was
    /// started.
    public private(set) var problems: [Diagnostic] = []
    /// Why the folder or the theme cannot be read at all, and so stays as it was; `nil` while they can.
    public private(set) var failure: String?
    /// Counts versions of the site: a page that was made of another version is out of date.
    public private(set) var version = 0
    /// The folders in which a change counts, as absolute paths.
    public private(set) var folders: [String] = []

    public init(_ options: Options) { self.options = options }

    /// How many pages the site has.
    public var pageCount: Int { pages.keys.count { $0.hasSuffix(".html") } }

    /// The bytes of a file that problems name.
    public var source: @Sendable (String) -> [UInt8]? {
        let prefix = ContentPath.prefix(of: options.content)
        return { [reader, theme] path in
            theme?.files[path]
                ?? (path.hasPrefix(prefix) ? try? reader?.read(String(path.dropFirst(prefix.count))) : nil)
        }
    }

    /// Looks at the folder, and takes over what changed.
    public mutating func refresh() async -> Change {
        let before = (problems: problems, failure: failure)
        failure = nil
        var change = Change(paths: [], isShown: false)
        do {
            let reader = try ContentReader(at: options.content)
            let source = ContentSource(reader)
            folders = source.folders.map(reader.absolutePath)
            let now = await ParsedContent(source, options.pipeline, after: parsed)
            change = try take(now, from: reader)
        } catch { failure = "\(error)" }
        if problems != before.problems || failure != before.failure { change.isShown = true }
        if change.isShown { version += 1 }
        change.newProblems = problems.new(since: before.problems)
        return change
    }

    /// Takes over everything or, if it throws, nothing: pages, links and what was read belong together.
    private mutating func take(_ now: ParsedContent, from reader: ContentReader) throws -> Change {
        let today = options.pipeline.day(in: now.settings)
        let missing =
            options.theme == nil ? ThemeFolder.problem(with: now.settings.theme, content: options.content) : nil
        let found = try missing == nil ? loadedTheme(now.settings) : theme ?? LoadedTheme()
        let isRestKept = today == day && theme?.files == found.files && renderer != nil
        let edits = isRestKept ? parsed.flatMap(now.edits) : nil
        let paths = parsed.map(now.changedPaths) ?? now.paths
        let isShown = edits == nil || !paths.isEmpty
        var linked = linked
        var hasOtherFacts = false
        func replace(_ edit: ParsedContent.Edit) -> Bool {
            if edit.isTextAlone, linked!.replaceText(of: edit.old, by: edit.new) { return true }
            hasOtherFacts = true
            return linked!.replaceFacts(of: edit.old, by: edit.new)
        }
        if let edits, edits.allSatisfy(replace) {
            if hasOtherFacts, let usable = theme?.theme {
                show(try SiteRenderer(site: linked!.site, theme: usable, history: history ?? .init()))
            } else if !edits.isEmpty {
                renderer = renderer!.with(texts: linked!.site)
            }
        } else {
            let relinked = now.linked(options.pipeline, on: today)
            if history == nil, relinked.site.baseURL != nil {
                let log = try? GitLog(of: Git(folder: reader.root))
                history = log.map { ContentHistory($0, of: relinked.site) } ?? .init()
            }
            // A theme that cannot be used any more stays as it was until it is usable again.
            let usable = found.theme ?? theme?.theme
            if let usable { show(try SiteRenderer(site: relinked.site, theme: usable, history: history ?? .init())) }
            linked = relinked
            assets = Dictionary(
                relinked.site.assets.map { (SiteGraph.address(ofAsset: $0), $0) },
                uniquingKeysWith: { first, _ in first })
            theme = found
            theme?.theme = usable
        }
        (self.linked, self.reader, parsed, day) = (linked, reader, now, today)
        folders += Set(found.files.keys.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path })
        let prefix = ContentPath.prefix(of: options.content)
        let ofContent = now.problems(with: linked!)
        let settings = ThemeSettings(
            of: linked!.site, found.theme, missing: missing, besides: ofContent,
            content: options.theme == nil ? options.content : nil)
        problems =
            settings.joined(with: ofContent).sortedForReport().map { problem in
                var problem = problem
                problem.path = prefix + problem.path
                return problem
            } + found.problems
        return Change(paths: paths, isShown: isShown)
    }

    private mutating func show(_ renderer: SiteRenderer) {
        pages = Dictionary(renderer.pages.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        self.renderer = renderer
    }

    private func loadedTheme(_ settings: Settings) throws -> LoadedTheme {
        let name = options.theme ?? settings.theme?.value ?? ThemeFolder.default
        // The one in the program does not change.
        if name == ThemeFolder.default, let theme, theme.files.isEmpty { return theme }
        return try ThemeFolder.load(
            flag: options.theme, setting: settings.theme?.value, content: options.content,
            languages: settings.languageCodes, named: settings.logo?.value.files ?? [])
    }

    /// A file of the site by its path in the output folder, such as `about/index.html`; `nil` when there is none.
    ///
    /// - Throws: what keeps it from being rendered or read.
    public func file(at path: String) throws -> File? {
        guard let renderer else { return nil }
        if let page = pages[path] { return .bytes(try renderer.render(renderer.pages[page])) }
        if SiteRenderer.isOfSearch(path) {
            return renderer.searchFiles.first { $0.path == path }.map { .bytes($0.bytes) }
        }
        // A file that was removed, or became a link elsewhere, since the folder was looked at counts as missing.
        guard let reader, let source = assets[path], let asset = try? reader.open(source) else { return nil }
        return .asset(asset)
    }

    /// The files that a page is made from, as problems name them; none of a page that is made of many.
    public func files(of path: String) -> Set<String> {
        guard let renderer, let page = pages[path] else { return [] }
        let prefix = ContentPath.prefix(of: options.content)
        return Set(renderer.sources(of: renderer.pages[page]).map { prefix + $0 })
    }

    /// Whether there is a file, without making it.
    public func hasFile(at path: String) -> Bool { pages[path] != nil }
}
