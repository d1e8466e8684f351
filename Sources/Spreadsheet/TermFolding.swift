internal import Content
internal import Site
internal import Text

/// Finds the term that a cell means, and remembers what was found.
struct TermFolding {
    /// Spellings that became the id of a term: by kind and spelling.
    private(set) var folded: [TermKind: [String: String]] = [:]
    /// Ids that no file and no community of the site has.
    private(set) var new: [TermKind: Set<String>] = [:]

    private let vocabulary: Vocabulary
    /// By kind and near spelling: the id that has it.
    private var near: [TermKind: [String: String]] = [:]

    init(_ site: SiteGraph) {
        vocabulary = Vocabulary(items: site.items)
        for kind in TermKind.allCases {
            for id in site.all(kind.kind) { note(site[id].id, kind) }
        }
    }

    /// The id of the term that is meant: one that has the spelling, or has it but for hyphens and a plural; else one
    /// made from it. A letter that differs may make another word, so that is for the checks to ask.
    ///
    /// - Parameter isReported: whether the answer goes into the report.
    mutating func id(of text: String, _ kind: TermKind, isReported: Bool = true) -> String {
        let made = ID.from(text)
        let known = known(text, kind)
        let spellings = near[kind] ?? [:]
        let id = known ?? NearSpelling.keys(made).first.flatMap { spellings[$0] } ?? made
        guard isReported else { return id }
        if id != text { folded[kind, default: [:]][text] = id }
        if known == nil, id == made {
            new[kind, default: []].insert(id)
            note(id, kind)
        }
        return id
    }

    /// Whether a term of this spelling is known, or one that differs in hyphens and a plural alone.
    func isKnown(_ text: String, _ kind: TermKind) -> Bool {
        known(text, kind) != nil || NearSpelling.keys(ID.from(text)).first.map { near[kind]?[$0] != nil } ?? false
    }

    /// The id of the term that has this very spelling.
    func known(_ text: String, _ kind: TermKind) -> String? {
        vocabulary.route(text, kind).flatMap { $0.split(separator: "/").last.map(String.init) }
    }

    private mutating func note(_ id: String, _ kind: TermKind) {
        if let key = NearSpelling.keys(id).first, near[kind]?[key] == nil { near[kind, default: [:]][key] = id }
    }
}
