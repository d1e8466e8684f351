internal import Content
internal import Theme

/// Questions for an entry of one kind, or about what somebody says of a page.
struct AddQuestions: TemplateModel {
    let kind: String
    let title: String
    let titleKey: String
    let fields: [AddQuestion]
    var isRemark = false
    /// What the button says that leads to the repository.
    var repositoryWay: String?
    var issueURL: String?
    var folder: String?
    var template: String?
    var newURL: String?

    static let slots = SlotTable<AddQuestions>(
        "form", "Questions for an entry of one kind, or about what somebody says of a page."
    ) {
        Slot.flag("is_remark", "whether it is a message about a page, not an entry") { $0.isRemark }
        Slot.flag("is_community", "whether it is for a community") { $0.kind == Kind.community.rawValue }
        Slot.flag("is_event", "whether it is for an event") { $0.kind == Kind.event.rawValue }
        Slot.flag("is_writeup", "whether it is for a write-up") { $0.kind == Kind.writeup.rawValue }
        Slot.flag("is_resource", "whether it is for a resource") { $0.kind == Kind.resource.rawValue }
        Slot.text("repository_way", "what the button says that leads to the repository") { $0.repositoryWay }
        Slot.text("issue_url", "where the repository takes messages") { $0.issueURL }
        Slot.text("kind", "such as `community`") { $0.kind }
        Slot.text("title", "the kind in words") { $0.title }
        Slot.text("folder", "where its file goes, below `content/`") { $0.folder }
        Slot.text("title_key", "the key that names the entry") { $0.titleKey }
        Slot.list("fields", "the questions") { $0.fields }
        Slot.text("template", "the file with nothing filled in") { $0.template }
        Slot.text("new_url", "where a file is made in the repository") { $0.newURL }
    }
}

/// One question.
struct AddQuestion: TemplateModel {
    let key: String
    /// `community`, or `remark`.
    let form: String
    let label: String
    var hint: String?
    var isName = false
    var isRequired = false
    var isPast = false
    var isToCome = false
    var isFirstOptional = false
    let answer: AddAnswer

    static let slots = SlotTable<AddQuestion>(
        "field", "One question. What the answer may be comes from the table of keys.",
        including: [question, AddAnswer.slots.of { $0.answer }])

    private static let question = SlotTable<AddQuestion>("field") {
        Slot.text("key", "the key of the fact") { $0.key }
        Slot.text("id", "of the field in the page") { "s.\($0.form)-\($0.key)" }
        Slot.text("label", "the question") { $0.label }
        Slot.text("hint", "what helps to answer it") { $0.hint }
        Slot.flag("is_name", "whether communities that may be the same are shown below it") { $0.isName }
        Slot.flag("required", "whether it must be answered") { $0.isRequired }
        Slot.flag("past", "whether it is a day that is not to come") { $0.isPast }
        Slot.flag("to_come", "whether the page queries a day that is over") { $0.isToCome }
        Slot.flag("is_first_optional", "whether no question from this one on needs an answer") { $0.isFirstOptional }
    }
}

/// What an answer may be, and how it is written down.
struct AddAnswer: TemplateModel {
    let type: String
    var pattern: String?
    var maximumLength: String?
    var names: String?
    var choices: [AddChoice] = []
    var isLong = false
    var isDate = false
    var timeID: String?
    var isNumber = false
    var minimum: String?
    var maximum: String?
    var isURL = false
    var isZone = false
    var isActions = false

    static let slots = SlotTable<AddAnswer>("field") {
        Slot.text("type", "how the answer is written down") { $0.type }
        Slot.text("pattern", "what the answer must match, as a regular expression") { $0.pattern }
        Slot.text("maximum_length", "how many characters it may have") { $0.maximumLength }
        Slot.text("names", "the folder of the entries that are offered") { $0.names }
        Slot.rows("choices", "the values there are") { $0.choices }
        Slot.flag("long", "whether it may have several lines") { $0.isLong }
        Slot.flag("date", "whether it is a day") { $0.isDate }
        Slot.text("time_id", "of the field for the time, where there is one") { $0.timeID }
        Slot.flag("number", "whether it is a number") { $0.isNumber }
        Slot.text("minimum", "the least") { $0.minimum }
        Slot.text("maximum", "the most") { $0.maximum }
        Slot.flag("is_url", "whether it is an address") { $0.isURL }
        Slot.flag("is_zone", "whether it is a time zone") { $0.isZone }
        Slot.flag("actions", "whether it is a list of what people will do") { $0.isActions }
    }
}

