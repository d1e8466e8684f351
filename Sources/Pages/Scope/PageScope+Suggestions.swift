internal import Content
internal import Network
internal import Site
internal import Text
internal import Theme

extension PageScope {
    /// Communities like this one that it is not connected with, each with why and how to say hello.
    func suggestionRows(of id: ItemID) -> [EntryRow] {
        guard let node = shared.map.network.index[id] else { return [] }
        let suggestions = shared.map.suggestions
        return suggestions.ofNode[node].map { number in
            let one = suggestions.all[number]
            let other = shared.map.network.nodes[one.other(than: node)]
            var row = self.row(other)
            row.reason = reason(one) + staleness(of: [other])
            row.hello = hello(to: other)
            return row
        }
    }

    // MARK: Reasons, in sentences

    func reason(_ one: Suggestions.Suggestion) -> String {
        sentences(on: one, Wording(scope: self, isHTML: true)).joined(separator: " ")
    }

    /// As texts, for other programs.
    func reasons(_ one: Suggestions.Suggestion) -> [String] { sentences(on: one, Wording(scope: self, isHTML: false)) }

    /// What connects two, as texts: in words, then some of the events.
    func reasons(_ edge: CommunityNetwork.Edge) -> [String] {
        guard case .sharedEvents(let events) = edge.kind else { return [words(for: edge, from: edge.from)] }
        return [words(for: edge, from: edge.from)] + events.prefix(5).map { title(of: $0).text }
    }

    /// What connects two, as a note on the page of one of them.
    func words(for edge: CommunityNetwork.Edge, from node: Int) -> String {
        switch edge.kind {
        case .declared(let kind): strings.label(edge.from == node ? "connection" : "connection_from", kind.rawValue)
        case .successor: strings[edge.from == node ? "connection_successor" : "connection_predecessor"]
        case .sharedMembers(let count): strings.count("shared_members", count)
        case .sharedEvents(let events): strings.count("shared_events", events.count)
        }
    }

    private func sentences(on one: Suggestions.Suggestion, _ wording: Wording) -> [String] {
        let reasons = one.reasons
        let (a, b) = (shared.map.network.nodes[one.from], shared.map.network.nodes[one.to])
        let names = [a, b].map(wording.name)
        var sentences: [String] = []
        func add(_ key: String, _ values: KeyValuePairs<String, String>) {
            sentences.append(wording.sentence(key, values))
        }
        switch (reasons.roles.isEmpty, reasons.topics.isEmpty) {
        case (false, false):
            add("suggest_both", ["roles": wording.terms(reasons.roles), "topics": wording.terms(reasons.topics)])
        case (false, true): add("suggest_roles", ["roles": wording.terms(reasons.roles)])
        case (true, false): add("suggest_topics", ["topics": wording.terms(reasons.topics)])
        case (true, true):
            if !reasons.parents.isEmpty { add("suggest_parents", ["topics": wording.terms(reasons.parents)]) }
        }
        let governments = [a, b].map { site[relationsOf: $0].governments }
        if reasons.isAcrossGovernments, let here = governments[0].first, let there = governments[1].first {
            add("suggest_places", ["here": wording.terms([here]), "there": wording.terms([there])])
        }
        for (things, from, to) in [(reasons.offered, names[0], names[1]), (reasons.wanted, names[1], names[0])]
        where !things.isEmpty {
            add("suggest_offers", ["name": from, "other": to, "things": wording.words(things)])
        }
        for (skills, from, to) in [(reasons.mentored, names[0], names[1]), (reasons.lacked, names[1], names[0])]
        where !skills.isEmpty {
            let links = skills.compactMap { site.routes["skills/\($0)/"] }
            add(
                "suggest_skills",
                [
                    "name": from, "other": to,
                    "things": links.count == skills.count ? wording.terms(links) : wording.words(skills),
                ])
        }
        if reasons.words.count > 1 { add("suggest_words", ["words": wording.words(Array(reasons.words.prefix(3)))]) }
        return sentences
    }

    /// Sentences for a page, with links, or for other programs, without.
    private struct Wording {
        let scope: PageScope
        let isHTML: Bool

        func sentence(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
            isHTML ? scope.strings.formatHTML(key, values) : scope.strings.format(key, values)
        }

        func name(_ id: ItemID) -> String {
            let title = scope.title(of: id)
            return isHTML
                ? PageScope.linkHTML(title.text, attributes: scope.attributes(language: title.language), url: nil)
                : title.text
        }

        func terms(_ ids: [ItemID]) -> String {
            scope.strings.joined(
                scope.byTitle(ids).prefix(4).map { id in
                    let title = scope.title(of: id)
                    let text =
                        scope.site[id].kind == .government ? title.text : title.text.withinSentence(in: title.language)
                    return isHTML
                        ? PageScope.linkHTML(
                            text, attributes: scope.attributes(language: title.language), url: scope.url(of: id)) : text
                })
        }

        func words(_ texts: [String]) -> String {
            scope.strings.joined(
                texts.prefix(4).map { text in
                    isHTML
                        ? PageScope.linkHTML(
                            scope.word(text), attributes: scope.attributes(language: scope.site.defaultLanguage),
                            url: nil)
                        : scope.word(text)
                })
        }
    }

    /// Which of some entries nobody has confirmed for long, as far as they say how old they are.
    func staleness(of ids: [ItemID]) -> String {
        let old = ids.compactMap { id -> String? in
            let item = site[id]
            guard let date = (item.common.verified ?? item.common.asOf)?.value, !isRecent(date) else { return nil }
            let title = self.title(of: id)
            return strings.formatHTML(
                "suggest_since",
                [
                    "name": Self.linkHTML(title.text, attributes: attributes(language: title.language), url: nil),
                    "date": HTMLEscape.text(strings.date(date)),
                ])
        }
        return old.isEmpty ? "" : " " + strings.formatHTML("suggest_unconfirmed", ["entries": strings.joined(old)])
    }

}
