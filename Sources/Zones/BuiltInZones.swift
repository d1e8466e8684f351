internal import Text

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
        return Base64.bytes(of: line.hasPrefix("=") ? lines[String(line.dropFirst())] ?? "" : line)
    }
}
