internal import Content
internal import Diagnostics
internal import Text

extension SiteCheck {
    private static func eachCommunity(_ site: SiteGraph, _ body: (ItemID, Item, Community) -> [Diagnostic])
        -> [Diagnostic]
    {
        site.all(.community).flatMap { id in
            if case .community(let community) = site[id].entry {
                body(id, site[id], community)
            } else {
                [] as [Diagnostic]
            }
        }
    }

    static let connectionToItself = SiteCheck(
        Rule(
            "connection-to-itself", .error, "A community is connected with others.",
            bad: ["communities/a.md": "---\nname: A\nsummary: B.\nconnections:\n  - to: a\n    kind: sister\n---\n"],
            good: [
                "communities/a.md": "---\nname: A\nsummary: B.\nconnections:\n  - to: c\n    kind: sister\n---\n",
                "communities/c.md": "---\nname: C\nsummary: D.\n---\n",
            ])
    ) { site, rule in
        eachCommunity(site) { _, item, community in
            community.connections.items().compactMap { connection in
                guard let to = connection.value.to, to.value == .id(item.id) else { return nil }
                return rule.at(
                    to.range, in: item.path, "`\(item.id)` is this community itself.",
                    help: "Write the id of the other community: the name of its file, without `.md`.")
            }
        }
    }

    static let successorOfOpenCommunity = SiteCheck(
        Rule(
            "successor-without-closed", .warning, "A community that has a successor says when it ended.",
            bad: ["communities/a.md": "---\nname: A\nsummary: B.\nsuccessor: Another group\n---\n"],
            good: ["communities/a.md": "---\nname: A\nsummary: B.\nclosed: 2025-06-30\nsuccessor: Another group\n---\n"]
        )
    ) { site, rule in
        eachCommunity(site) { _, item, community in
            guard let successor = community.successor, community.closed == nil else { return [] }
            return [
                rule.at(
                    successor.range, in: item.path,
                    "There is a `successor` and no `closed`, so the site says that both go on.",
                    help: Help("Add a line such as", paste: "closed: 2025-06-30"))
            ]
        }
    }

    static let untilWithoutPaused = SiteCheck(
        Rule(
            "until-without-paused", .warning, "A community that says until when it rests says since when, too.",
            bad: ["communities/a.md": "---\nname: A\nsummary: B.\nuntil: 2026-08-31\n---\n"],
            good: ["communities/a.md": "---\nname: A\nsummary: B.\npaused: 2026-07-01\nuntil: 2026-08-31\n---\n"])
    ) { site, rule in
        eachCommunity(site) { _, item, community in
            guard let until = community.until, community.paused == nil else { return [] }
            return [
                rule.at(
                    until.range, in: item.path,
                    "`until` says until when the community rests, and no `paused` says since when, so it does nothing.",
                    help: Help(
                        "If it is about a member or a series of meetings, move it to the other lines of that member, "
                            + "or of `repeats`. If the community rests, add the first day:",
                        paste: "paused: 2026-07-01"))
            ]
        }
    }

    package static let communityTwice = SiteCheck(
        Rule(
            "community-twice", .warning,
            "A community has one entry: two with the same name and government are the same community.",
            bad: [
                "communities/a.md": "---\nname: Open data\nsummary: B.\n---\n",
                "communities/b.md": "---\nname: Open Data\nsummary: B.\n---\n",
            ],
            good: [
                "communities/a.md": "---\nname: Open data\nsummary: B.\n---\n",
                "communities/b.md": "---\nname: Open Data\nsummary: B.\ngovernment: x\n---\n",
                "governments/x.md": "---\nname: X\n---\n",
            ])
    ) { site, rule in
        var first: [String: Item] = [:]
        return eachCommunity(site) { id, item, _ in
            if item.common.title == nil { return [] }
            let governments = site[relationsOf: id].governments.map { String($0.index) }.sorted()
            let key = ([ID.from(item.title(in: site.defaultLanguage).text)] + governments).joined(separator: " ")
            guard let other = first[key] else {
                first[key] = item
                return []
            }
            return [
                rule.at(
                    item.range, in: item.path,
                    "`\(other.path)` is a community of the same name\(governments.isEmpty ? "" : " and government").",
                    help:
                        Help(
                            "If they are the same, move what only this file says into that file, remove this one, and "
                                + "add to that file:", paste: "redirect_from: \(item.route)")
                )
            ]
        }
    }

    static let memberTwice = SiteCheck(
        Rule(
            "member-twice", .warning, "A member is listed once for each part.",
            bad: [
                "communities/a.md":
                    "---\nname: A\nsummary: B.\nmembers:\n  - person: Ada L\n    part: core\n  - person: Ada L\n    "
                    + "part: core\n---\n"
            ],
            good: [
                "communities/a.md":
                    "---\nname: A\nsummary: B.\nmembers:\n  - person: Ada L\n    part: core\n  - person: Bob M\n    "
                    + "part: core\n---\n"
            ])
    ) { site, rule in
        site.all(.members).flatMap { id -> [Diagnostic] in
            guard case .members(let list) = site[id].entry else { return [] }
            var seen: Set<[String?]> = []
            return list.members.items().compactMap { member in
                guard let person = member.value.person else { return nil }
                let key = [
                    person.value.text, member.value.part?.value.rawValue, member.value.title?.value.original,
                    member.value.since?.value.isoDate,
                ]
                guard !seen.insert(key).inserted else { return nil }
                return rule.at(
                    person.range, in: site[id].path, "`\(person.value.text)` is already listed in this part.",
                    help: "Remove one of the two. If it is a second term, say when it began: `since: 2026-03`.")
            }
        }
    }
}
