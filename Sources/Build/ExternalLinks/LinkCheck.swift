/// Asks other sites for pages that a handbook links to, as a guest: each host gets one request a second at most and one address
/// after the other, what it does not want to be asked is left, and all has an end.
///
///     try await LinkCheck().run(addresses, by: Curl(…).ask) { address, verdict in … }
struct LinkCheck: Sendable {
    enum Method: Sendable { case head, get }
    typealias Ask = @Sendable (WebAddress, Method) async throws -> LinkReply

    /// Between two requests to a host.
    var pause = Duration.seconds(1)
    /// Before a host that had trouble is asked once more.
    var rest = Duration.seconds(5)
    var hostsAtOnce = 8
    /// After which no address is asked any more.
    var time = Duration.seconds(30 * 60)

    /// The most requests for one address that leads on and on; browsers take 20.
    static let mostHops = 10
    /// Longer than this nobody waits for a host that wants to be left alone for now.
    static let longestWait = 30
    /// After so many silences in a row nothing more is expected of a host.
    static let mostSilent = 2

    /// - Parameters:
    ///   - addresses: each once.
    ///   - each: is given what is known of each address, one at a time, as it becomes known.
    /// - Throws: what `ask` throws.
    func run(_ addresses: [WebAddress], by ask: @escaping Ask, each: (WebAddress, LinkVerdict) throws -> Void) async throws {
        // Those with the most links first: they take longest.
        let hosts = Dictionary(grouping: addresses, by: \.host).values.sorted { ($1.count, $0[0].host) < ($0.count, $1[0].host) }
        let (answers, answering) = AsyncThrowingStream<(WebAddress, LinkVerdict), any Error>.makeStream()
        let visit = Visit(check: self, ask: ask, turns: Turns(pause: pause), end: ContinuousClock.now + time) { answering.yield(($0, $1)) }
        let asking = Task {
            do {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for (number, host) in hosts.enumerated() {
                        if number >= hostsAtOnce { try await group.next() }
                        group.addTask { try await visit.host(host) }
                    }
                    try await group.waitForAll()
                }
                answering.finish()
            } catch { answering.finish(throwing: error) }
        }
        defer { asking.cancel() }
        for try await (address, verdict) in answers { try each(address, verdict) }
    }
}

/// When each host may be asked next.
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

    /// - Parameter addresses: all at one host.
    func host(_ addresses: [WebAddress]) async throws {
        var ofAll: LinkVerdict?
        var silent = 0
        for address in addresses {
            guard ofAll == nil, ContinuousClock.now < end else {
                tell(address, ofAll ?? .notAsked)
                continue
            }
            var outcome = try await follow(address)
            if case .verdict(.failing(let failure, _)) = outcome, failure != .unknownHost {
                await turns.postpone(address.host, by: check.rest)
                outcome = try await follow(address)
            }
            switch outcome {
            case .closed:
                ofAll = .unclear
                tell(address, .unclear)
            case .verdict(let verdict):
                tell(address, verdict)
                guard case .failing(let failure, at: nil) = verdict, failure.isOfNetwork else { silent = 0; continue }
                silent += 1
                if failure == .unknownHost || silent == LinkCheck.mostSilent { ofAll = verdict }
            }
        }
    }

    private enum Outcome {
        case verdict(LinkVerdict)
        /// The host wants to be left alone.
        case closed
    }

    private func follow(_ start: WebAddress) async throws -> Outcome {
        var address = start, isPermanent = true
        for _ in 0..<LinkCheck.mostHops {
            let led = address == start ? nil : address.text
            switch try await answer(address) {
            case .failure(.privateNetwork): return .verdict(.inPrivate)
            case .failure(let failure): return .verdict(.failing(failure, at: led))
            case .status(200..<300, _, _): return .verdict(arrival(from: start, at: address, isPermanent))
            case .status(let code, let location?, _) where (300..<400).contains(code):
                guard let next = WebAddress(location, from: address) else { return .verdict(.unclear) }
                isPermanent = isPermanent && (code == 301 || code == 308)
                address = next
            case .status(404, _, _): return .verdict(.gone(status: 404, at: led))
            case .status(410, _, _): return .verdict(.gone(status: 410, at: led))
            case .status(429, _, _): return led == nil ? .closed : .verdict(.unclear)
            case .status(let code, _, _): return .verdict((500..<600).contains(code) ? .failing(.status(code), at: led) : .unclear)
            }
        }
        // It may be waiting for a cookie, as a browser would bring.
        return .verdict(.unclear)
    }

    /// Many hosts answer wrongly when they are asked for no more than the head of a page.
    private func answer(_ address: WebAddress) async throws -> LinkReply {
        let reply = try await inTurn(address, .head)
        guard case .status(let code, _, _) = reply, code >= 400, code != 429, code != 401 else { return reply }
        return try await inTurn(address, .get)
    }

    private func inTurn(_ address: WebAddress, _ method: LinkCheck.Method) async throws -> LinkReply {
        try await turns.wait(for: address.host)
        let reply = try await ask(address, method)
        guard case .status(429, _, let wait?) = reply, wait <= LinkCheck.longestWait else { return reply }
        await turns.postpone(address.host, by: .seconds(wait))
        try await turns.wait(for: address.host)
        return try await ask(address, method)
    }

    private func arrival(from start: WebAddress, at address: WebAddress, _ isPermanent: Bool) -> LinkVerdict {
        if address.isNearlySame(as: start) { return .found }
        // Where a page is gone, many hosts lead to their front page; one of a language or a sign-in is another matter.
        if address.parts.isEmpty, address.query == nil, start.parts.count >= 2 { return .frontPage(address.text) }
        return isPermanent && !start.parts.isEmpty ? .moved(to: address.text) : .found
    }
}
