internal import Content
internal import Diagnostics
internal import Text

/// Looks up what front matter refers to, and makes the terms that are used without a file.
struct ReferenceLinker {
    private(set) var items: [Item]
    private(set) var relations: [Relations] = []
    /// As `SiteGraph.occurrences` has them.
    private(set) var occurrences: [ItemID: [CivilDay: ItemID]] = [:]
    private(set) var problems: [Diagnostic] = []
    private var vocabulary: Vocabulary
    private let unpublished: [String: Absence]
    private let defaultLanguage: String
    private var idByRoute: [String: ItemID] = [:]
    /// See `BodyLinker.suggestionsLeft`.
    private var suggestionsLeft = Self.mostSuggestions
    private static let mostSuggestions = 300

    init(items: [Item], gathering: Gathering) {
        self.items = items
        unpublished = gathering.unpublished
        defaultLanguage = gathering.settings.defaultLanguage
        vocabulary = Vocabulary(items: items)
    }

    mutating func link() {
        reportClashes()
        makeTerms()
        for (index, item) in items.enumerated() { idByRoute[item.route] = ItemID(index) }
        for index in items.indices {
            if let community = items[index].communityID {
                items[index] = items[index].with(community: idByRoute["communities/\(community)/"])
            }
        }
        relations = items.map { _ in Relations() }
        for index in items.indices { relations[index] = relations(of: items[index]) }
        joinSeries()
        reportOrphans()
    }

    // MARK: Terms

    private mutating func reportClashes() {
        for clash in vocabulary.clashes {
            guard let item = items.first(where: { $0.route == clash.second }) else { continue }
            problems.append(
                SiteRules.ambiguousTerm.at(
                    item.range, in: item.path,
                    "“\(clash.spelling)” already stands for `\(clash.first.dropLast())`; one spelling means one "
                        + "\(clash.kind.singular)."
                ))
        }
    }

    private mutating func makeTerms() {
        let known = items.count
        for item in items {
            for (kind, text) in TermUses.of(item.entry) where vocabulary.route(text.value, kind) == nil {
                make(kind, text, usedIn: item)
            }
        }
        if items.count > known { items.sort { $0.route.utf8.lexicographicallyPrecedes($1.route.utf8) } }
    }

    private mutating func make(_ kind: TermKind, _ text: Located<String>, usedIn item: Item) {
        let id = ID.from(text.value)
        let route = "\(kind.folder)/\(id)/"
        if unpublished[route] != nil { return }
        // One of these that has no file is reported below, with what was meant: how it is spelt would be a second
        // remark on one mistake.
        if id != text.value, !kind.hasFiles {
            problems.append(
                SiteRules.termNotID.at(
                    text.range, in: item.path, "`\(text.value)` is not an id, so it is read as `\(id)`.",
                    help: "Write `\(id)`; the name belongs in `\(kind.folder)/\(id).md`."))
        }
        if kind.hasFiles { reportUnknown(kind, id, text, item) }
        var term = Term()
        let isID = ID.isValid(text.value)
        let name = isID ? ID.title(id) : text.value
        term.common.title = Located(LocalizedText(name), text.range)
        items.append(
            Item(
                kind: kind.kind, id: id, route: route, entry: .term(kind, term), language: defaultLanguage,
                path: item.path, range: text.range, isMadeFromID: true))
        vocabulary.add(id: id, route: route, kind)
    }

    private mutating func reportUnknown(_ kind: TermKind, _ id: String, _ text: Located<String>, _ item: Item) {
        suggestionsLeft -= 1
        let hint = suggestionsLeft < 0 ? "" : NearestMatch.hint(id, among: vocabulary.ids(kind))
        let help: Help? =
            if text.value.contains("<") {
                Help("Write the short name of a \(kind.singular)\(example(of: kind)), or remove the line.")
            } else if hint.isEmpty {
                Help(
                    "If it is a new one, add `\(kind.folder)/\(id).md` with its name:",
                    paste: "---\nname: \(ID.title(id))\n---")
            } else { nil }
        problems.append(
            SiteRules.unknownTerm.at(
                text.range, in: item.path, "There is no file for the \(kind.singular) `\(text.value)`.\(hint)",
                help: help))
    }

    /// One that has a file, after ", such as"; nothing where none has.
    private func example(of kind: TermKind) -> String {
        let first = items.first { $0.kind == kind.kind && !$0.isMadeFromID && $0.route.hasPrefix("\(kind.folder)/") }
        return first.map { ", such as `\($0.id)`" } ?? ""
    }

    private mutating func term(_ text: Located<String>, _ kind: TermKind, in item: Item) -> ItemID? {
        let route = vocabulary.route(text.value, kind) ?? "\(kind.folder)/\(ID.from(text.value))/"
        if let id = idByRoute[route] { return id }
        if let reason = unpublished[route] { reportUnpublished(text.value, reason, text.range, item) }
        return nil
    }

