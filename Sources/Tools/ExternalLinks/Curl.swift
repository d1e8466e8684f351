internal import Build
internal import Disk
internal import Foundation

/// curl, as a process that requests one page and reads its head.
///
/// Sends nothing of the machine: no settings, no cookies, no password. Without permission it connects to nothing in a
/// private network, whatever a name leads to: it connects to the very address that was looked at. Where a proxy is the
/// only way out, the proxy decides what it reaches.
struct Curl: Sendable {
    let asksPrivate: Bool
    /// Of the process: the way out may lead through a proxy.
    private let environment: [String: String]

    /// The longest that one request may take, in seconds.
    static let longest = 20

    /// - Throws: `BuildError` where curl is not installed.
    init(asksPrivate: Bool) throws {
        self.asksPrivate = asksPrivate
        environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
        guard ChildProcess.run(["curl", "--version"], environment: environment)?.status == 0 else {
            throw BuildError(
                "--external-links needs the program curl, which was not found. Install it (Debian: "
                    + "`apt-get install curl`), then run this again."
            )
        }
    }

    /// - Throws: `BuildError` where no request can be sent at all.
    func ask(_ address: WebAddress, _ method: LinkCheck.Method) async throws -> LinkReply {
        // Both steps block, and the threads of tasks are as few as the cores.
        try await withCheckedThrowingContinuation { answer in
            DispatchQueue.global().async { answer.resume(with: Result { try blocking(address, method) }) }
        }
    }

    private func blocking(_ address: WebAddress, _ method: LinkCheck.Method) throws -> LinkReply {
        let way: [String]
        switch self.way(to: address) {
        case .none(let reply): return reply
        case .open(let options): way = options
        }
        let arguments =
            [
                "curl", "--disable", "--silent", "--globoff", "--output", "/dev/null", "--dump-header", "-",
                "--suppress-connect-headers", "--max-time", "\(Self.longest)", "--connect-timeout", "10",
            ]
            // Not every host says how long its answer is.
            + [
                "--max-filesize", "1000000", "--limit-rate", "200K", "--proto", "=http,https", "--user-agent",
                "folkmoot/\(Program.version) (looks whether links of a handbook still lead somewhere)",
            ]
            + (method == .head ? ["--head"] : []) + way + ["--", address.text]
        guard let (status, output) = ChildProcess.run(arguments, environment: environment) else {
            return .failure(.brokenAnswer)
        }
        return try Self.reply(output) ?? Self.failure(status)
    }

    private enum Way {
        case open([String])
        case none(LinkReply)
    }

    /// The options of curl with which it reaches an address, or why it may not or cannot.
    private func way(to address: WebAddress) -> Way {
        switch NetworkAddress.find(address.host) {
        case .failure(let failure):
            // Behind a proxy a machine often knows no names. Then the proxy is the only way, whatever exceptions there
            // are.
            guard let proxy = proxy(for: address), !address.host.hasSuffix("localhost") else {
                return .none(.failure(failure == .unknown ? .unknownHost : .noLookup))
            }
            return .open(["--proxy", proxy, "--noproxy", ""])
        case .success(let found):
            let allowed = asksPrivate ? found : found.filter(\.isPublic)
            guard !allowed.isEmpty else { return .none(.inPrivate) }
            // A numeric address cannot mean anything else.
            if address.host.contains(":") { return .open([]) }
            let addresses = allowed.map { $0.bytes.count == 4 ? $0.text : "[\($0.text)]" }.joined(separator: ",")
            return .open(["--resolve", "\(address.host):\(address.port):\(addresses)"])
        }
    }

    /// What curl says by its exit status where no answer came.
    private static func failure(_ status: Int32) throws(BuildError) -> LinkReply {
        switch status {
        case 5, 6: return .failure(.noLookup)
        case 7: return .failure(.noConnection)
        case 28: return .failure(.noAnswer)
        case 35, 51, 53, 54, 58, 59, 60, 66, 80, 83, 90, 91: return .failure(.badCertificate)
        case 77:
            throw BuildError(
                "curl finds no certificates with which to verify other sites. Install them (Debian: "
                    + "`apt-get install ca-certificates`), then run this again."
            )
        default: return .failure(.brokenAnswer)
        }
    }

    /// As curl itself would find it; of `http_proxy` it takes the small letters only.
    private func proxy(for address: WebAddress) -> String? {
        let names =
            (address.text.hasPrefix("https:") ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]) + [
                "all_proxy", "ALL_PROXY",
            ]
        return names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }

    /// What the head of an answer says; of several, after a proxy's or a preliminary one, the last.
    static func reply(_ head: [UInt8]) -> LinkReply? {
        var status: Int?
        var location: String?
        var wait: Int?
        for line in head.split(separator: 10) {
            let line = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            if line.hasPrefix("HTTP/") {
                let parts = line.split(separator: " ")
                (status, location, wait) = (parts.count > 1 ? Int(parts[1]) : nil, nil, nil)
            } else if let colon = line.firstIndex(of: ":") {
                let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                switch line[..<colon].lowercased() {
                case "location": location = value
                case "retry-after": wait = Int(value).flatMap { $0 >= 0 ? $0 : nil }
                default: continue
                }
            }
        }
        guard let status, status >= 200 else { return nil }
        return .status(status, location: location, wait: wait)
    }
}
