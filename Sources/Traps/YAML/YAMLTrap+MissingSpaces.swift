package import Diagnostics

extension YAMLTrap {
    /// `title:A` as the only lines are one text to YAML.
    ///
    /// - Parameter range: from the text to the end of the front matter.
    /// - Returns: `nil` where a line is not a key with its value.
    package static func missingSpaces(_ bytes: [UInt8], in range: ByteRange) -> Help? {
        let part = bytes[range]
        let lines = part.split(separator: 10).map {
            String(decoding: $0.last == 13 ? $0.dropLast() : $0, as: UTF8.self)
        }
        let spaced = lines.compactMap { line -> String? in
            guard let colon = line.firstIndex(of: ":"), !line[colon...].hasPrefix("://"), !line[..<colon].contains(" ")
            else { return nil }
            return "\(line[..<colon]): \(line[line.index(after: colon)...].drop { $0 == " " })"
        }
        guard !spaced.isEmpty, spaced.count == lines.count else { return nil }
        let end = range.last { bytes[$0] > 32 }.map { $0 + 1 } ?? range.upperBound
        return Help(
            "Put a space after the colon\(lines.count > 1 ? " of each line" : ""):",
            paste: spaced.joined(separator: "\n"),
            replacement: Replacement(
                range: range.lowerBound..<end, text: spaced.joined(separator: part.contains(13) ? "\r\n" : "\n")))
    }
}

extension YAMLTrap {
    /// `**name:** Jo`, as in a document where the names of fields are bold.
    ///
    /// - Returns: that line and those around it, without the asterisks; `nil` for any other line.
    static func boldKey(onLine number: Int, in source: YAMLSource) -> Help? {
        func plain(_ number: Int) -> String? {
            let text = source.text(source.line(number))
            let words = text.drop { $0 == " " }
            guard words.hasPrefix("*") else { return nil }
            let key = words.drop { $0 == "*" }.prefix { ("a"..."z").contains($0) || $0 == "_" }
            let signs = words[key.endIndex...].prefix { "*:".contains($0) }
            guard !key.isEmpty, signs.contains(":"), signs.contains("*") else { return nil }
            return "\(text[..<words.startIndex])\(key): \(words[signs.endIndex...].drop { $0 == " " })"
        }
        guard plain(number) != nil else { return nil }
        var first = number
        while first > 1, plain(first - 1) != nil { first -= 1 }
        let lines = (first...max(first, source.lineStarts.count)).map(plain).prefix { $0 != nil }.compactMap { $0 }
        return Help(
            lines.count == 1 ? "Write this line in its place:" : "Write these \(lines.count) lines in their place:",
            paste: lines.joined(separator: "\n"))
    }

    /// `name = Jo` as the only lines are one text to YAML.
    ///
    /// - Returns: `nil` where a line is not a key with its value.
    package static func equalsSigns(_ bytes: [UInt8], in range: ByteRange) -> Help? {
        let lines = bytes[range].split(separator: 10).map {
            String(decoding: $0.last == 13 ? $0.dropLast() : $0, as: UTF8.self)
        }
        let written = lines.compactMap { line -> String? in
            guard let sign = line.firstIndex(of: "=") else { return nil }
            let key = line[..<sign].prefix { ("a"..."z").contains($0) || $0 == "_" }
            guard !key.isEmpty, line[key.endIndex..<sign].allSatisfy({ $0 == " " }) else { return nil }
            let value = String(line[line.index(after: sign)...].drop { $0 == " " })
            return "\(key): \(value.contains(": ") || value.contains(" #") ? value.inQuotes : value)"
        }
        guard !written.isEmpty, written.count == lines.count else { return nil }
        return Help("After a key comes a colon and a space, not `=`:", paste: written.joined(separator: "\n"))
    }
}
