/// Ids of headings by GitHub's rules, so that links written for GitHub's pages lead to the same heading here.
public enum Slug {
    /// In lower case; all but letters, marks, digits, connectors such as `_`, hyphens and spaces dropped; spaces become
    /// hyphens. `section` if nothing is left.
    public static func of(_ text: String) -> String {
        var text = text
        var id: [UInt8] = []
        let isASCII = text.withUTF8 { bytes in
            id.reserveCapacity(bytes.count)
            for byte in bytes {
                if byte >= 0x80 { return false }
                if let kept = ascii(byte) { id.append(kept) }
            }
            return true
        }
        let kept = isASCII ? String(decoding: id, as: UTF8.self) : scalars(of: text)
        return kept.isEmpty ? "section" : kept
    }

    private static func scalars(of text: String) -> String {
        var id = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                if let kept = ascii(UInt8(scalar.value)) { id.unicodeScalars.append(Unicode.Scalar(kept)) }
            } else if isWord(scalar) {
                id += scalar.properties.lowercaseMapping
            }
        }
        return id
    }

    private static func ascii(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: " "): UInt8(ascii: "-")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
            UInt8(ascii: "-"):
            byte
        default: nil
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
            true
        default: false
        }
    }

    /// The ids of one page: a repeated one gets `-1`, `-2` and so on, and no id is given twice.
    public struct Series: Sendable {
        /// Every id given, with the number its next repetition tries first.
        private var next: [String: Int] = [:]

        public init() {}

        /// A fresh id for a heading of this text. All calls together take linear time: a number that was tried for
        /// an id is not tried again.
        public mutating func id(for text: String) -> String {
            let base = Slug.of(text)
            guard var number = next[base] else {
                next[base] = 1
                return base
            }
            while next["\(base)-\(number)"] != nil { number += 1 }
            next[base] = number + 1
            next["\(base)-\(number)"] = 1
            return "\(base)-\(number)"
        }

        /// Gives an id as it is, unless it was already given.
        ///
        /// - Returns: whether it was free.
        public mutating func take(_ id: String) -> Bool {
            guard next[id] == nil else { return false }
            next[id] = 1
            return true
        }
    }
}
