public import Diagnostics
internal import YAML

/// Where the facts of a file name a person, and how to take it out: an item of a list, a key, or a whole group whose
/// point the person is (a member, somebody who welcomes newcomers).
///
/// What would be empty then goes too. All else stays as it is, to the byte; that is read back.
public struct PersonFacts: Sendable {
    /// One value that names them.
    public struct Mention: Sendable {
        /// Of the value, or where a key with more than one begins.
        public let range: ByteRange
        /// What would be taken out, in words, such as "this item of `authors`".
        public let what: String
        /// The key at the top that is removed as a whole; `nil` if less or more is.
        public let key: String?
    }

    /// A value of facts, decoded.
    public struct Text: Sendable {
        public let text: String
        public let range: ByteRange
    }

    /// What goes, in no particular order.
    public let mentions: [Mention]
    /// What to take out; `nil` when it cannot be done without touching something else.
    public let removal: [ByteRange]?
    /// All values that are single texts.
    public let texts: [Text]

    /// - Parameters:
    ///   - id: the person's, under `people/`.
    ///   - isName: whether a text is their name and nothing else.
    ///   - others: keys at the top that go along with what was taken out of another file.
    /// - Returns: `nil` when there are no facts, or they cannot be read.
    public init?(
        in file: SourceFile, _ keys: [KeyReference.Key], id: String?, isName: (String) -> Bool,
        without others: Set<String> = []
    ) {
        guard let tree = FactTree(file, keys) else { return nil }
        var gone: Set<Int> = []
        var left = tree.slots.map(\.children.count)
        var found: [Int] = []
        var texts: [Text] = []
        for (index, slot) in tree.slots.enumerated() {
            if slot.parent == 0, slot.key.map(others.contains) ?? false {
                if Self.take(index, from: tree, &gone, &left) { found.append(index) }
                continue
            }
            guard case .scalar(let text, _) = slot.node.value else { continue }
            texts.append(Text(text: text, range: slot.node.range))
            guard Self.names(tree, index, text, id, isName) else { continue }
            if Self.take(index, from: tree, &gone, &left) { found.append(index) }
        }
        let outermost = gone.filter { !Self.holders(of: $0, in: tree).contains(where: gone.contains) }
        mentions = found.map { index in
            let unit =
                outermost.contains(index) ? index : Self.holders(of: index, in: tree).first(where: outermost.contains)!
            let slot = tree.slots[index]
            let range = if case .scalar = slot.node.value { slot.node.range } else { slot.start..<slot.start }
            return Mention(
                range: range, what: Self.what(unit, in: tree),
                key: tree.slots[unit].parent == 0 ? tree.slots[unit].key : nil)
        }
        self.texts = texts
        removal = Self.checked(tree.removal(of: outermost), outermost, tree, file, keys)
    }

    /// Keys with a text that may be a name and nothing else.
    private static let textKeys: Set = ["sponsor", "owner"]

    private static func names(_ tree: FactTree, _ index: Int, _ text: String, _ id: String?, _ isName: (String) -> Bool)
        -> Bool
    {
        let slot = tree.slots[index]
        switch slot.shape {
        case .mention(let kinds)? where kinds.contains(.person): return text == id || isName(text)
        case .text?:
            let keys = [slot.key, slot.parent.flatMap { tree.slots[$0].key }]
            return keys.contains { $0.map(textKeys.contains) ?? false } && isName(text)
        case .plain?:
            if isWelcome(slot, tree) { return isName(text) }
            guard let id, isNavigation(slot, tree) else { return false }
            return ["people/\(id)", "people/\(id)/", "people/\(id).md", "/people/\(id)/"].contains(text)
        default: return false
        }
    }

    /// A page that the menu or the footer names.
    private static func isNavigation(_ slot: FactTree.Slot, _ tree: FactTree) -> Bool {
        if slot.key == "page", let entry = slot.parent {
            return tree.slots[entry].shape == .record(NavigationEntry.recordName)
        }
        let list = slot.key ?? slot.parent.flatMap { tree.slots[$0].key }
        return list == "menu" || list == "footer"
    }

    /// The name of the person who welcomes newcomers, whose title and address are next to it.
    private static func isWelcome(_ slot: FactTree.Slot, _ tree: FactTree) -> Bool {
        slot.key == "name" && slot.parent.map { tree.slots[$0].shape == .record(Welcome.recordName) } ?? false
    }

    /// Takes out a value, or the group that it is the point of, and whatever is empty then.
    ///
    /// - Returns: whether it can go.
    private static func take(_ index: Int, from tree: FactTree, _ gone: inout Set<Int>, _ left: inout [Int]) -> Bool {
        var index = index
        while true {
            let slot = tree.slots[index]
            guard let parent = slot.parent else { return false }
            if case .pair(_, _, true) = slot.role {
                index = parent
                continue
            }
            if isWelcome(slot, tree) {
                index = parent
                continue
            }
            guard gone.insert(index).inserted else { return true }
            left[parent] -= 1
            if left[parent] > 0 || parent == 0 { return true }
            index = parent
        }
    }

    private static func holders(of index: Int, in tree: FactTree) -> [Int] {
        Array(sequence(first: index) { tree.slots[$0].parent }.dropFirst())
    }

    private static func what(_ unit: Int, in tree: FactTree) -> String {
        let slot = tree.slots[unit]
        if let key = slot.key { return slot.parent == 0 ? "all of `\(key)`" : "`\(key)`" }
        let list = holders(of: unit, in: tree).lazy.compactMap { tree.slots[$0].key }.first ?? "the list"
        if case .scalar = slot.node.value { return "this item of `\(list)`" }
        return "this entry of `\(list)`"
    }

    /// The ranges, when the file without them says what it should.
    private static func checked(
        _ ranges: [ByteRange]?, _ gone: Set<Int>, _ tree: FactTree, _ file: SourceFile, _ keys: [KeyReference.Key]
    ) -> [ByteRange]? {
        guard let ranges, !ranges.isEmpty else { return ranges }
        var bytes = file.bytes
        for range in ranges.reversed() { bytes.removeSubrange(range) }
        guard let after = FactTree(SourceFile(path: file.path, bytes: bytes), keys),
            after.outline(without: []) == tree.outline(without: gone)
        else { return nil }
        return ranges
    }
}
