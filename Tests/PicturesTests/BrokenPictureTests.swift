import SeededRandom
import Testing

@testable import Pictures

/// Whatever the bytes are, looking through them ends, and what is published is valid.
@Suite struct BrokenPictureTests {
    typealias Samples = ImageSamples

    static let note = Array("GPS 52.5200 13.4100".utf8)
    static let whole: [[UInt8]] =
        Samples.names.map { Samples.real[$0]! } + [
            Samples.photo(
                Samples.exifSegment(Samples.tiff(orientation: 6)) + Samples.segment(0xFE, note), behind: note),
            Samples.drawing(Samples.chunk("eXIf", Samples.tiff(orientation: 6)) + Samples.chunk("tEXt", note)),
            Samples.fileOfWebP(
                Samples.chunkOfWebP("VP8X", [0x0C, 0, 0, 0, 2, 0, 0, 4, 0, 0])
                    + Samples.real["lossy WebP"]!.dropFirst(12)
                    + Samples.chunkOfWebP("EXIF", Samples.tiff(orientation: 6)) + Samples.chunkOfWebP("XMP ", note)),
            Samples.box("ftyp", Array("avif\0\0\0\0mif1avif".utf8))
                + Samples.box("meta", [0, 0, 0, 0] + Samples.box("iinf", [0, 0, 0, 0, 0, 0]))
                + Samples.box("moov", Samples.box("trak", Samples.box("mdia", note))),
        ]

    @Test(arguments: whole.indices) func `a cut picture is left out, or is whole without its end`(index: Int) throws {
        let bytes = Self.whole[index]
        for length in bytes.indices {
            guard let cut = try? published(Array(bytes.prefix(length))) else { continue }
            #expect(try published(cut) == cut, "\(length)")
            #expect(cut.count <= length)
        }
    }

    @Test(arguments: 0..<20) func `changed bytes are harmless, and what is published needs no more changes`(
        seed: UInt64
    )
        throws
    {
        var random = RandomNumbers(seed: seed)
        for var bytes in Self.whole {
            for _ in 0..<150 {
                bytes[Int.random(in: bytes.indices, using: &random)] = [
                    0, 1, 0x7F, 0x80, 0xFE, 0xFF, UInt8.random(in: 0...255, using: &random),
                ].randomElement(using: &random)!
                guard let found = try? published(bytes) else { continue }
                #expect(try published(found) == found, "\(bytes)")
            }
        }
    }

    @Test func `false sizes do no harm`() {
        let large: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
        #expect(flaw(Samples.photo([0xFF, 0xE1, 0, 0])) == .broken)
        #expect(flaw(Samples.photo([0xFF, 0xE1, 0, 1])) == .broken)
        #expect(flaw([0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF]) == .endsEarly)
        #expect(flaw(Samples.drawing(large + "tEXt".utf8)) == .endsEarly)
        #expect(flaw("RIFF".utf8 + large + "WEBPVP8X".utf8) == .endsEarly)
        #expect(flaw(Samples.fileOfWebP("VP8X".utf8 + large)) == .endsEarly)
        #expect(flaw("RIFF".utf8 + [3, 0, 0, 0] + "WEBPVP8X".utf8) == .broken)
        let type = Samples.box("ftyp", Array("avif\0\0\0\0avif".utf8))
        #expect(flaw(type + [0, 0, 0, 1] + "meta".utf8 + large + large) == .endsEarly)
        #expect(flaw(type + [0, 0, 0, 7] + "meta".utf8) == .broken)
        #expect(flaw(type + large + "meta".utf8) == .endsEarly)
    }

    @Test func `a picture with too many parts is left out, quickly and in little memory`() {
        let pair = Samples.segment(0xFE, []) + Samples.segment(0xDD, [0, 0])
        let segments = Array(repeating: pair, count: 50_000).flatMap { $0 }
        #expect(flaw(Samples.photo(segments)) == .tooManyParts)
        let frame = Samples.chunkOfWebP("ANMF", [])
        let head = Samples.chunkOfWebP("VP8X", [2, 0, 0, 0, 2, 0, 0, 4, 0, 0])
        #expect(flaw(Samples.fileOfWebP(head + Array(repeating: frame, count: 60_000).flatMap { $0 })) == .tooManyParts)
    }

    @Test(.timeLimit(.minutes(10))) func `nothing but the first byte of a marker is passed over once`() {
        #expect(flaw([0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 2_000_000)) == .endsEarly)
        #expect(
            flaw(Array(Samples.baseline.dropLast(2)) + Array(repeating: [0xFF, 0], count: 500_000).flatMap { $0 })
                == .endsEarly)
    }

    @Test func `a file that gets shorter while it is read ends early`() {
        struct Shrinking: ByteSource {
            let size = 1_000_000
            func bytes(at offset: Int, count: Int) -> [UInt8] {
                offset == 0 ? Array((Samples.baseline + Samples.baseline).prefix(count)) : []
            }
        }
        #expect(throws: Never.self) { _ = try Picture.published(of: Shrinking()) }
        struct Gone: ByteSource {
            let size = 1_000_000
            func bytes(at offset: Int, count: Int) -> [UInt8] { [] }
        }
        #expect(throws: PictureFlaw.self) { _ = try Picture.published(of: Gone()) }
    }
}
