/// How long each phase took, one after the other.
public struct Timings: Sendable {
    private var last: ContinuousClock.Instant
    private let start: ContinuousClock.Instant
    public private(set) var phases: [(name: String, seconds: Double)] = []
    /// The release of the time zones that was used, and where it is from.
    package var zones = ""

    public init() {
        start = ContinuousClock().now
        last = start
    }

    /// Ends a phase that began where the last one ended.
    public mutating func mark(_ name: String) {
        let now = ContinuousClock().now
        phases.append((name, (now - last).seconds))
        last = now
    }

    public var total: Double { (ContinuousClock().now - start).seconds }

    /// One line a phase, with its share, and one for the time zones.
    public var description: String {
        let sum = max(phases.reduce(0) { $0 + $1.seconds }, 1e-9)
        return phases.map { phase in
            let name = phase.name.padding(to: 18)
            return
                "\(name) \(phase.seconds.formatted(decimals: 3)) s  \(Int((phase.seconds / sum * 100).rounded())) %\n"
        }.joined() + (zones.isEmpty ? "" : "\("time zones".padding(to: 18)) \(zones)\n")
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension Double {
    /// `1.25` for two decimals; never in exponent form.
    func formatted(decimals: Int) -> String {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let number = Int((self * Double(scale)).rounded())
        let rest = String(abs(number) % scale)
        return "\(number < 0 ? "-" : "")\(abs(number) / scale)." + String(repeating: "0", count: decimals - rest.count)
            + rest
    }
}
