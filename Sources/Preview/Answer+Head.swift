internal import Disk
internal import NIOHTTP1

extension Answer {
    /// What comes before the body, and which part of a file the body is.
    func head(for request: HTTPRequestHead) -> (head: HTTPResponseHead, part: Range<Int>) {
        var headers = HTTPHeaders([
            ("content-type", type), ("cache-control", "no-cache"), ("x-content-type-options", "nosniff"),
            ("cross-origin-resource-policy", "same-origin"),
        ])
        if let location { headers.add(name: "location", value: location) }
        if status == 405 { headers.add(name: "allow", value: "GET, HEAD") }
        var status = status
        var part = 0..<(size ?? 0)
        if case .asset(let asset) = body {
            headers.add(name: "accept-ranges", value: "bytes")
            let ranges = request.headers["range"]
            switch ByteRangeRequest(ranges.count == 1 ? ranges[0] : nil, of: asset.size) {
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
        if size != nil || request.method == .HEAD { headers.add(name: "content-length", value: "\(part.count)") }
        return (HTTPResponseHead(version: request.version, status: .init(statusCode: status), headers: headers), part)
    }

    /// In bytes; `nil` for what does not end.
    var size: Int? {
        switch body {
        case .bytes(let bytes): bytes.count
        case .asset(let asset): asset.size
        case .events: nil
        }
    }
}
