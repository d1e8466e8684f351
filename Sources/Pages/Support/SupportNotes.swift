package import Site

/// What a private site says of each community, for those who support communities; in English, as all reports of the
/// program are. It holds lines of files, which pages cannot read, so the command that looks for signals fills it in.
package struct SupportNotes: Sendable {
    /// How much help is wanted.
    package enum Level: String, Sendable, CaseIterable {
        case most, some, thin
        /// Nothing was found.
        case quiet
        /// At rest, ended, or made up beside real ones.
        case past

        var text: String {
            switch self {
            case .most: "Help would matter most"
            case .some: "Something to look at"
            case .thin: "Thin entry, with a question"
            case .quiet: "No signal"
            case .past: "At rest, ended or made up"
            }
        }
    }

    package struct Signal: Sendable {
        let name: String
        let why: String
        let step: String
        /// Where the handbook helps; `nil` where it has no such chapter.
        let url: String?
        let evidence: [(position: String, text: String)]

        package init(
            name: String, why: String, step: String, url: String?, evidence: [(position: String, text: String)]
        ) {
            (self.name, self.why, self.step, self.url, self.evidence) = (name, why, step, url, evidence)
        }
    }

    package struct Community: Sendable {
        let id: ItemID
        let level: Level
        /// Whether the handbook for the public has it.
        let isPublic: Bool
        let signals: [Signal]
        /// To the steward; `nil` where nothing was found.
        let mail: (language: String, subject: String, text: String)?

        package init(
            _ id: ItemID, _ level: Level, isPublic: Bool, _ signals: [Signal] = [],
            mail: (language: String, subject: String, text: String)? = nil
        ) {
            (self.id, self.level, self.isPublic) = (id, level, isPublic)
            (self.signals, self.mail) = (signals, mail)
        }
    }

    let summary: String
    /// What is better or worse, a line each; `nil` where nothing was compared.
    let changes: (since: String, lines: [String])?
    /// All of the site, those first that want help most.
    let communities: [Community]
    let levels: [ItemID: Level]

    package init(summary: String, changes: (since: String, lines: [String])?, _ communities: [Community]) {
        (self.summary, self.changes, self.communities) = (summary, changes, communities)
        levels = Dictionary(uniqueKeysWithValues: communities.map { ($0.id, $0.level) })
    }
}
