/// The chunks of a PNG (W3C, third edition) that make up the picture.
///
/// Kept: what the standard needs, colours and their profile, the size of a dot, the frames of an animation, and how the
/// camera was held. Dropped: texts, times, every chunk that is not known, and whatever follows the end, where some
/// programs left what was cut off a screenshot.
enum PNGParts {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// By name, the longest that a chunk may be, in bytes.
    private static let kept: [String: Int] = [
        "IHDR": 13, "PLTE": 768, "IDAT": .max, "tRNS": 256, "gAMA": 4, "cHRM": 32, "sRGB": 1, "iCCP": .max, "sBIT": 4,
        "cICP": 4, "mDCV": 24, "cLLI": 8, "bKGD": 6, "hIST": 512, "pHYs": 9, "acTL": 8, "fcTL": 26, "fdAT": .max,
    ]
    private static let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]

    static func published(of window: inout ByteWindow) throws(PictureFlaw) -> PublishedBytes {
        var published = PublishedBytes()
        try published.keep(0..<signature.count)
        var offset = signature.count
        var hasPicture = false
        guard window.has("IHDR", at: offset + 4) else { throw .broken }
        while true {
            // Length, name and checksum have four bytes each.
            let length = try window.number(at: offset, size: 4, .big)
            let name = try window.bytes(at: offset + 4, count: 4)
            let chunk = offset..<offset + 12 + length
            guard chunk.upperBound <= window.size else { throw .endsEarly }
            let text = String(decoding: name, as: UTF8.self)
            if text == "IEND" {
                guard hasPicture else { throw .broken }
                try length == 0 ? published.keep(chunk) : published.add(end)
                return published
            }
            if text == "IDAT" { hasPicture = true }
            if text == "eXIf" {
                let exif = try window.bytes(at: offset + 8, count: min(length, Orientation.mostBytes))
                if let alone = Orientation.alone(of: exif) {
                    if exif.elementsEqual(alone) {
                        try published.keep(chunk)
                    } else {
                        try published.add(Self.chunk("eXIf", alone))
                    }
                }
            } else if let most = kept[text], length <= most {
                try published.keep(chunk)
            } else if name.first! & 0x20 == 0 || !name.allSatisfy(isLetter) {
                // A picture without what is not known here, and is needed, would be another one.
                throw .broken
            }
            offset = chunk.upperBound
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        big(UInt32(data.count)) + name.utf8 + data + big(checksum(Array(name.utf8) + data))
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// CRC-32 (PNG, annex D), for the few bytes that are written here.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
        }
    }
}
