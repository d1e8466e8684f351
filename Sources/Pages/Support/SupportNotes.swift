package import Site

/// What a private site says of each community, for those who support communities; in English, as all reports of the
/// program are. Who looks for signals fills it in: pages know nothing of them.
package struct SupportNotes: Sendable {
    /// How much a hand would help.
    package enum Level: String, Sendable, CaseIterable {
        case most, some, none, thin
        case atRest = "rest"

        var text: String {
            switch self {
            case .most: "A hand would help most"
            case .some: "Something to look at"
            case .none: "No signal"
            case .thin: "Thin entry, with a question"
            case .atRest: "At rest, ended or made up"
            }
        }
    }

    package struct Signal: Sendable {
        let name: String
        let why: String
        let step: String
        /// Where the handbook helps; `nil` where it has no such chapter.
        let url: String?
        let evidence: [(place: String, text: String)]

        package init(name: String, why: String, step: String, url: String?, evidence: [(place: String, text: String)]) {
            (self.name, self.why, self.step, self.url, self.evidence) = (name, why, step, url, evidence)
        }
    }

    package struct Community: Sendable {
        let id: ItemID
        let level: Level
        let signals: [Signal]
        /// To the steward; `nil` where nothing was found.
        let mail: (language: String, subject: String, text: String)?

        package init(
            _ id: ItemID, _ level: Level, _ signals: [Signal] = [],
            mail: (language: String, subject: String, text: String)? = nil
        ) {
            (self.id, self.level, self.signals, self.mail) = (id, level, signals, mail)
        }
    }

    let summary: String
    /// What is better or worse, a line each; `nil` where nothing was compared.
    let changes: (since: String, lines: [String])?
    /// All of the site, those first that a hand would help most.
    let communities: [Community]
    let levels: [ItemID: Level]

    package init(summary: String, changes: (since: String, lines: [String])?, _ communities: [Community]) {
        (self.summary, self.changes, self.communities) = (summary, changes, communities)
        levels = Dictionary(uniqueKeysWithValues: communities.map { ($0.id, $0.level) })
    }
}
