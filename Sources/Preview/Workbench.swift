internal import Build
internal import Dispatch

/// The latest site, and those who follow it.
actor Workbench {
    private(set) var site: LiveSite
    private var readers: [Int: @Sendable (Int) -> Void] = [:]
    private var nextReader = 0

    /// With a site that has no page yet.
    init() { site = LiveSite(LiveSite.Options(content: "", address: "", Pipeline.Options())) }

    func open(_ site: LiveSite) { self.site = site }

    /// Looks at the folder; who follows is told of a new version. Not to be called again before it returns.
    func refresh() async -> (change: LiveSite.Change, seconds: Double) {
        let start = DispatchTime.now().uptimeNanoseconds
        // Pages are made of the site as it is until the next one is whole.
        var next = site
        let change = await next.refresh()
        // Ten thousand pages take a moment to be let go, and readers need not wait for that.
        let former = site
        site = next
        if change.isShown { for tell in readers.values { tell(next.version) } }
        withExtendedLifetime(former) {}
        return (change, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
    }

    /// - Parameter tell: is told the number of this version, and of each that follows.
    func follow(_ tell: @escaping @Sendable (Int) -> Void) -> Int {
        nextReader += 1
        readers[nextReader] = tell
        tell(site.version)
        return nextReader
    }

    func leave(_ reader: Int) { readers[reader] = nil }
}
