/// Width and height of an image in pixels, as a browser shows it, so that a page keeps room for it while it loads.
///
///     let size = ImageSize(header: Array("GIF89a".utf8) + [64, 1, 100, 0])  // 320 × 100
public struct ImageSize: Sendable, Equatable {
    /// At least 1, at most 2³¹ − 1, like `height`.
    public let width: Int
    public let height: Int

    /// Reads the header of a PNG, JPEG, GIF or WebP file. The bytes say which it is; the name of a file may be wrong.
    ///
    /// - Parameter bytes: the file from its first byte, as much of it as there is.
    /// - Returns: `nil` when these bytes are of another type, or broken, or too few to be sure.
    public init?(header bytes: [UInt8]) {
        let bytes = HeaderBytes(bytes)
        guard let size = Self.png(bytes) ?? Self.jpeg(bytes) ?? Self.gif(bytes) ?? Self.webP(bytes) else { return nil }
        self = size
    }

    /// `nil` when a side is not known, is empty, or is longer than any of the formats allows.
    package init?(_ width: Int?, _ height: Int?) {
        let sides = 1...0x7FFF_FFFF
        guard let width, let height, sides.contains(width), sides.contains(height) else { return nil }
        self.width = width
        self.height = height
    }

    /// The size after a browser has turned the image as its camera was held.
    func turned(by exif: HeaderBytes?) -> ImageSize? {
        guard let orientation = exif.flatMap(Exif.orientation), (5...8).contains(orientation) else { return self }
        return ImageSize(height, width)
    }

    /// The screen. Browsers enlarge it for a first frame that does not fit, which no sound file has.
    private static func gif(_ bytes: HeaderBytes) -> ImageSize? {
        guard bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0) else { return nil }
        return ImageSize(bytes.number(at: 6, size: 2, .little), bytes.number(at: 8, size: 2, .little))
    }

    /// Ignores an Exif orientation, as browsers do: it comes after the picture, when much of that is shown.
    private static func webP(_ bytes: HeaderBytes) -> ImageSize? {
        guard bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) else { return nil }
        if bytes.has("VP8 ", at: 12) { return lossyWebP(bytes) }
        if bytes.has("VP8L", at: 12) { return losslessWebP(bytes) }
        if bytes.has("VP8X", at: 12) { return extendedWebP(bytes) }
        return nil
    }

    /// A key frame, its start code, then two sides of 14 bits, each below 2 bits of scale (RFC 6386, 9.1).
    private static func lossyWebP(_ bytes: HeaderBytes) -> ImageSize? {
        guard let tag = bytes[20], tag & 1 == 0, bytes.has([0x9D, 0x01, 0x2A], at: 23),
            let width = bytes.number(at: 26, size: 2, .little), let height = bytes.number(at: 28, size: 2, .little)
        else { return nil }
        return ImageSize(width & 0x3FFF, height & 0x3FFF)
    }

    /// A signature, then both sides less one, of 14 bits each (RFC 9649, 3.4).
    private static func losslessWebP(_ bytes: HeaderBytes) -> ImageSize? {
        guard bytes[20] == 0x2F, let sides = bytes.number(at: 21, size: 4, .little) else { return nil }
        return ImageSize((sides & 0x3FFF) + 1, (sides >> 14 & 0x3FFF) + 1)
    }

    /// Flags, then both sides of the canvas less one, of 24 bits each (RFC 9649, 2.7).
    private static func extendedWebP(_ bytes: HeaderBytes) -> ImageSize? {
        guard let width = bytes.number(at: 24, size: 3, .little), let height = bytes.number(at: 27, size: 3, .little)
        else { return nil }
        return ImageSize(width + 1, height + 1)
    }
}
