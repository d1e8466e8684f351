/// The order in which people number their files: `part-2` comes before `part-10`.
package enum NaturalOrder {
    /// Whether a path comes before another one: numbers by their value, and files in a folder right after the folder's
    /// own page. Paths that differ only in leading zeros are ordered by their bytes.
    package static func precedes(_ a: String, _ b: String) -> Bool {
        var (left, right) = (Array(a.utf8)[...], Array(b.utf8)[...])
        while let x = left.first, let y = right.first {
            if isDigit(x), isDigit(y) {
                let (m, n) = (left.prefix(while: isDigit), right.prefix(while: isDigit))
                let (value, other) = (m.drop { $0 == 48 }, n.drop { $0 == 48 })
                if value.count != other.count { return value.count < other.count }
                if !value.elementsEqual(other) { return value.lexicographicallyPrecedes(other) }
                left.removeFirst(m.count)
                right.removeFirst(n.count)
            } else if x == y {
                left.removeFirst()
                right.removeFirst()
            } else {
                return x == UInt8(ascii: "/") || y != UInt8(ascii: "/") && x < y
            }
        }
        return left.isEmpty && right.isEmpty ? a.utf8.lexicographicallyPrecedes(b.utf8) : left.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
