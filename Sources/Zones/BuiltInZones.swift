extension Zones {
    /// The zones that the program carries (`make zones`), for systems that have none.
    public static let builtIn = Zones(release: BuiltInZones.release, isBuiltIn: true) { name in
        builtInData(of: name)
    }

    /// The TZif file of a zone that the program carries; `nil` where it has none of that name.
    package static func builtInData(of name: String) -> [UInt8]? { BuiltInZones.data(of: name) }

    /// Every name that the program knows, sorted; a newer system can know more.
    public static let names: [String] = BuiltInZones.lines.keys.sorted()
}

/// The file that `scripts/make-zones` writes, which says how it is laid out.
private enum BuiltInZones {
    static let text = BuiltInFiles.files["zones.txt"] ?? ""
    static var release: String { String(text.prefix { $0 != "\n" }) }

    /// By name: base64, or `=` and another name.
    static let lines: [String: Substring] = {
        var lines: [String: Substring] = [:]
        for line in text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst() {
            guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
            lines[String(Substring(line[..<space]))] = Substring(line[line.index(after: space)...])
        }
        return lines
    }()

    static func data(of name: String) -> [UInt8]? {
        guard let line = lines[name] else { return nil }
        return decoded(line.hasPrefix("=") ? lines[String(line.dropFirst())] ?? "" : line)
    }

    /// Base64 (RFC 4648, section 4).
    private static func decoded(_ text: Substring) -> [UInt8] {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        var values = [UInt8](repeating: 0, count: 256)
        for (value, letter) in alphabet.utf8.enumerated() { values[Int(letter)] = UInt8(value) }
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for letter in text.utf8 where letter != UInt8(ascii: "=") {
            bits = (bits << 6 | Int(values[Int(letter)])) & 0xFFFF
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bytes
    }
}
