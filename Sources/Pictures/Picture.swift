/// Pictures: bytes of a picture → its size, and what of it may be published; of a film, whether it says where it was
/// made.
///
/// A photo says where, when and with what it was taken, and may hold what was cut off it. None of that is published:
/// all that is kept is what a browser needs to show the picture as it is, its colour profile and how the camera was
/// held. The picture itself is not decoded; its bytes stay as they are. What is kept is listed, format by format, and
/// all else goes, since nobody knows all that programs write.
///
/// Knows bytes alone, no names of files.
///
///     let published = try Picture.published(of: MemoryBytes(bytes))  // throws where that is unknown
///     let isAsItWas = published.isAll(of: bytes.count)
package enum Picture {
    /// What may be published of a picture. The bytes say of which format it is.
    ///
    /// - Throws: why it is better left out.
    package static func published(of file: some ByteSource) throws(PictureFlaw) -> PublishedBytes {
        var window = ByteWindow(file)
        if window.size == 0 { throw .empty }
        if window.has("GIF87a", at: 0) || window.has("GIF89a", at: 0) { return try GIFParts.published(of: &window) }
        let start = (try? window.bytes(at: 0, count: min(window.size, 16))) ?? []
        if start.starts(with: [0xFF, 0xD8, 0xFF]) { return try JPEGParts.published(of: &window) }
        if start.starts(with: PNGParts.signature) { return try PNGParts.published(of: &window) }
        if window.has("RIFF", at: 0), window.has("WEBP", at: 8) { return try WebPParts.published(of: &window) }
        if window.has("ftyp", at: 4) { return try AVIFBoxes.published(of: &window) }
        throw otherFormat(of: &window, start)
    }

    /// Files of other kinds that sometimes have the name of a picture.
    private static func otherFormat(of window: inout ByteWindow, _ start: ArraySlice<UInt8>) -> PictureFlaw {
        if start.starts(with: "II*\0".utf8) || start.starts(with: "MM\0*".utf8) { return .otherFormat("a TIFF file") }
        if start.starts(with: "BM".utf8) { return .otherFormat("a BMP file") }
        if start.starts(with: "%PDF".utf8) { return .otherFormat("a PDF file") }
        if window.has("version https://git-lfs", at: 0) {
            return .otherFormat("a Git LFS pointer in place of the picture, which was not fetched")
        }
        let text = start.drop { $0 <= 0x20 }
        if text.first == UInt8(ascii: "<") {
            return .otherFormat(window.has("<svg", at: 0) ? "an SVG file" : "a web page or an SVG file")
        }
        return .otherFormat("no picture")
    }
}
