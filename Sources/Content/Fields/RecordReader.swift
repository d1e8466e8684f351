internal import Diagnostics
internal import Text
internal import Traps
internal import YAML

/// Reads records from YAML nodes by their tables of fields, and collects what does not fit.
struct RecordReader {
    let path: String
    /// The language of a translation file, which may hold texts only; `nil` for an original.
    var translation: String?
    var problems: [Diagnostic] = []
    /// Whether a record that lacks a required key is kept all the same, for checks of what it does say.
    var keepsIncomplete = false
    /// For a file without front matter: lines of its text that begin as those of front matter do, by their keys.
    var looseLines: [String: String]?
    /// Keys that are in their groups a second time, in a file that is read only to say what to do about the first of
    /// them; in the file that is read, each has another name.
    var repeated: [(range: ByteRange, key: String)] = []
    /// What to do about the first of them.
    var helpForRepeated: Help?
    /// Whether a record was found that lacks a required key.
    private(set) var foundIncomplete = false
    /// Where text after a key was lost as a comment: `draft: #true`.
    var lostComments: [ByteRange] = []
    /// Those of them that a problem of a key is about.
    var answeredComments: Set<Int> = []
    /// As in the parser's options.
    var today: CivilDay?
    /// Whether a record was found that a key which cannot be read holds back.
    private(set) var foundWithheld = false
    /// The key whose value is being read.
    var key = ""
    /// Whether that is an item of a list.
    var isItem = false
    /// Whether the group that is read next was written as the value of one of its keys.
    var isImplied = false
    /// Where the misplaced keys begin that a problem of another one names.
    var answered: Set<Int> = []
    /// Those that texts say they are in.
    var languages: [StatedLanguage] = []
    /// The groups that are being read, the outermost first.
    var levels: [Level] = []
    /// Whether the keys that are being read are in braces.
    var isInFlow: Bool { levels.last?.isFlow ?? false }

    init(path: String, translation: String? = nil) {
        self.path = path
        self.translation = translation
    }

    mutating func report(_ rule: Rule, _ node: YAMLNode, _ message: String, help: Help? = nil) {
        problems.append(rule.at(node.range, in: path, message, help: help))
    }

    /// The value of `node` is not what its key takes; the value is dropped.
    mutating func wrongType(_ node: YAMLNode, _ shape: Shape, help: Help? = nil) {
        let found =
            if case .scalar(let text, _) = node.value, !text.isEmpty { "`\(text.prefix(60))` is not right here" } else {
                "Found \(node.describedKind)"
            }
        report(
            ContentRules.wrongType, node, "\(found): this must be \(shape.expectation).",
            help: help ?? NumberGuess.help(for: node, shape, key: key) ?? idAlone(node, shape))
    }

    /// - Returns: `nil` when `node` is not a group of keys or a required key is missing, unless that is kept.
    /// - Parameter isBelowKey: whether it is below a key, where somebody may not know what belongs there.
    mutating func record<R: Record>(_ type: R.Type, from node: YAMLNode, isBelowKey: Bool = false) -> R? {
        guard case .mapping(let pairs, let flow) = node.value else {
            if isBelowKey { noGroup(type, at: node) } else { wrongType(node, .record(R.recordName)) }
            return nil
        }
        return record(type, pairs: pairs, flow: flow, at: node.range)
    }

    mutating func record<R: Record>(_ type: R.Type, pairs: [YAMLPair], flow: Bool, at range: ByteRange) -> R? {
        var record = R()
        var isSound = true
        var unread: Set<String> = []
        let fields = R.fields
        // An unknown key is compared with these alone: a file may have any number of unknown ones.
        lazy var known = pairs.filter { pair in fields.contains { $0.key == pair.key } }
        levels.append(Level(R.self, key: key, isItem: isItem, isFlow: flow, pairs))
        levels[levels.count - 1].isImplied = isImplied
        (isItem, isImplied) = (false, false)
        defer { levels.removeLast() }
        noteRepeated(pairs, in: fields)
        if flow, !pairs.isEmpty, pairs.allSatisfy({ $0.value.isEmpty && !$0.key.hasPrefix("x_") }),
            reportValuesWithoutKeys(pairs, in: fields)
        {
            foundIncomplete = true
            return nil
        }
        for pair in pairs {
            guard let field = fields.first(where: { $0.key == pair.key }) ?? inCapitals(pair, in: fields, known) else {
                if let held = heldBack(pair, in: R.self, pairs) {
                    withhold(&record, held, isSound: &isSound)
                } else {
                    unknownKey(pair, in: fields, flow: flow, known)
                }
                continue
            }
            let isRead = readValue(of: pair, field, into: &record, pairs, isSound: &isSound)
            if !isRead, field.isRequired { unread.insert(field.key) }
        }
        for field in fields where field.isRequired && translation == nil && !field.isSet(record) {
            if let other = field.unless, pairs.contains(where: { $0.key == other }) { continue }
            isSound = false
            if !unread.contains(field.key) {
                missing(field, at: pairs.first { $0.key == field.key }?.keyRange ?? range, of: R.self, pairs)
            }
        }
        for key in levels[levels.count - 1].withheld { withhold(&record, key, isSound: &isSound) }
        if !isSound { foundIncomplete = true }
        return isSound || keepsIncomplete ? record : nil
    }

