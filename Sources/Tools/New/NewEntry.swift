internal import Build
public import Content
internal import Diagnostics
internal import Disk
internal import Foundation
internal import Site
internal import Text
internal import Theme

/// Makes the file of a new entry from facts that somebody gives: nothing is replaced, and what is written has no
/// problems.
///
///     var new = NewEntry(.community, "Data people", content: "content")
///     new.facts = [("summary", ["People who share data."])]
///     let outcome = try await new.make()
public struct NewEntry: Sendable {
    public let kind: Kind
    /// What it is called; `nil` where a past event or the event of a write-up says so.
    public var title: String?
    public var content: String
    /// Keys with one value, or several for a list, in any order. A key with no value is left out.
    public var facts: [(key: String, values: [String])] = []
    /// The id of the community in whose folder the file goes.
    public var community: String?
    /// The event to copy, or that a write-up is about: its file below `content/`, or its id.
    public var event: String?
    /// Markdown below the facts.
    private var body = ""
    /// Keys of the copied event that belong to its own day.
    private var left: [String] = []
    /// What to say about a day that nobody gave.
    private var dayNote = ""

    public init(_ kind: Kind, _ title: String?, content: String) {
        self.kind = kind
        self.title = title
        self.content = content
    }

    /// - Throws: `BuildError` when the content cannot be read, the file is there already, or a name leads to nothing.
    public func make() async throws -> EditOutcome {
        try refuseControls()
        let reader = try ContentReader(at: content)
        let source = ContentSource(reader)
        let options = Pipeline.Options.withDrafts(jobs: ProcessInfo.processInfo.activeProcessorCount)
        let before = await Pipeline.read(source, options)
        var entry = try filled(from: before.site, source)
        entry.addDay()
        let path = try entry.path(in: before.site, source)
        let bytes = Array(entry.text.utf8)
        let changed = source.with([path: bytes])
        let problems = await Pipeline.read(changed, options).problems.new(since: before.problems)
        guard problems.isEmpty else { return .refused(problems) { try? changed.read($0).get() } }
        guard reader.canHold(path) else {
            throw BuildError("the folder of `\(path)` leads out of the content folder, so nothing was written.")
        }
        try ContentFile.write(bytes, over: nil, at: reader.absolutePath(of: path))
        let left =
            entry.left.isEmpty
            ? ""
            : "\nNot copied, because it may be different next time: "
                + "\(entry.left.map { "`\($0)`" }.joined(separator: ", "))."
        return .done(
            "Made \(ContentPath.prefix(of: content))\(path).\(left)\(entry.dayNote)\nNext: write below the "
                + "facts what else there is to say, and look at it with `folkmoot build`."
        )
    }

    /// Refuses invisible characters, which must not be sent to a terminal.
    private func refuseControls() throws(BuildError) {
        for (key, values) in [("name", [title ?? ""])] + facts {
            for scalar in values.joined().unicodeScalars
            where scalar.properties.generalCategory == .control && !["\n", "\r", "\t"].contains(scalar) {
                throw BuildError(
                    "`\(key)` holds an invisible control character "
                        + "(U+\(String(scalar.value, radix: 16, uppercase: true))), so nothing was written. Write it "
                        + "again without that character."
                )
            }
        }
    }

    /// What is wrong with one fact by itself, in words and with what to write instead, so that a prompt can repeat its
    /// question; `nil` where nothing is.
    ///
    /// - Parameter values: as in `facts`.
    public static func problem(with key: String, _ values: [String], of kind: Kind) -> String? {
        let keys = KeyReference.group(of: kind)
        guard let asked = keys.first(where: { $0.name == key }), let folder = kind.folder else { return nil }
        let others = keys.filter { $0.isRequired && $0.name != key }.map { "\($0.name): X" }
        let text = (["---"] + value(values, asked.shape).lines(for: key) + others + ["---", ""]).joined(separator: "\n")
        let end = text.utf8.count - others.joined(separator: "\n").utf8.count
        let problem = ContentParser.parse(SourceFile(path: "\(folder)/x.md", bytes: Array(text.utf8)), .init()).problems
            .first { $0.range.lowerBound > 3 && $0.range.lowerBound < end }
        return problem.map { problem in
            // The answer is the value alone, without its key.
            let help = problem.help?.replacement.map { "Perhaps `\($0.text)`?" } ?? problem.help?.oneLine
            return [problem.message, help].compactMap { $0 }.joined(separator: " ")
        }
    }

