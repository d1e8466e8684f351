/// A page as the search sees it.
public struct SearchDocument: Sendable {
    /// A stretch of the text below one heading.
    public struct Section: Sendable {
        /// The fragment that leads there, without `#`; empty above the first heading.
        public var anchor: String
        public var heading: String
        public var text: Substring

        public init(anchor: String, heading: String, text: Substring) {
            self.anchor = anchor
            self.heading = heading
            self.text = text
        }
    }

    public var title: String
    /// From the site's root.
    public var url: String
    /// What kind of page it is, in the reader's words.
    public var kind: String
    /// Where it belongs, in the reader's words.
    public var context: String?
    /// Its other names, besides `title`.
    public var names: [String]
    /// What those that it refers to are called: roles, topics, governments.
    public var related: [String]
    public var summary: String?
    public var sections: [Section]
    /// What results can be filtered by: name of the facet → ids of values.
    public var facets: [String: [String]]
    /// Whether it is a community or a term: those are offered while somebody types.
    public var isName: Bool
    /// Of a term: the id of the wider one.
    public var parent: String?
    public var standing: Standing

    /// What decides the rank of a page among the results, besides its words. The raw values are what the script reads.
    public enum Standing: Int, Sendable {
        case usual
        /// A community that has ended.
        case past
        /// A chapter about the program: it mentions much that it is not about.
        case guide
        /// Made up.
        case example
    }

    public init(
        title: String, url: String, kind: String, context: String? = nil, names: [String] = [], related: [String] = [],
        summary: String? = nil,
        sections: [Section] = [], facets: [String: [String]] = [:], isName: Bool = false, parent: String? = nil,
        standing: Standing = .usual
    ) {
        self.title = title
        self.url = url
        self.kind = kind
        self.context = context
        self.names = names
        self.related = related
        self.summary = summary
        self.sections = sections
        self.facets = facets
        self.isName = isName
        self.parent = parent
        self.standing = standing
    }
}
