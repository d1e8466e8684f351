extension [Diagnostic] {
    /// Those that were not there before, wherever in its file each stands.
    package func new(since before: [Diagnostic]) -> [Diagnostic] {
        let known = Set(before.map(\.signature))
        return filter { !known.contains($0.signature) }
    }
}

extension Diagnostic {
    package var signature: String { "\(path)\n\(code)\n\(message)" }
}
