internal import Content
public import Diagnostics

/// A named check of a whole site: a rule and the function that finds what breaks it.
public struct SiteCheck: Sendable {
    public let rule: Rule
    let run: @Sendable (SiteGraph) -> [Diagnostic]

    init(_ rule: Rule, _ run: @escaping @Sendable (SiteGraph, Rule) -> [Diagnostic]) {
        self.rule = rule
        self.run = { run($0, rule) }
    }

    /// Problems of a site without those that only follow from one of a file: a date that cannot be read is one
    /// mistake, and that the event has none would be a second, which is not true.
    ///
    /// - Parameter found: problems of single files.
    package static func causes(of problems: [Diagnostic], after found: [Diagnostic]) -> [Diagnostic] {
        let misdated = Set(found.filter { $0.isUnder(ContentRules.badDate) }.map(\.path))
        return problems.filter { !$0.isUnder(eventWithoutDate.rule) || !misdated.contains($0.path) }
    }

    /// All of them. A new check is one file and one line here; its examples are its tests.
    public static let all: [SiteCheck] = [
        .nearDuplicateTerm, .termCycle, .eventWithoutDate, .eventEndsBeforeStart, .eventNeverHappens, .eventEndsTwice,
        .eventDayMoves, .exceptionWithoutOccurrence, .repetitionSkips, .monthWithoutDay,
        .repetitionEndsTwice, .occurrenceWithoutDate, .occurrenceTwice, .occurrenceRepeats,
        .eventsOverlap, .seriesWithoutLife, .privateLink,
        .unknownTimeZone, .zoneOfNoGovernment, .zoneWithoutSummerTime,
        .skippedTime, .oldZoneData,
        .connectionToItself,
        .successorOfOpenCommunity, .untilWithoutPaused, .memberTwice, .missingTranslation, .unknownMenuEntry,
        .menuTwice, .menuWithoutTitle, .menuHTTP, .socialImageMissing,
        .requiredLanguage,
        .factInTheFuture, .endedBeforeItBegan, .communityTwice, .memberNotAgreed, .mentionNotAgreed,
        .agreedBeforeSince,
    ]
}
