public import Diagnostics
internal import Text

/// An address with spaces in it, as other programs accept it: `[File](my file.md)`, or
/// `https://example.org/Shared Documents/a.docx`. CommonMark accepts none, so the text is shown with its brackets or
/// the link ends at the space.
public struct SpacedAddress: Sendable, Equatable {
    public enum Form: Sendable {
        /// `[text](address)`
        case link
        /// `![text](address)`
        case image
        /// `[label]: address`
        case definition
        /// `<address>`
        case angles
        /// Alone in the text: where it ends is a guess.
        case bare
    }

    public var form: Form
    /// As written, without a title and without a size.
    public var address: String
    /// A size after the address, which Markdown does not have: ` =300x200`; empty if there is none.
    public var size: String
    /// The text before and after the address in the line to paste: `[File](` and `)`.
    public var opening: String
    public var closing: String
    /// Where address and size are in the file; their line, if they are not written in these bytes.
    public var range: ByteRange
    /// The range is that of the address, and not of its line.
    public var isExact: Bool
    /// It cannot be meant as text. If `false`, it is an address only if it leads to something.
    public var isCertain: Bool
    /// It names a file of one computer or of a shared drive, which nobody else can open.
    public var isOfComputer: Bool { Self.isOfComputer(address) }

    static func isOfComputer(_ address: String) -> Bool {
        let bytes = Array(address.utf8.prefix(5))
        let isDrive =
            bytes.count > 2 && bytes[0].isLetter && bytes[1] == UInt8(ascii: ":") && "/\\".utf8.contains(bytes[2])
        return isDrive || bytes.first == UInt8(ascii: "\\") || address.lowercased().hasPrefix("file:")
    }
}

/// The same in a text node of cmark's tree.
struct FoundAddress {
    var form: SpacedAddress.Form
    /// Of address and size, in the literal.
    let range: Range<Int>
    /// The rest up to the closing bracket: a title with the space before it.
    let title: String
    let address: String
    let size: String
    /// Where the `]` before it is in the literal; `nil` if there is none.
    let bracket: Int?

    typealias Text = UnsafeBufferPointer<UInt8>

    /// More bytes than any address and title have; bounds the search for the end.
    static let limit = 1000

    /// Those in parentheses after `]`, in order.
    static func inParentheses(_ text: Text) -> [FoundAddress] {
        var found: [FoundAddress] = []
        var i = text.first(close, in: 0..<text.count)
        while i + 1 < text.count {
            var next = i + 1
            if text[i + 1] == UInt8(ascii: "("), let end = end(of: i + 1, text) {
                if let address = FoundAddress(text, i + 2..<end, .link, bracket: i) {
                    found.append(address)
                    next = end
                }
            }
            i = text.first(close, in: next..<text.count)
        }
        return found
    }

    /// `[label]: address`, which is all of a line.
    static func definition(_ text: Text) -> FoundAddress? {
        guard text.first == UInt8(ascii: "["), text.count > 4, text[1] != UInt8(ascii: "^") else { return nil }
        let end = text.first(close, in: 1..<min(text.count, limit))
        guard end > 1, end + 2 < text.count, text[end] == close, text[end + 1] == UInt8(ascii: ":"),
            !text[1..<end].contains(UInt8(ascii: "["))
        else { return nil }
        return FoundAddress(text, end + 2..<text.count, .definition, bracket: end)
    }

    /// - Parameter whole: the text between the brackets.
    init?(_ text: Text, _ whole: Range<Int>, _ form: SpacedAddress.Form, bracket: Int?) {
        var range = Self.trimmed(whole, text)
        guard range.count <= Self.limit, text[range].contains(0x20) else { return nil }
        let title = Self.titleStart(in: range, text)
        self.title = title.map { String(decoding: text[$0..<range.upperBound], as: UTF8.self) } ?? ""
        range = Self.trimmed(range.lowerBound..<(title ?? range.upperBound), text)
        let size = Self.sizeStart(in: range, text)
        self.size = size.map { String(decoding: text[$0..<range.upperBound], as: UTF8.self) } ?? ""
        let address = Self.trimmed(range.lowerBound..<(size ?? range.upperBound), text)
        guard !address.isEmpty, size != nil || text[address].contains(0x20),
            !text[address].contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") })
        else { return nil }
        self.address = String(decoding: text[address], as: UTF8.self)
        (self.form, self.range, self.bracket) = (form, range, bracket)
    }

