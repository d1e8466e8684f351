import Testing

@testable import Pictures

@Suite struct ImageSizeTests {
    typealias Samples = ImageSamples

    private func size(_ bytes: [UInt8]) -> [Int]? { ImageSize(header: bytes).map { [$0.width, $0.height] } }

    @Test(arguments: Samples.real.keys.sorted()) func realFilesAreRead(name: String) throws {
        #expect(size(try #require(Samples.real[name])) == [3, 5])
    }

    @Test func eachFormatHasItsOwnNumbers() {
        #expect(size(Samples.png(70_000, 2)) == [70_000, 2])
        #expect(size(Samples.jpeg(65_535, 300)) == [65_535, 300])
        #expect(size(Array("GIF87a".utf8) + [0x40, 0x01, 0x64, 0x00]) == [320, 100])
        #expect(size(Samples.webP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x40, 0x41, 0x64, 0xC0])) == [320, 100])
        #expect(size(Samples.webP("VP8L", [0x2F, 0xFF, 0xFF, 0xFF, 0x1F])) == [16_384, 16_384])
        #expect(size(Samples.webP("VP8L", [0x2F, 0x3F, 0xC1, 0x18, 0x00])) == [320, 100])
        #expect(size(Samples.webP("VP8X", [0, 0, 0, 0, 0x6F, 0x11, 0x01, 1, 0, 0])) == [70_000, 2])
    }

    @Test func sidesOfNothingAreNoSize() {
        for (width, height) in [(0, 5), (5, 0), (0, 0)] {
            #expect(size(Samples.png(width, height)) == nil)
            #expect(size(Samples.jpeg(width, height)) == nil)
            #expect(size("GIF89a".utf8 + Samples.little(width, 2) + Samples.little(height, 2)) == nil)
            #expect(
                size(
                    Samples.webP(
                        "VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A] + Samples.little(width, 2) + Samples.little(height, 2)))
                    == nil)
        }
        #expect(size(Samples.png(0x8000_0000, 1)) == nil)
        #expect(size(Samples.png(1, 0xFFFF_FFFF)) == nil)
        #expect(size(Samples.png(0x7FFF_FFFF, 1)) == [0x7FFF_FFFF, 1])
    }

    @Test func otherFilesHaveNoSize() {
        #expect(size([]) == nil)
        for text in [
            "x", "<svg width=\"3\" height=\"5\"/>", "%PDF-1.7", "GIF88a123456", "RIFF1234WAVEfmt 12345678901234",
            "BM123456789012345678901234",
        ] {
            #expect(size(Array(text.utf8)) == nil)
        }
        // Frames that only follow another, and a lossless picture without its signature.
        #expect(size(Samples.webP("VP8 ", [1, 0, 0, 0x9D, 0x01, 0x2A, 3, 0, 5, 0])) == nil)
        #expect(size(Samples.webP("VP8L", [0x2E, 0xFF, 0xFF, 0xFF, 0x1F])) == nil)
        #expect(size(Samples.webP("ALPH", [0, 0, 0, 0, 0x6F, 0x11, 0x01, 1, 0, 0])) == nil)
        // Apple's own variety, which browsers do not show.
        #expect(
            size(Samples.pngSignature + Samples.chunk("CgBI", [0, 0, 0, 0]) + Samples.png(3, 5).dropFirst(8)) == nil)
    }

    @Test func everyKindOfFrameCounts() {
        for marker in UInt8(0xC0)...0xCF {
            let isFrame = ![0xC4, 0xC8, 0xCC].contains(marker)
            #expect(size(Samples.jpeg(3, 5, frame: marker)) == (isFrame ? [3, 5] : nil), "\(marker)")
        }
    }

    @Test func segmentsBeforeTheFrameAreSkipped() {
        // A preview within a segment has a frame of its own.
        let preview = Samples.segment(0xE2, Samples.jpeg(160, 120))
        let comment = Samples.segment(0xFE, [])
        let fill: [UInt8] = [0xFF, 0xFF, 0xFF]
        let standalone: [UInt8] = [0xFF, 0x01, 0xFF, 0xD0, 0xFF, 0xD7]
        #expect(size(Samples.jpeg(3, 5, before: preview + comment)) == [3, 5])
        #expect(size(Samples.jpeg(3, 5, before: fill + comment + standalone, after: fill)) == [3, 5])
        #expect(size(Samples.jpeg(3, 5, before: comment + [0, 0, 0], after: [0xFF, 0, 7])) == [3, 5])
    }

    @Test func brokenJPEGsHaveNoSize() {
        #expect(size([0xFF, 0xD8] + Samples.segment(0xDA, [1, 1, 0, 0, 63, 0])) == nil)
        #expect(size(Samples.jpeg(3, 5, before: [0xFF, 0xD9])) == nil)
        #expect(size(Samples.jpeg(3, 5, before: Samples.segment(0xC0, [8, 0, 7, 0, 9, 1, 1, 0x11, 0]))) == nil)
        for length: UInt8 in [0, 1] { #expect(size(Samples.jpeg(3, 5, before: [0xFF, 0xE0, 0, length])) == nil) }
        #expect(size(Samples.jpeg(3, 5, before: [0xFF, 0xE0, 0xFF, 0xFF])) == nil)
        #expect(size([0xFF, 0xD8] + Samples.segment(0xC0, [8, 0, 5, 0]) + Samples.segment(0xDA, [])) == nil)
    }

    @Test func aPNGIsReadUpToItsPicture() {
        let text = Samples.chunk("tEXt", Array("Title\0A board".utf8))
        #expect(size(Samples.png(3, 5, chunks: text + text)) == [3, 5])
        #expect(size(Samples.png(3, 5, chunks: [0xFF, 0xFF, 0xFF, 0xFF] + "tEXt".utf8)) == nil)
        #expect(size(Samples.png(3, 5, chunks: [0x7F, 0xFF, 0xFF, 0xFF] + "eXIf".utf8)) == nil)
    }
}
