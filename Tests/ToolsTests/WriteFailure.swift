import Disk
import Synchronization

/// An error at one of the files that a command writes or removes.
final class WriteFailure: Sendable {
    private let step: Int
    private let state = Mutex((count: 0, path: ""))

    /// - Parameter step: the number of files before it without an error.
    init(at step: Int) { self.step = step }

    /// How many files had their turn.
    var count: Int { state.withLock { $0.count } }

    /// What the command says then.
    var message: String { state.withLock { "Nothing was changed: \(Self.reason($0.path))" } }

    @Sendable func beforeEach(_ path: String) throws {
        let isDue = state.withLock { state in
            state.count += 1
            if state.count == step + 1 { state.path = path }
            return state.count == step + 1
        }
        if isDue { throw BuildError(Self.reason(path)) }
    }

    private static func reason(_ path: String) -> String { "cannot write `\(path)`: the file system is read-only" }
}
