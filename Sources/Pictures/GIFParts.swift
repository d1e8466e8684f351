/// The blocks of a GIF (version 89a) that make up the picture.
///
/// Kept: pictures, how long each stays, how often they are repeated, and the colour profile. Dropped: comments, XMP and
/// every other note of a program, and whatever follows the end.
enum GIFParts {
    private static let picture: UInt8 = 0x2C, extensionBlock: UInt8 = 0x21, end: UInt8 = 0x3B
    private static let control: UInt8 = 0xF9, plainText: UInt8 = 0x01, application: UInt8 = 0xFF
    /// Of programs: what says how often a film is repeated, and the colour profile.
    private static let keptApplications: [StaticString] = ["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"]

    static func published(of window: inout ByteWindow) throws(PictureFlaw) -> PublishedBytes {
        var published = PublishedBytes()
        var offset = 13
        offset += colours(try window.byte(at: 10))
        guard offset <= window.size else { throw .endsEarly }
        try published.keep(0..<offset)
        var hasPicture = false
        while offset < window.size {
            let start = offset
            var isKept = true
            switch try window.byte(at: start) {
            case picture:
                offset += 10 + colours(try window.byte(at: start + 9)) + 1
                try passBlocks(in: &window, from: &offset)
                hasPicture = true
            case extensionBlock:
                isKept = try isKeptExtension(at: start, in: &window)
                offset += 2
                try passBlocks(in: &window, from: &offset)
            case end:
                guard hasPicture else { throw .broken }
                try published.keep(start..<start + 1)
                return published
            case 0: offset += 1
            default: throw .broken
            }
            if isKept { try published.keep(start..<offset) }
        }
        // Many programs leave the end out.
        guard hasPicture else { throw .endsEarly }
        return published
    }

    /// In bytes, by the flags before it, of a table of colours.
    private static func colours(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }

    private static func isKeptExtension(at offset: Int, in window: inout ByteWindow) throws(PictureFlaw) -> Bool {
        switch try window.byte(at: offset + 1) {
        case control, plainText: return true
        case application:
            guard try window.byte(at: offset + 2) == 11 else { return false }
            return keptApplications.contains { window.has($0, at: offset + 3) }
        default: return false
        }
    }

    /// Blocks of a length and that many bytes, up to one of none.
    private static func passBlocks(in window: inout ByteWindow, from offset: inout Int) throws(PictureFlaw) {
        while true {
            let length = Int(try window.byte(at: offset))
            offset += 1 + length
            if length == 0 { return }
        }
    }
}
