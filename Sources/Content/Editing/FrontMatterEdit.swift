public import Diagnostics
internal import YAML

/// Changes values in the front matter of a file and leaves all else as it is: comments, the order of keys, quotes, keys
/// that the program does not know, the text below.
///
/// Every change is read back. One that would change anything besides its key is not made.
///
///     var edit = try FrontMatterEdit(file, order: Community.fields.map(\.key), language: "en")
///     try edit.set("topics", .list(["open-data"]))
public struct FrontMatterEdit: Sendable {
    public enum Failure: Error {
        /// The front matter is missing, or cannot be read.
        case unreadable
        /// The value has a form that cannot be changed in place.
        case notChanged(key: String)
    }

    /// What is there now, read.
    private var parts: Parts
    private let path: String
    /// The order in which new keys are put.
    private let order: [String]
    /// The file's, for texts in several languages below their key.
    private let language: String

    /// - Parameters:
    ///   - order: all keys of such a file; a new one goes after those that come before it here.
    ///   - language: the file's.
    /// - Throws: `Failure.unreadable`.
    public init(_ file: SourceFile, order: [String], language: String) throws(Failure) {
        parts = try Self.read(file.bytes, file.path)
        path = file.path
        self.order = order
        self.language = language
    }

    /// A new file with keys and their values, in the order of `order`, and nothing below.
    ///
    /// - Throws: `Failure.notChanged` with a key whose value would not be read as it is.
    public init(
        new values: [(key: String, value: FrontMatterValue)], path: String, order: [String], language: String
    ) throws(Failure) {
        let ranks = Dictionary(
            order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let sorted = values.sorted { ranks[$0.key, default: .max] < ranks[$1.key, default: .max] }
        let lines = ["---"] + sorted.flatMap { $0.value.lines(for: $0.key) } + ["---", ""]
        try self.init(
            SourceFile(path: path, bytes: Array(lines.joined(separator: "\n").utf8)), order: order, language: language)
        for (index, (key, value)) in sorted.enumerated() {
            guard parts.pairs.count == sorted.count, parts.pairs[index].key == key,
                parts.pairs[index].value.holds(value, isOrdered: true, language)
            else { throw .notChanged(key: key) }
        }
    }

    public var bytes: [UInt8] { parts.bytes }

    // MARK: Changes

    /// Sets a key, and adds it if it is missing.
    ///
    /// - Parameter isOrdered: whether a list with the same items in another order counts as changed.
    /// - Throws: `Failure.notChanged` when the value cannot be changed without touching something else.
    public mutating func set(_ key: String, _ value: FrontMatterValue, isOrdered: Bool = false) throws(Failure) {
        let before = parts
        guard let index = before.pairs.firstIndex(where: { $0.key == key }) else {
            return try insert(key, value, before)
        }
        if let way = inPlace(before.pairs[index].value, value, isOrdered: isOrdered, in: before.region(of: index)) {
            if way.isEmpty || (try? replace(way, before, index, value, isOrdered: isOrdered)) != nil { return }
        }
        try rewrite(value, before, index, isOrdered: isOrdered)
    }

    /// Rewrites a key as a whole, unless a comment would be lost.
    private mutating func rewrite(_ value: FrontMatterValue, _ before: Parts, _ index: Int, isOrdered: Bool = false)
        throws(Failure)
    {
        let key = before.pairs[index].key
        let region = before.region(of: index)
        guard !hasComment(in: region) else { throw .notChanged(key: key) }
        try replace([(region, joined(value.lines(for: key)))], before, index, value, isOrdered: isOrdered)
    }

    /// Whether a `#` may begin a comment there.
    private func hasComment(in region: ByteRange) -> Bool {
        region.contains {
            bytes[$0] == UInt8(ascii: "#") && ($0 == region.lowerBound || [32, 10, 9].contains(bytes[$0 - 1]))
        }
    }

    /// Sets a key of a group, and adds the group if it is missing.
    ///
    /// - Throws: `Failure.notChanged` when the group cannot be changed without touching something else.
    public mutating func set(_ key: String, of group: String, to text: String) throws(Failure) {
        let before = parts
        guard let index = before.pairs.firstIndex(where: { $0.key == group }), !before.pairs[index].value.isEmpty else {
            return try set(group, .group([.init(key, text)]))
        }
        guard case .mapping(let pairs, let isFlow) = before.pairs[index].value.value else {
            throw .notChanged(key: group)
        }
        var lines = pairs.compactMap { pair -> FrontMatterValue.Line? in
            if case .scalar(let text, _) = pair.value.value { .init(pair.key, text) } else { nil }
        }
        guard lines.count == pairs.count else { throw .notChanged(key: group) }
        if let line = lines.firstIndex(where: { $0.key == key }) {
            if lines[line].text == text { return }
            lines[line] = .init(key, text)
            return try replace(
                [(pairs[line].value.range, YAMLText.scalar(text, inFlow: isFlow))], before, index, .group(lines),
                isOrdered: false
            )
        }
        lines.append(.init(key, text))
        guard !isFlow, let last = pairs.last else { return try rewrite(.group(lines), before, index) }
        let indent = indent(of: last)
        let end = lineEnd(last.value.range.upperBound)
        try replace(
            [(end..<end, joined(["\(indent)\(key): \(YAMLText.scalar(text))"]))], before, index, .group(lines),
            isOrdered: false)
    }

    /// Sets a text in one of several languages. A text that is there without a language is in the file's language.
    ///
    /// - Throws: `Failure.notChanged` when the text cannot be changed without touching something else.
    public mutating func set(_ key: String, in language: String, to text: String) throws(Failure) {
        let before = parts
        if let index = before.pairs.firstIndex(where: { $0.key == key }),
            case .scalar(let own, _) = before.pairs[index].value.value, !before.pairs[index].value.isEmpty
        {
            return try rewrite(.group([.init(self.language, own), .init(language, text)]), before, index)
        }
        try set(language, of: key, to: text)
    }

    /// Adds a group to a list of groups, unless one has the same text under its first key.
    ///
    /// - Parameter alike: how many of its first keys must have the same text.
    /// - Throws: `Failure.notChanged` when the list cannot be changed without touching something else.
    public mutating func add(_ group: [FrontMatterValue.Line], to key: String, alike: Int = 1) throws(Failure) {
        let before = parts
        guard let index = before.pairs.firstIndex(where: { $0.key == key }), !before.pairs[index].value.isEmpty else {
            return try set(key, .groups([group]))
        }
        let node = before.pairs[index].value
        let items = if case .sequence(let items) = node.value { items } else { [node] }
        for item in items {
            guard case .mapping(let pairs, _) = item.value else { throw .notChanged(key: key) }
            let isThere = group.prefix(alike).allSatisfy { line in
                pairs.contains { $0.key == line.key && $0.value.isScalar(line.text) }
            }
            if isThere { return }
        }
        guard case .sequence = node.value, let first = items.first, bytes[node.range.lowerBound] == UInt8(ascii: "-")
        else { throw .notChanged(key: key) }
        let start = bytes[lineStart(node.range.lowerBound)..<node.range.lowerBound]
        let indent = String(decoding: start, as: UTF8.self)
        guard indent.allSatisfy({ $0 == " " }), first.range.lowerBound >= node.range.lowerBound else {
            throw .notChanged(key: key)
        }
        let end = before.region(of: index).upperBound
        let lines = group.enumerated().map {
            "\(indent)\($0.offset == 0 ? "-" : " ") \($0.element.key): \(YAMLText.scalar($0.element.text))"
        }
        try make([(end..<end, joined(lines))], key) {
            $0.pairs.count == before.pairs.count && $0.differs(from: before) == [index]
        }
    }

    // MARK: Positions

    /// The key at an offset, and the key below it, if there is one; empty when there is no key.
    public func keys(at offset: Int) -> [String] {
        guard let index = parts.pairs.indices.first(where: { parts.region(of: $0).contains(offset) }) else { return [] }
        var keys = [parts.pairs[index].key]
        if case .mapping(let pairs, _) = parts.pairs[index].value.value,
            let inner = pairs.last(where: { $0.keyRange.lowerBound <= offset })
        {
            keys.append(inner.key)
        }
        return keys
    }

    // MARK: Reading

    private struct Parts {
        let bytes: [UInt8]
        let yaml: ByteRange
        let pairs: [YAMLPair]

        /// The whole lines of a key and its value, without empty lines and comments before the next key.
        func region(of index: Int) -> ByteRange {
            func start(_ offset: Int) -> Int {
                (bytes[yaml.lowerBound..<offset].lastIndex(of: 10) ?? yaml.lowerBound - 1) + 1
            }
            let first = start(pairs[index].keyRange.lowerBound)
            var end = index + 1 < pairs.count ? start(pairs[index + 1].keyRange.lowerBound) : yaml.upperBound
            while end > first {
                let line = start(end - 1)
                let text = bytes[line..<end].filter { $0 != 13 && $0 != 10 }
                guard line > first, text.allSatisfy({ $0 == 32 }) || text.first == UInt8(ascii: "#") else { break }
                end = line
            }
            return first..<end
        }

        /// Indices of pairs whose values differ.
        func differs(from other: Parts) -> [Int] {
            pairs.indices.filter {
                pairs[$0].key != other.pairs[$0].key || pairs[$0].value.outline != other.pairs[$0].value.outline
            }
        }
    }

    private static func read(_ bytes: [UInt8], _ path: String) throws(Failure) -> Parts {
        guard case .success(let parts) = FrontMatter.split(SourceFile(path: path, bytes: bytes)), let yaml = parts.yaml
        else { throw .unreadable }
        let (root, problems) = YAMLParser.parse(bytes, in: yaml, path: path)
        guard !problems.contains(where: { $0.severity == .error }) else { throw .unreadable }
        guard let root else { return Parts(bytes: bytes, yaml: yaml, pairs: []) }
        guard case .mapping(let pairs, flow: false) = root.value else { throw .unreadable }
        return Parts(bytes: bytes, yaml: yaml, pairs: pairs)
    }

    /// Whether the front matter of a file says the same as before under all keys that nothing was replaced in.
    ///
    /// - Parameter ranges: of the file before.
    /// - Returns: `nil` when the file before cannot be read.
    package static func saysTheSame(_ before: SourceFile, _ after: SourceFile, besides ranges: [ByteRange]) -> Bool? {
        guard let old = try? read(before.bytes, before.path) else { return nil }
        guard let new = try? read(after.bytes, after.path), old.pairs.count == new.pairs.count else { return false }
        let differing = new.differs(from: old)
        return differing.allSatisfy { index in
            let region = old.region(of: index)
            return ranges.contains { $0.lowerBound < region.upperBound && $0.upperBound >= region.lowerBound }
        }
    }

    private func lineStart(_ offset: Int) -> Int { (bytes[..<offset].lastIndex(of: 10) ?? -1) + 1 }

    /// The offset after the line's end.
    private func lineEnd(_ offset: Int) -> Int { bytes[offset...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count }

    /// Lines with ends as the file has them.
    private func joined(_ lines: [String]) -> String {
        let isCRLF = bytes.firstIndex(of: 10).map { $0 > 0 && bytes[$0 - 1] == 13 } ?? false
        return lines.map { $0 + (isCRLF ? "\r\n" : "\n") }.joined()
    }

    // MARK: Ways to change a value

    private typealias Replacement = (range: ByteRange, text: String)

    /// The smallest change that makes the value the other; empty when it is that already, `nil` when there is none.
    private func inPlace(_ node: YAMLNode, _ value: FrontMatterValue, isOrdered: Bool, in region: ByteRange)
        -> [Replacement]?
    {
        switch (node.value, value) {
        case (.scalar(let old, _), .text(let new)):
            if old == new { return [] }
            return isOneLine(node) ? [(node.range, YAMLText.scalar(new))] : nil
        case (.scalar(let old, _), .list(let new)):
            if new == [old] { return [] }
            return isOneLine(node) ? [(node.range, FrontMatterValue.flow(new))] : nil
        case (.mapping(let pairs, let isFlow), .text(let new)):
            return text(new, in: pairs, isFlow: isFlow, region)
        case (.sequence(let items), .text(let new)): return list(items, [new], node, isOrdered: isOrdered, in: region)
        case (.sequence(let items), .list(let new)): return list(items, new, node, isOrdered: isOrdered, in: region)
        default: return nil
        }
    }

    /// One language of a text: the others stay.
    private func text(_ new: String, in pairs: [YAMLPair], isFlow: Bool, _ region: ByteRange) -> [Replacement]? {
        guard let last = pairs.last else { return nil }
        if let index = pairs.firstIndex(where: { $0.key == language }) {
            if pairs[index].value.isScalar(new) { return [] }
            if isOneLine(pairs[index].value) {
                return [(pairs[index].value.range, YAMLText.scalar(new, inFlow: isFlow))]
            }
            let start = lineStart(pairs[index].keyRange.lowerBound)
            let end = index + 1 < pairs.count ? lineStart(pairs[index + 1].keyRange.lowerBound) : region.upperBound
            guard !isFlow, start < end, !hasComment(in: start..<end) else { return nil }
            return [(start..<end, joined(["\(indent(of: pairs[index]))\(language): \(YAMLText.scalar(new))"]))]
        }
        if isFlow {
            return isOneLine(last.value)
                ? [
                    (
                        last.value.range.upperBound..<last.value.range.upperBound,
                        ", \(language): \(YAMLText.scalar(new, inFlow: true))"
                    )
                ] : nil
        }
        return [
            (region.upperBound..<region.upperBound, joined(["\(indent(of: last))\(language): \(YAMLText.scalar(new))"]))
        ]
    }

    private func indent(of pair: YAMLPair) -> String {
        String(decoding: bytes[lineStart(pair.keyRange.lowerBound)..<pair.keyRange.lowerBound], as: UTF8.self)
    }

    private func isOneLine(_ node: YAMLNode) -> Bool {
        !node.isEmpty && !node.range.isEmpty
            && ![UInt8(ascii: "|"), UInt8(ascii: ">")].contains(bytes[node.range.lowerBound])
            && !bytes[node.range].contains(10)
    }

    private func list(_ items: [YAMLNode], _ new: [String], _ node: YAMLNode, isOrdered: Bool, in region: ByteRange)
        -> [Replacement]?
    {
        let old = items.compactMap { item -> String? in if case .scalar(let text, _) = item.value { text } else { nil }
        }
        guard old.count == items.count else { return nil }
        if old == new || (!isOrdered && old.sorted() == new.sorted()) { return [] }
        if bytes[node.range.lowerBound] == UInt8(ascii: "[") {
            let last = items.last?.range.upperBound ?? node.range.lowerBound + 1
            guard let end = bytes[last..<region.upperBound].firstIndex(of: UInt8(ascii: "]")) else { return nil }
            if hasComment(in: node.range.lowerBound..<end) { return nil }
            let kept = isOrdered ? new : old.filter(new.contains) + new.filter { !old.contains($0) }
            return [(node.range.lowerBound..<end + 1, FrontMatterValue.flow(kept))]
        }
        if isOrdered, old.count == new.count, items.allSatisfy(isOneLine) {
            return items.indices.filter { old[$0] != new[$0] }.map { (items[$0].range, YAMLText.scalar(new[$0])) }
        }
        guard !isOrdered, let first = items.first, items.allSatisfy(isOneLine) else { return nil }
        let lead = String(decoding: bytes[lineStart(first.range.lowerBound)..<first.range.lowerBound], as: UTF8.self)
        guard lead.allSatisfy({ $0 == " " || $0 == "-" }) else { return nil }
        let gone = items.filter { item in !new.contains { item.isScalar($0) } }
        let end = lineEnd(items[items.count - 1].range.upperBound)
        let added = new.filter { !old.contains($0) }.map { lead + YAMLText.scalar($0) }
        return gone.map { (lineStart($0.range.lowerBound)..<lineEnd($0.range.upperBound), "") } + [
            (end..<end, joined(added))
        ]
    }

    private mutating func insert(_ key: String, _ value: FrontMatterValue, _ before: Parts) throws(Failure) {
        let earlier = Set(order.prefix { $0 != key })
        let offset =
            before.pairs.lastIndex { earlier.contains($0.key) }.map { before.region(of: $0).upperBound }
            ?? before.yaml.lowerBound
        let language = language
        try make([(offset..<offset, joined(value.lines(for: key)))], key) { after in
            guard let index = after.pairs.firstIndex(where: { $0.key == key }) else { return false }
            var rest = after.pairs
            let own = rest.remove(at: index)
            return own.value.holds(value, isOrdered: true, language)
                && zip(rest, before.pairs).allSatisfy { $0.key == $1.key && $0.value.outline == $1.value.outline }
                && rest.count == before.pairs.count
        }
    }

    private mutating func replace(
        _ way: [Replacement], _ before: Parts, _ index: Int, _ value: FrontMatterValue, isOrdered: Bool
    ) throws(Failure) {
        let language = language
        try make(way, before.pairs[index].key) { after in
            after.pairs.count == before.pairs.count
                && after.pairs[index].value.holds(value, isOrdered: isOrdered, language)
                && after.pairs[index].value.keepsLanguages(of: before.pairs[index].value, besides: language)
                && after.differs(from: before).allSatisfy { $0 == index }
        }
    }

    /// - Parameter isRight: whether what is read back is as it should be.
    private mutating func make(_ way: [Replacement], _ key: String, _ isRight: (Parts) -> Bool) throws(Failure) {
        var changed = bytes
        for (range, text) in way.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            changed.replaceSubrange(range, with: Array(text.utf8))
        }
        guard let after = try? Self.read(changed, path), isRight(after) else { throw .notChanged(key: key) }
        parts = after
    }
}

extension YAMLNode {
    fileprivate func isScalar(_ other: String) -> Bool {
        if case .scalar(let text, _) = value { text == other } else { false }
    }

