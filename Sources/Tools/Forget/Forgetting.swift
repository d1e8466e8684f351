internal import Build
internal import Content
internal import Diagnostics
internal import Disk
internal import Site
internal import Text

/// Every mention of a person in a handbook, and the files without those that can be removed automatically.
struct Forgetting {
    /// A position in a file as it is now.
    struct Mention {
        let path: String
        /// In bytes; `nil` where all of the file is meant.
        var offset: Int?
        let what: String
    }

    let person: ForgottenPerson
    /// What can be removed without a decision.
    private(set) var removed: [Mention] = []
    /// What somebody has to decide.
    private(set) var left: [Mention] = []
    /// Links that would lead nowhere and cannot be taken out here: nothing can be removed before they are.
    private(set) var blocked: [Mention] = []
    /// Files that go as a whole, sorted.
    private(set) var deleted: [String] = []
    /// Files that change, without those.
    private(set) var changed: [String: [UInt8]] = [:]
    /// Files that hold more than text, or cannot be read: they were not searched.
    private(set) var unseen = 0
    private var edits: [String: [Replacement]] = [:]
    /// By path: after each edit, in order, how far everything moves from there on.
    private var moves: [String: [(end: Int, by: Int)]] = [:]

    /// Addresses of communities whose `welcome` goes, and with it what translations say of it.
    private var unwelcoming: Set<String> = []

    /// Text files that are not documents and contain the name.
    private(set) var otherTexts: [String: [UInt8]] = [:]
    private let files: [String: [UInt8]]
    private let site: SiteGraph
    private let parsing: ContentParser.Options
    private let links: PersonLinks?

    /// - Parameters:
    ///   - files: documents, path to bytes.
    ///   - unread: how many documents cannot be read.
    init(
        _ person: ForgottenPerson, in files: [String: [UInt8]], unread: Int, _ source: ContentSource, _ site: SiteGraph
    ) {
        (self.person, self.files, self.site) = (person, files, site)
        unseen = unread
        parsing = .init(languages: site.languages, unsafeHTML: site.settings.unsafeHTML?.value ?? false)
        links = person.id.map { id in
            PersonLinks(
                id: id, languages: site.languages,
                isOnlyOne: !site.items.contains { $0.id == id && $0.kind != .person })
        }
        deleted = person.files
        removed = person.files.map { Mention(path: $0, what: "all of this file") }
        lookAtAssets(source)
        let own = Set(person.files)
        // Translations after their originals.
        let paths = files.keys.filter { !own.contains($0) }.sorted()
        for path in paths where entryPath(of: path)?.language == nil { look(at: path, files[path]!) }
        for path in paths where entryPath(of: path)?.language != nil { look(at: path, files[path]!) }
        lookAtPlainTexts(own)
    }

    // MARK: Documents

    private mutating func look(at path: String, _ bytes: [UInt8]) {
        if !person.search.ranges(in: Array(path.utf8)).isEmpty {
            left.append(Mention(path: path, what: "the name of this file, and so the address of its page"))
        }
        let hits = Self.joined(person.search.ranges(in: bytes), written(in: bytes))
        let namesID = person.id.map { bytes.holds(Array($0.utf8)) } ?? false
        guard
            !hits.isEmpty || namesID || bytes.contains(UInt8(ascii: "\\"))
                || (!unwelcoming.isEmpty && isUnwelcoming(entryPath(of: path)))
        else { return }
        let file = SourceFile(path: path, bytes: bytes)
        let texts = lookAtFacts(of: file)
        if namesID, path.hasSuffix(".md") { lookAtLinks(in: file) }
        let gone = edits[path, default: []].map(\.range).sorted { $0.lowerBound < $1.lowerBound }
        let kept = Self.outside(hits, gone)
        left += kept.map { Mention(path: path, offset: $0.lowerBound, what: "") }
        // In double quotes, a character can be written as an escape.
        let written = texts.filter {
            !$0.range.isEmpty && bytes[$0.range.lowerBound] == UInt8(ascii: "\"")
                && !person.search.ranges(in: Array($0.text.utf8)).isEmpty
        }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
        left += Self.outside(Self.outside(written, gone), hits).map {
            Mention(path: path, offset: $0.lowerBound, what: "")
        }
        apply(to: path, bytes)
    }

    private static let welcome = "welcome"

