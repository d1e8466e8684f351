/// The head of a file, or a part of it.
///
/// A header may be cut short or lie about its lengths, so whatever is beyond the end is `nil`, never a trap. Offsets
/// and counts are in bytes, from the first byte of the part.
struct HeaderBytes {
    enum Order {
        case big, little
    }

    private let bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    var count: Int { bytes.count }

    subscript(offset: Int) -> UInt8? {
        offset >= 0 && offset < count ? bytes[bytes.startIndex + offset] : nil
    }

    /// `nil` unless the part is there as a whole.
    func part(at offset: Int, count length: Int) -> HeaderBytes? {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
        let start = bytes.startIndex + offset
        return HeaderBytes(bytes[start..<start + length])
    }

    func has(_ text: String, at offset: Int) -> Bool { has(text.utf8, at: offset) }

    func has(_ expected: some Collection<UInt8>, at offset: Int) -> Bool {
        part(at: offset, count: expected.count)?.bytes.elementsEqual(expected) ?? false
    }

    /// An unsigned number of `size` bytes.
    func number(at offset: Int, size: Int, _ order: Order) -> Int? {
        guard let digits = part(at: offset, count: size)?.bytes else { return nil }
        return switch order {
        case .big: digits.reduce(0) { $0 << 8 | Int($1) }
        case .little: digits.reversed().reduce(0) { $0 << 8 | Int($1) }
        }
    }
}
