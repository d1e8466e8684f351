internal import Content
internal import Diagnostics

extension SiteCheck {
    static let factInTheFuture = SiteCheck(
        Rule(
            "fact-in-the-future", .warning,
            "The date of something that was found or confirmed, or has begun, is not in the future.",
            bad: ["communities/a.md": "---\nname: A\nsummary: B.\nverified: 2999-01-01\n---\n"],
            good: ["communities/a.md": "---\nname: A\nsummary: B.\nverified: 2026-01\n---\n"])
    ) { site, _ in
        site.items.filter { !$0.isMadeFromID }.flatMap { item in
            facts(of: item).compactMap { key, date in
                guard let date, date.value.firstDay > site.today else { return nil }
                let isMember = item.kind == .members && key == "agreed"
                return isStillToCome(
                    key, date, on: site.today, in: item.path,
                    so: isMember ? " Until then this member is counted and not named." : "")
            }
        }
    }

    /// - Parameter consequence: a sentence with a space before it, or nothing.
    static func isStillToCome(
        _ key: String, _ date: Located<PartialDate>, on today: CivilDay, in path: String, so consequence: String
    ) -> Diagnostic {
        factInTheFuture.rule.at(
            date.range, in: path,
            "`\(key)` is \(date.value.isoDate), which is still to come (today is \(today.date.isoDate))."
                + consequence,
            help: key == "agreed"
                ? "If the year is mistyped, fix it. If nobody has agreed yet, remove the line."
                : "If the year is mistyped, fix it; if it is a plan, say so in the text.")
    }

    private static func facts(of item: Item) -> [(key: String, date: Located<PartialDate>?)] {
        let common = [("as_of", item.common.asOf), ("verified", item.common.verified)]
        return switch item.entry {
        case .community(let entry):
            common + [
                ("founded", entry.founded), ("stage_since", entry.stageSince), ("as_of", entry.memberCount?.value.asOf),
                ("added", entry.added),
            ]
        case .charter(let entry): common + [("agreed", entry.agreed)]
        case .members(let entry):
            common + entry.counts.items().map { ("as_of", $0.value.asOf) }
                + entry.members.items().map { ("agreed", $0.value.agreed) }
        case .person(let entry): common + [("agreed", entry.agreed)]
        case .resource(let entry): common + [("reviewed", entry.reviewed)]
        case .writeup(let entry): common + [("date", entry.date), ("corrected", entry.corrected)]
        case .event(let entry): common + [("added", entry.added)]
        default: common
        }
    }

    static let endedBeforeItBegan = SiteCheck(
        Rule(
            "ended-before-it-began", .error, "A community ends, rests and changes stage after it was founded.",
            bad: ["communities/a.md": "---\nname: A\nsummary: B.\nfounded: 2020\nclosed: 2019-06-30\n---\n"],
            good: ["communities/a.md": "---\nname: A\nsummary: B.\nfounded: 2019\nclosed: 2019-06-30\n---\n"])
    ) { site, rule in
        site.all(.community).flatMap { id -> [Diagnostic] in
            guard case .community(let community) = site[id].entry, let founded = community.founded?.value else {
                return []
            }
            let later = [
                ("closed", community.closed), ("paused", community.paused), ("stage_since", community.stageSince),
            ]
            return later.compactMap { key, date in
                guard let date, date.value.lastDay < founded.firstDay else { return nil }
                return rule.at(
                    date.range, in: site[id].path,
                    "`\(key)` (\(date.value.isoDate)) is before `founded` (\(founded.isoDate)).",
                    help: "Correct the one of the two that is wrong.")
            }
        }
    }
}
