internal import Markdown
internal import Site

/// Checks whether links and facts lead to the same pages after a move.
struct MoveCheck {
    private let move: Move
    private let before: SiteGraph
    private let after: SiteGraph
    /// By address: the index into `after.items`.
    private let indexes: [String: Int]

    init(_ move: Move, before: SiteGraph, after: SiteGraph) {
        self.move = move
        self.before = before
        self.after = after
        indexes = Dictionary(
            after.items.enumerated().map { (Self.key($0.element, $0.element.route), $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func key(_ item: Item, _ route: String) -> String { (item.isIntroduction ? "*" : "") + route }

    /// Links that lead to another page afterwards, or to none.
    func strayLinks() -> [MovedLink] {
        var strays: [MovedLink] = []
        for (index, item) in before.items.enumerated() {
            guard let other = indexes[Self.key(item, move.route(item.route))] else { continue }
            for (language, targets) in before.linkTargets[index].sorted(by: { $0.key < $1.key }) {
                let now = after.linkTargets[other][language] ?? []
                guard now.count == targets.count else { continue }
                for (number, (old, new)) in zip(targets, now).enumerated() where !isSame(old, new) {
                    strays.append(MovedLink(item: index, language: language, index: number))
                }
            }
        }
        return strays
    }

    private func isSame(_ old: LinkTarget, _ new: LinkTarget) -> Bool {
        switch (old, new) {
        case (.page(let old, _), .page(let new, _)): move.route(before[old].route) == after[new].route
        case (.page, _): false
        case (.asset(let old, _), .asset(let new, _)): move.path(old) == new
        case (.asset, _): false
        default: true
        }
    }

    /// Files whose facts would name another entry afterwards, or none; by their old paths, each with that entry.
    func strayFacts() -> [(path: String, named: String)] {
        before.items.enumerated().compactMap { index, item in
            guard let other = indexes[Self.key(item, move.route(item.route))] else { return nil }
            let old = named(by: before.relations[index], in: before).map(move.route)
            let new = Set(named(by: after.relations[other], in: after))
            return old.sorted().first { !new.contains($0) }.map { (item.path, $0) }
        }
    }

    private func named(by relations: Relations, in site: SiteGraph) -> [String] {
        let others = relations.writeups.compactMap(\.self) + relations.participants.compactMap { $0?.item }
        return relations.named.union(others).map { site[$0].route }
    }
}
