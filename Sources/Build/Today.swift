package import Content
internal import Foundation

/// The clock, read in one place.
package enum Today {
    /// The day that it is now in a time zone; in UTC where the zone is not known.
    package static func day(in timeZone: String?) -> CivilDay {
        let now = Date()
        let offset = timeZone.flatMap { TimeZone(identifier: $0) }?.secondsFromGMT(for: now) ?? 0
        return CivilDay(number: Int(((now.timeIntervalSince1970 + Double(offset)) / 86_400).rounded(.down)))
    }
}
