internal import Text

extension Manifest {
    var json: [UInt8] {
        let mark = kind == .published ? "" : "\"private\":\"\(kind.rawValue)\","
        var out = Array("{\"version\":1,\(mark)\"files\":{".utf8)
        var separator = "\n"
        for (path, hash) in files.sorted(by: { $0.key < $1.key }) {
            out += Array(separator.utf8)
            JSONText.append(path.text, to: &out)
            out += Array(":\"\(ContentHash.text(hash))\"".utf8)
            separator = ",\n"
        }
        return out + Array("\n}}\n".utf8)
    }

    /// Reads untrusted input: the file is in a folder that other people can edit.
    /// - Parameter unsafe: gets the number of entries that were skipped because no build could have written them.
    /// - Returns: `nil` when it is not a manifest of this version.
    init?(json: [UInt8], unsafe: inout Int) {
        var scanner = ManifestScanner(json)
        guard scanner.takes("{"), scanner.string() == "version", scanner.takes(":"), scanner.takes("1"),
            scanner.takes(","), var key = scanner.string(), scanner.takes(":")
        else { return nil }
        if key == "private" {
            guard let kind = scanner.string().flatMap(SiteKind.init), scanner.takes(","), let next = scanner.string(),
                scanner.takes(":")
            else { return nil }
            (self.kind, key) = (kind, next)
        }
        guard key == "files", scanner.takes("{") else { return nil }
        if !scanner.takes("}") {
            repeat {
                guard let path = scanner.string(), scanner.takes(":"), let hash = scanner.string() else { return nil }
                if OutputPath.fault(path) == nil, hash.utf8.count == 16, let number = UInt64(hash, radix: 16) {
                    files[BytePath(path)] = number
                } else {
                    unsafe += 1
                }
            } while scanner.takes(",")
            guard scanner.takes("}") else { return nil }
        }
        guard scanner.takes("}"), scanner.isAtEnd else { return nil }
    }
}

/// The little of JSON that a manifest needs: punctuation and strings, between any white space.
///
/// Foundation treats names as equal that differ only in how an accent is written.
private struct ManifestScanner {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return at == bytes.count
        }
    }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }

    mutating func takes(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    /// The string that comes next; `nil` when there is none.
    mutating func string() -> String? {
        guard takes("\"") else { return nil }
        var text: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return nil }
                text += Array(String(scalar).utf8)
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard at < bytes.count else { return nil }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            guard at + 4 <= bytes.count else { return nil }
            let digits = String(decoding: bytes[at..<(at + 4)], as: UTF8.self)
            at += 4
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        default: return nil
        }
    }
}
