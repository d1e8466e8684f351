/// A relative address taken apart (RFC 3986): path, query, fragment.
struct LinkPath {
    /// As written, without query and fragment.
    let path: String
    let query: String?
    /// As written, percent escapes included.
    let fragment: String?

    init(_ text: String) {
        let hash = text.firstIndex(of: "#")
        fragment = hash.map { String(text[text.index(after: $0)...]) }
        let rest = text[..<(hash ?? text.endIndex)]
        let mark = rest.firstIndex(of: "?")
        query = mark.map { String(rest[rest.index(after: $0)...]) }
        path = String(rest[..<(mark ?? rest.endIndex)])
    }

    /// Query and fragment as written.
    var suffix: String { (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "") }

    /// The path below `content/` that this leads to from the file at `base`; a `/` at its end stays.
    ///
    /// - Returns: `nil` when it leads out of the folder, or holds what no path may hold.
    func resolved(from base: String) -> String? {
        let decoded = Self.decoded(path)
        guard !decoded.utf8.contains(0), !decoded.contains("\\") else { return nil }
        var parts = decoded.hasPrefix("/") ? [] : base.split(separator: "/").dropLast().map(String.init)
        let steps = decoded.split(separator: "/", omittingEmptySubsequences: true)
        for step in steps {
            switch step {
            case ".": continue
            case "..":
                if parts.isEmpty { return nil }
                parts.removeLast()
            default: parts.append(String(step))
            }
        }
        let isFolder = decoded.hasSuffix("/") || steps.last == "." || steps.last == ".."
        return parts.joined(separator: "/") + (isFolder && !parts.isEmpty ? "/" : "")
    }

    /// Percent escapes as the characters they stand for; bad ones stay as they are.
    static func decoded(_ text: String) -> String {
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