    /// Where the parenthesis that opens here is closed; `nil` if it is not, or if it contains a bracket.
    private static func end(of start: Int, _ text: Text) -> Int? {
        var depth = 0
        for i in start..<min(text.count, start + limit) {
            if text[i] == UInt8(ascii: "(") { depth += 1 }
            if text[i] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return i }
            if text[i] == UInt8(ascii: "[") || text[i] == close { return nil }
        }
        return nil
    }

    private static func trimmed(_ range: Range<Int>, _ text: Text) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start].isWhitespace { start += 1 }
        while end > start, text[end - 1].isWhitespace { end -= 1 }
        return start..<end
    }

    /// Where ` "title"` begins.
    private static func titleStart(in range: Range<Int>, _ text: Text) -> Int? {
        guard let last = text[range].last, last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") else { return nil }
        return range.dropLast().first { text[$0] == 0x20 && text[$0 + 1] == last && $0 + 2 < range.upperBound }
    }

    /// Where ` =300x200`, ` =300x` or ` =50%` begins.
    private static func sizeStart(in range: Range<Int>, _ text: Text) -> Int? {
        guard let space = text[range].lastIndex(of: 0x20), space + 2 < range.upperBound,
            text[space + 1] == UInt8(ascii: "=")
        else { return nil }
        let size = text[space + 2..<range.upperBound]
        let signs = "xX*%px.".utf8
        return size.contains(where: \.isDigit) && size.allSatisfy { $0.isDigit || signs.contains($0) } ? space : nil
    }

    private static let close = UInt8(ascii: "]")
}

// MARK: Text that looks like an address

extension FoundAddress {
    /// Whether it leads to another site or to a mailbox.
    var isExternal: Bool { URLPolicy.isExternal(address) }

    /// Whether it names a file of one computer or of a shared drive: `C:\\Plans\\a b.docx`, `file:///C:/a b.docx`.
    var isOfComputer: Bool { SpacedAddress.isOfComputer(address) }

    /// Whether it looks like an address, and not like words: by its start, or by a file name at its end.
    var isCertain: Bool {
        if form == .definition || isExternal { return isExternal }
        if isOfComputer { return true }
        if form == .image || !size.isEmpty { return true }
        if ["/", "./", "../", "#"].contains(where: address.hasPrefix) || address.hasSuffix("/") { return true }
        let path = address.prefix { $0 != "#" && $0 != "?" }
        return Self.hasExtension(Array(path.utf8))
    }

    /// A dot and up to five letters and digits at the end, of which the first is a letter: `notes.md`, `a.mp4`.
    private static func hasExtension(_ path: [UInt8]) -> Bool {
        guard let dot = path.lastIndex(of: UInt8(ascii: ".")), dot > 0, path[dot - 1] > 0x20,
            (1...5).contains(path.count - dot - 1)
        else { return false }
        return path[dot + 1].isLetter && path[(dot + 1)...].allSatisfy { $0.isLetter || $0.isDigit }
    }

    /// Where a bare address ends that continues after the space at which its link ends: at a folder, up to the name of
    /// a document. `nil` if it does not seem to continue.
    ///
    /// - Parameter link: the range of the link in the text.
    static func end(ofBare link: Range<Int>, _ text: Text) -> Int? {
        let name = text[link].suffix(while: { $0 != UInt8(ascii: "/") })
        guard link.upperBound < text.count, text[link.upperBound] == 0x20, !name.isEmpty,
            !name.contains(UInt8(ascii: ".")), text[link].count(where: { $0 == UInt8(ascii: "/") }) > 2
        else { return nil }
        var start = link.upperBound + 1
        for word in 0..<6 {
            let end = text[start..<min(text.count, start + 200)].firstIndex { $0 <= 0x20 } ?? text.count
            var stem = start..<end
            while stem.count > 1, ".,;:!?)>\"'*_".utf8.contains(text[stem.upperBound - 1]) {
                stem = stem.lowerBound..<stem.upperBound - 1
            }
            // The rest of a folder's name, and what is in it.
            if word == 0,
                text[stem].first == UInt8(ascii: "(") || !text[stem].dropFirst().contains(UInt8(ascii: "/"))
                    || text[stem].elementsEqual("and/or".utf8)
            {
                return nil
            }
            if isDocument(text[stem]) { return stem.upperBound }
            guard stem.upperBound == end, end < text.count, text[end] == 0x20 else { return nil }
            start = end + 1
        }
        return nil
    }

    /// Documents whose addresses people copy with the spaces of their folders.
    private static let documents: Set<String> = [
        "csv", "doc", "docm", "docx", "dot", "dotx", "jpeg", "jpg", "mp4", "mpp", "msg", "odp", "ods", "odt", "one",
        "pdf", "png", "ppt", "pptx", "rtf", "vsdx", "xls", "xlsm", "xlsx", "zip",
    ]

    private static func isDocument(_ word: Slice<Text>) -> Bool {
        guard let dot = word.lastIndex(of: UInt8(ascii: ".")), dot > word.startIndex, word.endIndex - dot < 7 else {
            return false
        }
        return documents.contains(String(decoding: word[(dot + 1)...], as: UTF8.self).lowercased())
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// The longest suffix whose bytes all match.
    fileprivate func suffix(while isIn: (UInt8) -> Bool) -> Self {
        self[(lastIndex { !isIn($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}
