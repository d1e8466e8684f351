/// Terms by number, in the order in which they first came.
struct TermTable {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    /// Number + 1 of a term, or 0; a power of two of places, at most half of them taken.
    private var places: [UInt32] = Array(repeating: 0, count: 1 << 12)
    private var hashes: [UInt32] = []

    var count: Int { hashes.count }

    mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for byte in term { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        var place = Int(hash ^ hash >> 15) & (places.count - 1)
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if hashes[number] == hash, equals(number, term) { return number }
            place = (place + 1) & (places.count - 1)
        }
        bytes.append(contentsOf: term)
        starts.append(bytes.count)
        hashes.append(hash)
        places[place] = UInt32(hashes.count)
        if 2 * hashes.count > places.count { grow() }
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
        places = Array(repeating: 0, count: 2 * places.count)
        for (number, hash) in hashes.enumerated() {
            var place = Int(hash ^ hash >> 15) & (places.count - 1)
            while places[place] != 0 { place = (place + 1) & (places.count - 1) }
            places[place] = UInt32(number + 1)
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
