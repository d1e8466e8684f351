extension [Diagnostic] {
    /// Those that were not there before, wherever in its file each one is.
    package func new(since before: [Diagnostic]) -> [Diagnostic] {
        let known = Set(before.map(\.signature))
        return filter { !known.contains($0.signature) }
    }
}

extension Diagnostic {
    /// Whether it is under this rule, whatever its severity is now.
    package func isUnder(_ rule: Rule) -> Bool { code == rule.code }

    package var signature: String { "\(path)\n\(code)\n\(message)" }
}
