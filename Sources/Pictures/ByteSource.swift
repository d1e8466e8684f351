/// A file whose bytes are read a part at a time, in any order.
package protocol ByteSource: Sendable {
    /// In bytes.
    var size: Int { get }

    /// The bytes from `offset` on: `count` of them, or fewer where the file ends or cannot be read.
    func bytes(at offset: Int, count: Int) -> [UInt8]
}

/// A file in memory.
package struct MemoryBytes: ByteSource {
    private let all: [UInt8]

    package init(_ bytes: [UInt8]) { all = bytes }

    package var size: Int { all.count }

    package func bytes(at offset: Int, count: Int) -> [UInt8] {
        Array(all.dropFirst(max(offset, 0)).prefix(max(count, 0)))
    }
}
