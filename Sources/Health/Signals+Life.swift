internal import Content
internal import Diagnostics
internal import Site

/// Signals of whether a community meets, and of who finds it.
extension Signal {
    private static let entry = "---\nname: A\nsummary: B.\n---\n"

    private static func events(_ days: [String]) -> [String: String] {
        var files = ["communities/a.md": entry]
        for day in days { files["communities/a/events/\(day).md"] = "---\ntitle: Coffee\nstarts: \(day) 14:00\n---\n" }
        return files
    }

    static let quiet = Signal(
        code: "quiet", name: "It has gone quiet",
        why: "Those who come by see an empty room and do not come back.",
        step: "Ask three members what they miss, and invite them to one short meeting; or let it rest, and say so with "
            + "`paused`.",
        chapter: "handbook/when-a-community-fades/", weight: 6, isInvitation: true,
        bad: events(["2025-06-04", "2025-07-02", "2025-08-06"]),
        good: events(["2025-12-03", "2026-01-07", "2026-02-04", "2026-03-04"])
    ) { facts in
        guard facts.isMeetingPlanned == false, !facts.isRecordOver, let last = facts.lastSign else { return [] }
        let days = facts.site.today.number - last.day.number
        let limit = max(facts.thresholds.quietDays, (facts.rhythm ?? 0) * facts.thresholds.quietTimes)
        guard days > limit else { return [] }
        let rhythm = facts.rhythm.map { ", before that every \($0) days" } ?? ""
        return [
            Evidence("last sign of life \(last.text), \(days) days ago\(rhythm)", last.range, in: last.path)
        ]
    }

    static let nothingPlanned = Signal(
        code: "nothing-planned", name: "No next meeting",
        why: "Somebody who wants to join has nothing to come to.",
        step: "Settle on a date for the next meeting, and add it as an event; a topic can follow.",
        chapter: "handbook/meeting-formats/", weight: 3, isInvitation: true,
        bad: events(["2026-02-04"]), good: events(["2026-02-04", "2026-03-04"])
    ) { facts in
        guard facts.isMeetingPlanned == false, facts.hasMet, !facts.isRecordOver else { return [] }
        let last = facts.lastSign
        return [
            Evidence(
                last.map { "last meeting or write-up: \($0.text)" } ?? "no date planned",
                last?.range ?? facts.position.range, in: last?.path ?? facts.position.path)
        ]
    }

    static let channelsBlocked = Signal(
        code: "channels-blocked", name: "Some members cannot reach it",
        why: "Those who may join are invited into a room whose door is locked for them.",
        step: "Add one channel that everybody who may join can reach; a mailing list is enough.",
        chapter: "handbook/across-governments/", weight: 4,
        bad: [
            "communities/a.md":
                "---\nname: A\nsummary: B.\nmeets: Weekly.\nmembership: public-sector\nchannels:\n  - platform: teams\n"
                + "    access: organisation\n---\n"
        ],
        good: [
            "communities/a.md":
                "---\nname: A\nsummary: B.\nmeets: Weekly.\nmembership: public-sector\nchannels:\n  - platform: teams\n"
                + "    access: organisation\n  - platform: mailing-list\n    access: public-sector\n---\n"
        ]
    ) { facts in
        let channels = facts.community.channels.items()
        guard let membership = facts.community.membership, !channels.isEmpty,
            channels.allSatisfy({ ($0.value.access?.value).map { $0.isNarrower(than: membership.value) } ?? false })
        else { return [] }
        return channels.map {
            let access = $0.value.access!
            let text = "`access: \(access.value.rawValue)`, `membership: \(membership.value.rawValue)`"
            return Evidence(text, access.range, in: facts.item.path)
        }
    }

    static let alone = Signal(
        code: "alone", name: "It does not know communities like it",
        why: "Others solve the same problems in another government, and neither knows of the other.",
        step: "Write to one of those that its page names as alike, and ask for half an hour.",
        chapter: "handbook/across-governments/", weight: 2,
        bad: pair(""), good: pair("connections:\n  - {to: b, kind: sister}\n")
    ) { facts in
        guard facts.isKept, !facts.isRecordOver else { return [] }
        let (connected, alike) = facts.survey.neighbours(of: facts.id)
        guard connected == 0, let nearest = alike.first else { return [] }
        let others = alike.count == 1 ? "1 community" : "\(alike.count) communities"
        let example = "such as `\(facts.site[nearest].id)`"
        return [
            Evidence(
                "no connection, \(others) alike elsewhere, \(example)", facts.position.range, in: facts.position.path)
        ]
    }

    private static func pair(_ connections: String) -> [String: String] {
        let others = ["b", "c", "d"].map { id in
            (
                "communities/\(id).md",
                "---\nname: \(id.uppercased())\nsummary: Other.\ngovernment: g-\(id)\n"
                    + "\(id == "b" ? "roles: [analyst]\ntopics: [data]\n" : "roles: [cook]\ntopics: [food]\n")---\n"
            )
        }
        let own =
            "---\nname: A\nsummary: Other.\ngovernment: g-a\nroles: [analyst]\ntopics: [data]\n\(connections)---\n"
        return Dictionary(uniqueKeysWithValues: others).merging([
            "communities/a.md": own, "communities/a/events/e.md": "---\ntitle: E\nstarts: 2026-03-09\n---\n",
        ]) { $1 }
    }

    static let asksForHelp = Signal(
        code: "asks-for-help", name: "It asks for help",
        why: "Somebody wrote down what is missing, and waits.",
        step: "Offer it, or tell communities that offer the same where it is wanted.",
        chapter: "handbook/across-governments/", weight: 3, isInvitation: true,
        bad: ["communities/a.md": "---\nname: A\nsummary: B.\nmeets: Weekly.\nwants: [speakers]\n---\n"],
        good: ["communities/a.md": "---\nname: A\nsummary: B.\nmeets: Weekly.\noffers: [speakers]\n---\n"]
    ) { facts in
        // What was wanted when somebody last looked may have come since.
        if facts.isUnverified { return [] }
        return facts.community.wants.items().map {
            Evidence("`wants`: \($0.value)", $0.range, in: facts.item.path, of: $0.value)
        }
    }

    static let noWelcome = Signal(
        code: "no-welcome", name: "Nobody welcomes newcomers",
        why: "Newcomers who are greeted come back; those who are not greeted leave without a word.",
        step: "Name one person or a shared mailbox under `welcome` that answers those who are new.",
        chapter: "handbook/growing-and-recruiting/", weight: 1,
        bad: events(["2026-03-04"]),
        good: events(["2026-03-04"]).merging([
            "communities/a.md": "---\nname: A\nsummary: B.\nwelcome:\n  contact: a@example.org\n---\n"
        ]) { $1 }
    ) { facts in
        guard facts.isKept, facts.survey.welcomesAreUsual, facts.community.welcome == nil,
            facts.community.membership?.value != .invitation
        else { return [] }
        return [Evidence("no `welcome`", facts.position.range, in: facts.position.path)]
    }
}

extension Membership {
    private var rank: Int { Membership.allCases.firstIndex(of: self)! }

    /// Whether it lets fewer people in.
    fileprivate func isNarrower(than other: Membership) -> Bool { rank > other.rank }
}
