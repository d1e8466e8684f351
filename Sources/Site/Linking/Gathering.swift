internal import Content
internal import Diagnostics
internal import Text

/// Documents → items: leaves out what is not published, joins translations, splits community files that hold their
/// parts, and settles which source owns a URL.
struct Gathering {
    let settings: Settings
    let options: SiteGraph.Options
    var items: [String: Item] = [:]
    var problems: [Diagnostic] = []
    /// Routes that exist in the content and are not published.
    var unpublished: [String: Absence] = [:]
    var agreements = Agreements()
    /// Files below `people/` that are shown by people who have no page.
    private var assetsOfAbsentees: [String: Absence] = [:]
    var withheldFiles = WithheldFiles()
    /// Whether another link on a page may publish a file or hold it back.
    private(set) var linksPublishFiles = false
    private let defaultLanguage: String

    init(settings: Settings, options: SiteGraph.Options) {
        self.settings = settings
        self.options = options
        defaultLanguage = settings.defaultLanguage
    }

    /// - Parameter documents: sorted by path, so that the same one wins a conflict every time.
    mutating func add(_ documents: [Document]) {
        let foreign = foreignTranslations(in: documents)
        for document in documents where document.entryPath.language == nil && !foreign.contains(document.path) {
            add(document)
        }
        for document in documents where document.entryPath.language != nil { addTranslation(document) }
    }

    /// Files named like translations into a language that the site does not have, which is reported: `a.fr.md` beside
    /// `a.md`.
    private mutating func foreignTranslations(in documents: [Document]) -> Set<String> {
        let named = documents.filter { $0.entryPath.language == nil && $0.entryPath.name.contains(".") }
        if named.isEmpty { return [] }
        let paths = Set(documents.lazy.map(\.path))
        var found: Set<String> = []
        for document in named {
            let stem = document.path.dropLast(3)
            guard let dot = stem.lastIndex(of: "."), paths.contains(stem[..<dot] + ".md") else { continue }
            let language = String(stem[stem.index(after: dot)...])
            guard LanguageCode.isValid(language), LanguageCode.isAssigned(language) else { continue }
            found.insert(document.path)
            problems.append(
                ContentRules.badFileName.at(
                    0..<0, in: document.path,
                    "This is named like a translation of `\(stem[..<dot]).md`, and `\(language)` is not one of the "
                        + "site's languages.",
                    help: Help(
                        "If it is one, add `\(language)` to `languages` in site.yaml (now: "
                            + "\(settings.languageCodes.joined(separator: ", "))). Otherwise rename it to "
                            + "`\(document.entryPath.id).md`.")))
        }
        return found
    }

    private mutating func add(_ document: Document) {
        let entryPath = document.entryPath
        if let other = items[entryPath.route] {
            problems.append(
                SiteRules.duplicateRoute.at(
                    0..<0, in: document.path,
                    "`/\(entryPath.route)` is already made from `\(other.path)`: one address has one source.",
                    help: "Join the two files, or rename one of them."))
            return
        }
        problems += [Self.disorder(of: document.entry.common, in: document.path)].compactMap { $0 }
        if case .person(let person) = document.entry {
            agreements.note(person.agreed, of: entryPath.id, by: options.today)
        }
        if let folder = Reserved.folder(of: entryPath, languages: settings.languageCodes) {
            problems.append(Reserved.problem(document.path, folder))
            return
        }
        if let reason = reasonNotToPublish(document.entry) ?? lackOfAgreement(document) {
            unpublished[entryPath.route] = reason
            withheldFiles.add(document, reason)
            if entryPath.kind == .person { withholdAssets(of: document, reason) }
            return
        }
        let language = document.entry.common.language?.value ?? defaultLanguage
        items[entryPath.route] = Item(
            kind: entryPath.kind, id: entryPath.id, route: entryPath.route, entry: document.entry,
            bodies: [language: document.body], own: document.own, language: language,
            communityID: entryPath.community, path: document.path, range: titleRange(document.entry),
            isIntroduction: entryPath.isIntroduction)
    }

