internal import Diagnostics
internal import YAML

/// All values of a file's facts, each with what holds it and the shape that the table of fields gives it.
struct FactTree {
    enum Role {
        /// After a key; in `record`, where the table knows the group.
        case pair(key: String, keyRange: ByteRange, isRequired: Bool)
        case item
    }

    struct Slot {
        let parent: Int?
        let role: Role
        let node: YAMLNode
        /// `nil` for what no table knows. Of a single value in the place of a list, the item's.
        let shape: Shape?
        /// In order.
        var children: [Int] = []

        var key: String? { if case .pair(let key, _, _) = role { key } else { nil } }

        /// Where it begins: its key, or the item without its hyphen.
        var start: Int { if case .pair(_, let range, _) = role { range.lowerBound } else { node.range.lowerBound } }
    }

    let bytes: [UInt8]
    let yaml: ByteRange
    /// The first is the whole; what holds another comes before it.
    private(set) var slots: [Slot] = []

    private static let groups = Dictionary(uniqueKeysWithValues: KeyReference.all.map { ($0.name, $0.keys) })

    /// - Parameter keys: what the file takes at its top.
    /// - Returns: `nil` when there are no facts, or they cannot be read.
    init?(_ file: SourceFile, _ keys: [KeyReference.Key]) {
        guard let yaml = Self.facts(of: file) else { return nil }
        let (root, problems) = YAMLParser.parse(file.bytes, in: yaml, path: file.path)
        guard !problems.contains(where: { $0.severity == .error }) else { return nil }
        bytes = file.bytes
        self.yaml = yaml
        let empty = YAMLNode(value: .mapping([], flow: false), range: yaml.lowerBound..<yaml.lowerBound)
        let top = root ?? empty
        guard case .mapping(_, flow: false) = top.value else { return nil }
        slots = [Slot(parent: nil, role: .item, node: top, shape: nil)]
        var index = 0
        while index < slots.count {
            addChildren(of: index, top: index == 0 ? keys : nil)
            index += 1
        }
    }

    /// `site.yaml` is all facts.
    private static func facts(of file: SourceFile) -> ByteRange? {
        if file.path.hasSuffix(".yaml") {
            return (file.bytes.starts(with: FrontMatter.byteOrderMark) ? 3 : 0)..<file.bytes.count
        }
        guard case .success(let parts) = FrontMatter.split(file) else { return nil }
        return parts.yaml
    }

    private mutating func addChildren(of index: Int, top: [KeyReference.Key]?) {
        let (node, shape) = (slots[index].node, slots[index].shape)
        switch node.value {
        case .scalar: return
        case .sequence(let items):
            let item: Shape? = if case .list(let item)? = shape { item } else { nil }
            for node in items { add(Slot(parent: index, role: .item, node: node, shape: Self.fitting(item, node))) }
        case .mapping(let pairs, _):
            let group: [KeyReference.Key]? =
                if case .record(let name)? = shape { Self.groups[name] } else { top }
            for pair in pairs {
                let key = group?.first { $0.name == pair.key }
                let known: Shape? =
                    switch shape {
                    case .text?: shape
                    case .map(_, let item)?: item
                    default: key?.shape
                    }
                let role = Role.pair(key: pair.key, keyRange: pair.keyRange, isRequired: key?.isRequired ?? false)
                add(Slot(parent: index, role: role, node: pair.value, shape: Self.fitting(known, pair.value)))
            }
        }
    }

    private mutating func add(_ slot: Slot) {
        if let parent = slot.parent { slots[parent].children.append(slots.count) }
        slots.append(slot)
    }

    /// The shape that a value has where several are allowed.
    private static func fitting(_ shape: Shape?, _ node: YAMLNode) -> Shape? {
        func fits(_ shape: Shape) -> Bool {
            switch (shape, node.value) {
            case (.list, .sequence), (.record, .mapping), (.map, .mapping): true
            case (.list, _), (.record, _), (.map, _): false
            default: if case .scalar = node.value { true } else { false }
            }
        }
        var shape = shape
        while true {
            switch shape {
            case .either(let a, let b)?: shape = fits(a) || !fits(b) ? a : b
            case .list(let item)? where !fits(.list(of: item)): shape = item
            default: return shape
            }
        }
    }

    /// What it says without some of its values, to be compared with another. As deep as YAML may nest here.
    func outline(without gone: Set<Int>, at index: Int = 0) -> String {
        let children = slots[index].children.filter { !gone.contains($0) }
        switch slots[index].node.value {
        case .scalar(let text, _): return "\"\(text.utf8.count):\(text)"
        case .sequence: return "[" + children.map { outline(without: gone, at: $0) }.joined(separator: ",") + "]"
        case .mapping:
            let pairs = children.map { child in
                let key = slots[child].key ?? ""
                return "\(key.utf8.count):\(key)=\(outline(without: gone, at: child))"
            }
            return "{" + pairs.joined(separator: ",") + "}"
        }
    }
}
