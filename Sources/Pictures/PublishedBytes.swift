internal import Text

/// What is published of a file: parts of it, and bytes that stand for others.
package struct PublishedBytes: Sendable, Equatable {
    package enum Source: Sendable, Equatable {
        /// From this byte of the file on.
        case file(Int)
        case own([UInt8])
    }

    package struct Part: Sendable, Equatable {
        /// Where it begins in what is published.
        package let start: Int
        package fileprivate(set) var count: Int
        package let source: Source

        var end: Int { start + count }
    }

    private(set) var parts: [Part] = []

    /// Pictures have a few; more than this would take as much memory as the file has bytes.
    private static let mostParts = 20_000

    init() {}

    /// All of a file.
    package init(allOf size: Int) {
        if size > 0 { parts = [Part(start: 0, count: size, source: .file(0))] }
    }

    /// In bytes.
    package var size: Int { parts.last?.end ?? 0 }

    /// Whether it is the file as it is.
    package func isAll(of size: Int) -> Bool { self == PublishedBytes(allOf: size) }

    /// - Throws: `PictureFlaw.tooManyParts`
    mutating func keep(_ range: Range<Int>) throws(PictureFlaw) {
        if range.isEmpty { return }
        if let last = parts.last, case .file(let start) = last.source, start + last.count == range.lowerBound {
            parts[parts.count - 1].count += range.count
        } else {
            try append(range.count, .file(range.lowerBound))
        }
    }

    /// - Throws: `PictureFlaw.tooManyParts`
    mutating func add(_ bytes: [UInt8]) throws(PictureFlaw) {
        if !bytes.isEmpty { try append(bytes.count, .own(bytes)) }
    }

    /// - Throws: `PictureFlaw.tooManyParts`
    mutating func append(_ other: PublishedBytes) throws(PictureFlaw) {
        for part in other.parts {
            switch part.source {
            case .file(let start): try keep(start..<start + part.count)
            case .own(let bytes): try add(bytes)
            }
        }
    }

    private mutating func append(_ count: Int, _ source: Source) throws(PictureFlaw) {
        if parts.count == Self.mostParts { throw .tooManyParts }
        parts.append(Part(start: size, count: count, source: source))
    }

    /// Hands over one part of what is published, in order.
    ///
    /// - Parameters:
    ///   - file: gets bytes of the file, as a range.
    ///   - own: gets bytes that are not in the file.
    /// - Throws: what `file` and `own` throw.
    package func forEach<E: Error>(
        in range: Range<Int>, file: (Range<Int>) throws(E) -> Void, own: (ArraySlice<UInt8>) throws(E) -> Void
    ) throws(E) {
        var index = parts.partitioningIndex { $0.end > range.lowerBound }
        while index < parts.count, parts[index].start < range.upperBound {
            let part = parts[index]
            let from = max(range.lowerBound, part.start) - part.start
            let to = min(range.upperBound, part.end) - part.start
            switch part.source {
            case .file(let start): try file((start + from)..<(start + to))
            case .own(let bytes): try own(bytes[from..<to])
            }
            index += 1
        }
    }
}
