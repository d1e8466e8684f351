/// Requests pages of other sites that a handbook links to, as a guest: each host gets one request a second at most and
/// one address after the other, a host that wants no requests is left alone, and everything has a limit.
///
///     try await LinkCheck().run(addresses, by: curl.ask) { print($0.text, $1) }
struct LinkCheck: Sendable {
    enum Method: Sendable { case head, get }
    typealias Ask = @Sendable (WebAddress, Method) async throws -> LinkReply

    /// Between two requests to a host.
    var pause = Duration.seconds(1)
    /// Before a host that had trouble gets another request.
    var rest = Duration.seconds(5)
    var hostsAtOnce = 8
    /// After which no more addresses are requested.
    var time = Duration.seconds(30 * 60)
    /// How long one address may take, with all its redirects.
    var timeOfAddress = Duration.seconds(120)
    /// Any number, another each day: where to begin, so that what is not reached in time is reached another day.
    var turn = 0

    /// The most requests for one address that keeps redirecting; browsers take 20.
    static let mostHops = 10
    /// The longest wait, in seconds, for a host that wants to be left alone for now.
    static let longestWait = 30
    /// A host is given up after this many silences in a row, or after this many answers that report an error of its
    /// own.
    static let mostSilent = 2, mostTroubled = 5
    /// After this many addresses, other hosts have their turn.
    static let slice = 20

    /// - Parameters:
    ///   - addresses: each once.
    ///   - each: gets what is known of each address, one at a time, as it becomes known.
    /// - Throws: what `ask` throws.
    func run(_ addresses: [WebAddress], by ask: @escaping Ask, each: (WebAddress, LinkVerdict) throws -> Void)
        async throws
    {
        let (answers, answering) = AsyncThrowingStream<(WebAddress, LinkVerdict), any Error>.makeStream()
        let visit = Visit(check: self, ask: ask, turns: Turns(pause: pause), end: ContinuousClock.now + time) {
            answering.yield(($0, $1))
        }
        let hosts = Dictionary(grouping: addresses, by: \.host).sorted { $0.key < $1.key }.map {
            HostVisit(left: Self.rotated($0.value, by: turn))
        }
        let first = Self.rotated(hosts, by: turn)
        let asking = Task {
            var waiting = first[...]
            do {
                try await withThrowingTaskGroup(of: HostVisit.self) { group in
                    for _ in 0..<hostsAtOnce {
                        if let host = waiting.popFirst() { group.addTask { try await visit.slice(of: host) } }
                    }
                    while let host = try await group.next() {
                        if !host.left.isEmpty { waiting.append(host) }
                        if let next = waiting.popFirst() { group.addTask { try await visit.slice(of: next) } }
                    }
                }
                answering.finish()
            } catch { answering.finish(throwing: error) }
        }
        defer { asking.cancel() }
        for try await (address, verdict) in answers { try each(address, verdict) }
    }

    private static func rotated<T>(_ items: [T], by turn: Int) -> [T] {
        guard items.count > 1 else { return items }
        let start = (turn % items.count + items.count) % items.count
        return Array(items[start...] + items[..<start])
    }
}

/// How far the check of one host has come.
private struct HostVisit: Sendable {
    var left: [WebAddress]
    /// The verdict for all that is left.
    var ofAll: LinkVerdict?
    var silent = 0, troubled = 0
}

/// When each host may get its next request.
private actor Turns {
    private let pause: Duration
    private var next: [String: ContinuousClock.Instant] = [:]

    init(pause: Duration) { self.pause = pause }

    func wait(for host: String) async throws {
        let turn = max(next[host] ?? .now, .now)
        next[host] = turn + pause
        try await Task.sleep(until: turn)
    }

    func postpone(_ host: String, by time: Duration) { next[host] = max(next[host] ?? .now, .now + time) }
}

private struct Visit: Sendable {
    let check: LinkCheck
    let ask: LinkCheck.Ask
    let turns: Turns
    let end: ContinuousClock.Instant
    let tell: @Sendable (WebAddress, LinkVerdict) -> Void

