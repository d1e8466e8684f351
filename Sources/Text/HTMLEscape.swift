/// Text made safe inside HTML, between tags and in quoted attributes.
public enum HTMLEscape {
    /// `text` with `&`, `<`, `>`, `"` and `'` escaped.
    public static func text(_ text: String) -> String {
        var out: [UInt8] = []
        append(text, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Appends `text` with `&`, `<`, `>`, `"` and `'` escaped.
    public static func append(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &out, unsafe: anywhere) }
    }

    /// Appends bytes of text with `&`, `<`, `>`, `"` and `'` escaped.
    public static func append(_ bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
        if bytes.withContiguousStorageIfAvailable({ append($0, to: &out, unsafe: anywhere) }) == nil {
            for byte in bytes { append(byte, to: &out) }
        }
    }

    /// As cmark escapes: `'` stays, which is safe in text and in attributes within double quotes.
    package static func appendLiteral(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        append(bytes, to: &out, unsafe: literal)
    }

    /// Appends a URL for a double-quoted attribute, as cmark does: characters that URLs do not allow are
    /// percent-escaped, percent escapes stay as they are.
    public static func appendURL(_ url: String, to out: inout [UInt8]) {
        var url = url
        url.withUTF8 { appendURL($0, to: &out) }
    }

    package static func appendURL(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        var copied = 0
        for i in bytes.indices where !isInURLs(bytes[i]) || bytes[i] == UInt8(ascii: "&") {
            out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<i]))
            switch bytes[i] {
            case UInt8(ascii: "&"): out.append("&amp;")
            case UInt8(ascii: "'"): out.append("&#x27;")
            default: PercentEncoding.append(bytes[i], to: &out)
            }
            copied = i + 1
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }

    /// Letters, digits and `-_.+!*(),%#@?=;:/~$`.
    private static func isInURLs(_ byte: UInt8) -> Bool {
        let allowed: UInt64 = byte < 0x40 ? 0xAFFF_FF3A_0000_0000 : byte < 0x80 ? 0x47FF_FFFE_87FF_FFFF : 0
        return allowed >> UInt64(byte & 63) & 1 == 1
    }
}

extension HTMLEscape {
    /// Sets of bytes below 64, one bit each: a look-up that costs a shift.
    private static var literal: UInt64 { 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E }
    private static var anywhere: UInt64 { literal | 1 << 0x27 }

    @inline(__always)
    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8], unsafe: UInt64) {
        var copied = 0
        func isPlain(_ bytes: EightBytes) -> Bool { self.isPlain(bytes, unsafe: unsafe) }
        bytes.eachOffset(skipping: isPlain) { i in
            guard bytes[i] < 64 && unsafe >> UInt64(bytes[i]) & 1 == 1 else { return }
            out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<i]))
            append(bytes[i], to: &out)
            copied = i + 1
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }

    /// Whether eight bytes hold nothing to escape. `'` counts only if it is unsafe.
    @inline(__always)
    private static func isPlain(_ bytes: EightBytes, unsafe: UInt64) -> Bool {
        var matches =
            bytes.matches(of: UInt8(ascii: "\""), or: UInt8(ascii: "&"))
            | bytes.matches(of: UInt8(ascii: "<"), or: UInt8(ascii: ">"))
        if unsafe == anywhere { matches |= bytes.matches(of: UInt8(ascii: "'")) }
        return matches == 0
    }

    private static func append(_ byte: UInt8, to out: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "&"): out.append("&amp;")
        case UInt8(ascii: "<"): out.append("&lt;")
        case UInt8(ascii: ">"): out.append("&gt;")
        case UInt8(ascii: "\""): out.append("&quot;")
        case UInt8(ascii: "'"): out.append("&#39;")
        default: out.append(byte)
        }
    }
}

extension [UInt8] {
    /// Appends the bytes of a literal without making a `String`.
    @inlinable @inline(__always)
    package mutating func append(_ text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends a number that is not negative with zeros before it, or as many digits as it has.
    package mutating func append(_ number: Int, digits: Int) {
        var unit = 1
        for _ in 1..<digits { unit *= 10 }
        while number / unit >= 10 { unit *= 10 }
        while unit > 0 {
            append(UInt8(48 + number / unit % 10))
            unit /= 10
        }
    }
}
