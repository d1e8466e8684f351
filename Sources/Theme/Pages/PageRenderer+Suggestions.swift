internal import Content
internal import Markdown
internal import Network
internal import Site

extension PageRenderer {
    /// Communities like this one that it is not connected with, each with why and how to say hello.
    func suggestionRows(of id: ItemID) -> [Context] {
        guard let node = shared.network.index[id] else { return [] }
        let suggestions = shared.suggestions
        return suggestions.ofNode[node].map { number in
            let one = suggestions.all[number]
            let other = shared.network.nodes[one.from == node ? one.to : one.from]
            var row = self.row(other)
            row.set("meta", .none)
            row.set("reason", .text(reason(one) + staleness(of: [other])))
            row.set("hello", .object(hello(to: other)))
            return row
        }
    }

    /// All of them on one page, for those who support communities, with what to add to which file.
    func addSuggestions(to context: inout Context) {
        let suggestions = shared.suggestions.all.prefix(Self.suggestionsShown)
        context.set("suggestions", .section(suggestions.map(pair)))
        context.set("suggestions_left", .text(shared.suggestions.all.count > suggestions.count ? strings.count("and_more", shared.suggestions.all.count - suggestions.count) : nil))
    }

    private static let suggestionsShown = 200

    private func pair(_ one: Suggestions.Suggestion) -> Context {
        let (a, b) = (shared.network.nodes[one.from], shared.network.nodes[one.to])
        let line = "connections:\n  - to: \(site[b].id)\n    kind: sister"
        return [
            "first": .object(link(to: a)), "second": .object(link(to: b)),
            "reason": .text(reason(one) + staleness(of: [a, b])), "lines": .text(line), "edit_url": .text(editURL(of: site[a])),
        ]
    }

    // MARK: Reasons, in sentences

    private func reason(_ one: Suggestions.Suggestion) -> String {
        let reasons = one.reasons
        let (a, b) = (shared.network.nodes[one.from], shared.network.nodes[one.to])
        let names = [a, b].map { id in Self.linkHTML(self.title(of: id).text, attributes: attributes(language: self.title(of: id).language), url: nil) }
        var sentences: [String] = []
        func add(_ key: String, _ values: KeyValuePairs<String, String>) { sentences.append(strings.formatHTML(key, values)) }
        switch (reasons.roles.isEmpty, reasons.topics.isEmpty) {
        case (false, false): add("suggest_both", ["roles": terms(reasons.roles), "topics": terms(reasons.topics)])
        case (false, true): add("suggest_roles", ["roles": terms(reasons.roles)])
        case (true, false): add("suggest_topics", ["topics": terms(reasons.topics)])
        case (true, true): if !reasons.parents.isEmpty { add("suggest_parents", ["topics": terms(reasons.parents)]) }
        }
        let places = [a, b].map { site[relationsOf: $0].governments }
        if reasons.isAcrossGovernments, let here = places[0].first, let there = places[1].first { add("suggest_places", ["here": terms([here]), "there": terms([there])]) }
        for (things, from, to) in [(reasons.offered, names[0], names[1]), (reasons.wanted, names[1], names[0])] where !things.isEmpty {
            add("suggest_offers", ["name": from, "other": to, "things": words(things)])
        }
        for (skills, from, to) in [(reasons.mentored, names[0], names[1]), (reasons.lacked, names[1], names[0])] where !skills.isEmpty {
            let links = skills.compactMap { site.routes["skills/\($0)/"] }
            add("suggest_skills", ["name": from, "other": to, "things": links.count == skills.count ? terms(links) : words(skills)])
        }
        if reasons.words.count > 1 { add("suggest_words", ["words": words(Array(reasons.words.prefix(3)))]) }
        return sentences.joined(separator: " ")
    }

    private func terms(_ ids: [ItemID]) -> String {
        strings.joined(byTitle(ids).prefix(4).map { id in
            let title = self.title(of: id)
            let text = site[id].kind == .government ? title.text : title.text.withinSentence
            return Self.linkHTML(text, attributes: attributes(language: title.language), url: url(of: id))
        })
    }

    private func words(_ texts: [String]) -> String {
        strings.joined(texts.prefix(4).map { Self.linkHTML(word($0), attributes: attributes(language: site.defaultLanguage), url: nil) })
    }

    /// Which of some entries nobody has confirmed for long, as far as they say how old they are.
    private func staleness(of ids: [ItemID]) -> String {
        let old = ids.compactMap { id -> String? in
            let item = site[id]
            guard let date = (item.common.verified ?? item.common.asOf)?.value, !isRecent(date) else { return nil }
            let title = self.title(of: id)
            return strings.formatHTML("suggest_since", ["name": Self.linkHTML(title.text, attributes: attributes(language: title.language), url: nil), "date": HTMLEscape.text(strings.date(date))])
        }
        return old.isEmpty ? "" : " " + strings.formatHTML("suggest_unconfirmed", ["entries": strings.joined(old)])
    }

    /// Who is at the door, else how to join.
    private func hello(to id: ItemID) -> Context? {
        guard case .community(let entry) = site[id].entry else { return nil }
        let way = entry.welcome?.value.contact?.value ?? entry.join.items().first?.value
        return way.map { contact($0, in: site[id].language) }
    }
}
