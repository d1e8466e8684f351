/// A box of a file that is made of boxes (ISO/IEC 14496-12): a film, an AVIF or a HEIC.
struct ISOBox {
    let name: String
    let payload: Range<Int>

    private static let most = 10_000

    /// The boxes that fill a range.
    ///
    /// - Throws: where the last one does not end with it, and where there are more than in any picture.
    static func all(in range: Range<Int>, of window: inout ByteWindow) throws(PictureFlaw) -> [ISOBox] {
        var boxes: [ISOBox] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            if boxes.count == most { throw .tooManyParts }
            let box = try ISOBox(at: offset, in: range, of: &window)
            boxes.append(box)
            offset = box.payload.upperBound
        }
        return boxes
    }

    /// Those that are whole, up to the first that is not.
    static func readable(in range: Range<Int>, of window: inout ByteWindow) -> [ISOBox] {
        var boxes: [ISOBox] = []
        var offset = range.lowerBound
        while offset < range.upperBound, boxes.count < most,
            let box = try? ISOBox(at: offset, in: range, of: &window)
        {
            boxes.append(box)
            offset = box.payload.upperBound
        }
        return boxes
    }

    private init(at offset: Int, in range: Range<Int>, of window: inout ByteWindow) throws(PictureFlaw) {
        guard offset + 8 <= range.upperBound else { throw .endsEarly }
        var size = try window.number(at: offset, size: 4, .big)
        name = String(decoding: try window.bytes(at: offset + 4, count: 4), as: UTF8.self)
        var head = 8
        if size == 1 {
            // Its first byte would be that of a size beyond all disks.
            guard try window.byte(at: offset + 8) == 0 else { throw .endsEarly }
            size = try window.number(at: offset + 9, size: 7, .big)
            head = 16
        } else if size == 0 {
            size = range.upperBound - offset
        }
        guard size >= head else { throw .broken }
        guard size <= range.upperBound - offset else { throw .endsEarly }
        payload = (offset + head)..<(offset + size)
    }
}