    // MARK: From an event

    /// With what a past event or the event of a write-up says, where nothing else was given.
    private func filled(from site: SiteGraph, _ source: ContentSource) throws -> NewEntry {
        guard let event else { return self }
        let id = try find(event, in: site)
        let item = site[id]
        guard case .event(let old) = item.entry else { return self }
        var entry = self
        entry.community = community ?? item.community.map { site[$0].id }
        if kind == .writeup {
            entry.title = title ?? item.title(in: item.language).text
            entry.add("event", [item.id])
            if let starts = old.starts?.value { entry.add("date", [starts.isoDate]) }
        } else {
            entry.title = title ?? item.title(in: item.language).text
            entry.keepTime(of: old)
            entry.add("summary", item.text(old.common.summary, in: item.language).map { [$0.text] })
            entry.body = item.isEmbedded ? "" : text(of: item, in: site, source)
            entry.add("minutes", old.minutes.map { [String($0.value)] } ?? Self.minutes(of: old).map { [String($0)] })
            entry.left = [
                ("repeats", old.repeats != nil), ("agenda", old.agenda != nil), ("speakers", old.speakers != nil),
            ].filter(\.1).map(\.0)
            entry.add("time_zone", old.timeZone.map { [$0.value] })
            entry.add("kind", old.kind.map { [$0.value.rawValue] })
            entry.add("place", item.text(old.place, in: item.language).map { [$0.text] })
            entry.add("online", old.online.map { [$0.value] })
            entry.add("register", old.register.map { [$0.value] })
            entry.add("open_to", old.openTo.map { [$0.value.rawValue] })
            entry.add("access", old.access.items().map(\.value))
            entry.add("languages", old.languages.items().map(\.value))
            entry.add("hosts", old.hosts.items().map(\.value.text))
        }
        return entry
    }

    /// Says on which day a monthly event is that names none: on the weekday of its first date, as most are.
    private mutating func addDay() {
        guard kind == .event, let at = facts.firstIndex(where: { $0.key == "repeats" }), facts[at].values.count == 1,
            let every = Interval(facts[at].values[0]), every.unit == .month, !every.count.isMultiple(of: 12),
            let starts = facts.first(where: { $0.key == "starts" })?.values.first.flatMap({ PartialDate($0) }),
            let day = starts.day
        else { return }
        let weekday = RepeatDay.weekdays[starts.firstDay.weekday - 1]
        // A fifth one is the last, and many months have none.
        let rule = "\(day > 28 ? "last" : RepeatDay.ordinals[(day - 1) / 7]) \(weekday)"
        facts[at].values.append(rule)
        dayNote =
            "\nIt repeats on the \(rule) of the month, as \(starts.isoDate) is one. If that is not right, change "
            + "`day: \(rule)` in the file: `day: \(day)` is the same day of each month."
    }

    /// A day without a time gets the time of the last event.
    private mutating func keepTime(of old: Event) {
        guard let clock = old.starts?.value.clock, let at = facts.firstIndex(where: { $0.key == "starts" }),
            facts[at].values.count == 1,
            let day = PartialDate(facts[at].values[0]), day.day != nil, day.minute == nil
        else { return }
        facts[at].values = ["\(day.isoDate) \(clock)"]
    }

    /// The length of an event of one day that says when it ends.
    private static func minutes(of event: Event) -> Int? {
        guard let starts = event.starts?.value, let ends = event.ends?.value, starts.firstDay == ends.firstDay,
            let from = starts.minute, let until = ends.minute, until > from
        else { return nil }
        return until - from
    }

    /// The text below the facts of an item's file.
    private func text(of item: Item, in site: SiteGraph, _ source: ContentSource) -> String {
        guard let bytes = try? source.read(item.path).get() else { return "" }
        return ContentParser.texts(
            of: SourceFile(path: item.path, bytes: bytes), .init(languages: site.settings.languageCodes))?[
                ContentParser.bodyKey] ?? ""
    }

