/// How much content is read. Each limit is far above what a handbook needs; passing one is reported.
public struct ContentLimits: Sendable {
    /// Bytes of one page or of `site.yaml`. Assets are streamed and have no limit.
    public var documentSize = 8 * 1024 * 1024
    /// Pages and assets together.
    public var files = 500_000
    /// Folders within folders.
    public var depth = 40
    /// Bytes of a path relative to the content folder.
    public var pathLength = 1_000

    public init() {}
}
