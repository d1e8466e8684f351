/// A rule for the content of a handbook, in one sentence, with a good and a bad example.
///
/// The examples are the rule's tests and its documentation: the bad one must be reported under this code, the good
/// one must pass without any problem.
public struct Rule: Sendable, Equatable {
    public let code: String
    public let severity: Severity
    /// One sentence, in the words of a person who writes content.
    public let rule: String
    /// A whole small site: path below `content/` to text. Built on demand, as some are large.
    public var bad: [String: String] { makeBad() }
    public var good: [String: String] { makeGood() }

    private let makeBad: @Sendable () -> [String: String]
    private let makeGood: @Sendable () -> [String: String]

    /// Each rule has its own code.
    public static func == (a: Rule, b: Rule) -> Bool { a.code == b.code }

    public init(
        _ code: String, _ severity: Severity, _ rule: String,
        bad: @autoclosure @escaping @Sendable () -> [String: String],
        good: @autoclosure @escaping @Sendable () -> [String: String]
    ) {
        self.code = code
        self.severity = severity
        self.rule = rule
        makeBad = bad
        makeGood = good
    }

    /// A problem under this rule.
    public func at(_ range: ByteRange, in path: String, _ message: String, help: Help? = nil) -> Diagnostic {
        Diagnostic(severity: severity, code: code, message: message, path: path, range: range, help: help)
    }
}
