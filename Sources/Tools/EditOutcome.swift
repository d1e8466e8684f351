public import Diagnostics

/// The result of a command that writes files of the content.
public struct EditOutcome: Sendable {
    /// What is wrong, or would be; nothing was written then.
    public var problems: [Diagnostic]
    /// Bytes of a file, for showing lines in a report.
    public var source: @Sendable (String) -> [UInt8]?
    /// What was done, and what to do next; `nil` when nothing was written.
    public var report: String?

    static func refused(_ problems: [Diagnostic], source: @escaping @Sendable (String) -> [UInt8]?) -> EditOutcome {
        EditOutcome(problems: problems, source: source, report: nil)
    }

    static func done(_ report: String) -> EditOutcome {
        EditOutcome(problems: [], source: { _ in nil }, report: report)
    }
}