    /// What it says, without its position and how it is written. As deep as YAML may nest here.
    fileprivate var outline: String {
        switch value {
        case .scalar(let text, _): "\"\(text.utf8.count):\(text)"
        case .sequence(let items): "[" + items.map(\.outline).joined(separator: ",") + "]"
        case .mapping(let pairs, _):
            "{" + pairs.map { "\($0.key.utf8.count):\($0.key)=\($0.value.outline)" }.joined(separator: ",") + "}"
        }
    }

    /// Whether the texts in other languages are unchanged.
    fileprivate func keepsLanguages(of other: YAMLNode, besides language: String) -> Bool {
        guard case .mapping(let before, _) = other.value else { return true }
        guard case .mapping(let after, _) = value else { return false }
        // A group that is not a text in languages is compared by what it should hold.
        return before.filter { $0.key != language }.allSatisfy { pair in after.contains { $0.key == pair.key } }
    }

    fileprivate func holds(_ other: FrontMatterValue, isOrdered: Bool, _ language: String) -> Bool {
        switch (value, other) {
        case (.scalar(let text, _), .text(let new)): return text == new
        case (.scalar(let text, _), .list(let new)): return new == [text]
        case (.mapping(let pairs, _), .text(let new)):
            return pairs.contains { $0.key == language && $0.value.isScalar(new) }
        case (.sequence(let items), .text(let new)): return items.count == 1 && items[0].isScalar(new)
        case (.sequence(let items), .list(let new)):
            let texts = items.map { item -> String in if case .scalar(let text, _) = item.value { text } else { "" } }
            return isOrdered ? texts == new : texts.sorted() == new.sorted()
        case (.mapping(let pairs, _), .group(let lines)):
            return pairs.count == lines.count
                && zip(pairs, lines).allSatisfy { $0.key == $1.key && $0.value.isScalar($1.text) }
        case (.sequence(let items), .groups(let groups)):
            return items.count == groups.count
                && zip(items, groups).allSatisfy { $0.holds(.group($1), isOrdered: true, language) }
        default: return false
        }
    }
}
