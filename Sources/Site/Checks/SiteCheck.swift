public import Diagnostics

/// A named check of a whole site: a rule and the function that finds what breaks it.
public struct SiteCheck: Sendable {
    public let rule: Rule
    let run: @Sendable (SiteGraph) -> [Diagnostic]

    init(_ rule: Rule, _ run: @escaping @Sendable (SiteGraph, Rule) -> [Diagnostic]) {
        self.rule = rule
        self.run = { run($0, rule) }
    }

    /// All of them. A new check is one file and one line here; its examples are its tests.
    public static let all: [SiteCheck] = [
        .nearDuplicateTerm, .termCycle, .eventWithoutDate, .eventEndsBeforeStart, .eventNeverHappens, .eventEndsTwice,
        .eventDayMoves, .connectionToItself,
        .successorOfOpenCommunity, .memberTwice, .missingTranslation, .unknownMenuEntry, .textFileName,
        .requiredLanguage,
        .factInTheFuture, .endedBeforeItBegan, .communityTwice,
    ]
}
