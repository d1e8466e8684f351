/// Films (MP4): whether one says where it was made.
///
/// A phone notes the location in the head of a film, in one of a few ways, and some cameras for each second. It is
/// not taken out here: players and chapters depend on the head too.
package enum Film {
    private static let holders: Set = ["moov", "trak", "mdia", "minf", "stbl"]
    /// Boxes of notes, and the list of what a track is made of.
    private static let notes: Set = ["udta", "meta", "uuid", "stsd"]
    /// Notes of a location, as boxes: that of QuickTime, whose name begins with ©, and that of 3GPP.
    private static let locationBoxes: Set = ["\u{FFFD}xyz", "loci"]
    /// As names of values: of Apple, of XMP; then tracks of locations, of GoPro and Android.
    private static let locationNames = ["location.ISO6709", "GPSLatitude", "GPSCoordinates", "gpmd", "camm"].map {
        Array($0.utf8)
    }
    /// How much of a box is looked through, in bytes, and how many boxes are.
    private static let mostBytes = 1 << 20, mostBoxes = 10_000

    /// One that cannot be read says nothing.
    package static func saysLocation(_ file: some ByteSource) -> Bool {
        var window = ByteWindow(file)
        var pending = ISOBox.readable(in: 0..<file.size, of: &window)
        var count = 0
        while let box = pending.popLast(), count < mostBoxes, pending.count < mostBoxes {
            count += 1
            if holders.contains(box.name) { pending += ISOBox.readable(in: box.payload, of: &window) }
            guard notes.contains(box.name) else { continue }
            if box.name == "udta" {
                let inner = ISOBox.readable(in: box.payload, of: &window)
                if inner.contains(where: { locationBoxes.contains($0.name) }) { return true }
            }
            let bytes = file.bytes(at: box.payload.lowerBound, count: min(box.payload.count, mostBytes))
            if locationNames.contains(where: { holds($0, in: bytes) }) { return true }
        }
        return false
    }

    private static func holds(_ name: [UInt8], in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var rest = bytes[...]
            while let index = rest.firstIndex(of: name[0]) {
                if rest[index...].starts(with: name) { return true }
                rest = rest[(index + 1)...]
            }
            return false
        }
    }
}
