import Testing

@testable import Pictures

/// What is published of a picture, as bytes.
func published(_ bytes: [UInt8]) throws(PictureFlaw) -> [UInt8] {
    let parts = try Picture.published(of: MemoryBytes(bytes))
    var out: [UInt8] = []
    parts.forEach(in: 0..<parts.size) {
        out += bytes[$0]
    } own: {
        out += $0
    }
    return out
}

func flaw(_ bytes: [UInt8]) -> PictureFlaw? {
    do throws(PictureFlaw) {
        _ = try published(bytes)
        return nil
    } catch { return error }
}

extension ImageSamples {
    static let names = real.keys.sorted()

    /// Exif that says how the camera was held and nothing else, as it is written here.
    static func heldAlone(_ orientation: UInt8) -> [UInt8] {
        "II*\0".utf8 + [8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
    }

    static let baseline = real["baseline JPEG"]!

    /// A whole JPEG with segments after its first marker, and more after its end.
    static func photo(_ segments: [UInt8], behind: [UInt8] = []) -> [UInt8] {
        baseline.prefix(2) + segments + baseline.dropFirst(2) + behind
    }

    /// A whole PNG with chunks after its head.
    static func drawing(_ chunks: [UInt8], beforeEnd: [UInt8] = [], behind: [UInt8] = []) -> [UInt8] {
        let png = real["PNG"]!
        return png.prefix(33) + chunks + png.dropFirst(33).dropLast(12) + beforeEnd + png.suffix(12) + behind
    }

    static func chunkOfWebP(_ name: String, _ data: [UInt8]) -> [UInt8] {
        name.utf8 + little(data.count, 4) + data + (data.count % 2 == 0 ? [] : [0])
    }

    static func fileOfWebP(_ chunks: [UInt8]) -> [UInt8] {
        "RIFF".utf8 + little(chunks.count + 4, 4) + "WEBP".utf8 + chunks
    }

    static func box(_ name: String, _ data: [UInt8]) -> [UInt8] { big(data.count + 8, 4) + name.utf8 + data }
}
