internal import Build
internal import Disk
internal import NIOCore
internal import NIOHTTP1

/// One connection of a browser: requests → answers, one after the other.
///
/// All of it runs outside of the event loop, so that a page that takes long to make keeps nobody else waiting. Each
/// piece is written to the channel itself, which says when the system has taken it: a browser that does not read makes
/// its connection wait, with one piece in memory. The writer of `NIOAsyncChannel` returns earlier, and closing after
/// that would drop what is not sent yet.
final class ClientConnection {
    /// How long a request may take to arrive, and an idle connection to stay.
    private static let patience = TimeAmount.seconds(60)
    /// How long an answer may take to be received.
    private static let longPatience = TimeAmount.minutes(10)
    private static let heartbeat = Duration.seconds(15)
    /// The body of a request has no meaning here; in bytes.
    private static let mostBody = 64 * 1024
    /// How much of a file is sent at once, in bytes.
    private static let piece = 256 * 1024

    private let connection: NIOAsyncChannel<HTTPServerRequestPart, Never>
    private let bench: Workbench
    private let hosts: HostCheck
    private var deadline: Scheduled<Void>?

    init(_ connection: NIOAsyncChannel<HTTPServerRequestPart, Never>, _ bench: Workbench, _ hosts: HostCheck) {
        (self.connection, self.bench, self.hosts) = (connection, bench, hosts)
    }

    private var channel: any Channel { connection.channel }

    /// Returns once the connection is closed.
    func run() async {
        wait(Self.patience)
        // What is thrown says that the browser went away, or sent no HTTP.
        try? await connection.executeThenClose { try await answer($0) }
        deadline?.cancel()
    }

    /// Closes the connection after this time, unless it is given another one.
    private func wait(_ time: TimeAmount) {
        deadline?.cancel()
        deadline = channel.eventLoop.scheduleTask(in: time) { [channel] in channel.close(promise: nil) }
    }

    private func answer(_ requests: NIOAsyncChannelInboundStream<HTTPServerRequestPart>) async throws {
        var head: HTTPRequestHead?
        var bodySize = 0
        for try await part in requests {
            switch part {
            case .head(let next): (head, bodySize) = (next, 0)
            case .body(let bytes):
                bodySize += bytes.readableBytes
                if bodySize > Self.mostBody { return }
            case .end:
                guard let head else { return }
                wait(Self.longPatience)
                try await send(await answer(to: head), to: head)
                guard head.isKeepAlive else { return }
                wait(Self.patience)
            }
        }
    }

    private func answer(to head: HTTPRequestHead) async -> Answer {
        let hosts = head.headers["host"]
        guard hosts.count == 1, self.hosts.allows(hosts[0]) else {
            return Answer(
                status: 403,
                problem:
                    "This server answers to its address and to localhost. For another name, start it with "
                    + "--allow-host.", nil)
        }
        guard head.method == .GET || head.method == .HEAD else {
            return Answer(status: 405, problem: "Pages here can only be read.", nil)
        }
        return Answer(to: head.uri, in: await bench.site)
    }

    private func send(_ answer: Answer, to request: HTTPRequestHead) async throws {
        let (head, part) = answer.head(for: request)
        channel.write(HTTPServerResponsePart.head(head), promise: nil)
        if request.method != .HEAD {
            switch answer.body {
            case .bytes(let bytes):
                channel.write(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes))), promise: nil)
            case .asset(let asset): try await send(part, of: asset)
            case .events: try await sendVersions()
            }
        }
        try await channel.writeAndFlush(HTTPServerResponsePart.end(nil))
    }

    /// Sends a file a piece at a time, as fast as the browser takes it.
    ///
    /// - Throws: when the file got shorter meanwhile, which ends the connection: its length is already sent.
    private func send(_ part: Range<Int>, of asset: OpenAsset) async throws {
        var offset = part.lowerBound
        while offset < part.upperBound {
            let bytes = asset.bytes(at: offset, count: min(part.upperBound - offset, Self.piece))
            if bytes.isEmpty { throw ChannelError.eof }
            try await channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes))))
            offset += bytes.count
        }
    }

    /// Sends the number of each version for as long as the browser listens, and a comment now and then, so that one
    /// that went away is noticed.
    private func sendVersions() async throws {
        let (versions, reader) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        let number = await bench.follow(reader)
        channel.closeFuture.whenComplete { _ in reader.finish() }
        let pulse = Task { [bench, heartbeat = Self.heartbeat] in
            while true {
                try await Task.sleep(for: heartbeat)
                await bench.remind(number)
            }
        }
        defer { pulse.cancel() }
        var latest: Int?
        for await version in versions {
            let text = version == latest ? ":\n\n" : "data: \(version)\n\n"
            latest = version
            wait(Self.longPatience)
            try await channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text))))
        }
    }
}