    /// Requests some of what is left at a host.
    func slice(of host: HostVisit) async throws -> HostVisit {
        var host = host
        for address in host.left.prefix(LinkCheck.slice) {
            if host.ofAll != nil || ContinuousClock.now >= end {
                tell(address, host.ofAll ?? .notAsked)
                continue
            }
            let limit = min(end, .now + check.timeOfAddress)
            var outcome = try await follow(address, until: limit)
            if case .verdict(.failing(let failure, _)) = outcome, failure != .unknownHost, failure != .badCertificate {
                await turns.postpone(address.host, by: check.rest)
                outcome = try await follow(address, until: limit)
            }
            take(outcome, of: address, into: &host)
        }
        host.left.removeFirst(min(LinkCheck.slice, host.left.count))
        return host
    }

    private func take(_ outcome: Outcome, of address: WebAddress, into host: inout HostVisit) {
        switch outcome {
        case .closed:
            host.ofAll = .unclear
            tell(address, .unclear)
        case .late: tell(address, ContinuousClock.now >= end ? .notAsked : .failing(.noAnswer, at: nil))
        case .verdict(let verdict):
            tell(address, verdict)
            guard case .failing(let failure, at: nil) = verdict else {
                (host.silent, host.troubled) = (0, 0)
                return
            }
            if failure.isOfNetwork { host.silent += 1 } else { host.troubled += 1 }
            let isOfHost = failure == .unknownHost || failure == .badCertificate
            if isOfHost || host.silent >= LinkCheck.mostSilent || host.troubled >= LinkCheck.mostTroubled {
                host.ofAll = verdict
            }
        }
    }

    private enum Outcome {
        case verdict(LinkVerdict)
        /// The host wants to be left alone.
        case closed
        /// Its time was up.
        case late
    }

    private func follow(_ start: WebAddress, until limit: ContinuousClock.Instant) async throws -> Outcome {
        var address = start
        var isPermanent = true
        for _ in 0..<LinkCheck.mostHops {
            let led = address == start ? nil : address.text
            switch try await answer(address, until: limit) {
            case nil: return .late
            case .inPrivate: return .verdict(.inPrivate)
            case .failure(let failure): return .verdict(.failing(failure, at: led))
            case .status(200..<300, _, _): return .verdict(arrival(from: start, at: address, isPermanent: isPermanent))
            case .status(let code, let location?, _) where (300..<400).contains(code):
                guard let next = WebAddress(location, from: address) else { return .verdict(.unclear) }
                isPermanent = isPermanent && (code == 301 || code == 308)
                address = next
            case .status(404, _, _): return .verdict(.gone(status: 404, at: led))
            case .status(410, _, _): return .verdict(.gone(status: 410, at: led))
            case .status(429, _, _): return led == nil ? .closed : .verdict(.unclear)
            case .status(let code, _, _):
                return .verdict((500..<600).contains(code) ? .failing(.status(code), at: led) : .unclear)
            }
        }
        // It may be waiting for a cookie, which a browser would send.
        return .verdict(.unclear)
    }

    /// Many hosts answer wrongly, or not at all, when only the head of a page is requested.
    ///
    /// - Returns: `nil` where the time was up.
    private func answer(_ address: WebAddress, until limit: ContinuousClock.Instant) async throws -> LinkReply? {
        let reply = try await inTurn(address, .head, until: limit)
        switch reply {
        case .status(let code, _, _)? where code >= 400 && code != 429 && code != 401: break
        case .failure(.noAnswer)?, .failure(.brokenAnswer)?: break
        default: return reply
        }
        return try await inTurn(address, .get, until: limit)
    }

    private func inTurn(_ address: WebAddress, _ method: LinkCheck.Method, until limit: ContinuousClock.Instant)
        async throws -> LinkReply?
    {
        try await turns.wait(for: address.host)
        guard ContinuousClock.now < limit else { return nil }
        let reply = try await ask(address, method)
        guard case .status(429, _, let wait?) = reply, wait <= LinkCheck.longestWait else { return reply }
        await turns.postpone(address.host, by: .seconds(wait))
        try await turns.wait(for: address.host)
        guard ContinuousClock.now < limit else { return nil }
        return try await ask(address, method)
    }

    private func arrival(from start: WebAddress, at address: WebAddress, isPermanent: Bool) -> LinkVerdict {
        if address.isNearlySame(as: start) { return .found }
        // Where a page is gone, many hosts redirect to their front page; that of a language, a sign-in or another host
        // is another matter.
        if address.parts.isEmpty, address.query == nil, start.parts.count >= 2, address.isAtSameHost(as: start) {
            return .frontPage(address.text)
        }
        return isPermanent && !start.parts.isEmpty ? .moved(to: address.text) : .found
    }
}
