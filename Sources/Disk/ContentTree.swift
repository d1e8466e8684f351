public import Diagnostics

/// What is in a content folder. Paths are relative to it, with `/` between parts, sorted by their UTF-8 bytes.
public struct ContentTree: Sendable, Equatable {
    /// Markdown files, and `site.yaml` when it is there.
    public var documents: [String] = []
    /// Files that are copied as they are.
    public var assets: [String] = []
    /// Files that are left out for the endings of their names, which may have been meant for pages.
    package var misnamed: [String] = []
    /// By path of a document or asset, the facts about the file itself: those of another time show whether it changed.
    package var facts: [String: FileFacts] = [:]
    /// Paths of the folders that were looked into, that of the content folder itself being empty.
    package var folders: [String] = []
    /// What was left out and why, sorted for a report.
    public var problems: [Diagnostic] = []

    public init() {}
}

/// A problem of one content file, found while it was read.
public struct ContentProblem: Error, Sendable, Equatable, CustomStringConvertible {
    public let diagnostic: Diagnostic

    public var description: String { "\(diagnostic.path): \(diagnostic.message)" }
}
