internal import Build
internal import Disk
internal import NIOCore
internal import NIOHTTP1

/// One connection of a browser: requests → answers, one after the other.
///
/// Pages are made outside of the event loop, so that a long one keeps nobody else waiting.
final class ClientConnection: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// How long a request may take to arrive, and an idle connection to stay.
    private static let patience = TimeAmount.seconds(60)
    /// How long an answer may take to be received.
    private static let longPatience = TimeAmount.minutes(10)
    private static let heartbeat = TimeAmount.seconds(15)
    /// Nothing is sent to this server that counts; in bytes.
    private static let mostBody = 64 * 1024
    /// How much of a file is sent at once, in bytes.
    private static let piece = 256 * 1024

    private let bench: Workbench
    private let hosts: HostCheck
    private var head: HTTPRequestHead?
    private var bodySize = 0
    private var deadline: Scheduled<Void>?
    private var pulse: RepeatedTask?

    init(_ bench: Workbench, _ hosts: HostCheck) { (self.bench, self.hosts) = (bench, hosts) }

    func channelActive(context: ChannelHandlerContext) {
        wait(Self.patience, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        pulse?.cancel()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func wait(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            bodySize = 0
        case .body(let bytes):
            bodySize += bytes.readableBytes
            if bodySize > Self.mostBody { context.close(promise: nil) }
        case .end:
            guard let head else { return }
            wait(Self.longPatience, context)
            answer(head, context)
        }
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let hosts = head.headers["host"]
        guard hosts.count == 1, self.hosts.allows(hosts[0]) else {
            return send(
                Answer(
                    status: 403,
                    problem:
                        "This server answers to its address and to localhost. For another name, start it with "
                        + "--allow-host.",
                    nil), head, context)
        }
        guard head.method == .GET || head.method == .HEAD else {
            return send(Answer(status: 405, problem: "Pages here can only be read.", nil), head, context)
        }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let loop = context.eventLoop
        Task { [bench] in
            let answer = Answer(to: head.uri, in: await bench.site)
            loop.execute {
                let (connection, context) = bound.value
                connection.send(answer, head, context)
            }
        }
    }

    private func send(_ answer: Answer, _ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        var headers = HTTPHeaders([
            ("content-type", answer.type), ("cache-control", "no-cache"), ("x-content-type-options", "nosniff"),
            ("cross-origin-resource-policy", "same-origin"),
        ])
        if let location = answer.location { headers.add(name: "location", value: location) }
        if answer.status == 405 { headers.add(name: "allow", value: "GET, HEAD") }
        var status = answer.status
        var part = 0..<(answer.size ?? 0)
        if case .asset(let asset) = answer.body {
            headers.add(name: "accept-ranges", value: "bytes")
            switch ByteRangeRequest(head.headers["range"].count == 1 ? head.headers["range"][0] : nil, of: asset.size) {
            case .whole: break
            case .part(let asked):
                (status, part) = (206, asked)
                headers.add(
                    name: "content-range", value: "bytes \(asked.lowerBound)-\(asked.upperBound - 1)/\(asset.size)")
            case .none:
                (status, part) = (416, 0..<0)
                headers.add(name: "content-range", value: "bytes */\(asset.size)")
            }
        }
        if answer.size != nil || head.method == .HEAD { headers.add(name: "content-length", value: "\(part.count)") }
        context.write(
            wrapOutboundOut(
                .head(HTTPResponseHead(version: head.version, status: .init(statusCode: status), headers: headers))),
            promise: nil)
        if head.method == .HEAD { return end(head, context) }
        switch answer.body {
        case .bytes(let bytes):
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
            end(head, context)
        case .asset(let asset): stream(asset, part, head, context)
        case .events: follow(context)
        }
    }

    private func end(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { result in
            let (connection, context) = bound.value
            if case .failure = result { return context.close(promise: nil) }
            if head.isKeepAlive { connection.wait(Self.patience, context) } else { context.close(promise: nil) }
        }
    }

    /// Sends a file a piece at a time, as fast as the browser takes it. One that got shorter meanwhile ends the
    /// connection.
    private func stream(
        _ asset: OpenAsset, _ part: Range<Int>, _ head: HTTPRequestHead, _ context: ChannelHandlerContext
    ) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let channel = context.channel
        let loop = context.eventLoop
        Task {
            let isWhole = await ClientConnection.send(asset, part, to: channel)
            loop.execute {
                let (connection, context) = bound.value
                if isWhole { connection.end(head, context) } else { context.close(promise: nil) }
            }
        }
    }

    /// - Returns: whether all of it was sent.
    private static func send(_ asset: OpenAsset, _ part: Range<Int>, to channel: any Channel) async -> Bool {
        asset.move(to: part.lowerBound)
        var left = part.count
        while left > 0 {
            let bytes = asset.next(min(left, piece))
            if bytes.isEmpty { return false }
            do {
                try await channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: bytes))))
            } catch { return false }
            left -= bytes.count
        }
        return true
    }

    /// Tells the browser of versions for as long as it listens, and of nothing now and then, so that one that went away
    /// is noticed.
    private func follow(_ context: ChannelHandlerContext) {
        deadline?.cancel()
        let channel = context.channel
        let write: @Sendable (String) -> Void = { text in
            // Who does not read is not written to for ever.
            guard channel.isWritable else { return channel.close(promise: nil) }
            channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text))), promise: nil)
        }
        context.flush()
        pulse = context.eventLoop.scheduleRepeatedTask(initialDelay: Self.heartbeat, delay: Self.heartbeat) { _ in
            write(":\n\n")
        }
        Task { [bench] in
            let reader = await bench.follow { write("data: \($0)\n\n") }
            channel.closeFuture.whenComplete { _ in Task { await bench.leave(reader) } }
        }
    }
}

extension Answer {
    /// In bytes; `nil` for what does not end.
    var size: Int? {
        switch body {
        case .bytes(let bytes): bytes.count
        case .asset(let asset): asset.size
        case .events: nil
        }
    }
}
