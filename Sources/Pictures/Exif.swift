/// What a camera noted in an image: here only how it was held. The rules are those of browsers, which turn images by
/// this note and ignore one that is not written exactly as the standard asks.
enum Exif {
    private static let tag = 0x0112
    /// The type of numbers of 16 bits.
    private static let short = 3

    /// - Parameter bytes: a TIFF file, as which Exif is written: byte order, the offset of a first list of entries,
    ///   then somewhere that list. Offsets count from the first byte.
    /// - Returns: the orientation, 1 to 8 where the standard is kept to; 5 to 8 are turned by a quarter. `nil` when the
    ///   first entry for it is not as it should be, or there is none.
    static func orientation(_ bytes: HeaderBytes) -> Int? {
        guard let order = byteOrder(bytes), let list = bytes.number(at: 4, size: 4, order), list <= bytes.count,
            let count = bytes.number(at: list, size: 2, order)
        else { return nil }
        // An entry: tag and type of two bytes, then number of values and value of four.
        for entry in (0..<count).lazy.map({ list + 2 + 12 * $0 }) {
            guard let found = bytes.number(at: entry, size: 2, order) else { return nil }
            guard found == tag else { continue }
            guard bytes.number(at: entry + 2, size: 2, order) == short, bytes.number(at: entry + 4, size: 4, order) == 1
            else { return nil }
            return bytes.number(at: entry + 8, size: 2, order)
        }
        return nil
    }

    private static func byteOrder(_ bytes: HeaderBytes) -> HeaderBytes.Order? {
        if bytes.has("II*\0", at: 0) { return .little }
        if bytes.has("MM\0*", at: 0) { return .big }
        return nil
    }
}
