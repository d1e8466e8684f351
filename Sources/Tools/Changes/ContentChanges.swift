internal import Build
internal import Content
public import Diagnostics
internal import Disk
internal import Network
internal import Site

/// What a change does to a handbook: problems that it brings, what is not plausible about it, and what is new.
public struct ContentChanges: Sendable {
    /// In files that were changed, and elsewhere because of the change; with what is not plausible.
    public let problems: [Diagnostic]
    public let news: [ChangeNews]
    /// Paths of changed files.
    let changed: Set<String>

    /// - Parameter changed: paths of changed files.
    init(from before: Pipeline.Reading, to after: Pipeline.Reading, changed: Set<String>) {
        let brought = after.problems.new(since: before.problems)
        let known = Set(brought.map(\.signature))
        // Older problems of a file that somebody is editing are shown too.
        let touched = after.problems.filter { changed.contains($0.path) && !known.contains($0.signature) }
        var comparison = Comparison(
            before: before.site, after: after.site, changed: changed, unusable: (before.unusable, after.unusable),
            twice: Set(after.problems.filter { $0.isUnder(SiteCheck.communityTwice.rule) }.map(\.path)))
        comparison.compare()
        self.changed = changed
        problems = (brought + touched + comparison.problems).sortedForReport()
        news = comparison.news
    }
}

private struct Comparison {
    let before: SiteGraph
    let after: SiteGraph
    let changed: Set<String>
    /// Files that exist but cannot be used: what they hold was neither added nor removed.
    let unusable: (before: Set<String>, after: Set<String>)
    var problems: [Diagnostic] = []
    var news: [ChangeNews] = []
    private static let mostNamed = 10, mostAlike = 3

    /// Files that are reported as a second entry of one community.
    private let twice: Set<String>
    /// Where old addresses lead.
    private let redirects: [String: ItemID]

    init(
        before: SiteGraph, after: SiteGraph, changed: Set<String>, unusable: (before: Set<String>, after: Set<String>),
        twice: Set<String>
    ) {
        self.unusable = unusable
        self.twice = twice
        redirects = Dictionary(after.redirects.map { ($0.from, $0.to) }, uniquingKeysWith: { a, _ in a })
        self.before = before
        self.after = after
        self.changed = changed
    }

    mutating func compare() {
        let old = before.routes
        let new = after.routes
        var added = new.filter { old[$0.key] == nil && !after[$0.value].isMadeFromID }.map(\.value).sorted {
            after[$0].route < after[$1].route
        }
        var gone = old.filter {
            new[$0.key] == nil && !before[$0.value].isMadeFromID && !unusable.after.contains(before[$0.value].path)
        }.map(\.value).sorted { before[$0].route < before[$1].route }
        // The settings say what belongs to the site at all: its languages, and whether examples do.
        if unusable.before.union(unusable.after).contains(ContentKind.settingsPath) { (added, gone) = ([], []) }
        let fixed = added.filter { unusable.before.contains(after[$0].path) }
        added.removeAll(where: Set(fixed).contains)
        let moves = moves(of: gone, among: added)
        added.removeAll(where: Set(moves.map(\.to)).contains)
        gone.removeAll(where: Set(moves.map(\.from)).contains)
        tell("Adds", added, in: after)
        alike(to: added.filter { after[$0].kind == .community })
        let edited =
            (new.filter { old[$0.key] != nil && changed.contains(after[$0.value].path) }.map(\.value) + fixed).filter {
                !after[$0].isEmbedded
            }.sorted { after[$0].route < after[$1].route }
        tell("Changes", edited, in: after)
        tellMoves(moves)
        tell("Removes", gone, in: before)
        for (route, id) in new.sorted(by: { $0.key < $1.key }) {
            if let earlier = old[route] { compare(before[earlier], after[id]) }
        }
        for (from, to) in moves {
            compare(before[from], after[to])
            moved(before[from], to: after[to])
        }
        for id in gone where before[id].kind == .community { deleted(before[id]) }
        for id in added where after[id].kind == .community { duplicate(id) }
    }

    /// Pages that are now at another address, as the new page says itself, or by its name. One goes to one: a page to
    /// which several lead took over from all but the first.
    private func moves(of gone: [ItemID], among added: [ItemID]) -> [(from: ItemID, to: ItemID)] {
        var left = Set(added)
        // Other names that the new page gives itself could belong to any community.
        let named = Dictionary(grouping: added.filter { after[$0].kind == .community }) {
            Self.key(after[$0].title(in: after.defaultLanguage).text)
        }
        return gone.compactMap { id in
            let old = before[id]
            let keys = old.kind == .community ? Set(old.common.names.map(Self.key)).subtracting([""]) : []
            let candidates = [redirects[old.route]].compactMap { $0 } + keys.flatMap { named[$0] ?? [] }
            guard let to = candidates.filter({ left.contains($0) && after[$0].kind == old.kind }).min() else {
                return nil
            }
            left.remove(to)
            return (id, to)
        }
    }

    // MARK: What is new

    private mutating func tell(_ verb: String, _ ids: [ItemID], in site: SiteGraph) {
        let names: [(Kind, String, String)] = [
            (.community, "community", "communities"), (.event, "event", "events"), (.writeup, "write-up", "write-ups"),
            (.resource, "resource", "resources"), (.person, "person", "people"),
        ]
        for (kind, one, many) in names {
            let of = ids.filter { site[$0].kind == kind }
            guard !of.isEmpty else { continue }
            let rest = of.count > Self.mostNamed ? " and \(of.count - Self.mostNamed) more" : ""
            news.append(
                """
                \(verb) \(of.count) \(of.count == 1 ? one : many): \
                \(titles: titles(of.prefix(Self.mostNamed), in: site))\(rest).
                """
            )
        }
        let others = ids.count { id in !names.contains { $0.0 == site[id].kind } }
        if others > 0 { news.append("\(verb) \(others) other page\(others == 1 ? "" : "s").") }
    }