    private mutating func terms(_ list: Located<[Located<String>]>?, _ kind: TermKind, in item: Item) -> [ItemID] {
        var found: [ItemID] = []
        for text in list.items() {
            if let id = term(text, kind, in: item), !found.contains(id) { found.append(id) }
        }
        return found
    }

    // MARK: Entries

    /// What the front matter of an item refers to by now, and what is wrong with that; every other item is as it was.
    mutating func relink(_ item: Item) -> (relations: Relations, problems: [Diagnostic]) {
        let before = problems
        defer { problems = before }
        (problems, suggestionsLeft) = ([], Self.mostSuggestions)
        let found = relations(of: item)
        return (found, problems)
    }

    /// Whether all terms of an entry are there, and it needs none that are made for others unless it did before: the
    /// first file that uses such a term is where it points at.
    func knowsTerms(of entry: Entry, besidesThoseOf old: Entry) -> Bool {
        let known = Set(TermUses.of(old).map { "\($0.kind) \($0.text.value)" })
        return TermUses.of(entry).allSatisfy { kind, text in
            guard let route = vocabulary.route(text.value, kind), let id = idByRoute[route] else { return false }
            return !items[id.index].isMadeFromID || known.contains("\(kind) \(text.value)")
        }
    }

    private mutating func relations(of item: Item) -> Relations {
        var relations = Relations()
        switch item.entry {
        case .community(let entry):
            relations.governments = terms(entry.government, .government, in: item)
            relations.organisations = entry.organisations.items().map { organisation($0, in: item) }
            relations.roles = terms(entry.roles, .role, in: item)
            relations.topics = terms(entry.topics, .topic, in: item)
            for connection in entry.connections.items() {
                // Where it leads is checked, whatever its kind is.
                guard let to = connection.value.to, let found = community(to, in: item),
                    let kind = connection.value.kind
                else { continue }
                relations.connections.append(
                    LinkedConnection(to: found, kind: kind.value, note: connection.value.note?.value))
            }
            relations.successor = entry.successor.flatMap { community($0, in: item) }
        case .members(let entry):
            relations.people = entry.members.items().map { person($0.value.person, in: item, isCredit: false) }
            relations.skills = memberSkills(entry, in: item)
        case .event(let entry):
            relations.hosts = entry.hosts.items().compactMap { host($0, in: item) }
            relations.speakers = entry.speakers.items().map { person($0, in: item) }
        case .writeup(let entry):
            relations.topics = terms(entry.topics, .topic, in: item)
            relations.authors = entry.authors.items().map { person($0, in: item) }
            relations.event = entry.event.flatMap { name in
                self.entry(Located(name.value.event, name.range), .event, in: item)
            }
            relations.eventDay = entry.event?.value.day
            relations.participants = entry.actions.items().map {
                $0.value.who.map { person($0, in: item, isCredit: false) }
            }
        case .resource(let entry):
            relations.topics = terms(entry.topics, .topic, in: item)
            relations.roles = terms(entry.roles, .role, in: item)
        case .backlog(let entry):
            relations.participants = entry.topics.items().map {
                $0.value.by.map { person($0, in: item, isCredit: false) }
            }
            relations.writeups = entry.topics.items().map { topic in
                topic.value.writeup.flatMap { self.entry($0, .writeup, in: item) }
            }
        case .person(let entry):
            relations.governments = terms(entry.government, .government, in: item)
            relations.organisations = entry.organisation.map { [organisation($0, in: item)] } ?? []
            relations.roles = terms(entry.roles, .role, in: item)
        case .term(let kind, let entry): relations.parent = entry.parent.flatMap { term($0, kind, in: item) }
        case .charter, .page: break
        }
        return relations
    }

    private mutating func memberSkills(_ members: Members, in item: Item) -> [ItemID] {
        var found: [ItemID] = []
        for (kind, text) in TermUses.of(.members(members)) {
            if let id = term(text, kind, in: item), !found.contains(id) { found.append(id) }
        }
        return found
    }

    private func organisation(_ mention: Located<Mention>, in item: Item) -> Reference {
        if let route = vocabulary.route(mention.value.text, .organisation), let id = idByRoute[route] {
            return .item(id)
        }
        return .name(mention.value.text)
    }

    /// - Parameter isCredit: whether the person is named here whatever `list_members` says.
    private mutating func person(_ mention: Located<Mention>?, in item: Item, isCredit: Bool = true) -> Reference {
        guard let mention else { return .name("") }
        return lookUp(mention, ["people"], in: item, isCredit: isCredit) ?? .name(ID.title(mention.value.text))
    }

    private mutating func community(_ mention: Located<Mention>, in item: Item) -> Reference? {
        lookUp(mention, ["communities"], in: item)
    }

