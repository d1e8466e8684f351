internal import Synchronization

/// A value that is made when it is first asked for: a check renders no page, and most sites have one language.
final class ReadOnce<Value: Sendable>: Sendable {
    private let make: @Sendable () throws -> Value
    private let value = Mutex<Value?>(nil)

    init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

    /// - Throws: what making it throws, each time again.
    func get() throws -> Value {
        try value.withLock { value in
            if let value { return value }
            let made = try make()
            value = made
            return made
        }
    }
}
