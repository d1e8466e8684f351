internal import Content

/// What the page `/add/` asks for an entry of one kind, in the order in which it asks. What each answer may be comes
/// from the table of fields.
struct AddForm {
    let kind: Kind
    /// The folder below `content/`; a community's folder may come before it.
    let folder: String
    /// The key that names the entry.
    let titleKey: String
    let fields: [Field]

    struct Field {
        let key: String
        let shape: Shape
        let isRequired: Bool
        /// Whether it is of today or before, as the check `fact-in-the-future` has it.
        var isPast = false
        /// Whether the page queries a day that is over: the person may want another kind of entry.
        var isToCome = false
    }

    /// Questions that are not keys: the owner of the entry, which its folder states, and the text below the facts.
    static let community = "community", text = "text"

    static let all = [
        AddForm(
            .community,
            [
                "name", "summary", "government", "organisation", "roles", "topics", "membership", "join", "meets",
                "member_count", "also_known_as", "source", text,
            ]),
        AddForm(
            .event,
            [
                "title", community, "starts", "time_zone", "minutes", "repeats", "kind", "place", "online", "open_to",
                "register", "summary",
                text,
            ]),
        AddForm(
            .writeup,
            [
                "title", community, "event", "date", text, "decisions", "actions", "outcome", "authors", "attendees",
                "summary", "topics",
            ]),
        AddForm(.resource, ["title", "url", "kind", "summary", community, "topics", "roles", text]),
    ]

    /// How many questions there are up to the last one that needs an answer.
    var requiredCount: Int { (fields.lastIndex { $0.isRequired } ?? -1) + 1 }

    private init(_ kind: Kind, _ keys: [String]) {
        self.kind = kind
        folder = kind.folder!
        titleKey = keys[0]
        let group = KeyReference.group(of: kind)
        fields = keys.map { key in
            // An event without a day cannot be shown in a list, though the model accepts one.
            guard let found = group.first(where: { $0.name == key }) else {
                return Field(key: key, shape: .text(maximum: nil), isRequired: false)
            }
            return Field(
                key: key, shape: found.shape, isRequired: found.isRequired || key == "starts",
                isPast: kind == .writeup && key == "date", isToCome: kind == .event && key == "starts")
        }
    }
}
