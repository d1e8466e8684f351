/// The segments of a JPEG (ITU-T T.81, annex B) that make up the picture.
///
/// Kept: tables, frames, scans; of application segments the colour profile (`ICC_PROFILE`), how colours are coded
/// (`JFIF`, `Adobe`) and how the camera was held. Dropped: every other one, comments, and whatever follows the end of
/// the picture, where phones put a film or further pictures.
struct JPEGParts {
    private var published = PublishedBytes()
    private var hasScan = false
    /// Whether coded data may come before the next marker.
    private var isInScan = false
    private var hasExif = false

    private static let end: UInt8 = 0xD9, scan: UInt8 = 0xDA

    static func published(of window: inout ByteWindow) throws(PictureFlaw) -> PublishedBytes {
        var parts = JPEGParts()
        try parts.published.keep(0..<2)
        var offset = 2
        while try parts.take(&window, from: &offset) {}
        return parts.published
    }

    /// Takes the data before the next marker, the marker and its segment.
    ///
    /// - Returns: whether more is to come.
    private mutating func take(_ window: inout ByteWindow, from offset: inout Int) throws(PictureFlaw) -> Bool {
        let (marker, start) = try nextMarker(in: &window, from: offset)
        let isKept = isInScan ? true : try Self.isFill(offset..<start, in: &window)
        if isKept { try published.keep(offset..<start) }
        offset = start + 2
        if Self.isStandalone(marker) {
            try published.keep(start..<offset)
            return true
        }
        if marker == Self.end {
            guard hasScan else { throw .broken }
            try published.keep(start..<offset)
            return false
        }
        // The length counts its own two bytes.
        let length = try window.number(at: offset, size: 2, .big)
        guard length >= 2 else { throw .broken }
        let payload = try window.bytes(at: offset + 2, count: length - 2)
        offset += length
        isInScan = marker == Self.scan
        if isInScan { hasScan = true }
        try take(marker, start..<offset, payload)
        return true
    }

    private mutating func take(
        _ marker: UInt8, _ segment: Range<Int>, _ payload: ArraySlice<UInt8>
    ) throws(PictureFlaw) {
        switch marker {
        case 0xE0 where payload.starts(with: "JFIF\0".utf8) && payload.count >= Self.jfifSize:
            // Without the preview, whose sides come last.
            try replace(segment, marker, payload, by: payload.prefix(Self.jfifSize - 2) + [0, 0])
        case 0xE1 where payload.starts(with: "Exif\0".utf8):
            if !hasExif, let alone = Orientation.alone(of: payload.dropFirst(6)) {
                try replace(segment, marker, payload, by: Array("Exif\0\0".utf8) + alone)
            }
            // Browsers go by the first, whatever it says.
            hasExif = true
        case 0xE2 where payload.starts(with: "ICC_PROFILE\0".utf8): try published.keep(segment)
        case 0xEE where payload.starts(with: "Adobe".utf8) && payload.count >= Self.adobeSize:
            try replace(segment, marker, payload, by: Array(payload.prefix(Self.adobeSize)))
        case 0xE0...0xEF, 0xFE: return
        default:
            guard Self.isPictures(marker, payload) else { throw .broken }
            try published.keep(segment)
        }
    }

    private static let jfifSize = 14, adobeSize = 12

    private mutating func replace(
        _ segment: Range<Int>, _ marker: UInt8, _ payload: ArraySlice<UInt8>, by kept: some Collection<UInt8>
    ) throws(PictureFlaw) {
        if payload.elementsEqual(kept) { return try published.keep(segment) }
        let length = kept.count + 2
        try published.add([0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + kept)
    }

    /// The next `FF` with what follows it. Skips what is between segments, as decoders do.
    ///
    /// - Returns: the marker, and the offset of the `FF` just before it.
    private func nextMarker(
        in window: inout ByteWindow, from offset: Int
    ) throws(PictureFlaw) -> (marker: UInt8, start: Int) {
        var offset = offset
        while true {
            offset = try window.offset(of: 0xFF, from: offset)
            var next = try window.byte(at: offset + 1)
            while next == 0xFF {
                offset += 1
                next = try window.byte(at: offset + 1)
            }
            if next != 0, !(isInScan && Self.isRestart(next)) { return (next, offset) }
            offset += 2
        }
    }

    /// Whether there is nothing of meaning between two segments: some cameras fill up with zeros.
    private static func isFill(_ range: Range<Int>, in window: inout ByteWindow) throws(PictureFlaw) -> Bool {
        for offset in range {
            let byte = try window.byte(at: offset)
            if byte != 0, byte != 0xFF { return false }
        }
        return true
    }

    /// Markers without a length: `TEM` and the restarts.
    private static func isStandalone(_ marker: UInt8) -> Bool { marker == 0x01 || isRestart(marker) }

    private static func isRestart(_ marker: UInt8) -> Bool { (0xD0...0xD7).contains(marker) }

    /// Whether a segment belongs to the picture and holds what its kind says: nothing else is to pass for a table.
    private static func isPictures(_ marker: UInt8, _ payload: ArraySlice<UInt8>) -> Bool {
        let at = { payload[payload.startIndex + $0] }
        switch marker {
        case 0xC4:
            return hasRoom(payload, head: 17) { table in table.dropFirst().prefix(16).reduce(0) { $0 + Int($1) } }
        case 0xDB: return hasRoom(payload, head: 1) { table in table.first! >> 4 == 0 ? 64 : 128 }
        case 0xC8: return false
        case 0xCC: return payload.count % 2 == 0
        case 0xC0...0xCF: return payload.count >= 6 && payload.count == 6 + 3 * Int(at(5))
        case scan: return payload.count >= 1 && payload.count == 4 + 2 * Int(at(0))
        case 0xDC, 0xDD: return payload.count == 2
        default: return false
        }
    }

    /// Whether a segment is made of whole tables.
    ///
    /// - Parameter rest: how many bytes follow the head of a table.
    private static func hasRoom(
        _ payload: ArraySlice<UInt8>, head: Int, rest: (ArraySlice<UInt8>) -> Int
    ) -> Bool {
        var left = payload
        while left.count >= head, !left.isEmpty {
            let size = head + rest(left)
            guard size <= left.count else { return false }
            left = left.dropFirst(size)
        }
        return left.isEmpty
    }
}