    /// - Returns: whether the key has a value that is right, or none at all.
    private mutating func readValue<R: Record>(
        of pair: YAMLPair, _ field: Field<R>, into record: inout R, _ pairs: [YAMLPair], isSound: inout Bool
    ) -> Bool {
        if pair.value.isEmpty {
            record.noteLack(of: field.key, .empty)
            if field.withholds, losesValue(pair, of: R.self) { withhold(&record, field.key, isSound: &isSound) }
            return true
        }
        if translation != nil, field.merge == nil {
            factInTranslation(pair)
            if field.withholds { withhold(&record, field.key, isSound: &isSound) }
            return true
        }
        let before = problems.count
        key = pair.key
        if !reportItemsInText(pair, field.shape), !reportMeantElsewhere(pair, field.shape, in: R.fields, pairs) {
            field.read(&record, pair.value, &self)
        }
        if pair.key == "topics" { reportUnfinishedTopics(pair, pairs, in: R.self) }
        guard !field.isSet(record), problems.count > before else { return true }
        record.noteLack(of: field.key, .unreadable)
        if holdsBack(field, pair, pairs, since: before) { withhold(&record, field.key, isSound: &isSound) }
        return false
    }

    private mutating func withhold<R: Record>(_ record: inout R, _ key: String, isSound: inout Bool) {
        if record.withhold(key) { return }
        isSound = false
        foundWithheld = true
    }

    private mutating func missing<R: Record>(
        _ field: Field<R>, at range: ByteRange, of type: R.Type, _ pairs: [YAMLPair]
    ) {
        let help: Help
        if let looseLines, levels.count == 1 {
            help = Self.top(of: R.self, looseLines, pairs)
        } else if isInFlow {
            let others = pairs.filter { $0.key != field.key }.map {
                ", \($0.key): \($0.value.text.map { YAMLText.scalar($0, inFlow: true) } ?? "…")"
            }
            help = Help(
                "Add it in the braces, with \(field.summary.lowercasedFirst)",
                paste: "{\(field.key): …\(others.joined())}")
        } else {
            help =
                furtherIn(field, pairs)
                ?? Help("Add a line with \(field.summary.lowercasedFirst)", paste: "\(field.key): …")
        }
        problems.append(
            ContentRules.missingKey.at(
                range, in: path, "`\(field.key)` is missing: every \(R.recordName) has one.", help: help))
    }

    /// The lines with which a file begins that has none, as far as they are in its text or known otherwise.
    private static func top<R: Record>(of type: R.Type, _ loose: [String: String], _ pairs: [YAMLPair]) -> Help {
        let needed = R.fields.filter(\.isRequired).map(\.key)
        let lines = needed.map { key -> String in
            let known = loose[key] ?? pairs.first { $0.key == key }?.value.text
            return "\(key): \(known.map(FrontMatterValue.written) ?? "…")"
        }
        return Help(
            needed.contains { loose[$0] != nil }
                ? "Such lines are read only at the very top of the file, between two lines of three hyphens:"
                : "Put these lines at the very top of the file, above its text:",
            paste: (["---"] + lines + ["---"]).joined(separator: "\n"))
    }

    /// `Name: …` is reported, and read.
    private mutating func inCapitals<R>(_ pair: YAMLPair, in fields: [Field<R>], _ all: [YAMLPair]) -> Field<R>? {
        guard let field = fields.first(where: { $0.key == pair.key.lowercased() }) else { return nil }
        problems.append(
            ContentRules.unknownKey.at(
                pair.keyRange, in: path, "`\(pair.key)` is read as `\(field.key)`: keys are in small letters.",
                help: .paste("\(field.key): …", replacement: rename(pair, to: field.key, all))))
        return field
    }

