internal import Diagnostics
internal import Text

/// Addresses with spaces in them, which Markdown treats as text.
extension Renderer {
    /// How many are checked in a text.
    static let mostSpacedAddresses = 500

    /// - Parameter pieces: what was found in the text, including addresses; in order.
    mutating func findSpacedAddresses(
        _ node: Node, _ literal: UnsafeBufferPointer<UInt8>, _ signs: TextSigns, _ pieces: [Piece]
    ) {
        var covered = findBracketed(node, literal, signs)[...]
        for piece in pieces {
            guard case .address(let link) = piece.content, let found = goingOn(link.range, literal) else { continue }
            while let first = covered.first, first.upperBound <= piece.range.lowerBound { covered.removeFirst() }
            if covered.first?.overlaps(piece.range) == true { continue }
            addSpaced(found, node, literal, opening: found.form == .angles ? "<" : "", at: nil)
        }
    }

    /// - Returns: where the certain addresses are in the literal, in order.
    private mutating func findBracketed(
        _ node: Node, _ literal: UnsafeBufferPointer<UInt8>, _ signs: TextSigns
    ) -> [Range<Int>] {
        var all = signs.contains(.destination) ? FoundAddress.inParentheses(literal) : []
        if signs.contains(.bracket), node.beginsLine, node.endsLine, let found = FoundAddress.definition(literal),
            !found.isExternal || FoundAddress.end(ofBare: found.firstWord(in: literal), literal) == literal.count
        {
            all = [found]
        }
        if all.isEmpty { return [] }
        let closed = ranges.closingBrackets(in: node)
        return all.compactMap { found in
            let isTaken = found.bracket.flatMap { closed[$0] }.map { addBracketed(found, node, literal, at: $0) }
            return isTaken == true && found.isCertain ? found.range : nil
        }
    }

    /// An address whose link ends at a space, and that continues after it.
    private func goingOn(_ link: Range<Int>, _ literal: UnsafeBufferPointer<UInt8>) -> FoundAddress? {
        guard link.upperBound < literal.count, literal[link.upperBound] == 0x20 else { return nil }
        if link.lowerBound > 0, literal[link.lowerBound - 1] == UInt8(ascii: "<") {
            let reach = link.upperBound..<min(literal.count, link.upperBound + FoundAddress.limit)
            let end = literal.first(UInt8(ascii: ">"), in: reach)
            guard end < reach.upperBound else { return nil }
            return FoundAddress(literal, link.lowerBound..<end, .angles, bracket: nil)
        }
        return FoundAddress.end(ofBare: link, literal).flatMap {
            FoundAddress(literal, link.lowerBound..<$0, .bare, bracket: nil)
        }
    }

    /// - Parameter bracket: where its `]` is in the text that was parsed.
    /// - Returns: whether a bracket opens before it, and it may be an address.
    private mutating func addBracketed(
        _ found: FoundAddress, _ node: Node, _ literal: UnsafeBufferPointer<UInt8>, at bracket: Int
    ) -> Bool {
        guard spacedAddressesLeft > 0, URLPolicy.isAllowed(found.address) || found.isOfComputer else { return false }
        spacedAddressesLeft -= 1
        guard let first = ranges.opening(of: bracket) else { return false }
        var found = found
        if found.form == .link, ranges.isImage(at: first) {
            found.form = .image
            if first + 1 == bracket { reportNoAlternative(found, at: bracket) }
        }
        let opening = ranges.text((found.form == .image ? first - 1 : first)..<bracket + 2)
        addSpaced(
            found, node, literal, opening: found.form == .definition ? opening + " " : opening,
            at: bracket + found.range.lowerBound - (found.bracket ?? 0))
        return true
    }

    /// - Parameter start: where it is in the text that was parsed; `nil` if that is not known.
    private mutating func addSpaced(
        _ found: FoundAddress, _ node: Node, _ literal: UnsafeBufferPointer<UInt8>, opening: String, at start: Int?
    ) {
        guard rendered.spacedAddresses.count < Self.mostSpacedAddresses else { return }
        let bytes = literal[found.range]
        let offset = start ?? ranges.start(of: bytes, in: node)
        let exact = offset.flatMap { ranges.source.has(bytes, at: $0) ? verbatim($0..<$0 + bytes.count) : nil }
        rendered.spacedAddresses.append(
            SpacedAddress(
                form: found.form, address: found.address, size: found.size, opening: opening, closing: found.closing,
                range: exact ?? ranges.firstLine(of: node), isExact: exact != nil, isCertain: found.isCertain))
    }

    private mutating func reportNoAlternative(_ found: FoundAddress, at bracket: Int) {
        reportMissingAlternative(
            at: ranges.file(bracket..<bracket + 1), found.address,
            help: "Say in the brackets what it shows: `![…](<\(found.address.shortened)>)`.")
    }

    /// The range in the file of bytes of the text that was parsed; `nil` if the bytes in the file differ.
    func verbatim(_ range: ByteRange) -> ByteRange? {
        let inFile = ranges.file(range)
        guard inFile.count == range.count, inFile.upperBound <= file.count,
            file[inFile].elementsEqual(ranges.source.bytes[range])
        else { return nil }
        return inFile
    }
}

extension FoundAddress {
    fileprivate var closing: String {
        switch form {
        case .link, .image: title + ")"
        case .definition: title
        case .angles: ">"
        case .bare: ""
        }
    }

    fileprivate func firstWord(in text: Text) -> Range<Int> {
        range.lowerBound..<(range.first { text[$0] == 0x20 } ?? range.upperBound)
    }
}

extension SourceRanges {
    /// Where the bracket is that the `]` at an offset closes; `nil` if none is near.
    fileprivate func opening(of close: Int) -> Int? {
        var depth = 0
        var i = close
        while i >= max(source.start, close - FoundAddress.limit) {
            let byte = source.byte(i)
            if byte == UInt8(ascii: "\n"), source.byte(i - 1) == UInt8(ascii: "\n") { return nil }
            if source.byte(i - 1) != UInt8(ascii: "\\") {
                if byte == UInt8(ascii: "]") { depth += 1 }
                if byte == UInt8(ascii: "[") { depth -= 1 }
                if depth == 0 { return source.byte(i + 1) == UInt8(ascii: "^") ? nil : i }
            }
            i -= 1
        }
        return nil
    }

    fileprivate func isImage(at bracket: Int) -> Bool {
        source.byte(bracket - 1) == UInt8(ascii: "!") && source.byte(bracket - 2) != UInt8(ascii: "\\")
    }

    /// A range of the text that was parsed, on one line.
    fileprivate func text(_ range: ByteRange) -> String {
        String(decoding: source.bytes[range], as: UTF8.self).replacing("\n", with: " ")
    }

    /// Where bytes of a text node are written, if they equal its literal.
    fileprivate mutating func start(of bytes: Slice<UnsafeBufferPointer<UInt8>>, in node: Node) -> Int? {
        let start = offset(node.startLine, node.startColumn) + bytes.startIndex
        return source.has(bytes, at: start) ? start : searchInBlock(bytes)?.lowerBound
    }
}