    /// So that one mistake in a community's file is one error, not one for each file that belongs to it. Where that
    /// file may hold it back, what belongs to it is held back too.
    mutating func noteUnreadable() {
        let incomplete = Dictionary(options.incomplete.map { ($0.path, $0) }, uniquingKeysWith: { a, _ in a })
        for path in options.unreadable {
            if let document = incomplete[path] { withheldFiles.add(document, .withheld) }
            guard case .success(let entryPath) = EntryPath.of(path, languages: settings.languageCodes),
                entryPath.language == nil
            else { continue }
            // The content of a file that is not text is unknown.
            let isWithheld = incomplete[path]?.isWithheld ?? true
            unpublished[entryPath.route] =
                isWithheld ? .withheld : incomplete[path].flatMap { reasonNotToPublish($0.entry) } ?? .unreadable
        }
    }

    private func titleRange(_ entry: Entry) -> ByteRange { entry.common.title?.range ?? 0..<0 }

    /// What is wrong with the days between which something is published.
    static func disorder(of common: Common, in path: String) -> Diagnostic? {
        guard let from = common.publishOn?.value, let until = common.expiresOn,
            until.value.firstDay <= from.firstDay
        else { return nil }
        return SiteRules.datesOutOfOrder.at(
            until.range, in: path,
            "This page expires \(until.value.firstDay == from.firstDay ? "on the day on which" : "before") it is "
                + "published, so it never appears.", help: "Correct `publish_on` or `expires_on`.")
    }

    private func reasonNotToPublish(_ entry: Entry) -> Absence? { Self.reasonNotToPublish(entry, settings, options) }

    static func reasonNotToPublish(_ entry: Entry, _ settings: Settings, _ options: SiteGraph.Options) -> Absence? {
        if case .backlog(let backlog) = entry, backlog.publish?.value == false { return .heldBack("kept off the site") }
        let common = entry.common
        if common.example?.value == true, settings.examples?.value == false { return .leftOut }
        if options.drafts { return nil }
        if common.draft?.value == true { return .heldBack("a draft") }
        if let day = common.publishOn?.value.firstDay, day > options.today {
            return .heldBack("not published before \(day.date.isoDate)")
        }
        if let day = common.expiresOn?.value.firstDay, day <= options.today {
            return .heldBack("no longer published since \(day.date.isoDate)")
        }
        return nil
    }

    /// Why a person who has not agreed to be listed has no page, which is reported. A preview of drafts shows them no
    /// more than the site does.
    private mutating func lackOfAgreement(_ document: Document) -> Absence? {
        guard case .person(let person) = document.entry else { return nil }
        if Agreements.isGiven(person.agreed, by: options.today) { return nil }
        let name = person.common.title?.value.text(
            in: defaultLanguage, fileLanguage: person.common.language?.value ?? defaultLanguage)
        if let agreed = person.agreed {
            problems.append(
                SiteCheck.isStillToCome(
                    "agreed", agreed, on: options.today, in: document.path, so: " Until then this person has no page."))
            return .notAgreed(
                name: name?.text, "not published before \(agreed.value.firstDay.date.isoDate)")
        }
        // A value that cannot be read is reported too.
        if person.agreedLack != .unreadable {
            let isEmpty = person.agreedLack == .empty
            problems.append(
                SiteRules.personNotAgreed.at(
                    titleRange(document.entry), in: document.path,
                    "`\(document.entryPath.id)` has no \(isEmpty ? "day after `agreed:`" : "`agreed`"), so this person "
                        + "has no page and is not found.",
                    help: Help(
                        "Ask them: “May our website have a page about you?” If they say yes, "
                            + "\(isEmpty ? "write" : "add") the day on which they did:",
                        paste: "agreed: \(options.today.date.isoDate)")))
        }
        return .notAgreed(name: name?.text, "not published without `agreed`")
    }

    private mutating func withholdAssets(of document: Document, _ reason: Absence) {
        for link in document.body.links {
            guard let path = LinkPath(link.destination).resolved(from: document.path),
                path.lowercased().hasPrefix("people/")
            else {
                continue
            }
            assetsOfAbsentees[path.lowercased()] = reason
        }
    }