    private func entryPath(of path: String) -> EntryPath? {
        guard path.hasSuffix(".md"), case .success(let entryPath) = EntryPath.of(path, languages: site.languages) else {
            return nil
        }
        return entryPath
    }

    private func isUnwelcoming(_ entryPath: EntryPath?) -> Bool {
        entryPath.map { $0.language != nil && $0.kind == .community && unwelcoming.contains($0.route) } ?? false
    }

    private mutating func lookAtFacts(of file: SourceFile) -> [PersonFacts.Text] {
        let entryPath = entryPath(of: file.path)
        let keys =
            entryPath.map { KeyReference.group(of: $0.kind) }
            ?? (file.path == ContentKind.settingsPath ? KeyReference.settings : [])
        guard
            let facts = PersonFacts(
                in: file, keys, id: person.id, isName: person.isName,
                without: isUnwelcoming(entryPath) ? [Self.welcome] : [])
        else { return [] }
        guard let removal = facts.removal else {
            blocked += facts.mentions.map {
                Mention(
                    path: file.path, offset: $0.range.lowerBound, what: "\($0.what), which cannot be taken out alone")
            }
            return facts.texts
        }
        removed += facts.mentions.map { Mention(path: file.path, offset: $0.range.lowerBound, what: $0.what) }
        if let entryPath, entryPath.kind == .community, facts.mentions.contains(where: { $0.key == Self.welcome }) {
            unwelcoming.insert(entryPath.route)
        }
        edits[file.path, default: []] += removal.map { Replacement(range: $0, text: "") }
        return facts.texts
    }

    private mutating func lookAtLinks(in file: SourceFile) {
        let parsed = ContentParser.read(file, parsing)
        guard let links, let body = (parsed.document ?? parsed.incomplete)?.body else { return }
        let theirs = body.links.filter { links.leads($0, from: file.path) }
        guard !theirs.isEmpty else { return }
        var all: [Replacement] = []
        for link in theirs {
            guard let edits = PersonLinks.edits(for: link, in: file.bytes) else {
                blocked.append(Mention(path: file.path, offset: link.range.lowerBound, what: "a link to their page"))
                continue
            }
            all += edits
            let isGap = edits.contains { $0.text == PersonLinks.gap }
            let what = isGap ? "the link, replaced by `\(PersonLinks.gap)`" : "the link; its text stays"
            removed.append(Mention(path: file.path, offset: link.range.lowerBound, what: what))
            if isGap {
                left.append(Mention(path: file.path, offset: edits[0].range.lowerBound, what: ""))
            }
        }
        defer { edits[file.path, default: []] += all }
        if blocked.last?.path == file.path { return }
        let after = ContentParser.read(SourceFile(path: file.path, bytes: file.bytes.making(all)), parsing)
        let linksLeft = (after.document ?? after.incomplete)?.body.links ?? []
        if linksLeft.contains(where: { links.leads($0, from: file.path) })
            || linksLeft.count + theirs.count < body.links.count
        {
            blocked.append(Mention(path: file.path, offset: theirs[0].range.lowerBound, what: "a link to their page"))
        }
    }

    private mutating func apply(to path: String, _ bytes: [UInt8]) {
        guard let edits = edits[path], !edits.isEmpty else { return }
        changed[path] = bytes.making(edits)
        var by = 0
        moves[path] = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { edit in
            by += edit.text.utf8.count - edit.range.count
            return (edit.range.upperBound, by)
        }
    }

    /// The ranges of their address, or of `@` with the id, as many hosts call people; in order.
    private func written(in bytes: [UInt8]) -> [ByteRange] {
        guard let links else { return [] }
        return Self.joined(bytes.ranges(ofAddress: links.address), bytes.ranges(ofAddress: Array("@\(links.id)".utf8)))
    }

    /// Both in order; of ranges that overlap, the first.
    private static func joined(_ a: [ByteRange], _ b: [ByteRange]) -> [ByteRange] {
        (a + b).sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { all, range in
            if range.lowerBound >= all.last?.upperBound ?? 0 { all.append(range) }
        }
    }

    /// The ranges that overlap none of `others`; both in order.
    private static func outside(_ ranges: [ByteRange], _ others: [ByteRange]) -> [ByteRange] {
        var next = 0
        return ranges.filter { range in
            while next < others.count, others[next].upperBound <= range.lowerBound { next += 1 }
            return next == others.count || others[next].lowerBound >= range.upperBound
        }
    }

