/// "Did you mean": the known name that is nearest to a misspelled one.
public enum NearestMatch {
    /// The candidate fewest edits away, if that is few for the length of the word; the first in order on a tie.
    /// Edits are insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
    public static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
        let word = Array(word.lowercased().utf8.prefix(64))
        guard !word.isEmpty else { return nil }
        let limit = max(1, word.count / 3)
        var best: (name: String, distance: Int)?
        for name in candidates {
            let other = Array(name.lowercased().utf8.prefix(64))
            guard abs(other.count - word.count) <= limit else { continue }
            let distance = edits(word, other, limit: best.map { min(limit, $0.distance) } ?? limit)
            if distance <= limit,
                distance < (best?.distance ?? .max) || (distance == best?.distance && name < best!.name)
            {
                best = (name, distance)
            }
        }
        return best?.name ?? sharedStart(word, among: candidates)
    }

    /// `mature` for `maturing`: the candidate that starts like the word for most of its length, at least four letters.
    private static func sharedStart(_ word: [UInt8], among candidates: some Sequence<String>) -> String? {
        var best: (name: String, length: Int)?
        for name in candidates {
            let length = zip(word, name.lowercased().utf8).prefix { $0 == $1 }.count
            if length >= max(4, word.count * 2 / 3), length > best?.length ?? 0 { best = (name, length) }
        }
        return best?.name
    }

    /// The candidate that a word clearly misspells: one edit away, two for words of eight letters and more, and no
    /// other within twice that distance.
    package static func only(_ word: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(word.lowercased().utf8)
        guard (4...64).contains(letters.count) else { return nil }
        let limit = letters.count < 8 ? 1 : 2
        let near = candidates.filter { name in
            let other = Array(name.utf8)
            return abs(other.count - letters.count) <= 2 * limit && edits(letters, other, limit: 2 * limit) <= 2 * limit
        }
        guard near.count == 1, edits(letters, Array(near[0].utf8), limit: limit) <= limit else { return nil }
        return near[0]
    }

    /// ` Did you mean `x`?` to append to a sentence, or nothing.
    public static func hint(_ word: String, among candidates: some Sequence<String>) -> String {
        of(word, among: candidates).map { " Did you mean `\($0)`?" } ?? ""
    }

    /// Edits between two words; any number above `limit` means "more than `limit`".
    static func edits(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + Array(repeating: 0, count: b.count)
            var least = i
            for j in 1...b.count {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, before[j - 2] + 1) }
                row[j] = cost
                least = min(least, cost)
            }
            if least > limit { return limit + 1 }
            before = last
            last = row
        }
        return last[b.count]
    }
}
