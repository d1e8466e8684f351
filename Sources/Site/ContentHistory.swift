public import Content

/// On which days files of the content came to the site and were last changed, as far as that is known.
public struct ContentHistory: Sendable, Equatable {
    /// By path below the content folder.
    public var added: [String: CivilDay]
    /// By path; of a file that is as it came there is none.
    public var changed: [String: CivilDay]

    public init(added: [String: CivilDay] = [:], changed: [String: CivilDay] = [:]) {
        self.added = added
        self.changed = changed
    }
}
