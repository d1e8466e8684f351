/// Where finished files go: a folder on disk, or a dictionary in a test. May be used by several tasks at once.
public protocol OutputSink: Sendable {
    /// - Parameter path: relative to the output, with `/` between parts; each path is written once.
    func write(_ path: String, _ bytes: [UInt8]) throws -> Written

    /// Copies what is published of a file of the content, without holding the whole of it in memory.
    func copy(_ asset: OpenAsset, to path: String) throws -> Written
}

/// The result for one file of a run.
public struct Written: Sendable, Equatable {
    public enum Status: Sendable, Equatable {
        /// New or different; it is put into place by `OutputRun.finish`.
        case written
        /// The file had the same bytes and was not touched.
        case unchanged
        /// Somebody else's file with other bytes is there: `OutputRun.finish` will refuse.
        case blocked
    }

    public let path: String
    /// XXH64 of the bytes; not cryptographic.
    public let hash: UInt64
    /// In bytes.
    public let size: Int
    public let status: Status
}
