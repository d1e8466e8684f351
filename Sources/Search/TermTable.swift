/// Terms by number, in the order in which they first came.
struct TermTable {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    /// Number + 1 of a term, or 0; a power of two of buckets, at most half of them taken.
    private var buckets: [UInt32] = Array(repeating: 0, count: 1 << 12)
    private var hashes: [UInt32] = []

    var count: Int { hashes.count }

    mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for byte in term { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        var bucket = Int(hash ^ hash >> 15) & (buckets.count - 1)
        while buckets[bucket] != 0 {
            let number = Int(buckets[bucket]) - 1
            if hashes[number] == hash, equals(number, term) { return number }
            bucket = (bucket + 1) & (buckets.count - 1)
        }
        bytes.append(contentsOf: term)
        starts.append(bytes.count)
        hashes.append(hash)
        buckets[bucket] = UInt32(hashes.count)
        if 2 * hashes.count > buckets.count { grow() }
        return hashes.count - 1
    }

    private func equals(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = starts[number]
        guard starts[number + 1] - start == term.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<term.count where bytes[start + index] != term[index] { return false }
            return true
        }
    }

    private mutating func grow() {
        buckets = Array(repeating: 0, count: 2 * buckets.count)
        for (number, hash) in hashes.enumerated() {
            var bucket = Int(hash ^ hash >> 15) & (buckets.count - 1)
            while buckets[bucket] != 0 { bucket = (bucket + 1) & (buckets.count - 1) }
            buckets[bucket] = UInt32(number + 1)
        }
    }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

    /// All numbers in the order of their terms' bytes.
    func sorted() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            (0..<count).sorted { a, b in
                UnsafeBufferPointer(rebasing: bytes[starts[a]..<starts[a + 1]]).lexicographicallyPrecedes(
                    UnsafeBufferPointer(rebasing: bytes[starts[b]..<starts[b + 1]]))
            }
        }
    }
}
