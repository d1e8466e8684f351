public import Diagnostics

/// The result of a build or a check.
public struct BuildOutcome: Sendable {
    /// Paths are below the content folder.
    public var problems: [Diagnostic]
    /// Of the project's theme; paths as they can be opened from where the program was started.
    public var themeProblems: [Diagnostic]
    /// `nil` when nothing was written, because of errors or because it was not requested.
    public var summary: String?
    public var timings: Timings
    /// Messages that are not problems of the content.
    public var messages: [String] = []
    /// For showing lines in a report: of the content, and of the theme.
    public var source: @Sendable (String) -> [UInt8]?
    public var themeSource: @Sendable (String) -> [UInt8]?
    public var exitCode: Int32
    var overlay: Overlay?

    package var hasErrors: Bool { problems.contains { $0.severity == .error } }
    package var hasThemeErrors: Bool { themeProblems.contains { $0.severity == .error } }

    /// The problems, by folder.
    ///
    /// - Parameter prefix: goes before each path of the content.
    public func parts(prefix: String) -> [ReportDocument.Part] {
        let isOfOverlay = problems.map { overlay?.files[$0.path] != nil }
        func found(inOverlay wanted: Bool) -> [Diagnostic] {
            zip(problems, isOfOverlay).filter { $0.1 == wanted }.map(\.0)
        }
        return [
            .init(found(inOverlay: false), prefix: prefix, source: source),
            .init(found(inOverlay: true) + (overlay?.problems ?? []), prefix: overlay?.prefix ?? "", source: source),
            .init(themeProblems, prefix: "", source: themeSource),
        ]
    }
}
