internal import Content
internal import Diagnostics
internal import Disk
internal import Pictures
internal import Site
internal import Text
internal import Theme

/// What each file of a content folder says, before anything is linked.
struct ParsedContent: Sendable {
    /// A class, so that taking ten thousand of them over counts references and copies nothing.
    final class File: Sendable {
        /// Of the file as it was read; `nil` when it may have changed since without a change of its facts.
        let facts: FileFacts?
        /// Of its bytes.
        let hash: UInt64
        let document: Document?
        /// What can be checked of a file that cannot be used in full.
        let incomplete: Document?
        let problems: [Diagnostic]
        /// The bytes before the body.
        let head: [UInt8]
        /// Whether `document` is of an earlier time, because the file cannot be used as it is now.
        let isOutdated: Bool

        init(
            facts: FileFacts?, hash: UInt64, document: Document?, incomplete: Document? = nil, problems: [Diagnostic],
            head: [UInt8], isOutdated: Bool = false
        ) {
            (self.facts, self.hash, self.document, self.incomplete, self.problems, self.head, self.isOutdated) = (
                facts, hash, document, incomplete, problems, head, isOutdated
            )
        }

        var hasErrors: Bool { problems.contains { $0.severity == .error } }
    }

    let settings: Settings
    /// Whether the settings say which languages the site has.
    let knowsLanguages: Bool
    /// The day by which files were read.
    private let day: CivilDay
    /// The bytes of `site.yaml` and `map.yaml`.
    let own: [String: [UInt8]]
    let pins: [String: MapPin]
    /// Paths of markdown files, sorted, and what was read of each.
    let paths: [String]
    let files: [File]
    let assets: [String]
    /// By path, of those assets that are pictures.
    let pictures: [String: PictureLook]
    private let assetFacts: [String: FileFacts]
    /// How long each of those took that were read and parsed now.
    let times: [Timings.Step]
    /// Files that are left out because their names do not say that they are pages.
    private let misnamed: Set<String>
    /// Of the folder, the settings, the pins and the pictures.
    private let otherProblems: [Diagnostic]

    /// Reads and parses, in parallel.
    ///
    /// - Parameter former: what was read at an earlier time: files that did not change since are taken from it, and of
    ///   those that can no longer be used, what they said last.
    init(_ source: ContentSource, _ options: Pipeline.Options, after former: ParsedContent? = nil) async {
        let site = SiteFiles(source, former: former, options)
        settings = site.settings
        own = site.own
        pins = site.pins
        var parsing = ContentParser.Options(
            languages: settings.languageCodes, unsafeHTML: settings.unsafeHTML?.value ?? false)
        knowsLanguages = site.knowsLanguages
        parsing.knowsLanguages = knowsLanguages
        day = options.day(in: settings)
        parsing.today = day
        let isComparable =
            former.map {
                $0.day == parsing.today && $0.settings.languageCodes == parsing.languages
                    && $0.knowsLanguages == parsing.knowsLanguages
                    && ($0.settings.unsafeHTML?.value ?? false) == parsing.unsafeHTML
            } ?? false
        let paths = source.documents.filter { !ContentKind.ownPaths.contains($0) }
        let known = former?.files(at: paths) ?? Array(repeating: nil, count: paths.count)
        var files = zip(paths, known).map { path, file in
            isComparable && file?.facts != nil && file?.facts == source.facts[path] ? file : nil
        }
        let changed = paths.indices.filter { files[$0] == nil }
        let bar = ProgressBar("Reading", total: changed.count)
        let parsed = await parallelMap(changed, jobs: options.jobs, progress: bar.update) { [parsing] _, index in
            let start = ProcessUsage.ofThread
            let file = Self.parse(paths[index], source, parsing, after: known[index], isComparable: isComparable)
            return (file, ProcessUsage.ofThread - start)
        }
        bar.end()
        for (index, file) in zip(changed, parsed) { files[index] = file.0 }
        times = zip(changed, parsed).map { (paths[$0], $1.1) }
        self.paths = paths
        self.files = files.map { $0! }
        assets = source.assets
        assetFacts = Dictionary(
            uniqueKeysWithValues: source.assets.compactMap { path in source.facts[path].map { (path, $0) } })
        let pictures =
            options.looksAtPictures
            ? await source.pictures(after: former?.pictures ?? [:], jobs: options.jobs) : [:]
        self.pictures = pictures
        let misnamed = MisnamedPages(
            source, besides: self.files.compactMap { $0.document ?? $0.incomplete }, languages: parsing.languages)
        self.misnamed = misnamed.paths
        // What a file was meant for is a better reason than what it is not.
        otherProblems =
            source.problems.filter { !misnamed.paths.contains($0.path) } + misnamed.problems + site.problems
            + source.assets.compactMap { pictures[$0]?.problem }
    }

