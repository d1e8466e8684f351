/// Characters that do not belong in a page, feed or terminal: C0 except tab and line ends, DEL, C1, U+FFFE and U+FFFF,
/// which XML 1.0 leaves out.
public enum ControlBytes {
    /// Replaces each byte of such a character with a space, so that no offset moves.
    ///
    /// - Parameter start: where to begin.
    /// - Returns: the offset of the first one; `nil` when there was none, and then nothing was copied.
    @discardableResult
    public static func blank(_ bytes: inout [UInt8], from start: Int = 0) -> Int? {
        guard let first = first(in: bytes, from: start) else { return nil }
        var next: Int? = first
        while let offset = next {
            let length = length(in: bytes, at: offset)
            for i in offset..<(offset + length) { bytes[i] = 0x20 }
            next = Self.first(in: bytes, from: offset + length)
        }
        return first
    }

    private static func first(in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            suspects.withUnsafeBufferPointer { suspects in
                for i in start..<max(start, buffer.count) where suspects[Int(buffer[i])] {
                    let byte = buffer[i]
                    if byte < 0x80 || length(in: bytes, at: i) > 1 { return i }
                }
                return nil
            }
        }
    }

    /// Whether a byte is a control character, or may start one of several bytes.
    private static let suspects = (0..<256).map { byte in
        byte < 0x20 && byte != 9 && byte != 10 && byte != 13 || byte == 0x7F || byte == 0xC2 || byte == 0xEF
    }

    /// How many bytes the control character at `offset` has; 1 if none of several bytes is there.
    private static func length(in bytes: [UInt8], at offset: Int) -> Int {
        if bytes[offset] == 0xC2, offset + 1 < bytes.count, (0x80...0x9F).contains(bytes[offset + 1]) { return 2 }
        if bytes[offset] == 0xEF, offset + 2 < bytes.count, bytes[offset + 1] == 0xBF, bytes[offset + 2] >= 0xBE {
            return 3
        }
        return 1
    }
}
