internal import Content
internal import Site
internal import Text

/// Finds the term that a cell means, and remembers what was found.
struct TermFolding {
    /// Spellings that became the id of a known term which is not their own: by kind and spelling.
    private(set) var folded: [TermKind: [String: String]] = [:]
    /// By kind and id: terms that no file and no community of the site has.
    private(set) var new: [TermKind: [String: NewTerm]] = [:]

    struct NewTerm {
        /// Rows that have it, in their order.
        fileprivate(set) var rows: [Int] = []
        /// With how often, and in which order they came.
        fileprivate var spellings: [String: (count: Int, order: Int)] = [:]

        /// The commonest spelling, of several the first that is neither in small nor in capital letters alone; small
        /// letters begin with a capital.
        var name: String {
            func isMixed(_ text: String) -> Int {
                text.contains(where: \.isUppercase) && text.contains(where: \.isLowercase) ? 1 : 0
            }
            let best = spellings.max {
                ($0.value.count, isMixed($0.key), -$0.value.order) < ($1.value.count, isMixed($1.key), -$1.value.order)
            }
            let name = best?.key ?? ""
            return name.contains(where: \.isUppercase) ? name : name.prefix(1).uppercased() + name.dropFirst()
        }

        fileprivate mutating func add(_ spelling: String, _ row: Int) {
            let order = spellings.count
            spellings[spelling, default: (0, order)].count += 1
            if rows.last != row { rows.append(row) }
        }
    }

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
    /// made from it. A letter that differs may make another word, so the checks ask about that.
    ///
    func id(of text: String, _ kind: TermKind) -> String {
        let made = ID.from(text)
        return known(text, kind) ?? NearSpelling.keys(made).first.flatMap { near[kind]?[$0] } ?? made
    }

    /// The same for a row, which is remembered.
    mutating func use(_ text: String, _ kind: TermKind, row: Int) -> String {
        let (made, id) = (ID.from(text), id(of: text, kind))
        if id == made, known(text, kind) == nil {
            new[kind, default: [:]][id, default: NewTerm()].add(text, row)
            note(id, kind)
        } else if id != made {
            folded[kind, default: [:]][text] = id
        }
        return id
    }

    /// The name of a term that the sheet brings; `nil` for another.
    func name(_ id: String, _ kind: TermKind) -> String? { new[kind]?[id]?.name }

    /// Whether the name of a new term is more than its id says: `DevOps`, `Sisältösuunnittelija`. A government or an
    /// organisation has a file in any case, unless it may be a slip of one that is known.
    func needsFile(_ id: String, _ kind: TermKind) -> Bool {
        guard let name = name(id, kind) else { return false }
        return switch kind {
        case .government: NearestMatch.of(id, among: vocabulary.ids(kind)) == nil
        // Many ministries have names that begin alike.
        case .organisation: NearestMatch.only(id, among: vocabulary.ids(kind)) == nil
        case .role, .topic, .skill: Self.plain(name) != ID.title(id)
        }
    }

    /// `Project Manager` as `Project manager`: a capital at the start of each word says nothing.
    private static func plain(_ name: String) -> String {
        let words = name.split(separator: " ", omittingEmptySubsequences: false)
        guard words.allSatisfy({ !$0.dropFirst().contains(where: \.isUppercase) && $0.count > 1 }) else { return name }
        return name.prefix(1) + name.dropFirst().lowercased()
    }

    /// Whether a term of this spelling is known, or one that differs in hyphens and a plural alone.
    func isKnown(_ text: String, _ kind: TermKind) -> Bool {
        known(text, kind) != nil || NearSpelling.keys(ID.from(text)).first.map { near[kind]?[$0] != nil } ?? false
    }

    /// The id of the term that has exactly this spelling.
    func known(_ text: String, _ kind: TermKind) -> String? {
        vocabulary.route(text, kind).flatMap { $0.split(separator: "/").last.map(String.init) }
    }

    private mutating func note(_ id: String, _ kind: TermKind) {
        if let key = NearSpelling.keys(id).first, near[kind]?[key] == nil { near[kind, default: [:]][key] = id }
    }
}
