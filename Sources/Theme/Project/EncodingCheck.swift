internal import Diagnostics
internal import Text

/// Files of a project's theme that are not UTF-8 text, as editors of Windows may save them.
enum EncodingCheck {
    private static let types = [".yaml", ".mustache", ".css", ".js"]

    static func problems(_ files: [String: [UInt8]]) -> [Diagnostic] {
        files.filter { path, _ in types.contains(where: path.hasSuffix) }.sorted { $0.key < $1.key }
            .compactMap { problem(in: $0.value, path: $0.key) }
    }

    private static func problem(in bytes: [UInt8], path: String) -> Diagnostic? {
        // UTF-16 has a zero in each letter of ASCII, so all of such a file would be shown as signs that nobody reads.
        if bytes.contains(0) {
            return ThemeRules.encoding.at(
                0..<0, in: path,
                "This file is not UTF-8 text. It looks like UTF-16, which some programs call “Unicode”.",
                help: Help(advice))
        }
        return UTF8Check.firstInvalidByte(in: bytes).map { invalid in
            ThemeRules.encoding.at(
                invalid..<(invalid + 1), in: path,
                "This byte is not UTF-8 text. The file may be in Latin-1 or Windows-1252, which some programs call "
                    + "“ANSI” or “Western”.",
                help: Help(advice))
        }
    }

    private static let advice =
        "Save the file again as UTF-8: in Notepad, choose “Save as” and the encoding “UTF-8”; in many other editors, "
        + "“Save with encoding”. Then look at the letters with accents."
}
