package import Diagnostics
internal import Text

/// Where a text defines what links such as `[text][label]` lead to: lines `[label]: destination "title"`.
///
/// Such lines in code, in HTML and within a paragraph are not definitions. Labels over several lines are left out.
package enum LinkDefinitions {
    /// - Parameter start: where the body begins in the file.
    /// - Returns: where the destinations are written in the file, without `<` and `>`, in order.
    package static func destinations(in bytes: [UInt8], from start: Int) -> [ByteRange] {
        bytes.withUnsafeBufferPointer { bytes in
            var scanner = BlockScanner(bytes: bytes, output: Rewritten(start..<bytes.count))
            var paragraph = DefinitionParagraph(bytes: bytes)
            for (line, next) in Lines(bytes, from: start) where !scanner.output.isTooLarge {
                let (leaf, containers) = (scanner.leaf, scanner.containers.map(\.kind))
                scanner.scan(line: line, next: next)
                guard scanner.leaf == .paragraph, let text = scanner.lastLine?.text, text.lowerBound >= line.lowerBound
                else { continue }
                // The text before that of a continued paragraph is the marks of quotes around it.
                let goesOn =
                    leaf == .paragraph && containers == scanner.containers.map(\.kind)
                    && bytes[line.lowerBound..<text.lowerBound].allSatisfy { [0x20, 0x09, 0x3E].contains($0) }
                paragraph.take(text, isFirst: !goesOn)
            }
            return paragraph.found
        }
    }
}

/// The lines of a paragraph, as far as they are definitions.
private struct DefinitionParagraph {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var found: [ByteRange] = []
    private var state = State.definition

    private enum State {
        /// The next line may begin a definition.
        case definition
        /// A label was alone on its line.
        case destination
        /// The next line may be a title, or begin a definition.
        case title
        /// A title continues until this sign.
        case inTitle(UInt8)
        case text
    }

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func take(_ line: ByteRange, isFirst: Bool) {
        if isFirst { state = .definition }
        switch state {
        case .text: break
        case .inTitle(let close): state = title(line, until: close)
        case .destination: state = destination(line)
        case .title:
            if let close = Self.titleMarks[bytes[line.lowerBound]] {
                state = title(line.lowerBound + 1..<line.upperBound, until: close)
            } else {
                state = definition(line)
            }
        case .definition: state = definition(line)
        }
    }

    private static let titleMarks: [UInt8: UInt8] = [0x22: 0x22, 0x27: 0x27, 0x28: 0x29]

    private mutating func definition(_ line: ByteRange) -> State {
        guard bytes[line.lowerBound] == UInt8(ascii: "["),
            let close = end(of: line.lowerBound + 1..<line.upperBound, at: UInt8(ascii: "]"), not: UInt8(ascii: "[")),
            bytes[line.lowerBound + 1..<close].contains(where: { !Self.isSpace($0) }),
            close + 1 < line.upperBound, bytes[close + 1] == UInt8(ascii: ":")
        else { return .text }
        let rest = withoutSpaces(close + 2..<line.upperBound)
        return rest.isEmpty ? .destination : destination(rest)
    }

    private mutating func destination(_ line: ByteRange) -> State {
        guard !line.isEmpty else { return .text }
        let written: ByteRange
        let end: Int
        if bytes[line.lowerBound] == UInt8(ascii: "<") {
            let inner = line.lowerBound + 1..<line.upperBound
            guard let close = self.end(of: inner, at: UInt8(ascii: ">"), not: UInt8(ascii: "<")) else { return .text }
            (written, end) = (inner.lowerBound..<close, close + 1)
        } else {
            end = bytes[line].firstIndex(where: Self.isSpace) ?? line.upperBound
            written = line.lowerBound..<end
        }
        let rest = withoutSpaces(end..<line.upperBound)
        var next = State.title
        if let first = rest.first {
            guard first > end, let close = Self.titleMarks[bytes[first]] else { return .text }
            next = title(first + 1..<rest.upperBound, until: close)
            if case .text = next { return .text }
        }
        found.append(written)
        return next
    }

    private func title(_ rest: ByteRange, until close: UInt8) -> State {
        guard let end = end(of: rest, at: close, not: nil) else { return .inTitle(close) }
        return withoutSpaces(end + 1..<rest.upperBound).isEmpty ? .definition : .text
    }

    /// Where a sign is without a backslash; `nil` if the other sign comes first.
    private func end(of range: ByteRange, at sign: UInt8, not other: UInt8?) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == sign { return index }
            if bytes[index] == other { return nil }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private func withoutSpaces(_ range: ByteRange) -> ByteRange {
        (range.first { !Self.isSpace(bytes[$0]) } ?? range.upperBound)..<range.upperBound
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
}
