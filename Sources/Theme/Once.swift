internal import Synchronization

/// A value that is made once, on first use; other callers wait meanwhile.
package final class Once<Value: Sendable, Failure: Error>: Sendable {
    private let memo = Memo<Value>()
    private let make: @Sendable () throws(Failure) -> Value

    package init(_ make: @escaping @Sendable () throws(Failure) -> Value) { self.make = make }

    /// - Throws: what making it throws, each time again.
    package func callAsFunction() throws(Failure) -> Value { try memo.made(make) }
}

/// The same for a value that only the first caller knows how to make.
package final class Memo<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    package init() {}

    /// - Throws: what `make` throws; the next caller makes the value then.
    package func made<Failure: Error>(_ make: () throws(Failure) -> Value) throws(Failure) -> Value {
        try value.withLock { value throws(Failure) in
            if let value { return value }
            let made = try make()
            value = made
            return made
        }
    }
}
