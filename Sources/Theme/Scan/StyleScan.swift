internal import Diagnostics
internal import Text

/// One pass over a style sheet: what it loads, and where it breaks off.
///
/// Bytes are read as browsers read them (CSS Syntax Level 3, section 4), as far as comments, strings, addresses and
/// brackets go. The values of properties are not looked at.
struct StyleScan {
    enum Fault {
        /// Never closed; all that follows is part of it.
        case comment, address
        /// Not closed on its line.
        case string
        /// A bracket that is never closed.
        case open(UInt8)
        /// One that closes nothing.
        case close(UInt8)
    }

    /// A block `@font-face`.
    struct Typeface {
        /// `nil` where it has no `font-family`.
        var family: (name: String, range: ByteRange)?
        var block: ByteRange
    }

    private struct Bracket {
        let sign: UInt8
        let offset: Int
        /// Whether strings in it are addresses.
        let isAddress: Bool
        /// The block `@font-face` that it opens, by its index.
        let typeface: Int?
    }

    /// What the statement that is being read begins with.
    private enum Statement {
        case rule, namespace, typeface
        case importing(from: Int)
    }

    /// Of pictures, fonts and other files: what is between the quotes or brackets.
    private(set) var addresses: [ByteRange] = []
    /// Whole statements `@import`.
    private(set) var imports: [ByteRange] = []
    /// The addresses in them.
    private(set) var imported: [ByteRange] = []
    private(set) var faults: [(range: ByteRange, fault: Fault)] = []
    private(set) var typefaces: [Typeface] = []
    private(set) var comments: [ByteRange] = []

    private let css: [UInt8]
    private var open: [Bracket] = []
    private var statement = Statement.rule
    private var next = 0

    /// More faults of one file are not told apart: most follow from the first.
    private static let mostFaults = 20
    /// Functions whose texts are addresses.
    private static let addressFunctions: Set<String> = ["url", "src", "image", "image-set", "-webkit-image-set"]

    init(_ css: [UInt8]) {
        self.css = css
        while next < css.count { step() }
        end(at: css.count)
        // What is open after another fault is most often open because of it.
        if faults.isEmpty, let bracket = open.last { fail(bracket.offset..<bracket.offset + 1, .open(bracket.sign)) }
    }

