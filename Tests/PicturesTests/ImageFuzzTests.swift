import SeededRandom
import Testing

@testable import Pictures

/// Whatever the bytes are, reading them ends, and what is cut off never has another size than the whole.
@Suite struct ImageFuzzTests {
    typealias Samples = ImageSamples

    static let whole: [[UInt8]] =
        Samples.real.sorted { $0.key < $1.key }.map(\.value) + [
            Samples.jpeg(3, 5, before: Samples.exifSegment(Samples.tiff(orientation: 8))),
            Samples.jpeg(3, 5, after: Samples.exifSegment(Samples.tiff(orientation: 5, "MM\0*", Samples.big))),
            Samples.png(3, 5, chunks: Samples.chunk("eXIf", Samples.tiff(orientation: 6))),
            Samples.png(
                3, 5,
                chunks: Samples.chunk("eXIf", Samples.tiff(orientation: 1))
                    + Samples.chunk("eXIf", Samples.tiff(orientation: 6))),
        ]

    @Test(arguments: whole.indices) func aHeadHasTheSizeOfTheWholeOrNone(index: Int) {
        let bytes = Self.whole[index]
        let size = ImageSize(header: bytes)
        #expect(size != nil)
        for length in bytes.indices {
            let cut = ImageSize(header: Array(bytes.prefix(length)))
            #expect(cut == nil || cut == size, "\(length) bytes")
        }
    }

    @Test(arguments: 0..<10) func randomBytesAreHarmless(seed: UInt64) {
        var random = RandomNumbers(seed: seed)
        let starts = Self.whole.map { Array($0.prefix(Int.random(in: 2...24, using: &random))) } + [[]]
        for start in starts {
            for _ in 0..<200 {
                let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
                check(start + bytes)
            }
        }
    }

    @Test(arguments: 0..<10) func changedFilesAreHarmless(seed: UInt64) {
        var random = RandomNumbers(seed: seed)
        for var bytes in Self.whole {
            for _ in 0..<200 {
                bytes[Int.random(in: bytes.indices, using: &random)] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF].randomElement(
                    using: &random)!
                check(bytes)
            }
        }
    }

    private func check(_ bytes: [UInt8]) {
        guard let size = ImageSize(header: bytes) else { return }
        #expect((1...0x7FFF_FFFF).contains(size.width) && (1...0x7FFF_FFFF).contains(size.height), "\(bytes)")
    }
}
