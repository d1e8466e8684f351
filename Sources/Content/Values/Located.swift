public import Diagnostics

/// A value with the bytes of the file it was read from.
public struct Located<Value: Sendable>: Sendable {
    public var value: Value
    public var range: ByteRange

    public init(_ value: Value, _ range: ByteRange) {
        self.value = value
        self.range = range
    }
}

extension Located: Equatable where Value: Equatable {}

extension Optional {
    /// The items of a list that may be absent; the caller checks whether it is absent or empty.
    public func items<Element>() -> [Located<Element>] where Wrapped == Located<[Located<Element>]> {
        self?.value ?? []
    }
}
