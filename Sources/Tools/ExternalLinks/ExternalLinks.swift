internal import Build
internal import Content
internal import Diagnostics
internal import Disk
internal import Site

/// Checks whether the links to other sites still lead somewhere.
public struct ExternalLinks: Sendable {
    /// Where answers are kept for some days; `nil` for the user's folder of such files.
    public var cache: String?
    /// After this many minutes no more requests are sent; the next run goes on from there.
    public var minutes = 30
    /// Also checks hosts in private networks, which the handbook of an intranet needs.
    public var asksPrivate = false

    public init() {}

    struct Finding {
        var problems: [Diagnostic]
        /// Says what was checked, and which of it could not be judged.
        var message: String
        /// Whether the time was enough for all.
        var isComplete = true
    }

    /// - Parameters:
    ///   - paths: of the files whose links are looked at.
    ///   - read: the bytes of a file.
    /// - Throws: `BuildError` where no request can be sent.
    func look(in paths: [String], of site: SiteGraph, jobs: Int, read: @escaping @Sendable (String) -> [UInt8]?)
        async throws
        -> Finding
    {
        let links = await Self.links(in: paths, of: site, jobs: jobs, read: read).filter { !$0.address.isExample }
        guard !links.isEmpty else { return Finding(problems: [], message: "There are no links to other sites.") }
        let curl = try Curl(asksPrivate: asksPrivate)
        var check = LinkCheck()
        check.time = .seconds(minutes * 60)
        let today = Today.day(in: nil, .ofSystem)
        check.turn = today.number
        // Where the handbook itself is: if it answers, there is a network.
        let own = [site.settings.repository?.value.url?.value, site.settings.baseURL?.value].compactMap {
            $0.flatMap { WebAddress($0) }
        }
        return try await Self.look(
            at: links, by: check,
            cache: try (cache ?? LinkCache.standardPath).map { try LinkCache(at: $0, today: today) }, controls: own,
            curl.ask)
    }

    typealias FoundLinks = [(path: String, link: Located<String>, address: WebAddress)]

    /// The links to other sites, in order.
    static func links(
        in paths: [String], of site: SiteGraph, jobs: Int, read: @escaping @Sendable (String) -> [UInt8]?
    )
        async -> FoundLinks
    {
        let settings = site.settings
        let options = ContentParser.Options(
            languages: settings.languageCodes, unsafeHTML: settings.unsafeHTML?.value ?? false)
        let skipped = settings.skipLinks.items().map(\.value)
        let found = await parallelMap(paths, jobs: jobs) { _, path -> FoundLinks in
            guard let bytes = read(path) else { return [] }
            return ContentParser.webAddresses(of: SourceFile(path: path, bytes: bytes), options, on: site.today)
                .compactMap {
                    link in
                    guard !skipped.contains(where: link.value.hasPrefix), let address = WebAddress(link.value) else {
                        return nil
                    }
                    return (path, link, address)
                }
        }
        return found.flatMap { $0 }
    }

