internal import Synchronization

/// A value that is made when somebody first asks for it, and once; others who ask meanwhile wait.
package final class Once<Value: Sendable, Failure: Error>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let make: @Sendable () throws(Failure) -> Value

    package init(_ make: @escaping @Sendable () throws(Failure) -> Value) { self.make = make }

    /// - Throws: what making it throws, each time again.
    package func callAsFunction() throws(Failure) -> Value {
        try value.withLock { value throws(Failure) in
            if let value { return value }
            let made = try make()
            value = made
            return made
        }
    }
}
