internal import Foundation

/// International names of hosts in the ASCII form that DNS knows (RFC 3492, RFC 5891).
///
/// Foundation does this with ICU's data, which the program of a release does not hold.
enum Punycode {
    private static let (base, least, most, skew, damp, firstBias, firstScalar) = (36, 1, 26, 38, 700, 72, 128)

    /// A host whose labels are ASCII: `bücher.example` becomes `xn--bcher-kva.example`.
    static func host(_ name: some StringProtocol) -> String {
        guard name.utf8.contains(where: { $0 >= 0x80 }) else { return String(name) }
        // The full stop of East Asian scripts separates labels too (RFC 3490, section 3.1).
        let parts = String(name).lowercased().precomposedStringWithCanonicalMapping
            .split(omittingEmptySubsequences: false) { $0 == "." || $0 == "。" }
        return parts.map { label in
            label.utf8.allSatisfy { $0 < 0x80 }
                ? String(label) : "xn--" + encoded(label.unicodeScalars.map { Int($0.value) })
        }.joined(separator: ".")
    }

    /// The same address with such a host; unchanged where it has none.
    static func address(_ text: String) -> String {
        guard let scheme = text.range(of: "://") else { return text }
        let authority = text[scheme.upperBound...].prefix { !"/?#".contains($0) }
        let start = authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex
        let name = authority[start...].prefix { $0 != ":" }
        guard name.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        return text[..<name.startIndex] + host(name) + text[name.endIndex...]
    }

    private static func encoded(_ scalars: [Int]) -> String {
        var out = scalars.filter { $0 < firstScalar }.map { UInt8($0) }
        let basic = out.count
        var (handled, next, delta, bias) = (basic, firstScalar, 0, firstBias)
        if basic > 0 { out.append(UInt8(ascii: "-")) }
        while handled < scalars.count {
            // A label has at most some 60 scalars, so nothing here overflows.
            let smallest = scalars.filter { $0 >= next }.min()!
            delta += (smallest - next) * (handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar < next { delta += 1 }
                guard scalar == next else { continue }
                append(delta, bias, to: &out)
                bias = adapted(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func append(_ delta: Int, _ bias: Int, to out: inout [UInt8]) {
        var rest = delta
        var position = base
        while true {
            let threshold = min(max(position - bias, least), most)
            guard rest >= threshold else { break }
            out.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        out.append(digit(rest))
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(value < 26 ? value + Int(UInt8(ascii: "a")) : value - 26 + Int(UInt8(ascii: "0")))
    }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var rounds = 0
        while delta > (base - least) * most / 2 {
            delta /= base - least
            rounds += base
        }
        return rounds + (base - least + 1) * delta / (delta + skew)
    }
}
