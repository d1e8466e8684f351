internal import Diagnostics
internal import Markdown
internal import Text
internal import Traps
internal import YAML

/// Keys that are not known here and that were meant to hold a record back: in the words of another program, in another
/// spelling, or with a slip of the pen.
extension RecordReader {
    /// Reports such a key.
    ///
    /// - Returns: the key here that it was meant as; `nil` for any other key.
    mutating func heldBack<R: Record>(_ pair: YAMLPair, in type: R.Type, _ all: [YAMLPair]) -> String? {
        if pair.key.hasPrefix("x_") || pair.value.isEmpty { return nil }
        let names = R.fields.map(\.key)
        let holding = R.fields.filter(\.withholds).map(\.key)
        let spelling = holding.first { WithholdingKey.isOtherSpelling(pair.key, of: $0) }
        if spelling == nil, R.isHeldBackByOtherKeys, line(pair) != nil {
            reportHeldBack(pair, in: type, all)
            return "draft"
        }
        let near = NearestMatch.only(pair.key, among: names).flatMap { holding.contains($0) ? $0 : nil }
        guard let meant = spelling ?? near,
            spelling != nil || WithholdingKey.mayBelong(pair.value.text, to: meant),
            meant != "publish_on" || !hasCome(pair.value.text)
        else { return nil }
        problems.append(
            ContentRules.withheld.at(
                pair.keyRange, in: path,
                "`\(pair.key)` is not a key of this kind of entry. Did you mean `\(meant)`? Until that is clear, "
                    + "\(R.withheld).",
                help: .paste("\(meant): \(pair.value.text ?? "…")", replacement: rename(pair, to: meant, all))))
        return meant
    }

    /// Whether a value that could not be read holds the record back; it was reported in the problems from `first` on.
    mutating func holdsBack<R: Record>(
        _ field: Field<R>, _ pair: YAMLPair, _ all: [YAMLPair], since first: Int
    ) -> Bool {
        if field.withholds {
            problems[problems.count - 1].message += " Until it can be read, \(R.withheld)."
            return true
        }
        guard R.isHeldBackByOtherKeys, line(pair) != nil else { return false }
        // `status: draft` of an event, where `status` says something else.
        problems.removeLast(problems.count - first)
        reportHeldBack(pair, in: R.self, all)
        return true
    }

    mutating func noteComments(_ problems: [Diagnostic], in file: SourceFile) {
        lostComments = problems.filter { $0.isUnder(YAMLRules.lostComment) }.map(\.range).filter {
            file.bytes[$0.lowerBound + 1] != UInt8(ascii: " ")
        }
    }

    /// Reports `draft: #true`.
    mutating func losesValue<R: Record>(_ pair: YAMLPair, of type: R.Type) -> Bool {
        let end = pair.keyRange.upperBound
        guard let lost = lostComments.first(where: { (end..<end + 8).contains($0.lowerBound) }) else { return false }
        answeredComments.insert(lost.lowerBound)
        problems.append(
            ContentRules.withheld.at(
                pair.keyRange, in: path, "`\(pair.key)` has no value. Until it has one, \(R.withheld).",
                help: "Write the value without `#`, or remove the line."))
        return true
    }

    /// Problems except those of comments that this reader has said more about.
    func unanswered(_ problems: [Diagnostic]) -> [Diagnostic] {
        answeredComments.isEmpty
            ? problems
            : problems.filter {
                !$0.isUnder(YAMLRules.lostComment) || !answeredComments.contains($0.range.lowerBound)
            }
    }

    mutating func reportHeldBack<R: Record>(_ pair: YAMLPair, in type: R.Type, _ all: [YAMLPair]) {
        let line = line(pair) ?? "draft: true"
        let shown = pair.value.text.map { "\(pair.key): \($0.prefix(40))" } ?? pair.key
        guard R.fields.contains(where: \.withholds) else {
            problems.append(
                ContentRules.withheld.at(
                    pair.keyRange, in: path, "`\(shown)` may be meant to keep this private, so \(R.withheld).",
                    help: Help("To publish it, remove `\(shown)`. To hold it back, remove the whole entry.")))
            return
        }
        problems.append(
            ContentRules.withheld.at(
                pair.keyRange, in: path,
                "`\(shown)` is how another program holds a page back. It is not read here, so \(R.withheld).",
                help: Help(
                    "To hold it back, write the line below in its place. To publish it, remove the line.", paste: line,
                    replacement: heldBackReplacement(pair, line, all))))
    }