    private mutating func unknownKey<R: Record>(
        _ pair: YAMLPair, in fields: [Field<R>], flow: Bool, _ all: [YAMLPair]
    ) {
        if pair.key.hasPrefix("x_") { return }
        if flow, pair.value.isEmpty {
            if !reportNoSpace(pair, in: fields) { reportCommaInBraces(pair) }
            return
        }
        if reportMisplaced(pair, in: fields, all) { return }
        let isEntry = fields.contains { $0.key == "draft" }
        if isEntry, reportHoldingNothing(pair, all) { return }
        let here = levels.last.flatMap { $0.key.isEmpty ? nil : $0.described } ?? "this kind of entry"
        let known = fields.map(\.key)
        let synonym = fields.first { $0.synonyms.contains(pair.key) }?.key
        let meant = synonym ?? fields.first { $0.alsoMeant.contains(pair.key) }?.key
        if meant == nil {
            if reportForeign(pair, among: known, here, all) || reportOfGroup(pair, below: fields, here) { return }
        }
        let hint = meant.map { " Did you mean `\($0)`?" } ?? NearestMatch.hint(pair.key, among: known)
        // What is written is what the message says.
        let sure = synonym ?? NearestMatch.only(pair.key, among: known).flatMap { meant ?? $0 == $0 ? $0 : nil }
        problems.append(
            ContentRules.unknownKey.at(
                pair.keyRange, in: path, "`\(pair.key)` is not a key of \(here), so it is left out.\(hint)",
                help: hint.isEmpty
                    ? Self.listed(known, isEntry: isEntry)
                    : sure.flatMap { key in rename(pair, to: key, all).map { Help("", replacement: $0) } }))
    }

    /// A comma or colon within a value in braces makes a key of what comes after it.
    private mutating func reportCommaInBraces(_ pair: YAMLPair) {
        let message = "A comma or colon inside `{…}` starts a new key, so `\(pair.key)` is read as one."
        let isThousands = pair.key.utf8.count == 3 && pair.key.utf8.allSatisfy { (48...57).contains($0) }
        let help: Help =
            isThousands
            ? "If this is the end of a number, write the number without a comma."
            : "Put quotes around the whole value, or write the group on lines of its own."
        problems.append(ContentRules.flowComma.at(pair.keyRange, in: path, message, help: help))
    }

    /// A key in another language; not one that is like the English word, which may be a slip of the pen.
    private mutating func reportForeign(
        _ pair: YAMLPair, among known: [String], _ here: String, _ all: [YAMLPair]
    ) -> Bool {
        guard let english = ForeignKey.meaning(of: pair.key, among: known),
            NearestMatch.of(pair.key, among: known) != english
        else { return false }
        problems.append(
            ContentRules.unknownKey.at(
                pair.keyRange, in: path,
                "`\(pair.key)` is not a key of \(here), so it is left out. Did you mean `\(english)`?",
                help: Help(
                    "Keys are English words in every language:",
                    paste: "\(english): \(Self.written(pair.value))", replacement: rename(pair, to: english, all))))
        return true
    }

    /// A key of a group that the file does not have.
    private mutating func reportOfGroup<R>(_ pair: YAMLPair, below fields: [Field<R>], _ here: String) -> Bool {
        let owners = Self.owners(of: pair.key, below: fields.map { ($0.key, $0.shape) })
        guard let first = owners.first else { return false }
        let named = owners.prefix(4).compactMap(\.last).map { Self.name(of: $0) }
        problems.append(
            ContentRules.unknownKey.at(
                pair.keyRange, in: path,
                "`\(pair.key)` is not a key of \(here), so it is left out. It is a key of "
                    + "\(named.joined(separator: ", or of ")).",
                help: Help(
                    named.count == 1
                        ? "Write it there, further to the right:"
                        : "Write it below the one that it is about, further to the right, such as",
                    paste: Self.lines([pair], at: first))))
        return true
    }

    /// The first of the keys that there are, those of this kind of entry before those of all kinds.
    private static func listed(_ known: [String], isEntry: Bool) -> Help {
        let own = isEntry ? known.filter { key in !KeyReference.common.keys.contains { $0.name == key } } : known
        // A chapter has no keys but those that every file has.
        let listed = (own.isEmpty ? known : own).prefix(8)
        let names = listed.map { "`\($0)`" }.joined(separator: ", ")
        let others = known.count > listed.count ? " and others, which `folkmoot reference keys` lists" : ""
        return Help(
            "Its keys are \(names)\(others). Keys that start with `x_` are free for your own notes: only a theme that "
                + "names them shows them.")
    }

    /// A key in the place of another, unless it is there already or the other one is in quotes.
    func rename(_ pair: YAMLPair, to key: String, _ all: [YAMLPair]) -> Replacement? {
        guard pair.keyRange.count == pair.key.utf8.count, !all.contains(where: { $0.key == key }) else { return nil }
        return Replacement(range: pair.keyRange, text: key)
    }

    private mutating func factInTranslation(_ pair: YAMLPair) {
        problems.append(
            ContentRules.factInTranslation.at(
                pair.keyRange, in: path, "`\(pair.key)` is a fact; facts are written once, in the original.",
                help: "A translation holds title, summary, other texts and the body. Remove this line."))
    }
}

extension String {
    package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
