internal import Diagnostics
package import Theme

/// A theme as it was found, with what is wrong with it.
package struct LoadedTheme: Sendable {
    /// `nil` when the problems are errors.
    package var theme: CompiledTheme?
    /// Paths as they can be opened from where the program was started.
    var problems: [Diagnostic] = []
    /// Bytes of the project's files, by the same paths.
    var files: [String: [UInt8]] = [:]

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
        let prefix = bare.isEmpty || bare.hasSuffix("/") ? bare : bare + "/"
        theme = reading.theme
        problems = reading.problems.map { problem in
            var problem = problem
            problem.path = prefix + problem.path
            return problem
        }
        self.files = Dictionary(uniqueKeysWithValues: files.map { (prefix + $0.key, $0.value) })
    }
}
