/// What a key's value may be, as data: for messages, for the JSON Schema, for the page that lists all keys and for the
/// form's rules.
public indirect enum Shape: Sendable, Equatable {
    /// Text in one or several languages; `maximum` counts characters.
    case text(maximum: Int?)
    /// A date, as exact as `TimePrecision` allows.
    case date(TimePrecision)
    case integer(ClosedRange<Int>)
    case boolean
    case url
    /// A web address, an e-mail address or a sentence.
    case linkOrText
    /// One of these values; other spellings are understood.
    case choice([String], also: [String])
    /// An id under one of these folders.
    case term(TermKind)
    /// An id or a name of one of these kinds.
    case mention([Kind])
    /// The name of an entry, looked up in the same community, then among the shared ones.
    case entry(Kind)
    /// The name of an event that comes again, `@` and one of its days.
    case occurrence
    case languageCode
    case timeZone
    /// In hexadecimal.
    case colour
    /// How often something comes again.
    case interval
    /// On which day it does.
    case repeatDay
    /// A path that a page had.
    case oldPath
    case id
    /// Any text that is not shown to readers as prose: a path, a code, a colour.
    case plain
    case list(of: Shape)
    /// A group with these keys.
    case record(String)
    /// Free keys, each an id of a term, to a value.
    case map(from: TermKind, to: Shape)
    /// The first, or the second as a shorter way to write it.
    case either(Shape, Shape)

    /// Whether values of several words are mistakes, or nearly always.
    var isOneWord: Bool {
        switch self {
        case .term, .languageCode, .id, .url, .occurrence: true
        default: false
        }
    }

    /// For a message: "must be …".
    public var expectation: String {
        switch self {
        case .text: "text"
        case .date(.time): "a date such as `2026-03-12`, or a time such as `2026-03-12 14:00`"
        case .date(.day): "a date such as `2026-03-12` (or `2026-03`, or `2026`, where no more is known)"
        case .integer(let range) where range.count == 1: "`\(range.lowerBound)`"
        case .integer(let range):
            range.upperBound >= 1_000_000
                ? "a whole number" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .boolean: "`true` or `false`"
        case .url: "a web address that starts with `https://`"
        case .linkOrText: "a web address, an e-mail address or a sentence"
        case .choice(let values, _): "one of " + values.map { "`\($0)`" }.joined(separator: ", ")
        case .term(let kind): "the id of a \(kind.singular) (lower-case letters, digits, hyphens)"
        case .mention: "an id or a name"
        case .entry(let kind): "the name of a \(kind.rawValue) file"
        case .occurrence: "a series and one of its days, such as `lean-coffee@2026-12-17`"
        case .languageCode: "a language code such as `en` or `cy`"
        case .timeZone: "a time zone such as `Europe/London`"
        case .colour: "a colour such as `\"#1d70b8\"`, in quotes"
        case .interval: "an interval such as `week` or `2 weeks`"
        case .repeatDay: "a day such as `thursday`, `first tuesday` or `15`"
        case .oldPath: "an old path such as `old/page/`"
        case .id: "an id (lower-case letters, digits, hyphens)"
        case .plain: "text"
        case .list(let item): "a list, each item \(item.expectation)"
        case .record: "several lines, each with a word, a colon and a text"
        case .map(let kind, let item):
            "a group with one line for each \(kind.singular): its id, a colon, and \(item.expectation)"
        case .either(let first, _): first.expectation
        }
    }
}

/// How exact a date may be.
public enum TimePrecision: Sendable, Equatable {
    case day, time
}
