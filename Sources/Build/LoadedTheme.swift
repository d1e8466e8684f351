internal import Diagnostics
package import Theme

/// A theme as it was found, with what is wrong with it.
package struct LoadedTheme: Sendable {
    /// `nil` when the problems are errors.
    package var theme: CompiledTheme?
    /// Paths as they can be opened from where the program was started.
    var problems: [Diagnostic] = []
    /// Bytes of the project's files, by the same paths.
    private(set) var files: [String: [UInt8]] = [:]
    /// Where a project's files are, as the paths of problems begin; `nil` for the default theme.
    package private(set) var folder: String?
    /// The same folder as it can be opened by others.
    package private(set) var root: String?
    /// Facts of its own that it declares, even where it has errors.
    package private(set) var ownFields: [OwnField] = []

    /// The bytes of a project's file.
    ///
    /// - Parameter path: below the theme's folder.
    package func file(_ path: String) -> [UInt8]? { files[prefix + path] }

    /// Paths of a project's files, below the theme's folder.
    package var paths: [String] { files.keys.map { String($0.dropFirst(prefix.count)) }.sorted() }

    private var prefix: String { folder.map { $0.isEmpty || $0.hasSuffix("/") ? $0 : $0 + "/" } ?? "" }

    /// The first error with its place, in a line; `nil` where there is none.
    package var firstError: String? {
        problems.first { $0.severity == .error }.map { problem in
            let line = files[problem.path].map { LineIndex($0).position(of: problem.range.lowerBound).line } ?? 1
            return "\(problem.path):\(line): \(problem.message)"
        }
    }

    /// The default theme.
    init() throws { theme = try CompiledTheme() }

    /// A project's theme.
    ///
    /// - Parameters:
    ///   - languages: those of the site.
    ///   - named: files of the theme that the settings name.
    init(_ folder: ThemeFolder, shown: String, languages: [String], named: [String]) throws {
        let (files, passedOver) = try folder.read()
        let reading = try CompiledTheme.read(
            files, passedOver: passedOver, pages: ContextShape.pages, languages: languages, named: named,
            version: Program.version)
        // Without `./`, which a CI service would not find in its list of files.
        let bare = shown.hasPrefix("./") ? String(shown.dropFirst(2)) : shown
        self.folder = bare
        root = folder.root
        ownFields = reading.ownFields
        theme = reading.theme
        let prefix = prefix
        problems = (reading.problems + ThemePictures.problems(files, named: named)).sortedForReport().map { problem in
            var problem = problem
            problem.path = prefix + problem.path
            return problem
        }
        self.files = Dictionary(uniqueKeysWithValues: files.map { (prefix + $0.key, $0.value) })
    }
}
