internal import Content
internal import Diagnostics

extension SiteCheck {
    static let nearDuplicateTerm = SiteCheck(
        Rule(
            "near-duplicate-term", .warning, "A term that is nearly another one is probably the same.",
            bad: [
                "communities/a.md": "---\nname: A\nsummary: B.\ntopics: open-data\n---\n",
                "communities/b.md": "---\nname: C\nsummary: D.\ntopics: opendata\n---\n",
            ],
            good: [
                "communities/a.md": "---\nname: A\nsummary: B.\ntopics: open-data\n---\n",
                "communities/b.md": "---\nname: C\nsummary: D.\ntopics: big-data\n---\n",
            ])
    ) { site, rule in
        var problems: [Diagnostic] = []
        // One that should have a file is reported by itself, with what it is near to.
        for kind in TermKind.allCases where !kind.hasFiles {
            let terms = site.all(kind.kind)
            var seen: [String: ItemID] = [:]
            // Terms with a file come first, so that a made one is reported against them.
            for id in terms.filter({ !site[$0].isMadeFromID }) + terms.filter({ site[$0].isMadeFromID }) {
                let item = site[id]
                let keys = NearSpelling.keys(item.id)
                if let other = keys.lazy.compactMap({ seen[$0] }).first, item.isMadeFromID {
                    problems.append(
                        rule.at(
                            item.range, in: item.path,
                            "`\(item.id)` is nearly the \(kind.singular) `\(site[other].id)`.",
                            help:
                                Help(
                                    "If they are the same, write `\(site[other].id)`. If not, add "
                                        + "`\(kind.folder)/\(item.id).md` to say so.")
                        ))
                }
                for key in keys where seen[key] == nil { seen[key] = id }
            }
        }
        return problems
    }

    static let termCycle = SiteCheck(
        Rule(
            "term-cycle", .error, "A term is not its own parent, directly or through other terms.",
            bad: ["topics/a.md": "---\nname: A\nparent: b\n---\n", "topics/b.md": "---\nname: B\nparent: a\n---\n"],
            good: ["topics/a.md": "---\nname: A\nparent: b\n---\n", "topics/b.md": "---\nname: B\n---\n"])
    ) { site, rule in
        var problems: [Diagnostic] = []
        for kind in TermKind.allCases {
            for id in site.all(kind.kind) {
                var steps = 0
                var parent = site[relationsOf: id].parent
                while let next = parent, next != id, steps < 100 {
                    parent = site[relationsOf: next].parent
                    steps += 1
                }
                guard parent == id, case .term(_, let term) = site[id].entry, let range = term.parent?.range else {
                    continue
                }
                problems.append(
                    rule.at(
                        range, in: site[id].path,
                        "`\(site[id].id)` is its own parent, "
                            + "\(steps == 0 ? "directly" : "through `\(term.parent!.value)`").",
                        help: "`parent` is the wider term. Remove it here, or from the file of the wider one."))
            }
        }
        return problems
    }
}

/// Spellings that count as nearly the same: without hyphens and plural endings, or with one letter lost.
public enum NearSpelling {
    public static func keys(_ id: String) -> [String] {
        let letters = Array(id.utf8.filter { $0 != 45 })
        var bare = letters
        if bare.last == UInt8(ascii: "s"), bare.count > 4 { bare.removeLast() }
        var keys = [String(decoding: bare, as: UTF8.self)]
        guard bare.count >= 7, bare.count <= 60, !bare.contains(where: { (48...57).contains($0) }) else { return keys }
        for i in bare.indices.dropFirst() {
            var shorter = bare
            shorter.remove(at: i)
            keys.append(String(decoding: shorter, as: UTF8.self))
        }
        return keys
    }
}
