internal import Text

/// How long each phase took, one after the other, and what it used.
public struct Timings: Sendable {
    /// How `--timings` says it.
    public enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    public struct Phase: Sendable {
        public let name: String
        public let seconds: Double
        /// Of all threads, in the program and in the kernel.
        public let cpuSeconds: Double
        /// The most memory that the program had until the end of the phase, in bytes.
        public let peakMemory: Int

        /// How many cores were at work, on average.
        var cores: Double { cpuSeconds / max(seconds, 1e-9) }
    }

    /// A file of the content or a page of the site, and how long it took.
    public typealias Step = (name: String, seconds: Double)

    private var last: ProcessUsage
    private let start: ProcessUsage
    public private(set) var phases: [Phase] = []
    /// CPU time of work that was done beside a phase, by what it was.
    private var beside: [Step] = []
    /// The files that took longest to read and parse, and the pages that took longest to make; the slowest first.
    package private(set) var slowestFiles: [Step] = []
    package private(set) var slowestPages: [Step] = []
    /// Of all files of the site, and of those that are new or different, in bytes.
    package private(set) var size = 0
    package private(set) var writtenSize = 0
    /// The release of the time zones that was used, and where it is from.
    package var zones = ""

    public init() {
        start = .now
        last = start
    }

    /// Ends a phase that began where the last one ended.
    public mutating func mark(_ name: String) {
        let now = ProcessUsage.now
        phases.append(
            Phase(
                name: name, seconds: now.clock - last.clock, cpuSeconds: now.cpu - last.cpu, peakMemory: now.peakMemory)
        )
        last = now
    }

    /// Notes work that was done on another core during the phase that ends next.
    mutating func note(beside name: String, cpuSeconds: Double) { beside.append((name, cpuSeconds)) }

    mutating func note(files: [Step]) { slowestFiles = Self.slowest(files) }
    mutating func note(pages: [Step]) { slowestPages = Self.slowest(pages) }

    mutating func note(size: Int, written: Int) { (self.size, writtenSize) = (size, written) }

    /// Every build looks for them, so all steps are passed once and never sorted.
    private static func slowest(_ steps: [Step]) -> [Step] {
        var found: [Step] = []
        for step in steps {
            let place = found.firstIndex { ($0.seconds, step.name) < (step.seconds, $0.name) } ?? found.count
            guard place < 5 else { continue }
            found.insert(step, at: place)
            if found.count > 5 { found.removeLast() }
        }
        return found
    }

    public var total: Double { ProcessUsage.now.clock - start.clock }

    /// For people, or one JSON object on a line; its units are in its names.
    public func text(_ format: Format) -> String { format == .json ? json : description }

    /// One line a phase, then the work done beside them, the slowest files and pages, the bytes and the time zones.
    public var description: String {
        let sum = max(phases.reduce(0) { $0 + $1.seconds }, 1e-9)
        let lines =
            phases.map { phase in
                let share = "\(Int((phase.seconds / sum * 100).rounded())) %".padding(before: 5)
                let memory = "\(Self.megabytes(phase.peakMemory)) at most".padding(before: 16)
                return "\(Self.label(phase.name)) \(Self.seconds(phase.seconds)) \(share)  "
                    + "\(Self.seconds(phase.cpuSeconds)) of CPU, \(phase.cores.formatted(decimals: 1)) cores, \(memory)"
            }
            + beside.map { "\(Self.label("  beside it")) \(Self.seconds($0.seconds)) of CPU: \($0.name)" }
            + Self.lines("slowest files", slowestFiles) + Self.lines("slowest pages", slowestPages)
            + (size == 0
                ? [] : ["\(Self.label("bytes")) \(Self.megabytes(writtenSize)) written of \(Self.megabytes(size))"])
            + (zones.isEmpty ? [] : ["\(Self.label("time zones")) \(zones)"])
        return lines.map { $0 + "\n" }.joined()
    }

    private static func lines(_ title: String, _ steps: [Step]) -> [String] {
        steps.enumerated().map { index, step in
            "\(label(index == 0 ? title : "")) \((step.seconds * 1000).formatted(decimals: 1)) ms".padding(to: 30)
                + step.name
        }
    }

    private static func label(_ text: String) -> String { text.padding(to: 18) }

    private static func seconds(_ seconds: Double) -> String { "\(seconds.formatted(decimals: 3)) s" }

    private static func megabytes(_ bytes: Int) -> String { "\((Double(bytes) / 1e6).formatted(decimals: 1)) MB" }

    private var json: String {
        func steps(_ steps: [Step], _ unit: String) -> String {
            let items = steps.map {
                "{\"name\":\(JSONText.quoted($0.name)),\"\(unit)\":\($0.seconds.formatted(decimals: 6))}"
            }
            return "[\(items.joined(separator: ","))]"
        }
        let phases = phases.map {
            "{\"name\":\(JSONText.quoted($0.name)),\"seconds\":\($0.seconds.formatted(decimals: 6)),"
                + "\"cpuSeconds\":\($0.cpuSeconds.formatted(decimals: 6)),\"cores\":\($0.cores.formatted(decimals: 2)),"
                + "\"peakMemoryBytes\":\($0.peakMemory)}"
        }
        return "{\"phases\":[\(phases.joined(separator: ","))],\"beside\":\(steps(beside, "cpuSeconds")),"
            + "\"slowestFiles\":\(steps(slowestFiles, "seconds")),\"slowestPages\":\(steps(slowestPages, "seconds")),"
            + "\"bytes\":\(size),\"bytesWritten\":\(writtenSize),\"timeZones\":\(JSONText.quoted(zones))}\n"
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
    fileprivate func padding(before width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
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
