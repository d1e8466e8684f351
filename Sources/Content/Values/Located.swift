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
    /// The items of a list; none if the list is absent. To tell an absent list from an empty one, look at the list.
    public func items<Element>() -> [Located<Element>] where Wrapped == Located<[Located<Element>]> {
        self?.value ?? []
    }
}
