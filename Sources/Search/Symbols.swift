/// Numbers as printable characters, which are in a script's text as they are, and which gzip turns into bits.
///
/// Below 64 one character; up to 2,338 two; else four, up to 753,570 more.
enum Symbols {
    /// All of ASCII that is seen, but `"`, `\` and `<`.
    static let alphabet: [UInt8] = (0x21...0x7E).map { UInt8($0) }.filter {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "<")
    }

    private static let base = alphabet.count
    private static let one = 64
    private static let two = one + 25 * base

    /// - Precondition: `number` is 0 or more, and in the bounds above.
    static func append(_ number: Int, to out: inout [UInt8]) {
        if number < one {
            out.append(alphabet[number])
        } else if number < two {
            out.append(alphabet[one + (number - one) / base])
            out.append(alphabet[(number - one) % base])
        } else {
            let rest = number - two
            out.append(alphabet[one + 25])
            out.append(alphabet[rest / (base * base)])
            out.append(alphabet[rest / base % base])
            out.append(alphabet[rest % base])
        }
    }
}
