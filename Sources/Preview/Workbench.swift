internal import Build
internal import Dispatch

/// The latest site, and those who follow it.
actor Workbench {
    private(set) var site: LiveSite
    private var readers: [Int: AsyncStream<Int>.Continuation] = [:]
    private var nextReader = 0

    /// With a site that has no page yet.
    init() { site = LiveSite(LiveSite.Options(content: "", address: "", Pipeline.Options())) }

    func open(_ site: LiveSite) { self.site = site }

    /// Looks at the folder; readers get the number of a new version. Not to be called again before it returns.
    func refresh() async -> (change: LiveSite.Change, seconds: Double) {
        let start = DispatchTime.now().uptimeNanoseconds
        // Pages are made of the site as it is until the next one is whole.
        var next = site
        let change = await next.refresh()
        // Ten thousand pages take a moment to be let go, and readers need not wait for that.
        let former = site
        site = next
        if change.isShown { for reader in readers.values { reader.yield(next.version) } }
        withExtendedLifetime(former) {}
        return (change, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
    }

    /// - Parameter reader: gets the number of this version, and of each that follows, until it is finished.
    func follow(_ reader: AsyncStream<Int>.Continuation) -> Int {
        nextReader += 1
        reader.onTermination = { [number = nextReader] _ in Task { await self.leave(number) } }
        readers[nextReader] = reader
        reader.yield(site.version)
        return nextReader
    }

    /// Gives this reader the number of the latest version once more.
    func remind(_ reader: Int) { readers[reader]?.yield(site.version) }

    private func leave(_ reader: Int) { readers[reader] = nil }
}
