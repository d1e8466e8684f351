public import Content

/// The days on which files of the content were added and last changed, as far as they are known.
public struct ContentHistory: Sendable, Equatable {
    /// By path below the content folder.
    public var added: [String: CivilDay]
    /// By path; no entry for a file that never changed.
    public var changed: [String: CivilDay]

    public init(added: [String: CivilDay] = [:], changed: [String: CivilDay] = [:]) {
        self.added = added
        self.changed = changed
    }
}
