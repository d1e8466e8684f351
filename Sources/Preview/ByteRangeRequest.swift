/// The part of a file that a browser requests (RFC 9110, section 14): players of films and sounds do, to begin in
/// the middle.
enum ByteRangeRequest: Equatable {
    /// Offsets from the first byte, end excluded; never empty.
    case part(Range<Int>)
    /// The whole: the request has nothing that is understood here, which is one range of bytes.
    case whole
    /// The file has none of these bytes.
    case none

    /// - Parameters:
    ///   - header: the value of `Range`, such as `bytes=0-1023`, `bytes=1024-` or `bytes=-100`.
    ///   - size: of the file, in bytes.
    init(_ header: String?, of size: Int) {
        self = .whole
        guard let header, header.lowercased().hasPrefix("bytes=") else { return }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } && $0.utf8.count <= 18 })
        else { return }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, let last?):
            guard last >= first else { return }
            self = first < size ? .part(first..<min(last + 1, size)) : .none
        case (let first?, nil): self = first < size ? .part(first..<size) : .none
        case (nil, let count?): self = count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .none
        case (nil, nil): return
        }
    }
}
