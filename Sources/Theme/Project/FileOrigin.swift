internal import Text

/// From which file of the default theme a project's file began: a comment that `folkmoot theme file` puts into the
/// first line.
package struct FileOrigin: Sendable, Equatable {
    /// Below the theme's folder.
    package let path: String
    /// Of the program.
    package let version: String
    /// Of the bytes that the default theme had there.
    private let hash: String

    /// A file of the default theme, with its note.
    package static func marked(_ path: String, _ text: String, version: String) -> String {
        let origin = FileOrigin(path: path, version: version, hash: StableHash.digits(of: text.utf8))
        return (origin.line.map { $0 + "\n" } ?? "") + text
    }

    private init(path: String, version: String, hash: String) {
        self.path = path
        self.version = version
        self.hash = hash
    }

    private static let start = "Begun from "
    private static let longestLine = 300

    /// - Parameter file: of a project's theme.
    /// - Returns: `nil` where its first line has no note.
    package init?(_ file: [UInt8]) {
        let line = String(decoding: Self.firstLine(of: file), as: UTF8.self)
        guard let start = line.firstRange(of: Self.start) else { return nil }
        let words = line[start.upperBound...].split(separator: " ")
        guard words.count >= 5, words[1] == "of", words[2] == "folkmoot", words[4].first == "(",
            let end = words[4].firstIndex(of: ")")
        else { return nil }
        (path, version) = (String(words[0]), String(words[3]))
        hash = String(words[4][..<end].dropFirst())
    }

    private static func firstLine(of file: [UInt8]) -> ArraySlice<UInt8> {
        file.prefix(longestLine).prefix { $0 != 10 }
    }

    /// A file without its note.
    package static func unmarked(_ file: [UInt8]) -> [UInt8] {
        FileOrigin(file) == nil ? file : Array(file.dropFirst(firstLine(of: file).count + 1))
    }

    /// As a comment of the file's type; `nil` where it says what the theme is, and has no note.
    package var line: String? {
        let note = "\(Self.start)\(path) of folkmoot \(version) (\(hash))"
        return switch path.split(separator: ".").last {
        case "mustache": "{{! \(note) }}"
        case "css", "js": "/* \(note) */"
        case "svg": "<!-- \(note) -->"
        case "yaml" where path != ThemeManifest.path: "# \(note)"
        default: nil
        }
    }

    /// Whether these are the bytes that the default theme had there.
    package func isOf(_ bytes: some Sequence<UInt8>) -> Bool { StableHash.digits(of: bytes) == hash }

    /// The same for the default theme of now.
    func now(_ bytes: some Sequence<UInt8>, version: String) -> FileOrigin {
        FileOrigin(path: path, version: version, hash: StableHash.digits(of: bytes))
    }
}
