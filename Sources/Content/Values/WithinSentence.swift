extension String {
    /// A title as it is written within a sentence: `Open data` is `open data`; `APIs` and `DevOps` stay, and so does
    /// every noun of a language that writes nouns with a capital.
    public func withinSentence(in language: String) -> String {
        let hasCapitals = ["de", "gsw", "ksh", "lb", "nds"].contains(language.prefix { $0 != "-" })
        return hasCapitals || unicodeScalars.dropFirst().contains { $0.isCapital } ? self : lowercasedFirst
    }
}

extension Unicode.Scalar {
    fileprivate var isCapital: Bool { isASCII ? ("A"..."Z").contains(self) : properties.isUppercase }
}
