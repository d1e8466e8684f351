/// A relative address split into parts (RFC 3986): path, query, fragment.
package struct LinkPath {
    /// As written, without query and fragment.
    package let path: String
    let query: String?
    /// As written, percent escapes included.
    let fragment: String?

    package init(_ text: String) {
        let bytes = text.utf8
        let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
        fragment = hash.map { String(text[bytes.index(after: $0)...]) }
        let rest = bytes[..<(hash ?? bytes.endIndex)]
        let mark = rest.firstIndex(of: UInt8(ascii: "?"))
        query = mark.map { String(text[bytes.index(after: $0)..<rest.endIndex]) }
        path = hash == nil && mark == nil ? text : String(text[..<(mark ?? rest.endIndex)])
    }

    /// Query and fragment as written.
    var suffix: String { (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "") }

    /// The path below `content/` that this leads to from the file at `base`; a `/` at its end stays.
    ///
    /// - Returns: `nil` when it leads out of the folder, or holds what no path may hold.
    package func resolved(from base: String) -> String? {
        let bytes = Array(Self.decoded(path).utf8)
        let slash = UInt8(ascii: "/")
        guard !bytes.contains(where: { $0 == 0 || $0 == UInt8(ascii: "\\") }) else { return nil }
        var out: [UInt8] = []
        if bytes.first != slash, let end = base.utf8.lastIndex(of: slash) { out += base.utf8[..<end] }
        var isFolder = bytes.last == slash
        for step in bytes.split(separator: slash) {
            isFolder = bytes.last == slash
            if step.elementsEqual(".".utf8) {
                isFolder = true
            } else if step.elementsEqual("..".utf8) {
                if out.isEmpty { return nil }
                out.removeLast(out.count - (out.lastIndex(of: slash) ?? 0))
                isFolder = true
            } else {
                if !out.isEmpty { out.append(slash) }
                out += step
            }
        }
        if isFolder, !out.isEmpty { out.append(slash) }
        return String(decoding: out, as: UTF8.self)
    }

    /// The way from the file at one path below `content/` to another path; a `/` at its end stays.
    package static func relative(_ target: String, from base: String) -> String {
        var from = base.split(separator: "/").dropLast()[...]
        var to = target.split(separator: "/", omittingEmptySubsequences: false)[...]
        while let a = from.first, let b = to.first, a == b, to.count > 1 {
            from.removeFirst()
            to.removeFirst()
        }
        let way = String(repeating: "../", count: from.count) + to.joined(separator: "/")
        // After `./`, what looks like a scheme is not one.
        let isPlain = !way.isEmpty && !way.prefix { $0 != "/" }.contains(":")
        return isPlain ? way : "./" + way
    }

    /// Percent escapes as the characters they stand for; bad ones stay as they are.
    package static func decoded(_ text: String) -> String {
        guard text.utf8.contains(37) else { return text }
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var i = 0
        while i < bytes.count {
            if bytes[i] == 37, i + 2 < bytes.count, let high = hex(bytes[i + 1]), let low = hex(bytes[i + 2]) {
                out.append(high << 4 | low)
                i += 3
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
