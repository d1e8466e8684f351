/// The chunks of a WebP (RFC 9649) that make up the picture.
///
/// Kept: the picture, its transparency, its frames and its colour profile, and how the camera was held. Dropped: Exif
/// and XMP, every chunk that is not known, and whatever follows the end. The head says what is still there.
enum WebPParts {
    private struct Chunk {
        let name: String
        /// With name and length, and the byte that fills up an odd length.
        let range: Range<Int>
        let payload: Range<Int>
    }

    private static let simple: Set = ["VP8 ", "VP8L"]
    private static let extended: Set = ["VP8X", "ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L"]
    private static let ofFrame: Set = ["ALPH", "VP8 ", "VP8L"]
    private static let exifFlag: UInt8 = 0x08, xmpFlag: UInt8 = 0x04
    /// Before the chunks of a file, and those of a frame.
    private static let headSize = 12, frameHeadSize = 16
    private static let mostChunks = 50_000

    static func published(of window: inout ByteWindow) throws(PictureFlaw) -> PublishedBytes {
        let end = try window.number(at: 4, size: 4, .little) + 8
        // Some programs leave the last byte out, which only fills up.
        guard end <= window.size + 1 else { throw .endsEarly }
        guard end >= headSize, window.size >= headSize else { throw .broken }
        let chunks = try chunks(in: headSize..<min(end, window.size), of: &window)
        guard let first = chunks.first else { throw .endsEarly }
        var body = PublishedBytes()
        if simple.contains(first.name) {
            try body.keep(first.range)
        } else if first.name == "VP8X", first.payload.count == 10 {
            try addExtended(chunks, to: &body, of: &window)
        } else {
            throw .broken
        }
        var published = PublishedBytes()
        let size = little(body.size + 4)
        if try window.bytes(at: 4, count: 4).elementsEqual(size) {
            try published.keep(0..<headSize)
        } else {
            try published.add(Array("RIFF".utf8) + size + "WEBP".utf8)
        }
        try published.append(body)
        return published
    }

    private static func addExtended(
        _ chunks: [Chunk], to body: inout PublishedBytes, of window: inout ByteWindow
    ) throws(PictureFlaw) {
        guard chunks.contains(where: { $0.name == "ANMF" || simple.contains($0.name) }) else { throw .endsEarly }
        let exif = chunks.first { $0.name == "EXIF" }
        let orientation = exif == nil ? nil : try orientation(in: exif!, of: &window)
        for (index, chunk) in chunks.enumerated() {
            if index == 0 {
                try addHead(chunk, hasExif: orientation != nil, to: &body, of: &window)
            } else if chunk.name == "ANMF" {
                try addFrame(chunk, to: &body, of: &window)
            } else if extended.contains(chunk.name) {
                try body.keep(chunk.range)
            } else if let orientation, chunk.range == exif?.range {
                if try window.bytes(at: chunk.payload.lowerBound, count: min(chunk.payload.count, orientation.count))
                    .elementsEqual(orientation), chunk.payload.count == orientation.count
                {
                    try body.keep(chunk.range)
                } else {
                    try body.add(Array("EXIF".utf8) + little(orientation.count) + orientation)
                }
            }
        }
    }

    /// Some programs begin the chunk as JPEG does.
    private static func orientation(
        in chunk: Chunk, of window: inout ByteWindow
    ) throws(PictureFlaw) -> [UInt8]? {
        let exif = try window.bytes(
            at: chunk.payload.lowerBound, count: min(chunk.payload.count, Orientation.mostBytes))
        return Orientation.alone(of: exif.starts(with: "Exif\0\0".utf8) ? exif.dropFirst(6) : exif)
    }

    private static func addHead(
        _ chunk: Chunk, hasExif: Bool, to body: inout PublishedBytes, of window: inout ByteWindow
    ) throws(PictureFlaw) {
        let flags = try window.byte(at: chunk.payload.lowerBound)
        let left = flags & ~(xmpFlag | exifFlag) | (hasExif ? exifFlag : 0)
        if left == flags { return try body.keep(chunk.range) }
        try body.keep(chunk.range.lowerBound..<chunk.payload.lowerBound)
        try body.add([left])
        try body.keep((chunk.payload.lowerBound + 1)..<chunk.range.upperBound)
    }

    private static func addFrame(
        _ frame: Chunk, to body: inout PublishedBytes, of window: inout ByteWindow
    ) throws(PictureFlaw) {
        let start = frame.payload.lowerBound + frameHeadSize
        guard start < frame.payload.upperBound else { throw .broken }
        let parts = try chunks(in: start..<frame.payload.upperBound, of: &window)
        if parts.allSatisfy({ ofFrame.contains($0.name) }) { return try body.keep(frame.range) }
        var kept = PublishedBytes()
        for part in parts where ofFrame.contains(part.name) { try kept.keep(part.range) }
        try body.add(Array("ANMF".utf8) + little(kept.size + frameHeadSize))
        try body.keep(frame.payload.lowerBound..<start)
        try body.append(kept)
        if kept.size % 2 == 1 { try body.add([0]) }
    }

    private static func chunks(in range: Range<Int>, of window: inout ByteWindow) throws(PictureFlaw) -> [Chunk] {
        var chunks: [Chunk] = []
        var offset = range.lowerBound
        // What is shorter than a head is not a chunk.
        while offset + 8 <= range.upperBound {
            if chunks.count == mostChunks { throw .tooManyParts }
            let name = String(decoding: try window.bytes(at: offset, count: 4), as: UTF8.self)
            let payload = (offset + 8)..<(offset + 8 + (try window.number(at: offset + 4, size: 4, .little)))
            guard payload.upperBound <= range.upperBound else { throw .endsEarly }
            let end = min(payload.upperBound + payload.count % 2, range.upperBound)
            chunks.append(Chunk(name: name, range: offset..<end, payload: payload))
            offset = end
        }
        return chunks
    }

    private static func little(_ number: Int) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
