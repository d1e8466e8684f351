/// When something is a signal: `health` of site.yaml, or the defaults.
public struct HealthThresholds: Sendable {
    public let noticeDays: Int
    public let quietDays: Int
    public let quietTimes: Int
    public let seriesMonths: Int
    public let sharedCommunities: Int
    public let writerPercent: Int
    public let reviewMonths: Int
    public let verifyMonths: Int

    public init(_ settings: HealthSettings?) {
        noticeDays = settings?.noticeDays?.value ?? 90
        quietDays = settings?.quietDays?.value ?? 90
        quietTimes = settings?.quietTimes?.value ?? 2
        seriesMonths = settings?.seriesMonths?.value ?? 12
        sharedCommunities = settings?.sharedCommunities?.value ?? 3
        writerPercent = settings?.writerPercent?.value ?? 75
        reviewMonths = settings?.reviewMonths?.value ?? 12
        verifyMonths = settings?.verifyMonths?.value ?? 12
    }
}
