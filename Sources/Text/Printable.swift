/// Text that other people wrote, made safe to print.
public enum Printable {
    /// One line with visible control characters, so that text from content controls neither a terminal nor, by `##[…]`
    /// anywhere in a line, GitHub's runner.
    public static func line(_ text: String) -> String {
        var text = text
        if text.unicodeScalars.contains(where: isControl) {
            text = text.unicodeScalars.reduce(into: "") { $0.unicodeScalars.append(isControl($1) ? "\u{FFFD}" : $1) }
        }
        // A zero-width space, so that the carets still fit.
        guard text.utf8.contains(UInt8(ascii: "#")) else { return text }
        return String(text.unicodeScalars.replacing("##[".unicodeScalars, with: "##\u{200B}[".unicodeScalars))
    }

    /// Whether a terminal may read a scalar as a command, or change the direction of a line because of it.
    package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }
}
