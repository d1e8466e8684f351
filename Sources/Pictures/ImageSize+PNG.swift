extension ImageSize {
    /// `IHDR` has the sides. Chunks up to the picture are looked through for an orientation; browsers leave one aside
    /// that comes after it.
    static func png(_ bytes: HeaderBytes) -> ImageSize? {
        guard bytes.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0), bytes.has([0, 0, 0, 13], at: 8),
            bytes.has("IHDR", at: 12),
            let size = ImageSize(bytes.number(at: 16, size: 4, .big), bytes.number(at: 20, size: 4, .big))
        else { return nil }
        var exif: HeaderBytes?
        // After the signature and the whole of `IHDR`.
        var offset = 33
        while !bytes.has("IDAT", at: offset + 4) {
            // The comparison also keeps the sum below from overflowing, whatever the length claims to be.
            guard let length = bytes.number(at: offset, size: 4, .big), length <= bytes.count else { return nil }
            if bytes.has("eXIf", at: offset + 4) {
                guard let chunk = bytes.part(at: offset + 8, count: length) else { return nil }
                exif = exif ?? chunk
            }
            // Length, type and checksum have four bytes each.
            offset += length + 12
        }
        return size.turned(by: exif)
    }
}
