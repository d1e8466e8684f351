internal import Text

/// Words of the interface that a language borrows from another, within the bytes of a page.
///
/// A screen reader pronounces a text in the language that its element states. Which words are borrowed is known where
/// they are read; whether they become the text of an element or the value of an attribute is only known when the page
/// is done. So borrowed words carry marks until then: noncharacters of Unicode, which no text has.
package struct BorrowedWords {
    /// Of the page.
    private let language: String

    package init(in language: String) { self.language = language }

    // MARK: Marking

    // A literal cannot have them.
    private static let (start, middle, end) = (character(0xFDD0), character(0xFDD1), character(0xFDD2))

    private static func character(_ scalar: UInt32) -> Character { Character(Unicode.Scalar(scalar)!) }

    /// Marks the words of a text: each run between the places into which the program puts values.
    static func marked(_ text: String, from language: String) -> String {
        var out = ""
        var rest = Substring(text)
        while !rest.isEmpty {
            let open = rest.firstIndex(of: "{") ?? rest.endIndex
            out += run(rest[..<open], from: language)
            let close = rest[open...].firstIndex(of: "}").map(rest.index(after:)) ?? rest.endIndex
            out += rest[open..<close]
            rest = rest[close...]
        }
        return out
    }

    /// Whether a text has words of a language besides the values that are put in.
    static func hasWords(_ text: String) -> Bool { marked(text, from: "") != text }

    /// Spaces and signs around the words are those of any language.
    private static func run(_ text: Substring, from language: String) -> String {
        guard let first = text.firstIndex(where: \.isLetter), let last = text.lastIndex(where: \.isLetter) else {
            return String(text)
        }
        let rest = text.index(after: last)
        return "\(text[..<first])\(start)\(language)\(middle)\(text[first..<rest])\(end)\(text[rest...])"
    }

    // MARK: Resolving

    private enum Mark { case start, middle, end }

    /// Elements whose content is text alone.
    private static let textElements = ["script", "style", "title", "textarea", "option"].map { Array($0.utf8) }

    /// A page on which borrowed words that are the text of an element have a `span` with their language.
    ///
    /// - Parameter page: HTML that the theme made.
    package func inHTML(_ page: [UInt8]) -> [UInt8] {
        guard Self.areIn(page) else { return page }
        var out: [UInt8] = []
        out.reserveCapacity(page.count + page.count / 8)
        page.withUnsafeBufferPointer { page in
            var i = 0
            // How many elements `svg` are open: HTML has no place in them.
            var pictures = 0
            while i < page.count {
                if page[i] == UInt8(ascii: "<") {
                    var end = Self.tagEnd(page, from: i)
                    let isEnd = i + 1 < page.count && page[i + 1] == UInt8(ascii: "/")
                    let name = Self.name(page, from: isEnd ? i + 2 : i + 1)
                    if name.elementsEqual("svg".utf8) { pictures = max(0, pictures + (isEnd ? -1 : 1)) }
                    if !isEnd, Self.textElements.contains(where: name.elementsEqual) {
                        end = Self.end(of: name, page, from: end)
                    }
                    Self.appendPlain(page[i..<end], to: &out)
                    i = end
                } else if let mark = Self.mark(page, at: i) {
                    i += mark.width
                    guard mark.kind == .start else { continue }
                    i = pictures > 0 ? Self.wordsStart(page, from: i) : append(page, from: i, to: &out)
                } else {
                    out.append(page[i])
                    i += 1
                }
            }
        }
        return out
    }

    /// A file of another format, without the marks.
    package static func inText(_ file: [UInt8]) -> [UInt8] {
        guard areIn(file) else { return file }
        var out: [UInt8] = []
        out.reserveCapacity(file.count)
        file.withUnsafeBufferPointer { appendPlain($0[...], to: &out) }
        return out
    }

    /// Words with their language.
    ///
    /// - Parameter start: after the mark before the language.
    /// - Returns: where what follows them starts.
    private func append(_ page: UnsafeBufferPointer<UInt8>, from start: Int, to out: inout [UInt8]) -> Int {
        let words = Self.wordsStart(page, from: start)
        var end = words
        while end < page.count, page[end] != UInt8(ascii: "<"), Self.mark(page, at: end) == nil { end += 1 }
        let code = String(decoding: page[start..<max(start, words - 3)], as: UTF8.self)
        // Content could hold marks too; then the language is not what it should be.
        guard LanguageCode.isValid(code) else {
            out += page[words..<end]
            return end
        }
        let direction = TextDirection.attribute(of: code, within: language) ?? ""
        out += "<span lang=\"\(code)\"\(direction)>".utf8
        out += page[words..<end]
        out += "</span>".utf8
        return end
    }

    /// Where the words start whose language is here.
    private static func wordsStart(_ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var i = start
        while i < page.count, i < start + longestCode {
            if let mark = mark(page, at: i), mark.kind == .middle { return i + mark.width }
            i += 1
        }
        return start
    }

    private static let longestCode = 40

    private static func appendPlain(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to out: inout [UInt8]) {
        let page = UnsafeBufferPointer(rebasing: bytes)
        var i = 0
        while i < page.count {
            guard let mark = mark(page, at: i) else {
                out.append(page[i])
                i += 1
                continue
            }
            i += mark.width
            if mark.kind == .start { i = wordsStart(page, from: i) }
        }
    }

    private static func areIn(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { page in page.indices.contains { mark(page, at: $0) != nil } }
    }

    /// A mark as it is, or percent-encoded as in the subject of a `mailto:`.
    private static func mark(_ page: UnsafeBufferPointer<UInt8>, at i: Int) -> (kind: Mark, width: Int)? {
        switch page[i] {
        case 0xEF:
            guard i + 2 < page.count, page[i + 1] == 0xB7 else { return nil }
            return kind(page[i + 2]).map { ($0, 3) }
        case UInt8(ascii: "%"):
            guard i + 8 < page.count, page[i + 1..<i + 8].elementsEqual("EF%B7%9".utf8) else { return nil }
            return kind(0x90 | (page[i + 8] & 0x0F)).map { ($0, 9) }
        default: return nil
        }
    }

    private static func kind(_ last: UInt8) -> Mark? {
        switch last {
        case 0x90: .start
        case 0x91: .middle
        case 0x92: .end
        default: nil
        }
    }

    // MARK: Tags

    private static func name(_ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        var end = start
        while end < page.count, page[end] | 0x20 >= 97, page[end] | 0x20 <= 122 { end += 1 }
        return page[start..<end]
    }

    /// After the `>` of a tag or the `-->` of a comment.
    private static func tagEnd(_ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        if page[start...].starts(with: "<!--".utf8) { return after("-->", page, from: start) }
        var i = start + 1
        var quote: UInt8?
        while i < page.count {
            let byte = page[i]
            i += 1
            if byte == quote {
                quote = nil
            } else if quote == nil {
                if byte == UInt8(ascii: ">") { return i }
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
            }
        }
        return i
    }

    /// Where the end tag of an element of text starts.
    private static func end(
        of name: Slice<UnsafeBufferPointer<UInt8>>, _ page: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int {
        var i = start
        while i < page.count {
            if page[i] == UInt8(ascii: "<"), page[i...].dropFirst().starts(with: "/".utf8),
                page[i...].dropFirst(2).starts(with: name)
            {
                return i
            }
            i += 1
        }
        return i
    }

    private static func after(_ text: StaticString, _ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let sought = "\(text)".utf8
        var i = start
        while i < page.count {
            if page[i...].starts(with: sought) { return i + sought.count }
            i += 1
        }
        return i
    }
}