    private mutating func step() {
        let byte = css[next]
        switch byte {
        case UInt8(ascii: "/") where next + 1 < css.count && css[next + 1] == UInt8(ascii: "*"): readComment()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): readString()
        case UInt8(ascii: "@"): readAtKeyword()
        case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): push(byte)
        case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): close(byte)
        case UInt8(ascii: ";"):
            if open.last.map({ $0.sign == UInt8(ascii: "{") }) ?? true { end(at: next) }
            next += 1
        default:
            if Self.isName(byte) || byte == UInt8(ascii: "\\") { readName() } else { next += 1 }
        }
    }

    private mutating func fail(_ range: ByteRange, _ fault: Fault) {
        if faults.count < Self.mostFaults { faults.append((range, fault)) }
    }

    // MARK: Comments, strings and names

    private mutating func readComment() {
        let start = next
        guard let close = Stylesheet.endOfComment(in: css, at: start) else {
            fail(start..<start + 2, .comment)
            comments.append(start..<css.count)
            stop()
            return
        }
        comments.append(start..<close)
        next = close
    }

    /// What is open now is open because of what has just been reported.
    private mutating func stop() {
        next = css.count
        open = []
    }

    private mutating func readString() {
        let (start, quote) = (next, css[next])
        next += 1
        while next < css.count, css[next] != quote {
            if Self.isLineEnd(css[next]) { break }
            // An escaped line end continues the string.
            next += css[next] == UInt8(ascii: "\\") ? 2 : 1
        }
        next = min(next, css.count)
        guard next < css.count, css[next] == quote else { return fail(start..<next, .string) }
        if isAddress { add(start + 1..<next) }
        next += 1
    }

    /// Whether a string would be an address.
    private var isAddress: Bool {
        if case .importing = statement { return true }
        return open.last?.isAddress ?? false
    }

    private mutating func add(_ address: ByteRange) {
        switch statement {
        case .importing: imported.append(address)
        // It names a language of elements, and nothing is loaded.
        case .namespace: break
        case .rule, .typeface: addresses.append(address)
        }
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 || byte == 12 }
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || isLineEnd(byte) }

    /// Whether a byte may be in a name.
    static func isName(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    /// - Returns: in small letters.
    private mutating func name() -> String {
        let start = next
        while next < css.count, Self.isName(css[next]) || css[next] == UInt8(ascii: "\\") {
            next += css[next] == UInt8(ascii: "\\") ? 2 : 1
        }
        next = min(next, css.count)
        return String(decoding: css[start..<next], as: UTF8.self).lowercased()
    }

    private mutating func readAtKeyword() {
        let start = next
        next += 1
        switch name() {
        case "import": statement = .importing(from: start)
        case "namespace": statement = .namespace
        case "font-face": statement = .typeface
        default: break
        }
    }

    private mutating func readName() {
        let start = next
        let name = name()
        guard next < css.count, css[next] == UInt8(ascii: "(") else {
            if name == "font-family", let typeface = open.last?.typeface { readFamily(of: typeface) }
            return
        }
        let isAddress = Self.addressFunctions.contains(name)
        if name == "url" {
            var first = next + 1
            while first < css.count, Self.isSpace(css[first]) { first += 1 }
            if first == css.count || !"\"'".utf8.contains(css[first]) { return readAddress(from: first, start) }
        }
        push(UInt8(ascii: "("), isAddress: isAddress)
    }

    /// An address without quotes: up to the bracket, whatever is in it.
    private mutating func readAddress(from first: Int, _ start: Int) {
        next = first
        while next < css.count, css[next] != UInt8(ascii: ")") { next += css[next] == UInt8(ascii: "\\") ? 2 : 1 }
        guard next < css.count else {
            fail(start..<start + 4, .address)
            return stop()
        }
        var last = next
        while last > first, Self.isSpace(css[last - 1]) { last -= 1 }
        add(first..<last)
        next += 1
    }

    /// Up to the end of the declaration, without moving on.
    private mutating func readFamily(of typeface: Int) {
        var first = next
        while first < css.count, Self.isSpace(css[first]) || css[first] == UInt8(ascii: ":") { first += 1 }
        var last = first
        while last < css.count, last - first < Self.longestFamily, !";}\n".utf8.contains(css[last]) { last += 1 }
        while last > first, Self.isSpace(css[last - 1]) { last -= 1 }
        if last - first > 1, "\"'".utf8.contains(css[first]), css[last - 1] == css[first] {
            first += 1
            last -= 1
        }
        guard first < last else { return }
        typefaces[typeface].family = (String(decoding: css[first..<last], as: UTF8.self), first..<last)
    }

    private static let longestFamily = 200

    // MARK: Brackets

    private mutating func push(_ sign: UInt8, isAddress: Bool = false) {
        var typeface: Int?
        if sign == UInt8(ascii: "{") {
            if case .typeface = statement {
                typeface = typefaces.count
                typefaces.append(Typeface(family: nil, block: next..<css.count))
            }
            end(at: next)
        }
        open.append(Bracket(sign: sign, offset: next, isAddress: isAddress, typeface: typeface))
        next += 1
    }

    private mutating func close(_ sign: UInt8) {
        let wanted = sign == UInt8(ascii: ")") ? UInt8(ascii: "(") : sign - 2
        defer { next += 1 }
        if sign == UInt8(ascii: "}"), let bracket = open.last, bracket.sign != wanted {
            // For a browser it goes on in the bracket; here the rest is read as it was meant.
            fail(bracket.offset..<bracket.offset + 1, .open(bracket.sign))
            while let last = open.last, last.sign != wanted { open.removeLast() }
            if open.isEmpty { return }
        }
        guard let bracket = open.last, bracket.sign == wanted else { return fail(next..<next + 1, .close(sign)) }
        open.removeLast()
        guard sign == UInt8(ascii: "}") else { return }
        end(at: next)
        if let typeface = bracket.typeface { typefaces[typeface].block = bracket.offset..<next + 1 }
    }

    /// Ends the statement that is being read.
    private mutating func end(at offset: Int) {
        if case .importing(let start) = statement { imports.append(start..<offset) }
        statement = .rule
    }
}
