import Text

@testable import Disk

/// Keeps what is written in memory, for tests of a whole site.
///
/// A stream is the one thing that several tasks may append to without a lock of our own.
package struct MemorySink: OutputSink {
    private let stream: AsyncStream<(String, [UInt8])>
    private let end: AsyncStream<(String, [UInt8])>.Continuation

    package init() {
        (stream, end) = AsyncStream.makeStream()
    }

    package func write(_ path: String, _ bytes: [UInt8]) throws -> Written {
        try OutputPath.check(path)
        end.yield((path, bytes))
        return Written(path: path, hash: ContentHash.of(bytes), size: bytes.count, status: .written)
    }

    package func copy(_ asset: OpenAsset, to path: String) throws -> Written {
        try write(path, asset.bytes(at: 0, count: asset.size))
    }

    /// All that was written, by path. Ends the sink; ask once.
    /// - Throws: when two files were written to one path.
    package func files() async throws -> [String: [UInt8]] {
        end.finish()
        var files: [String: [UInt8]] = [:]
        for await (path, bytes) in stream where files.updateValue(bytes, forKey: path) != nil {
            throw BuildError("`\(path)` was written twice.")
        }
        return files
    }
}
