public import Markdown

/// One file, read: a typed entry with its text, not yet linked to anything.
public struct Document: Sendable {
    /// Relative to `content/`.
    public var path: String
    public var entryPath: EntryPath
    public var entry: Entry
    public var body: Rendered
    /// Keys of its front matter that start with `x_`, by what follows that.
    public var own: [String: LocalizedList] = [:]
    /// Where the body begins in the file; the text before it says all of `entry`, except for a title that is only in
    /// the body.
    public var bodyStart: Int
    /// Whether the front matter could not be read: then the entry says nothing, only the body does.
    public var isTextAlone = false
    /// Whether something in a file that cannot be used may hold it back, so what belongs to it is held back too.
    public var isWithheld = false

    public init(path: String, entryPath: EntryPath, entry: Entry, body: Rendered, bodyStart: Int = 0) {
        self.path = path
        self.entryPath = entryPath
        self.entry = entry
        self.body = body
        self.bodyStart = bodyStart
    }

    /// The title as far as the file says one.
    public var title: LocalizedText? { entry.common.title?.value }
}

/// The front matter of a file, by kind. Indirect, so that an entry is copied as one pointer however many keys it has.
public indirect enum Entry: Sendable {
    case community(Community)
    case charter(Charter)
    case members(Members)
    case backlog(Backlog)
    case event(Event)
    case writeup(Writeup)
    case resource(Resource)
    case person(Person)
    case term(TermKind, Term)
    /// The home page, a handbook chapter or any other page.
    case page(Page)

    public var common: Common {
        switch self {
        case .community(let entry): entry.common
        case .charter(let entry): entry.common
        case .members(let entry): entry.common
        case .backlog(let entry): entry.common
        case .event(let entry): entry.common
        case .writeup(let entry): entry.common
        case .resource(let entry): entry.common
        case .person(let entry): entry.common
        case .term(_, let entry): entry.common
        case .page(let entry): entry.common
        }
    }

    /// Takes over the texts of a translation of the same kind.
    public mutating func merge(_ translation: Entry, language: String) {
        switch (self, translation) {
        case (.community(var a), .community(let b)):
            a.merge(b, language: language)
            self = .community(a)
        case (.charter(var a), .charter(let b)):
            a.merge(b, language: language)
            self = .charter(a)
        case (.members(var a), .members(let b)):
            a.merge(b, language: language)
            self = .members(a)
        case (.backlog(var a), .backlog(let b)):
            a.merge(b, language: language)
            self = .backlog(a)
        case (.event(var a), .event(let b)):
            a.merge(b, language: language)
            self = .event(a)
        case (.writeup(var a), .writeup(let b)):
            a.merge(b, language: language)
            self = .writeup(a)
        case (.resource(var a), .resource(let b)):
            a.merge(b, language: language)
            self = .resource(a)
        case (.person(var a), .person(let b)):
            a.merge(b, language: language)
            self = .person(a)
        case (.term(let kind, var a), .term(_, let b)):
            a.merge(b, language: language)
            self = .term(kind, a)
        case (.page(var a), .page(let b)):
            a.merge(b, language: language)
            self = .page(a)
        default: break
        }
    }
}
