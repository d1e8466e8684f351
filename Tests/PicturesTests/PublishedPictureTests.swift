import Testing

@testable import Pictures

/// What is left of a picture when it is published: the picture, its colours, and how the camera was held.
@Suite struct PublishedPictureTests {
    typealias Samples = ImageSamples

    static let location = Array("GPS 52.5200 13.4100".utf8)

    @Test(arguments: Samples.names.filter { $0 != "GIF" }) func `a picture without notes stays`(name: String) throws {
        let bytes = try #require(Samples.real[name])
        #expect(try published(bytes) == bytes)
        #expect(try Picture.published(of: MemoryBytes(bytes)).isAll(of: bytes.count))
    }

    // MARK: JPEG

    @Test func `the notes of a photo are removed and the picture stays, byte for byte`() throws {
        let notes =
            Samples.exifSegment(Samples.tiff(orientation: 1))
            + Samples.segment(0xED, "Photoshop 3.0\0".utf8 + Self.location)
            + Samples.segment(0xE1, "http://ns.adobe.com/xap/1.0/\0".utf8 + Self.location)
            + Samples.segment(0xFE, Self.location)
        for marker in UInt8(0xE0)...0xEF {
            let photo = Samples.photo(notes + Samples.segment(marker, Self.location))
            #expect(try published(photo) == Samples.baseline, "\(marker)")
        }
    }

    @Test(arguments: 2...8) func `how the camera was held stays, in either order of bytes`(orientation: Int) throws {
        let expected = Samples.exifSegment(Samples.heldAlone(UInt8(orientation)))
        for tiff in [
            Samples.tiff(orientation: orientation), Samples.tiff(orientation: orientation, "MM\0*", Samples.big),
        ] {
            let photo = Samples.photo(Samples.exifSegment(tiff + Self.location))
            #expect(try published(photo) == Samples.photo(expected))
            #expect(try published(Samples.photo(expected)) == Samples.photo(expected))
        }
    }

    @Test(arguments: [0, 1, 9, 300]) func `a note that turns nothing is removed`(orientation: Int) throws {
        let photo = Samples.photo(Samples.exifSegment(Samples.tiff(orientation: orientation)))
        #expect(try published(photo) == Samples.baseline)
    }

    @Test func `the first note counts, as in browsers`() throws {
        let notes =
            Samples.exifSegment(Samples.tiff(orientation: 1)) + Samples.exifSegment(Samples.tiff(orientation: 6))
        #expect(try published(Samples.photo(notes)) == Samples.baseline)
    }

    @Test func `a colour profile and how colours are coded stay`() throws {
        let kept =
            Samples.segment(0xE2, "ICC_PROFILE\0".utf8 + [1, 1, 7, 7, 7])
            + Samples.segment(0xEE, "Adobe".utf8 + [0, 100, 0, 0, 0, 0, 1])
        #expect(try published(Samples.photo(kept)) == Samples.photo(kept))
        let more = Samples.segment(0xEE, "Adobe".utf8 + [0, 100, 0, 0, 0, 0, 1] + Self.location)
        #expect(try published(Samples.photo(more)) == Samples.photo(Array(kept.suffix(16))))
        #expect(try published(Samples.photo(Samples.segment(0xE2, "MPF\0".utf8 + Self.location))) == Samples.baseline)
    }

    @Test func `a small preview, which may show what was cut off, is removed`() throws {
        let head: [UInt8] = "JFIF\0".utf8 + [1, 1, 0, 0, 1, 0, 1]
        let photo =
            Samples.baseline.prefix(2) + Samples.segment(0xE0, head + [1, 1, 9, 9, 9]) + Samples.baseline.dropFirst(20)
        #expect(try published(Array(photo)) == Samples.baseline)
        #expect(try published(Samples.photo(Samples.segment(0xE0, "JFXX\0".utf8 + Self.location))) == Samples.baseline)
    }

    @Test func `what comes after the end, such as the film of a phone, is removed`() throws {
        let film = Samples.box("ftyp", Array("isom".utf8)) + Samples.box("moov", Self.location)
        for behind in [film, Samples.photo(Samples.exifSegment(Samples.tiff(orientation: 3))), Self.location, [0, 0]] {
            #expect(try published(Samples.photo([], behind: behind)) == Samples.baseline)
        }
    }

