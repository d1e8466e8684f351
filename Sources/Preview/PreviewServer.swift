public import Build
public import Diagnostics
internal import Disk
internal import Libc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Preview: a folder of content → its site at an address of this machine, made page by page on request, and made again
/// when a file changes.
///
/// It must not know how a site is made. It reads no file itself: what it can send is what `LiveSite` has.
///
///     let preview = try await PreviewServer.start(options)  // throws when the port is taken
///     try await preview.follow { print($0.problems.count, "problems after", $0.paths) }
public struct PreviewServer: Sendable {
    public struct Options: Sendable {
        public var content: String
        public var theme: String?
        public var pipeline = Pipeline.Options()
        /// An address of this machine; all of them are `0.0.0.0`.
        public var host = "127.0.0.1"
        /// 0 for any that is free.
        public var port: Int
        /// Names besides `localhost` that the server answers to.
        public var allowedHosts: [String] = []

        public init(content: String, port: Int) { (self.content, self.port) = (content, port) }
    }

    /// The result of a look at the folder.
    public struct Event: Sendable {
        /// Files that changed, below the content folder.
        public var paths: [String]
        /// Those that were not there before; paths as they can be opened.
        public var newProblems: [Diagnostic]
        public var problems: [Diagnostic]
        public var source: @Sendable (String) -> [UInt8]?
        public var failure: String?
        public var pageCount: Int
        public var seconds: Double
        /// Whether this system does not report all changes at once, so that they are seen some seconds later.
        public var isSlow: Bool
    }

    /// Such as `http://127.0.0.1:4747/`.
    public let address: String
    private let bench: Workbench
    private let channel: any Channel

    private init(address: String, bench: Workbench, channel: any Channel) {
        (self.address, self.bench, self.channel) = (address, bench, channel)
    }

    private static let mostConnections = 512
    /// How many ports are tried for one that is free.
    private static let portsTried = 100

    /// Opens the port; pages can be requested from now on.
    ///
    /// - Throws: `BuildError` when it cannot be had; it names the next one that is free.
    public static func start(_ options: Options) async throws -> PreviewServer {
        let door = Doorkeeper(most: mostConnections)
        let hosts = HostCheck(names: options.allowedHosts + [options.host])
        let address = { (port: Int) in
            "http://\(options.host.contains(":") ? "[\(options.host)]" : options.host):\(port)/"
        }
        let bench = Workbench()
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                guard door.admit(channel) else { return channel.close() }
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                    let connection = try NIOAsyncChannel<HTTPServerRequestPart, Never>(
                        wrappingChannelSynchronously: channel)
                    Task { await ClientConnection(connection, bench, hosts).run() }
                }
            }
        let channel: any Channel
        do { channel = try await bootstrap.bind(host: options.host, port: options.port).get() } catch {
            throw await refusal(error, options, bootstrap)
        }
        let preview = PreviewServer(
            address: address(channel.localAddress?.port ?? options.port), bench: bench, channel: channel)
        var settings = LiveSite.Options(content: options.content, address: preview.address, options.pipeline)
        settings.theme = options.theme
        await bench.open(LiveSite(settings))
        return preview
    }

    private static func refusal(_ error: any Error, _ options: Options, _ bootstrap: ServerBootstrap) async
        -> BuildError
    {
        guard (error as? IOError)?.errnoCode == EADDRINUSE else {
            return BuildError("cannot serve at \(options.host), port \(options.port): \(error)")
        }
        for port in (options.port + 1)..<max(options.port + 1, min(options.port + portsTried, 65_536)) {
            guard let channel = try? await bootstrap.bind(host: options.host, port: port).get() else { continue }
            try? await channel.close()
            return BuildError(
                "Port \(options.port) is in use, perhaps by another `folkmoot serve`. The next free one is \(port): "
                    + "add --port \(port)"
            )
        }
        return BuildError("Port \(options.port) is in use, and so are the next ones. Choose a free one with --port.")
    }

    /// Reads the folder, and again whenever something in it changes; never ends by itself.
    ///
    /// - Parameter report: gets the result of each look, if there is one.
    /// - Throws: what `report` throws.
    public func follow(_ report: (Event) throws -> Void) async throws {
        let watch = FolderWatch()
        var isFirst = true
        var changes = watch.changes.makeAsyncIterator()
        while true {
            let (change, seconds) = await bench.refresh()
            let site = await bench.site
            // A folder that is new to the watch is looked at once more, for what changed since it was read.
            let isSlow = !watch.watch(site.folders)
            if isFirst || change.isShown {
                try report(
                    Event(
                        paths: change.paths, newProblems: isFirst ? site.problems : change.newProblems,
                        problems: site.problems, source: site.source, failure: site.failure,
                        pageCount: site.pageCount, seconds: seconds, isSlow: isSlow))
            }
            isFirst = false
            // Now and then without a report: for what no system reports, such as a folder that is gone, and the next
            // day.
            let wait = site.failure == nil && !isSlow ? max(2, 50 * seconds) : max(0.5, 20 * seconds)
            let timer = Task { [continuation = watch.continuation] in
                try await Task.sleep(for: .seconds(min(wait, 60)))
                continuation.yield()
            }
            _ = await changes.next()
            timer.cancel()
        }
    }

    /// Closes the port.
    public func stop() async { try? await channel.close() }
}