/// A value that may be chosen.
struct AddChoice: TemplateModel {
    let value: String
    let text: String
    /// Of a meeting: its title, its day and the id of its community.
    var title: String?
    var day: String?
    var community: String?

    static let slots = SlotTable<AddChoice>("choice", "A value and what it is called.") {
        Slot.text("value", "as the file has it") { $0.value }
        Slot.text("text", "in words") { $0.text }
        Slot.text("meeting", "the title of a meeting") { $0.title }
        Slot.text("meeting_day", "on which it was") { $0.day }
        Slot.text("meeting_community", "the id of its community") { $0.community }
    }
}

extension AddAnswer {
    init(to field: AddForm.Field, of form: AddForm, _ scope: PageScope) {
        switch (field.key, field.shape) {
        case (AddForm.community, _): self.init(type: "community", names: "communities")
        case (AddForm.text, _): self.init(type: "body", isLong: true)
        case ("event", .entry): self.init(type: "event", choices: AddChoice.meetings(scope))
        case ("decisions", _): self.init(type: "lines", isLong: true)
        case ("actions", _): self.init(type: "actions", isActions: true)
        case (_, .list(of: .mention([.person]))): self.init(type: "people")
        case (_, .list(of: .term(let kind))): self.init(type: "terms", names: kind.folder)
        // Most have one host, whose name may have commas in it.
        case (_, .list(of: .mention([.organisation]))):
            self.init(type: "text", names: TermKind.organisation.folder)
        case (_, .mention(let kinds)): self.init(type: "text", names: kinds.first.flatMap(\.termKind)?.folder)
        case (_, .choice(let values, _)):
            let words = Self.words(for: field.key, of: form.kind)
            self.init(
                type: "text", choices: values.map { AddChoice(value: $0, text: scope.strings.label(words, $0)) })
        case (_, .date(let precision)):
            self.init(type: "date", isDate: true, timeID: precision == .time ? "s.\(form.kind.rawValue)-time" : nil)
        case (_, .integer(let range)):
            self.init(
                type: "integer", isNumber: true, minimum: String(range.lowerBound), maximum: String(range.upperBound))
        case (_, .timeZone): self.init(type: "zone", isZone: true)
        case ("repeats", _): self.init(type: "repeats", choices: Self.repetitions(scope.strings))
        case (_, .record): self.init(type: "count", isNumber: true, minimum: "0", maximum: "1000000000")
        case (_, .url), (_, .list(of: .url)): self.init(type: "text", isURL: true)
        // A sentence may have a semicolon.
        case (_, .list(of: .linkOrText)): self.init(type: "text")
        case (_, .list): self.init(type: "list")
        case (_, .text(let maximum)):
            self.init(
                type: "text", maximumLength: maximum.map(String.init),
                isLong: field.key == "summary" || field.key == "outcome")
        default: self.init(type: "text")
        }
        // What is chosen needs none.
        pattern = choices.isEmpty ? Self.pattern(field.shape) : nil
    }

    /// The repetitions that most meetings have. `month weekday` is written with the weekday of the first date.
    private static func repetitions(_ strings: Strings) -> [AddChoice] {
        let intervals = [(1, "week"), (2, "week"), (1, "month"), (3, "month"), (1, "year"), (1, "day")]
        var choices = intervals.map { count, unit in
            AddChoice(value: count == 1 ? unit : "\(count) \(unit)s", text: strings.count("every_\(unit)", count))
        }
        choices.insert(AddChoice(value: "month weekday", text: strings["every_month_weekday"]), at: 2)
        return choices
    }

    /// For typed text: for a list, the pattern of one item; for a count, that of its number.
    private static func pattern(_ shape: Shape) -> String? {
        switch shape {
        // Chosen, not typed.
        case .choice, .boolean, .list(of: .choice): nil
        case .list(of: let item): item.pattern
        case .record: Shape.integer(0...0).pattern
        default: shape.pattern
        }
    }

    /// The words of the interface for the values of a key.
    private static func words(for key: String, of kind: Kind) -> String {
        switch (key, kind) {
        case ("kind", _): "\(kind.rawValue)_kind"
        case ("open_to", _): "audience"
        default: key
        }
    }
}
