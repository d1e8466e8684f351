internal import Synchronization

/// Zones: local times ↔ instants, by the rules of the IANA time zone database.
///
/// This type reads no files: it is given a function that loads the data of a zone. Each zone is loaded once, when it is
/// first requested. A zone that the table lacks, such as an old name on some systems, is taken from the program.
///
///     let rules = Zones.builtIn["Europe/London"]
public final class Zones: Sendable {
    /// The release of the database, such as `2026f`; `nil` where it is unknown.
    public let release: String?
    /// Whether the data are those that the program carries.
    public let isBuiltIn: Bool
    private let load: @Sendable (String) -> [UInt8]?
    private let known = Mutex<[String: ZoneRules?]>([:])

    /// - Parameter load: the TZif file of a zone by its name; `nil` where there is none.
    public init(release: String?, isBuiltIn: Bool = false, load: @escaping @Sendable (String) -> [UInt8]?) {
        self.release = release
        self.isBuiltIn = isBuiltIn
        self.load = load
    }

    /// - Returns: `nil` where no zone has the name, or its data cannot be read.
    public subscript(name: String) -> ZoneRules? {
        known.withLock { known in
            if let rules = known[name] { return rules }
            let rules = ZoneName.hasForm(name) ? load(name).flatMap { ZoneRules(tzif: $0) } : nil
            known[name] = .some(rules)
            return rules
        } ?? (isBuiltIn ? nil : Self.builtIn[name])
    }
}