    private mutating func host(_ mention: Located<Mention>, in item: Item) -> Reference? {
        if case .name(let name) = mention.value, let route = vocabulary.route(name, .organisation),
            let id = idByRoute[route]
        {
            return .item(id)
        }
        return lookUp(mention, ["communities", "organisations"], in: item)
    }

    /// A name stays a name; an id must exist in one of the folders. `nil`, reported, when it does not.
    private mutating func lookUp(
        _ mention: Located<Mention>, _ folders: [String], in item: Item, isCredit: Bool = true
    ) -> Reference? {
        guard case .id(let id) = mention.value else { return .name(mention.value.text) }
        for folder in folders {
            if let found = idByRoute["\(folder)/\(id)/"] { return .item(found) }
            if let reason = unpublished["\(folder)/\(id)/"] {
                reportUnpublished(id, reason, mention.range, item, isCredit: isCredit)
                if case .notAgreed(let name?, _) = reason { return .name(name) }
                return .name(ID.title(id))
            }
        }
        let known = items.lazy.filter { item in
            folders.contains { item.route.hasPrefix($0 + "/") }
                && ([.person, .community, .organisation] as [Kind]).contains(item.kind)
        }.map(\.id)
        suggestionsLeft -= 1
        let hint = suggestionsLeft < 0 ? "" : NearestMatch.hint(id, among: known)
        let name = ID.title(id)
        problems.append(
            SiteRules.unknownReference.at(
                mention.range, in: item.path,
                "`\(id)` has no file in \(folders.map { "`\($0)/`" }.joined(separator: " or ")).\(hint)",
                help:
                    Help(
                        "Add `\(folders[0])/\(id).md`; or, to show a name as it is, write it with a capital "
                            + "letter: \(name)")
            ))
        return nil
    }

    /// A date of a series that has an entry of its own is meant by those who name the date; what the entry leaves out
    /// is as in the series.
    private mutating func joinSeries() {
        for (index, item) in items.enumerated() {
            guard let date = item.occurrence, let series = idByRoute[date.seriesRoute] else { continue }
            occurrences[series, default: [:]][date.day] = ItemID(index)
            if date.stated.hosts == nil { relations[index].hosts = relations[series.index].hosts }
            if date.stated.speakers == nil { relations[index].speakers = relations[series.index].speakers }
        }
        if occurrences.isEmpty { return }
        for index in relations.indices {
            guard let event = relations[index].event, let day = relations[index].eventDay else { continue }
            if let own = occurrences[event]?[day] { (relations[index].event, relations[index].eventDay) = (own, nil) }
        }
    }

    private mutating func entry(_ name: Located<String>, _ kind: Kind, in item: Item) -> ItemID? {
        let meant = EntryName(name.value, kind)
        for route in meant.routes(seenFrom: item.communityID) {
            if let id = idByRoute[route] { return id }
            if let reason = unpublished[route] {
                reportUnpublished(name.value, reason, name.range, item)
                return nil
            }
        }
        suggestionsLeft -= 1
        problems.append(meant.unknown(at: name.range, in: item, among: suggestionsLeft < 0 ? [] : items))
        return nil
    }

    private mutating func reportUnpublished(
        _ name: String, _ absence: Absence, _ range: ByteRange, _ item: Item, isCredit: Bool = true
    ) {
        let reason: String
        switch absence {
        case .heldBack(let why): reason = why
        // Whether somebody is named on a list, a backlog or beside an action, and why not, is reported separately.
        case .notAgreed(_, let why) where isCredit: reason = why
        case .notAgreed, .leftOut, .unreadable, .withheld: return
        }
        problems.append(
            SiteRules.unpublishedReference.at(
                range, in: item.path, "`\(name)` is \(reason), so it is shown without a link."))
    }

    private mutating func reportOrphans() {
        for item in items {
            guard let community = item.communityID, item.kind != .community, item.community == nil,
                unpublished["communities/\(community)/"] == nil
            else { continue }
            problems.append(
                SiteRules.unknownReference.at(
                    0..<0, in: item.path,
                    "The community `\(community)` has no entry, so this does not belong to any community.",
                    help: "Add `communities/\(community)/index.md` with its name and summary."))
        }
    }

    /// For each item, the items that name it in their front matter; sorted, each once.
    func mentions() -> [[ItemID]] {
        var mentions: [[ItemID]] = Array(repeating: [], count: items.count)
        for (index, relation) in relations.enumerated() {
            for id in relation.named where id.index != index { mentions[id.index].append(ItemID(index)) }
        }
        return mentions
    }
}

extension Relations {
    /// All items that are referred to.
    package var named: Set<ItemID> {
        var named = governments + roles + topics + skills
        named += organisations.compactMap(\.item) + [parent, successor?.item, event].compactMap { $0 }
        named += (people + hosts + speakers + authors).compactMap(\.item)
        named += connections.compactMap(\.to.item)
        return Set(named)
    }
}
