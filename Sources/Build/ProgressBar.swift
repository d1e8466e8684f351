internal import Libc

/// One line on the terminal that says how far a slow step is; silent when errors are not shown on a terminal.
///
///     let bar = ProgressBar("Rendering", total: pages.count)
///     defer { bar.end() }
///     let sizes = await parallelMap(pages, jobs: 2, progress: bar.update) { _, page in page.count }
///
/// It appears after one second, is redrawn at most ten times a second, and leaves an empty line behind. It uses no
/// colour and no control sequence but the carriage return, so `NO_COLOR` has nothing to forbid; a terminal that calls
/// itself `dumb` shows none. Not `Sendable`: `parallelMap` reports on the isolation of its caller.
public final class ProgressBar {
    private let label: String
    private let total: Int
    private let isShown: Bool
    private let elapsed: () -> Duration
    private let draw: (String) -> Void
    private var due = Duration.seconds(1)
    /// Columns that the line on the screen takes; 0 when there is none.
    private var width = 0

    public convenience init(_ label: String, total: Int) {
        let clock = ContinuousClock()
        let start = clock.now
        self.init(
            label, total: total, isShown: Self.isTerminal, elapsed: { clock.now - start },
            draw: { text in
                let bytes = Array(text.utf8)
                _ = write(STDERR_FILENO, bytes, bytes.count)
            })
    }

    init(
        _ label: String, total: Int, isShown: Bool, elapsed: @escaping () -> Duration, draw: @escaping (String) -> Void
    ) {
        (self.label, self.total, self.isShown) = (label, total, isShown)
        (self.elapsed, self.draw) = (elapsed, draw)
    }

    private static var isTerminal: Bool {
        isatty(STDERR_FILENO) == 1 && getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? false
    }

    /// - Parameter done: how many of `total` are finished.
    public func update(_ done: Int) {
        guard isShown, total > 0 else { return }
        let now = elapsed()
        guard now >= due else { return }
        due = now + .milliseconds(100)
        let filled = min(max(done * 20 / total, 0), 20)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
        show("\(label) [\(bar)] \(done) of \(total)")
    }

    /// Clears the line. May be called more than once.
    public func end() {
        guard width > 0 else { return }
        draw("\r" + String(repeating: " ", count: width) + "\r")
        width = 0
    }

    private func show(_ line: String) {
        let gap = String(repeating: " ", count: max(0, width - line.count))
        draw("\r" + line + gap)
        width = line.count
    }
}
