package import Content
internal import Foundation
package import Zones

/// The clock, read here alone.
package enum Today {
    /// The day that it is now in a time zone; in UTC where the zone is not known.
    package static func day(in timeZone: String?, _ zones: Zones) -> CivilDay {
        let now = Int(Date().timeIntervalSince1970.rounded(.down))
        let rules = timeZone.flatMap { zones[$0] } ?? .utc
        return CivilDay(number: Int((Double(rules.local(now)) / 86_400).rounded(.down)))
    }
}
