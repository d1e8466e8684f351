/// A version of the program: up to three numbers, those that are missing being zero.
package struct Version: Comparable {
    let numbers: [Int]

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil }
        guard (1...3).contains(parts.count), numbers.count == parts.count else { return nil }
        self.numbers = numbers + Array(repeating: 0, count: 3 - numbers.count)
    }

    package static func < (a: Version, b: Version) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }
}

/// Versions that fulfil every one of several comparisons: `>=0.1, <1`.
struct VersionRange {
    private let comparisons: [(sign: Substring, version: Version)]

    /// - Returns: `nil` when the text is not comparisons (`>=`, `>`, `<=`, `<`, `=`), each with a version, joined by
    ///   commas.
    init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        comparisons = parts.compactMap { part in
            let sign = part.prefix { "<>=".contains($0) }
            guard [">=", ">", "<=", "<", "="].contains(sign), let version = Version(part.dropFirst(sign.count)) else {
                return nil
            }
            return (sign, version)
        }
        if comparisons.count != parts.count { return nil }
    }

    func contains(_ version: Version) -> Bool {
        comparisons.allSatisfy { sign, bound in
            switch sign {
            case ">=": version >= bound
            case ">": version > bound
            case "<=": version <= bound
            case "<": version < bound
            default: version == bound
            }
        }
    }
}