    private static func parse(
        _ path: String, _ source: ContentSource, _ options: ContentParser.Options, after former: File?,
        isComparable: Bool
    ) -> File {
        let file: File
        switch source.read(path) {
        case .success(let bytes):
            let hash = ContentHash.of(bytes)
            if isComparable, let former, former.hash == hash {
                return File(
                    facts: source.facts[path], hash: hash, document: former.document, incomplete: former.incomplete,
                    problems: former.problems, head: former.head, isOutdated: former.isOutdated)
            }
            let parsed = ContentParser.read(SourceFile(path: path, bytes: bytes), options)
            file = File(
                facts: source.facts[path], hash: hash, document: parsed.document, incomplete: parsed.incomplete,
                problems: parsed.problems, head: parsed.document.map { Array(bytes[..<$0.bodyStart]) } ?? [])
        case .failure(let problem):
            file = File(facts: nil, hash: 0, document: nil, problems: [problem.diagnostic], head: [])
        }
        // A file that had errors from the start is updated with them; a valid one stays until it is valid again.
        guard let former, former.document != nil,
            file.document == nil || file.hasErrors && (former.isOutdated || !former.hasErrors)
        else { return file }
        return File(
            facts: file.facts, hash: file.hash, document: former.document, incomplete: file.incomplete ?? file.document,
            problems: file.problems, head: former.head, isOutdated: true)
    }

    /// The results for some paths; `nil` for a file that was not read.
    ///
    /// - Parameter paths: sorted by their bytes, as `self.paths` are.
    private func files(at paths: [String]) -> [File?] {
        if paths == self.paths { return files }
        var next = 0
        return paths.map { path in
            while next < self.paths.count, self.paths[next] != path,
                self.paths[next].utf8.lexicographicallyPrecedes(path.utf8)
            { next += 1 }
            return next < self.paths.count && self.paths[next] == path ? files[next] : nil
        }
    }

    private func hasSameAssets(as former: ParsedContent) -> Bool {
        assets == former.assets && assetFacts.count == assets.count && assetFacts == former.assetFacts
    }

    /// - Parameter day: for which the site is made.
    func linked(_ options: Pipeline.Options, on day: CivilDay) -> LinkedSite {
        var linking = SiteGraph.Options(
            today: day, drafts: options.drafts,
            unreadable: zip(paths, files).filter { $1.document == nil }.map(\.0), pins: pins)
        linking.zones = options.zones
        linking.overlaid = options.overlaid ?? []
        linking.incomplete = files.compactMap(\.incomplete)
        linking.unusableAssets = Set(pictures.filter(\.value.isLeftOut).keys).union(misnamed)
        return SiteGraph.link(
            files.compactMap(\.document), assets: assets, imageSizes: pictures.compactMapValues(\.size),
            settings: settings, linking)
    }

    /// Files that cannot be used, or not in full.
    var unusable: Set<String> {
        let settings = otherProblems.filter { $0.path == ContentKind.settingsPath && $0.severity == .error }
        return Set(zip(paths, files).lazy.filter { $1.document == nil || $1.incomplete != nil }.map(\.0)).union(
            settings.map(\.path))
    }

    /// All that is wrong, sorted as reports print it.
    func problems(with site: LinkedSite) -> [Diagnostic] {
        let found = files.flatMap(\.problems)
        let outdated = Set(zip(paths, files).filter { $1.isOutdated }.map(\.0))
        let linked = SiteCheck.causes(of: site.problems, after: found).filter { !outdated.contains($0.path) }
        let known = Set(linked.map(Occurrence.init))
        let incomplete = SiteCheck.causes(of: site.problemsOfIncomplete, after: found).filter {
            !known.contains(Occurrence($0))
        }
        return (otherProblems + found + linked + incomplete).sortedForReport()
    }

    /// A problem at its range.
    private struct Occurrence: Hashable {
        let signature: String
        let range: ByteRange

        init(_ problem: Diagnostic) { (signature, range) = (problem.signature, problem.range) }
    }

    /// A document that changed since an earlier time.
    struct Edit {
        let old: Document, new: Document
        /// Whether its front matter is the same.
        let isTextAlone: Bool
    }

    /// The documents that changed since an earlier time; `nil` when more is different, such as which files there are.
    func edits(since former: ParsedContent) -> [Edit]? {
        // What is wrong in an incomplete one may depend on any other.
        guard own == former.own, paths == former.paths, hasSameAssets(as: former),
            files.allSatisfy({ $0.incomplete == nil })
        else { return nil }
        var changed: [Edit] = []
        for (new, old) in zip(files, former.files) where new.hash != old.hash {
            switch (old.document, new.document) {
            case (nil, nil): continue
            case (let before?, let after?):
                changed.append(Edit(old: before, new: after, isTextAlone: new.head == old.head))
            default: return nil
            }
        }
        return changed
    }

    /// Paths of files that were added, changed or removed; sorted.
    func changedPaths(since former: ParsedContent) -> [String] {
        let changed = zip(zip(paths, files), former.files(at: paths)).filter { $0.1.hash != $1?.hash }.map(\.0.0)
        let gone = paths == former.paths ? [] : Set(former.paths).subtracting(paths)
        let otherFiles =
            hasSameAssets(as: former)
            ? []
            : Set(assets).symmetricDifference(former.assets).union(
                assets.filter { assetFacts[$0] != former.assetFacts[$0] })
        let own = ContentKind.ownPaths.filter { self.own[$0] != former.own[$0] }
        return Set(changed).union(gone).union(otherFiles).union(own).sorted()
    }
}
