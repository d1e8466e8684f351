/// Looks through a file of any size with a part of it in memory, most cheaply from its first byte to its last.
struct ByteWindow {
    enum Order {
        case big, little
    }

    let size: Int
    private let file: any ByteSource
    private var window: [UInt8] = []
    private var start = 0
    /// How much is read next, in bytes.
    private var length = shortest

    /// After a leap, as from one large part to the next; it is enough for the head of most files.
    private static let shortest = 4 * 1024
    /// Where byte after byte is looked at.
    private static let longest = 64 * 1024

    init(_ file: some ByteSource) {
        self.file = file
        size = file.size
    }

    /// A part that is there as a whole.
    ///
    /// - Parameter count: at most `longest`.
    /// - Throws: `PictureFlaw.endsEarly`
    mutating func bytes(at offset: Int, count: Int) throws(PictureFlaw) -> ArraySlice<UInt8> {
        guard offset >= 0, count >= 0, count <= Self.longest, offset <= size - count else { throw .endsEarly }
        if offset < start || offset + count > start + window.count {
            let isNext = start..<(start + window.count + 1) ~= offset && offset > 0
            length = isNext ? min(length * 4, Self.longest) : Self.shortest
            start = offset
            window = file.bytes(at: offset, count: max(count, length))
            // It got shorter since its size was read, or cannot be read.
            guard window.count >= count else { throw .endsEarly }
        }
        return window[(offset - start)..<(offset - start + count)]
    }

    mutating func byte(at offset: Int) throws(PictureFlaw) -> UInt8 {
        if offset >= start, offset < start + window.count { return window[offset - start] }
        return try bytes(at: offset, count: 1).first!
    }

    /// An unsigned number of at most seven bytes.
    mutating func number(at offset: Int, size: Int, _ order: Order) throws(PictureFlaw) -> Int {
        let digits = try bytes(at: offset, count: size)
        return switch order {
        case .big: digits.reduce(0) { $0 << 8 | Int($1) }
        case .little: digits.reversed().reduce(0) { $0 << 8 | Int($1) }
        }
    }

    mutating func has(_ text: StaticString, at offset: Int) -> Bool {
        guard let found = try? bytes(at: offset, count: text.utf8CodeUnitCount) else { return false }
        return text.withUTF8Buffer { found.elementsEqual($0) }
    }

    /// The next offset of a byte.
    ///
    /// - Throws: `PictureFlaw.endsEarly` where there is none.
    mutating func offset(of wanted: UInt8, from offset: Int) throws(PictureFlaw) -> Int {
        var offset = offset
        while true {
            _ = try byte(at: offset)
            let from = offset - start
            let found = window.withUnsafeBufferPointer { window in window[from...].firstIndex(of: wanted) }
            if let found { return start + found }
            offset = start + window.count
        }
    }
}