    /// Reports a key that other programs hold a page back with, or that writers do, where it holds nothing back here.
    ///
    /// - Returns: whether it is such a key.
    mutating func reportHoldingNothing(_ pair: YAMLPair, _ all: [YAMLPair]) -> Bool {
        let message = "`\(pair.key)` is not a key of this kind of entry, so it is left out"
        func report(_ message: String, _ help: Help) {
            problems.append(ContentRules.unknownKey.at(pair.keyRange, in: path, message, help: help))
        }
        if let line = WithholdingKey.line(pair.key, pair.value.text), hasBegun(line, pair) {
            report(
                "\(message): its day has come, and the page is published.",
                Help(
                    "Remove the line, or write this one in its place:", paste: line,
                    replacement: heldBackReplacement(pair, line, all)))
            return true
        }
        if WithholdingKey.isName(pair.key) {
            report(
                message + ".",
                "Remove it: only `draft`, `publish_on` and `expires_on` hold a page back.")
            return true
        }
        guard let word = WithholdingKey.unfinished(pair.key, pair.value.texts) else { return false }
        report(
            "\(message), and `\(word)` does not hold the page back: it is published.",
            Help(
                "If it is not for readers yet, write this line in its place. If it is, remove it.", paste: "draft: true"
            ))
        return true
    }

    /// Reports `topics: [draft]`, which was a tag in another program.
    mutating func reportUnfinishedTopics<R: Record>(_ pair: YAMLPair, _ all: [YAMLPair], in type: R.Type) {
        guard R.fields.contains(where: { $0.key == "draft" }), !all.contains(where: { $0.key == "draft" }) else {
            return
        }
        let values = if case .sequence(let items) = pair.value.value { items } else { [pair.value] }
        for value in values {
            guard let text = value.text, WithholdingKey.isUnfinished(topic: text) else { continue }
            problems.append(
                MarkdownRules.hiddenElsewhere.at(
                    value.range, in: path, "The topic `\(text)` does not hold the page back: it is published.",
                    help: Help(
                        "Take the topic out. If the page is not for readers yet, write this line:",
                        paste: "draft: true")))
        }
    }

    /// Whether a value is a day of today or before; one with a time is over with its day.
    private func hasCome(_ value: String?) -> Bool {
        guard let today, let value, let day = PartialDate(String(value.prefix(10))), day.day != nil else {
            return false
        }
        return value.utf8.count == 10 ? day.firstDay <= today : day.firstDay < today
    }

    /// `nil` where the line is there already, or is not all that has to be written.
    private func heldBackReplacement(_ pair: YAMLPair, _ line: String, _ all: [YAMLPair]) -> Replacement? {
        let isTaken = all.contains { $0.key == line.prefix { $0 != ":" } }
        guard !isTaken, !line.contains("…"), pair.value.text != nil, rename(pair, to: "", all) != nil else {
            return nil
        }
        return Replacement(range: pair.keyRange.lowerBound..<pair.value.range.upperBound, text: line)
    }

    /// Whether it says from which day on something is published, and that day has come.
    private func hasBegun(_ line: String, _ pair: YAMLPair) -> Bool {
        line.hasPrefix("publish_on:") && hasCome(pair.value.text)
    }

    private func line(_ pair: YAMLPair) -> String? {
        if case .mapping(let parts, _) = pair.value.value, WithholdingKey.isGroup(pair.key) {
            return parts.lazy.compactMap { WithholdingKey.line($0.key, $0.value.text) }.first
        }
        return WithholdingKey.line(pair.key, pair.value.text).flatMap { hasBegun($0, pair) ? nil : $0 }
    }
}

extension Record {
    /// What is published with its own page, and the people of a list.
    static var isHeldBackByOtherKeys: Bool { self == Member.self || fields.contains { $0.key == "draft" } }

    /// What becomes of it when a key that withholds cannot be read.
    static var withheld: String {
        self == Settings.self ? "as little as possible is published" : "this \(recordName) is not published"
    }
}

extension YAMLNode {
    /// A single value; `nil` for a list or group.
    var text: String? { if case .scalar(let text, _) = value { text } else { nil } }

    /// The single values of a list, or the parts of one between commas.
    var texts: [String] {
        switch value {
        case .scalar(let text, _): text.split(separator: ",").map(String.init)
        case .sequence(let items): items.compactMap(\.text)
        case .mapping: []
        }
    }
}
