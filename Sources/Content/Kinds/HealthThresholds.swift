internal import Content

/// From when on something is a signal: `health` of site.yaml, or the defaults.
struct HealthThresholds {
    let noticeDays: Int
    let quietDays: Int
    let quietTimes: Int
    let seriesMonths: Int
    let sharedCommunities: Int
    let writerPercent: Int
    let reviewMonths: Int
    let verifyMonths: Int

    init(_ settings: HealthSettings?) {
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
