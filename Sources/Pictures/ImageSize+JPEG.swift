extension ImageSize {
    /// Walks the segments up to the picture: the frame header has the sides, and Exif, before or after it, may turn
    /// them. Only then is the size certain.
    static func jpeg(_ bytes: HeaderBytes) -> ImageSize? {
        guard bytes.has([0xFF, 0xD8], at: 0) else { return nil }
        var offset = 2
        var size: ImageSize?
        var exif: HeaderBytes?
        while let marker = marker(in: bytes, from: &offset) {
            if isStandalone(marker) { continue }
            // The length counts its own two bytes.
            guard marker != endOfImage, let length = bytes.number(at: offset, size: 2, .big), length >= 2 else {
                return nil
            }
            if marker == startOfScan { return size?.turned(by: exif) }
            guard let segment = bytes.part(at: offset + 2, count: length - 2) else { return nil }
            if isFrame(marker) {
                guard size == nil, let found = frameSize(segment) else { return nil }
                size = found
            } else if marker == application1, exif == nil, segment.has("Exif\0", at: 0) {
                // Without these five bytes and the one that fills them up.
                exif = segment.part(at: 6, count: segment.count - 6)
            }
            offset += length
        }
        return nil
    }

    private static let endOfImage: UInt8 = 0xD9
    private static let startOfScan: UInt8 = 0xDA
    /// Holds Exif, and other things such as XMP.
    private static let application1: UInt8 = 0xE1

    /// The next `FF` with what follows it. Skips what is between segments, as decoders do: some cameras fill up with
    /// zeros, and before a marker there may be any number of `FF`.
    ///
    /// - Parameter offset: moves to just after the marker.
    private static func marker(in bytes: HeaderBytes, from offset: inout Int) -> UInt8? {
        var last: UInt8 = 0
        while let byte = bytes[offset] {
            offset += 1
            if last == 0xFF, byte != 0xFF, byte != 0 { return byte }
            last = byte
        }
        return nil
    }

    /// Markers without a length: `TEM` and the restarts.
    private static func isStandalone(_ marker: UInt8) -> Bool { marker == 0x01 || (0xD0...0xD7).contains(marker) }

    /// The sixteen kinds of frame less tables (`C4`, `CC`) and a number kept free (`C8`).
    private static func isFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
    }

    /// After one byte of precision. A height of zero, which is stated only after the picture, counts as unknown.
    private static func frameSize(_ segment: HeaderBytes) -> ImageSize? {
        ImageSize(segment.number(at: 3, size: 2, .big), segment.number(at: 1, size: 2, .big))
    }
}
