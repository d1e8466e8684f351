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
