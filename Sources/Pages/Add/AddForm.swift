internal import Content

/// What the page `/add/` asks for an entry of one kind, in the order in which it asks. What each answer may be comes
/// from the table of fields.
struct AddForm {
    let kind: Kind
    /// The folder below `content/`, which a community's folder may stand before.
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
        /// Whether a day that is over is asked about: it may be another kind of entry that somebody is after.
        var isToCome = false
    }

    /// Asked for too, and no key: whose entry it is, which is said by its folder, and the text below the facts.
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
        AddForm(.writeup, ["title", community, "date", "summary", "topics", "outcome", text]),
        AddForm(.resource, ["title", community, "url", "kind", "summary", "topics", "roles", text]),
    ]

    private init(_ kind: Kind, _ keys: [String]) {
        self.kind = kind
        folder = kind.folder!
        titleKey = keys[0]
        let group = KeyReference.group(of: kind)
        fields = keys.map { key in
            // An event without a day cannot be shown in a list, though the model takes one that has none yet.
            guard let found = group.first(where: { $0.name == key }) else {
                return Field(key: key, shape: .text(maximum: nil), isRequired: false)
            }
            return Field(
                key: key, shape: found.shape, isRequired: found.isRequired || key == "starts",
                isPast: kind == .writeup && key == "date", isToCome: kind == .event && key == "starts")
        }
    }
}
