/// A file that is copied as it is, open for somebody who reads it a piece at a time; closed with its last user.
public final class OpenAsset: Sendable {
    /// In bytes, as it was when it was opened.
    public let size: Int
    private let file: OpenFile

    init(_ file: consuming OpenFile, size: Int) {
        self.file = file
        self.size = size
    }

    /// - Parameter offset: where the next bytes are read, from the first one.
    public func move(to offset: Int) { try? file.move(to: offset) }

    /// The next bytes, at most so many; fewer, or none, where the file got shorter or cannot be read any more.
    public func next(_ count: Int) -> [UInt8] { (try? file.bytes(upTo: count)) ?? [] }
}
