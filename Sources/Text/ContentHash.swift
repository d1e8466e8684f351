/// XXH64 (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md, seed 0): tells whether bytes changed, at
/// several gigabytes a second.
///
/// Not cryptographic: anyone who wants two files with one hash can make them. Only reports depend on it.
package struct ContentHash {
    private static let p1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let p2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let p3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let p4: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let p5: UInt64 = 0x27D4_EB2F_1656_67C5

    private var lanes: (UInt64, UInt64, UInt64, UInt64) = (p1 &+ p2, p2, 0, 0 &- p1)
    private var total: UInt64 = 0

    package init() {}

    package static func of(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { ContentHash().finish(with: $0) }
    }

    /// Sixteen hexadecimal digits.
    package static func text(_ hash: UInt64) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Takes the next bytes, a multiple of 32 of them.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count % 32 == 0)
        total &+= UInt64(bytes.count)
        var at = 0
        while at < bytes.count {
            lanes.0 = Self.round(lanes.0, Self.word(bytes, at))
            lanes.1 = Self.round(lanes.1, Self.word(bytes, at + 8))
            lanes.2 = Self.round(lanes.2, Self.word(bytes, at + 16))
            lanes.3 = Self.round(lanes.3, Self.word(bytes, at + 24))
            at += 32
        }
    }

    /// The hash of all bytes, of which `last`, of any length, is the end.
    package consuming func finish(with last: UnsafeRawBufferPointer) -> UInt64 {
        let whole = last.count & ~31
        update(UnsafeRawBufferPointer(rebasing: last[..<whole]))
        var hash = merged() &+ total &+ UInt64(last.count - whole)
        var at = whole
        while at + 8 <= last.count {
            hash = Self.rotate(hash ^ Self.round(0, Self.word(last, at)), 27) &* Self.p1 &+ Self.p4
            at += 8
        }
        if at + 4 <= last.count {
            let half = UInt64(UInt32(littleEndian: last.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
            hash = Self.rotate(hash ^ (half &* Self.p1), 23) &* Self.p2 &+ Self.p3
            at += 4
        }
        for byte in last[at...] { hash = Self.rotate(hash ^ (UInt64(byte) &* Self.p5), 11) &* Self.p1 }
        hash = (hash ^ (hash >> 33)) &* Self.p2
        hash = (hash ^ (hash >> 29)) &* Self.p3
        return hash ^ (hash >> 32)
    }

    private func merged() -> UInt64 {
        guard total >= 32 else { return Self.p5 }
        let (a, b, c, d) = lanes
        var hash = Self.rotate(a, 1) &+ Self.rotate(b, 7) &+ Self.rotate(c, 12) &+ Self.rotate(d, 18)
        hash = Self.merge(hash, a)
        hash = Self.merge(hash, b)
        hash = Self.merge(hash, c)
        return Self.merge(hash, d)
    }

    private static func merge(_ hash: UInt64, _ lane: UInt64) -> UInt64 { (hash ^ round(0, lane)) &* p1 &+ p4 }

    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 { rotate(lane &+ word &* p2, 31) &* p1 }

    private static func rotate(_ x: UInt64, _ by: UInt64) -> UInt64 { (x &<< by) | (x &>> (64 &- by)) }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }
}
