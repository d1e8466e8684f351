/// One date of a series, or an event as a whole: `lean-coffee@2026-12-17`, `data/lean-coffee`.
public struct OccurrenceName: Sendable, Equatable {
    /// The name of the event, perhaps with its community and `/` before it.
    public var event: String
    /// A day of the series, by the series' own clocks.
    public var day: CivilDay?

    /// - Returns: `nil` where the part before `@` is empty, or the part after it is not a day.
    init?(_ text: String) {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty else { return nil }
        event = String(name)
        guard parts.count == 2 else { return }
        guard let date = PartialDate(String(parts[1])), date.day != nil, date.minute == nil else { return nil }
        day = date.firstDay
    }

    /// As it is written in content.
    public var text: String { event + (day.map { "@" + $0.date.isoDate } ?? "") }
}

extension ValueType where Value == OccurrenceName {
    /// One date of a series.
    static var occurrence: ValueType {
        ValueType(.occurrence) { node, reader in
            if case .scalar(let text, _) = node.value, let name = OccurrenceName(text), name.day != nil { return name }
            reader.wrongType(node, .occurrence)
            return nil
        }
    }

    /// An event, or one date of it.
    static var eventOrOccurrence: ValueType { .scalar(.entry(.event), OccurrenceName.init) }
}
