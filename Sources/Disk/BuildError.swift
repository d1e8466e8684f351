/// Why a build could not run: a problem of the environment, never of the content.
///
/// The message says what was tried, which path, why, and what to do.
public struct BuildError: Error, CustomStringConvertible, Sendable, Equatable {
    public let message: String

    public init(_ message: String) { self.message = message }

    public var description: String { message }

    /// "`a`, `b` and 3 more": at most five of the names.
    static func list(_ names: [String]) -> String {
        let shown = names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
        return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
    }
}
