internal import Diagnostics

/// The bytes that go with a value.
extension FactTree {
    /// What to take out so that some values are gone, and all else keeps its meaning.
    ///
    /// - Parameter gone: values, none of which holds another.
    /// - Returns: ranges in order; `nil` where something else would go with them.
    func removal(of gone: Set<Int>) -> [ByteRange]? {
        var ranges: [ByteRange] = []
        /// The first that stays, of each list or group.
        var kept: [Int: Int] = [:]
        for index in gone.sorted() {
            let parent = slots[index].parent!
            if kept[parent] == nil { kept[parent] = slots[parent].children.first { !gone.contains($0) } ?? Int.max }
            let isLater = kept[parent]! < index
            guard let range = isFlow(parent) ? flowRange(index, isLater: isLater) : blockRange(index, gone) else {
                return nil
            }
            ranges.append(range)
        }
        ranges.sort { $0.lowerBound < $1.lowerBound }
        return zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound } ? ranges : nil
    }

    private func isFlow(_ index: Int) -> Bool {
        let node = slots[index].node
        return switch node.value {
        case .mapping(_, let flow): flow
        case .sequence: bytes[node.range.lowerBound] == UInt8(ascii: "[")
        case .scalar: false
        }
    }

    // MARK: Lines

    private func blockRange(_ index: Int, _ gone: Set<Int>) -> ByteRange? {
        let slot = slots[index]
        var start = slot.start
        if case .item = slot.role {
            guard let hyphen = bytes[yaml.lowerBound..<start].lastIndex(where: { $0 != 32 && $0 != 10 && $0 != 13 }),
                bytes[hyphen] == UInt8(ascii: "-")
            else { return nil }
            start = hyphen
        }
        let line = lineStart(start)
        if bytes[line..<start].allSatisfy({ $0 == 32 }) {
            let range = line..<end(of: index, from: line)
            return range.isEmpty ? nil : range
        }
        // The first key after a hyphen: the next takes its place.
        guard slot.key != nil, let next = sibling(behind: index), !gone.contains(next) else { return nil }
        let range = start..<slots[next].start
        return hasComment(in: range) ? nil : range
    }

    private func sibling(behind index: Int) -> Int? {
        guard let parent = slots[index].parent else { return nil }
        let all = slots[parent].children
        // Children were added one after the other.
        let next = index + 1
        return next <= all[all.count - 1] ? next : nil
    }

    /// Where what follows begins, without empty lines and comments before it.
    private func end(of index: Int, from start: Int) -> Int {
        var holder: Int? = index
        var end = yaml.upperBound
        while let slot = holder {
            if let next = sibling(behind: slot) {
                end = lineStart(slots[next].start)
                break
            }
            holder = slots[slot].parent
        }
        while end > start {
            let line = lineStart(end - 1)
            let text = bytes[line..<end].drop { $0 == 32 }
            guard line > start, text.first.map({ $0 == 10 || $0 == 13 || $0 == UInt8(ascii: "#") }) ?? true else {
                break
            }
            end = line
        }
        return end
    }

    private func lineStart(_ offset: Int) -> Int {
        (bytes[yaml.lowerBound..<offset].lastIndex(of: 10) ?? yaml.lowerBound - 1) + 1
    }

    private func hasComment(in range: ByteRange) -> Bool {
        range.contains { bytes[$0] == UInt8(ascii: "#") && ($0 == range.lowerBound || bytes[$0 - 1] <= 32) }
    }

    // MARK: Within brackets

    /// - Parameter isLater: whether something before it stays: the comma after that goes; else its own does.
    private func flowRange(_ index: Int, isLater: Bool) -> ByteRange? {
        let all = slots[slots[index].parent!].children
        guard let end = flowEnd(from: slots[index].start) else { return nil }
        let range: ByteRange
        if isLater {
            guard let before = flowEnd(from: slots[index - 1].start) else { return nil }
            range = before..<end
        } else if index < all[all.count - 1] {
            range = slots[index].start..<slots[index + 1].start
        } else {
            range = slots[index].start..<end
        }
        return hasComment(in: range) ? nil : range
    }

    /// Where the comma or bracket after a value is, without the spaces before it.
    private func flowEnd(from start: Int) -> Int? {
        var depth = 0
        var isFresh = true
        var index = start
        while index < yaml.upperBound {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\"") where isFresh, UInt8(ascii: "'") where isFresh:
                guard let close = quoteEnd(from: index) else { return nil }
                index = close
                isFresh = false
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                isFresh = true
            case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
                if depth == 0 { return (bytes[start..<index].lastIndex { $0 > 32 } ?? start) + 1 }
                if byte != UInt8(ascii: ",") { depth -= 1 }
                isFresh = byte == UInt8(ascii: ",")
            case UInt8(ascii: ":"): isFresh = true
            case UInt8(ascii: "#") where bytes[index - 1] <= 32: return nil
            case ...32: break
            default: isFresh = false
            }
            index += 1
        }
        return nil
    }

    private func quoteEnd(from start: Int) -> Int? {
        let quote = bytes[start]
        var index = start + 1
        while index < yaml.upperBound {
            if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 1
            } else if bytes[index] == quote {
                guard quote == UInt8(ascii: "'"), index + 1 < yaml.upperBound, bytes[index + 1] == quote else {
                    return index
                }
                index += 1
            }
            index += 1
        }
        return nil
    }
}