    private mutating func add(_ key: String, _ values: [String]?) {
        guard let values, !values.isEmpty, !facts.contains(where: { $0.key == key && !$0.values.isEmpty }) else {
            return
        }
        facts.append((key, values))
    }

    private func find(_ name: String, in site: SiteGraph) throws(BuildError) -> ItemID {
        let bare = ContentPath.below(content, name)
        let events = site.all(.event)
        let found = events.filter {
            site[$0].path == bare || [bare, bare + "/", "communities/\(bare)/"].contains(site[$0].route)
                || site[$0].id == bare
        }
        if found.count == 1 { return found[0] }
        let last = bare.split(separator: "/").last.map(String.init) ?? bare
        if found.isEmpty, let near = events.first(where: { site[$0].id.hasPrefix(last + "-") }) {
            throw BuildError("There is no event `\(Printable.line(name))`. Did you mean `\(site[near].id)`?")
        }
        throw found.isEmpty
            ? BuildError(
                "There is no event `\(Printable.line(name))`."
                    + NearestMatch.hint(bare, among: events.map { site[$0].id })
            )
            : BuildError(
                "Several events are called `\(Printable.line(name))`; name one by its file: "
                    + "\(found.prefix(5).map { site[$0].path }.joined(separator: ", "))."
            )
    }

    // MARK: The file

    private func path(in site: SiteGraph, _ source: ContentSource) throws(BuildError) -> String {
        guard let title, !title.isEmpty else { throw BuildError("It needs a name.") }
        var folder = kind.folder ?? ""
        if let community {
            guard site.routes["communities/\(community)/"].map({ site[$0].kind == .community }) ?? false else {
                throw BuildError(
                    "There is no community `\(Printable.line(community))`."
                        + NearestMatch.hint(community, among: site.communities.map { site[$0].id })
                )
            }
            folder = "communities/\(community)/\(folder)"
        }
        var id = ID.from(title)
        // The next meeting will have the same name.
        let key = kind == .event ? "starts" : kind == .writeup ? "date" : nil
        if let day = facts.first(where: { $0.key == key })?.values.first.flatMap({ PartialDate($0) }) {
            id += "-" + day.isoDate
        }
        let path = "\(folder)/\(id).md"
        if let term = kind.termKind, let route = Vocabulary(items: site.items).route(title, term),
            let other = site.routes[route].map({ site[$0] }), !other.isMadeFromID, other.id != id
        {
            throw BuildError(
                "“\(Printable.line(title))” is another name of `\(other.path)` already; nothing was changed. Edit that "
                    + "file, or call the new one something else.")
        }
        let owner = site.routes["\(folder)/\(id)/"].map { site[$0] }
        let named = owner.flatMap { $0.isMadeFromID || $0.isEmbedded ? nil : $0.path }
        if let taken = named ?? source.documents.first(where: { $0 == path || $0 == "\(folder)/\(id)/index.md" }) {
            throw BuildError(
                "`\(taken)` is there already; nothing was changed. Call the new one something else, or edit that file.")
        }
        return path
    }

    private var text: String {
        let keys = KeyReference.group(of: kind)
        let named = facts + [(keys[0].name, title.map { [$0] } ?? [])]
        let lines = keys.flatMap { key -> [String] in
            guard let values = named.last(where: { $0.key == key.name })?.values.filter({ !$0.isEmpty }),
                !values.isEmpty
            else { return [] }
            // A text that was pasted over several lines becomes one line.
            return Self.value(values.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }, key.shape)
                .lines(for: key.name)
        }
        return "---\n" + lines.joined(separator: "\n") + "\n---\n" + (body.isEmpty ? "" : "\n\(body)\n")
    }

    private static func value(_ values: [String], _ shape: Shape) -> FrontMatterValue {
        switch shape {
        // A name becomes the id that its file would have.
        case .list(of: .term): .list(values.map { ID.isValid($0) ? $0 : ID.from($0) })
        case .list: .list(values)
        // The only record that can be given is a repetition: how often, and on which day.
        case .record: .group(zip(["every", "day"], values).map { FrontMatterValue.Line($0, $1) })
        default: .text(values.joined(separator: " "))
        }
    }
}
