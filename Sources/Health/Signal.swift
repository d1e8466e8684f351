internal import Content
public import Diagnostics
internal import Site

/// Health: which communities may need a hand, and with what: a site → signals with their evidence.
///
/// A pure function of a site, which may hold facts that are never published. It names nobody: evidence is a position in
/// a file, dates and numbers.
///
///     let report = HealthReport(of: site)
///     let first = report.communities.first?.findings.first?.signal.step
///
/// A signal is a reason to offer help, never a mark. What is not known is not a reason: an entry that says little gets
/// one line, with the question that would help most.
public struct Signal: Sendable {
    /// `no-steward`: for programs, and the same in every release.
    public let code: String
    /// What was found, in a few words.
    public let name: String
    /// Why it matters, in a sentence.
    public let why: String
    /// What to do next, in a sentence.
    public let step: String
    /// The address of the handbook's chapter that helps.
    public let chapter: String
    /// How much it harms a community while nobody helps, from 1 up.
    public let weight: Int
    /// A small site with a community `a` that has the signal, and one in which it has not: tests and documentation.
    public let bad: [String: String]
    public let good: [String: String]
    /// Whether readers of the community's page may be asked to help with it: it says nothing about a person, and
    /// nothing that could be used against one. Its words in a theme are `help_` and the code.
    public let isInvitation: Bool
    let find: @Sendable (CommunityFacts) -> [Evidence]

    init(
        code: String, name: String, why: String, step: String, chapter: String, weight: Int, isInvitation: Bool = false,
        bad: [String: String], good: [String: String], find: @escaping @Sendable (CommunityFacts) -> [Evidence]
    ) {
        (self.code, self.name, self.why, self.step) = (code, name, why, step)
        (self.chapter, self.weight, self.isInvitation) = (chapter, weight, isInvitation)
        (self.bad, self.good, self.find) = (bad, good, find)
    }

    /// From this weight on, a community should not wait.
    public var isUrgent: Bool { weight >= 5 }

    /// All of them, the weightiest first. A new one is one value, one line here and the words `mail_` and its code in
    /// the theme; its examples are its tests.
    public static let all: [Signal] = [
        .noSteward, .termEnds, .quiet, .noDeputy, .channelsBlocked, .sharedSteward, .noTime, .nothingPlanned, .skillGap,
        .asksForHelp, .oneWriter, .alone, .noWelcome, .noCharter, .charterReview, .countsStale, .unverified,
    ]

    /// Beside it a community has no other.
    public static let thinEntry = thin
}

/// What shows a signal: a position in a file, and what is there or follows from it.
public struct Evidence: Sendable {
    /// Below the content folder.
    public let path: String
    public let range: ByteRange
    /// Without a name of anybody.
    public let text: String
    /// What is wanted: the id of a skill, or a text of the entry.
    public let subject: String?

    init(_ text: String, _ range: ByteRange, in path: String, of subject: String? = nil) {
        (self.path, self.range, self.text, self.subject) = (path, range, text, subject)
    }
}
