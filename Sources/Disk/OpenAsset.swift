internal import Libc
package import Pictures
internal import Text

/// What is published of a file of the content, open for somebody who reads it a piece at a time.
///
/// For a picture that is the picture without what its camera noted; for any other file it is the file. The build, the
/// preview and the checks all read files through this.
public final class OpenAsset: Sendable {
    /// Of what is published, in bytes, as it was when the file was opened.
    public let size: Int
    private let source: any AssetSource
    private let published: PublishedBytes

    /// - Throws: `PictureFlaw` where a picture or film is better left out.
    init(_ source: any AssetSource, at path: String) throws(PictureFlaw) {
        self.source = source
        if ContentKind.isFilm(path), Film.saysLocation(source) { throw .saysLocation }
        published =
            ContentKind.isPicture(path) ? try Picture.published(of: source) : PublishedBytes(allOf: source.size)
        size = published.size
    }

    /// A file in memory.
    ///
    /// - Parameter path: says by its end whether it is a picture.
    /// - Throws: `PictureFlaw` where a picture or film is better left out.
    package convenience init(_ bytes: [UInt8], at path: String) throws(PictureFlaw) {
        try self.init(AssetInMemory(bytes), at: path)
    }

    /// The bytes from `offset` on: `count` of them, or fewer where the file got shorter or cannot be read any more.
    public func bytes(at offset: Int, count: Int) -> [UInt8] {
        let count = max(0, min(count, size - offset))
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let bytes = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count])
            filled = (try? read(into: bytes, at: offset)) ?? 0
        }
    }

    /// Fills the buffer with the bytes from `offset` on.
    ///
    /// - Returns: how many bytes there were.
    /// - Throws: `SystemFailure`
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemFailure) -> Int {
        var filled = 0
        var isCut = false
        try published.forEach(in: offset..<max(offset, min(size, offset + buffer.count))) {
            range throws(SystemFailure) in
            if isCut { return }
            let part = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + range.count])
            let count = try source.read(into: part, at: range.lowerBound)
            filled += count
            isCut = count < range.count
        } own: { bytes throws(SystemFailure) in
            if isCut { return }
            UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + bytes.count]).copyBytes(from: bytes)
            filled += bytes.count
        }
        return filled
    }

    /// Hands all of it to `each`, one chunk after the other.
    ///
    /// - Parameter each: returns whether to go on.
    /// - Returns: the hash of the bytes, or `nil` when `each` stopped.
    /// - Throws: `SystemFailure`, also where the file got shorter since it was opened.
    func stream(
        _ each: (UnsafeRawBufferPointer) throws(SystemFailure) -> Bool
    ) throws(SystemFailure) -> UInt64? {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: OpenFile.chunk, alignment: 16)
        defer { buffer.deallocate() }
        var hash = ContentHash()
        var offset = 0
        while true {
            let count = min(buffer.count, size - offset)
            let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
            guard try read(into: part, at: offset) == count else { throw SystemFailure(code: EIO) }
            let bytes = UnsafeRawBufferPointer(part)
            guard try each(bytes) else { return nil }
            offset += count
            if count < buffer.count { return hash.finish(with: bytes) }
            hash.update(bytes)
        }
    }
}

/// Where the bytes of an asset come from.
protocol AssetSource: ByteSource {
    /// Reads from `offset` on until the buffer is full or the file ends.
    ///
    /// - Returns: the number of bytes read.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemFailure) -> Int
}

extension AssetSource {
    func bytes(at offset: Int, count: Int) -> [UInt8] {
        let count = max(0, min(count, size - offset))
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let bytes = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count])
            filled = (try? read(into: bytes, at: offset)) ?? 0
        }
    }
}

/// A file on the disk; closed with its last user.
final class AssetOnDisk: AssetSource {
    let size: Int
    private let file: OpenFile

    init(_ file: consuming OpenFile, size: Int) {
        self.file = file
        self.size = size
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemFailure) -> Int {
        try file.read(into: buffer, at: offset)
    }
}

struct AssetInMemory: AssetSource {
    private let all: [UInt8]

    init(_ bytes: [UInt8]) { all = bytes }

    var size: Int { all.count }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemFailure) -> Int {
        let bytes = all.dropFirst(offset).prefix(buffer.count)
        buffer.copyBytes(from: bytes)
        return bytes.count
    }
}
