import Testing

@testable import Pictures

/// Browsers turn an image by its Exif orientation; what is expected here was compared with what Chromium shows.
@Suite struct ExifTests {
    typealias Samples = ImageSamples

    private func isTurned(_ bytes: [UInt8]) -> Bool? { ImageSize(header: bytes).map { $0 == ImageSize(5, 3) } }

    private func isTurned(by tiff: [UInt8]) -> Bool? { isTurned(Samples.jpeg(3, 5, before: Samples.exifSegment(tiff))) }

    @Test(arguments: 0...9) func quarterTurnsSwapTheSides(orientation: Int) {
        let isQuarter = (5...8).contains(orientation)
        let little = Samples.tiff(orientation: orientation)
        let big = Samples.tiff(orientation: orientation, "MM\0*", Samples.big)
        for tiff in [little, big] {
            #expect(isTurned(by: tiff) == isQuarter)
            #expect(isTurned(Samples.png(3, 5, chunks: Samples.chunk("eXIf", tiff))) == isQuarter)
        }
    }

    @Test func itMayStandOnEitherSideOfTheFrame() {
        let sideways = Samples.exifSegment(Samples.tiff(orientation: 6))
        let upright = Samples.exifSegment(Samples.tiff(orientation: 1))
        #expect(isTurned(Samples.jpeg(3, 5, after: sideways)) == true)
        #expect(isTurned(Samples.jpeg(3, 5, before: sideways + upright)) == true)
        #expect(isTurned(Samples.jpeg(3, 5, before: upright, after: sideways)) == false)
    }

    @Test func otherUsesOfItsSegmentDoNotCount() {
        let xmp = Samples.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Samples.tiff(orientation: 6))
        #expect(isTurned(Samples.jpeg(3, 5, before: xmp)) == false)
        #expect(isTurned(Samples.jpeg(3, 5, before: xmp + Samples.exifSegment(Samples.tiff(orientation: 6)))) == true)
    }

    @Test func onlyWhatIsWrittenByTheStandardCounts() {
        #expect(isTurned(by: Samples.tiff(orientation: 6, type: 4)) == false)
        #expect(isTurned(by: Samples.tiff(orientation: 6, type: 1)) == false)
        #expect(isTurned(by: Samples.tiff(orientation: 6, count: 2)) == false)
        // Numbers in the other order than the start says.
        #expect(isTurned(by: Samples.tiff(orientation: 6, "MM\0*")) == false)
        #expect(isTurned(by: Samples.tiff(orientation: 6, "XX*\0")) == false)
    }

    @Test func aPNGIsTurnedOnlyByWhatComesBeforeItsPicture() {
        let exif = Samples.chunk("eXIf", Samples.tiff(orientation: 6))
        #expect(isTurned(Samples.png(3, 5, chunks: Samples.chunk("gAMA", [0, 0, 0, 1]) + exif)) == true)
        #expect(isTurned(Samples.png(3, 5) + exif) == false)
    }

    @Test func aWebPIsNotTurned() {
        let exif = "EXIF".utf8 + Samples.little(38, 4) + Samples.tiff(orientation: 6)
        #expect(isTurned(Samples.webP("VP8X", [8, 0, 0, 0, 2, 0, 0, 4, 0, 0] + exif)) == false)
    }

    @Test func offsetsThatLeadAstrayAreHarmless() {
        for list in [0, 1, 38, 39, 0x7FFF_FFFF, 0xFFFF_FFFF] {
            #expect(
                isTurned(by: "II*\0".utf8 + Samples.little(list, 4) + Samples.tiff(orientation: 6).dropFirst(8))
                    == false, "\(list)")
        }
        // A list that says it has 65,535 entries.
        #expect(
            isTurned(by: "II*\0".utf8 + Samples.little(8, 4) + [0xFF, 0xFF] + [UInt8](repeating: 0, count: 60)) == false
        )
    }

    @Test func aShortSegmentIsHarmless() {
        let tiff = Samples.tiff(orientation: 6)
        for length in 0..<tiff.count {
            let isWhole = length >= 8 + 2 + 12 + 10
            #expect(isTurned(by: Array(tiff.prefix(length))) == isWhole, "\(length)")
        }
        for payload in ["Exif", "Exif\0", "Exif\0\0"] {
            #expect(isTurned(Samples.jpeg(3, 5, before: Samples.segment(0xE1, Array(payload.utf8)))) == false)
        }
    }
}