    private mutating func tellMoves(_ moves: [(from: ItemID, to: ItemID)]) {
        for move in moves.prefix(Self.mostNamed) {
            let (old, new) = (
                before[move.from].title(in: before.defaultLanguage).text,
                after[move.to].title(in: after.defaultLanguage).text
            )
            let way = "from \(before[move.from].route) to \(after[move.to].route)"
            news.append(
                old == new
                    ? "Moves \(titles: [new]) \(way)."
                    : "Moves \(titles: [old]) \(way), where it is called \(titles: [new]).")
        }
        if moves.count > Self.mostNamed { news.append("Moves \(moves.count - Self.mostNamed) more pages.") }
    }

    /// Communities that the new ones might want to meet.
    private mutating func alike(to added: [ItemID]) {
        guard !added.isEmpty else { return }
        let network = CommunityNetwork(after)
        let suggestions = Suggestions(network, after)
        for id in added.prefix(Self.mostNamed) {
            guard let node = network.nodes.firstIndex(of: id) else { continue }
            let others = suggestions.ofNode[node].prefix(Self.mostAlike).map { suggestions.all[$0].other(than: node) }
            guard !others.isEmpty else { continue }
            let count = ["One is", "Two are", "Three are"][others.count - 1]
            news.append(
                """
                \(count) like \(titles: titles([id], in: after)): \
                \(titles: titles(others.map { network.nodes[$0] }, in: after)).
                """
            )
        }
    }

    private func titles(_ ids: some Sequence<ItemID>, in site: SiteGraph) -> [String] {
        ids.map { site[$0].title(in: site.defaultLanguage).text }
    }

    // MARK: What is not plausible

    private mutating func compare(_ old: Item, _ new: Item) {
        switch (old.entry, new.entry) {
        case (.community(let a), .community(let b)):
            guard let was = a.memberCount?.value.count?.value, let count = b.memberCount?.value.count,
                was != count.value
            else { return }
            let (least, most) = (min(was, count.value), max(was, count.value))
            guard most >= 20, most >= 10 * max(least, 1) else { return }
            problems.append(
                ChangeRules.memberCount.at(
                    count.range, in: new.path, "There were \(was) members before, and now there are \(count.value).",
                    help: "If that is right, say in the proposal where the number is from; if not, fix it."))
        case (.event(let a), .event(let b)):
            let moved = [
                ("starts", a.starts?.value != b.starts?.value), ("ends", a.ends?.value != b.ends?.value),
                ("place", a.place?.value.original != b.place?.value.original),
                ("status", a.status?.value != b.status?.value),
                ("repeats", a.repeats?.value.every?.value != b.repeats?.value.every?.value),
            ]
            .filter(\.1).map(\.0)
            guard !moved.isEmpty, (b.starts?.value.lastDay ?? after.today) >= after.today || b.repeats != nil,
                (b.revision?.value ?? 0) <= (a.revision?.value ?? 0)
            else { return }
            let range = b.starts?.range ?? new.range
            problems.append(
                ChangeRules.revision.at(
                    range, in: new.path,
                    "\(moved.map { "`\($0)`" }.joined(separator: " and ")) changed, and calendars that hold this "
                        + "event would not notice.",
                    help: Help(
                        "Add a number that is higher than before:", paste: "revision: \((a.revision?.value ?? 0) + 1)"))
            )
        default: return
        }
    }

    private mutating func moved(_ old: Item, to new: Item) {
        guard old.kind == .community, redirects[old.route] == nil else { return }
        problems.append(
            ChangeRules.deletedCommunity.at(
                new.common.title?.range ?? 0..<0, in: new.path,
                "The community “\(old.title(in: before.defaultLanguage).text)” was in `\(old.path)` before, and "
                    + "links to it there lead nowhere.",
                help: Help("Say in this file where it was:", paste: "redirect_from: \(old.route)")))
    }

    private mutating func deleted(_ item: Item) {
        guard redirects[item.route] == nil else { return }
        problems.append(
            ChangeRules.deletedCommunity.at(
                0..<0, in: item.path,
                "The community “\(item.title(in: before.defaultLanguage).text)” is gone, and links to it lead nowhere.",
                help:
                    Help(
                        "If it has another name now, add `redirect_from: \(item.route)` to its new file. If it ended, "
                            + "bring the file back and say when, and what took over, if anything did:",
                        paste: "closed: "
                            + "\(after.today.date.isoDate)\nsuccessor: …")
            ))
    }

    private mutating func duplicate(_ id: ItemID) {
        let names = after[id].common.names.map(Self.key).filter { !$0.isEmpty }
        // Equal names are found by a check that needs no changes.
        guard !twice.contains(after[id].path) else { return }
        for other in after.communities where other != id {
            let others = after[other].common.names.map(Self.key)
            guard names.contains(where: others.contains) else { continue }
            let range = after[id].common.title?.range ?? 0..<0
            problems.append(
                ChangeRules.similar.at(
                    range, in: after[id].path,
                    "This looks like “\(after[other].title(in: after.defaultLanguage).text)”, which is here already, "
                        + "in `\(after[other].path)`.",
                    help:
                        Help(
                            "If it is the same community, add what is missing to that file and remove this one; if "
                                + "not, say in the summary how it differs.")
                ))
            return
        }
    }

    /// What distinguishes a name from others, in one text.
    private static func key(_ name: String) -> String { NameWords.telling(name).joined(separator: "-") }
}
