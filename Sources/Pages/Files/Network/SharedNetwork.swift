internal import Synchronization

/// The network for other programs, made by the first of its files that is asked for.
final class SharedNetwork: Sendable {
    private let value = Mutex<ExportedNetwork?>(nil)

    func made(_ make: () -> ExportedNetwork) -> ExportedNetwork {
        value.withLock { value in
            if let value { return value }
            let made = make()
            value = made
            return made
        }
    }
}