    /// Bodies in which readers see the name but the file has other characters for it (`&eacute;`).
    private mutating func lookAtPlainTexts(_ own: Set<String>) {
        for item in site.items where !item.isEmbedded && !item.isMadeFromID {
            for (language, body) in item.bodies {
                let path = item.translationPaths[language] ?? item.path
                guard !own.contains(path), let bytes = files[path] else { continue }
                let shown = Array(body.plainText.utf8)
                guard !person.search.ranges(in: shown).isEmpty else { continue }
                let start = ContentParser.read(SourceFile(path: path, bytes: bytes), parsing).document?.bodyStart ?? 0
                guard person.search.ranges(in: bytes[start...]).isEmpty else { continue }
                left.append(
                    Mention(
                        path: path, offset: start,
                        what: "the text below, written with character codes such as `&eacute;`"))
            }
        }
    }

    // MARK: Other files

    private static let texts = [".txt", ".csv", ".vtt", ".ics"]
    /// Of a file of text that is looked through.
    private static let mostBytes = 4_000_000

    private mutating func lookAtAssets(_ source: ContentSource) {
        let used = usedByOthers()
        let linked = linkedByThem()
        for path in source.assets {
            if isNamedLikeThem(path) || linked.contains(path) {
                if used[path] == nil {
                    deleted.append(path)
                    removed.append(Mention(path: path, what: "this file, which only their page uses"))
                    continue
                }
                if isNamedLikeThem(path) {
                    left.append(Mention(path: path, what: "this file, which `\(used[path]!)` uses too"))
                    continue
                }
            }
            if !person.search.ranges(in: Array(path.utf8)).isEmpty {
                left.append(Mention(path: path, what: "the name of this file"))
            }
            guard Self.texts.contains(where: path.lowercased().hasSuffix), let file = try? source.open(path),
                file.size <= Self.mostBytes
            else {
                unseen += 1
                continue
            }
            let bytes = file.bytes(at: 0, count: file.size)
            let ranges = person.search.ranges(in: bytes)
            if !ranges.isEmpty { otherTexts[path] = bytes }
            left += ranges.map { Mention(path: path, offset: $0.lowerBound, what: "") }
        }
        deleted.sort()
    }

    /// Beside their own file, under its name.
    private func isNamedLikeThem(_ path: String) -> Bool {
        guard let id = person.id else { return false }
        return path.hasPrefix("people/\(id).") || path.hasPrefix("people/\(id)/")
    }

    private func linkedByThem() -> Set<String> {
        Set(
            person.files.flatMap { path -> [String] in
                let parsed = ContentParser.read(SourceFile(path: path, bytes: files[path] ?? []), parsing)
                return ((parsed.document ?? parsed.incomplete)?.body.links ?? []).compactMap {
                    $0.kind == .wiki ? nil : LinkPath($0.destination).resolved(from: path)
                }
            })
    }

    /// Files that somebody else's page leads to, each with one such page.
    private func usedByOthers() -> [String: String] {
        let own = Set(person.files)
        var used: [String: String] = [:]
        for (index, item) in site.items.enumerated() where !own.contains(item.path) {
            for target in site.linkTargets[index].values.joined() {
                if case .asset(let path, _) = target { used[path] = item.path }
            }
        }
        return used
    }

    // MARK: After the change

    /// Where an offset of a file is once it has changed.
    func offset(_ offset: Int, after path: String) -> Int {
        let moves = moves[path] ?? []
        let next = moves.partitioningIndex { $0.end > offset }
        return next == 0 ? offset : offset + moves[next - 1].by
    }
}

extension [UInt8] {
    /// The ranges of an address that does not go on with another letter of an id.
    fileprivate func ranges(ofAddress address: [UInt8]) -> [ByteRange] {
        guard let first = address.first else { return [] }
        return indices.lazy.filter { self[$0] == first && self[$0...].starts(with: address) }.map {
            $0..<$0 + address.count
        }.filter { range in
            guard range.upperBound < count else { return true }
            let next = self[range.upperBound]
            return !(48...57).contains(next) && !(97...122).contains(next) && next != UInt8(ascii: "-")
        }
    }

    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard let first = part.first else { return false }
        return indices.contains { self[$0] == first && self[$0...].starts(with: part) }
    }
}
