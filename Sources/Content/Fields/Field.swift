internal import YAML

/// A group of keys: front matter of a kind, or a group below one of its keys.
///
/// A key is declared in the table of fields alone; decoder, schema, reference page and form rules come from it.
public protocol Record: Sendable {
    init()
    /// What the group is called in messages and in the reference, such as `community`.
    static var recordName: String { get }
    /// In the order in which a reference lists them.
    static var fields: [Field<Self>] { get }
    /// A group that is right as it is, to be shown where something else is in its place.
    static var example: GroupExample { get }
    /// A key that withholds could not be read: takes the value with which the least is published.
    ///
    /// - Returns: `false` where there is no such value, so that nothing of the record can be used.
    mutating func withhold(_ key: String) -> Bool
    /// A key is there, and no value of it: checks that would say that the key is missing say something else then.
    mutating func noteLack(of key: String, _ lack: ValueLack)
}

/// Why a key that is in a file has no value.
public enum ValueLack: Sendable {
    case empty
    /// Which was reported.
    case unreadable
}

extension Record {
    public mutating func withhold(_ key: String) -> Bool { false }

    public mutating func noteLack(of key: String, _ lack: ValueLack) {}

    public static var example: GroupExample {
        let needed = fields.filter(\.isRequired).map { "\($0.key): …" }
        return GroupExample(needed.isEmpty ? fields.prefix(1).map { "\($0.key): …" } : needed)
    }
}

/// Lines of a group, without the indent that they have in a file.
public struct GroupExample: Sendable {
    /// Those that it cannot do without; the first is that of the first key.
    public let needed: [String]
    public let more: [String]

    public init(_ needed: [String], more: [String] = []) { (self.needed, self.more) = (needed, more) }
}

/// One key of a record: its name, what it takes, what it is for, and where its value goes.
public struct Field<Root: Sendable>: Sendable {
    public let key: String
    public let shape: Shape
    public let isRequired: Bool
    /// The key of the same record beside which a required one may be left out.
    public private(set) var unless: String?
    /// One phrase for the reference and the form.
    public let summary: String
    /// Other names for this key, which mean nothing else: `check --fix` writes the key in their place.
    public let synonyms: [String]
    /// Keys that people write when they most likely mean this one.
    public let alsoMeant: [String]
    /// Whether it says what is not published. It fails closed: where its value cannot be read, or its name is only
    /// nearly right, `Record.withhold` says what becomes of the record.
    let withholds: Bool
    let read: @Sendable (inout Root, YAMLNode, inout RecordReader) -> Void
    /// Takes over the text of a translation; `nil` for facts, which are written once.
    let merge: (@Sendable (inout Root, Root, _ language: String) -> Void)?
    let isSet: @Sendable (Root) -> Bool
    /// The texts in its value; after the record, the key of the record and whether a translation file may hold it.
    let texts: @Sendable (Root, _ prefix: String, _ inFile: Bool) -> [TextValue]

    init<Value: Sendable>(
        _ key: String, _ path: WritableKeyPath<Root, Located<Value>?> & Sendable, _ type: ValueType<Value>,
        required: Bool = false, _ summary: String, synonyms: [String] = [], alsoMeant: [String] = []
    ) {
        self.key = key
        shape = type.shape
        isRequired = required
        self.summary = summary
        self.synonyms = synonyms
        self.alsoMeant = alsoMeant
        withholds = false
        read = { root, node, reader in
            guard let value = type.read(node, &reader) else { return }
            root[keyPath: path] = Located(value, node.range)
        }
        isSet = { $0[keyPath: path] != nil }
        let isMerged = type.merge != nil
        texts = { root, prefix, inFile in
            root[keyPath: path].map { type.texts($0, prefix + key, inFile && isMerged) } ?? []
        }
        guard let mergeValue = type.merge else {
            merge = nil
            return
        }
        merge = { root, translation, language in
            guard let text = translation[keyPath: path] else { return }
            if root[keyPath: path] == nil {
                root[keyPath: path] = Located(type.adopt(text.value, language), text.range)
            } else {
                mergeValue(&root[keyPath: path]!.value, text.value, language)
            }
        }
    }

    /// The same field, which a translation may have too without its value going over to the original.
    func alsoInTranslations() -> Field { Field(self, merge: { _, _, _ in }, withholds: withholds) }

    /// The same field, which is not required beside another key.
    func unless(_ key: String?) -> Field {
        var field = self
        field.unless = key
        return field
    }

    /// The same field, which fails closed.
    func withholding() -> Field { Field(self, merge: merge, withholds: true) }

    private init(_ field: Field, merge: (@Sendable (inout Root, Root, String) -> Void)?, withholds: Bool) {
        key = field.key
        shape = field.shape
        isRequired = field.isRequired
        unless = field.unless
        summary = field.summary
        synonyms = field.synonyms
        alsoMeant = field.alsoMeant
        read = field.read
        isSet = field.isSet
        texts = field.texts
        self.merge = merge
        self.withholds = withholds
    }

    private init<Part: Sendable>(lifting field: Field<Part>, by path: WritableKeyPath<Root, Part> & Sendable) {
        key = field.key
        shape = field.shape
        isRequired = field.isRequired
        unless = field.unless
        summary = field.summary
        synonyms = field.synonyms
        alsoMeant = field.alsoMeant
        withholds = field.withholds
        read = { root, node, reader in field.read(&root[keyPath: path], node, &reader) }
        isSet = { field.isSet($0[keyPath: path]) }
        texts = { root, prefix, inFile in field.texts(root[keyPath: path], prefix, inFile) }
        guard let mergePart = field.merge else {
            merge = nil
            return
        }
        merge = { root, translation, language in mergePart(&root[keyPath: path], translation[keyPath: path], language) }
    }

    /// The same field of a record that holds this one's record, at the same level of the file.
    func lifted<Whole: Sendable>(to path: WritableKeyPath<Whole, Root> & Sendable) -> Field<Whole> {
        Field<Whole>(lifting: self, by: path)
    }
}

extension Record {
    /// Takes over the texts of a translation.
    mutating func merge(_ translation: Self, language: String) {
        for field in Self.fields { field.merge?(&self, translation, language) }
    }
}
