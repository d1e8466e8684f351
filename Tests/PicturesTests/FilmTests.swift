import Testing

@testable import Pictures

/// The ways in which films say where they were made, and those in which they do not.
@Suite struct FilmTests {
    typealias Samples = ImageSamples

    private static func film(_ boxes: [UInt8], behind: [UInt8] = []) -> MemoryBytes {
        let data = Samples.box("mdat", Array("location.ISO6709 is no note here".utf8))
        return MemoryBytes(Samples.box("ftyp", Array("isom".utf8)) + data + Samples.box("moov", boxes) + behind)
    }

    private static func apple(_ name: String) -> [UInt8] {
        Samples.box("meta", Samples.box("keys", [0, 0, 0, 0, 0, 0, 0, 1] + Samples.box("mdta", Array(name.utf8))))
    }

    private static let location: [UInt8] =
        [0, 0, 0, 30, 0xA9] + "xyz".utf8 + [0, 18, 0x15, 0xC7] + "+52.5200+013.4100/".utf8

    @Test func `a location is found in any of its forms`() {
        let xmp = Array("<rdf:Description exif:GPSLatitude=\"52,31.2N\"/>".utf8)
        let track = { Samples.box("trak", Samples.box("mdia", Samples.box("minf", Samples.box("stbl", $0)))) }
        let films = [
            Self.film(Samples.box("udta", Self.location)),
            // As QuickTime ends its lists.
            Self.film(Samples.box("udta", Self.location + [0, 0, 0, 0])),
            Self.film(Samples.box("udta", Samples.box("loci", [0, 0, 0, 0]))),
            Self.film(Self.apple("com.apple.quicktime.location.ISO6709")),
            Self.film(Samples.box("trak", Samples.box("udta", Self.location))),
            Self.film([], behind: Samples.box("uuid", xmp)),
            Self.film(track(Samples.box("stsd", [0, 0, 0, 0, 0, 0, 0, 1] + Samples.box("gpmd", [0, 0])))),
            Self.film(track(Samples.box("stsd", [0, 0, 0, 0, 0, 0, 0, 1] + Samples.box("camm", [0, 0])))),
        ]
        for (index, film) in films.enumerated() { #expect(Film.saysLocation(film), "\(index)") }
    }

    @Test func `a film with a title, with tracks, or of no known form has no location`() {
        let films = [
            Self.film([]), Self.film(Samples.box("udta", [0, 0, 0, 16, 0xA9] + "namVelocity".utf8)),
            Self.film(Self.apple("com.apple.quicktime.make")), MemoryBytes([]), MemoryBytes([0, 0, 0, 0]),
            MemoryBytes(Array("no film at all".utf8)), Self.film(Samples.big(0xFFFF_FFFF, 4) + "udta".utf8),
        ]
        for (index, film) in films.enumerated() { #expect(!Film.saysLocation(film), "\(index)") }
    }

    @Test(.timeLimit(.minutes(10))) func `boxes within boxes and many of them are looked through once`() {
        var deep: [UInt8] = []
        for _ in 0..<2_000 { deep = Samples.box("trak", deep) }
        #expect(!Film.saysLocation(Self.film(deep)))
        let many = Array(repeating: Samples.box("udta", []), count: 100_000).flatMap { $0 }
        #expect(!Film.saysLocation(Self.film(many)))
    }
}
