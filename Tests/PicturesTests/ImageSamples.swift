import Foundation

/// Small image files: real ones of 3 × 5 pixels, and heads of files put together from their parts.
enum ImageSamples {
    /// A picture of each kind, as an image editor writes it.
    static let real: [String: [UInt8]] = [
        "baseline JPEG":
            "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI//////////////////////"
            + "//////////////////////////////wAALCAAFAAMBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAA"
            + "AAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z",
        "progressive JPEG":
            "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI//////////////////////"
            + "//////////////////////////////wgALCAAFAAMBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAAAAF/"
            + "/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABBQJ//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAGPwJ//8"
            + "QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPyF//9oACAEBAAAAEH//xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oA"
            + "CAEBAAE/EH//2Q==",
        "PNG": "iVBORw0KGgoAAAANSUhEUgAAAAMAAAAFCAAAAAClGgl+AAAAD0lEQVQI12OsY2BgYkDFAAnSAIg9I7UKAAAAAElFTkSuQmCC",
        "GIF": "R0lGODlhAwAFAPAAAH5+fgAAACH5BAAAAAAAIf8LSW1hZ2VNYWdpY2sOZ2FtbWE9MC40NTQ1NDUALAAAAAADAAUAAAIDhI9ZADs=",
        "lossy WebP": "UklGRiQAAABXRUJQVlA4IBgAAABQAQCdASoDAAUAB0CWJaQABHQAAORAAAA=",
        "lossless WebP": "UklGRh4AAABXRUJQVlA4TBEAAAAvAgABAAdQv/rVr/+BiOh/AAA=",
        "transparent WebP":
            "UklGRkgAAABXRUJQVlA4WAoAAAAQAAAAAgAABAAAQUxQSAoAAAABB9C/iAhERP8DVlA4IBgAAAAwAQCdASoDAAUAAg"
            + "A0JaQAA3AA/vtTgAA=",
    ].mapValues { Array(Data(base64Encoded: $0)!) }

    static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A PNG up to its picture.
    /// - Parameter chunks: those between `IHDR` and the picture.
    static func png(_ width: Int, _ height: Int, chunks: [UInt8] = []) -> [UInt8] {
        pngSignature + chunk("IHDR", big(width, 4) + big(height, 4) + [8, 0, 0, 0, 0]) + chunks + chunk("IDAT", [])
    }

    /// With a checksum of zero, which nobody looks at.
    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        big(data.count, 4) + type.utf8 + data + [0, 0, 0, 0]
    }

    /// A JPEG up to its picture.
    /// - Parameter before: what comes between the first marker and the frame; `after`, between the frame and the
    ///   picture.
    static func jpeg(_ width: Int, _ height: Int, frame: UInt8 = 0xC0, before: [UInt8] = [], after: [UInt8] = [])
        -> [UInt8]
    {
        [0xFF, 0xD8] + before + segment(frame, [8] + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0]) + after
            + segment(0xDA, [1, 1, 0, 0, 63, 0])
    }

    static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
        [0xFF, marker] + big(payload.count + 2, 2) + payload
    }

    static func exifSegment(_ tiff: [UInt8]) -> [UInt8] { segment(0xE1, "Exif\0\0".utf8 + tiff) }

    /// A list of two entries: a width, then an orientation.
    /// - Parameter number: writes a number in so many bytes, in the order that the first two bytes give.
    static func tiff(
        orientation: Int, type: Int = 3, count: Int = 1, _ start: String = "II*\0",
        _ number: (Int, Int) -> [UInt8] = little
    ) -> [UInt8] {
        let width = number(0x0100, 2) + number(4, 2) + number(1, 4) + number(9, 4)
        let entry = number(0x0112, 2) + number(type, 2) + number(count, 4) + number(orientation, 2) + [0, 0]
        return start.utf8 + number(8, 4) + number(2, 2) + width + entry + number(0, 4)
    }

    static func webP(_ chunk: String, _ data: [UInt8]) -> [UInt8] {
        "RIFF".utf8 + little(data.count + 12, 4) + "WEBP".utf8 + chunk.utf8 + little(data.count, 4) + data
    }

    static func big(_ number: Int, _ size: Int) -> [UInt8] { little(number, size).reversed() }

    static func little(_ number: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
