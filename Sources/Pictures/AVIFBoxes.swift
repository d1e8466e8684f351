/// Looks through the boxes of an AVIF (ISO/IEC 14496-12) for notes.
///
/// Notes are among the data of the picture there, with their offsets in a list: they cannot be taken out without
/// writing all of it again. Most programs that write AVIF leave them out.
enum AVIFBoxes {
    private static let brands: Set = ["avif", "avis"]
    private static let known: Set = ["ftyp", "meta", "moov", "mdat", "free", "skip"]
    private static let mostBoxes = 10_000

    static func published(of window: inout ByteWindow) throws(PictureFlaw) -> PublishedBytes {
        let boxes = try ISOBox.all(in: 0..<window.size, of: &window)
        guard let type = boxes.first, type.name == "ftyp", try isAVIF(type, in: &window) else {
            throw .otherFormat("a HEIC picture or a film")
        }
        guard boxes.contains(where: { $0.name == "meta" }) else { throw .endsEarly }
        for box in boxes {
            if !known.contains(box.name) { throw .keepsNotes }
            if box.name == "meta", try hasNotes(box, in: &window) { throw .keepsNotes }
            if box.name == "moov", try hasNotes(inFilm: box, of: &window) { throw .keepsNotes }
        }
        return PublishedBytes(allOf: window.size)
    }

    private static func isAVIF(_ type: ISOBox, in window: inout ByteWindow) throws(PictureFlaw) -> Bool {
        // A brand, a version, then brands that it is compatible with.
        let count = min(type.payload.count, 256)
        let names = Array(try window.bytes(at: type.payload.lowerBound, count: count))
        return stride(from: 0, to: count - 3, by: 4).contains {
            brands.contains(String(decoding: names[$0..<$0 + 4], as: UTF8.self))
        }
    }

    /// Whether the list of items has Exif, XMP or another text, or the box holds a note itself.
    private static func hasNotes(_ meta: ISOBox, in window: inout ByteWindow) throws(PictureFlaw) -> Bool {
        guard meta.payload.count >= 4 else { throw .broken }
        let inner = try ISOBox.all(in: meta.payload.dropFirst(4), of: &window)
        if inner.contains(where: { ["xml ", "bxml", "uuid", "udta"].contains($0.name) }) { return true }
        for list in inner where list.name == "iinf" {
            let version = try window.byte(at: list.payload.lowerBound)
            let head = version == 0 ? 6 : 8
            guard list.payload.count >= head else { throw .broken }
            for item in try ISOBox.all(in: list.payload.dropFirst(head), of: &window) where item.name == "infe" {
                // Versions before 2 have no type; 3 has a longer number.
                let version = try window.byte(at: item.payload.lowerBound)
                let offset = item.payload.lowerBound + (version == 3 ? 10 : 8)
                guard version >= 2, offset + 4 <= item.payload.upperBound else { return true }
                if ["Exif", "mime", "uri "].contains(where: { window.has($0, at: offset) }) { return true }
            }
        }
        return false
    }

    /// Whether there is a box that says something about the film on any level of nested boxes.
    private static func hasNotes(inFilm film: ISOBox, of window: inout ByteWindow) throws(PictureFlaw) -> Bool {
        var pending = [film]
        var count = 0
        while let box = pending.popLast() {
            for inner in try ISOBox.all(in: box.payload, of: &window) {
                if ["udta", "meta", "uuid"].contains(inner.name) { return true }
                if ["trak", "mdia", "minf"].contains(inner.name) { pending.append(inner) }
                count += 1
                if count > mostBoxes { throw .tooManyParts }
            }
        }
        return false
    }
}