    private mutating func addTranslation(_ document: Document) {
        let route = document.entryPath.route
        guard let language = document.entryPath.language else { return }
        if let reason = unpublished[route] { return withheldFiles.add(document, reason) }
        guard let item = items[route] else {
            problems.append(
                SiteRules.translationWithoutOriginal.at(
                    0..<0, in: document.path,
                    "This is a translation without an original: there is no "
                        + "`\(document.path.dropLast(language.count + 4)).md`.",
                    help:
                        Help(
                            "Name it like the original with `.\(language)` before `.md`; or, if this is the original, "
                                + "leave `.\(language)` out and write `lang: \(language)` at its top.")
                ))
            return
        }
        if let other = item.translationPaths[language] ?? (item.language == language ? item.path : nil) {
            problems.append(
                SiteRules.duplicateRoute.at(
                    0..<0, in: document.path, "The `\(language)` text of `/\(route)` is already in `\(other)`.",
                    help: "Join the two files."))
            return
        }
        if document.entry.common.draft?.value == true, !options.drafts {
            withheldFiles.add(document, .heldBack("a draft"))
            items[route] = item.with(draftTranslations: item.draftTranslations.union([language]))
            return
        }
        var (entry, own, bodies, paths) = (item.entry, item.own, item.bodies, item.translationPaths)
        entry.merge(document.entry, language: language)
        for (name, fact) in document.own {
            own[name, default: LocalizedList([])].translations[language] = fact.original
        }
        if !document.body.markup.isEmpty { bodies[language] = document.body }
        paths[language] = document.path
        items[route] = item.with(entry: entry, bodies: bodies, own: own, translationPaths: paths)
    }

    /// The items, sorted by route.
    mutating func finish() -> [Item] {
        for item in items.values.filter({ $0.kind == .community }).sorted(by: { $0.route < $1.route }) {
            guard case .community(let community) = item.entry else { continue }
            for part in EmbeddedParts.of(community, in: item) { addEmbedded(part) }
        }
        for item in items.values.filter({ $0.communityID != nil && $0.kind != .community }) {
            guard let reason = whyWithheld(item.communityID!) else { continue }
            // What belongs to a community that is not published is not either.
            unpublished[item.route] = reason
            withheldFiles.add(item, reason)
            items[item.route] = nil
        }
        joinOccurrences()
        // An item is many references to count, and a route is one.
        return items.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { items[$0]! }
    }

    /// Files that are not published, and why: they are in the folder of a community that is not; are named for a person
    /// who has no page, are in their folder, or are shown on it; or belong to another page that is not published.
    mutating func withheld(of assets: [String], besides items: [Item]) -> [String: Absence] {
        var found = withheldFiles.candidates(among: assets, besides: items)
        linksPublishFiles = !found.isEmpty
        if linksPublishFiles { WithheldFiles.leaveOut(linkedBy: items, of: &found) }
        for path in assets {
            let parts = path.split(separator: "/", maxSplits: 2)
            guard parts.count > 1 else { continue }
            if parts[0] == "communities", parts.count > 2, let reason = whyWithheld(String(parts[1])) {
                found[path] = reason
            } else if parts[0] == "people",
                let reason = unpublished["people/\(parts[1].prefix { $0 != "." })/"]
                    ?? assetsOfAbsentees[path.lowercased()]
            {
                found[path] = reason
            }
        }
        return found
    }

    /// Why a community that could be read is not published; `nil` for those that are.
    private func whyWithheld(_ community: String) -> Absence? {
        guard let reason = unpublished["communities/\(community)/"] else { return nil }
        if case .unreadable = reason { return nil }
        return reason
    }

    private mutating func addEmbedded(_ part: Item) {
        if let other = items[part.route] {
            if options.overlaid.contains(other.path) { return }
            let isFile = !other.isEmbedded
            problems.append(
                SiteRules.embeddedTwice.at(
                    part.range, in: part.path,
                    isFile
                        ? "This is also in `\(other.path)`: a part of a community belongs in one place."
                        : "Two of these would have the address `/\(part.route)`.",
                    help: isFile
                        ? "Move what is here into that file, or remove the file." : "Give one of them another `id`."))
            return
        }
        if let reason = reasonNotToPublish(part.entry) {
            unpublished[part.route] = reason
        } else {
            items[part.route] = part
        }
    }
}

/// Why something that the content holds has no page.
enum Absence: Sendable {
    /// A draft, not yet or no longer published; in words that follow "is".
    case heldBack(String)
    /// Its file could not be used, which was reported, and may say that it is held back.
    case withheld
    /// An example, in a site that shows none: that is as it should be, so references to it are not reported.
    case leftOut
    /// Its file could not be read, and that was reported.
    case unreadable
    /// A person who has not agreed to be listed, which was reported: by which name they may be credited, and in words
    /// that follow "is" why there is no page.
    case notAgreed(name: String?, String)
}