    @Test func `notes between scans are removed, and scans stay`() throws {
        let progressive = try #require(Samples.real["progressive JPEG"])
        let scan = try #require(
            progressive.indices.first { progressive[$0...].starts(with: [0xFF, 0xC4]) && $0 > 120 })
        let photo = progressive[..<scan] + Samples.segment(0xFE, Self.location) + progressive[scan...]
        #expect(try published(Array(photo)) == progressive)
    }

    @Test func `fill bytes stay, and what else is between segments is removed`() throws {
        let segment = Samples.segment(0xDD, [0, 0])
        for fill: [UInt8] in [[0xFF, 0xFF], [0, 0, 0]] {
            #expect(try published(Samples.photo(segment + fill)) == Samples.photo(segment + fill))
        }
        #expect(try published(Samples.photo(segment + Self.location)) == Samples.photo(segment))
    }

    @Test func `nothing passes for a table that is not one`() {
        for marker: UInt8 in [0xC0, 0xC4, 0xCC, 0xDA, 0xDB, 0xDD, 0xC8, 0xDE, 0xF0, 0x02] {
            #expect(flaw(Samples.photo(Samples.segment(marker, Self.location))) == .broken, "\(marker)")
        }
    }

    // MARK: PNG

    @Test func `texts, times and unknown parts of a screenshot are removed`() throws {
        for name in ["tEXt", "zTXt", "iTXt", "tIME", "caBX", "iDOT", "sPLT", "prVt"] {
            let chunk = Samples.chunk(name, Self.location)
            #expect(try published(Samples.drawing(chunk, beforeEnd: chunk)) == Samples.drawing([]), "\(name)")
        }
        let colours = Samples.chunk("gAMA", [0, 1, 2, 3]) + Samples.chunk("iCCP", Array("P\0\0".utf8) + [1, 2])
        #expect(try published(Samples.drawing(colours)) == Samples.drawing(colours))
        // Too long for what it says.
        #expect(try published(Samples.drawing(Samples.chunk("gAMA", Self.location))) == Samples.drawing([]))
    }

    @Test func `how a camera was held stays in a drawing, with a checksum`() throws {
        let held = Samples.chunk("eXIf", Samples.heldAlone(6)).dropLast(4) + [0xB7, 0x48, 0x11, 0x29]
        let drawing = try published(
            Samples.drawing(Samples.chunk("eXIf", Samples.tiff(orientation: 6) + Self.location)))
        #expect(drawing == Samples.drawing(Array(held)))
        #expect(try published(drawing) == drawing)
        #expect(ImageSize(header: drawing) == ImageSize(5, 3))
        #expect(
            try published(Samples.drawing(Samples.chunk("eXIf", Samples.tiff(orientation: 1)))) == Samples.drawing([]))
    }

    @Test func `what a program left after the end of a cut screenshot is removed`() throws {
        let rest = Samples.chunk("IDAT", Self.location) + Samples.chunk("IEND", [])
        #expect(try published(Samples.drawing([], behind: rest)) == Samples.drawing([]))
        let end = Samples.drawing([]).dropLast(12) + Samples.chunk("IEND", Self.location)
        #expect(try published(Array(end)) == Samples.drawing([]))
    }

    @Test func `a part that is needed and unknown makes the picture broken`() {
        #expect(flaw(Samples.drawing(Samples.chunk("NEED", []))) == .broken)
        #expect(flaw(Samples.drawing(Samples.chunk("a\0b ", []))) == .broken)
        #expect(flaw(Samples.pngSignature + Samples.chunk("CgBI", []) + Samples.drawing([]).dropFirst(8)) == .broken)
    }

    // MARK: WebP

    @Test func `Exif, XMP and unknown parts of a WebP are removed, and its head says so`() throws {
        let picture = Array(Samples.real["lossy WebP"]!.dropFirst(12))
        func file(_ flags: UInt8, _ chunks: [UInt8]) -> [UInt8] {
            Samples.fileOfWebP(Samples.chunkOfWebP("VP8X", [flags, 0, 0, 0, 2, 0, 0, 4, 0, 0]) + chunks)
        }
        let colours = Samples.chunkOfWebP("ICCP", [1, 2, 3])
        let notes =
            Samples.chunkOfWebP("EXIF", Samples.tiff(orientation: 1)) + Samples.chunkOfWebP("XMP ", Self.location)
            + Samples.chunkOfWebP("note", Self.location)
        #expect(try published(file(0x2C, colours + picture + notes) + Self.location) == file(0x20, colours + picture))
        for start in ["", "Exif\0\0"] {
            let exif = Samples.chunkOfWebP("EXIF", start.utf8 + Samples.tiff(orientation: 8))
            let held = file(0x08, picture + Samples.chunkOfWebP("EXIF", Samples.heldAlone(8)))
            #expect(try published(file(0x0C, picture + exif)) == held)
            #expect(try published(held) == held)
        }
        #expect(try published(Samples.fileOfWebP(picture + notes)) == Samples.fileOfWebP(picture))
    }

    @Test func `the frames of a WebP that moves stay, without what else they hold`() throws {
        let picture = Array(Samples.real["lossy WebP"]!.dropFirst(12))
        func file(_ more: [UInt8]) -> [UInt8] {
            Samples.fileOfWebP(
                Samples.chunkOfWebP("VP8X", [2, 0, 0, 0, 2, 0, 0, 4, 0, 0])
                    + Samples.chunkOfWebP("ANIM", [0, 0, 0, 0, 0, 0])
                    + Samples.chunkOfWebP("ANMF", [UInt8](repeating: 0, count: 16) + picture + more))
        }
        #expect(try published(file([])) == file([]))
        #expect(try published(file(Samples.chunkOfWebP("note", Self.location))) == file([]))
    }

    // MARK: GIF

    @Test func `comments and program notes of a GIF are removed, and how often it is repeated stays`() throws {
        let gif = Array(ExamplePicture.gif.utf8)
        func file(_ blocks: [UInt8], behind: [UInt8] = []) -> [UInt8] { gif.dropLast() + blocks + [0x3B] + behind }
        func block(_ label: UInt8, _ parts: [[UInt8]]) -> [UInt8] {
            [0x21, label] + parts.flatMap { [UInt8($0.count)] + $0 } + [0]
        }
        let comment = block(0xFE, [Self.location, Self.location])
        let xmp = block(0xFF, [Array("XMP DataXMP".utf8), Self.location])
        #expect(try published(file(comment + xmp, behind: Self.location)) == file([]))
        let loop = block(0xFF, [Array("NETSCAPE2.0".utf8), [1, 0, 0]]) + block(0xF9, [[0, 0, 0, 0]])
        #expect(try published(file(loop)) == file(loop))
        #expect(try published(Array(gif.dropLast())) == gif.dropLast())
        // What an image editor wrote of itself.
        let real = try #require(Samples.real["GIF"])
        #expect(try published(real).count == real.count - 30)
    }

    // MARK: AVIF and other formats

    @Test func `an AVIF is published without notes or not at all`() {
        func file(items: [String], _ more: [UInt8] = []) -> [UInt8] {
            let infos = items.flatMap { Samples.box("infe", [2, 0, 0, 0, 0, 1, 0, 0] + $0.utf8 + [0]) }
            let list = Samples.box("iinf", [0, 0, 0, 0, 0, UInt8(items.count)] + infos)
            return Samples.box("ftyp", Array("avif\0\0\0\0mif1avif".utf8)) + Samples.box("meta", [0, 0, 0, 0] + list)
                + more + Samples.box("mdat", [1, 2, 3])
        }
        #expect(flaw(file(items: ["av01", "av01"])) == nil)
        #expect(flaw(file(items: ["av01", "Exif"])) == .keepsNotes)
        #expect(flaw(file(items: ["av01", "mime"])) == .keepsNotes)
        #expect(flaw(file(items: ["av01"], Samples.box("uuid", Self.location))) == .keepsNotes)
        #expect(flaw(file(items: ["av01"], Samples.box("moov", Samples.box("udta", Self.location)))) == .keepsNotes)
        #expect(flaw(Array(file(items: ["av01"]).dropLast(1))) == .endsEarly)
    }

    @Test(arguments: [
        ("ftypheic\0\0\0\0mif1heic", "a HEIC picture or a film"), ("ftypisom\0\0\0\0isom", "a HEIC picture or a film"),
    ]) func `a film or a HEIC is not a picture, whatever it is called`(start: String, name: String) {
        #expect(flaw(Samples.big(start.utf8.count + 4, 4) + start.utf8) == .otherFormat(name))
    }

    @Test(arguments: [
        ("II*\0 photo", "a TIFF file"), ("MM\0* photo", "a TIFF file"), ("BM photo", "a BMP file"),
        ("%PDF-1.7", "a PDF file"), ("<svg>", "an SVG file"), ("\n<!doctype html>", "a web page or an SVG file"),
        (
            "version https://git-lfs.github.com/spec/v1\n",
            "a Git LFS pointer in place of the picture, which was not fetched"
        ),
        ("RIFF\0\0\0\0WAVE", "no picture"), ("x", "no picture"),
    ]) func `other files are called what they are`(start: String, name: String) {
        #expect(flaw(Array(start.utf8)) == .otherFormat(name))
    }

    @Test func `an empty file is empty`() { #expect(flaw([]) == .empty) }
}
