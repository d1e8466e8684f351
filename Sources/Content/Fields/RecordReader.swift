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
    /// Whether the file has no front matter.
    var lacksFrontMatter = false
    /// Then, lines of its text that were meant as front matter.
    var loose: LooseFrontMatter?
    private var saidLoose = false
    /// What was left out of front matter that cannot be read as a whole: keys named there are not missing.
    var leftOut: [String] = []
    /// Whether the items that are read are texts in the place of groups, so that one problem shows all of them.
    var joinsItems = false
    /// Where that problem is.
    var joinedItems: Int?
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
            help: help ?? NumberGuess.help(for: node, shape, self) ?? idAlone(node, shape))
    }

    /// Shows another value in the place of one: with its key, on a line to paste where that is at the start of a line.
    ///
    /// - Parameter isSure: whether a fix may write it.
    func inPlace(of node: YAMLNode, _ value: String, isSure: Bool = true) -> Help {
        let replacement = isSure ? node.replacement(value) : nil
        let isAlone = isInFlow || isItem || key.isEmpty
        let shown = isAlone ? value : "\(key): \(FrontMatterValue.written(value))"
        if isAlone || levels.count > 1 {
            return Help(isSure ? "Write `\(shown)`." : "Perhaps `\(shown)`?", replacement: replacement)
        }
        return Help(
            isSure ? Self.pasteIt : "If this is right, paste it in place of yours:", paste: shown,
            replacement: replacement)
    }

    static let pasteIt = "Paste this line in place of yours:"

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
        var renamed: Set<String> = []
        let fields = R.fields
        // An unknown key is compared with these alone: a file may have any number of unknown ones.
        lazy var known = pairs.filter { pair in fields.contains { $0.key == pair.key } }
        lazy var lacking = translation == nil ? Self.lacking(pairs, in: fields) : []
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
                    let name = unknownKey(pair, in: fields, flow: flow, known, lacking: lacking.subtracting(renamed))
                    if let name { renamed.insert(name) }
                }
                continue
            }
            let isRead = readValue(of: pair, field, into: &record, pairs, isSound: &isSound)
            if !isRead, field.isRequired { unread.insert(field.key) }
        }
        for field in fields where field.isRequired && translation == nil && !field.isSet(record) {
            if let other = field.unless, pairs.contains(where: { $0.key == other }) { continue }
            isSound = false
            if !unread.contains(field.key), !renamed.contains(field.key) {
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

    /// Required keys that are not there, however they are spelt.
    private static func lacking<R>(_ pairs: [YAMLPair], in fields: [Field<R>]) -> Set<String> {
        Set(
            fields.lazy.filter { field in
                field.isRequired && !pairs.contains { $0.key.lowercased() == field.key || $0.key == field.unless }
            }.map(\.key))
    }

    private mutating func missing<R: Record>(
        _ field: Field<R>, at range: ByteRange, of type: R.Type, _ pairs: [YAMLPair]
    ) {
        if leftOut.contains(where: { $0.contains(field.key) }) { return }
        let help: Help
        if lacksFrontMatter, levels.count == 1 {
            if let loose { return report(loose, of: R.self, pairs) }
            help = Self.top(of: R.self, pairs)
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

    /// The lines with which a file begins that has none, as far as they are known.
    private static func top<R: Record>(of type: R.Type, _ pairs: [YAMLPair]) -> Help {
        let lines = R.fields.filter(\.isRequired).map { field in
            let known = pairs.first { $0.key == field.key }?.value.text
            return "\(field.key): \(known.map(FrontMatterValue.written) ?? "…")"
        }
        return Help(
            "Put these lines at the very top, above your text.\(dots(in: lines, of: R.self))",
            paste: (["---"] + lines + ["---"]).joined(separator: "\n"))
    }

    /// Reports lines that were meant as front matter, once for all keys that are missing because of them.
    private mutating func report<R: Record>(_ loose: LooseFrontMatter, of type: R.Type, _ pairs: [YAMLPair]) {
        if saidLoose { return }
        saidLoose = true
        let lines = R.fields.filter { field in
            field.isRequired && !loose.keys.contains(field.key) && !pairs.contains { $0.key == field.key }
        }.map { "\($0.key): …" }
        let found = loose.finding(adding: lines, Self.dots(in: lines, of: R.self))
        problems.append(ContentRules.missingKey.at(found.range, in: path, found.message, help: found.help))
    }

    /// Says what to write where lines have dots in the place of a value, after a space; nothing where none has.
    static func dots<R: Record>(in lines: [String], of type: R.Type) -> String {
        let asked = R.fields.filter { field in
            lines.contains { $0.drop { " -".contains($0) } == "\(field.key): …" }
        }
        let what = asked.map { field -> String in
            let summary = field.summary.lowercasedFirst.dropLast()
            guard case .choice = field.shape else { return String(summary) }
            return "\(summary): \(field.shape.expectation)"
        }
        return what.isEmpty ? "" : " In place of the dots, write \(what.joined(separator: "; then "))."
    }

    /// `Name: …` is reported, and read.
    private mutating func inCapitals<R>(_ pair: YAMLPair, in fields: [Field<R>], _ all: [YAMLPair]) -> Field<R>? {
        guard let field = fields.first(where: { $0.key == pair.key.lowercased() }) else { return nil }
        problems.append(
            ContentRules.unknownKey.at(
                pair.keyRange, in: path, "`\(pair.key)` is read as `\(field.key)`: keys are in small letters.",
                help: .paste(
                    "\(field.key): \(Self.written(pair.value))", replacement: rename(pair, to: field.key, all))))
        return field
    }

    /// - Parameter lacking: the required keys that are missing.
    /// - Returns: the one of them that it was meant as; then this was reported in place of the other.
    private mutating func unknownKey<R: Record>(
        _ pair: YAMLPair, in fields: [Field<R>], flow: Bool, _ all: [YAMLPair], lacking: Set<String>
    ) -> String? {
        if pair.key.hasPrefix("x_") { return nil }
        if flow, pair.value.isEmpty {
            if !reportNoSpace(pair, in: fields) { reportCommaInBraces(pair) }
            return nil
        }
        if reportMisplaced(pair, in: fields, all) { return nil }
        let isEntry = fields.contains { $0.key == "draft" }
        if isEntry, reportHoldingNothing(pair, all) { return nil }
        let here = levels.last.flatMap { $0.key.isEmpty ? nil : $0.described } ?? "this kind of entry"
        let known = fields.map(\.key)
        let synonym = fields.first { $0.synonyms.contains(pair.key) }?.key
        let meant = synonym ?? fields.first { $0.alsoMeant.contains(pair.key) }?.key
        if meant == nil {
            if let english = foreign(pair, among: known) {
                return reportForeign(pair, english, here, lacking, all) ? english : nil
            }
            if reportOfGroup(pair, below: fields, here) { return nil }
        }
        let hint = meant.map { " Did you mean `\($0)`?" } ?? NearestMatch.hint(pair.key, among: known)
        // What is written is what the message says.
        let sure = synonym ?? NearestMatch.only(pair.key, among: known).flatMap { meant ?? $0 == $0 ? $0 : nil }
        let fix = sure.flatMap { rename(pair, to: $0, all) }
        if let name = meant ?? sure, reportOtherName(pair, for: name, lacking, isEnglish: true, fix) { return name }
        problems.append(
            ContentRules.unknownKey.at(
                pair.keyRange, in: path, "`\(pair.key)` is not a key of \(here), so it is left out.\(hint)",
                help: hint.isEmpty
                    ? Self.listed(known, isEntry: isEntry)
                    : fix.map { fix in
                        let value = Self.written(pair.value)
                        return Help("", paste: value == "…" ? nil : "\(fix.text): \(value)", replacement: fix)
                    }))
        return nil
    }

    /// Reports another name for a required key that is missing, in place of both.
    ///
    /// - Returns: whether it is one.
    private mutating func reportOtherName(
        _ pair: YAMLPair, for key: String, _ lacking: Set<String>, isEnglish: Bool, _ fix: Replacement?
    ) -> Bool {
        guard lacking.contains(key), !pair.value.isEmpty else { return false }
        problems.append(
            ContentRules.missingKey.at(
                pair.keyRange, in: path,
                "`\(pair.key)` must be called `\(key)`"
                    + (isEnglish ? "." : ": keys are English words in every language."),
                help: .paste("\(key): \(Self.written(pair.value))", replacement: fix)))
        return true
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

    /// The key that one in another language means; `nil` for one that is like the English word, which may be a slip of
    /// the pen.
    private func foreign(_ pair: YAMLPair, among known: [String]) -> String? {
        guard let english = ForeignKey.meaning(of: pair.key, among: known),
            NearestMatch.of(pair.key, among: known) != english
        else { return nil }
        return english
    }

    /// - Returns: whether it was reported in place of the required key that is missing.
    private mutating func reportForeign(
        _ pair: YAMLPair, _ english: String, _ here: String, _ lacking: Set<String>, _ all: [YAMLPair]
    ) -> Bool {
        let fix = rename(pair, to: english, all)
        if reportOtherName(pair, for: english, lacking, isEnglish: false, fix) { return true }
        problems.append(
            ContentRules.unknownKey.at(
                pair.keyRange, in: path,
                "`\(pair.key)` is not a key of \(here), so it is left out. Did you mean `\(english)`?",
                help: Help(
                    "Keys are English words in every language:",
                    paste: "\(english): \(Self.written(pair.value))", replacement: fix)))
        return false
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