    /// - Parameters:
    ///   - cache: what is known already; kept up to date during the check.
    ///   - controls: requested where nothing else answers, to distinguish a machine without a network from pages that
    ///     are gone.
    static func look(
        at links: FoundLinks, by check: LinkCheck, cache: LinkCache?, controls: [WebAddress] = [],
        _ ask: @escaping LinkCheck.Ask
    ) async throws -> Finding {
        var cache = cache
        let controls = (cache?.found ?? []) + controls.filter { !$0.isExample }
        var verdicts: [WebAddress: LinkVerdict] = [:]
        for link in links where verdicts[link.address] == nil { verdicts[link.address] = cache?[link.address] }
        var seen = Set(verdicts.keys)
        let unknown = links.map(\.address).filter { seen.insert($0).inserted }
        let known = verdicts.count
        // Before any request is sent: a file that cannot be written would lose the answers.
        try cache?.save()
        let bar = ProgressBar("Asking other sites", total: unknown.count)
        defer { bar.end() }
        var saved = ContinuousClock.now
        try await check.run(unknown, by: ask) { address, verdict in
            verdicts[address] = verdict
            cache?.note(address, verdict)
            bar.update(verdicts.count - known)
            guard saved.duration(to: .now) > .seconds(5) else { return }
            try cache?.save()
            saved = .now
        }
        try cache?.save()
        if isSilent(unknown, verdicts), try await !answersAny(of: controls, ask) {
            throw BuildError(
                "None of \(Set(unknown.map(\.host)).count) other sites could be reached, so nothing is said about "
                    + "their pages. Is this machine on the internet? Behind a proxy, name it in `https_proxy`."
            )
        }
        let problems = links.compactMap { LinkRules.problem(verdicts[$0.address] ?? .notAsked, $0.link, in: $0.path) }
        return Finding(
            problems: problems, message: message(asked: unknown, known: known, verdicts),
            isComplete: !verdicts.values.contains(.notAsked))
    }

    /// Whether no host at all could be reached, of several: then it may be this machine that cannot reach any.
    private static func isSilent(_ asked: [WebAddress], _ verdicts: [WebAddress: LinkVerdict]) -> Bool {
        let isReached = asked.contains { address in
            if case .failing(let failure, at: nil)? = verdicts[address] {
                !failure.isOfNetwork
            } else {
                verdicts[address] != .notAsked
            }
        }
        return !isReached && Set(asked.map(\.host)).count >= 3
    }

    private static func answersAny(of controls: [WebAddress], _ ask: LinkCheck.Ask) async throws -> Bool {
        for address in controls {
            if case .failure(let failure) = try await ask(address, .head), failure.isOfNetwork { continue }
            return true
        }
        return false
    }

    private static func message(asked: [WebAddress], known: Int, _ verdicts: [WebAddress: LinkVerdict]) -> String {
        func pages(_ count: Int, _ one: String = "page", _ many: String = "pages") -> String {
            "\(count) \(count == 1 ? one : many)"
        }
        let answered = asked.filter { ![.notAsked, .inPrivate].contains(verdicts[$0]) }
        let sites = Set(answered.map(\.host)).count
        var message = "Asked \(sites) other site\(sites == 1 ? "" : "s") for \(pages(answered.count))"
        message +=
            known == 0 ? "." : "; \(known) \(known == 1 ? "was" : "were") known from the last \(LinkCache.days) days."
        if let (count, hosts) = hosts(.unclear, verdicts) {
            message +=
                " \(pages(count)) could not be checked, because the site does not answer programs, or answers only "
                + "people who have signed in: \(hosts)."
        }
        if let (count, hosts) = hosts(.inPrivate, verdicts) {
            message +=
                " \(pages(count, "page in a private network was", "pages in private networks were")) not requested "
                + "(--links-private does): \(hosts)."
        }
        let late = asked.count { verdicts[$0] == .notAsked }
        if late > 0 {
            message +=
                " \(pages(late, "page was", "pages were")) not requested, because the time was up: run it again, and "
                + "it goes on from there."
        }
        return message
    }

    /// How many pages have a verdict, and at which hosts, those with most first.
    private static func hosts(_ verdict: LinkVerdict, _ verdicts: [WebAddress: LinkVerdict]) -> (
        count: Int, hosts: String
    )? {
        let hosts = Dictionary(grouping: verdicts.filter { $0.value == verdict }.keys, by: \.host).sorted {
            ($1.value.count, $0.key) < ($0.value.count, $1.key)
        }
        guard !hosts.isEmpty else { return nil }
        let named = hosts.prefix(8).map { $0.value.count == 1 ? $0.key : "\($0.key) (\($0.value.count))" }.joined(
            separator: ", ")
        return (
            hosts.reduce(0) { $0 + $1.value.count }, named + (hosts.count > 8 ? " and \(hosts.count - 8) more" : "")
        )
    }
}
