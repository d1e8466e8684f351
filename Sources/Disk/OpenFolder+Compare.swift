/// Comparing costs a sixth of writing: only what changed is written.
///
/// Whatever cannot be read counts as different.
extension OpenFolder {
    /// Whether the path is a file with exactly these bytes.
    func holds(_ bytes: [UInt8], at path: String) -> Bool {
        guard let file = standing(path, size: bytes.count) else { return false }
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: min(max(bytes.count, 1), OpenFile.chunk), alignment: 16)
        defer { buffer.deallocate() }
        return bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest.prefix(buffer.count))
                guard (try? file.continues(with: part, buffer: buffer)) == true else { return false }
                rest = rest.dropFirst(part.count)
            }
            return true
        }
    }

    /// The hash of what is published of a file, when the path is a file with these bytes; otherwise `nil`.
    /// - Throws: when the original cannot be read.
    func hashIfSame(_ original: OpenAsset, at path: String) throws(SystemFailure) -> UInt64? {
        guard let file = standing(path, size: original.size) else { return nil }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: OpenFile.chunk, alignment: 16)
        defer { buffer.deallocate() }
        return try original.stream { (bytes) throws(SystemFailure) in
            (try? file.continues(with: bytes, buffer: buffer)) ?? false
        }
    }

    /// The regular file at the path, if it is of this size.
    private func standing(_ path: String, size: Int) -> OpenFile? {
        guard let file = try? OpenFile(reading: path, in: descriptor, following: false),
            let facts = try? file.facts(), facts.kind == .file, facts.size == size
        else { return nil }
        return file
    }
}
