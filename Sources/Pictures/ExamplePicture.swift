/// Pictures that can be written as text, for examples and tests.
package enum ExamplePicture {
    /// One dot.
    package static let gif = gif(holding: "L\u{1}")

    /// One dot whose data has these bytes: no picture to look at, but a whole one to all that read its parts.
    ///
    /// - Parameter text: less than 128 bytes.
    package static func gif(holding text: String) -> String { gif(1, 1, holding: text) }

    /// - Parameters: width and height, each less than 128.
    package static func gif(_ width: UInt8, _ height: UInt8, holding text: String = "L\u{1}") -> String {
        let length = Unicode.Scalar(UInt8(text.utf8.count))
        return head(width, height) + "\(length)\(text)\0;"
    }

    /// Of at least this many bytes.
    package static func gif(bytes: Int) -> String {
        head(1, 1) + String(repeating: "\u{7F}" + String(repeating: "x", count: 127), count: bytes / 128 + 1) + "\0;"
    }

    /// Up to the data of a picture that fills its screen.
    private static func head(_ width: UInt8, _ height: UInt8) -> String {
        let sides = "\(Unicode.Scalar(width))\0\(Unicode.Scalar(height))\0"
        return "GIF89a\(sides)\0\0\0,\0\0\0\0\(sides)\0\u{2}"
    }
}
