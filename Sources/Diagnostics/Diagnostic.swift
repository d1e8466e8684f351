/// A range of a file: byte offsets from the file's first byte, end excluded.
public typealias ByteRange = Range<Int>

/// One file as it was read. `path` is relative to the content folder, with `/` between parts.
public struct SourceFile: Sendable {
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// How much a problem matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// The page is right, and something might be better.
    case note
    /// A reader is affected.
    case warning
    /// The page would be wrong or missing.
    case error

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// One problem in the content, as plain data: what is wrong, where, and what to do.
///
/// The module Diagnostics turns byte offsets into line and column, and problems into text for people, editors and CI.
/// It must not know what a community, a key or a link is.
///
///     let file = SourceFile(path: "communities/a.md", bytes: Array("---\nname:\n---\n".utf8))
///     let problem = rule.at(4..<8, in: file.path, "`name` has no value.")
///     let text = Report.text([problem], format: .human, prefix: "content/") { _ in file.bytes }
public struct Diagnostic: Sendable, Equatable {
    public var severity: Severity
    /// Stable, in kebab-case: the `code` of the rule that was broken.
    public var code: String
    /// The specific name first, then the rule; one or two sentences.
    public var message: String
    /// Relative to the content folder, like `SourceFile.path`.
    public var path: String
    /// Empty at 0 when the problem is the file as a whole.
    public var range: ByteRange
    /// What to do about it; `nil` if the message is enough.
    public var help: Help?

    /// The help as text, advice and lines; `nil` if there is none.
    var helpText: String? { help.map(\.text).flatMap { $0.isEmpty ? nil : $0 } }

    /// The message, followed by the help on lines of its own.
    var messageWithHelp: String { [message, helpText].compactMap { $0 }.joined(separator: "\n") }

    public init(
        severity: Severity, code: String, message: String, path: String, range: ByteRange, help: Help? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.path = path
        self.range = range
        self.help = help
    }
}

extension Sequence where Element == Diagnostic {
    /// By path, position and code: the order in which every report prints.
    public func sortedForReport() -> [Diagnostic] {
        sorted {
            ($0.path, $0.range.lowerBound, $0.code, $0.message) < ($1.path, $1.range.lowerBound, $1.code, $1.message)
        }
    }

    /// Warnings become errors, as `--strict` asks; notes stay.
    public func raisingWarnings() -> [Diagnostic] {
        map {
            var raised = $0
            if raised.severity == .warning { raised.severity = .error }
            return raised
        }
    }
}
