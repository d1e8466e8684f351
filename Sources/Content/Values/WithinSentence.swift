internal import Text

extension String {
    /// A title as it is written within a sentence: `Open data` is `open data`; `APIs` and `DevOps` stay.
    public var withinSentence: String { dropFirst().contains { $0.isUppercase } ? self : lowercasedFirst }
}
